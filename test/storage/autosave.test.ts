import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/domain/id.ts';
import type { Step } from '../../src/domain/operation.ts';
import { valueOf } from '../../src/domain/record.ts';
import { Store } from '../../src/store/store.ts';
import { Autosave, openStore, type SaveStatus } from '../../src/storage/autosave.ts';
import { openIndexedDb } from '../../src/storage/indexed-db.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { storageError } from '../../src/storage/problems.ts';
import type { Appended, Storage } from '../../src/storage/storage.ts';
import { anyChange, articleId, beginArticle, clock, plain, play } from '../support/arbitrary-desk.ts';

/** A storage in memory that a test can slow down, break, and let a colleague write into. */
class TestStorage extends MemoryStorage {
  override readonly durable = true;
  /** Ids of the steps of each append, whether it worked or not. */
  readonly appends: string[][] = [];
  readonly reads: number[] = [];
  fails: Error | null = null;
  #gate: Promise<void> | null = null;
  /** Runs once, just before the next append does its work. */
  meanwhile: (() => Promise<unknown>) | null = null;

  override async append(...given: Parameters<MemoryStorage['append']>): Promise<Appended> {
    this.appends.push(given[0].map(step => step.id));
    await this.#gate;
    if (this.fails) throw this.fails;
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    return super.append(...given);
  }
  /** Makes appends wait. Returns how to let them go on. */
  closeGate(): () => void {
    let open = (): void => undefined;
    this.#gate = new Promise(resolve => {
      open = resolve;
    });
    return open;
  }
  /** What another tab does. */
  foreign(...given: Parameters<MemoryStorage['append']>): Promise<Appended> {
    return super.append(...given);
  }
  override since(article: string, position: number) {
    this.reads.push(position);
    return super.since(article, position);
  }
  override async saveScreen(...given: Parameters<MemoryStorage['saveScreen']>): Promise<void> {
    if (this.fails) throw this.fails;
    return super.saveScreen(...given);
  }
}

const comment = (value: string, field = 'comment') => ({ name: 'edit', edits: [{ annotation: 'a', field, value }] });
const kept = async (storage: Storage): Promise<readonly Step[]> => storage.history(articleId);

let storage: TestStorage;
let store: Store;
let page: EventTarget;
let statuses: SaveStatus[];
let autosave: Autosave;
const open: { close(): unknown }[] = [];

const bind = (of: Store, to: Storage, options: ConstructorParameters<typeof Autosave>[2] = {}): Autosave => {
  const made = new Autosave(of, to, options);
  open.push(made);
  return made;
};
const openTab = async (to: Storage, reviewer: string): Promise<{ store: Store; autosave: Autosave }> => {
  const other = (await openStore(to, articleId, { reviewer, now: clock() }))!;
  return { store: other, autosave: bind(other, to) };
};

beforeEach(async () => {
  storage = new TestStorage();
  store = new Store(articleId, { reviewer: 'Ann', now: clock() });
  page = new EventTarget();
  statuses = [];
  autosave = bind(store, storage, { page, onStatus: status => statuses.push(status) });
  store.change(beginArticle());
  await autosave.flush();
  statuses.length = 0;
  storage.appends.length = 0;
  storage.reads.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  storage.fails = null;
  for (const one of open.splice(0)) await one.close();
});

describe('saving', () => {
  it('keeps every step without being asked, and says when it did', async () => {
    store.change(comment('x'));
    expect(autosave.status).toEqual({ kind: 'saving', pending: 1 });
    await vi.waitFor(() => expect(autosave.status).toEqual({ kind: 'saved', pending: 0 }));
    expect(statuses.map(status => status.kind)).toEqual(['saving', 'saved']);
    expect(await kept(storage)).toEqual(store.steps);
  });

  it('says saved only when the append was acknowledged', async () => {
    const openGate = storage.closeGate();
    store.change(comment('x'));
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(autosave.status.kind).toBe('saving');
    openGate();
    await autosave.flush();
    expect(autosave.status.kind).toBe('saved');
  });

  it('appends what is done in one go together, and what is done while saving next, in order', async () => {
    const openGate = storage.closeGate();
    const [a, b] = [store.change(comment('1'))!, store.change(comment('2'))!];
    await vi.waitFor(() => expect(storage.appends).toHaveLength(1));
    const [c, d] = [store.change(comment('3'))!, store.change(comment('4'))!];
    expect(autosave.status.pending).toBe(4);
    openGate();
    await autosave.flush();
    expect(storage.appends).toEqual([[a.id, b.id], [c.id, d.id]]);
    expect(await kept(storage)).toEqual(store.steps);
  });

  it('keeps joined typing as one step, however often it was saved meanwhile', async () => {
    for (const text of ['C', 'Ch', 'Chips']) {
      store.change({ ...comment(text), joinKey: 'a/comment' });
      await autosave.flush();
    }
    expect(storage.appends).toHaveLength(3);
    expect(await kept(storage)).toEqual(store.steps);
    expect(store.steps).toHaveLength(2);
  });

  it('keeps what a store did before it was bound', async () => {
    const other = new TestStorage();
    const early = play([], { article: 'early' }).store;
    await bind(early, other).flush();
    const again = (await openStore(other, 'early'))!;
    expect(plain(again.desk)).toEqual(plain(early.desk));
  });

  it('says off where nothing is kept, and still lets stores on one page share their work', async () => {
    const memory = new MemoryStorage();
    const one = new Store(articleId, { reviewer: 'Ann' });
    const first = bind(one, memory);
    expect(first.status.kind).toBe('off');
    one.change(beginArticle());
    await first.flush();
    const { store: two, autosave: second } = await openTab(memory, 'Ben');
    two.change(comment('from Ben'));
    await second.flush();
    await vi.waitFor(() => expect(valueOf(one.desk.annotations.get('a'), 'comment')).toBe('from Ben'));
    expect(first.status.kind).toBe('off');
  });

  it('opens no store for an article that is not there', async () => {
    expect(await openStore(storage, 'nowhere')).toBeNull();
  });
});

describe('a failed save', () => {
  it('keeps the work in memory, says why, and saves it all at the next chance', async () => {
    storage.fails = storageError('full');
    store.change(comment('x'));
    await vi.waitFor(() => expect(autosave.status).toEqual({ kind: 'failed', error: storage.fails, pending: 1 }));
    expect(valueOf(store.desk.annotations.get('a'), 'comment')).toBe('x');
    await autosave.retry();
    expect(autosave.status).toMatchObject({ kind: 'failed', pending: 1 });
    storage.fails = null;
    await autosave.retry();
    expect(autosave.status).toEqual({ kind: 'saved', pending: 0 });
    expect(await kept(storage)).toEqual(store.steps);
  });

  it('is told to whoever waits for a flush', async () => {
    storage.fails = new DOMException('quota', 'QuotaExceededError');
    store.change(comment('x'));
    await expect(autosave.flush()).rejects.toMatchObject({ name: 'StorageError', problem: 'full' });
  });

  it.each(['outdated', 'newer-version', 'blocked', 'purged', 'unavailable'] as const)('with the reason %s is shown, and nothing is lost', async problem => {
    storage.fails = storageError(problem);
    store.change(comment('x'));
    await autosave.retry();
    expect(autosave.status).toMatchObject({ kind: 'failed', pending: 1, error: { problem } });
    expect(store.steps).toHaveLength(2);
  });

  it('is tried again at later steps, less and less often', async () => {
    storage.fails = storageError('failed');
    const tried: number[] = [];
    for (let step = 1; step <= 20; step++) {
      const before = storage.appends.length;
      store.change(comment(String(step)));
      await vi.waitFor(() => expect(autosave.status.kind).toBe('failed'));
      if (storage.appends.length > before) tried.push(step);
    }
    expect(tried).toEqual([1, 2, 4, 8, 16]);
    expect(autosave.status.pending).toBe(20);
    storage.fails = null;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(autosave.status.kind).toBe('saved'));
    expect(await kept(storage)).toEqual(store.steps);
  });

  it('whose outcome is not known can be repeated: what was kept is passed over', async () => {
    const step = store.change(comment('x'))!;
    storage.meanwhile = async () => {
      await storage.foreign([step]);
      throw new Error('the answer got lost');
    };
    await autosave.retry();
    await autosave.flush();
    expect(await kept(storage)).toEqual(store.steps);
  });
});

describe('other tabs', () => {
  it('see each other’s steps, versions and sources', async () => {
    const other = await openTab(storage, 'Ben');
    store.change({ name: 'edit', edits: [...comment('from Ann').edits, { source: 's', field: 'title', value: 'Report' }] });
    await autosave.flush();
    await vi.waitFor(() => expect(plain(other.store.desk)).toEqual(plain(store.desk)));
    other.store.change(comment('from Ben'));
    await other.autosave.flush();
    await vi.waitFor(() => expect(plain(store.desk)).toEqual(plain(other.store.desk)));
    expect(store.steps).toEqual(await kept(storage));
  });

  it('do not bring back one’s own steps', async () => {
    const received = vi.spyOn(store, 'receive');
    for (const value of ['1', '2', '3']) {
      store.change(comment(value));
      await autosave.flush();
    }
    expect(storage.reads).toEqual([]);
    await autosave.catchUp();
    expect(received.mock.calls).toEqual([[[], []]]);
  });

  it('are not missed when they append between one’s own appends', async () => {
    const foreign = (await openStore(storage, articleId, { reviewer: 'Ben' }))!.change(comment('theirs', 'text'))!;
    storage.meanwhile = () => storage.foreign([foreign]);
    store.change(comment('mine'));
    await autosave.flush();
    await vi.waitFor(() => expect(valueOf(store.desk.annotations.get('a'), 'text')).toBe('theirs'));
    expect(store.steps).toHaveLength(3);
  });

  it('are caught up with when the page comes to the front', async () => {
    const foreign = (await openStore(storage, articleId, { reviewer: 'Ben' }))!.change(comment('theirs'))!;
    for (const event of ['visibilitychange', 'pageshow']) {
      storage.reads.length = 0;
      page.dispatchEvent(new Event(event));
      expect(storage.reads).toHaveLength(1);
      await storage.foreign([foreign]);
      await autosave.catchUp();
    }
    expect(valueOf(store.desk.annotations.get('a'), 'comment')).toBe('theirs');
  });

  it('and what they did before a store was bound is read at once', async () => {
    const late = (await openStore(storage, articleId, { reviewer: 'Cleo' }))!;
    store.change(comment('meanwhile'));
    await autosave.flush();
    bind(late, storage);
    await vi.waitFor(() => expect(plain(late.desk)).toEqual(plain(store.desk)));
  });

  it('a new article knows the sources of the desk', async () => {
    store.change({ name: 'edit', edits: [{ source: 's', field: 'title', value: 'Report' }] });
    store.change({ name: 'edit', edits: [{ source: 's', field: 'title', value: 'The report' }] });
    await autosave.flush();
    const fresh = new Store('a-new-article', { reviewer: 'Ann' });
    await bind(fresh, storage).catchUp();
    expect(fresh.desk.sources).toEqual(store.desk.sources);
  });

  it('end in the same state whatever they do, on one database', { timeout: 30_000 }, async () => {
    const work = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('change', 'change', 'undo', 'wait'), anyChange), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(work, async all => {
        const name = newId();
        const storages = [await openIndexedDb(name), await openIndexedDb(name), await openIndexedDb(name)];
        const begun = play([]);
        await storages[0]!.append(begun.told, begun.versions);
        const tabs = await Promise.all(storages.map((one, index) => openTab(one, ['Ann', 'Ben', 'Ann'][index]!)));
        for (const [who, what, change] of all) {
          if (what === 'change') tabs[who]!.store.change(change);
          else if (what === 'undo') tabs[who]!.store.undo();
          else await tabs[who]!.autosave.flush();
        }
        for (const tab of tabs) await tab.autosave.flush();
        for (const tab of tabs) await tab.autosave.catchUp();
        const last = (await openStore(storages[0]!, articleId))!;
        for (const tab of tabs) {
          expect(plain(tab.store.desk)).toEqual(plain(last.desk));
          expect(tab.store.steps.map(step => step.id).sort()).toEqual(last.steps.map(step => step.id).sort());
        }
        for (const tab of tabs) await tab.autosave.close();
        for (const one of storages) one.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('the screen', () => {
  const screenOf = async (): Promise<unknown> => (await storage.openArticle(articleId))!.screen;

  it('is kept once it has rested', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const saved = vi.spyOn(storage, 'saveScreen');
    for (const readingOffset of [1, 2, 3]) {
      store.setScreen({ readingOffset });
      vi.advanceTimersByTime(299);
    }
    expect(saved).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(saved).toHaveBeenCalledExactlyOnceWith(articleId, store.screen);
    expect(autosave.status.kind).toBe('saved');
  });

  it.each(['pagehide', 'visibilitychange'])('is kept at once on %s, and so are steps', async event => {
    store.setScreen({ active: 'a', readingOffset: 7 });
    store.change(comment('last words'));
    page.dispatchEvent(new Event(event));
    await vi.waitFor(async () => expect(await screenOf()).toMatchObject({ active: 'a', readingOffset: 7 }));
    expect(await kept(storage)).toEqual(store.steps);
  });

  it('that could not be kept is shown, and kept with the next save', async () => {
    storage.fails = storageError('full');
    store.setScreen({ readingOffset: 9 });
    await autosave.retry();
    expect(autosave.status).toMatchObject({ kind: 'failed', pending: 0 });
    storage.fails = null;
    await autosave.retry();
    expect(autosave.status.kind).toBe('saved');
    expect(await screenOf()).toMatchObject({ readingOffset: 9 });
  });
});

describe('closing', () => {
  it('keeps what waits, then hears nothing', async () => {
    store.change(comment('x'));
    store.setScreen({ readingOffset: 3 });
    await autosave.close();
    expect(await kept(storage)).toEqual(store.steps);
    expect((await storage.openArticle(articleId))!.screen).toMatchObject({ readingOffset: 3 });
    storage.appends.length = 0;
    store.change(comment('y'));
    page.dispatchEvent(new Event('pagehide'));
    expect(storage.appends).toEqual([]);
  });
});
