import { UNPAIRED } from './align.ts';
import type { TextRange } from './placement.ts';
import type { TokenText } from './tokens.ts';

/** The new tokens a range of old ones has become. */
export interface Slot extends TextRange {
  /** Whether what stands there is the range's successor: the old tokens on both sides are kept, or have the shape of the new ones. */
  readonly tight: boolean;
}

/**
 * Finds the slot of a range: from the first to the last of its kept tokens, and at each end that is not kept the
 * range's part of what was written there instead.
 *
 * @param map which new token each old one became
 * @param newCount how many new tokens there are
 * @returns null when none of its tokens is kept and its neighbours do not enclose it tightly
 */
export function slotOf(map: Int32Array, tokens: TextRange, newCount: number): Slot | null {
  let first = tokens.start;
  while (first < tokens.end && map[first] === UNPAIRED) first++;
  let last = tokens.end - 1;
  while (last >= tokens.start && map[last] === UNPAIRED) last--;
  let before = tokens.start - 1;
  while (before >= 0 && map[before] === UNPAIRED) before--;
  let after = tokens.end;
  while (after < map.length && map[after] === UNPAIRED) after++;

  const left = before >= 0 ? map[before]! + 1 : 0;
  const right = after < map.length ? map[after]! : newCount;
  const outsideLeft = tokens.start - before - 1;
  const outsideRight = after - tokens.end;
  const tight = outsideLeft === 0 && outsideRight === 0;
  if (first === tokens.end) return tight && left <= right ? { start: left, end: right, tight } : null;

  const start = map[first]! - shareOf(map[first]! - left, first - tokens.start, outsideLeft);
  const end = map[last]! + 1 + shareOf(right - map[last]! - 1, tokens.end - 1 - last, outsideRight);
  return { start, end, tight };
}

/** Words at the edge of a range are not replaced by more than so many times as many, and a few: more is new text beside it. */
const GROWTH = 2;
const GROWTH_SLACK = 4;

/** How many of `added` tokens stand for the dropped ones inside the range, when others outside it were dropped with them. */
function shareOf(added: number, inside: number, outside: number): number {
  if (inside === 0 || added <= 0) return 0;
  const share = outside === 0 ? added : Math.round((added * inside) / (inside + outside));
  return share <= GROWTH * inside + GROWTH_SLACK ? share : 0;
}

/** Longest stretch, in tokens, that is compared by its shape: a date with a clock time. */
const LONGEST_SHAPE = 12;

const DIGIT = /^\p{Nd}/u;

/**
 * Finds the slot of a range that was replaced together with what stood beside it, when the new words have the shape
 * of the old ones, such as the parts of a date: as many tokens, and words, figures and marks in the same places.
 * @returns null when they have not
 */
export function slotByShape(old: TokenText, fresh: TokenText, map: Int32Array, tokens: TextRange): Slot | null {
  let start = tokens.start;
  while (start > 0 && map[start - 1] === UNPAIRED && tokens.end - start < LONGEST_SHAPE) start--;
  let end = tokens.end;
  while (end < map.length && map[end] === UNPAIRED && end - start < LONGEST_SHAPE) end++;
  if (start === 0 || end === map.length || map[start - 1] === UNPAIRED || map[end] === UNPAIRED) return null;
  const first = map[start - 1]! + 1;
  if (map[end]! - first !== end - start) return null;
  for (let i = start, j = first; i < end; i++, j++) {
    if (old.wordy[i] !== fresh.wordy[j]) return null;
    const alike = old.wordy[i] === 0 ? old.keys[i] === fresh.keys[j] : isFigure(old, i) === isFigure(fresh, j);
    if (!alike) return null;
  }
  return { start: first + tokens.start - start, end: first + tokens.end - start, tight: true };
}

function isFigure({ folded, starts }: TokenText, at: number): boolean {
  return DIGIT.test(folded.text.charAt(starts[at]!));
}
