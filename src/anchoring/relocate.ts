import { compareTexts, type Comparison } from './compare-texts.ts';
import { judge } from './judge.ts';
import { keepOrder } from './keep-order.ts';
import { checkRange, type Placement, type TextRange } from './placement.ts';

/**
 * Finds ranges of one version of a text in another: the whole texts are aligned, blocks that moved are searched for,
 * then each range is judged by what became of its words. Near-linear in the texts plus the ranges.
 *
 * @param ranges UTF-16 offsets in `oldText`
 * @returns a placement in `newText` for each range, in the order given
 * @throws RangeError when a range does not lie in `oldText`
 */
export function relocate(oldText: string, newText: string, ranges: readonly TextRange[]): Placement[] {
  return relocateWith(compareTexts(oldText, newText), ranges);
}

/** {@link relocate} for texts that are compared already. */
export function relocateWith(comparison: Comparison, ranges: readonly TextRange[]): Placement[] {
  for (const { start, end } of ranges) checkRange(comparison.oldText, start, end);
  return ranges.map((range) => judge(comparison, range));
}

/**
 * {@link relocate} for annotations of several pieces: the pieces of one are judged together and stay in order.
 *
 * @param annotations the pieces of each annotation, UTF-16 offsets in `oldText`
 * @returns the placements of each annotation's pieces, in the order given
 * @throws RangeError when a piece does not lie in `oldText`
 */
export function relocateAnnotations(oldText: string, newText: string, annotations: readonly (readonly TextRange[])[]): Placement[][] {
  const comparison = compareTexts(oldText, newText);
  return annotations.map((pieces) => keepOrder(pieces, relocateWith(comparison, pieces)));
}
