import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Screen } from '../store/screen.ts';
import type { LogRow } from './log-row.ts';

/**
 * The stores of the database. What was folded or came from people is `unknown` here, because it is parsed on load
 * (`records.ts`, `log-row.ts`), never cast.
 */
export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRow };
  annotations: { key: [article: string, page: number]; value: AnnotationPage };
  sources: { key: string; value: { readonly id: string; readonly record: unknown } };
  versions: { key: [article: string, id: string]; value: VersionRow; indexes: { position: [article: string, position: number] } };
  /** `token` finds the entry that holds an operation, `step` the entries of a step. */
  log: { key: [topic: string, position: number]; value: LogRow; indexes: { token: string; step: [topic: string, step: string] } };
  screens: { key: string; value: { readonly article: string; readonly screen: Screen } };
  counters: { key: 'position'; value: number };
}

/** An article with what its line in the list shows, counted along so that the list never loads annotations. */
export interface ArticleRow {
  readonly id: string;
  readonly record: unknown;
  readonly annotations: number;
  readonly total: number;
  readonly settled: number;
  readonly length: number;
  readonly modifiedAt: string;
}

/**
 * Some annotations of an article. A row each would be simpler, but browsers pay by the row: 10,000 rows took Chromium
 * three times as long to read, and six times as long to write, as the same on pages.
 */
export interface AnnotationPage {
  readonly article: string;
  readonly page: number;
  /** Folded records, and those that could not be read. */
  readonly records: readonly unknown[];
}

/** A version with its place in the log. */
export interface VersionRow {
  readonly article: string;
  readonly id: string;
  readonly position: number;
  readonly version: ArticleVersion;
}

export type Database = IDBPDatabase<Schema>;
export type ReadTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly' | 'readwrite'>;
export type WriteTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;
type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** All stores, for a transaction over everything. */
export const storeNames = ['articles', 'annotations', 'sources', 'versions', 'log', 'screens', 'counters'] satisfies StoreNames<Schema>[];

/** Step n brings a database from version n to n + 1. Never change one that was released: add the next. */
const upgrades: readonly ((db: Database, tx: UpgradeTransaction) => void)[] = [
  db => {
    db.createObjectStore('articles', { keyPath: 'id' });
    db.createObjectStore('annotations', { keyPath: ['article', 'page'] });
    db.createObjectStore('sources', { keyPath: 'id' });
    db.createObjectStore('versions', { keyPath: ['article', 'id'] }).createIndex('position', ['article', 'position']);
    const log = db.createObjectStore('log', { keyPath: ['topic', 'position'] });
    log.createIndex('token', 'tokens', { unique: true, multiEntry: true });
    log.createIndex('step', ['topic', 'step.id']);
    db.createObjectStore('screens', { keyPath: 'article' });
    db.createObjectStore('counters');
  },
];

/** Version of the database that this program reads and writes. */
export const schemaVersion = upgrades.length;

/** Brings a database up to date, step by step. */
export function upgrade(db: Database, from: number, tx: UpgradeTransaction): void {
  for (const step of upgrades.slice(from)) step(db, tx);
}

/**
 * With 10,000 annotations a page has about 40, or 45 kB. Values of more than 64 kB go into files of their own in Chromium,
 * and every change of an annotation writes its page.
 */
const pages = 256;

/** The page that an annotation is kept on: FNV-1a of its id, so that any ids spread evenly. */
export function pageOf(annotation: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < annotation.length; index++) hash = Math.imul(hash ^ annotation.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % pages;
}

/** All keys `[first, ...]`, from `[first, after]` (exclusive) when that is given. */
export function keysOf(first: string, after?: number): IDBKeyRange {
  // An empty array comes after every number and string.
  return after === undefined ? IDBKeyRange.bound([first], [first, []]) : IDBKeyRange.bound([first, after], [first, []], true);
}
