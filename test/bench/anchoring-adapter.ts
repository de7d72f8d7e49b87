/**
 * The anchoring engine behind the interface of the anchoring benchmark's scorer. Node wants it as one file:
 *
 *   npx esbuild test/bench/anchoring-adapter.ts --bundle --format=esm --platform=neutral --outfile=built.mjs
 *   node ../shared/data/anchoring/score-anchoring.mjs built.mjs [--no-old] [--noise]
 */
import { compareTexts, type Comparison } from '../../src/anchoring/compare-texts.ts';
import { locate } from '../../src/anchoring/locate.ts';
import { relocateWith } from '../../src/anchoring/relocate.ts';
import type { Placement, TextRange } from '../../src/anchoring/placement.ts';

export interface BenchSelectors extends TextRange {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly oldText?: string;
}

let last: Comparison | null = null;

function comparisonOf(oldText: string, newText: string): Comparison {
  if (last === null || last.newText !== newText || last.oldText !== oldText) last = compareTexts(oldText, newText);
  return last;
}

/** What a product may show as the place: lost and ambiguous ones are asked, not shown. */
function answer(placement: Placement): TextRange | null {
  if (placement.state === 'lost' || placement.state === 'ambiguous') return null;
  return { start: placement.start, end: placement.end };
}

export function anchor(text: string, selectors: BenchSelectors): TextRange | null {
  if (selectors.oldText === undefined) return answer(locate(text, selectors));
  return answer(relocateWith(comparisonOf(selectors.oldText, text), [selectors])[0]!);
}

export function anchorAll(text: string, selectors: readonly BenchSelectors[], { oldText }: { oldText?: string } = {}): (TextRange | null)[] {
  if (oldText === undefined) return selectors.map((one) => anchor(text, one));
  return relocateWith(comparisonOf(oldText, text), selectors).map(answer);
}
