import { hashText } from './article-version.ts';

/** A rating given to a claim or a quote, and why. */
export interface Verdict {
  /** Id and version of the rating scale that was in force. */
  readonly scale: string;
  readonly scaleVersion: number;
  /** Id of the rating on that scale; null where a scale has none, or while only the explanation is written. */
  readonly rating: string | null;
  readonly explanation: string;
  readonly by: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** SHA-256 of the words it was given for: the annotation's pieces, joined by a line feed. Empty when not known. */
  readonly textHash: string;
  /** The words themselves, to be shown beside others that stand there later. Files of other programs lack them. */
  readonly words?: string;
}

/** True when a verdict was given for these words: `judgedText` of its annotation. One that does not say for which is believed. */
export function isFor({ textHash, words }: Verdict, judged: string): boolean {
  return words === undefined ? textHash === '' || textHash === hashText(judged) : words === judged;
}
