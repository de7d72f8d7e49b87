import { UNPAIRED } from './align.ts';
import { withoutAddedBlocks } from './added-blocks.ts';
import { foldedRange } from './fold-text.ts';
import { weigh, weighNew, type Matching } from './matching.ts';
import type { TextRange } from './placement.ts';
import { slotByShape, slotOf, type Slot } from './slot.ts';
import { tokenSpan } from './tokens.ts';

/** How far, in tokens, the neighbours of a range are looked at. */
export const NEIGHBOURS = 8;

/** Neighbours may stand this many tokens further off than they did. */
const NEIGHBOUR_SLACK = 2;

/** What each token missing at the end of both texts counts as: ends are neighbours too. */
const END_WEIGHT = 0.5;

/** Words swapped for others are known by their neighbours only: on each side at least this weight must be kept. */
const LEAST_SIDE = 1;

/** Longer passages than this (about nine words) of which hardly anything is kept were not replaced but deleted. */
const LONGEST_SWAP = 9;

/** Unless so much of them is kept where they stood: then they were rewritten. */
const LEAST_REWRITTEN = 0.3;

/** New words may outweigh the old ones they replace by this factor and this many; more is new text, not a replacement. */
const SWAP_GROWTH = 3;
const SWAP_SLACK = 4;

/** What speaks for a place, in weights: see {@link Matching}'s `weights`. */
export interface Evidence {
  /** The new tokens, or null when there is no telling where they would be. */
  readonly slot: Slot | null;
  /** Weight of the range. */
  readonly total: number;
  /** Weight of its kept tokens. */
  readonly kept: number;
  /** Weight of the kept tokens near it, before and behind. */
  readonly before: number;
  readonly after: number;
}

/** Collects what speaks for the place that a map gives a range of old tokens. */
export function evidenceOf(matching: Matching, map: Int32Array, tokens: TextRange): Evidence {
  const found = slotOf(map, tokens, matching.new.count) ?? slotByShape(matching.old, matching.new, map, tokens);
  const slot = found === null ? null : withoutAddedBlocks(matching, map, tokens, found);
  const [total, kept] = [weigh(matching, tokens), weigh(matching, tokens, map)];
  if (slot === null) return { slot, total, kept, before: 0, after: 0 };
  return { slot, total, kept, before: supportBefore(matching, map, tokens, slot), after: supportAfter(matching, map, tokens, slot) };
}

interface SwapEvidence {
  readonly slot: Slot;
  readonly total: number;
  readonly kept: number;
  readonly before: number;
  readonly after: number;
}

/** Whether other words took the place of those in a range, rather than a passage the place of a deleted one. */
export function isSwap(matching: Matching, { slot, total, kept, before, after }: SwapEvidence): boolean {
  if (!slot.tight || before < LEAST_SIDE || after < LEAST_SIDE) return false;
  if (total > LONGEST_SWAP && kept < LEAST_REWRITTEN * total) return false;
  return weighNew(matching, slot) <= SWAP_GROWTH * total + SWAP_SLACK;
}

/** Whether all tokens are kept, one behind the other, in the same letters. */
export function isWhole({ old, new: fresh }: Matching, map: Int32Array, tokens: TextRange, slot: TextRange): boolean {
  if (slot.end - slot.start !== tokens.end - tokens.start) return false;
  for (let i = tokens.start, j = slot.start; i < tokens.end; i++, j++) if (map[i] !== j || old.forms[i] !== fresh.forms[j]) return false;
  return true;
}

/** The new text's stretch for new tokens, with what the range has beyond whole tokens: a part of a word, white space at its edges. */
export function spanOf({ old, new: fresh }: Matching, range: TextRange, tokens: TextRange, slot: TextRange): TextRange {
  const oldSpan = tokenSpan(old, tokens.start, tokens.end);
  let { start, end } = tokenSpan(fresh, slot.start, slot.end);
  const folded = foldedRange(old.folded, range.start, range.end);
  const last = tokens.end - 1;
  if (range.start > oldSpan.start) {
    if (old.forms[tokens.start] === fresh.forms[slot.start]) {
      start = fresh.folded.starts[fresh.starts[slot.start]! + folded.start - old.starts[tokens.start]!]!;
    }
  } else {
    const lead = old.source.slice(range.start, oldSpan.start);
    if (fresh.source.endsWith(lead, start)) start -= lead.length;
  }
  if (range.end < oldSpan.end) {
    if (old.forms[last] === fresh.forms[slot.end - 1]) {
      end = fresh.folded.ends[fresh.ends[slot.end - 1]! - 1 - (old.ends[last]! - folded.end)]!;
    }
  } else {
    const trail = old.source.slice(oldSpan.end, range.end);
    if (fresh.source.startsWith(trail, end)) end += trail.length;
  }
  return end > start ? { start, end } : tokenSpan(fresh, slot.start, slot.end);
}

/** Weight of the words just before the range that stand just before the slot as well. */
function supportBefore({ old, weights, excerpt }: Matching, map: Int32Array, tokens: TextRange, slot: Slot): number {
  let sum = 0;
  for (let step = 1; step <= NEIGHBOURS; step++) {
    const i = tokens.start - step;
    if (i < 0) sum += !excerpt && slot.start - step < 0 ? END_WEIGHT : 0;
    else if (map[i] !== UNPAIRED && map[i]! < slot.start && map[i]! >= slot.start - NEIGHBOURS - NEIGHBOUR_SLACK) sum += weights[old.keys[i]!]!;
  }
  return sum;
}

/** The same behind it. */
function supportAfter({ old, new: fresh, weights, excerpt }: Matching, map: Int32Array, tokens: TextRange, slot: Slot): number {
  let sum = 0;
  for (let step = 0; step < NEIGHBOURS; step++) {
    const i = tokens.end + step;
    if (i >= old.count) sum += !excerpt && slot.end + step >= fresh.count ? END_WEIGHT : 0;
    else if (map[i] !== UNPAIRED && map[i]! >= slot.end && map[i]! < slot.end + NEIGHBOURS + NEIGHBOUR_SLACK) sum += weights[old.keys[i]!]!;
  }
  return sum;
}

