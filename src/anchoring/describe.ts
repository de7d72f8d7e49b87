import { checkRange } from './placement.ts';
import { sentences } from './sentences.ts';
import { UniquePlaces } from './unique-places.ts';

/** W3C TextQuoteSelector and TextPositionSelector of one range, spelled together. */
export interface Selectors {
  /** The words themselves, as they stand. */
  readonly exact: string;
  /** What stands before them: from the start of the sentence, within bounds. */
  readonly prefix: string;
  /** What stands behind them: to the end of the sentence, within bounds. */
  readonly suffix: string;
  /** UTF-16 offsets in the text described. */
  readonly start: number;
  readonly end: number;
}

/** Less context than this says nothing when one of its words is edited: about five words. */
const LEAST_CONTEXT = 32;
/** More than this is stored a thousand times for nothing: about twenty words. */
const USUAL_CONTEXT = 120;
/** Where the usual context is repeated elsewhere too, it may grow to this. */
const MOST_CONTEXT = 400;
/** How much it grows at a time. */
const STEP = 40;

/**
 * Makes the descriptions of ranges of one text; for more than a handful of ranges, as it reads the text once.
 * Each call costs about as much as the range and its sentence are long.
 *
 * @param language BCP 47, for sentence borders; English when left out
 */
export class Describer {
  readonly #text: string;
  readonly #language: string | undefined;
  #unique: UniquePlaces | null = null;

  constructor(text: string, language?: string) {
    this.#text = text;
    this.#language = language;
  }

  /**
   * @param start UTF-16 offset
   * @param end UTF-16 offset, not included
   * @throws RangeError when the range is empty or does not lie in the text
   */
  describe(start: number, end: number): Selectors {
    const text = this.#text;
    checkRange(text, start, end);
    if (start === end) throw new RangeError(`Nothing to describe: an empty range at ${start}`);
    let from = this.#contextStart(start);
    let to = this.#contextEnd(end);
    this.#unique ??= new UniquePlaces(text);
    const [least, most] = [Math.max(0, start - MOST_CONTEXT), Math.min(text.length, end + MOST_CONTEXT)];
    while (!this.#unique.has(from, to) && (from > least || to < most)) {
      from = Math.max(least, from - STEP);
      to = Math.min(most, to + STEP);
    }
    from = wholeCharacter(text, from);
    to = wholeCharacter(text, to);
    return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to), start, end };
  }

  /** The last sentence start at least {@link LEAST_CONTEXT} before, unless that is too far. */
  #contextStart(start: number): number {
    const farthest = Math.max(0, start - USUAL_CONTEXT);
    const nearest = start - LEAST_CONTEXT;
    // A little more, so that what looks like a start is none that the cut made.
    const from = Math.max(0, farthest - STEP);
    const starts = sentences(this.#text.slice(from, start), this.#language).map((one) => from + one.start);
    return starts.findLast((border) => border >= farthest && border <= nearest && (border > from || from === 0)) ?? farthest;
  }

  /** The first sentence end at least {@link LEAST_CONTEXT} behind, unless that is too far. */
  #contextEnd(end: number): number {
    const farthest = Math.min(this.#text.length, end + USUAL_CONTEXT);
    const nearest = end + LEAST_CONTEXT;
    const to = Math.min(this.#text.length, farthest + STEP);
    const ends = sentences(this.#text.slice(end, to), this.#language).map((one) => end + one.end);
    return ends.find((border) => border >= nearest && border <= farthest) ?? farthest;
  }
}

/** Moves an offset out of the middle of a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const inPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
  return inPair ? offset - 1 : offset;
}

/** The last text described, so that describing many ranges of one text reads it once. */
let latest: { readonly text: string; readonly describer: Describer } | null = null;

/**
 * Describes a range so that it can be found again: its words, their context as far as it makes them unique, and
 * their place.
 *
 * @param start UTF-16 offset in the text
 * @param end UTF-16 offset, not included
 * @throws RangeError when the range is empty or does not lie in the text
 */
export function describe(text: string, start: number, end: number): Selectors {
  if (latest === null || latest.text !== text) latest = { text, describer: new Describer(text) };
  return latest.describer.describe(start, end);
}
