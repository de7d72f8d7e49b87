import { tokenize, Vocabulary } from './tokens.ts';

/** Tokens in a run that decides whether a place is unique: a short sentence's worth. */
const RUN = 6;

/** Marks with 1 the UTF-16 offsets at which a run of {@link RUN} tokens begins that stands once in the text. Linear. */
export function uniquePlaces(text: string): Uint8Array {
  const { keys, count, starts, folded } = tokenize(text, new Vocabulary());
  const marks = new Uint8Array(text.length + 1);
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
  for (let i = 0; i < hashes.length; i++) if (counts[hashes[i]!] === 1) marks[folded.starts[starts[i]!]!] = 1;
  return marks;
}
