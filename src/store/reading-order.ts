import type { AnchorPlacement } from '../domain/anchor.ts';
import { readAnnotation, type Annotation } from '../domain/annotation.ts';
import type { Desk } from '../domain/desk.ts';
import type { FieldRecord } from '../domain/record.ts';

type Records = ReadonlyMap<string, FieldRecord>;

const ordered = new WeakMap<Records, readonly Annotation[]>();

/** The list that was made last: after one change nearly all of it still holds. */
let latest: { readonly records: Records; readonly list: readonly Annotation[] } | null = null;

/** With more changes than this sorting anew is cheaper than mending. */
const mendable = 64;

/**
 * All annotations in reading order: by first place, the longer first; those without a sure place come first. The same list for
 * the same desk. After a change only what changed is put in its place again, so that one mark among 10,000 costs little.
 */
export function annotationsInOrder(desk: Desk): readonly Annotation[] {
  const records = desk.annotations;
  let list = ordered.get(records);
  if (!list) {
    list = mend(records) ?? sort(records);
    ordered.set(records, list);
    latest = { records, list };
  }
  return list;
}

function sort(records: Records): readonly Annotation[] {
  const list: Annotation[] = [];
  for (const record of records.values()) {
    const annotation = readAnnotation(record);
    if (annotation) list.push(annotation);
  }
  return list.sort(inOrder);
}

function mend(records: Records): readonly Annotation[] | null {
  if (!latest || records.size < latest.records.size || records.size > latest.records.size + mendable) return null;
  const changed = new Map<string, FieldRecord>();
  let known = 0;
  for (const [id, record] of records) {
    const before = latest.records.get(id);
    if (before) known++;
    if (before === record) continue;
    changed.set(id, record);
    if (changed.size > mendable) return null;
  }
  // Another desk, or one from which something is gone.
  if (known < latest.records.size) return null;
  const list = latest.list.filter(({ id }) => !changed.has(id));
  for (const record of changed.values()) {
    const annotation = readAnnotation(record);
    if (annotation) list.splice(placeFor(list, annotation), 0, annotation);
  }
  return list;
}

/** Index of the first annotation of a sorted list that comes after this one. */
function placeFor(list: readonly Annotation[], annotation: Annotation): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(list[middle]!, annotation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(a: Annotation, b: Annotation): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1);
}

/** Where an annotation comes in reading order: the offset of its first piece; -1 when that has no sure place. */
export function startOf({ anchors }: Annotation): number {
  const place = anchors[0]?.placement;
  return isSure(place) ? place.start : -1;
}

function endOf({ anchors }: Annotation): number {
  const place = anchors[0]?.placement;
  return isSure(place) ? place.end : -1;
}

function isSure(place: AnchorPlacement | undefined): place is AnchorPlacement {
  return place !== undefined && place.state !== 'lost' && place.state !== 'ambiguous';
}
