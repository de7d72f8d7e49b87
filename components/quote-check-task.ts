import { checkQuotes, printedText, type PrintedWords, type QuoteCheck } from '../src/quotes/check-quote.ts';
import { sideBySide, type SideBySide } from '../src/quotes/side-by-side.ts';
import { formatTime, readTranscript, timeAt, type Transcript } from '../src/quotes/transcript.ts';

/** Quotes and the transcript that they are looked for in: plain data, so that a worker can do it. */
export interface QuoteCheckTask {
  readonly quotes: readonly PrintedWords[];
  /** As it came. */
  readonly content: string;
  readonly fileName: string;
  /** BCP 47; empty when not known. */
  readonly language: string;
}

/** A stretch of what was said, to be read beside the quote. */
export interface SaidPassage {
  readonly before: string;
  readonly said: string;
  readonly after: string;
  readonly speaker: string;
  /** A time code, or which paragraph it is. */
  readonly locator: string;
}

/** What was found for one quote, with all that is needed to show it. */
export interface ComparedQuote {
  readonly check: QuoteCheck;
  readonly spans: SideBySide['spans'];
  readonly passages: readonly SaidPassage[];
  readonly printed: string;
}

/**
 * Checks quotes against a transcript.
 *
 * @throws TranscriptError when it holds nothing that was said.
 */
export function runQuoteCheck({ quotes, content, fileName, language }: QuoteCheckTask): ComparedQuote[] {
  const { transcript } = readTranscript(content, { name: fileName });
  const options = language === '' ? {} : { language };
  return checkQuotes(quotes, transcript, options).map((check, index) => {
    const printed = printedText(quotes[index]!);
    const { spans, surroundings } = sideBySide(check, printed, transcript, options);
    const passages = surroundings.map(({ segment, before, after }): SaidPassage => ({
      before: transcript.text.slice(before.start, before.end),
      said: transcript.text.slice(segment.start, segment.end),
      after: transcript.text.slice(after.start, after.end),
      speaker: segment.speaker ?? '',
      locator: locatorOf(transcript, segment.start),
    }));
    return { check, spans, passages, printed };
  });
}

/** Where a place of a transcript is, for whoever looks it up: its time code, else its paragraph. */
function locatorOf(transcript: Transcript, offset: number): string {
  const seconds = timeAt(transcript, offset);
  if (seconds !== null) return formatTime(seconds);
  return `paragraph ${transcript.text.slice(0, offset).split('\n').filter(line => line.trim() !== '').length || 1}`;
}
