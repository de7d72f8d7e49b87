import { applyOperations, emptyDesk, type Desk } from '../domain/desk.ts';
import type { FieldRecord } from '../domain/record.ts';
import { parseEntry } from './log-row.ts';
import { parseRecord } from './records.ts';
import { keysOf, type AnnotationPage, type ReadTransaction } from './schema.ts';

/**
 * A folded record is a copy of what the log says: when one cannot be read, it is folded again from there, and nothing
 * is lost.
 */
export async function foldTopic(tx: ReadTransaction, topic: string): Promise<Desk> {
  const entries = await tx.objectStore('log').getAll(keysOf(topic));
  return applyOperations(emptyDesk(topic), entries.flatMap(entry => parseEntry(entry)?.entry.operations ?? []));
}

/** A page of annotations, parsed. */
export interface ReadPage {
  readonly records: ReadonlyMap<string, FieldRecord>;
  readonly unreadable: readonly unknown[];
}

function parsePage(page: AnnotationPage | undefined): ReadPage {
  const records = new Map<string, FieldRecord>();
  const unreadable: unknown[] = [];
  const values: unknown = page ? page.records : [];
  for (const value of Array.isArray(values) ? (values as readonly unknown[]) : [values]) {
    const record = parseRecord(value);
    if (record) records.set(record.id, record);
    else unreadable.push(value);
  }
  return { records, unreadable };
}

/** One page of an article's annotations; an empty one when there is none. */
export async function readPage(tx: ReadTransaction, article: string, page: number): Promise<ReadPage> {
  return parsePage(await tx.objectStore('annotations').get([article, page]));
}

/** All pages of an article's annotations, by number. */
export async function readPages(tx: ReadTransaction, article: string): Promise<ReadonlyMap<number, ReadPage>> {
  const pages = await tx.objectStore('annotations').getAll(keysOf(article));
  return new Map(pages.map(page => [page.page, parsePage(page)]));
}

/** The id of something unreadable; undefined when not even that can be read. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
