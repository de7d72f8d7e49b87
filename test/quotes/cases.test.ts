import { describe, expect, it } from 'vitest';
import { checkQuote, printedText } from '../../src/quotes/check-quote.ts';
import { sideBySide } from '../../src/quotes/side-by-side.ts';
import { readTranscript } from '../../src/quotes/transcript.ts';
import { ARABIC_CASES } from './cases/arabic.ts';
import { CHINESE_CASES } from './cases/chinese.ts';
import { ENGLISH_CASES } from './cases/english.ts';
import { FRENCH_CASES } from './cases/french.ts';
import { GERMAN_CASES } from './cases/german.ts';
import { SPANISH_CASES } from './cases/spanish.ts';

for (const { name, language, transcript: content, cases } of [...ENGLISH_CASES, GERMAN_CASES, FRENCH_CASES, SPANISH_CASES, ARABIC_CASES, CHINESE_CASES]) {
  describe(`${language}, ${name}`, () => {
    const { transcript } = readTranscript(content);
    it.each(cases.map(([printed, outcome, ...edits]) => ({ printed, outcome, edits })))('takes “$printed” for $outcome', ({ printed, outcome, edits }) => {
      const quote = printed.includes(' // ') ? { pieces: printed.split(' // ') } : printed;
      const check = checkQuote(quote, transcript, { language });
      const found = check.edits.filter((edit) => edit.class !== 'case-punctuation').map((edit) => `${edit.class}: ${edit.printed} | ${edit.said}`.trim());
      expect({ outcome: check.outcome, edits: found.map(plain).sort() }).toEqual({ outcome, edits: edits.map(plain).sort() });
      const text = printedText(quote);
      for (const edit of check.edits) {
        expect(text.slice(edit.start, edit.end)).toBe(edit.printed);
        expect(transcript.text.slice(edit.saidStart, edit.saidEnd)).toBe(edit.said);
      }
      expect(sideBySide(check, text, transcript).spans.map((span) => span.printed).join('')).toBe(text);
    });
  });
}

const plain = (edit: string): string => edit.replace(/\s+/g, ' ').trim();
