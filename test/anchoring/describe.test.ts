import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '../../src/anchoring/describe.ts';
import { anyTextWithRange } from './arbitrary-text.ts';
import { cpuTime } from './cpu-time.ts';
import { marked } from './marked.ts';

suite('describe', () => {
  it('gives the words, what stands around them, and their offsets', () => {
    const { text, range } = marked('She said ⟦it was late⟧ and left.');
    expect(describe(text, range.start, range.end)).toEqual({
      exact: 'it was late',
      prefix: 'She said ',
      suffix: ' and left.',
      start: 9,
      end: 20,
    });
  });

  it('spells out the text again', () => {
    fc.assert(
      fc.property(anyTextWithRange, ({ text, range }) => {
        const { exact, prefix, suffix, start, end } = describe(text, range.start, range.end);
        expect({ start, end }).toEqual(range);
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix);
      }),
    );
  });

  it('begins the context with a sentence where one is near', () => {
    const { text, range } = marked('A first sentence that is not needed here at all. The second sentence goes on for a while and then says ⟦it⟧. Bye.');
    expect(describe(text, range.start, range.end).prefix).toMatch(/^The second/);
  });

  it('takes more context until the place is unique', () => {
    const line = 'The committee approved the budget for the coming year without a debate.\n';
    const text = `${line.repeat(4)}Only here does anything else stand.\n${line.repeat(4)}`;
    const start = text.indexOf('budget', line.length * 3);
    const { exact, prefix, suffix } = describe(text, start, start + 6);
    const excerpt = prefix + exact + suffix;
    expect(text.indexOf(excerpt)).toBe(start - prefix.length);
    expect(text.includes(excerpt, start - prefix.length + 1)).toBe(false);
  });

  it('bounds the context where nothing is unique', () => {
    const text = 'again and '.repeat(1000);
    const { prefix, suffix } = describe(text, 5000, 5005);
    expect(prefix.length).toBeLessThanOrEqual(400);
    expect(suffix.length).toBeLessThanOrEqual(400);
  });

  it('never cuts a surrogate pair at the ends of the context', () => {
    const text = '😀'.repeat(300);
    const { prefix, suffix } = describe(text, 300, 302);
    expect(prefix.codePointAt(0)).toBe(0x1f600);
    expect(suffix.codePointAt(suffix.length - 2)).toBe(0x1f600);
  });

  it.each([
    [-1, 2],
    [0, 99],
    [3, 2],
    [2, 2],
    [0.5, 2],
    [Number.NaN, 2],
  ])('refuses the range %d to %d', (start, end) => {
    expect(() => describe('a text', start, end)).toThrow(RangeError);
  });

  it('describes ten thousand ranges of a long text at once', () => {
    const text = Array.from({ length: 12_000 }, (_, n) => `Sentence ${n} says that ${n * 7} people were counted.`).join(' ');
    const spent = cpuTime(() => {
      for (let n = 0; n < 10_000; n++) describe(text, n * 50, n * 50 + 40);
    });
    expect(spent).toBeLessThan(3000);
  });
});
