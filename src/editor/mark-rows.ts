import { IntervalIndex, type Interval } from './interval-index.ts';

/** What is drawn of an annotation in one place. */
export interface MarkedRange extends Interval {
  readonly id: string;
  readonly classes: string;
}

/** A range with the row that its underline is drawn in: 0 is next to the letters. */
export interface RowedRange extends MarkedRange {
  readonly row: number;
}

/** More rows than this would reach into the next line of text; what goes beyond shares the last one. */
export const ROWS = 4;

/**
 * Gives each range a row such that ranges that overlap have different ones, as long as there are enough: shorter ranges
 * get the rows nearer to the letters. A range keeps its row over its whole length. The order of the list stays.
 */
export function assignRows(ranges: readonly MarkedRange[]): RowedRange[] {
  const rows = new Int8Array(ranges.length);
  for (const group of overlappingGroups(ranges)) assignInGroup(ranges, group, rows);
  return ranges.map((range, number) => ({ id: range.id, start: range.start, end: range.end, classes: range.classes, row: rows[number]! }));
}

/** Groups, by their numbers, of ranges that hang together by overlapping; those that overlap nothing are in none. */
function* overlappingGroups(ranges: readonly MarkedRange[]): Iterable<number[]> {
  // A list that is in order already, as most are, costs one pass.
  const order = [...ranges.keys()].sort((a, b) => ranges[a]!.start - ranges[b]!.start);
  let group: number[] = [];
  let reach = -Infinity;
  for (const number of order) {
    const { start, end } = ranges[number]!;
    if (end <= start) continue;
    if (start >= reach) {
      if (group.length > 1) yield group;
      group = [];
    }
    group.push(number);
    reach = Math.max(reach, end);
  }
  if (group.length > 1) yield group;
}

function assignInGroup(ranges: readonly MarkedRange[], group: readonly number[], rows: Int8Array): void {
  const length = (number: number): number => ranges[number]!.end - ranges[number]!.start;
  const index = new IntervalIndex(group.map(number => ({ start: ranges[number]!.start, end: ranges[number]!.end, number })));
  const assigned = new Set<number>();
  for (const number of [...group].sort((a, b) => length(a) - length(b) || a - b)) {
    const range = ranges[number]!;
    let taken = 0;
    // Stops as soon as all rows are taken, so that 10,000 ranges on one word do not cost 10,000 times 10,000.
    index.visit(range.start, range.end, other => {
      if (assigned.has(other.number)) taken |= 1 << rows[other.number]!;
      return taken !== (1 << ROWS) - 1;
    });
    let row = 0;
    while (row < ROWS - 1 && taken & (1 << row)) row++;
    rows[number] = row;
    assigned.add(number);
  }
}
