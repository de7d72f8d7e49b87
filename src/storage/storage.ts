import type { ArticleVersion } from '../domain/article-version.ts';
import type { Operation, Step } from '../domain/operation.ts';
import type { FieldRecord } from '../domain/record.ts';
import type { Progress } from '../domain/status.ts';
import type { Screen } from '../store/screen.ts';

/** One line of the list of articles. */
export interface ArticleSummary {
  readonly record: FieldRecord;
  readonly progress: Progress;
  /** Number of annotations of any type. */
  readonly annotations: number;
  /** UTF-16 length of the current text. */
  readonly length: number;
  /** ISO 8601; the newest change of the article or of one of its annotations. */
  readonly modifiedAt: string;
}

/** What opening an article gives: the folded records, so that it costs what is there, not what ever happened. */
export interface OpenedArticle {
  readonly article: FieldRecord;
  readonly annotations: readonly FieldRecord[];
  /** All sources of the desk. */
  readonly sources: readonly FieldRecord[];
  /** Every version of the article. */
  readonly versions: readonly ArticleVersion[];
  /** The newest steps of the article, oldest first, at most `recentSteps`. */
  readonly steps: readonly Step[];
  /** Operations that those steps build on and that are not among them: what undo puts back. */
  readonly bases: readonly Operation[];
  readonly screen: Screen | null;
  /** Place in the log up to which this was read; see `since`. */
  readonly position: number;
  /**
   * What could not be read and could not be folded again from the log either, as `<store>/<id>`. It is left where it
   * is; everything else works. Empty as a rule.
   */
  readonly damaged: readonly string[];
}

/** How many steps can be undone after a reload. The whole history stays readable by `history`. */
export const recentSteps = 200;

/** What was appended after a position. */
export interface News {
  /** Each with those of its operations that are news. */
  readonly steps: readonly Step[];
  readonly versions: readonly ArticleVersion[];
  readonly position: number;
}

/** Where something was appended. */
export interface Appended {
  /** The newest position before: a reader who knows everything up to it has missed nothing. */
  readonly before: number;
  /** The newest position now. */
  readonly position: number;
}

/** Says that there is something new. */
export interface Notice {
  /** The newest position. */
  readonly position: number;
  /** The article that was purged; null when something was appended. */
  readonly purged: string | null;
}

/**
 * Where the desk is kept. Every method rejects with a `StorageError` when it cannot do its work, and has then changed
 * nothing.
 */
export interface Storage {
  /** False when everything is gone with the page: the memory storage. */
  readonly durable: boolean;
  /** All articles that were not removed, newest first; with `removed: true` only the removed ones. */
  listArticles(options?: { removed?: boolean }): Promise<readonly ArticleSummary[]>;
  /** Null when there is no such article (a removed one still opens). */
  openArticle(id: string): Promise<OpenedArticle | null>;
  /** All sources of the desk. */
  listSources(): Promise<readonly FieldRecord[]>;
  /** Every step of an article, oldest first. */
  history(article: string): Promise<readonly Step[]>;
  /**
   * Keeps steps and versions in one transaction with the folded records, which are folded again from what is stored,
   * so that two tabs never overwrite each other. Steps, operations and versions already kept are passed over; a step
   * that is kept may come again with more operations. Resolves once the transaction is durable. An article's first
   * steps must bring a first value of the article itself; a step for an article that is not there rejects as `purged`.
   */
  append(steps: readonly Step[], versions?: readonly ArticleVersion[]): Promise<Appended>;
  /** What was appended after a position and concerns the article or the sources, oldest first. */
  since(article: string, position: number): Promise<News>;
  /** Keeps how the article's screen was left. */
  saveScreen(article: string, screen: Screen): Promise<void>;
  /** Takes an article out for good, with everything that belongs to it alone. Sources stay. */
  purge(article: string): Promise<void>;
  /** Calls back after something was appended or purged, in this page or another tab. Returns how to stop. */
  watch(listener: (notice: Notice) => void): () => void;
  /** Calls back when the storage cannot be used any longer (`message` says what to do). Returns how to stop. */
  onLost(listener: (error: StorageError) => void): () => void;
  close(): void;
}

/**
 * Why storage failed.
 *
 * - `full`: no space left
 * - `unavailable`: the browser gives this page no storage, or took it away
 * - `newer-version`: the database was written by a newer version of the program than this page runs
 * - `outdated`: a newer version of the program took over in another tab while this page was open
 * - `blocked`: another tab with an older version keeps the database from being brought up to date
 * - `purged`: the article is not there any longer
 * - `damaged`: the article is there but can no longer be read
 * - `failed`: anything else
 */
export type StorageProblem = 'full' | 'unavailable' | 'newer-version' | 'outdated' | 'blocked' | 'purged' | 'damaged' | 'failed';

/** A failure of the storage, in words for a user. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
