import { foldText } from './fold-text.ts';

/** True for words that differ in nothing but what typesetting changes: white space, quotation marks, dashes, ligatures. */
export function areSameWords(a: string, b: string): boolean {
  return a === b || spoken(a) === spoken(b);
}

function spoken(words: string): string {
  return foldText(words).text.replace(/\s+/g, ' ').trim();
}
