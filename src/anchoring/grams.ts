/** Places where the same token run stands in both sequences: `as[n]` and `bs[n]` are its first tokens, `as` ascending. */
export interface GramPairs {
  readonly as: Int32Array;
  readonly bs: Int32Array;
}

const EMPTY = -1;
const REPEATED = -2;

/**
 * The token runs of one length that stand exactly once in each of two stretches. Linear: a hash table of places,
 * in which the runs themselves are compared, so a hash collision costs time and never a wrong pair.
 */
export function uniqueGrams(
  a: Int32Array,
  aStart: number,
  aEnd: number,
  b: Int32Array,
  bStart: number,
  bEnd: number,
  length: number,
): GramPairs {
  const aCount = aEnd - aStart - length + 1;
  const bCount = bEnd - bStart - length + 1;
  if (aCount <= 0 || bCount <= 0) return { as: new Int32Array(0), bs: new Int32Array(0) };
  const bits = Math.ceil(Math.log2(aCount * 2 + 2));
  const mask = (1 << bits) - 1;
  const firsts = new Int32Array(mask + 1).fill(EMPTY);
  const inA = new Int32Array(mask + 1);
  const inB = new Int32Array(mask + 1).fill(EMPTY);

  for (let i = aStart; i < aStart + aCount; i++) {
    const slot = slotOf(firsts, mask, a, i, a, length);
    if (firsts[slot] === EMPTY) {
      firsts[slot] = i;
      inA[slot] = i;
    } else inA[slot] = REPEATED;
  }
  for (let j = bStart; j < bStart + bCount; j++) {
    const slot = slotOf(firsts, mask, b, j, a, length);
    if (firsts[slot] !== EMPTY && inA[slot] !== REPEATED) inB[slot] = inB[slot] === EMPTY ? j : REPEATED;
  }

  const as: number[] = [];
  for (let slot = 0; slot <= mask; slot++) if (firsts[slot] !== EMPTY && inA[slot]! >= 0 && inB[slot]! >= 0) as.push(slot);
  as.sort((left, right) => inA[left]! - inA[right]!);
  return { as: Int32Array.from(as, (slot) => inA[slot]!), bs: Int32Array.from(as, (slot) => inB[slot]!) };
}

/** The slot of the run that begins at `at` in `tokens`: taken by an equal run of `a`, or empty. */
function slotOf(firsts: Int32Array, mask: number, tokens: Int32Array, at: number, a: Int32Array, length: number): number {
  let slot = hash(tokens, at, length) & mask;
  for (let first = firsts[slot]!; first !== EMPTY; first = firsts[slot]!) {
    let t = 0;
    while (t < length && a[first + t] === tokens[at + t]) t++;
    if (t === length) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

/** FNV-1a over whole numbers, with a last stir because the table takes the low bits. */
function hash(tokens: Int32Array, at: number, length: number): number {
  let value = 0x811c9dc5;
  for (let t = 0; t < length; t++) value = Math.imul(value ^ tokens[at + t]!, 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) ^ (value >>> 12);
}
