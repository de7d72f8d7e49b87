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
  const table: GramTable = { a, length, mask, firsts: new Int32Array(mask + 1).fill(EMPTY), hashes: new Int32Array(mask + 1) };
  // By slot: where the run stands in each stretch, if it stands there once.
  const inA = new Int32Array(mask + 1);
  const inB = new Int32Array(mask + 1).fill(EMPTY);
  const slots = new Int32Array(aCount);

  for (let n = 0; n < aCount; n++) {
    const value = hash(a, aStart + n, length);
    const slot = slotOf(table, a, aStart + n, value);
    slots[n] = slot;
    if (table.firsts[slot] === EMPTY) {
      table.firsts[slot] = aStart + n;
      table.hashes[slot] = value;
      inA[slot] = aStart + n;
    } else inA[slot] = REPEATED;
  }
  for (let j = bStart; j < bStart + bCount; j++) {
    const slot = slotOf(table, b, j, hash(b, j, length));
    if (table.firsts[slot] !== EMPTY && inA[slot] !== REPEATED) inB[slot] = inB[slot] === EMPTY ? j : REPEATED;
  }

  const as = new Int32Array(aCount);
  const bs = new Int32Array(aCount);
  let count = 0;
  for (let n = 0; n < aCount; n++) {
    const slot = slots[n]!;
    if (inA[slot]! < 0 || inB[slot]! < 0) continue;
    as[count] = aStart + n;
    bs[count++] = inB[slot]!;
  }
  return { as: as.subarray(0, count), bs: bs.subarray(0, count) };
}

interface GramTable {
  readonly a: Int32Array;
  readonly length: number;
  readonly mask: number;
  /** By slot: where in `a` the run in it stands first. */
  readonly firsts: Int32Array;
  readonly hashes: Int32Array;
}

/** The slot of the run that begins at `at` in `tokens`: taken by an equal run of `a`, or empty. */
function slotOf({ a, length, mask, firsts, hashes }: GramTable, tokens: Int32Array, at: number, value: number): number {
  let slot = value & mask;
  for (let first = firsts[slot]!; first !== EMPTY; first = firsts[slot]!) {
    if (hashes[slot] === value) {
      let t = 0;
      while (t < length && a[first + t] === tokens[at + t]) t++;
      if (t === length) return slot;
    }
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
