import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapToWords } from '../../src/editor/snap-selection.ts';

/** The text between `[` and `]` is selected; the answer is written in the same way. */
function snap(written: string, language?: string): string | null {
  const start = written.indexOf('[');
  const end = written.indexOf(']') - 1;
  const text = written.replace(/[[\]]/g, '');
  const snapped = snapToWords(text, start, end, language);
  return snapped && `${text.slice(0, snapped.start)}[${text.slice(snapped.start, snapped.end)}]${text.slice(snapped.end)}`;
}

describe('snapping a selection to words', () => {
  it.each([
    ['leaves whole words alone', 'the [chip market] grew', 'the [chip market] grew'],
    ['grows into words at both ends', 'the c[hip mark]et grew', 'the [chip market] grew'],
    ['trims white space', 'the[ chip  ]market', 'the [chip]  market'],
    ['trims no-break spaces and line ends', 'one[\u00a0two\n]three', 'one\u00a0[two]\nthree'],
    ['keeps quotation marks that were selected', 'she said [“never again,”] twice', 'she said [“never again,”] twice'],
    ['takes no quotation mark that was not', 'she said “ne[ver aga]in,” twice', 'she said “[never again],” twice'],
    ['keeps a selection of punctuation only', 'Really[?!] Yes', 'Really[?!] Yes'],
    ['takes the currency sign with a number it grew to', 'about $2[00 bill]ion', 'about [$200 billion]'],
    ['takes the per cent sign with a number it grew to', 'grew [by 2]5% then', 'grew [by 25%] then'],
    ['does not take a sign that was left out on purpose', 'about $[200] billion', 'about $[200] billion'],
    ['keeps decimal numbers and thousands whole', 'sold 1,2[34.5]6 units', 'sold [1,234.56] units'],
    ['keeps contractions whole', 'they did[n’t] say', 'they [didn’t] say'],
    ['works from one character', 'the ch[i]p', 'the [chip]'],
    ['grows across a line end', 'end of li[ne\nnext l]ine', 'end of [line\nnext line]'],
    ['does not split a surrogate pair', 'ok \ud83d[\ude00 fine]', 'ok [\ud83d\ude00 fine]'],
    ['does not split a family', 'a 👩‍[👩‍👧 b] c', 'a [👩‍👩‍👧 b] c'],
    ['does not split a flag', 'x 🇩[🇪 y] z', 'x [🇩🇪 y] z'],
    ['does not split a letter from its accent', 'cafe[\u0301 noir] x', '[cafe\u0301 noir] x'],
  ])('%s', (_, written, expected) => {
    expect(snap(written)).toBe(expected);
  });

  it.each([
    ['Chinese', 'zh', '中国的人[工智]能芯片', '中国的[人工智能]芯片'],
    ['Japanese', 'ja', '東[京に]住む', '[東京に]住む'],
    ['Thai', 'th', 'ภาษ[าไท]ย', '[ภาษาไทย]'],
    ['Arabic', 'ar', 'قال ال[وزي]ر أمس', 'قال [الوزير] أمس'],
  ])('knows the words of %s', (_, language, written, expected) => {
    expect(snap(written, language)).toBe(expected);
  });

  it.each([['a[  ]b'], ['a[]b'], ['a[\n]b'], ['a[\u00a0\u200b]b']])('gives nothing for %j', written => {
    expect(snap(written)).toBeNull();
  });

  it('takes the ends in either order and inside the text only', () => {
    expect(snapToWords('one two', 99, 5)).toEqual({ start: 4, end: 7 });
    expect(snapToWords('', 0, 5)).toBeNull();
  });

  it('does not mind an unknown language', () => {
    expect(snapToWords('one two', 5, 6, 'not a language')).toEqual({ start: 4, end: 7 });
  });

  it('gives the same when snapped again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'binary' }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const once = snapToWords(text, a, b);
        if (once) expect(snapToWords(text, once.start, once.end)).toEqual(once);
      }),
    );
  }, 30_000);

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.nat(80), fc.nat(80), (text, a, b) => {
        const snapped = snapToWords(text, a, b);
        if (snapped) expect(text.slice(snapped.start, snapped.end).isWellFormed()).toBe(true);
      }),
    );
  }, 30_000);

  it('is quick in a book that is one paragraph', () => {
    const text = 'word '.repeat(200_000);
    const start = performance.now();
    for (let i = 0; i < 100; i++) snapToWords(text, i * 5000 + 2, i * 5000 + 2503);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
