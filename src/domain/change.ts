import type { ArticleVersion } from './article-version.ts';
import type { Json } from './json.ts';

/** A new value for one field. Neither `annotation` nor `source`: a field of the article. */
export interface Edit {
  readonly annotation?: string;
  readonly source?: string;
  readonly field: string;
  readonly value: Json;
}

/** What is done in one go, before it has become a step with operations. */
export interface Change {
  /** Key of the step's name. */
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly versions?: readonly ArticleVersion[];
  /** Changes with the same key that follow each other directly are one step: typing in one field. */
  readonly joinKey?: string;
  /** Who does it, when it is not the person who works here but a program. */
  readonly by?: string;
}
