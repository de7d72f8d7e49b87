/** A stretch of numbers; `end` is exclusive. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * Intervals, asked by place. Built once in O(n log n); a query costs O(log n + k) for k answers.
 *
 * The intervals are sorted by start and read as a balanced tree: the middle of a stretch is its root. For each root the
 * largest end in its stretch is known, so whole stretches that end too early are left out.
 */
export class IntervalIndex<T extends Interval> {
  readonly #sorted: readonly T[];
  readonly #largestEnd: Float64Array;

  constructor(intervals: readonly T[]) {
    this.#sorted = [...intervals].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#largestEnd = new Float64Array(this.#sorted.length);
    this.#measure(0, this.#sorted.length);
  }

  /** How many intervals there are. */
  get size(): number {
    return this.#sorted.length;
  }

  /** Those that share at least one unit with the window, by start, longer ones first. Empty windows and intervals share nothing. */
  overlapping(start: number, end: number): T[] {
    const found: T[] = [];
    this.visit(start, end, interval => {
      found.push(interval);
      return true;
    });
    return found;
  }

  /** Those that cover the unit at `offset`, the shortest first. */
  at(offset: number): T[] {
    return this.overlapping(offset, offset + 1).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Calls `visitor` for each overlapping interval in order until it answers false. True when it never did. */
  visit(start: number, end: number, visitor: (interval: T) => boolean): boolean {
    return start < end && this.#visit(0, this.#sorted.length, start, end, visitor);
  }

  #visit(low: number, high: number, start: number, end: number, visitor: (interval: T) => boolean): boolean {
    if (low >= high) return true;
    const middle = (low + high) >> 1;
    if (this.#largestEnd[middle]! <= start) return true;
    if (!this.#visit(low, middle, start, end, visitor)) return false;
    const interval = this.#sorted[middle]!;
    if (interval.start >= end) return true;
    if (interval.end > start && interval.start < interval.end && !visitor(interval)) return false;
    return this.#visit(middle + 1, high, start, end, visitor);
  }

  #measure(low: number, high: number): number {
    if (low >= high) return -Infinity;
    const middle = (low + high) >> 1;
    const largest = Math.max(this.#sorted[middle]!.end, this.#measure(low, middle), this.#measure(middle + 1, high));
    this.#largestEnd[middle] = largest;
    return largest;
  }
}
