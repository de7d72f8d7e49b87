import { UNPAIRED, type Pairing } from './align.ts';
import type { TokenText } from './tokens.ts';

/** How well a text can be cut before a token: at a line, at a sentence, behind a comma or the like, at a word. */
const AT_LINE = 4;
export const AT_SENTENCE = 3;
const AT_CLAUSE = 2;
export const AT_WORD = 1;
const INSIDE_WORD = 0;

/**
 * Moves added and dropped passages to where a writer would see them begin. "One. [Two.] Three." and
 * "One[. Two]. Three." pair equal words equally well; only the first puts the full stop with its sentence.
 * Changes `pairing`. Linear but for passages that repeat themselves, which slide at most their own length.
 */
export function slideBorders(a: TokenText, b: TokenText, pairing: Pairing): void {
  for (let i = 1; i < pairing.length; i++) {
    if (pairing[i] !== UNPAIRED && pairing[i - 1] !== UNPAIRED && pairing[i]! > pairing[i - 1]! + 1) slideAdded(a, b, pairing, i);
  }
  for (let i = 1; i < pairing.length; i++) {
    if (pairing[i] === UNPAIRED && pairing[i - 1] !== UNPAIRED) i = slideDropped(a, b, pairing, i);
  }
}

/** Slides the tokens added before `a`'s token `i`. */
function slideAdded(a: TokenText, b: TokenText, pairing: Pairing, i: number): void {
  const start = pairing[i - 1]! + 1;
  const end = pairing[i]!;
  const limit = end - start;
  let best = 0;
  let bestCut = cutBefore(b, start);
  const consider = (shift: number): void => {
    const cut = cutBefore(b, start + shift);
    if (cut > bestCut) [best, bestCut] = [shift, cut];
  };
  // To the right: the word behind the passage becomes the passage's first.
  for (let shift = 1; shift <= limit; shift++) {
    const at = i + shift - 1;
    if (at >= pairing.length || pairing[at] !== end + shift - 1 || a.keys[at] !== b.keys[start + shift - 1]) break;
    consider(shift);
  }
  for (let shift = 1; shift <= limit; shift++) {
    const at = i - shift;
    if (at < 0 || pairing[at] !== start - shift || a.keys[at] !== b.keys[end - shift]) break;
    consider(-shift);
  }
  for (let shift = 0; shift < best; shift++) pairing[i + shift] = start + shift;
  for (let shift = 1; shift <= -best; shift++) pairing[i - shift] = end - shift;
}

/** Slides the dropped tokens that begin at `start` of `a`. Gives where the passage ends. */
function slideDropped(a: TokenText, b: TokenText, pairing: Pairing, start: number): number {
  let end = start;
  while (end < pairing.length && pairing[end] === UNPAIRED) end++;
  if (end >= pairing.length || pairing[end] !== pairing[start - 1]! + 1) return end;
  const next = pairing[end]!;
  const limit = end - start;
  let best = 0;
  let bestCut = cutBefore(a, start);
  const consider = (shift: number): void => {
    const cut = cutBefore(a, start + shift);
    if (cut > bestCut) [best, bestCut] = [shift, cut];
  };
  for (let shift = 1; shift <= limit; shift++) {
    const at = end + shift - 1;
    if (at >= pairing.length || pairing[at] !== next + shift - 1 || a.keys[start + shift - 1] !== b.keys[next + shift - 1]) break;
    consider(shift);
  }
  for (let shift = 1; shift <= limit; shift++) {
    const at = start - shift;
    if (at < 0 || pairing[at] !== next - shift || a.keys[end - shift] !== b.keys[next - shift]) break;
    consider(-shift);
  }
  for (let shift = 0; shift < best; shift++) {
    pairing[start + shift] = next + shift;
    pairing[end + shift] = UNPAIRED;
  }
  for (let shift = 1; shift <= -best; shift++) {
    pairing[end - shift] = next - shift;
    pairing[start - shift] = UNPAIRED;
  }
  return best > 0 ? end + best : end;
}

/** Marks above it end a sentence without a space behind them. */
const LAST_SPACED = '\u3000';
const CLAUSE_END = /[,;:，；：、]/;
const SENTENCE_END = /[.!?…。！？]/;

/** How well a text can be cut before token `at`. */
export function cutBefore(tokens: TokenText, at: number): number {
  if (at <= 0 || at >= tokens.count) return AT_LINE;
  const { folded, starts, ends, source } = tokens;
  const before = folded.text.charAt(ends[at - 1]! - 1);
  if (ends[at - 1] === starts[at]) return before <= LAST_SPACED ? INSIDE_WORD : SENTENCE_END.test(before) ? AT_SENTENCE : CLAUSE_END.test(before) ? AT_CLAUSE : INSIDE_WORD;
  if (source.slice(folded.ends[ends[at - 1]! - 1]!, folded.starts[starts[at]!]!).includes('\n')) return AT_LINE;
  if (SENTENCE_END.test(before)) return AT_SENTENCE;
  return CLAUSE_END.test(before) ? AT_CLAUSE : AT_WORD;
}
