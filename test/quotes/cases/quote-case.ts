import type { QuoteOutcome } from '../../../src/quotes/check-quote.ts';

/**
 * A printed quote, what the check should make of it, and the edits it should name, as `class: printed | said`.
 * Differences in case, punctuation and spelling are left out. Pieces of an interrupted quote are divided by ` // `.
 */
export type QuoteCase = readonly [printed: string, outcome: QuoteOutcome, ...edits: string[]];

/** Quotes from one transcript. */
export interface QuoteCases {
  /** What kind of talk it is. */
  readonly name: string;
  readonly language: string;
  readonly transcript: string;
  readonly cases: readonly QuoteCase[];
}
