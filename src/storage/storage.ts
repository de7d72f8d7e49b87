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
}

/** How many steps can be undone after a reload. The whole history stays readable by `history`. */
export const recentSteps = 200;

/** What another tab wrote. */
export interface News {
  readonly steps: readonly Step[];
  readonly versions: readonly ArticleVersion[];
  readonly position: number;
}

/**
 * Where the desk is kept. Every method rejects with a `StorageError` when it cannot do its work, and has then changed
 * nothing.
 */
export interface Storage {
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
   * so that two tabs never overwrite each other. Steps and operations already kept are passed over. Resolves with the
   * new position once the transaction is durable.
   */
  append(steps: readonly Step[], versions?: readonly ArticleVersion[]): Promise<number>;
  /** What was appended after a position and concerns the article or the sources, oldest first. */
  since(article: string, position: number): Promise<News>;
  /** Keeps how the article's screen was left. */
  saveScreen(article: string, screen: Screen): Promise<void>;
  /** Takes an article out for good, with everything that belongs to it alone. */
  purge(article: string): Promise<void>;
  /** Calls back after another tab appended something, or purged. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** Calls back when the storage cannot be used any longer (`message` says what to do). Returns how to stop. */
  onLost(listener: (error: StorageError) => void): () => void;
  close(): void;
}

/** Why storage failed. */
export type StorageProblem = 'full' | 'unavailable' | 'newer-version' | 'outdated' | 'blocked' | 'failed';

/** A failure of the storage, in words for a user. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
