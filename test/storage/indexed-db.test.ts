// What only the browser's database can do wrong. Runs on fake-indexeddb; real browsers: indexed-db.browser.test.ts.
import 'fake-indexeddb/auto';
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/domain/id.ts';
import type { Step } from '../../src/domain/operation.ts';
import { openStore } from '../../src/storage/autosave.ts';
import { openIndexedDb } from '../../src/storage/indexed-db.ts';
import { pageOf, schemaVersion, type Schema } from '../../src/storage/schema.ts';
import type { Notice, Storage, StorageError } from '../../src/storage/storage.ts';
import { articleId, plain, play, type Action, type Played } from '../support/arbitrary-desk.ts';

const closing: { close(): void }[] = [];
let name = '';
beforeEach(() => {
  name = newId();
});
afterEach(() => {
  for (const one of closing.splice(0)) one.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const open = async (): Promise<Storage> => {
  const storage = await openIndexedDb(name);
  closing.push(storage);
  return storage;
};
/** The database behind the storage, to look into and to damage. */
const behind = async (): Promise<IDBPDatabase<Schema>> => {
  const db = await openDB<Schema>(name);
  closing.push(db);
  return db;
};

const mark = (annotation: string, text: string): Action => ({
  do: 'change',
  change: { name: 'mark', edits: [{ annotation, field: 'type', value: 'claim' }, { annotation, field: 'text', value: text }, { source: 's', field: 'title', value: text }] },
});
const playWork = (): Played => play([mark('a', 'one'), mark('b', 'two'), mark('a', 'three')]);

describe('append', () => {
  it('keeps nothing of a transaction that fails half-way', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    const { position } = await storage.append(told.slice(0, 1), versions);
    const before = plain((await openStore(storage, articleId))!.desk);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failAfter(3, new DOMException('disk', 'UnknownError')));
    await expect(storage.append(told)).rejects.toMatchObject({ name: 'StorageError', problem: 'failed' });
    vi.restoreAllMocks();
    expect(plain((await openStore(storage, articleId))!.desk)).toEqual(before);
    expect((await storage.since(articleId, position)).steps).toEqual([]);
    expect((await storage.append(told)).before).toBe(position);
  });

  it('says in words what to do when there is no space', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failAfter(2, new DOMException('quota', 'QuotaExceededError')));
    const error: StorageError = await storage.append(told, versions).then(() => Promise.reject(new Error('kept')), (reason: StorageError) => reason);
    expect(error).toMatchObject({ name: 'StorageError', problem: 'full' });
    expect(error.message).toMatch(/space.*export/);
    expect(error.cause).toMatchObject({ name: 'QuotaExceededError' });
  });

  it('refuses what cannot be stored and keeps nothing of its batch', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    const [first] = told as [Step];
    const value = (() => 'a function') as unknown as string;
    const bad = { ...first, id: newId(), operations: [{ ...first.operations[0]!, id: newId(), value }] };
    await expect(storage.append([...told, bad], versions)).rejects.toMatchObject({ problem: 'failed' });
    expect(await storage.openArticle(articleId)).toBeNull();
  });

  it('writes with strict durability', async () => {
    const storage = await open();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await storage.append(playWork().told);
    expect(transaction).toHaveBeenCalledWith(expect.anything(), 'readwrite', { durability: 'strict' });
  });
});

describe('opening', () => {
  it('finds everything again after the page was closed', async () => {
    const storage = await open();
    const { store, told, versions } = playWork();
    await storage.append(told, versions);
    storage.close();
    expect(plain((await openStore(await open(), articleId))!.desk)).toEqual(plain(store.desk));
  });

  it('tells a page that is older than the database to reload', async () => {
    closing.push(await openDB(name, schemaVersion + 1));
    await expect(open()).rejects.toMatchObject({ name: 'StorageError', problem: 'newer-version', message: expect.stringContaining('Reload') as string });
  });

  it('says that there is no storage where the browser gives none', async () => {
    for (const problem of ['SecurityError', 'InvalidStateError']) {
      vi.stubGlobal('indexedDB', {
        open: () => {
          throw new DOMException('no', problem);
        },
      });
      await expect(open()).rejects.toMatchObject({ problem: 'unavailable', message: expect.stringContaining('private window') as string });
    }
    vi.stubGlobal('indexedDB', undefined);
    await expect(open()).rejects.toMatchObject({ name: 'StorageError', problem: 'unavailable' });
  });

  it('waits for a tab that makes way, and gives up with advice on one that does not', async () => {
    const older = await openDB(name, schemaVersion, { blocking: () => undefined });
    closing.push(older);
    const factory = indexedDB;
    vi.stubGlobal('indexedDB', { open: (database: string) => factory.open(database, schemaVersion + 1) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = openIndexedDb(name);
    opening.catch(() => undefined);
    await untilReal(() => vi.getTimerCount() > 0);
    vi.advanceTimersByTime(3000);
    await expect(opening).rejects.toMatchObject({ problem: 'blocked', message: expect.stringContaining('Close the other tabs') as string });
  });
});

describe('losing the connection', () => {
  it('makes way for a newer tab, and says so from then on', async () => {
    const storage = await open();
    const lost: StorageError[] = [];
    storage.onLost(error => lost.push(error));
    closing.push(await openDB(name, schemaVersion + 1)); // would wait for ever if the connection stayed
    expect(lost.map(error => error.problem)).toEqual(['outdated']);
    await expect(storage.append(playWork().told)).rejects.toBe(lost[0]);
    await expect(storage.listArticles()).rejects.toBe(lost[0]);
  });

  it('makes way for somebody who deletes the database', async () => {
    const storage = await open();
    const lost: StorageError[] = [];
    storage.onLost(error => lost.push(error));
    await deleteDB(name);
    expect(lost.map(error => error.problem)).toEqual(['unavailable']);
  });

  it('opens the database again after the browser terminated the connection', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    await storage.append(told.slice(0, 1), versions);
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase) {
      this.close();
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    await storage.append(told.slice(1));
    expect(transaction).toHaveBeenCalledTimes(2);
    expect(await storage.history(articleId)).toHaveLength(told.length);
  });

  it('refuses to work once it was closed', async () => {
    const storage = await open();
    storage.close();
    await expect(storage.listArticles()).rejects.toMatchObject({ name: 'StorageError' });
  });
});

describe('damage', () => {
  const damageAnnotation = async (id: string, damaged: unknown): Promise<void> => {
    const db = await behind();
    const page = (await db.get('annotations', [articleId, pageOf(id)]))!;
    await db.put('annotations', { ...page, records: page.records.map(record => ((record as { id: string }).id === id ? damaged : record)) });
  };

  it('folds damaged records again from the log', async () => {
    const storage = await open();
    const { store, told, versions } = playWork();
    await storage.append(told, versions);
    const db = await behind();
    await damageAnnotation('a', { id: 'a', fields: 'gone' });
    await db.put('sources', { id: 's', record: 7 });
    await db.put('articles', { ...(await db.get('articles', articleId))!, record: null });
    const opened = (await storage.openArticle(articleId))!;
    expect(plain((await openStore(storage, articleId))!.desk)).toEqual(plain(store.desk));
    expect(opened.damaged).toEqual([]);
    expect((await storage.listArticles()).map(line => line.record.id)).toEqual([articleId]);
    expect(await storage.listSources()).toHaveLength(1);
  });

  it('folds a torn page again from the log', async () => {
    const storage = await open();
    const { store, told, versions } = playWork();
    await storage.append(told, versions);
    const db = await behind();
    await db.put('annotations', { article: articleId, page: pageOf('a'), records: 'torn' } as never);
    expect(plain((await openStore(storage, articleId))!.desk)).toEqual(plain(store.desk));
    expect((await storage.openArticle(articleId))!.damaged).toEqual([]);
    await storage.append([store.change({ name: 'edit', edits: [{ annotation: 'a', field: 'comment', value: 'x' }] })!]);
    await db.clear('log');
    expect(plain((await openStore(storage, articleId))!.desk)).toEqual(plain(store.desk));
    expect((await storage.openArticle(articleId))!.damaged).toEqual([]);
  });

  it('mends damaged records with the next change', async () => {
    const storage = await open();
    const { store, told, versions } = playWork();
    await storage.append(told, versions);
    const db = await behind();
    await damageAnnotation('a', undefined);
    await db.put('sources', { id: 's', record: {} });
    await db.put('articles', { ...(await db.get('articles', articleId))!, record: [] });
    await storage.append([store.change({ name: 'edit', edits: [{ annotation: 'a', field: 'comment', value: 'x' }, { source: 's', field: 'url', value: 'https://example.org' }, { field: 'title', value: 'New' }] })!]);
    await db.clear('log');
    expect(plain((await openStore(storage, articleId))!.desk)).toEqual(plain(store.desk));
    expect((await storage.listArticles())[0]!.annotations).toBe(2);
  });

  it('passes over what cannot be mended, names it, and leaves it where it is', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    await storage.append(told, versions);
    const db = await behind();
    await damageAnnotation('a', { id: 'a', torn: true });
    await db.put('versions', { ...(await db.get('versions', [articleId, versions[1]!.id]))!, version: { ...versions[1]!, text: 5 } } as never);
    for (const entry of await db.getAll('log')) {
      if (entry.operations.some(([, , , annotation]) => annotation === 'a')) await db.put('log', { ...entry, operations: 'torn' } as never);
    }
    const opened = (await storage.openArticle(articleId))!;
    expect(opened.annotations.map(record => record.id)).toEqual(['b']);
    expect(opened.versions.map(version => version.id)).toEqual([versions[0]!.id]);
    expect(opened.damaged).toEqual(expect.arrayContaining(['annotations/a', `versions/${versions[1]!.id}`]));
    expect(opened.damaged.filter(one => one.startsWith('log/'))).toHaveLength(2);
    expect((await db.get('annotations', [articleId, pageOf('a')]))!.records).toContainEqual({ id: 'a', torn: true });
  });

  it('rejects an article that cannot be read at all as damaged', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    await storage.append(told, versions);
    const db = await behind();
    await db.clear('log');
    await db.put('articles', { ...(await db.get('articles', articleId))!, record: null });
    await expect(storage.openArticle(articleId)).rejects.toMatchObject({ problem: 'damaged' });
    expect(await storage.listArticles()).toEqual([]);
  });

  it('reads as much of a damaged screen as it can', async () => {
    const storage = await open();
    const { told, versions } = playWork();
    await storage.append(told, versions);
    const db = await behind();
    const screen = { active: 5, filter: { search: 'chips', types: ['claim', 'gone'], statuses: 7 }, sorting: 'unheard', readingOffset: 12 };
    await db.put('screens', { article: articleId, screen } as never);
    expect((await storage.openArticle(articleId))!.screen).toEqual({
      active: null,
      filter: { search: 'chips', types: ['claim'], statuses: [], ratings: [], tags: [], reviewers: [] },
      sorting: 'position',
      readingOffset: 12,
      coverage: false,
      draft: null,
    });
  });
});

describe('other tabs', () => {
  it('tells them of what was appended and purged', async () => {
    const [here, there] = [await open(), await open()];
    const notices: Notice[] = [];
    there.watch(notice => notices.push(notice));
    const { told, versions } = playWork();
    const { position } = await here.append(told, versions);
    await here.purge(articleId);
    await untilReal(() => notices.length === 2);
    expect(notices).toEqual([{ position, purged: null }, { position, purged: articleId }]);
  });

  it('tells them through localStorage where there is no BroadcastChannel', async () => {
    const page = new EventTarget();
    const others: string[] = [];
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('window', page);
    vi.stubGlobal('localStorage', { setItem: (key: string, value: string) => others.push(key, value) });
    const storage = await open();
    const notices: Notice[] = [];
    storage.watch(notice => notices.push(notice));
    const { told, versions } = playWork();
    await storage.append(told, versions);
    expect(notices).toHaveLength(1);
    const [key, newValue] = others;
    page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'another', newValue }));
    expect(notices).toEqual([notices[0], notices[0]]);
  });

  it('goes on without hearing of them where there is neither', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const storage = await open();
    const { told, versions } = playWork();
    await storage.append(told, versions);
    expect(await storage.history(articleId)).toHaveLength(told.length);
  });
});

it('spreads annotations evenly over its pages', () => {
  const pages = Array.from({ length: 10_240 }, (_, index) => pageOf(`urn:uuid:00000000-0000-4000-8000-${index}`));
  const counts = [...new Set(pages)].map(page => pages.filter(other => other === page).length);
  expect(counts).toHaveLength(256);
  expect(Math.max(...counts)).toBeLessThan(80);
});

/** A `put` that works some times and then fails, as a real request does: asynchronously, and aborting. */
function failAfter(times: number, error: DOMException) {
  const { put } = IDBObjectStore.prototype;
  return function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>): IDBRequest<IDBValidKey> {
    if (times-- > 0) return put.apply(this, given);
    throw error;
  };
}

async function untilReal(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn++) await new Promise(resolve => setImmediate(resolve));
}
