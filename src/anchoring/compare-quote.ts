import { compareTexts } from './compare-texts.ts';
import type { WordChange } from './placement.ts';
import { wordChanges } from './word-changes.ts';

/**
 * What differs between the words that were marked and the words that stand there now.
 * @returns in reading order, with offsets into each; empty when they differ in white space and the form of marks at most
 */
export function compareQuote(oldText: string, newText: string): readonly WordChange[] {
  const comparison = compareTexts(oldText, newText);
  // Words met by accident included: a comma kept between two replaced words tells them apart.
  return wordChanges(comparison, comparison.loose, { start: 0, end: comparison.old.count }, { start: 0, end: comparison.new.count });
}
