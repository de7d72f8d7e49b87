import type { ArticleVersion } from '../domain/article-version.ts';
import type { Step } from '../domain/operation.ts';
import type { FieldRecord } from '../domain/record.ts';
import type { Screen } from '../store/screen.ts';
import { append } from './append.ts';
import { openChannel, type Channel } from './channel.ts';
import { openDatabase } from './open.ts';
import { storageError, toStorageError } from './problems.ts';
import { readHistory, readNews, readOpened, readSources, readSummaries } from './read.ts';
import { keysOf, type Database, type ReadTransaction } from './schema.ts';
import type { Appended, ArticleSummary, News, Notice, OpenedArticle, Storage, StorageError } from './storage.ts';
import { read, write } from './transaction.ts';

/**
 * Opens the storage of this browser. Rejects with a `StorageError` (`unavailable`, `newer-version`, `blocked`) when
 * that cannot be had; `MemoryStorage` serves then.
 */
export async function openIndexedDb(name = 'claim-annotator'): Promise<Storage> {
  const storage = new IndexedDbStorage(name);
  await storage.open();
  return storage;
}

/**
 * Asks the browser not to clear what is kept when space gets short. False when it will not promise. Browsers may ask
 * the user, so call it after they did something worth keeping.
 */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    // Forbidden here, as in a sandboxed frame: the same as a no.
    return false;
  }
}

/**
 * Lives from `open` to `close`. In between the browser may terminate the connection (it is opened again at the next
 * need), or a newer tab may ask for the database (it is given up for good, and the listeners of `onLost` are told).
 */
class IndexedDbStorage implements Storage {
  readonly durable = true;
  readonly #name: string;
  readonly #channel: Channel;
  readonly #lostListeners = new Set<(error: StorageError) => void>();
  #opening: Promise<Database> | null = null;
  #lost: StorageError | null = null;

  constructor(name: string) {
    this.#name = name;
    this.#channel = openChannel(name);
  }

  async open(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      this.#channel.close();
      throw error;
    }
  }

  listArticles({ removed = false }: { removed?: boolean } = {}): Promise<readonly ArticleSummary[]> {
    return this.#read(tx => readSummaries(tx, removed));
  }

  openArticle(id: string): Promise<OpenedArticle | null> {
    return this.#read(tx => readOpened(tx, id));
  }

  listSources(): Promise<readonly FieldRecord[]> {
    return this.#read(tx => readSources(tx, []));
  }

  history(article: string): Promise<readonly Step[]> {
    return this.#read(tx => readHistory(tx, article));
  }

  since(article: string, position: number): Promise<News> {
    return this.#read(tx => readNews(tx, article, position));
  }

  async append(steps: readonly Step[], versions: readonly ArticleVersion[] = []): Promise<Appended> {
    const appended = await this.#with(db => append(db, steps, versions));
    this.#channel.post({ position: appended.position, purged: null });
    return appended;
  }

  saveScreen(article: string, screen: Screen): Promise<void> {
    return this.#with(db =>
      write(db, async (tx, queue) => queue(tx.objectStore('screens').put({ article, screen })), ['screens']),
    );
  }

  async purge(article: string): Promise<void> {
    const position = await this.#with(db =>
      write(db, async (tx, queue) => {
        const position = (await tx.objectStore('counters').get('position')) ?? 0;
        queue(tx.objectStore('articles').delete(article));
        queue(tx.objectStore('screens').delete(article));
        queue(tx.objectStore('annotations').delete(keysOf(article)));
        queue(tx.objectStore('versions').delete(keysOf(article)));
        queue(tx.objectStore('log').delete(keysOf(article)));
        return position;
      }),
    );
    this.#channel.post({ position, purged: article });
  }

  watch(listener: (notice: Notice) => void): () => void {
    return this.#channel.listen(listener);
  }

  onLost(listener: (error: StorageError) => void): () => void {
    this.#lostListeners.add(listener);
    return () => this.#lostListeners.delete(listener);
  }

  close(): void {
    this.#lost ??= storageError('unavailable');
    this.#channel.close();
    this.#lostListeners.clear();
    this.#opening?.then(db => db.close(), () => undefined);
    this.#opening = null;
  }

  #connect(): Promise<Database> {
    if (this.#lost) return Promise.reject(this.#lost);
    if (!this.#opening) {
      const opening = openDatabase(this.#name, {
        onTakenOver: error => this.#lose(error),
        onTerminated: () => {
          if (this.#opening === opening) this.#opening = null;
        },
      });
      opening.catch(() => {
        if (this.#opening === opening) this.#opening = null;
      });
      this.#opening = opening;
    }
    return this.#opening;
  }

  #lose(error: StorageError): void {
    this.#lost ??= error;
    this.#opening = null;
    for (const listener of [...this.#lostListeners]) listener(error);
  }

  #read<T>(work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#with(db => read(db, work));
  }

  async #with<T>(work: (db: Database) => Promise<T>, isSecondTry = false): Promise<T> {
    const opening = this.#connect();
    const db = await opening;
    try {
      return await work(db);
    } catch (error) {
      if (!isSecondTry && !this.#lost && error instanceof Error && error.name === 'InvalidStateError') {
        // WebKit closes connections of pages in the background without saying so.
        if (this.#opening === opening) this.#opening = null;
        return this.#with(work, true);
      }
      // A connection that was closed under the work's feet says only that it is closing.
      throw this.#lost ?? toStorageError(error);
    }
  }
}
