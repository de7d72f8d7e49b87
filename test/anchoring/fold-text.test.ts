import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldedRange, originalRange } from '../../src/anchoring/fold-text.ts';
import { anyText } from './arbitrary-text.ts';

/** Texts that a reader takes for the same. */
const SAME: readonly (readonly [name: string, one: string, other: string])[] = [
  ['white space runs', 'one  two\n\n   three', 'one two three'],
  ['no-break and thin spaces', '10 km, 5 %', '10 km, 5 %'],
  ['typographic and straight double quotes', '“yes” „ja“ «oui»', '"yes" "ja" "oui"'],
  ['typographic and straight apostrophes', 'don’t ‘so’', "don't 'so'"],
  ['dashes of all lengths', '1990–95 — so ‑ on', '1990-95 - so - on'],
  ['dashes typed as hyphens', 'so -- on --- and', 'so — on — and'],
  ['ellipses', 'well... and', 'well… and'],
  ['ligatures', 'ﬁrst oﬃce', 'first office'],
  ['soft hyphens and zero-width spaces', 'im\u00adpor\u200btant', 'important'],
  ['composed and decomposed accents', 'caf\u00e9', 'cafe\u0301'],
  ['composed and decomposed Hangul', '\ud55c', '\u1112\u1161\u11ab'],
  ['full-width forms', 'ＡＢＣ！', 'ABC!'],
  ['the multiplication sign', '10x20', '10×20'],
  ['feet and inches', `5' 6"`, '5′ 6″'],
  ['quotes typed as apostrophes and backticks', "``yes''", '“yes”'],
  ['the trade mark', 'Thing(tm)', 'Thing™'],
];

/** Texts that say different things, however alike they look. */
const DIFFERENT: readonly (readonly [name: string, one: string, other: string])[] = [
  ['case', 'US', 'us'],
  ['accents', 'résumé', 'resume'],
  ['superscripts', '10²', '102'],
  ['fractions', '2½', '21/2'],
  ['an x in a word', 'box', 'bo×'],
  ['two dots', 'a..b', 'a…b'],
];

describe('foldText', () => {
  it.each(SAME)('folds %s to the same', (_, one, other) => {
    expect(foldText(one).text).toBe(foldText(other).text);
  });

  it.each(DIFFERENT)('keeps %s apart', (_, one, other) => {
    expect(foldText(one).text).not.toBe(foldText(other).text);
  });

  it('gives a ligature’s offsets to each of its letters', () => {
    const { text, starts, ends } = foldText('aﬁb');
    expect(text).toBe('afib');
    expect([...starts]).toEqual([0, 1, 1, 2]);
    expect([...ends]).toEqual([1, 2, 2, 3]);
  });

  it('gives a letter the offsets of its accent as well', () => {
    expect(originalRange(foldText('e\u0301a'), 0, 1)).toEqual({ start: 0, end: 2 });
  });

  it('keeps lone surrogates in their place', () => {
    const { text, starts } = foldText('a\ud800b\udc00');
    expect(text).toBe('a\ud800b\udc00');
    expect([...starts]).toEqual([0, 1, 2, 3]);
  });

  it('has one start and one end for each unit, in order and inside the text', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, starts, ends } = foldText(source);
        expect(starts).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i]!);
          expect(ends[i]).toBeLessThanOrEqual(source.length);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
        }
      }),
    );
  });

  it('takes a folded range back to a range that covers the original one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (source, a, b) => {
        const folded = foldText(source);
        const start = a % source.length;
        const end = start + 1 + (b % (source.length - start));
        const range = foldedRange(folded, start, end);
        if (range.start === range.end) return;
        const back = originalRange(folded, range.start, range.end);
        expect(back.start).toBeLessThanOrEqual(start);
        expect(back.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});
