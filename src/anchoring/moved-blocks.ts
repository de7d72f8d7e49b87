import { UNPAIRED, type Pairing } from './align.ts';
import { alignSmall, TOGETHER } from './align-small.ts';
import { uniqueGrams } from './grams.ts';
import { AT_SENTENCE, cutBefore } from './slide-borders.ts';
import type { TokenText } from './tokens.ts';

/** Words that stand verbatim elsewhere, out of order: `length` tokens from `a` in the old, from `b` in the new text. */
interface MovedBlock {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Lengths of the runs that betray a block, longest first: blocks found by longer runs are surer and go first. */
const SEED_LENGTHS = [6, 3] as const;

/**
 * Shortest block that counts as moved, in weight (a word is worth 1, a common one or a mark less): about seven words
 * from the middle of a sentence, which stand elsewhere by accident when they are fewer, or a sentence of three.
 */
const LEAST_WEIGHT = 5;
const LEAST_SENTENCE_WEIGHT = 2.5;

/** A block takes tokens from the alignment when it explains this many times as much as they did. */
const STRONGER = 1.4;

/**
 * Finds what the alignment could not: blocks that changed their place. Runs that are unique in both texts and not
 * paired with each other are widened as far as the words agree; the heaviest blocks are taken first, and each frees
 * the stray pairs inside it from `pairing`.
 *
 * @returns which new token each old one became inside a block that moved, or {@link UNPAIRED}
 */
export function findMovedWords(old: TokenText, fresh: TokenText, weights: Float32Array, pairing: Pairing): Int32Array {
  const [a, b] = [old.keys, fresh.keys];
  const inverse = new Int32Array(b.length).fill(UNPAIRED);
  for (let i = 0; i < a.length; i++) if (pairing[i] !== UNPAIRED) inverse[pairing[i]!] = i;
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  const blocks: MovedBlock[] = [];
  for (const length of SEED_LENGTHS) {
    const candidates = widen(a, b, seeds(a, b, pairing, inverse, length), pairing, inverse, weights);
    for (const candidate of candidates) {
      const block = trim(candidate, pairing, inverse, takenA, takenB);
      if (block.length <= 0 || weigh(block, a, weights) < leastWeight(old, fresh, block)) continue;
      if (scoreMoved(block, a, weights) < STRONGER * scorePaired(block, a, pairing, inverse, weights)) continue;
      for (let t = 0; t < block.length; t++) {
        const [i, j] = [block.a + t, block.b + t];
        takenA[i] = takenB[j] = 1;
        if (pairing[i] !== UNPAIRED) [inverse[pairing[i]!], pairing[i]] = [UNPAIRED, UNPAIRED];
        if (inverse[j] !== UNPAIRED) [pairing[inverse[j]!], inverse[j]] = [UNPAIRED, UNPAIRED];
      }
      blocks.push(block);
    }
  }
  const moved = new Int32Array(a.length).fill(UNPAIRED);
  for (const block of blocks) for (let t = 0; t < block.length; t++) moved[block.a + t] = block.b + t;
  for (const block of blocks) extend(block, a, b, weights, moved, { isFreeA: (i) => pairing[i] === UNPAIRED && takenA[i] === 0, isFreeB: (j) => inverse[j] === UNPAIRED && takenB[j] === 0, takenA, takenB });
  return moved;
}

/** How far from a block, in tokens, words are taken for the rest of the same passage. */
const REACH = 16;

interface Freedom {
  /** Whether a token is neither paired in place nor part of a block. */
  readonly isFreeA: (i: number) => boolean;
  readonly isFreeB: (j: number) => boolean;
  readonly takenA: Uint8Array;
  readonly takenB: Uint8Array;
}

/** A passage that moved may have been edited as well: aligns what is left over on both sides of a block. */
function extend(block: MovedBlock, a: Int32Array, b: Int32Array, weights: Float32Array, moved: Int32Array, { isFreeA, isFreeB, takenA, takenB }: Freedom): void {
  const { a: aFirst, b: bFirst, length } = block;
  const free = (isFree: (at: number) => boolean, from: number, step: number, end: number): number => {
    let at = from;
    while (at !== end && Math.abs(at - from) < REACH && isFree(at)) at += step;
    return at;
  };
  const [aBefore, bBefore] = [free(isFreeA, aFirst - 1, -1, -1) + 1, free(isFreeB, bFirst - 1, -1, -1) + 1];
  const [aAfter, bAfter] = [free(isFreeA, aFirst + length, 1, a.length), free(isFreeB, bFirst + length, 1, b.length)];
  for (const [aStart, aEnd, bStart, bEnd] of [
    [aBefore, aFirst, bBefore, bFirst],
    [aFirst + length, aAfter, bFirst + length, bAfter],
  ] as const) {
    if (aStart >= aEnd || bStart >= bEnd) continue;
    alignSmall(a, aStart, aEnd, b, bStart, bEnd, weights, moved);
    for (let i = aStart; i < aEnd; i++) if (moved[i] !== UNPAIRED) takenA[i] = takenB[moved[i]!] = 1;
  }
}

/** Runs that are unique in what the alignment left over or paired only in passing. */
function seeds(a: Int32Array, b: Int32Array, pairing: Pairing, inverse: Int32Array, length: number): [number, number][] {
  const restA = leftovers(pairing);
  const restB = leftovers(inverse);
  const tokensA = restA.map((i) => (i < 0 ? i : a[i]!));
  // Borders of b's leftovers count down from another number than a's, so that no run across a border ever matches.
  const tokensB = restB.map((j) => (j < 0 ? j - a.length - b.length - 2 : b[j]!));
  const rest = uniqueGrams(tokensA, 0, restA.length, tokensB, 0, restB.length, length);
  const pairs: [number, number][] = [];
  rest.as.forEach((n, at) => {
    const [i, j] = [restA[n]!, restB[rest.bs[at]!]!];
    if (pairing[i] !== j) pairs.push([i, j]);
  });
  return pairs;
}

/** Pairs in a run shorter than this may be there by accident, and a moved block may have a better claim. */
const LOOSE_RUN = 8;

/** Places of the tokens that are unpaired or in short runs, with a negative number, all different, between stretches. */
function leftovers(pairing: Int32Array): Int32Array {
  const places = new Int32Array(2 * pairing.length);
  let count = 0;
  let border = -2;
  for (let start = 0; start < pairing.length; ) {
    let end = start + 1;
    if (pairing[start] === UNPAIRED) while (end < pairing.length && pairing[end] === UNPAIRED) end++;
    else while (end < pairing.length && pairing[end] === pairing[end - 1]! + 1) end++;
    if (pairing[start] === UNPAIRED || end - start < LOOSE_RUN) for (let i = start; i < end; i++) places[count++] = i;
    else if (count > 0 && places[count - 1]! >= 0) places[count++] = border--;
    start = end;
  }
  return places.subarray(0, count);
}

interface WeighedBlock extends MovedBlock {
  readonly weight: number;
}

/** Widens seeds to blocks, heaviest first. Stops at tokens that are paired with each other already. */
function widen(
  a: Int32Array,
  b: Int32Array,
  pairs: [number, number][],
  pairing: Pairing,
  inverse: Int32Array,
  weights: Float32Array,
): WeighedBlock[] {
  const ends = new Map<number, number>(); // by diagonal, how far it has been widened
  const blocks: WeighedBlock[] = [];
  pairs.sort((left, right) => left[0] - right[0]);
  for (const [seedA, seedB] of pairs) {
    const diagonal = seedB - seedA;
    if ((ends.get(diagonal) ?? -1) > seedA) continue;
    const moved = (i: number, j: number): boolean =>
      i >= 0 && j >= 0 && i < a.length && j < b.length && a[i] === b[j] && pairing[i] !== j && inverse[j] !== i;
    let start = 0;
    while (moved(seedA + start - 1, seedB + start - 1)) start--;
    let end = 1;
    while (moved(seedA + end, seedB + end)) end++;
    ends.set(diagonal, seedA + end);
    let weight = 0;
    for (let t = start; t < end; t++) weight += weights[a[seedA + t]!]!;
    blocks.push({ a: seedA + start, b: seedB + start, length: end - start, weight });
  }
  return blocks.sort((left, right) => right.weight - left.weight);
}

/** Cuts from a block's ends what an earlier block has taken, and words that belong to a passage kept in place. */
function trim(block: MovedBlock, pairing: Pairing, inverse: Int32Array, takenA: Uint8Array, takenB: Uint8Array): MovedBlock {
  const taken = (i: number, j: number): boolean => takenA[i] === 1 || takenB[j] === 1;
  const runsOn = (map: Int32Array, at: number, step: number): boolean => map[at] !== UNPAIRED && map[at + step] === map[at]! + step;
  let start = 0;
  let end = block.length;
  const { a, b } = block;
  while (start < end && (taken(a + start, b + start) || runsOn(pairing, a + start, -1) || runsOn(inverse, b + start, -1))) start++;
  while (start < end && (taken(a + end - 1, b + end - 1) || runsOn(pairing, a + end - 1, 1) || runsOn(inverse, b + end - 1, 1))) end--;
  for (let t = start; t < end; t++) if (taken(a + t, b + t)) end = t;
  return { a: a + start, b: b + start, length: end - start };
}

function leastWeight(old: TokenText, fresh: TokenText, { a, b, length }: MovedBlock): number {
  const isSentence = [cutBefore(old, a), cutBefore(old, a + length), cutBefore(fresh, b), cutBefore(fresh, b + length)].every((cut) => cut >= AT_SENTENCE);
  return isSentence ? LEAST_SENTENCE_WEIGHT : LEAST_WEIGHT;
}

function weigh(block: MovedBlock, a: Int32Array, weights: Float32Array): number {
  let weight = 0;
  for (let t = 0; t < block.length; t++) weight += weights[a[block.a + t]!]!;
  return weight;
}

/** What a block explains as the alignment would score it. */
function scoreMoved(block: MovedBlock, a: Int32Array, weights: Float32Array): number {
  return weigh(block, a, weights) + TOGETHER * (block.length - 1);
}

/** What the alignment explains of a block's words, on the side where that is more. */
function scorePaired(block: MovedBlock, a: Int32Array, pairing: Pairing, inverse: Int32Array, weights: Float32Array): number {
  let [old, fresh] = [0, 0];
  for (let t = 0; t < block.length; t++) {
    const weight = weights[a[block.a + t]!]!;
    const [i, j] = [block.a + t, block.b + t];
    if (pairing[i] !== UNPAIRED) old += weight + (pairing[i] === pairing[i - 1]! + 1 ? TOGETHER : 0);
    if (inverse[j] !== UNPAIRED) fresh += weight + (inverse[j] === inverse[j - 1]! + 1 ? TOGETHER : 0);
  }
  return Math.max(old, fresh);
}
