import { alignSmall } from './align-small.ts';
import { uniqueGrams } from './grams.ts';

/** Which token of `b` each token of `a` became, or {@link UNPAIRED}. Ascending where paired: pairs never cross. */
export type Pairing = Int32Array;

export const UNPAIRED = -1;

/**
 * Lengths of the token runs looked for as anchors, longest first: a run of eight that stands once in both texts is
 * the same passage almost for certain, a single such word only inside a gap that longer runs have made small.
 */
const GRAM_LENGTHS = [8, 4, 2, 1] as const;

/** Gaps up to this many cells (tokens times tokens) are aligned to the best score: about 0.3 ms each. */
const SMALL_CELLS = 60_000;

/** Side of the squares into which a gap without any anchor is cut, so that its cost stays linear. */
const SQUARE = 240;

interface Gap {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
  /** Index in {@link GRAM_LENGTHS}. */
  readonly level: number;
}

/**
 * Aligns two token sequences, near-linear in their lengths: common ends first, then runs that are unique in both
 * (patience diff, on runs of falling length), then the best-scoring alignment inside the small gaps left over.
 * The result for (b, a) is the inverse of that for (a, b).
 *
 * @param weights what a pair of this token is worth, by token number
 */
export function align(a: Int32Array, b: Int32Array, weights: Float32Array): Pairing {
  if (comesFirst(a, b)) return alignInOrder(a, b, weights);
  const inverse = alignInOrder(b, a, weights);
  return invert(inverse, a.length);
}

/** Turns a pairing round. */
export function invert(pairing: Pairing, length: number): Pairing {
  const inverse = new Int32Array(length).fill(UNPAIRED);
  pairing.forEach((to, from) => {
    if (to !== UNPAIRED) inverse[to] = from;
  });
  return inverse;
}

/** An order of any two sequences, so that ties fall the same way whichever is the old one. */
function comesFirst(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return true;
}

function alignInOrder(a: Int32Array, b: Int32Array, weights: Float32Array): Pairing {
  const pairing = new Int32Array(a.length).fill(UNPAIRED);
  const gaps: Gap[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length, level: 0 }];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    let { aStart, aEnd, bStart, bEnd } = gap;
    while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart]) pairing[aStart++] = bStart++;
    while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) pairing[--aEnd] = --bEnd;
    if (aStart === aEnd || bStart === bEnd) continue;
    if ((aEnd - aStart) * (bEnd - bStart) <= SMALL_CELLS) {
      alignSmall(a, aStart, aEnd, b, bStart, bEnd, weights, pairing);
      continue;
    }
    const found = anchors(a, aStart, aEnd, b, bStart, bEnd, gap.level);
    if (found === null) {
      gaps.push(...squares(aStart, aEnd, bStart, bEnd));
      continue;
    }
    let [lastA, lastB] = [aStart - 1, bStart - 1];
    for (let n = 0; n < found.as.length; n++) {
      for (let t = 0; t < found.length; t++) {
        const [i, j] = [found.as[n]! + t, found.bs[n]! + t];
        if (i <= lastA || j <= lastB) continue;
        if (i > lastA + 1 && j > lastB + 1) gaps.push({ aStart: lastA + 1, aEnd: i, bStart: lastB + 1, bEnd: j, level: found.level });
        pairing[i] = j;
        [lastA, lastB] = [i, j];
      }
    }
    gaps.push({ aStart: lastA + 1, aEnd, bStart: lastB + 1, bEnd, level: found.level });
  }
  return pairing;
}

interface Anchors {
  readonly as: Int32Array;
  readonly bs: Int32Array;
  /** Tokens in each anchor. */
  readonly length: number;
  readonly level: number;
}

/** The longest chain of unique runs that keep their order; null when there is none of any length. */
function anchors(a: Int32Array, aStart: number, aEnd: number, b: Int32Array, bStart: number, bEnd: number, level: number): Anchors | null {
  for (; level < GRAM_LENGTHS.length; level++) {
    const length = GRAM_LENGTHS[level]!;
    const { as, bs } = uniqueGrams(a, aStart, aEnd, b, bStart, bEnd, length);
    if (as.length === 0) continue;
    const chain = longestAscending(bs);
    return { as: chain.map((n) => as[n]!), bs: chain.map((n) => bs[n]!), length, level };
  }
  return null;
}

/** Indices of a longest strictly ascending subsequence, in order. Patience sorting, n log n. */
export function longestAscending(values: Int32Array): Int32Array {
  const tails: number[] = [];
  const before = new Int32Array(values.length);
  for (let n = 0; n < values.length; n++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < values[n]!) low = middle + 1;
      else high = middle;
    }
    before[n] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = n;
  }
  const chain = new Int32Array(tails.length);
  let n = tails.at(-1) ?? -1;
  for (let at = chain.length - 1; at >= 0; at--) {
    chain[at] = n;
    n = before[n]!;
  }
  return chain;
}

/** Cuts a gap along its diagonal. The squares are small enough to need no anchors. */
function squares(aStart: number, aEnd: number, bStart: number, bEnd: number): Gap[] {
  const [aSize, bSize] = [aEnd - aStart, bEnd - bStart];
  const count = Math.ceil(Math.max(aSize, bSize) / SQUARE);
  const at = (n: number, start: number, size: number): number => start + Math.floor((n * size) / count);
  return Array.from({ length: count }, (_, n) => ({
    aStart: at(n, aStart, aSize),
    aEnd: at(n + 1, aStart, aSize),
    bStart: at(n, bStart, bSize),
    bEnd: at(n + 1, bStart, bSize),
    level: GRAM_LENGTHS.length,
  }));
}
