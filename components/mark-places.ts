import type { Annotation } from '../src/domain/annotation.ts';
import type { TextRange } from '../src/domain/anchor.ts';
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
 * @param view UTF-16 offsets of the first and last text in view.
 */
export function nearView(annotations: readonly Annotation[], version: string, view: { first: number; last: number }, active: string | null): readonly Annotation[] {
  if (annotations.length <= measuredAtOnce) return annotations;
  const span = Math.max(600, view.last - view.first) / 2;
  return annotations.filter(annotation => {
    if (annotation.id === active) return true;
    const place = firstPlace(annotation, version);
    return place !== null && place.start >= view.first - span && place.start <= view.last + span;
  });
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
export function stripMarks(
  text: ClaimArticle,
  annotations: readonly Annotation[],
  version: { id: string; length: number },
  height: number,
  active: string | null,
): readonly StripMark[] {
  const placed = annotations.filter(annotation => firstPlace(annotation, version.id) !== null);
  const tops = placed.length <= measuredAtOnce ? topsOfMarks(text, placed, version.id) : null;
  return placed.map((annotation, index) => ({
    at: tops ? (tops[index]! + text.offsetTop) / Math.max(1, height) : firstPlace(annotation, version.id)!.start / Math.max(1, version.length),
    colour: markColour(annotation),
    active: annotation.id === active,
  }));
}
