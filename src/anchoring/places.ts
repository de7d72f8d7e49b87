import type { TextRange } from './placement.ts';
import type { TokenText } from './tokens.ts';

/** Where each token stands: the places of key `k` are `places[from[k]]` up to `places[from[k + 1]]`, ascending. */
export interface Postings {
  readonly from: Int32Array;
  readonly places: Int32Array;
}

/** Indexes a text's tokens by their keys. Linear. */
export function indexTokens({ keys, count }: TokenText, size: number): Postings {
  const from = new Int32Array(size + 1);
  for (let i = 0; i < count; i++) from[keys[i]! + 1]!++;
  for (let key = 0; key < size; key++) from[key + 1]! += from[key]!;
  const places = new Int32Array(count);
  const next = from.slice();
  for (let i = 0; i < count; i++) places[next[keys[i]!]!++] = i;
  return { from, places };
}

/**
 * The places in `text` of a token run of `quote`, in the same letters, ascending. Looks only where its rarest token stands.
 * @param most stops after so many
 */
export function placesOf(quote: TokenText, run: TextRange, text: TokenText, { from, places }: Postings, most: number): number[] {
  let rarest = run.start;
  const countOf = (i: number): number => from[quote.keys[i]! + 1]! - from[quote.keys[i]!]!;
  for (let i = run.start; i < run.end; i++) if (countOf(i) < countOf(rarest)) rarest = i;
  const found: number[] = [];
  const key = quote.keys[rarest]!;
  for (let n = from[key]!; n < from[key + 1]! && found.length < most; n++) {
    const start = places[n]! - (rarest - run.start);
    if (start < 0 || start + run.end - run.start > text.count) continue;
    let t = 0;
    while (t < run.end - run.start && quote.forms[run.start + t] === text.forms[start + t]) t++;
    if (t === run.end - run.start) found.push(start);
  }
  return found;
}
