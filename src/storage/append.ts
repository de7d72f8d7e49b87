import type { ArticleVersion } from '../domain/article-version.ts';
import { readAnnotation } from '../domain/annotation.ts';
import type { Operation, Step } from '../domain/operation.ts';
import { applyToRecord, textOf, type FieldRecord } from '../domain/record.ts';
import { progressOf } from '../domain/status.ts';
import { foldTopic, idOf, readPage, readPages, type ReadPage } from './fold-again.ts';
import { entriesFor, operationsToFold, sourcesTopic, type LooseEntry } from './log.ts';
import { packEntry } from './log-row.ts';
import { storageError } from './problems.ts';
import { parseRecord, parseVersion } from './records.ts';
import { pageOf, type ArticleRow, type Database, type WriteTransaction } from './schema.ts';
import type { Appended } from './storage.ts';
import { write, type Queue } from './transaction.ts';

/** From this many on, one request for all rows is faster than one for each. */
const manyRows = 32;

/**
 * Keeps steps and versions; see `Storage.append`. Looking up each operation before writing it would double the time of
 * a large import, so the unique index on tokens says when something of it is kept already, and only then is looked up.
 */
export async function append(db: Database, steps: readonly Step[], versions: readonly ArticleVersion[]): Promise<Appended> {
  try {
    return await write(db, (tx, queue) => appendEntries(tx, queue, entriesFor(steps, () => false), versions));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConstraintError')) throw error;
  }
  return write(db, async (tx, queue) => {
    const kept = await keptTokens(tx, entriesFor(steps, () => false));
    return appendEntries(tx, queue, entriesFor(steps, token => kept.has(token)), versions);
  });
}

async function keptTokens(tx: WriteTransaction, entries: readonly LooseEntry[]): Promise<ReadonlySet<string>> {
  const index = tx.objectStore('log').index('token');
  const tokens = entries.flatMap(entry => entry.tokens);
  const keys = await Promise.all(tokens.map(token => index.getKey(token)));
  return new Set(tokens.filter((_token, place) => keys[place] !== undefined));
}

async function appendEntries(
  tx: WriteTransaction,
  queue: Queue,
  entries: readonly LooseEntry[],
  versions: readonly ArticleVersion[],
): Promise<Appended> {
  const before = (await tx.objectStore('counters').get('position')) ?? 0;
  let position = await writeLog(tx, queue, entries, before);
  position = await writeVersions(tx, queue, versions, position);
  if (position > before) queue(tx.objectStore('counters').put(position, 'position'));
  await foldIntoRecords(tx, queue, operationsToFold(entries), versions);
  return { before, position };
}

async function writeLog(tx: WriteTransaction, queue: Queue, entries: readonly LooseEntry[], before: number): Promise<number> {
  const log = tx.objectStore('log');
  const keyOf = ({ topic, step }: LooseEntry): string => JSON.stringify([topic, step.id]);
  const first = [...new Map(entries.map(entry => [keyOf(entry), entry])).entries()];
  const earlier = await Promise.all(first.map(([, { topic, step }]) => log.index('step').getKey([topic, step.id])));
  const begun = new Set(first.filter((_entry, place) => earlier[place] !== undefined).map(([key]) => key));
  let position = before;
  for (const entry of entries) {
    const key = keyOf(entry);
    queue(log.put(packEntry(entry, ++position, begun.has(key))));
    begun.add(key);
  }
  return position;
}

async function writeVersions(tx: WriteTransaction, queue: Queue, versions: readonly ArticleVersion[], before: number): Promise<number> {
  const store = tx.objectStore('versions');
  const kept = await Promise.all(versions.map(({ article, id }) => store.getKey([article, id])));
  let position = before;
  versions.forEach((version, place) => {
    if (kept[place] === undefined) queue(store.put({ article: version.article, id: version.id, position: ++position, version }));
  });
  return position;
}

async function foldIntoRecords(tx: WriteTransaction, queue: Queue, operations: readonly Operation[], versions: readonly ArticleVersion[]): Promise<void> {
  const articles = new Map<string, Operation[]>();
  const ofSources: Operation[] = [];
  for (const operation of operations) {
    if (operation.source !== undefined) ofSources.push(operation);
    else if (operation.article !== null) {
      const others = articles.get(operation.article);
      if (others) others.push(operation);
      else articles.set(operation.article, [operation]);
    }
  }
  await foldSources(tx, queue, ofSources);
  for (const [article, own] of articles) await foldArticle(tx, queue, article, own, versions);
}

async function foldSources(tx: WriteTransaction, queue: Queue, operations: readonly Operation[]): Promise<void> {
  if (operations.length === 0) return;
  const store = tx.objectStore('sources');
  const ids = [...new Set(operations.map(operation => operation.source!))];
  const rows = ids.length < manyRows ? await Promise.all(ids.map(id => store.get(id))) : await store.getAll();
  const records = new Map<string, FieldRecord>();
  let damaged = false;
  for (const row of rows) {
    const record = row && parseRecord(row.record);
    if (record) records.set(record.id, record);
    else if (row) damaged = true;
  }
  if (damaged) {
    // The log has the new operations already, so this is the result.
    for (const [id, record] of (await foldTopic(tx, sourcesTopic)).sources) records.set(id, record);
  } else {
    for (const operation of operations) records.set(operation.source!, applyToRecord(records.get(operation.source!), operation.source!, operation));
  }
  for (const id of ids) {
    const record = records.get(id);
    if (record) queue(store.put({ id, record }));
  }
}

async function foldArticle(
  tx: WriteTransaction,
  queue: Queue,
  article: string,
  operations: readonly Operation[],
  versions: readonly ArticleVersion[],
): Promise<void> {
  const row = await tx.objectStore('articles').get(article);
  const own = operations.filter(operation => operation.annotation === null);
  if (!row && !own.some(operation => operation.base.length === 0)) throw storageError('purged');

  const kept = row ? (parseRecord(row.record) ?? undefined) : undefined;
  let record = kept;
  if (row && !kept) record = (await foldTopic(tx, article)).article ?? undefined;
  else for (const operation of own) record = applyToRecord(record, article, operation);

  let modifiedAt = row && row.modifiedAt > (record?.modifiedAt ?? '') ? row.modifiedAt : (record?.modifiedAt ?? '');
  for (const { at } of operations) if (at > modifiedAt) modifiedAt = at;
  const next: ArticleRow = {
    id: article,
    record,
    ...(await foldAnnotations(tx, queue, article, operations, row ?? nothing)),
    length: await lengthOf(tx, record, kept, versions, row?.length ?? 0),
    modifiedAt,
  };
  queue(tx.objectStore('articles').put(next));
}

async function foldAnnotations(
  tx: WriteTransaction,
  queue: Queue,
  article: string,
  operations: readonly Operation[],
  { annotations, total, settled }: Tally,
): Promise<Tally> {
  let tally: Tally = { annotations, total, settled };
  const touched = new Map<number, Operation[]>();
  for (const operation of operations) {
    if (operation.annotation === null) continue;
    const page = pageOf(operation.annotation);
    const others = touched.get(page);
    if (others) others.push(operation);
    else touched.set(page, [operation]);
  }
  if (touched.size === 0) return tally;
  const pages: ReadonlyMap<number, ReadPage> =
    touched.size < manyRows
      ? new Map(await Promise.all([...touched.keys()].map(async page => [page, await readPage(tx, article, page)] as const)))
      : await readPages(tx, article);
  const damaged = [...touched.keys()].some(page => pages.get(page)?.unreadable.length);
  const again = damaged ? (await foldTopic(tx, article)).annotations : null;

  for (const [page, news] of touched) {
    const { records: before, unreadable } = pages.get(page) ?? { records: new Map<string, FieldRecord>(), unreadable: [] };
    const after = new Map(before);
    for (const operation of news) {
      const id = operation.annotation!;
      after.set(id, applyToRecord(after.get(id), id, operation));
    }
    // From the log, which has the new operations already, comes what the damaged page has lost.
    if (unreadable.length && again) for (const [id, record] of again) if (pageOf(id) === page) after.set(id, record);
    // What has no id either has nothing that the log has not.
    const lost = unreadable.filter(value => idOf(value) !== undefined && !after.has(idOf(value)!));
    queue(tx.objectStore('annotations').put({ article, page, records: [...after.values(), ...lost] }));
    tally = sum(tally, tallyOf(after.values()), tallyOf(before.values()));
  }
  return again ? tallyOf(again.values()) : tally;
}

async function lengthOf(
  tx: WriteTransaction,
  record: FieldRecord | undefined,
  before: FieldRecord | undefined,
  versions: readonly ArticleVersion[],
  length: number,
): Promise<number> {
  const current = record ? textOf(record, 'version') : '';
  if (!record || current === '' || (before && textOf(before, 'version') === current)) return length;
  const version = versions.find(({ id }) => id === current) ?? parseVersion((await tx.objectStore('versions').get([record.id, current]))?.version);
  return version?.text.length ?? length;
}

interface Tally {
  readonly annotations: number;
  readonly total: number;
  readonly settled: number;
}

const nothing: Tally = { annotations: 0, total: 0, settled: 0 };

function tallyOf(records: Iterable<FieldRecord>): Tally {
  const annotations = [...records].map(readAnnotation).filter(annotation => annotation !== null);
  return { annotations: annotations.length, ...progressOf(annotations) };
}

function sum(tally: Tally, added: Tally, taken: Tally): Tally {
  return {
    annotations: tally.annotations + added.annotations - taken.annotations,
    total: tally.total + added.total - taken.total,
    settled: tally.settled + added.settled - taken.settled,
  };
}
