import type { ArticleVersion } from '../domain/article-version.ts';
import { readAnnotation } from '../domain/annotation.ts';
import { readArticle } from '../domain/article.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../domain/desk.ts';
import type { Operation, Step } from '../domain/operation.ts';
import type { FieldRecord } from '../domain/record.ts';
import { progressOf } from '../domain/status.ts';
import type { Screen } from '../store/screen.ts';
import { entriesFor, missingBases, newSteps, operationsToFold, sourcesTopic, stepsFrom, topicOf, type LogEntry } from './log.ts';
import { storageError } from './problems.ts';
import { recentSteps, type Appended, type ArticleSummary, type News, type Notice, type OpenedArticle, type Storage } from './storage.ts';

/**
 * Keeps everything in memory, by the same rules as the browser's database. For pages that must keep nothing, and for
 * work to go on when there is no storage. Stores on one page see each other's changes when they share one instance.
 */
export class MemoryStorage implements Storage {
  readonly durable: boolean = false;
  /** One for each article; the one of the sources' topic holds all sources. */
  readonly #desks = new Map<string, Desk>();
  readonly #log = new Map<string, LogEntry[]>();
  readonly #tokens = new Set<string>();
  /** Positions of the versions. */
  readonly #versions = new Map<ArticleVersion, number>();
  readonly #screens = new Map<string, Screen>();
  readonly #listeners = new Set<(notice: Notice) => void>();
  #position = 0;

  async listArticles({ removed = false }: { removed?: boolean } = {}): Promise<readonly ArticleSummary[]> {
    const summaries: ArticleSummary[] = [];
    for (const desk of this.#desks.values()) if (desk.article && readArticle(desk.article).removed === removed) summaries.push(summaryOf(desk, desk.article));
    return summaries.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
  }

  async openArticle(id: string): Promise<OpenedArticle | null> {
    const desk = this.#desks.get(id);
    if (!desk?.article) return null;
    const steps = stepsFrom(this.#entries(id)).slice(-recentSteps);
    const missing = missingBases(steps);
    const bases = new Map<string, Operation>();
    for (const entry of [...this.#entries(id), ...this.#entries(sourcesTopic)]) {
      for (const operation of entry.operations) if (missing.has(operation.id)) bases.set(operation.id, operation);
    }
    return {
      article: desk.article,
      annotations: [...desk.annotations.values()],
      sources: await this.listSources(),
      versions: [...desk.versions.values()],
      steps,
      bases: [...bases.values()],
      screen: this.#screens.get(id) ?? null,
      position: this.#position,
      damaged: [],
    };
  }

  async listSources(): Promise<readonly FieldRecord[]> {
    return [...(this.#desks.get(sourcesTopic)?.sources.values() ?? [])];
  }

  async history(article: string): Promise<readonly Step[]> {
    return stepsFrom(this.#entries(article));
  }

  async append(steps: readonly Step[], versions: readonly ArticleVersion[] = []): Promise<Appended> {
    const before = this.#position;
    const entries = entriesFor(steps, token => this.#tokens.has(token));
    const operations = new Map<string, Operation[]>();
    for (const operation of operationsToFold(entries)) {
      const others = operations.get(topicOf(operation));
      if (others) others.push(operation);
      else operations.set(topicOf(operation), [operation]);
    }
    for (const [topic, own] of operations) {
      const isBegun = own.some(operation => operation.annotation === null && operation.base.length === 0);
      if (topic !== sourcesTopic && !this.#desks.get(topic)?.article && !isBegun) throw storageError('purged');
    }
    for (const entry of entries) {
      const log = this.#log.get(entry.topic);
      // Everything is read whole here, so nobody asks whether an entry continues another.
      const kept: LogEntry = { ...entry, position: ++this.#position, continues: false };
      if (log) log.push(kept);
      else this.#log.set(entry.topic, [kept]);
      for (const token of entry.tokens) this.#tokens.add(token);
    }
    for (const version of versions) {
      const desk = this.#deskOf(version.article);
      if (desk.versions.has(version.id)) continue;
      this.#versions.set(version, ++this.#position);
      this.#desks.set(version.article, addVersions(desk, [version]));
    }
    for (const [topic, own] of operations) this.#desks.set(topic, applyOperations(this.#deskOf(topic), own));
    this.#tell({ position: this.#position, purged: null });
    return { before, position: this.#position };
  }

  async since(article: string, position: number): Promise<News> {
    const isNew = (entry: LogEntry): boolean => entry.position > position;
    const versions = [...this.#deskOf(article).versions.values()].filter(version => (this.#versions.get(version) ?? 0) > position);
    const steps = newSteps(article, this.#entries(article).filter(isNew), this.#entries(sourcesTopic).filter(isNew));
    return { steps, versions, position: this.#position };
  }

  async saveScreen(article: string, screen: Screen): Promise<void> {
    this.#screens.set(article, screen);
  }

  async purge(article: string): Promise<void> {
    for (const entry of this.#entries(article)) for (const token of entry.tokens) this.#tokens.delete(token);
    this.#log.delete(article);
    this.#desks.delete(article);
    this.#screens.delete(article);
    this.#tell({ position: this.#position, purged: article });
  }

  watch(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Memory is never lost while the page lives. */
  onLost(): () => void {
    return () => undefined;
  }

  close(): void {
    this.#listeners.clear();
  }

  #entries(topic: string): readonly LogEntry[] {
    return this.#log.get(topic) ?? [];
  }

  #deskOf(topic: string): Desk {
    return this.#desks.get(topic) ?? emptyDesk(topic);
  }

  #tell(notice: Notice): void {
    for (const listener of [...this.#listeners]) listener(notice);
  }
}

function summaryOf(desk: Desk, record: FieldRecord): ArticleSummary {
  const annotations = [...desk.annotations.values()].map(readAnnotation).filter(annotation => annotation !== null);
  const modifiedAt = [record, ...desk.annotations.values()].reduce((newest, one) => (one.modifiedAt > newest ? one.modifiedAt : newest), '');
  return {
    record,
    progress: progressOf(annotations),
    annotations: annotations.length,
    length: desk.versions.get(readArticle(record).version)?.text.length ?? 0,
    modifiedAt,
  };
}
