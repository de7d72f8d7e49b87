import type { Annotation } from '../src/domain/annotation.ts';
import type { TextRange } from '../src/domain/anchor.ts';
import type { Scales } from '../src/domain/scales.ts';
import { startOf } from '../src/store/reading-order.ts';
import type { ClaimArticle } from './claim-article.ts';
import { markColour } from './mark-look.ts';
import type { StripMark } from './mark-strip.ts';

/** With more annotations than this, only those near the view are measured: the rest has room for estimates. */
export const measuredAtOnce = 400;

/** The first place of an annotation in a version; null when it has none. */
export function firstPlace({ anchors }: Annotation, version: string): TextRange | null {
  for (const { placement } of anchors) {
    if (placement.version === version && placement.state !== 'lost' && placement.state !== 'ambiguous' && placement.end > placement.start) return placement;
  }
  return null;
}

/**
 * The annotations that get a card beside the text: all of them, or where they are many those within half a screen of the
 * view, and the active one.
 *
 * @param annotations In reading order.
 * @param view UTF-16 offsets of the first and last text in view.
 */
export function nearView(annotations: readonly Annotation[], view: { first: number; last: number }, active: Annotation | null): readonly Annotation[] {
  if (annotations.length <= measuredAtOnce) return annotations;
  const span = Math.max(600, view.last - view.first) / 2;
  const from = firstFrom(annotations, view.first - span);
  const end = firstFrom(annotations, view.last + span);
  const near = annotations.slice(from, end);
  if (!active || near.includes(active)) return near;
  return startOf(active) < view.first ? [active, ...near] : [...near, active];
}

/** Index of the first annotation that begins at an offset or after it. */
function firstFrom(annotations: readonly Annotation[], offset: number): number {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(annotations[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Heights at which the marks of some annotations begin, in pixels from the top of the article's element; 0 without a place. */
export function topsOfMarks(text: ClaimArticle, annotations: readonly Annotation[], version: string): readonly number[] {
  const places = annotations.map(annotation => firstPlace(annotation, version));
  const tops = text.topsOf(places.map(place => place?.start ?? 0));
  return tops.map((top, index) => (places[index] ? top : 0));
}

/**
 * The ticks of the strip.
 *
 * @param height Height of everything that scrolls, in pixels.
 * @param length UTF-16 length of the text: with thousands of marks the share of the text is as good as that of the page, and
 *   costs nothing.
 */
export function stripMarks(text: ClaimArticle, annotations: readonly Annotation[], scales: Scales, version: { id: string; length: number }, height: number): readonly StripMark[] {
  if (annotations.length > measuredAtOnce) {
    const length = Math.max(1, version.length);
    return annotations.map(annotation => ({ id: annotation.id, at: startOf(annotation) / length, colour: markColour(annotation, scales) })).filter(({ at }) => at >= 0);
  }
  const placed = annotations.filter(annotation => firstPlace(annotation, version.id) !== null);
  return topsOfMarks(text, placed, version.id).map((top, index) => ({
    id: placed[index]!.id,
    at: (top + text.offsetTop) / Math.max(1, height),
    colour: markColour(placed[index]!, scales),
  }));
}
