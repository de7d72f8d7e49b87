import type { ArticleVersion } from '../domain/article-version.ts';
import type { Step } from '../domain/operation.ts';
import { Store, type StoreEvent } from '../store/store.ts';
import { toStorageError } from './problems.ts';
import type { Storage, StorageError } from './storage.ts';

/** How the saving of one article stands. */
export interface SaveStatus {
  /**
   * - `saved`: everything is kept
   * - `saving`: some of it is on the way
   * - `failed`: some of it could not be kept, `error` says why; it waits in memory
   * - `off`: this page keeps nothing beyond its own life
   */
  readonly kind: 'saved' | 'saving' | 'failed' | 'off';
  readonly error?: StorageError;
  /** Number of steps, or parts of steps, that are not kept yet. */
  readonly pending: number;
}

/** Options of `Autosave`. */
export interface AutosaveOptions {
  /** Calls back when the status changed. */
  readonly onStatus?: (status: SaveStatus) => void;
  /** Where `pagehide`, `pageshow` and `visibilitychange` arrive; the window, where there is one. */
  readonly page?: EventTarget | undefined;
  /** Milliseconds that the screen must rest before it is kept; 300, because scrolling changes it all the time. */
  readonly screenDelay?: number;
}

/** Up to where in the log each opened store was read. */
const readUpTo = new WeakMap<Store, number>();

/** Opens a kept article; null when there is none with this id. Rejects with a `StorageError`. */
export async function openStore(
  storage: Storage,
  article: string,
  options: { reviewer?: string; now?: () => string } = {},
): Promise<Store | null> {
  const opened = await storage.openArticle(article);
  if (!opened) return null;
  const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> => new Map(items.map(item => [item.id, item]));
  const desk = {
    id: article,
    article: opened.article,
    annotations: byId(opened.annotations),
    sources: byId(opened.sources),
    versions: byId(opened.versions),
  };
  const store = new Store({ desk, steps: opened.steps, bases: opened.bases, screen: opened.screen }, options);
  readUpTo.set(store, opened.position);
  return store;
}

/**
 * Keeps one store in one storage, both ways.
 *
 * - Made: what the store did before is queued, unless it came from `openStore`; what others did since is read.
 * - A step in the store: queued, and appended with whatever else waits. One append at a time, in order.
 * - A failed append: the queue stays, memory is the truth, the status says `failed`. Tried again by `retry` and
 *   `flush`, when the page is shown or hidden, and at later steps: the next one, then after 2 more, 4 more, ...
 * - A notice that something was appended: what is new is read and given to the store.
 * - The screen: kept when it has rested, and at once when the page is hidden.
 * - `close`: whatever waits is appended once more, then nothing is heard.
 */
export class Autosave {
  readonly #store: Store;
  readonly #storage: Storage;
  readonly #onStatus: (status: SaveStatus) => void;
  readonly #screenDelay: number;
  readonly #stops: (() => void)[] = [];
  #queue: { readonly step: Step; readonly versions: readonly ArticleVersion[] }[] = [];
  #saving: Promise<void> | null = null;
  #error: StorageError | null = null;
  #failures = 0;
  #stepsUntilRetry = 0;
  /** The log is known up to here. */
  #position: number;
  /** Newest position that was heard of. */
  #heard = 0;
  #reading: Promise<void> | null = null;
  #screenTimer: ReturnType<typeof setTimeout> | null = null;
  #screenWaits = false;
  #status: SaveStatus;
  #closed = false;

  constructor(store: Store, storage: Storage, options: AutosaveOptions = {}) {
    this.#store = store;
    this.#storage = storage;
    this.#onStatus = options.onStatus ?? (() => undefined);
    this.#screenDelay = options.screenDelay ?? 300;
    this.#status = { kind: 'saved', pending: 0 };
    const known = readUpTo.get(store);
    this.#position = known ?? 0;
    this.#stops.push(
      store.subscribe(event => this.#hear(event)),
      storage.watch(({ position }) => {
        this.#heard = Math.max(this.#heard, position);
        // While saving, wait: it may be our own, and then there is nothing to read.
        if (!this.#saving && this.#heard > this.#position) void this.catchUp();
      }),
    );
    const page = 'page' in options ? options.page : typeof window === 'undefined' ? undefined : window;
    if (page) this.#listen(page);
    if (known === undefined && store.steps.length > 0) {
      const versions = [...store.desk.versions.values()];
      this.#queue = store.steps.map((step, index) => ({ step, versions: index === 0 ? versions : [] }));
      this.#startSaving();
    }
    this.#report();
    void this.catchUp();
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** Resolves when everything done so far is kept. Rejects with a `StorageError` when it cannot be. */
  async flush(): Promise<void> {
    this.#forgive();
    for (;;) {
      if (this.#saving) await this.#saving;
      else if (this.#error) throw this.#error;
      else if (this.#queue.length > 0) this.#startSaving();
      else if (this.#screenWaits) await this.#saveScreen();
      else break;
    }
    this.#report();
  }

  /** Tries again what failed. Resolves either way; the status tells. */
  async retry(): Promise<void> {
    await this.flush().catch(() => undefined);
  }

  /** Reads what others appended, and gives it to the store. Resolves either way; a failure is shown in the status. */
  catchUp(): Promise<void> {
    return (this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    }));
  }

  /** Appends what waits, if that still can be done, and stops. */
  async close(): Promise<void> {
    if (this.#closed) return;
    for (const stop of this.#stops.splice(0)) stop();
    await this.retry();
    this.#closed = true;
  }

  #listen(page: EventTarget): void {
    const leave = (): void => void this.retry();
    const come = (): void => void this.catchUp();
    const events = [['pagehide', leave], ['pageshow', come], ['visibilitychange', leave], ['visibilitychange', come]] as const;
    for (const [type, listener] of events) {
      page.addEventListener(type, listener);
      this.#stops.push(() => page.removeEventListener(type, listener));
    }
  }

  #hear(event: StoreEvent): void {
    if (event.type === 'step') {
      this.#queue.push({ step: event.step, versions: event.versions });
      if (this.#error && --this.#stepsUntilRetry > 0) this.#report();
      else this.#startSaving();
    } else if (event.type === 'screen') {
      this.#screenWaits = true;
      if (this.#screenTimer !== null) clearTimeout(this.#screenTimer);
      this.#screenTimer = setTimeout(() => void this.#saveScreen(), this.#screenDelay);
    }
  }

  #startSaving(): void {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = null;
      this.#report();
      if (this.#error) return;
      if (this.#queue.length > 0) this.#startSaving();
      else if (this.#heard > this.#position) void this.catchUp();
    });
    this.#report();
  }

  async #save(): Promise<void> {
    // Everything that is done in one go becomes one transaction.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = [...this.#queue];
      try {
        const { before, position } = await this.#storage.append(
          batch.map(({ step }) => step),
          batch.flatMap(({ versions }) => versions),
        );
        this.#forgive();
        this.#failures = 0;
        this.#queue = this.#queue.slice(batch.length);
        // Whoever knew everything before it knows everything now. Else what came between has to be read first.
        if (before <= this.#position) this.#position = Math.max(this.#position, position);
        this.#heard = Math.max(this.#heard, position);
      } catch (error) {
        this.#fail(error);
        return;
      }
      if (this.#queue.length > 0) this.#report();
    }
  }

  async #read(): Promise<void> {
    try {
      do {
        const { steps, versions, position } = await this.#storage.since(this.#store.desk.id, this.#position);
        if (this.#closed) return;
        this.#position = Math.max(this.#position, position);
        this.#store.receive(steps, versions);
      } while (this.#heard > this.#position && !this.#saving);
      if (this.#queue.length === 0 && !this.#screenWaits) this.#forgive();
      this.#report();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #saveScreen(): Promise<void> {
    if (this.#screenTimer !== null) clearTimeout(this.#screenTimer);
    this.#screenTimer = null;
    if (!this.#screenWaits) return;
    this.#screenWaits = false;
    try {
      await this.#storage.saveScreen(this.#store.desk.id, this.#store.screen);
    } catch (error) {
      this.#screenWaits = true;
      this.#fail(error);
    }
  }

  #forgive(): void {
    this.#error = null;
  }

  #fail(error: unknown): void {
    this.#error = toStorageError(error);
    this.#stepsUntilRetry = 2 ** Math.min(this.#failures++, 6);
    this.#report();
  }

  #report(): void {
    const pending = this.#queue.length;
    const { kind, error, pending: before } = this.#status;
    const next: SaveStatus = this.#error && !this.#saving
      ? { kind: 'failed', error: this.#error, pending }
      : { kind: !this.#storage.durable ? 'off' : this.#saving || pending > 0 ? 'saving' : 'saved', pending };
    if (next.kind === kind && next.error === error && next.pending === before) return;
    this.#status = next;
    this.#onStatus(next);
  }
}
