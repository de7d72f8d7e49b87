import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readAnnotation } from '../src/domain/annotation.ts';
import { readArticle, type ArticleField } from '../src/domain/article.ts';
import { hashText, type ArticleVersion, type VersionOrigin } from '../src/domain/article-version.ts';
import { newId } from '../src/domain/id.ts';
import { sameJson, type JsonObject } from '../src/domain/json.ts';
import type { Step } from '../src/domain/operation.ts';
import { readNative } from '../src/formats/native.ts';
import { FormatError } from '../src/formats/format-error.ts';
import { formats, type FormatId } from '../src/formats/formats.ts';
import { openArticle, setRemoved } from '../src/store/changes.ts';
import { articleOf, sourceUses, versionOf } from '../src/store/queries.ts';
import type { VersionStep } from '../src/store/new-version.ts';
import type { Follow, PlacementCounts } from '../src/store/relocation.ts';
import { Store, type StoreEvent } from '../src/store/store.ts';
import { Autosave, openStore, type SaveStatus } from '../src/storage/autosave.ts';
import { openIndexedDb } from '../src/storage/indexed-db.ts';
import { MemoryStorage } from '../src/storage/memory.ts';
import { StorageError, type ArticleSummary, type Storage } from '../src/storage/storage.ts';
import type { SourceUse } from './source-row.ts';
import { makeCurrent, placeMarks } from './text-versions.ts';

/** The text of an article and what is known about it, read from a file, the clipboard or the page. */
export interface ArticleText {
  readonly document: JsonObject;
  readonly text: string;
}

/** How long a deleted article can still be brought back, in milliseconds: 30 days. */
const keepDeleted = 30 * 24 * 60 * 60 * 1000;

/**
 * The desk behind the root element: its storage, the list of articles, and the open article's store with its autosave.
 * Told in the order it happens: `connect` opens the storage (memory, where there is none, with `problem` saying why);
 * `list` reads the articles; `open`, `create` or `importNative` make `store`; its every event re-renders the host;
 * `close` lets go of the article after everything is kept; `disconnect` of the storage.
 */
export class DeskController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onEvent: (event: StoreEvent) => void;
  readonly #onSave: (status: SaveStatus) => void;
  #connected: Promise<Storage> | null = null;
  #autosave: Autosave | null = null;
  #unsubscribe: (() => void)[] = [];

  storage: Storage | null = null;
  store: Store | null = null;
  /** Null while the list is being read. */
  articles: readonly ArticleSummary[] | null = null;
  /** Why the work is not kept in IndexedDB; null when it is. */
  problem: StorageError | null = null;
  saveStatus: SaveStatus = { kind: 'saved', pending: 0 };
  /** True when the work is meant to live in memory: `storage="none"`. */
  inMemory = false;
  reviewer = '';

  constructor(host: ReactiveControllerHost, options: { onEvent: (event: StoreEvent) => void; onSave: (status: SaveStatus) => void }) {
    this.#host = host;
    this.#onEvent = options.onEvent;
    this.#onSave = options.onSave;
    host.addController(this);
  }

  hostConnected(): void {
    // The root element connects when its attributes are known.
  }

  /** Opens the storage, once. Where IndexedDB fails the work goes on in memory and `problem` says so. */
  connect(kind: 'indexeddb' | 'none', name?: string): Promise<Storage> {
    return (this.#connected ??= this.#connect(kind, name));
  }

  async #connect(kind: 'indexeddb' | 'none', name?: string): Promise<Storage> {
    this.inMemory = kind === 'none';
    if (this.inMemory) {
      this.storage = new MemoryStorage();
    } else {
      try {
        this.storage = await openIndexedDb(name);
      } catch (error) {
        this.problem = asStorageError(error);
        this.storage = new MemoryStorage();
      }
    }
    this.#unsubscribe.push(
      this.storage.watch(() => void this.list()),
      this.storage.onLost(error => {
        this.problem = error;
        this.#host.requestUpdate();
      }),
    );
    this.#host.requestUpdate();
    void this.#purgeOld(this.storage);
    return this.storage;
  }

  /** Takes out for good what was deleted a month ago. What fails now is tried again at the next visit. */
  async #purgeOld(storage: Storage): Promise<void> {
    try {
      const limit = new Date(Date.now() - keepDeleted).toISOString();
      for (const { record, modifiedAt } of await storage.listArticles({ removed: true })) if (modifiedAt < limit) await storage.purge(record.id);
    } catch {
      // The list of articles will show what is wrong with the storage.
    }
  }

  /** Lets go of everything. The next `connect` starts anew. */
  async disconnect(): Promise<void> {
    await this.#letGo();
    for (const stop of this.#unsubscribe.splice(0)) stop();
    this.storage?.close();
    this.storage = null;
    this.#connected = null;
  }

  /** Reads the list of articles. */
  async list(): Promise<void> {
    if (!this.storage) return;
    try {
      this.articles = await this.storage.listArticles();
    } catch (error) {
      this.problem = asStorageError(error);
      this.articles ??= [];
    }
    this.#host.requestUpdate();
  }

  /** Opens an article that is kept. False when there is none with this id. */
  async open(id: string): Promise<boolean> {
    const storage = this.#kept();
    const store = await openStore(storage, id, { reviewer: this.reviewer });
    if (!store) return false;
    await this.#use(store, storage);
    return true;
  }

  /** Makes a new article of a text and opens it. Returns its id. */
  async create(
    text: ArticleText,
    fields: { readonly [field in ArticleField]?: string },
    origin: VersionOrigin,
    id = newId(),
  ): Promise<string> {
    const storage = this.#kept();
    const store = new Store(id, { reviewer: this.reviewer });
    await this.#use(store, storage);
    store.change(openArticle(this.makeVersion(id, text, origin), fields));
    await this.#autosave?.retry();
    return id;
  }

  /** A version of an article's text, as it is now. */
  makeVersion(article: string, { document, text }: ArticleText, origin: VersionOrigin): ArticleVersion {
    return { id: newId(), article, document, text, hash: hashText(text), at: new Date().toISOString(), by: this.reviewer, origin };
  }

  /**
   * Takes in a native file: its steps join those that are kept, and where its readable part says something else, that is one
   * step more, with the authors that the file names. Where this browser has another value that the file's author had not
   * seen, both are shown. An article that had been deleted comes back. Opens the article and returns its id.
   *
   * @throws FormatError when the file is not what it should be; then nothing has changed.
   */
  async importNative(text: string): Promise<string> {
    const { article, steps, versions, authored } = readNative(text, { by: this.reviewer });
    const storage = this.#kept();
    if (this.store?.desk.id === article) await this.close();
    const said = authored();
    await storage.append(said ? [...steps, said] : steps, versions);
    const store = await openStore(storage, article, { reviewer: this.reviewer });
    if (!store) throw new StorageError('failed', 'The file was read, but its article could not be opened. Reload the page and try again.');
    await this.#use(store, storage);
    if (articleOf(store.desk)?.removed) {
      store.change(setRemoved(false));
      await this.retry();
    }
    return article;
  }

  /** Every step of the open article; what is not kept yet included. */
  async history(): Promise<readonly Step[]> {
    const { store } = this;
    if (!store) return [];
    await this.#autosave?.flush().catch(() => undefined);
    const kept = await this.#kept().history(store.desk.id).catch(() => []);
    const ids = new Set(kept.map(step => step.id));
    return [...kept, ...store.steps.filter(step => !ids.has(step.id))];
  }

  /** Takes an article off the list, or puts it back, whether it is open or not. */
  async setRemoved(id: string, removed: boolean): Promise<void> {
    const storage = this.#kept();
    const change = setRemoved(removed);
    if (this.store?.desk.id === id) {
      this.store.change(change);
      await this.#autosave?.flush();
    } else {
      const store = await openStore(storage, id, { reviewer: this.reviewer });
      const step = store?.change(change);
      if (step) await storage.append([step]);
    }
    await this.list();
  }

  /** Where sources are used in the articles that are kept and not open, by the ids that stand there. Rejects with a `StorageError`. */
  async sourceUsesElsewhere(): Promise<ReadonlyMap<string, readonly SourceUse[]>> {
    const storage = this.#kept();
    const uses = new Map<string, SourceUse[]>();
    for (const { record } of await storage.listArticles()) {
      if (record.id === this.store?.desk.id) continue;
      const { title } = readArticle(record);
      const annotations = ((await storage.openArticle(record.id))?.annotations ?? []).flatMap(one => readAnnotation(one) ?? []);
      // As they stand there: whoever shows them knows what was merged.
      for (const [id, count] of sourceUses(annotations, new Map())) uses.set(id, [...(uses.get(id) ?? []), { article: record.id, title, count }]);
    }
    return uses;
  }

  /** Title of an article of the list; empty when it has none. */
  titleOf(id: string): string {
    const summary = this.articles?.find(({ record }) => record.id === id);
    return summary ? readArticle(summary.record).title : '';
  }

  /**
   * Closes the open article once everything of it is kept. Rejects with a `StorageError`, and leaves it open, while some of it
   * cannot be kept: memory is then the only place where it is.
   */
  async close(): Promise<void> {
    await this.#autosave?.flush();
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    const autosave = this.#autosave;
    this.#autosave = null;
    this.store = null;
    await autosave?.close();
    this.#host.requestUpdate();
  }

  /** Tries again to keep what could not be kept. */
  async retry(): Promise<void> {
    await this.#autosave?.retry();
  }

  /** Resolves when everything done so far is kept. Rejects with a `StorageError` when it cannot be. */
  async flush(): Promise<void> {
    await this.#autosave?.flush();
  }

  /**
   * Makes a text the next version of the open article and puts every annotation where its words are now, in one step.
   * Null when it is the text that is there already; else how many marks stand how.
   */
  async newVersion(text: ArticleText, origin: VersionOrigin, name: VersionStep = 'new-version', follow?: Follow): Promise<PlacementCounts | null> {
    const store = this.#opened();
    const current = versionOf(store.desk);
    const version = this.makeVersion(store.desk.id, text, origin);
    if (version.hash === current?.hash && sameJson(version.document, current.document)) return null;
    return makeCurrent(store, version, name, follow);
  }

  /**
   * Goes back to a version that is kept; the others stay. Says how many marks stand how.
   *
   * @throws RangeError when the article has no such version.
   */
  async restoreVersion(id: string): Promise<PlacementCounts> {
    const store = this.#opened();
    const version = store.desk.versions.get(id);
    if (!version) throw new RangeError(`No version "${id}" of this article`);
    return makeCurrent(store, version, 'restore-version');
  }

  /** Puts annotations of another format into the open article, in one step. Returns what came in, in words. */
  importAnnotations(text: string, format: FormatId): readonly string[] {
    const { store } = this;
    const version = store && versionOf(store.desk);
    const row = formats.find(({ id }) => id === format);
    if (!row) throw new RangeError(`No format "${format}"`);
    if (!row.readInto) throw new FormatError('foreign', `“${row.name}” is a file to look things up in, not one to take in. The fact check (JSON) holds the same history and can be imported.`);
    if (!store || !version) throw new FormatError('foreign', 'This file holds annotations but no article. Open the article first, then import it there.');
    const { authored, report } = row.readInto(text, { article: store.desk.id, version: version.id, text: version.text }, { desk: store.desk, now: { by: this.reviewer } });
    const said = authored();
    const changed = said !== null && store.adopt(said) !== null;
    return [
      `${report.total} annotations: ${report.exact} placed exactly, ${report.moved + report.changed} with changed words or place, ${report.ambiguous} to decide, ${report.lost} not found.`,
      ...(changed ? [] : ['All of it was here already.']),
      ...report.notUnderstood.map(({ path, why }) => `${path}: ${why}`),
    ];
  }

  #opened(): Store {
    if (!this.store) throw new TypeError('No article is open');
    return this.store;
  }

  #kept(): Storage {
    if (!this.storage) throw new TypeError('The storage is not open yet: await connect() first');
    return this.storage;
  }

  async #use(store: Store, storage: Storage): Promise<void> {
    await this.close();
    this.store = store;
    store.subscribe(event => {
      this.#onEvent(event);
      this.#host.requestUpdate();
      // What another tab did, or an undo, may bring marks of another version.
      if (event.type === 'received' || (event.type === 'step' && event.step.undoes !== null)) void placeMarks(store);
    });
    this.#autosave = new Autosave(store, storage, {
      onStatus: status => {
        this.saveStatus = status;
        this.#onSave(status);
        this.#host.requestUpdate();
      },
    });
    void placeMarks(store);
    this.#host.requestUpdate();
  }
}

function asStorageError(error: unknown): StorageError {
  return error instanceof StorageError
    ? error
    : new StorageError('failed', `The storage of this browser failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}
