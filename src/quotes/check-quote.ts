import { compareSpeakers, type SpeakerCheck } from './compare-speakers.ts';
import { spanOf } from './atoms.ts';
import { findPassages, type FoundQuote } from './find-passages.ts';
import { UNPAIRED } from './pair-words.ts';
import { joinPieces, readPrinted, type PrintedQuote } from './printed-quote.ts';
import type { EditClass, QuoteEdit } from './quote-edit.ts';
import { readEdits } from './read-edits.ts';
import { speakerAt, timeAt, type Transcript } from './transcript.ts';
import { indexOf, type TranscriptIndex } from './transcript-index.ts';

export type { EditClass, QuoteEdit } from './quote-edit.ts';
export type { SpeakerCheck } from './compare-speakers.ts';

/** What the check proposes; the checker decides. See {@link checkQuote} for the rules. */
export type QuoteOutcome = 'verbatim' | 'marked-edits' | 'cleaned-up' | 'altered' | 'spliced' | 'not-found';

/** A quote whose speaker is known, or that is printed in pieces: "...," she said, "...". */
export type PrintedWords = { readonly speaker?: string } & ({ readonly text: string } | { readonly pieces: readonly string[] });

/** A passage of the transcript a quote was made of. */
export interface Segment {
  /** UTF-16 offsets in the transcript's text. */
  readonly start: number;
  readonly end: number;
  /** UTF-16 offsets in the printed text. */
  readonly printedStart: number;
  readonly printedEnd: number;
  /** As the transcript labels it; null when unknown. */
  readonly speaker: string | null;
  /** Seconds; null when the transcript has no times. */
  readonly from: number | null;
}

/** A place where the whole quote stands word for word. */
export type QuotePlace = Pick<Segment, 'start' | 'end' | 'speaker' | 'from'>;

export interface QuoteCheck {
  readonly outcome: QuoteOutcome;
  /**
   * 0 to 1: twice the kept words over the printed and said words; words a mark or cleaning leaves out do not count.
   * 1 for a verbatim quote. For one not found, how near the best place came, always below 0.6.
   */
  readonly similarity: number;
  /** In printed order; empty when not found. */
  readonly segments: readonly Segment[];
  /** In printed order; empty when not found. */
  readonly edits: readonly QuoteEdit[];
  readonly speaker: SpeakerCheck;
  /** All places where the words stand exactly, the one taken first. Several are for the checker to choose from. */
  readonly places: readonly QuotePlace[];
}

export interface CheckQuoteOptions {
  /** BCP 47 language of quote and transcript. Default: told by the script, English for Latin letters. */
  readonly language?: string;
}

/**
 * Aligns a printed quote with what was said and classes every difference. It proposes and never guesses: below the
 * line, which stands between shortened quotes and other speech on the same matter, it says not found.
 *
 * Outcomes, the gravest that applies:
 * - `not-found`: less than about half of it was said, or not in that order; one to three words count only when exact;
 * - `spliced`: passages from far apart joined without a mark, or put in another order (`reorder`);
 * - `altered`: words left out, added or replaced without a mark, or a negation, number, name or hedge touched;
 * - `cleaned-up`: fillers, repeats and false starts dropped, contractions written out;
 * - `marked-edits`: only ellipses, brackets and [sic];
 * - `verbatim`: the same words; capitals, marks and spellings may differ.
 *
 * Within what an ellipsis leaves out, a negation is raised when it belongs to a sentence of which words were kept; a
 * number or a hedge when the ellipsis lies inside one sentence. A bracket is raised when it takes one of these away
 * or puts another name for a name; that it names a "he" is what brackets are for. Where the quotation marks close
 * and open again (`pieces`), words left out in between count as marked.
 *
 * @param quote printed words, with or without their outer quotation marks
 */
export function checkQuote(quote: string | PrintedWords, transcript: Transcript, options: CheckQuoteOptions = {}): QuoteCheck {
  return checkAgainst(quote, indexOf(transcript, options.language));
}

/** Checks all quotes of an article against one transcript, in their order. */
export function checkQuotes(quotes: readonly (string | PrintedWords)[], transcript: Transcript, options: CheckQuoteOptions = {}): QuoteCheck[] {
  const index = indexOf(transcript, options.language);
  return quotes.map((quote) => checkAgainst(quote, index));
}

/** The text that a check's printed offsets count in: the words as given, or the pieces with a space between them. */
export function printedText(quote: string | PrintedWords): string {
  return joinPieces(piecesOf(quote));
}

function piecesOf(quote: string | PrintedWords): readonly string[] {
  if (typeof quote === 'string') return [quote];
  return 'pieces' in quote ? quote.pieces : [quote.text];
}

function checkAgainst(quote: string | PrintedWords, index: TranscriptIndex): QuoteCheck {
  const { transcript } = index;
  const printed = readPrinted(piecesOf(quote), index.tag, index.language);
  const name = typeof quote === 'string' ? null : (quote.speaker ?? null);
  const agrees = new Map<string | null, boolean>();
  const speaks = (said: number): boolean => {
    if (name === null) return false;
    const speaker = speakerAt(transcript, index.atoms[said]!.start);
    if (!agrees.has(speaker)) agrees.set(speaker, compareSpeakers(name, [{ speaker, length: 1 }]).agrees === true);
    return agrees.get(speaker)!;
  };
  const found = findPassages(printed, index, speaks);
  if (!('passages' in found)) {
    return { outcome: 'not-found', similarity: found.near * 0.59, segments: [], edits: [], speaker: compareSpeakers(name, []), places: [] };
  }
  const segments = found.passages.map((passage): Segment => {
    const here = spanOf(printed.atoms, passage.printedStart, passage.printedEnd);
    return { ...placeOf(index, passage.saidStart, passage.saidEnd), printedStart: here.start, printedEnd: here.end };
  });
  const edits = readEdits(printed, index, found);
  const shares = [...found.pairs].filter((said) => said !== UNPAIRED).map((said) => ({ speaker: speakerAt(transcript, index.atoms[said]!.start), length: 1 }));
  return {
    outcome: outcomeOf(edits),
    similarity: similarityOf(printed, index, found, edits),
    segments,
    edits,
    speaker: compareSpeakers(name, shares),
    places: found.places.map((place) => placeOf(index, place, place + printed.atoms.length)),
  };
}

function placeOf({ atoms, transcript }: TranscriptIndex, start: number, end: number): QuotePlace {
  const span = spanOf(atoms, start, end);
  return { ...span, speaker: speakerAt(transcript, span.start), from: timeAt(transcript, span.start) };
}

/** What each class makes of the quote; the gravest outcome wins. */
const OUTCOME_OF: Readonly<Record<EditClass, QuoteOutcome>> = {
  'case-punctuation': 'verbatim',
  ellipsis: 'marked-edits',
  bracket: 'marked-edits',
  sic: 'marked-edits',
  filler: 'cleaned-up',
  omission: 'altered',
  insertion: 'altered',
  replacement: 'altered',
  negation: 'altered',
  number: 'altered',
  name: 'altered',
  hedge: 'altered',
  reorder: 'spliced',
};
const BY_GRAVITY: readonly QuoteOutcome[] = ['spliced', 'altered', 'cleaned-up', 'marked-edits', 'verbatim'];

function outcomeOf(edits: readonly QuoteEdit[]): QuoteOutcome {
  const outcomes = new Set(edits.map((edit) => OUTCOME_OF[edit.class]));
  return BY_GRAVITY.find((outcome) => outcomes.has(outcome)) ?? 'verbatim';
}

function similarityOf(printed: PrintedQuote, index: TranscriptIndex, { pairs, passages }: FoundQuote, edits: readonly QuoteEdit[]): number {
  const excused = edits.filter((edit) => edit.class === 'filler' || edit.class === 'ellipsis' || edit.class === 'bracket');
  let kept = 0;
  let total = 0;
  for (const [n, said] of pairs.entries()) {
    if (said !== UNPAIRED) kept++;
    if (said !== UNPAIRED || printed.brackets[n]! < 0) total++;
  }
  for (const { saidStart, saidEnd } of passages) {
    for (let at = saidStart; at < saidEnd; at++) {
      const { start, end } = index.atoms[at]!;
      if (!excused.some((edit) => edit.saidStart <= start && edit.saidEnd >= end) || pairs.includes(at)) total++;
    }
  }
  return total === 0 ? 1 : Math.min(1, (2 * kept) / total);
}
