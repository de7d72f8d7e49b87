import { isChecked, type Annotation } from '../src/domain/annotation.ts';
import { placesOf } from '../src/domain/annotation.ts';
import { ratingOf, type Scales } from '../src/domain/scales.ts';
import { statusOf } from '../src/domain/status.ts';
import type { AnnotationRange } from '../src/editor/annotation-plugin.ts';

const looks = new WeakMap<Scales, WeakMap<Annotation, string>>();

/** The classes that say in the text how an annotation stands; `claim-article-styles.ts` draws them. */
export function markClasses(annotation: Annotation, scales: Scales): string {
  let known = looks.get(scales);
  if (!known) looks.set(scales, (known = new WeakMap()));
  let classes = known.get(annotation);
  if (classes === undefined) {
    const status = statusOf(annotation);
    const believed = status === 'settled' || status === 'in-progress' || status === 'open';
    const rating = isChecked(annotation) && believed && annotation.verdict ? ratingOf(scales, annotation.verdict) : undefined;
    const look = rating ? `colour-${rating.colour} line-${rating.line}` : annotation.type === 'nothing-to-check' ? 'colour-grey line-none' : 'unrated';
    known.set(annotation, (classes = `mark type-${annotation.type} ${look}${hasChanged(annotation) || status === 're-check' ? ' stale' : ''}`));
  }
  return classes;
}

/** Whether other words stand in its place than those that were marked. */
function hasChanged({ anchors }: Annotation): boolean {
  return anchors.some(({ placement }) => placement.state === 'changed');
}

interface Drawn {
  readonly version: string;
  readonly scales: Scales;
  readonly ranges: readonly AnnotationRange[];
}

const ranged = new WeakMap<Annotation, Drawn>();
const listed = new WeakMap<readonly Annotation[], Drawn>();

/** The stretches to draw for some annotations; the same list for the same annotations, version and scales. */
export function markRanges(annotations: readonly Annotation[], version: string, scales: Scales): readonly AnnotationRange[] {
  let list = listed.get(annotations);
  if (list?.version !== version || list.scales !== scales) {
    const ranges: AnnotationRange[] = [];
    for (const annotation of annotations) for (const range of rangesOf(annotation, version, scales)) ranges.push(range);
    listed.set(annotations, (list = { version, scales, ranges }));
  }
  return list.ranges;
}

function rangesOf(annotation: Annotation, version: string, scales: Scales): readonly AnnotationRange[] {
  let own = ranged.get(annotation);
  if (own?.version !== version || own.scales !== scales) {
    const classes = markClasses(annotation, scales);
    own = { version, scales, ranges: placesOf(annotation, version).map(({ start, end }) => ({ id: annotation.id, start, end, classes })) };
    ranged.set(annotation, own);
  }
  return own.ranges;
}

/** Name of the colour that an annotation has in the strip and on its card; null while it has no rating. */
export function markColour(annotation: Annotation, scales: Scales): string | null {
  return / colour-(\w+)/.exec(markClasses(annotation, scales))?.[1] ?? null;
}
