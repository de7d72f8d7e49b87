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
 * get the rows nearer to the letters. A range keeps its row over its whole length.
 */
export function assignRows(ranges: readonly MarkedRange[]): RowedRange[] {
  const rows = new Int8Array(ranges.length).fill(-1);
  const index = new IntervalIndex(ranges.map(({ start, end }, number) => ({ start, end, number })));
  const order = ranges.map((_, number) => number).sort((a, b) => length(ranges[a]) - length(ranges[b]) || a - b);
  for (const number of order) {
    const range = ranges[number]!;
    let taken = 0;
    // Stops as soon as all rows are taken, so that 10,000 ranges on one word do not cost 10,000 times 10,000.
    index.visit(range.start, range.end, other => {
      const row = rows[other.number]!;
      if (row >= 0) taken |= 1 << row;
      return taken !== (1 << ROWS) - 1;
    });
    let row = 0;
    while (row < ROWS - 1 && taken & (1 << row)) row++;
    rows[number] = row;
  }
  return ranges.map((range, number) => ({ id: range.id, start: range.start, end: range.end, classes: range.classes, row: rows[number]! }));
}

function length(range: MarkedRange | undefined): number {
  return range ? range.end - range.start : 0;
}
