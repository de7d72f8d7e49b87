import type { JsonObject } from '../domain/json.ts';

/** What is known about an article besides its text. Strings are empty where the source says nothing. */
export interface TextMetadata {
  readonly title: string;
  /** The author's name as printed. */
  readonly byline: string;
  readonly publisher: string;
  /** ISO 8601 date or date-time. */
  readonly published: string;
  /** BCP 47. */
  readonly language: string;
  /** http or https. */
  readonly url: string;
}

/** A text that was read, ready to become an article. */
export interface OpenedText extends TextMetadata {
  /** ProseMirror JSON in the schema of `schema.ts`. */
  readonly document: JsonObject;
  /** Plain text of the document; all offsets count UTF-16 units of this. */
  readonly text: string;
  /** What was taken out of the source, in words: "a script", "3 tracking pixels". */
  readonly removed: readonly string[];
}

/** Metadata of a text that says nothing about itself. */
export const noMetadata: TextMetadata = { title: '', byline: '', publisher: '', published: '', language: '', url: '' };

/** Why a text could not be read. */
export type OpenTextProblem = 'empty' | 'too-large' | 'binary' | 'not-text';

/** A text could not be read. The message is written for the person who gave it and says what to do. */
export class OpenTextError extends Error {
  override readonly name = 'OpenTextError';
  readonly problem: OpenTextProblem;
  constructor(problem: OpenTextProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
