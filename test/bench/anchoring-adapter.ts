/**
 * The anchoring engine behind the interface of the anchoring benchmark's scorer:
 *
 *   node --import ./test/support/register-ts.mjs ../shared/data/anchoring/score-anchoring.mjs test/bench/anchoring-adapter.ts
 *
 * or as one file for a Node that knows nothing of this repository:
 *
 *   npx esbuild test/bench/anchoring-adapter.ts --bundle --format=esm --platform=neutral --outfile=built.mjs
 */
import { compareTexts, type Comparison } from '../../src/anchoring/compare-texts.ts';
import type { Selectors } from '../../src/anchoring/describe.ts';
import { locateIn } from '../../src/anchoring/locate.ts';
import type { Placement, TextRange } from '../../src/anchoring/placement.ts';
import { relocateWith } from '../../src/anchoring/relocate.ts';
import { TextIndex } from '../../src/anchoring/text-index.ts';

export type BenchSelectors = Selectors & { readonly oldText?: string };

let comparison: Comparison | null = null;
let index: TextIndex | null = null;

/** One alignment serves all annotations of a pair of texts. */
function comparisonOf(oldText: string, newText: string): Comparison {
  if (comparison?.newText !== newText || comparison.oldText !== oldText) comparison = compareTexts(oldText, newText);
  return comparison;
}

function indexOf(text: string): TextIndex {
  if (index?.text !== text) index = new TextIndex(text);
  return index;
}

/**
 * What a reader is shown as the annotation's place. A changed one is: its words are known to be others. Lost and
 * ambiguous ones are not; the desk asks.
 */
function shownPlace({ state, start, end }: Placement): TextRange | null {
  return state === 'lost' || state === 'ambiguous' ? null : { start, end };
}

/** Places one annotation. `oldText` is the text that `start` and `end` count in; without it the quote is all there is. */
export function anchor(text: string, selectors: BenchSelectors): TextRange | null {
  return anchorAll(text, [selectors], selectors)[0] ?? null;
}

/** Places all annotations of a text; null for those that are not shown in any place. */
export function anchorAll(text: string, selectors: readonly Selectors[], { oldText }: { readonly oldText?: string } = {}): (TextRange | null)[] {
  const placements =
    oldText === undefined
      ? selectors.map((one) => locateIn(indexOf(text), one))
      : relocateWith(comparisonOf(oldText, text), selectors);
  return placements.map(shownPlace);
}
