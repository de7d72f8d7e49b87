import type { TextRange } from '../../src/anchoring/placement.ts';

/** A text with the ranges that were marked in it, in the order of their opening marks. */
export interface MarkedText {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  /** The first range; marks nothing at the start when there is none. */
  readonly range: TextRange;
}

/** Reads a text in which ranges are written as `⟦words⟧`: `marked('one ⟦two⟧')` has the range 4 to 7. They do not nest. */
export function marked(source: string): MarkedText {
  const ranges: TextRange[] = [];
  let text = '';
  for (const [n, piece] of source.split(/[⟦⟧]/).entries()) {
    if (n % 2 === 1) ranges.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, ranges, range: ranges[0] ?? { start: 0, end: 0 } };
}

/** Writes a range into its text as {@link marked} reads it. */
export function mark(text: string, { start, end }: TextRange): string {
  return start < 0 ? text : `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
}
