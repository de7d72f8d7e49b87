// What every storage promises; run on both.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readAnnotation } from '../../src/domain/annotation.ts';
import { applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import { newId } from '../../src/domain/id.ts';
import type { Operation, Step } from '../../src/domain/operation.ts';
import { progressOf } from '../../src/domain/status.ts';
import { freshScreen, noFilter } from '../../src/store/screen.ts';
import { openStore } from '../../src/storage/autosave.ts';
import { openIndexedDb } from '../../src/storage/indexed-db.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { recentSteps, type Storage } from '../../src/storage/storage.ts';
import { anyActions, anyPlayed, articleId, plain, play, versionsOf, type Action } from '../support/arbitrary-desk.ts';

const opened: Storage[] = [];
afterEach(() => {
  for (const storage of opened.splice(0)) storage.close();
});

const kinds: readonly [string, () => Promise<Storage>][] = [
  ['IndexedDB', () => openIndexedDb(newId())],
  ['memory', async () => new MemoryStorage()],
];

/** Type something into one field, `times` times, as steps of their own. */
const edits = (times: number, field = 'text'): Action[] =>
  Array.from({ length: times }, (_, index): Action => ({ do: 'change', change: { name: 'edit', edits: [{ annotation: 'a', field, value: `${field} ${index}` }] } }));
const change = (...all: { annotation?: string; source?: string; field: string; value: string | boolean }[]): Action => ({ do: 'change', change: { name: 'edit', edits: all } });

// Laws take long when other work has the processor.
describe.each(kinds)('%s', { timeout: 30_000 }, (_kind, make) => {
  const open = async (): Promise<Storage> => {
    const storage = await make();
    opened.push(storage);
    return storage;
  };
  const load = async (storage: Storage, article = articleId): Promise<Desk> => (await openStore(storage, article))!.desk;

  it('gives back the desk that was saved, whichever steps were saved together', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlayed, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), async ({ store, told, versions }, sizes) => {
        const storage = await open();
        for (let start = 0; start < told.length; ) {
          const size = sizes.next().value!;
          await storage.append(told.slice(start, start + size), start === 0 ? versions : []);
          start += size;
        }
        const again = (await openStore(storage, articleId))!;
        expect(plain(again.desk)).toEqual(plain(store.desk));
        expect(again.steps).toEqual(store.steps);
        expect(await storage.history(articleId)).toEqual(store.steps);
      }),
      { numRuns: 40 },
    );
  });

  it('gives back what can be undone, across a reload', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlayed, async ({ store, told, versions }) => {
        const storage = await open();
        await storage.append(told, versions);
        const again = (await openStore(storage, articleId, { reviewer: 'Ann', now: store.now }))!;
        expect(again.undoStep).toEqual(store.undoStep);
        expect(again.redoStep).toEqual(store.redoStep);
        while (store.undo()) expect(again.undo()).not.toBeNull();
        const values = (desk: Desk): unknown => [...desk.annotations].map(([id, record]) => [id, readAnnotation(record)?.anchors ?? null]).sort();
        expect(values(again.desk)).toEqual(values(store.desk));
      }),
      { numRuns: 20 },
    );
  });

  it('folds what two tabs append in turns into one desk', async () => {
    const turns = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.boolean(), anyActions), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(turns, async all => {
        const storage = await open();
        const begun = play([]);
        await storage.append(begun.told, begun.versions);
        const tabs = [await openTab(storage, 'Ann'), await openTab(storage, 'Ben')];
        for (const [who, looksFirst, actions] of all) {
          const tab = tabs[who]!;
          if (looksFirst) await tab.catchUp();
          for (const action of actions.slice(0, 4)) tab.perform(action);
          await tab.save();
        }
        for (const tab of tabs) await tab.catchUp();
        const kept = plain(await load(storage));
        for (const tab of tabs) expect(plain(tab.store.desk)).toEqual(kept);
        const history = await storage.history(articleId);
        const refolded = applyOperations(emptyDesk(articleId), history.flatMap(step => step.operations));
        expect(plain({ ...refolded, versions: new Map() })).toEqual(plain({ ...(await load(storage)), versions: new Map() }));
      }),
      { numRuns: 20 },
    );
  });

  it('changes nothing when the same steps come again', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlayed, fc.nat(), async ({ told, versions, store }, pick) => {
        const storage = await open();
        const { position } = await storage.append(told.slice(0, 1 + (pick % told.length)), versions);
        const after = await storage.append(told, versions);
        expect(after.before).toBe(position);
        expect(await storage.append([...told, ...told], versions)).toEqual({ before: after.position, position: after.position });
        expect(plain(await load(storage))).toEqual(plain(store.desk));
        expect(await storage.history(articleId)).toEqual(store.steps);
      }),
      { numRuns: 20 },
    );
  });

  it('lists articles with the progress that their annotations have, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(anyActions, anyActions, async (first, second) => {
        const storage = await open();
        const a = play(first, { article: 'article-a' });
        const b = play(second, { article: 'article-b' });
        for (const step of a.told) await storage.append([step], a.versions);
        await storage.append(b.told, b.versions);
        const list = await storage.listArticles();
        expect(list.map(line => line.record.id).sort()).toEqual(['article-a', 'article-b']);
        expect(list.map(line => line.modifiedAt)).toEqual(list.map(line => line.modifiedAt).sort().reverse());
        for (const line of list) {
          const { desk } = line.record.id === 'article-a' ? a.store : b.store;
          const annotations = [...desk.annotations.values()].map(readAnnotation).filter(annotation => annotation !== null);
          expect(line.progress).toEqual(progressOf(annotations));
          expect(line.annotations).toBe(annotations.length);
          expect(line.record).toEqual(desk.article);
          expect(line.modifiedAt).toBe([desk.article!, ...desk.annotations.values()].map(record => record.modifiedAt).sort().at(-1));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('tells the length of the current text', async () => {
    const storage = await open();
    const { store, told, versions } = play([]);
    await storage.append(told, versions);
    expect((await storage.listArticles())[0]!.length).toBe(versions[0]!.text.length);
    await storage.append([store.change({ name: 'edit', edits: [{ field: 'version', value: versions[1]!.id }] })!]);
    expect((await storage.listArticles())[0]!.length).toBe(versions[1]!.text.length);
  });

  it('has no article before there is one', async () => {
    const storage = await open();
    expect(await storage.openArticle(articleId)).toBeNull();
    expect(await storage.listArticles()).toEqual([]);
    expect(await storage.since(articleId, 0)).toEqual({ steps: [], versions: [], position: 0 });
  });

  it('lists removed articles apart, and still opens them', async () => {
    const storage = await open();
    const { told, versions } = play([change({ field: 'removed', value: true })]);
    await storage.append(told, versions);
    expect(await storage.listArticles()).toEqual([]);
    expect(await storage.listArticles({ removed: true })).toHaveLength(1);
    expect(await load(storage)).toBeDefined();
  });

  it('opens with the newest steps and what they build on, however many there were', async () => {
    const storage = await open();
    const { store, told, versions } = play([...edits(recentSteps + 50), ...edits(1, 'comment')]);
    for (const step of told) await storage.append([step], versions);
    const { steps, bases } = (await storage.openArticle(articleId))!;
    expect(steps).toEqual(store.steps.slice(-recentSteps));
    expect(bases.map(operation => operation.value)).toEqual(['text 50']);
    expect(await storage.history(articleId)).toEqual(store.steps);
  });

  it('opens a long-typed step whole', async () => {
    const storage = await open();
    const typing = Array.from({ length: 300 }, (_, index): Action => ({
      do: 'change',
      change: { name: 'type', joinKey: 'text', edits: [{ annotation: 'a', field: 'text', value: 'x'.repeat(index) }] },
    }));
    const { store, told, versions } = play([...typing, ...edits(150, 'comment')]);
    for (const step of told) await storage.append([step], versions);
    expect((await storage.openArticle(articleId))!.steps).toEqual(store.steps);
    expect(store.steps).toHaveLength(152);
  });

  it('brings back the bases of a step that changes very many fields', async () => {
    const storage = await open();
    const many = (value: string): Action => change(...Array.from({ length: 1200 }, (_, index) => ({ annotation: `a${index}`, field: 'text', value })));
    const { store, told, versions } = play([many('old'), ...edits(recentSteps, 'comment').slice(1), many('new')]);
    await storage.append(told, versions);
    const again = (await openStore(storage, articleId, { reviewer: 'Ann' }))!;
    again.undo();
    store.undo();
    const texts = (desk: Desk): unknown[] => [...desk.annotations.values()].map(record => record.fields['text']?.[0]!.value).sort();
    expect(texts(again.desk)).toEqual(texts(store.desk));
    expect(new Set(texts(again.desk))).toEqual(new Set(['old', undefined]));
  });

  describe('since', () => {
    it('tells what was appended after a position, each step with its new operations', async () => {
      const storage = await open();
      const { store, told, versions } = play([]);
      const { position } = await storage.append(told, versions);
      const first = store.change({ name: 'type', joinKey: 'k', edits: [{ annotation: 'a', field: 'text', value: 'x' }] })!;
      const middle = await storage.append([first]);
      const second = store.change({ name: 'type', joinKey: 'k', edits: [{ annotation: 'a', field: 'text', value: 'xy' }] })!;
      const end = await storage.append([second]);
      expect(await storage.since(articleId, position)).toEqual({ steps: [store.steps.at(-1)], versions: [], position: end.position });
      expect(await storage.since(articleId, middle.position)).toEqual({ steps: [second], versions: [], position: end.position });
      expect((await storage.since(articleId, end.position)).steps).toEqual([]);
      expect((await storage.since(articleId, 0)).versions).toEqual(versions);
    });

    it('tells of sources that were changed while working on another article, but of nothing else there', async () => {
      const storage = await open();
      const { told, versions } = play([change({ source: 's', field: 'title', value: 'Report' }, { annotation: 'a', field: 'type', value: 'claim' })]);
      await storage.append(told, versions);
      const { steps } = await storage.since('another', 0);
      expect(steps.flatMap(step => step.operations.map(operation => [operation.source, operation.field]))).toEqual([['s', 'title']]);
      expect(await storage.listSources()).toHaveLength(1);
    });

    it('tells of steps without operations: an undo that kept everything as it was', async () => {
      const storage = await open();
      const { told, versions } = play([]);
      const { position } = await storage.append(told, versions);
      const step: Step = { id: newId(), article: articleId, name: 'edit', at: '2026-11-24T10:00:00Z', by: 'Ann', undoes: told[0]!.id, operations: [] };
      await storage.append([step]);
      await storage.append([step]);
      expect((await storage.since(articleId, position)).steps).toEqual([step]);
      expect((await storage.openArticle(articleId))!.steps.at(-1)).toEqual(step);
    });
  });

  it('says what stood before, so that nobody skips what came between', async () => {
    const storage = await open();
    const a = play([]);
    const first = await storage.append(a.told, a.versions);
    const b = play([], { article: 'another' });
    const second = await storage.append(b.told, versionsOf('another'));
    expect(first.before).toBe(0);
    expect(second.before).toBe(first.position);
    expect(second.position).toBeGreaterThan(second.before);
  });

  it('keeps how the screen was left', async () => {
    const storage = await open();
    const { told, versions } = play([]);
    await storage.append(told, versions);
    expect((await storage.openArticle(articleId))!.screen).toBeNull();
    const screen = { ...freshScreen, active: 'a', readingOffset: 42, filter: { ...noFilter, search: 'chips', types: ['claim'] as const } };
    await storage.saveScreen(articleId, screen);
    expect((await storage.openArticle(articleId))!.screen).toEqual(screen);
  });

  describe('purge', () => {
    const work = [change({ source: 's', field: 'title', value: 'Report' }, { annotation: 'a', field: 'type', value: 'claim' }), change({ source: 's', field: 'title', value: 'The report' })];

    it('takes out one article and leaves the sources and the others', async () => {
      const storage = await open();
      const a = play(work);
      const b = play(edits(2), { article: 'another' });
      await storage.append([...a.told, ...b.told], [...a.versions, ...b.versions]);
      const sources = await storage.listSources();
      await storage.saveScreen(articleId, freshScreen);
      await storage.purge(articleId);
      expect(await storage.openArticle(articleId)).toBeNull();
      expect(await storage.history(articleId)).toEqual([]);
      expect((await storage.listArticles()).map(line => line.record.id)).toEqual(['another']);
      expect(await storage.listSources()).toEqual(sources);
      expect(await storage.history('another')).toEqual(b.store.steps);
      expect((await load(storage, 'another')).annotations).toEqual(b.store.desk.annotations);
    });

    it('can be made good by importing the article again, and does not set sources back', async () => {
      const storage = await open();
      const { store, told, versions } = play(work);
      await storage.append(told, versions);
      await storage.purge(articleId);
      await storage.append(told, versions);
      expect(plain(await load(storage))).toEqual(plain(store.desk));
      expect(await storage.history(articleId)).toEqual(store.steps);
      expect((await storage.listArticles())[0]!.annotations).toBe(1);
    });

    it('refuses later steps for the article rather than keeping a torso', async () => {
      const storage = await open();
      const { store, told, versions } = play(work);
      await storage.append(told, versions);
      await storage.purge(articleId);
      const step = store.change({ name: 'edit', edits: [{ annotation: 'a', field: 'text', value: 'late' }, { source: 's', field: 'title', value: 'late' }] })!;
      await expect(storage.append([step])).rejects.toMatchObject({ name: 'StorageError', problem: 'purged' });
      expect(await storage.history(articleId)).toEqual([]);
      expect((await storage.listSources())[0]!.fields['title']![0]!.value).toBe('The report');
    });
  });

  it('tells its watchers of appended and purged articles until they stop', async () => {
    const storage = await open();
    const notices: unknown[] = [];
    const stop = storage.watch(notice => notices.push(notice));
    const { told, versions } = play([]);
    const { position } = await storage.append(told, versions);
    await storage.purge(articleId);
    expect(notices).toEqual([{ position, purged: null }, { position, purged: articleId }]);
    stop();
    await storage.append(told, versions);
    expect(notices).toHaveLength(2);
  });

  it('never sets a record back to what a tab that lags behind knows', async () => {
    const storage = await open();
    const begun = play(edits(1));
    await storage.append(begun.told, begun.versions);
    const [fast, slow] = [await openTab(storage, 'Ann'), await openTab(storage, 'Ben')];
    fast!.perform(change({ annotation: 'a', field: 'comment', value: 'from the fast one' }));
    await fast!.save();
    slow!.perform(change({ annotation: 'a', field: 'text', value: 'from the slow one' }));
    await slow!.save();
    const record = (await load(storage)).annotations.get('a')!;
    expect(record.fields['comment']![0]!.value).toBe('from the fast one');
    expect(record.fields['text']![0]!.value).toBe('from the slow one');
  });

  it('rejects an operation that is about nothing, and keeps nothing of its batch', async () => {
    const storage = await open();
    const { told, versions } = play([]);
    const lost: Operation = { ...told[0]!.operations[0]!, id: newId(), article: null };
    const bad: Step = { ...told[0]!, id: newId(), operations: [lost] };
    await expect(storage.append([...told, bad], versions)).rejects.toThrow();
    expect(await storage.listArticles()).toEqual([]);
    await storage.append(told, versions);
    expect(await storage.history(articleId)).toEqual(told);
  });

  it('refuses steps for an article that never was', async () => {
    const storage = await open();
    await expect(storage.append(play(edits(1)).told.slice(1))).rejects.toMatchObject({ problem: 'purged' });
  });
});

/** A tab without an autosave, so that a test decides when it saves and when it looks. */
async function openTab(storage: Storage, reviewer: string) {
  const contents = (await storage.openArticle(articleId))!;
  let { position } = contents;
  const store = (await openStore(storage, articleId, { reviewer }))!;
  const queue: Step[] = [];
  store.subscribe(event => {
    if (event.type === 'step') queue.push(event.step);
  });
  return {
    store,
    perform: (action: Action) => (action.do === 'change' ? store.change(action.change) : store[action.do]()),
    save: async () => {
      await storage.append(queue.splice(0));
    },
    catchUp: async () => {
      const news = await storage.since(articleId, position);
      position = news.position;
      store.receive(news.steps, news.versions);
    },
  };
}
