import { firstAbove } from './fold-text.ts';
import { tokenize, Vocabulary } from './tokens.ts';

/** Tokens in a run that decides whether a place is unique: a short sentence's worth. */
const RUN = 6;

/** The runs of {@link RUN} tokens that stand once in a text. */
export class UniquePlaces {
  /** UTF-16 offsets of the runs, ascending both. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  /** Linear in the text. */
  constructor(text: string) {
    const { keys, count, starts, ends, folded } = tokenize(text, new Vocabulary());
    const size = 1 << Math.ceil(Math.log2(count * 2 + 2));
    const counts = new Uint8Array(size);
    const hashes = new Int32Array(Math.max(0, count - RUN + 1));
    for (let i = 0; i < hashes.length; i++) {
      let value = 0x811c9dc5;
      for (let t = 0; t < RUN; t++) value = Math.imul(value ^ keys[i + t]!, 0x01000193);
      value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
      hashes[i] = (value ^ (value >>> 12)) & (size - 1);
      // Two runs that share a slot only make the context a little longer than it need be.
      if (counts[hashes[i]!]! < 2) counts[hashes[i]!]!++;
    }
    const unique = Int32Array.from(hashes.keys()).filter((i) => counts[hashes[i]!] === 1);
    this.#starts = unique.map((i) => folded.starts[starts[i]!]!);
    this.#ends = unique.map((i) => folded.ends[ends[i + RUN - 1]! - 1]!);
  }

  /** Whether a stretch of the text holds a whole run that stands nowhere else. */
  has(start: number, end: number): boolean {
    const first = firstAbove(this.#starts, start - 1);
    return first < this.#starts.length && this.#ends[first]! <= end;
  }
}
