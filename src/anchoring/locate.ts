import type { Selectors } from './describe.ts';
import { compareTexts } from './compare-texts.ts';
import { relocateWith } from './relocate.ts';
import type { Placement } from './placement.ts';

/** Finds one quote without the article it was taken from. */
export function locate(text: string, selectors: Selectors): Placement {
  const { exact, prefix, suffix, start, end } = selectors;
  if (text.slice(start, end) === exact && text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end)) {
    return { state: 'exact', start, end, confidence: 1 };
  }
  const comparison = compareTexts(prefix + exact + suffix, text);
  return relocateWith(comparison, [{ start: prefix.length, end: prefix.length + exact.length }])[0]!;
}
