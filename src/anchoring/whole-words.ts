import type { TokenText } from './tokens.ts';

/** Marks that hold a word or figure together: 1,000 and 3.5, don't, US-made, 9:30. */
const JOINER = /^[.,:'\-/%]$/;
const WORDY = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether the border before token `at` runs through a word or figure. */
function insideWord(tokens: TokenText, at: number): boolean {
  if (at <= 0 || at >= tokens.count || tokens.ends[at - 1] !== tokens.starts[at]) return false;
  const { text } = tokens.folded;
  const before = text.slice(tokens.starts[at - 1], tokens.ends[at - 1]);
  const after = text.slice(tokens.starts[at], tokens.ends[at]);
  if (UNSPACED.test(before) || UNSPACED.test(after)) return false;
  if (WORDY.test(before)) {
    if (WORDY.test(after)) return true;
    const next = text.charAt(tokens.ends[at]!);
    return after === '%' || (JOINER.test(after) && WORDY.test(next));
  }
  const previous = text.charAt(tokens.starts[at - 1]! - 1);
  if (/^\p{Sc}$/u.test(before)) return true;
  if (before === '-' && /^\p{N}/u.test(after) && !WORDY.test(previous)) return true; // a minus
  return JOINER.test(before) && WORDY.test(after) && WORDY.test(previous);
}

/** The start of the word or figure that a border before token `at` runs through, not before `limit`; `at` when through none. */
export function wordStart(tokens: TokenText, at: number, limit: number): number {
  while (at > limit && insideWord(tokens, at)) at--;
  return at;
}

/** The end of the word or figure that a border before token `at` runs through, not behind `limit`; `at` when through none. */
export function wordEnd(tokens: TokenText, at: number, limit: number): number {
  while (at < limit && insideWord(tokens, at)) at++;
  return at;
}
