// The database of real browsers: structured cloning, durability, other connections, size.
import { expect } from 'chai';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { readAnnotation } from '../../src/domain/annotation.ts';
import type { Json } from '../../src/domain/json.ts';
import { newId } from '../../src/domain/id.ts';
import { Autosave, openStore } from '../../src/storage/autosave.ts';
import { askToPersist, openIndexedDb } from '../../src/storage/indexed-db.ts';
import { schemaVersion } from '../../src/storage/schema.ts';
import type { Notice, Storage, StorageError } from '../../src/storage/storage.ts';
import { anyPlayed, articleId, plain, play, versionsOf, type Action } from '../support/arbitrary-desk.ts';
import { hasCdp, until } from '../support/helpers.ts';

const closing: { close(): unknown }[] = [];
const names = new Set<string>();
const open = async (name: string): Promise<Storage> => {
  names.add(name);
  const storage = await openIndexedDb(name);
  closing.push(storage);
  return storage;
};

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
  for (const name of names) await deleteDB(name);
  names.clear();
});

describe('IndexedDB in this browser', () => {
  it('gives back the desk that was saved', async function () {
    this.timeout(120_000);
    const name = newId();
    const storage = await open(name);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(anyPlayed, async ({ store, told, versions }) => {
        await storage.purge(articleId);
        await storage.append(told, versions);
        // From the disk, not out of the memory of this connection.
        const again = (await openStore(await open(name), articleId))!;
        closing.pop()!.close();
        const { sources: _kept, ...own } = plain(again.desk) as { sources: unknown };
        const { sources: _made, ...expected } = plain(store.desk) as { sources: unknown };
        expect(own).to.deep.equal(expected);
        if (run++ === 0) expect(plain(again.desk)).to.deep.equal(plain(store.desk));
      }),
      { numRuns: 15 },
    );
  });

  it('keeps any text and any name of a field as they are', async () => {
    const storage = await open(newId());
    const values: { [field: string]: Json } = { lone: '\ud800 and \udfff', nul: 'a\0b', joined: '👩‍🚀', ['__proto__']: { deep: ['x'] }, '': 1, constructor: null };
    const edits = Object.entries(values).map(([field, value]) => ({ annotation: 'a', field, value }));
    const { store, told, versions } = play([{ do: 'change', change: { name: 'edit', edits } }]);
    await storage.append(told, versions);
    const again = (await openStore(storage, articleId))!;
    expect(plain(again.desk)).to.deep.equal(plain(store.desk));
    expect(Object.keys(again.desk.annotations.get('a')!.fields)).to.include('__proto__');
  });

  it('keeps 10,000 annotations in one step, and opens them again', async function () {
    this.timeout(120_000);
    const storage = await open(newId());
    const edits = Array.from({ length: 10_000 }, (_, index) => {
      const annotation = newId();
      const fields: { [field: string]: Json } = { type: 'claim', text: `Claim ${index}`, claimant: 'Jensen Huang', kind: 'money', tags: ['chips'] };
      return Object.entries(fields).map(([field, value]) => ({ annotation, field, value }));
    }).flat();
    const { store, told, versions } = play([{ do: 'change', change: { name: 'import', edits } }]);
    await storage.append(told, versions);
    const again = (await openStore(storage, articleId, { reviewer: 'Ann' }))!;
    expect(again.desk.annotations.size).to.equal(10_000);
    expect((await storage.listArticles())[0]!.progress).to.deep.equal({ total: 10_000, settled: 0 });
    expect(again.undoStep!.operations).to.have.length(50_000);
    const [id] = store.desk.annotations.keys();
    expect(again.desk.annotations.get(id!)).to.deep.equal(store.desk.annotations.get(id!));
  });

  it('keeps nothing of a step that cannot be stored', async () => {
    const storage = await open(newId());
    const { told, versions } = play([]);
    const value = (() => 'a function') as unknown as string;
    const bad = { ...told[0]!, id: newId(), operations: [{ ...told[0]!.operations[0]!, id: newId(), value }] };
    const error = await storage.append([...told, bad], versions).then(() => null, (reason: StorageError) => reason);
    expect(error?.problem).to.equal('failed');
    expect(await storage.openArticle(articleId)).to.equal(null);
    await storage.append(told, versions);
    expect(await storage.history(articleId)).to.have.length(1);
  });

  it('lets two connections work on one article', async () => {
    const name = newId();
    const [here, there] = [await open(name), await open(name)];
    const begun = play([]);
    await here.append(begun.told, versionsOf(articleId));
    const tabs = await Promise.all([here, there].map(async (storage, index) => (await openStore(storage, articleId, { reviewer: `Reviewer ${index}` }))!));
    const saves = tabs.map((store, index) => new Autosave(store, [here, there][index]!));
    closing.unshift(...saves);
    for (let turn = 0; turn < 10; turn++) {
      tabs[turn % 2]!.change({ name: 'edit', edits: [{ annotation: `a${turn}`, field: 'type', value: 'claim' }, { annotation: 'shared', field: 'text', value: `turn ${turn}` }] });
    }
    for (const save of saves) await save.flush();
    await until(() => JSON.stringify(plain(tabs[0]!.desk)) === JSON.stringify(plain(tabs[1]!.desk)), 'both tabs show the same');
    const kept = (await openStore(here, articleId))!;
    expect(plain(tabs[0]!.desk)).to.deep.equal(plain(kept.desk));
    expect([...kept.desk.annotations.values()].map(readAnnotation).filter(annotation => annotation !== null)).to.have.length(10);
  });

  it('tells other connections what was appended and purged', async () => {
    const name = newId();
    const [here, there] = [await open(name), await open(name)];
    const notices: Notice[] = [];
    there.watch(notice => notices.push(notice));
    const { told, versions } = play([]);
    await here.append(told, versions);
    await here.purge(articleId);
    await until(() => notices.length === 2);
    expect(notices.map(notice => notice.purged)).to.deep.equal([null, articleId]);
  });

  it('makes way for a newer version of itself, which this one then refuses to open', async () => {
    const name = newId();
    const storage = await open(name);
    const lost: string[] = [];
    storage.onLost(error => lost.push(error.problem));
    closing.push(await openDB(name, schemaVersion + 1));
    expect(lost).to.deep.equal(['outdated']);
    const error = await open(name).then(() => null, (reason: StorageError) => reason);
    expect(error?.problem).to.equal('newer-version');
    const late: Action = { do: 'change', change: { name: 'edit', edits: [{ annotation: 'a', field: 'text', value: 'x' }] } };
    const failed = await storage.append(play([late]).told).then(() => null, (reason: StorageError) => reason);
    expect(failed?.problem).to.equal('outdated');
  });

  it('answers whether it will be kept, without failing', async function () {
    // Firefox asks the user, and there is none here.
    if (!hasCdp) this.skip();
    expect(await askToPersist()).to.be.a('boolean');
  });
});
