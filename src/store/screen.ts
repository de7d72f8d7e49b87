import type { AnnotationType } from '../domain/annotation.ts';
import type { Status } from '../domain/status.ts';

/** Which cards are shown. Empty lists and strings let everything through. */
export interface Filter {
  readonly search: string;
  readonly types: readonly AnnotationType[];
  readonly statuses: readonly Status[];
  /** Ids of ratings. */
  readonly ratings: readonly string[];
  readonly tags: readonly string[];
  readonly reviewers: readonly string[];
}

/** How the cards are ordered. */
export const sortings = ['position', 'status', 'modified', 'type'] as const;
export type Sorting = (typeof sortings)[number];

/** How an article's screen was left: not part of the work, but found again after a reload. */
export interface Screen {
  readonly active: string | null;
  readonly filter: Filter;
  readonly sorting: Sorting;
  /** UTF-16 offset of the first text in view. */
  readonly readingOffset: number;
}

/** A filter that lets everything through. */
export const noFilter: Filter = { search: '', types: [], statuses: [], ratings: [], tags: [], reviewers: [] };

/** The screen of an article that was never opened before. */
export const freshScreen: Screen = { active: null, filter: noFilter, sorting: 'position', readingOffset: 0 };
