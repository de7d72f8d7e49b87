import { UNPAIRED } from './align.ts';
import { changeKinds } from './change-kinds.ts';
import type { Matching } from './evidence.ts';
import type { TextRange, WordChange } from './placement.ts';
import { tokenSpan, type TokenText } from './tokens.ts';

/**
 * The differences between old tokens and the new ones they became, in reading order. Words that differ in case only
 * count; parts of one word or figure ("1,000", "don't") are shown whole.
 *
 * @param map which new token each old one became: a comparison's `pairing` or its `moved`
 */
export function wordChanges(matching: Matching, map: Int32Array, old: TextRange, fresh: TextRange): WordChange[] {
  const { old: oldTokens, new: newTokens } = matching;
  const changes: { oldStart: number; oldEnd: number; newStart: number; newEnd: number }[] = [];
  const note = (oldStart: number, oldEnd: number, newStart: number, newEnd: number): void => {
    if (oldStart === oldEnd && newStart === newEnd) return;
    const change = {
      oldStart: wordStart(oldTokens, oldStart, old.start),
      oldEnd: wordEnd(oldTokens, oldEnd, old.end),
      newStart: wordStart(newTokens, newStart, fresh.start),
      newEnd: wordEnd(newTokens, newEnd, fresh.end),
    };
    // What one side shows of a word beyond the change is kept, so the other side shows it too.
    for (let i = change.oldStart; i < change.oldEnd; i++) {
      if (map[i]! < fresh.start || map[i]! >= fresh.end) continue;
      change.newStart = Math.min(change.newStart, map[i]!);
      change.newEnd = Math.max(change.newEnd, map[i]! + 1);
    }
    for (let i = Math.max(old.start, change.oldStart - LONGEST_WORD); i < Math.min(old.end, change.oldEnd + LONGEST_WORD); i++) {
      if (map[i] === UNPAIRED || map[i]! < change.newStart || map[i]! >= change.newEnd) continue;
      change.oldStart = Math.min(change.oldStart, i);
      change.oldEnd = Math.max(change.oldEnd, i + 1);
    }
    const before = changes.at(-1);
    if (before !== undefined && (change.oldStart < before.oldEnd || change.newStart < before.newEnd || (change.oldStart === before.oldEnd && change.newStart === before.newEnd))) {
      before.oldEnd = Math.max(before.oldEnd, change.oldEnd);
      before.newEnd = Math.max(before.newEnd, change.newEnd);
    } else changes.push(change);
  };

  let [oldDone, newDone] = [old.start, fresh.start];
  for (let i = old.start; i < old.end; i++) {
    const j = map[i]!;
    if (j === UNPAIRED || j < newDone || j >= fresh.end) continue;
    if (oldTokens.forms[i] !== newTokens.forms[j]) continue;
    note(oldDone, i, newDone, j);
    [oldDone, newDone] = [i + 1, j + 1];
  }
  note(oldDone, old.end, newDone, fresh.end);

  return changes.map((change) => {
    const oldSpan = tokenSpan(oldTokens, change.oldStart, change.oldEnd);
    const newSpan = tokenSpan(newTokens, change.newStart, change.newEnd);
    const oldWords = oldTokens.source.slice(oldSpan.start, oldSpan.end);
    const newWords = newTokens.source.slice(newSpan.start, newSpan.end);
    return {
      old: oldWords,
      new: newWords,
      oldStart: oldSpan.start,
      oldEnd: oldSpan.end,
      newStart: newSpan.start,
      newEnd: newSpan.end,
      kinds: changeKinds(oldWords, newWords),
    };
  });
}

/** Tokens in the longest word or figure, such as 1,000,000.00. */
const LONGEST_WORD = 12;

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

function wordStart(tokens: TokenText, at: number, limit: number): number {
  while (at > limit && insideWord(tokens, at)) at--;
  return at;
}

function wordEnd(tokens: TokenText, at: number, limit: number): number {
  while (at < limit && insideWord(tokens, at)) at++;
  return at;
}
