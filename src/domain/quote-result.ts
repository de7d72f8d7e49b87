/** What the comparison of a quote with a transcript found, as `src/quotes` names it. */
export const quoteOutcomes = ['verbatim', 'marked-edits', 'cleaned-up', 'altered', 'spliced', 'not-found'] as const;
export type QuoteOutcome = (typeof quoteOutcomes)[number];

/** A difference that was found, for whoever reads the fact check without the transcript. */
export interface QuoteDifference {
  /** One of the classes of `src/quotes/quote-edit.ts`. */
  readonly class: string;
  readonly printed: string;
  readonly said: string;
}

/** The result of checking a quote against a transcript, and what the checker made of it. */
export interface QuoteResult {
  /** Id of the article's transcript. */
  readonly transcript: string;
  /** SHA-256 of the transcript's content, hexadecimal. */
  readonly transcriptHash: string;
  /** The printed words that were compared: `judgedText` of the annotation. With other words the result is out of date. */
  readonly words: string;
  readonly outcome: QuoteOutcome;
  /** 0 to 1. */
  readonly similarity: number;
  /** What was said: the passages, joined by ` … `. Empty when nothing was found. */
  readonly said: string;
  /** Who said it in the transcript; empty when it does not tell. */
  readonly speaker: string;
  /** False when somebody else than the printed speaker said it; null when that cannot be told. */
  readonly speakerAgrees: boolean | null;
  /** Where in the transcript: a time code, or a paragraph. Empty when nothing was found. */
  readonly locator: string;
  readonly differences: readonly QuoteDifference[];
  /** What the checker says: whether the differences change the meaning. Null while not said. */
  readonly meaningChanged: boolean | null;
  /** Whether the quote is fair to its surroundings. Null while not said. */
  readonly contextFair: boolean | null;
  readonly by: string;
  /** ISO 8601 with zone. */
  readonly at: string;
}
