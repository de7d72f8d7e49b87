import type { TokenText } from './tokens.ts';

/** Marks stand everywhere, so one alone says next to nothing of a place. */
export const MARK_WEIGHT = 0.2;
/** What a word loses each time its count doubles, and what the commonest word keeps. */
const COMMON_LOSS = 0.1;
const LEAST_WORD_WEIGHT = 0.35;

/**
 * What each token is worth as evidence, by its key: 1 for a rare word, less for common ones and marks.
 * @param texts texts that share a vocabulary; counts are averaged over them
 * @param size of the vocabulary
 */
export function weighTokens(texts: readonly TokenText[], size: number): Float32Array {
  const counts = new Float32Array(size);
  const wordy = new Uint8Array(size);
  for (const { keys, wordy: marks, count } of texts) {
    for (let i = 0; i < count; i++) {
      counts[keys[i]!]!++;
      wordy[keys[i]!] = marks[i]!;
    }
  }
  return counts.map((count, key) => {
    if (wordy[key] === 0) return MARK_WEIGHT;
    return Math.max(LEAST_WORD_WEIGHT, 1 - COMMON_LOSS * Math.log2(Math.max(1, count / texts.length)));
  });
}
