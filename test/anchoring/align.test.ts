import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, invert, longestAscending, UNPAIRED } from '../../src/anchoring/align.ts';
import './arbitrary-text.ts';
import { cpuTime } from './cpu-time.ts';

const WORDS = 30;
const weights = new Float32Array(WORDS).fill(1);
const tokens = (max: number): fc.Arbitrary<Int32Array> => fc.array(fc.nat(WORDS - 1), { maxLength: max }).map((all) => Int32Array.from(all));

describe('align', () => {
  it('pairs every token of two equal sequences', () => {
    fc.assert(
      fc.property(tokens(80), (a) => {
        expect([...align(a, a, weights)]).toEqual([...a.keys()]);
      }),
    );
  });

  it('pairs equal tokens only, in order', () => {
    fc.assert(
      fc.property(tokens(80), tokens(80), (a, b) => {
        let last = -1;
        align(a, b, weights).forEach((j, i) => {
          if (j === UNPAIRED) return;
          expect(a[i]).toBe(b[j]);
          expect(j).toBeGreaterThan(last);
          last = j;
        });
      }),
    );
  });

  it('is the same alignment in both directions', () => {
    fc.assert(
      fc.property(tokens(60), tokens(60), (a, b) => {
        expect([...align(b, a, weights)]).toEqual([...invert(align(a, b, weights), b.length)]);
      }),
    );
  });

  it('keeps a long passage together when a look-alike word stands nearer', () => {
    const a = Int32Array.from([1, 2, 3, 4]);
    const b = Int32Array.from([1, 9, 9, 9, 1, 2, 3, 4]);
    expect([...align(a, b, weights)].slice(1)).toEqual([5, 6, 7]);
  });

  it('stays linear where nothing is unique', () => {
    const a = new Int32Array(100_000).fill(1).map((_, n) => n % 3);
    const b = a.slice(500).map((token, n) => (n % 1000 === 0 ? 4 : token));
    expect(cpuTime(() => align(a, b, weights))).toBeLessThan(3000);
  });
});

describe('longestAscending', () => {
  it.each([
    [[], []],
    [[3, 1, 2], [1, 2]],
    [[1, 2, 3], [0, 1, 2]],
    [[5, 1, 6, 2, 3], [1, 3, 4]],
  ])('of %j is at %j', (values, expected) => {
    expect([...longestAscending(Int32Array.from(values))]).toEqual(expected);
  });
});
