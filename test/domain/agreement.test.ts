import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa, krippendorffsAlpha, nominal, pairSpans, spanF1 } from '../../src/domain/agreement.ts';

const repeat = (pair: [string, string], times: number): [string, string][] => Array.from({ length: times }, () => pair);

describe('Cohen’s kappa', () => {
  it('gives the figures of a worked example: 50 units, observed 0.7, expected 0.5', () => {
    const pairs = [...repeat(['yes', 'yes'], 20), ...repeat(['yes', 'no'], 5), ...repeat(['no', 'yes'], 10), ...repeat(['no', 'no'], 15)];
    expect(cohensKappa(pairs)).toBeCloseTo(0.4);
  });

  it('is 1 for full agreement on several labels, and says nothing where there is only one', () => {
    expect(cohensKappa([['a', 'a'], ['b', 'b']])).toBe(1);
    expect(cohensKappa([['a', 'a'], ['a', 'a']])).toBeNull();
    expect(cohensKappa([])).toBeNull();
  });

  it('does not depend on who is who', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), { minLength: 1 }), pairs => {
        const swapped = pairs.map(([one, other]): [string, string] => [other, one]);
        const [kappa, again] = [cohensKappa(pairs), cohensKappa(swapped)];
        if (kappa === null) expect(again).toBeNull();
        else expect(again).toBeCloseTo(kappa);
      }),
    );
  });
});

describe('Krippendorff’s alpha', () => {
  // Four observers, twelve units, gaps where somebody gave no label: a standard table, with alpha 0.743 for nominal data.
  const table = ['11.1', '2232', '3333', '3333', '2222', '1234', '4444', '1121', '2222', '.555', '..11', '.3..'];

  it('gives the published figure for nominal data with gaps', () => {
    const units = table.map(labels => [...labels].filter(label => label !== '.'));
    expect(krippendorffsAlpha(units)).toBeCloseTo(0.743, 2);
  });

  it('counts a step on an ordered scale less than a leap', () => {
    const ordered = (one: string, other: string): number => (Number(one) - Number(other)) ** 2;
    const near = krippendorffsAlpha([['1', '2'], ['4', '5'], ['1', '1'], ['5', '5']], ordered)!;
    const far = krippendorffsAlpha([['1', '5'], ['4', '1'], ['1', '1'], ['5', '5']], ordered)!;
    expect(near).toBeGreaterThan(far);
  });

  it('says nothing without pairs or without a difference to be had', () => {
    expect(krippendorffsAlpha([['a'], []])).toBeNull();
    expect(krippendorffsAlpha([['a', 'a'], ['a', 'a']])).toBeNull();
    expect(krippendorffsAlpha([['a', 'a'], ['b', 'b']], nominal)).toBe(1);
  });
});

describe('spans', () => {
  it('are paired by their best overlap, each once', () => {
    const ours = [{ start: 0, end: 10 }, { start: 20, end: 30 }, { start: 50, end: 52 }];
    const theirs = [{ start: 21, end: 31 }, { start: 1, end: 10 }, { start: 0, end: 6 }, { start: 40, end: 90 }];
    expect(pairSpans(ours, theirs)).toEqual([[0, 1], [1, 0]]);
    expect(spanF1(ours.length, theirs.length, 2)).toBeCloseTo(4 / 7);
    expect(spanF1(0, 0, 0)).toBeNull();
  });

  it('of one and the same person agree fully', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { maxLength: 12 }), starts => {
        const spans = starts.map(start => ({ start: start * 5, end: start * 5 + 4 }));
        expect(pairSpans(spans, spans)).toHaveLength(spans.length);
      }),
    );
  });
});
