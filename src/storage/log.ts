import type { Operation, Step } from '../domain/operation.ts';

/**
 * The log: every step that was kept, in the order in which it was kept. Pure; both storages use it.
 *
 * There is one topic for each article and one for the sources, so that reading an article never reads another one's
 * past. A step is written into the topic of its article, and what it did to sources once more into the sources' topic,
 * which outlives the article.
 */

/** Topic of the sources, which belong to the whole desk. */
export const sourcesTopic = '';

/** A step without its operations. */
export type StepHead = Omit<Step, 'operations'>;

/** A part of a step. A step has several when it was typed over some time or holds very many operations. */
export interface LogEntry {
  readonly topic: string;
  /** Grows by one with every entry of any topic. */
  readonly position: number;
  readonly step: StepHead;
  /** True when the topic has an earlier entry of the same step. */
  readonly continues: boolean;
  /** What the entry is recognised by when it comes again: one token for each operation, or the step's id. */
  readonly tokens: readonly string[];
  readonly operations: readonly Operation[];
}

/** An entry that has no place in the log yet. */
export type LooseEntry = Pick<LogEntry, 'topic' | 'step' | 'tokens' | 'operations'>;

/** Bounds an entry to about 50 kB; values of more than 64 kB go into files of their own in Chromium. */
const operationsPerEntry = 250;

/** The topic whose records the operation changes. */
export function topicOf(operation: Operation): string {
  if (operation.source !== undefined) return sourcesTopic;
  if (operation.article === null) throw new TypeError(`Operation ${operation.id} names neither an article nor a source`);
  return operation.article;
}

/** The entries that keep some steps, without what `isKept` already, and without what comes twice. */
export function entriesFor(steps: readonly Step[], isKept: (token: string) => boolean): LooseEntry[] {
  const seen = new Set<string>();
  const isNew = (token: string): boolean => !seen.has(token) && !isKept(token) && seen.add(token) !== undefined;
  const entries: LooseEntry[] = [];
  for (const { operations, ...step } of steps) {
    const home = step.article ?? sourcesTopic;
    if (operations.length === 0 && isNew(step.id)) entries.push({ topic: home, step, tokens: [step.id], operations });
    for (const topic of new Set([home, ...operations.map(topicOf)])) {
      const here = operations.filter(operation => topicOf(operation) === topic || (topic === home && operation.source !== undefined));
      // A copy in the article's topic has a token of its own: it goes when the article is purged.
      const tokenOf = (operation: Operation): string => (topicOf(operation) === topic ? operation.id : `${operation.id} ${topic}`);
      const fresh = here.filter(operation => isNew(tokenOf(operation)));
      for (let start = 0; start < fresh.length; start += operationsPerEntry) {
        const part = fresh.slice(start, start + operationsPerEntry);
        entries.push({ topic, step, tokens: part.map(tokenOf), operations: part });
      }
    }
  }
  return entries;
}

/** The operations that have to be folded into records: each once, though the log may hold it in two topics. */
export function operationsToFold(entries: readonly LooseEntry[]): Operation[] {
  return entries.flatMap(({ topic, operations }) => operations.filter(operation => topicOf(operation) === topic));
}

/** Steps put together from entries that come in the order of their positions. */
export function stepsFrom(entries: readonly Pick<LogEntry, 'step' | 'operations'>[]): Step[] {
  const parts = new Map<string, { step: StepHead; operations: Operation[] }>();
  for (const { step, operations } of entries) {
    const before = parts.get(step.id);
    if (before) for (const operation of operations) before.operations.push(operation);
    else parts.set(step.id, { step, operations: [...operations] });
  }
  return [...parts.values()].map(({ step, operations }) => ({ ...step, operations }));
}

/** What is new to the reader of an article: its own entries, and what was done to sources while working elsewhere. */
export function newSteps(article: string, own: readonly LogEntry[], ofSources: readonly LogEntry[]): Step[] {
  const elsewhere = ofSources.filter(entry => entry.step.article !== article);
  return stepsFrom([...own, ...elsewhere].sort((a, b) => a.position - b.position));
}

/** The ids of operations that some steps build on and that are not in them. */
export function missingBases(steps: readonly Step[]): Set<string> {
  const own = new Set(steps.flatMap(step => step.operations.map(operation => operation.id)));
  const missing = new Set<string>();
  for (const step of steps) {
    for (const { base } of step.operations) for (const id of base) if (!own.has(id)) missing.add(id);
  }
  return missing;
}
