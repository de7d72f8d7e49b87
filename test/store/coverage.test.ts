import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../src/domain/article-version.ts';
import { hashText } from '../../src/domain/article-version.ts';
import type { AnnotationType } from '../../src/domain/annotation.ts';
import { mark, openArticle } from '../../src/store/changes.ts';
import { coverageOf, lookedAt, nextSentence, type Coverage } from '../../src/store/coverage.ts';
import { annotationsInOrder } from '../../src/store/reading-order.ts';
import { Store } from '../../src/store/store.ts';

const text = 'Chips\nMr. J. K. Smith earned 3.5 percent more. “Why?” she asked. Nobody knew.\nOutlook\nIt will rain. It will not.\n* * *';
const version: ArticleVersion = { id: 'v1', article: 'urn:a', document: {}, text, hash: hashText(text), at: '2026-01-01T00:00:00Z', by: 'Ann', origin: 'paste' };

function covered(marks: readonly (readonly [AnnotationType, string])[]): Coverage {
  const store = new Store('urn:a', { reviewer: 'Ann' });
  store.change(openArticle(version, {}));
  for (const [type, words] of marks) store.change(mark(type, version, [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]).change);
  return coverageOf(version, annotationsInOrder(store.desk), 'en', [{ offset: 0, title: 'Chips' }, { offset: text.indexOf('Outlook'), title: 'Outlook' }]);
}

const states = (coverage: Coverage): string[] => coverage.sentences.map(({ start, end, state }) => `${text.slice(start, end)} → ${state}`);

describe('coverage', () => {
  it('names every sentence, with borders right for abbreviations, initials, decimals and quotes', () => {
    expect(states(covered([]))).toEqual([
      'Chips → not-looked-at', 'Mr. J. K. Smith earned 3.5 percent more. → not-looked-at', '“Why?” she asked. → not-looked-at', 'Nobody knew. → not-looked-at',
      'Outlook → not-looked-at', 'It will rain. → not-looked-at', 'It will not. → not-looked-at',
    ]);
  });

  it('takes the most urgent of the annotations on a sentence', () => {
    const coverage = covered([['claim', '3.5 percent'], ['nothing-to-check', 'Mr. J. K. Smith earned 3.5 percent more.'], ['nothing-to-check', 'Nobody knew.'], ['note', 'It will rain.']]);
    expect(coverage.counts).toEqual({ 'to-decide': 0, open: 1, settled: 0, 'nothing-to-check': 2, 'not-looked-at': 4, total: 7 });
    expect(states(coverage)[1]).toContain('→ open');
  });

  it('counts by section and as a share', () => {
    const coverage = covered([['nothing-to-check', 'Outlook\nIt will rain. It will not.']]);
    expect(coverage.sections.map(({ title, counts }) => [title, lookedAt(counts)])).toEqual([['Chips', 0], ['Outlook', 1]]);
    expect(lookedAt(coverage.counts)).toBeCloseTo(3 / 7);
  });

  it('goes from one sentence that was not looked at to the next, round the end', () => {
    const coverage = covered([['nothing-to-check', 'Nobody knew.'], ['nothing-to-check', 'Chips']]);
    const at = (offset: number) => { const next = nextSentence(coverage, 'not-looked-at', offset)!; return text.slice(next.start, next.end); };
    expect(at(-1)).toBe('Mr. J. K. Smith earned 3.5 percent more.');
    expect(at(text.indexOf('“Why?”'))).toBe('Outlook');
    expect(at(text.length)).toBe('Mr. J. K. Smith earned 3.5 percent more.');
    expect(nextSentence(covered([['note', text]]), 'not-looked-at', 0)).toBeNull();
  });

  it('marks a sentence as looked at exactly when a place touches it', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }), (start, length) => {
        const range = { start, end: Math.min(text.length, start + length) };
        const store = new Store('urn:a', { reviewer: 'Ann' });
        store.change(openArticle(version, {}));
        store.change(mark('claim', version, [range]).change);
        const coverage = coverageOf(version, annotationsInOrder(store.desk), 'en');
        for (const sentence of coverage.sentences) {
          const touches = sentence.start < range.end && range.start < sentence.end;
          expect(sentence.state).toBe(touches ? 'open' : 'not-looked-at');
        }
      }),
    );
  });
});
