import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/anchoring/sentences.ts';
import { anyText } from './arbitrary-text.ts';
import { cpuTime } from './cpu-time.ts';

/** Borders are written as ¦, with the white space there gone. */
const CASES: readonly (readonly [name: string, language: string, text: string])[] = [
  ['two sentences', 'en', 'He left.¦She stayed.'],
  ['a title', 'en', 'Mr. Smith met Dr. Jones.¦They talked.'],
  ['initials', 'en', 'J. K. Rowling wrote it.¦It sold.'],
  ['a month and day', 'en', 'It began on Jan. 3 and ended.¦Nobody came.'],
  ['a numbered thing', 'en', 'See No. 5 and p. 12 for more.¦Then go.'],
  ['a word that is an abbreviation only before a figure', 'en', 'He said no.¦She said yes.'],
  ['decimals and thousands', 'en', 'It cost 3.5 million, or 1.200 each.¦Too much.'],
  ['a country before its noun', 'en', 'The U.S. Senate voted.¦It passed.'],
  ['a country at the end', 'en', 'He lives in the U.S.¦The house is big.'],
  ['a company', 'en', 'Apple Inc. said so.¦It was wrong.'],
  ['a time of day', 'en', 'They met at 5 p.m. on Monday.¦It rained.'],
  ['a quoted question', 'en', '“Is it true?” she asked.¦He nodded.'],
  ['a quoted exclamation at the end', 'en', '“Stop!”¦He stopped.'],
  ['the pronoun at the end', 'en', 'So do I.¦They agreed.'],
  ['paragraphs without full stops', 'en', 'A headline¦A second line'],
  ['a list number', 'en', '1. First things first.¦2. Then the rest.'],
  ['German abbreviations', 'de', 'Er kam z. B. am 3. März, d. h. früh.¦Dann ging er.'],
  ['a German ordinal', 'de', 'Der 2. Weltkrieg endete.¦Alle feierten.'],
  ['Chinese', 'zh', '你好。¦再见！'],
];

/** A line break between paragraphs, nothing in Chinese, a space otherwise. */
function join(text: string, language: string): string {
  if (text.startsWith('A headline') || text.startsWith('1.')) return text.replaceAll('¦', '\n');
  return text.replaceAll('¦', language === 'zh' ? '' : ' ');
}

describe('sentences', () => {
  it.each(CASES)('knows %s (%s)', (_, language, source) => {
    const text = join(source, language);
    expect(sentences(text, language).map(({ start, end }) => text.slice(start, end)).join('¦')).toBe(source);
  });

  it('covers everything but white space, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of sentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it('takes an unknown language for English', () => {
    expect(sentences('Mr. Smith left. He was tired.', 'not a language')).toHaveLength(2);
  });

  it('reads a long text in time linear in it', () => {
    const text = 'One sentence stands here. Another one is behind it. '.repeat(5000);
    expect(cpuTime(() => expect(sentences(text)).toHaveLength(10_000))).toBeLessThan(3000);
  });
});
