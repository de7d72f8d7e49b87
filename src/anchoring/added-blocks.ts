import { weighNew, type Matching } from './matching.ts';
import type { TextRange } from './placement.ts';
import type { Slot } from './slot.ts';
import type { TokenText } from './tokens.ts';

/** A line that is this long, in UTF-16 units, may have been broken to fit a width, so that its sentence runs on. */
const WRAPPED_LINE = 60;

const SENTENCE_END = /[.!?…:。！？：]["'”’»)\]]*$/;
const STARTS_LOWER = /^\p{Ll}/u;

/** Whether a paragraph, heading or list entry begins at token `at`, rather than a wrapped line. */
function beginsBlock({ source, folded, starts, ends }: TokenText, at: number): boolean {
  if (at <= 0 || at >= starts.length) return true;
  const from = folded.ends[ends[at - 1]! - 1]!;
  const to = folded.starts[starts[at]!]!;
  const space = source.slice(from, to);
  const first = space.indexOf('\n');
  if (first < 0) return false;
  if (space.includes('\n', first + 1)) return true;
  const line = source.slice(Math.max(0, from - WRAPPED_LINE), from);
  if (line.includes('\n') || line.length < WRAPPED_LINE) return true;
  return SENTENCE_END.test(line) && !STARTS_LOWER.test(source.slice(to, to + 2));
}

/** The stretches of a range of tokens between the starts of blocks inside it. */
function blocksOf(text: TokenText, { start, end }: TextRange): TextRange[] {
  const blocks: TextRange[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && !beginsBlock(text, at)) continue;
    blocks.push({ start: from, end: at });
    from = at;
  }
  return blocks;
}

/**
 * A paragraph has kept words by accident when they are less than this share of all that is kept and less than this
 * weight, about three words, and most of its words are others.
 */
const LEAST_SHARE = 0.15;
const SURE_WEIGHT = 2.5;
const MOST = 0.5;

/**
 * Takes from a slot the paragraphs that were added beside what became of a range inside one paragraph: those with
 * hardly any of its kept tokens; when none is kept, those on the side where the range did not reach the paragraph's
 * end, and when it was a whole paragraph, all but the one that is most nearly as long.
 */
export function withoutAddedBlocks(matching: Matching, map: Int32Array, tokens: TextRange, slot: Slot): Slot {
  const { old, new: fresh, weights } = matching;
  if (slot.end - slot.start < 2) return slot;
  const blocks = blocksOf(fresh, slot);
  if (blocks.length < 2 || blocksOf(old, tokens).length > 1) return slot;
  const keptIn = ({ start, end }: TextRange): number => {
    let weight = 0;
    for (let i = tokens.start; i < tokens.end; i++) if (map[i]! >= start && map[i]! < end) weight += weights[old.keys[i]!]!;
    return weight;
  };
  const kept = keptIn(slot);
  if (kept > 0) {
    const least = Math.min(SURE_WEIGHT, LEAST_SHARE * kept);
    const own = blocks.filter((block) => keptIn(block) >= Math.min(least, (1 - MOST) * weighNew(matching, block)));
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? slot : { ...slot, start: first.start, end: last.end };
  }
  const [fromStart, toEnd] = [beginsBlock(old, tokens.start), beginsBlock(old, tokens.end)];
  if (!fromStart && !toEnd) return slot;
  const length = lengthOf(old, tokens);
  const unlikeness = (block: TextRange): number => Math.abs(Math.log(lengthOf(fresh, block) / length));
  const whole = blocks.reduce((best, block) => (unlikeness(block) < unlikeness(best) ? block : best));
  return { ...slot, ...(!fromStart ? blocks[0]! : !toEnd ? blocks.at(-1)! : whole) };
}

/** UTF-16 units of the folded text. */
function lengthOf({ starts, ends }: TokenText, { start, end }: TextRange): number {
  return ends[end - 1]! - starts[start]!;
}
