import { UNPAIRED } from './align.ts';
import { changeKinds } from './change-kinds.ts';
import type { Matching } from './matching.ts';
import type { TextRange, WordChange } from './placement.ts';
import { tokenSpan } from './tokens.ts';
import { wordEnd, wordStart } from './whole-words.ts';

/** Tokens in the longest word or figure, such as 1,000,000.00. */
const LONGEST_WORD = 12;

/** Old tokens that became new ones, or were dropped or added when one of the ranges is empty. */
export interface TokenChange {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The differences between old tokens and the new ones they became, in words: see {@link tokenChanges}. */
export function wordChanges(matching: Matching, map: Int32Array, old: TextRange, fresh: TextRange): WordChange[] {
  return tokenChanges(matching, map, old, fresh).map((change) => inWords(matching, change));
}

/** A change of tokens as one of words, with offsets and kinds. */
export function inWords({ old: oldTokens, new: newTokens }: Matching, change: TokenChange): WordChange {
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
}

/**
 * The differences between old tokens and the new ones they became, in reading order. Words that differ in case only
 * count; parts of one word or figure ("1,000", "don't") are shown whole.
 *
 * @param map which new token each old one became: a comparison's `pairing` or its `moved`
 */
export function tokenChanges(matching: Matching, map: Int32Array, old: TextRange, fresh: TextRange): TokenChange[] {
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

  return changes;
}
