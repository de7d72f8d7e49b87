import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalIndex } from '../../src/editor/interval-index.ts';

const interval = fc.record({ start: fc.nat(60), length: fc.nat(20) }).map(({ start, length }) => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 40 });

const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }): number => a.start - b.start || b.end - a.end;

describe('an interval index', () => {
  it('finds what looking at every interval finds', () => {
    fc.assert(
      fc.property(intervals, fc.nat(70), fc.nat(20), (all, start, length) => {
        const end = start + length;
        const expected = all.filter(one => one.start < one.end && Math.max(one.start, start) < Math.min(one.end, end)).sort(inOrder);
        expect(new IntervalIndex(all).overlapping(start, end)).toEqual(expected);
      }),
    );
  });

  it('finds what covers a place, the shortest first', () => {
    const index = new IntervalIndex([
      { start: 0, end: 10 },
      { start: 2, end: 4 },
      { start: 3, end: 9 },
      { start: 4, end: 5 },
    ]);
    expect(index.at(3)).toEqual([{ start: 2, end: 4 }, { start: 3, end: 9 }, { start: 0, end: 10 }]);
    expect(index.at(10)).toEqual([]);
  });

  it('can be stopped', () => {
    const seen: number[] = [];
    const index = new IntervalIndex([{ start: 0, end: 9 }, { start: 1, end: 9 }, { start: 2, end: 9 }]);
    const finished = index.visit(0, 9, one => seen.push(one.start) < 2);
    expect([finished, seen]).toEqual([false, [0, 1]]);
  });

  it('answers about one of 100,000 intervals without looking at all', () => {
    const index = new IntervalIndex(Array.from({ length: 100_000 }, (_, i) => ({ start: i * 10, end: i * 10 + 5 })));
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) index.at(i * 97);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
