import { runQuoteCheck, type ComparedQuote, type QuoteCheckTask } from './quote-check-task.ts';

/** The quotes as compared, or why the transcript cannot be read. */
export type QuoteCheckAnswer = { readonly compared: ComparedQuote[] } | { readonly problem: string };

// Checks quotes away from the thread that draws the page: one question, one answer.
self.addEventListener('message', ({ data }: MessageEvent<QuoteCheckTask>) => {
  let answer: QuoteCheckAnswer;
  try {
    answer = { compared: runQuoteCheck(data) };
  } catch (error) {
    answer = { problem: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
});
