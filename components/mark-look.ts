import { isChecked, type Annotation } from '../src/domain/annotation.ts';
import { placesOf } from '../src/domain/annotation.ts';
import { ratingOf } from '../src/domain/rating-scales.ts';
import { statusOf } from '../src/domain/status.ts';
import type { AnnotationRange } from '../src/editor/annotation-plugin.ts';

const looks = new WeakMap<Annotation, string>();

/** The classes that say in the text how an annotation stands; `claim-article-styles.ts` draws them. */
export function markClasses(annotation: Annotation): string {
  let classes = looks.get(annotation);
  if (classes === undefined) {
    const status = statusOf(annotation);
    const believed = status !== 'disputed' && status !== 're-check';
    const rating = isChecked(annotation) && believed && annotation.verdict ? ratingOf(annotation.verdict.scale, annotation.verdict.rating) : undefined;
    const look = rating ? `colour-${rating.colour} line-${rating.line}` : annotation.type === 'nothing-to-check' ? 'colour-grey line-none' : 'unrated';
    looks.set(annotation, (classes = `mark type-${annotation.type} ${look}${hasChanged(annotation) || status === 're-check' ? ' stale' : ''}`));
  }
  return classes;
}

/** Whether other words stand in its place than those that were marked. */
function hasChanged({ anchors }: Annotation): boolean {
  return anchors.some(({ placement }) => placement.state === 'changed');
}

const ranged = new WeakMap<Annotation, { version: string; ranges: readonly AnnotationRange[] }>();
const listed = new WeakMap<readonly Annotation[], { version: string; ranges: readonly AnnotationRange[] }>();

/** The stretches to draw for some annotations; the same list for the same annotations and version. */
export function markRanges(annotations: readonly Annotation[], version: string): readonly AnnotationRange[] {
  let list = listed.get(annotations);
  if (list?.version !== version) {
    const ranges: AnnotationRange[] = [];
    for (const annotation of annotations) for (const range of rangesOf(annotation, version)) ranges.push(range);
    listed.set(annotations, (list = { version, ranges }));
  }
  return list.ranges;
}

function rangesOf(annotation: Annotation, version: string): readonly AnnotationRange[] {
  let own = ranged.get(annotation);
  if (own?.version !== version) {
    const classes = markClasses(annotation);
    own = { version, ranges: placesOf(annotation, version).map(({ start, end }) => ({ id: annotation.id, start, end, classes })) };
    ranged.set(annotation, own);
  }
  return own.ranges;
}

/** Name of the colour that an annotation has in the strip and on its card; null while it has no rating. */
export function markColour(annotation: Annotation): string | null {
  let colour = colours.get(annotation);
  if (colour === undefined) colours.set(annotation, (colour = / colour-(\w+)/.exec(markClasses(annotation))?.[1] ?? null));
  return colour;
}

const colours = new WeakMap<Annotation, string | null>();
