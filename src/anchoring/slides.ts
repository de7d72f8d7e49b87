import { UNPAIRED, type Pairing } from './align.ts';
import type { Candidate, TextRange } from './placement.ts';
import { AT_WORD, cutBefore } from './slide-borders.ts';
import type { TokenText } from './tokens.ts';

/**
 * A passage that was dropped beside its like, or added beside it, and nothing tells which of the two it is: of
 * "No. No. Yes." and "No. Yes." either "No." may be the one that stayed. The passage can slide along the text, and
 * both texts stay what they are.
 */
interface Slide {
  /** The old tokens whose successors depend on how far it slides. */
  readonly start: number;
  readonly end: number;
  /** How far it may have to slide, where it can be cut as well as where it is: ascending, 0 among them, at least two. */
  readonly shifts: readonly number[];
  /** What an old token's successor is when it stands before the passage: this much further on. */
  readonly before: number;
  /** The same behind it. */
  readonly behind: number;
  /** Old tokens before this one stand before the passage when it does not slide. */
  readonly border: number;
  /** Old tokens of the passage: all it has when it was dropped, none when it was added. */
  readonly dropped: number;
}

/** A passage slides at most so many times its own length and this many tokens; further ones are as uncertain, and cost time. */
const MOST_LENGTHS = 12;
const MOST_TOKENS = 32;

/** The passages of two aligned texts that slide. */
export class Slides {
  /** By start. */
  readonly #slides: readonly Slide[];
  readonly #longest: number;

  /**
   * Linear in the texts.
   * @param inverse the pairing, turned round; without it only dropped passages are looked for, in time linear in the old text
   */
  constructor(old: TokenText, fresh: TokenText, pairing: Pairing, inverse?: Pairing) {
    const dropped = passages(old, pairing, fresh.count).map(({ start, end, next, shifts }): Slide => ({
      start: start + shifts[0]!,
      end: end + shifts.at(-1)!,
      shifts,
      before: next - start,
      behind: next - end,
      border: start,
      dropped: end - start,
    }));
    const added = (inverse === undefined ? [] : passages(fresh, inverse, old.count)).map(({ start, end, next, shifts }): Slide => ({
      start: next + shifts[0]!,
      end: next + shifts.at(-1)!,
      shifts,
      before: start - next,
      behind: end - next,
      border: next,
      dropped: 0,
    }));
    this.#slides = [...dropped, ...added].sort((one, other) => one.start - other.start);
    this.#longest = this.#slides.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  }

  /**
   * Where a range of old tokens may be, when that depends on how a passage slides.
   * @returns new tokens and the share of the ways to slide that put it there, the best first; null when all ways are
   * one for it
   */
  placesOf(range: TextRange): Candidate[] | null {
    let low = 0;
    let high = this.#slides.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#slides[middle]!.start <= range.start) low = middle + 1;
      else high = middle;
    }
    for (let n = low - 1; n >= 0 && this.#slides[n]!.start >= range.end - this.#longest; n--) {
      const slide = this.#slides[n]!;
      const places = range.end <= slide.end ? placesIn(slide, range) : null;
      if (places !== null) return places;
    }
    return null;
  }
}

function placesIn({ shifts, before, behind, border, dropped }: Slide, { start, end }: TextRange): Candidate[] | null {
  const isBefore = (shift: number): boolean => end <= border + shift;
  const isBehind = (shift: number): boolean => start >= border + shift + dropped;
  const counts = [shifts.filter(isBefore).length, shifts.filter(isBehind).length];
  if (Math.max(...counts, shifts.length - counts[0]! - counts[1]!) === shifts.length) return null;
  return [before, behind]
    .map((offset, n): Candidate => ({ start: start + offset, end: end + offset, confidence: counts[n]! / shifts.length }))
    .filter(({ confidence }) => confidence > 0)
    .sort((one, other) => other.confidence - one.confidence);
}

interface Passage extends TextRange {
  /** The other text's token that the first behind the passage is paired with. */
  readonly next: number;
  readonly shifts: readonly number[];
}

/** The unpaired passages of `a` that can slide, between neighbours that stand side by side in the other text. */
function passages(a: TokenText, pairing: Pairing, otherCount: number): Passage[] {
  const found: Passage[] = [];
  for (let start = 0; start < pairing.length; start++) {
    if (pairing[start] !== UNPAIRED) continue;
    let end = start + 1;
    while (end < pairing.length && pairing[end] === UNPAIRED) end++;
    const last = start > 0 ? pairing[start - 1]! : -1;
    const next = end < pairing.length ? pairing[end]! : otherCount;
    if (next === last + 1) {
      const shifts = shiftsOf(a, pairing, start, end, next);
      if (shifts.length > 1) found.push({ start, end, next, shifts });
    }
    start = end;
  }
  return found;
}

function shiftsOf(a: TokenText, pairing: Pairing, start: number, end: number, next: number): number[] {
  const most = MOST_LENGTHS * (end - start) + MOST_TOKENS;
  // A whole sentence is dropped sooner than the end of one and the beginning of the next.
  const cutAt = (shift: number): number => Math.min(cutBefore(a, start + shift), cutBehind(a, end + shift));
  const cut = cutAt(0);
  const shifts = [0];
  for (let t = 1; t <= most && end + t <= pairing.length; t++) {
    if (pairing[end + t - 1] !== next + t - 1 || a.forms[start + t - 1] !== a.forms[end + t - 1]) break;
    if (cutAt(t) >= cut) shifts.push(t);
  }
  for (let t = 1; t <= most && start - t >= 0; t++) {
    if (pairing[start - t] !== next - t || a.forms[end - t] !== a.forms[start - t]) break;
    if (cutAt(-t) >= cut) shifts.unshift(-t);
  }
  return shifts;
}

/** How well a passage can end before token `at`: words may end before a mark, though none begins there. */
function cutBehind(a: TokenText, at: number): number {
  const cut = cutBefore(a, at);
  return at < a.count && a.wordy[at] === 0 ? Math.max(cut, AT_WORD) : cut;
}
