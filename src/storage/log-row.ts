import type { Json } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import type { LogEntry, LooseEntry, StepHead } from './log.ts';
import { isFields, isJson, isText, isTextList, isTextOrNull } from './records.ts';

/**
 * An operation as the database holds it: without its id, which is in the entry's token, without its article, which is
 * the topic, and without time and author where they are the step's: opening an article reads up to 200 steps.
 */
type PackedOperation = readonly [
  field: string, value: Json, base: readonly string[], annotation: string | null, source?: string | null, at?: string | null, by?: string | null,
];

/** An entry of the log as the database holds it. */
export interface LogRow extends Omit<LogEntry, 'operations'> {
  readonly operations: readonly PackedOperation[];
}

/** The row that holds an entry. */
export function packEntry(entry: LooseEntry, position: number, continues: boolean): LogRow {
  const { topic, step, tokens } = entry;
  return { topic, position, step, continues, tokens, operations: entry.operations.map(operation => packOperation(operation, step)) };
}

function packOperation({ field, value, base, annotation, source, at, by }: Operation, step: StepHead): PackedOperation {
  const packed = [source ?? null, at === step.at ? null : at, by === step.by ? null : by] as const;
  return packed.some(part => part !== null) ? [field, value, base, annotation, ...packed] : [field, value, base, annotation];
}

/** The entry in a row, and how many of its operations could not be read. Null when the row cannot be read at all. */
export function parseEntry(row: unknown): { entry: LogEntry; damaged: number } | null {
  if (!isFields(row)) return null;
  const { topic, position, tokens, operations } = row;
  const step = parseStep(row['step']);
  if (!step || !isText(topic) || typeof position !== 'number' || !isTextList(tokens) || !Array.isArray(operations)) return null;
  const read = operations.map((packed: unknown, place) => parseOperation(packed, tokens[place], topic, step)).filter(one => one !== null);
  const entry = { topic, position, step, continues: row['continues'] === true, tokens, operations: read };
  return { entry, damaged: operations.length - read.length };
}

function parseStep(value: unknown): StepHead | null {
  if (!isFields(value)) return null;
  const { id, article, name, at, by, undoes } = value;
  if (!isText(id) || !isTextOrNull(article) || !isText(name) || !isText(at) || !isText(by) || !isTextOrNull(undoes)) return null;
  return { id, article, name, at, by, undoes };
}

function parseOperation(packed: unknown, token: string | undefined, topic: string, step: StepHead): Operation | null {
  if (!Array.isArray(packed) || token === undefined) return null;
  const [field, value, base, annotation, source = null, at = null, by = null] = packed as readonly unknown[];
  if (!isText(field) || !isJson(value) || !isTextList(base) || !isTextOrNull(annotation)) return null;
  if (!isTextOrNull(source) || !isTextOrNull(at) || !isTextOrNull(by)) return null;
  const common = { field, value, base, at: at ?? step.at, by: by ?? step.by };
  // The token of a copy in an article's topic has the topic behind the id.
  const copied = ` ${topic}`;
  return source === null
    ? { id: token, article: topic, annotation, ...common }
    : { id: token.endsWith(copied) ? token.slice(0, -copied.length) : token, article: null, annotation: null, source, ...common };
}
