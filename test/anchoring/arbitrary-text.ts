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
