import { readAnnotation } from '../domain/annotation.ts';
import type { Desk } from '../domain/desk.ts';
import { valueOf, type FieldRecord } from '../domain/record.ts';

/** The records of a desk's annotations by the place of their first piece, the same order for the same state. */
export function inReadingOrder(desk: Desk): readonly FieldRecord[] {
  const version = desk.article ? valueOf(desk.article, 'version') : undefined;
  const placed = [...desk.annotations.values()].map(record => {
    const first = readAnnotation(record)?.anchors[0];
    const place = first && first.placement.version === version && first.placement.start >= 0 ? first.placement : first;
    return { record, start: place?.start ?? 0, end: place?.end ?? 0 };
  });
  placed.sort((a, b) => a.start - b.start || b.end - a.end || compareText(a.record.id, b.record.id));
  return placed.map(({ record }) => record);
}

/** Compares by code units, so that every machine sorts alike. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
