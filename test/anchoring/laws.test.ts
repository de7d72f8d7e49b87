import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { locate } from '../../src/anchoring/locate.ts';
import type { TextRange } from '../../src/anchoring/placement.ts';
import { relocate } from '../../src/anchoring/relocate.ts';
import { anyText, anyTextWithRange, repetitiveSentenceList, sentenceList } from './arbitrary-text.ts';

interface ArticleWithRange {
  readonly sentences: string[];
  /** The sentence that the range is in. */
  readonly at: number;
  readonly range: TextRange;
  readonly text: string;
}

/** An article of several sentences, and the range of a few words in one of them. */
function articleOf(list: fc.Arbitrary<string[]>): fc.Arbitrary<ArticleWithRange> {
  return fc.tuple(list, fc.nat(), fc.nat(), fc.nat()).map(([sentences, a, b, c]) => {
    const at = a % sentences.length;
    const words = sentences[at]!.split(' ');
    const from = b % (words.length - 2);
    const to = Math.min(words.length - 1, from + 2 + (c % 5));
    const start = [...sentences.slice(0, at), words.slice(0, from).join(' ')].join(' ').length + (from > 0 && at > 0 ? 1 : at > 0 ? 0 : from > 0 ? 1 : 0);
    const range: TextRange = { start, end: start + words.slice(from, to).join(' ').length };
    return { sentences, at, range, text: sentences.join(' ') };
  });
}

const article = articleOf(sentenceList);
const repetitiveArticle = articleOf(repetitiveSentenceList);

describe('the laws of relocation', () => {
  it('the same text: exact everywhere', () => {
    fc.assert(
      fc.property(anyTextWithRange, ({ text, range }) => {
        expect(relocate(text, text, [range])).toEqual([{ state: 'exact', ...range, confidence: 1 }]);
      }),
    );
  });

  it('there and back: the start, wherever the words were kept', () => {
    fc.assert(
      fc.property(anyTextWithRange, anyText, fc.nat(), fc.nat(), ({ text, range }, added, a, b) => {
        if (text.slice(range.start, range.end).trim() === '') return; // one space is as good as another
        const cut = a % (text.length + 1);
        const fresh = text.slice(0, cut) + added + text.slice(cut + (b % 8));
        const [there] = relocate(text, fresh, [range]);
        if (there!.state !== 'exact' && there!.state !== 'moved') return;
        const [back] = relocate(fresh, text, [there!]);
        expect(back!.state).toBe(there!.state);
        // What folds to nothing may be left out at an edge on the way, and half a surrogate pair becomes the pair.
        expect(Math.min(back!.end, range.end)).toBeGreaterThan(Math.max(back!.start, range.start));
      }),
      { numRuns: 400 },
    );
  });

  it('there and back in an article: the same offsets', () => {
    fc.assert(
      fc.property(article, sentenceList, ({ sentences, at, range, text }, others) => {
        const fresh = [...others.slice(0, 3), ...sentences.slice(0, at), ...sentences.slice(at, at + 1), ...others.slice(3, 5), ...sentences.slice(at + 2)].join(' ');
        const [there] = relocate(text, fresh, [range]);
        expect(fresh.slice(there!.start, there!.end)).toBe(text.slice(range.start, range.end));
        const [back] = relocate(fresh, text, [there!]);
        expect({ start: back!.start, end: back!.end }).toEqual(range);
      }),
    );
  });

  it('inserting far away: still exact', () => {
    fc.assert(
      fc.property(article, sentenceList, fc.nat(), ({ sentences, at, range, text }, added, n) => {
        const place = n % (sentences.length + 1);
        if (Math.abs(place - at) < 2) return;
        const fresh = [...sentences.slice(0, place), ...added, ...sentences.slice(place)].join(' ');
        const [placement] = relocate(text, fresh, [range]);
        expect(placement!.state).toBe('exact');
        expect(fresh.slice(placement!.start, placement!.end)).toBe(text.slice(range.start, range.end));
      }),
    );
  });

  it('deleting the range: lost or changed, never another place', () => {
    fc.assert(
      fc.property(article, ({ range, text }) => {
        const fresh = text.slice(0, range.start) + text.slice(range.end);
        const [placement] = relocate(text, fresh, [range]);
        expect(['lost', 'changed']).toContain(placement!.state);
        expect(Math.abs(placement!.start - range.start)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('deleting the sentence: lost', () => {
    fc.assert(
      fc.property(article, ({ sentences, at, range, text }) => {
        const [placement] = relocate(text, sentences.toSpliced(at, 1).join(' '), [range]);
        expect(placement!.state).toBe('lost');
        expect(placement!.start).toBe(placement!.end);
      }),
    );
  });

  it('deleting the range where words and phrases repeat: lost, changed there or a question, never another place', () => {
    fc.assert(
      fc.property(repetitiveArticle, ({ range, text }) => {
        const fresh = text.slice(0, range.start) + text.slice(range.end);
        const [placement] = relocate(text, fresh, [range]);
        expect(['lost', 'changed', 'ambiguous']).toContain(placement!.state);
        if (placement!.state !== 'changed') return;
        expect(placement!.start).toBeLessThanOrEqual(range.start + 1);
        expect(placement!.end).toBeGreaterThanOrEqual(range.start - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('deleting the sentence where sentences repeat: lost, or a question when its like stands beside it', () => {
    fc.assert(
      fc.property(repetitiveArticle, ({ sentences, at, range, text }) => {
        const [placement] = relocate(text, sentences.toSpliced(at, 1).join(' '), [range]);
        const hasTwin = sentences[at - 1] === sentences[at] || sentences[at + 1] === sentences[at];
        expect(hasTwin ? ['ambiguous'] : ['lost', 'ambiguous']).toContain(placement!.state);
      }),
      { numRuns: 1000 },
    );
  });

  it('deleting the range, by its quote alone: lost, changed there or a question', () => {
    fc.assert(
      fc.property(article, ({ range, text }) => {
        const fresh = text.slice(0, range.start) + text.slice(range.end);
        const { state, start, end } = locate(fresh, describeRange(text, range.start, range.end));
        expect(['lost', 'changed', 'ambiguous']).toContain(state);
        if (state !== 'changed') return;
        expect(start).toBeLessThanOrEqual(range.start + 1);
        expect(end).toBeGreaterThanOrEqual(range.start - 1);
      }),
      { numRuns: 400 },
    );
  });

  it('any two texts: a place inside the new one', () => {
    fc.assert(
      fc.property(anyTextWithRange, anyText, ({ text, range }, fresh) => {
        const [{ state, start, end, confidence }] = relocate(text, fresh, [range]) as [ReturnType<typeof relocate>[number]];
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(fresh.length);
        if (state === 'lost') expect(end).toBe(start);
        else expect(end).toBeGreaterThan(start);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });
});
