import { UNPAIRED } from './align.ts';
import { compareTexts, type Comparison } from './compare-texts.ts';
import type { TextRange, WordChange } from './placement.ts';
import { tokenSpan } from './tokens.ts';
import { inWords, tokenChanges, type TokenChange } from './word-changes.ts';

/**
 * A difference between two versions of an article. Words that were moved are two: one takes them from where they
 * stood (`new` is empty), one puts them where they stand now (`old` is empty).
 */
export interface TextChange extends WordChange {
  /**
   * Only of words that were moved. When taken from here: where they stand now, UTF-16 offsets in the new text. When
   * put here: where they stood, UTF-16 offsets in the old text.
   */
  readonly moved?: TextRange;
}

/**
 * What differs between two versions of an article, in words and in reading order. Near-linear in their lengths.
 * @returns empty when they differ in white space and the form of marks at most
 */
export function compareVersions(oldText: string, newText: string): readonly TextChange[] {
  if (oldText === newText) return [];
  const comparison = compareTexts(oldText, newText);
  const whole = { old: { start: 0, end: comparison.old.count }, new: { start: 0, end: comparison.new.count } };
  return tokenChanges(comparison, comparison.pairing, whole.old, whole.new).flatMap((change) => apart(comparison, change));
}

/** A stretch of a change, and where its words are in the other text when they were moved: all of them, one behind the other. */
interface Stretch extends TextRange {
  readonly moved: TextRange | null;
}

/** Tells the words that were moved from those that were replaced. */
function apart(comparison: Comparison, change: TokenChange): TextChange[] {
  const olds = stretches(comparison.moved, change.oldStart, change.oldEnd);
  const news = stretches(comparison.movedFrom, change.newStart, change.newEnd);
  const changes: TextChange[] = [];
  const add = (oldEnd: number, newEnd: number): WordChange => {
    const part = inWords(comparison, { oldStart, oldEnd, newStart, newEnd });
    [oldStart, newStart] = [oldEnd, newEnd];
    return part;
  };
  let { oldStart, newStart } = change;
  for (let [o, n] = [0, 0]; o < olds.length || n < news.length; ) {
    const [old, fresh] = [olds[o], news[n]];
    if (old !== undefined && old.moved !== null) {
      changes.push({ ...add(old.end, newStart), moved: tokenSpan(comparison.new, old.moved.start, old.moved.end) });
      o++;
    } else if (fresh !== undefined && fresh.moved !== null) {
      changes.push({ ...add(oldStart, fresh.end), moved: tokenSpan(comparison.old, fresh.moved.start, fresh.moved.end) });
      n++;
    } else {
      changes.push(add(old?.end ?? oldStart, fresh?.end ?? newStart));
      o++;
      n++;
    }
  }
  return changes;
}

/** Cuts a stretch where words that were moved begin and end. */
function stretches(moved: Int32Array, start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  for (let from = start; from < end; ) {
    let to = from + 1;
    const first = moved[from]!;
    while (to < end && (first === UNPAIRED ? moved[to] === UNPAIRED : moved[to] === first + to - from)) to++;
    found.push({ start: from, end: to, moved: first === UNPAIRED ? null : { start: first, end: first + to - from } });
    from = to;
  }
  return found;
}
