/** A stretch of a text: UTF-16 offsets, `end` not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * How sure the place of an anchor is.
 *
 * - `exact`: the same words, where the text around them says they must stand;
 * - `moved`: the same words, elsewhere;
 * - `changed`: the place is known, but other words stand in it; see `changes`;
 * - `ambiguous`: several places fit about equally, or one does and the words may as well be gone; see `candidates`;
 * - `lost`: gone, or not to be told from gone.
 */
export type PlacementState = 'exact' | 'moved' | 'changed' | 'ambiguous' | 'lost';

/** What a word change touches; `word` when it is none of the others. */
export type ChangeKind = 'figure' | 'unit' | 'currency' | 'name' | 'negation' | 'quotation-mark' | 'word';

/** Words that were replaced, dropped (`new` is empty) or added (`old` is empty) inside one anchor. */
export interface WordChange {
  /** The old words, as they stood. */
  readonly old: string;
  /** The new words, as they stand. */
  readonly new: string;
  /** UTF-16 offsets of `old` in the old text; in `exact` when only the quote is known. */
  readonly oldStart: number;
  readonly oldEnd: number;
  /** UTF-16 offsets of `new` in the new text. */
  readonly newStart: number;
  readonly newEnd: number;
  /** Never empty. */
  readonly kinds: readonly ChangeKind[];
}

/** A place where an anchor could stand, for a person to decide. */
export interface Candidate extends TextRange {
  /** 0 to 1; comparable among the candidates of one placement. */
  readonly confidence: number;
}

/** Where an anchor stands in a text, and how sure that is. */
export interface Placement extends TextRange {
  readonly state: PlacementState;
  /**
   * UTF-16 offset in the text it was looked for in. With `lost`, `start` equals `end` and is where the words would
   * stand now, or both are -1 when nothing tells where that is. With `ambiguous` it is the best candidate's.
   */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how sure the engine is of what `state` says; of `lost`, how sure it is that the words are gone. */
  readonly confidence: number;
  /** With `changed`: the differences in reading order. */
  readonly changes?: readonly WordChange[];
  /** With `ambiguous` always, with `lost` when there are any: best first, at most {@link MAX_CANDIDATES}. */
  readonly candidates?: readonly Candidate[];
}

/** More than a person will read through before selecting the place by hand. */
export const MAX_CANDIDATES = 8;

/** A placement nobody could find a trace of. */
export const NOWHERE = -1;

/**
 * Checks a range that a caller passed in.
 * @throws RangeError when the offsets are not whole numbers, are in the wrong order, or lie outside the text.
 */
export function checkRange(text: string, start: number, end: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    throw new RangeError(`No such range in a text of ${text.length} units: ${start} to ${end}`);
  }
}
