import type { Operation, Step } from '../domain/operation.ts';
import { readArticle } from '../domain/article.ts';
import type { FieldRecord } from '../domain/record.ts';
import { foldTopic, idOf, readPages } from './fold-again.ts';
import { missingBases, newSteps, sourcesTopic, stepsFrom, type LogEntry } from './log.ts';
import { parseEntry, type LogRow } from './log-row.ts';
import { storageError } from './problems.ts';
import { parseRecord, parseScreen, parseVersion } from './records.ts';
import { keysOf, type ReadTransaction } from './schema.ts';
import { recentSteps, type ArticleSummary, type News, type OpenedArticle } from './storage.ts';

/** The list of articles; see `Storage.listArticles`. */
export async function readSummaries(tx: ReadTransaction, removed: boolean): Promise<readonly ArticleSummary[]> {
  const summaries: ArticleSummary[] = [];
  for (const row of await tx.objectStore('articles').getAll()) {
    const record = parseRecord(row.record) ?? (await foldTopic(tx, row.id)).article;
    if (!record || readArticle(record).removed !== removed) continue;
    const { annotations, total, settled, length, modifiedAt } = row;
    summaries.push({ record, progress: { total, settled }, annotations, length, modifiedAt });
  }
  return summaries.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
}

/** Everything of an article as of one moment; see `Storage.openArticle`. */
export async function readOpened(tx: ReadTransaction, id: string): Promise<OpenedArticle | null> {
  const row = await tx.objectStore('articles').get(id);
  if (!row) return null;
  const article = parseRecord(row.record) ?? (await foldTopic(tx, id)).article;
  if (!article) throw storageError('damaged');
  const damaged: string[] = [];
  const position = (await tx.objectStore('counters').get('position')) ?? 0;
  const { steps, bases } = await readRecentSteps(tx, id, damaged);
  const versions: OpenedArticle['versions'][number][] = [];
  for (const row of await tx.objectStore('versions').index('position').getAll(keysOf(id))) {
    const version = parseVersion(row.version);
    if (version) versions.push(version);
    else damaged.push(`versions/${row.id}`);
  }
  return {
    article,
    annotations: await readAnnotations(tx, id, damaged),
    sources: await readSources(tx, damaged),
    versions,
    steps,
    bases,
    screen: parseScreen((await tx.objectStore('screens').get(id))?.screen),
    position,
    damaged,
  };
}

async function readAnnotations(tx: ReadTransaction, article: string, damaged: string[]): Promise<readonly FieldRecord[]> {
  const pages = [...(await readPages(tx, article)).values()];
  const records = pages.flatMap(page => [...page.records.values()]);
  const unreadable = pages.flatMap(page => page.unreadable);
  return unreadable.length === 0 ? records : mend('annotations', records, unreadable, (await foldTopic(tx, article)).annotations, damaged);
}

/** All sources; names of those that could not be read are added to `damaged`. */
export async function readSources(tx: ReadTransaction, damaged: string[]): Promise<readonly FieldRecord[]> {
  const rows = await tx.objectStore('sources').getAll();
  const records: FieldRecord[] = [];
  const unreadable: unknown[] = [];
  for (const row of rows) {
    const record = parseRecord(row.record);
    if (record) records.push(record);
    else unreadable.push(row);
  }
  return unreadable.length === 0 ? records : mend('sources', records, unreadable, (await foldTopic(tx, sourcesTopic)).sources, damaged);
}

function mend(
  store: string,
  records: readonly FieldRecord[],
  unreadable: readonly unknown[],
  folded: ReadonlyMap<string, FieldRecord>,
  damaged: string[],
): readonly FieldRecord[] {
  const mended = new Map([...folded, ...records.map(record => [record.id, record] as const)]);
  for (const value of unreadable) {
    const id = idOf(value);
    const isMended = id === undefined ? mended.size > records.length : mended.has(id);
    if (!isMended) damaged.push(`${store}/${id ?? '?'}`);
  }
  return [...mended.values()];
}

/** The newest entries that are read at first; about as many as `recentSteps` steps have. */
const window = 256;

async function readRecentSteps(tx: ReadTransaction, article: string, damaged: string[]): Promise<Pick<OpenedArticle, 'steps' | 'bases'>> {
  const log = tx.objectStore('log');
  const positions = (await log.getAllKeys(keysOf(article))).map(([, position]) => position);
  let entries: LogEntry[] = [];
  let steps: Step[] = [];
  let start = positions.length;
  while (start > 0 && steps.length < recentSteps) {
    const end = start;
    start = Math.max(0, start - window);
    const range = IDBKeyRange.bound([article, positions[start]!], [article, positions[end - 1]!]);
    entries = [...readEntries(await log.getAll(range), damaged), ...entries];
    steps = stepsFrom(entries);
  }
  steps = steps.slice(-recentSteps);
  // The window may begin in the middle of a step.
  const whole = new Map<string, Step>();
  const seen = new Set<string>();
  for (const { step, continues } of entries) {
    if (!seen.has(step.id) && continues) {
      const parts = readEntries(await log.index('step').getAll([article, step.id]), damaged);
      for (const complete of stepsFrom(parts)) whole.set(step.id, complete);
    }
    seen.add(step.id);
  }
  steps = steps.map(step => whole.get(step.id) ?? step);
  return { steps, bases: await readBases(tx, steps, [article, sourcesTopic]) };
}

/** From this many on, reading the whole log is faster than looking for single operations. */
const manyBases = 500;

async function readBases(tx: ReadTransaction, steps: readonly Step[], topics: readonly string[]): Promise<readonly Operation[]> {
  const missing = missingBases(steps);
  const log = tx.objectStore('log');
  const found = new Map<string, LogRow | undefined>();
  if (missing.size < manyBases) {
    const keys = await Promise.all([...missing].map(id => log.index('token').getKey(id)));
    // Several operations of one entry are read once.
    for (const key of keys) if (key && !found.has(key.join())) found.set(key.join(), await log.get(key));
  } else {
    for (const topic of topics) for (const entry of await log.getAll(keysOf(topic))) found.set(`${entry.topic},${entry.position}`, entry);
  }
  const bases = new Map<string, Operation>();
  for (const entry of found.values()) {
    for (const operation of parseEntry(entry)?.entry.operations ?? []) if (missing.has(operation.id)) bases.set(operation.id, operation);
  }
  return [...bases.values()];
}

function readEntries(rows: readonly LogRow[], damaged: string[]): LogEntry[] {
  const entries: LogEntry[] = [];
  for (const row of rows) {
    const parsed = parseEntry(row);
    if (parsed) entries.push(parsed.entry);
    if (!parsed || parsed.damaged > 0) damaged.push(`log/${row.position}`);
  }
  return entries;
}

/** Every step of an article; see `Storage.history`. */
export async function readHistory(tx: ReadTransaction, article: string): Promise<readonly Step[]> {
  return stepsFrom(readEntries(await tx.objectStore('log').getAll(keysOf(article)), []));
}

/** What is new to an article; see `Storage.since`. */
export async function readNews(tx: ReadTransaction, article: string, after: number): Promise<News> {
  const log = tx.objectStore('log');
  const own = readEntries(await log.getAll(keysOf(article, after)), []);
  const ofSources = readEntries(await log.getAll(keysOf(sourcesTopic, after)), []);
  const rows = await tx.objectStore('versions').index('position').getAll(keysOf(article, after));
  return {
    steps: newSteps(article, own, ofSources),
    versions: rows.map(row => parseVersion(row.version)).filter(version => version !== null),
    position: (await tx.objectStore('counters').get('position')) ?? 0,
  };
}
