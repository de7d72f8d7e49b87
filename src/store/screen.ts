import type { AnnotationType } from '../domain/annotation.ts';
import type { JsonObject } from '../domain/json.ts';
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
  /** Whether it is shown how far each sentence is. */
  readonly coverage: boolean;
  /** A text that is being edited and is not a version yet; null when there is none. */
  readonly draft: Draft | null;
}

/** A text that is being edited, so that a crash loses none of it. */
export interface Draft {
  /** Id of the version that it began as. */
  readonly version: string;
  /** ProseMirror JSON in the schema of `src/editor/schema.ts`. */
  readonly document: JsonObject;
}

/** A filter that lets everything through. */
export const noFilter: Filter = { search: '', types: [], statuses: [], ratings: [], tags: [], reviewers: [] };

/** Lets through only what has no sure place in the text: the list that is worked off after a new version. */
export const undecided: Filter = { ...noFilter, statuses: ['to-decide'] };

/** True for the filter `undecided`, whatever object it is. */
export function isUndecidedFilter({ search, types, statuses, ratings, tags, reviewers }: Filter): boolean {
  return search === '' && statuses.length === 1 && statuses[0] === 'to-decide' && [types, ratings, tags, reviewers].every(list => list.length === 0);
}

/** The screen of an article that was never opened before. */
export const freshScreen: Screen = { active: null, filter: noFilter, sorting: 'position', readingOffset: 0, coverage: false, draft: null };
