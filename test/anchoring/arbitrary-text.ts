import fc from 'fast-check';
import { vi } from 'vitest';
import type { TextRange } from '../../src/anchoring/placement.ts';

/** Every run of the laws is the same run. */
fc.configureGlobal({ seed: 20240229, numRuns: 150 });
/** On a busy machine too. */
vi.setConfig({ testTimeout: 60_000 });

/** Pieces that have broken anchoring somewhere: marks that fold, surrogates, emoji, right to left, no spaces, repetitions. */
const pieces = fc.constantFrom(
  ...['the', 'The', 'bank', 'not', '$200', 'billion', '3.5', '%', ' ', '  ', '\n', '. ', ', ', '“', '”', '"', "'", '’', '—', '--', '...', '…'],
  ...['ﬁ', 'e\u0301', 'é', '\u00ad', '\u00a0', '\u200b', '10x20', '😀', '👩‍👩‍👧', '🇩🇪', '\ud800', '\udc00', 'שלום', 'مرحبا', '漢字', 'かな', '한국', 'ไทย', 'ß', 'İ', 'ß'],
);

/** Any text, odd ones preferred. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 40 }),
);

/** Any text that is not empty, with a range in it that is not. */
export const anyTextWithRange: fc.Arbitrary<{ readonly text: string; readonly range: TextRange }> = fc
  .tuple(anyText, fc.nat(), fc.nat())
  .filter(([text]) => text.length > 0)
  .map(([text, a, b]) => {
    const start = a % text.length;
    return { text, range: { start, end: start + 1 + (b % (text.length - start)) } };
  });

const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 2, maxLength: 9 });

/** Sentences such as articles have, of words that mostly differ. */
export const sentenceList: fc.Arbitrary<string[]> = fc.array(
  fc.array(word, { minLength: 6, maxLength: 14 }).map((words) => `${words.join(' ')}.`),
  { minLength: 6, maxLength: 14 },
);

const COMMON_WORDS = 'the of bank said that rate rose fell not will minister tax budget year new two'.split(' ');

/** Sentences that repeat themselves: of few words, of the same phrases, or one several times, also side by side. */
export const repetitiveSentenceList: fc.Arbitrary<string[]> = fc.integer({ min: 4, max: COMMON_WORDS.length }).chain((size) => {
  const fewWords = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...COMMON_WORDS.slice(0, size)), { minLength, maxLength }).map((words) => words.join(' '));
  const list = (phrase: fc.Arbitrary<string>): fc.Arbitrary<string[]> => {
    const sentence = fc.array(phrase, { minLength: 2, maxLength: 4 }).map((phrases) => `${phrases.join(' ')}.`);
    return fc
      .tuple(fc.array(sentence, { minLength: 2, maxLength: 6 }), fc.array(fc.nat(), { minLength: 6, maxLength: 14 }))
      .map(([sentences, order]) => order.map((n) => sentences[n % sentences.length]!));
  };
  return fc.array(fewWords(2, 5), { minLength: 3, maxLength: 12 }).chain((phrases) => list(fc.oneof(fc.constantFrom(...phrases), fewWords(2, 4))));
});
