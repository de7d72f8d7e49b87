import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate, calculated, readAmount, readCalculation, showResult } from '../../src/domain/calculation.ts';
import type { Json } from '../../src/domain/json.ts';

const work = (formula: string, values: { [name: string]: string } = {}) =>
  calculate({ inputs: Object.entries(values).map(([name, value]) => ({ name, value, unit: '' })), formula, unit: '' });

describe('a calculation', () => {
  it('turns four-fold in five years into about 32 % a year', () => {
    const outcome = work('(end / start) ^ (1 / years) - 1', { start: '50', end: '200', years: '5' });
    expect(outcome).toEqual({ value: expect.closeTo(0.3195, 4) });
    expect(showResult('value' in outcome ? outcome.value : NaN, '%')).toBe('31.9508 %');
  });

  it.each<[string, number]>([
    ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['2 ^ 3 ^ 2', 512], ['-2 ^ 2', -4], ['2 ^ -1', 0.5], ['10 - 4 - 3', 3], ['100 / 10 / 5', 2],
    ['50 % * 8', 4], ['= 3 × 4 ÷ 6', 2], ['5 − 3', 2], ['2 ** 3', 8], ['sqrt(16) + abs(-3)', 7], ['max(1, 5, 3) - min(4, 2)', 3],
    ['sum(1, 2, 3) / mean(2, 4)', 2], ['1.5e3', 1500], ['--3', 3], ['.5 + 1.', 1.5],
  ])('%s is %d', (formula, value) => {
    expect(work(formula)).toEqual({ value: expect.closeTo(value, 10) });
  });

  it.each<[string, string]>([
    ['', 'Write the formula'], ['1 +', 'ends too early'], ['(1 + 2', 'closing bracket is missing'], ['1 + 2)', 'closing bracket too many'],
    ['2 3', 'is a sign missing'], ['1,5', 'decimals with a point'], ['people / 2', 'no number called “people”'], ['1 / 0', 'divides by zero'],
    ['sqrt(0 - 1)', 'no real result'], ['sqrt 4', 'in brackets'], ['sqrt(1, 2)', 'takes one value'], ['constructor', 'no number called'],
    ['alert(1)', 'no number called “alert”'], ['__proto__', 'cannot stand'], ['('.repeat(200), 'too many brackets'], ['1' + '^1'.repeat(200), 'too many powers'], ['1'.repeat(2000), 'too long'],
  ])('%s: says what is wrong', (formula, problem) => {
    expect(work(formula)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it.each<[{ [name: string]: string }, string]>([
    [{ '2a': '1' }, 'cannot be a name'], [{ sqrt: '1' }, 'is a function'], [{ a: 'much' }, 'is not a number'], [{ a: '' }, 'has no value yet'], [{ '': '3' }, 'Give each number a name'],
  ])('says what is wrong with the numbers %o', (values, problem) => {
    expect(work('1', values)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it.each<[string, number | null]>([
    ['1,234.5', 1234.5], ['1 234', 1234], ['1’234’567', 1234567], ['−3', -3], ['1e3', 1000], ['1,23', null], ['12,3456', null], ['', null], ['abc', null], ['Infinity', null], ['0x10', null],
  ])('reads the number %s', (written, value) => {
    expect(readAmount(written)).toBe(value);
  });

  it('ends for any text, in a number or in words', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.array(fc.constantFrom('(', ')', '+', '-', '*', '/', '^', '%', '1', 'a', ',', 'max')).map(parts => parts.join(''))), formula => {
      const outcome = work(formula, { a: '2' });
      if ('value' in outcome) expect(Number.isFinite(outcome.value)).toBe(true);
      else expect(outcome.problem).not.toBe('');
    }), { numRuns: 500 });
  });

  it('agrees with the language on sums and products', () => {
    const number = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(number, number, number, (a, b, c) => {
      expect(work('a + b * c - a / b', { a: String(a), b: String(b), c: String(c) })).toEqual({ value: a + b * c - a / b });
    }));
  });

  it('is read as it was written, with its result', () => {
    const made = calculated({ inputs: [{ name: 'a', value: '2', unit: '$' }], formula: 'a * 2', unit: '$' });
    expect(made.result).toBe(4);
    expect(readCalculation(made as unknown as Json)).toEqual(made);
    expect(readCalculation('nonsense')).toBeNull();
  });
});
