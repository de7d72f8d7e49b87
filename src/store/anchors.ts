import { describe } from '../anchoring/describe.ts';
import type { Anchor, TextRange } from '../domain/anchor.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Edit } from '../domain/change.ts';

/** Anchors for stretches of a version, in reading order, each standing where it was marked. */
export function anchorsFor(version: ArticleVersion, ranges: readonly TextRange[]): readonly Anchor[] {
  return [...ranges]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end }) => ({
      version: version.id,
      ...describe(version.text, start, end),
      placement: { version: version.id, state: 'exact', start, end, confidence: 1 },
    }));
}

/** Pieces in the order in which they stand now. */
export function inReadingOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  return [...anchors].sort((a, b) => a.placement.start - b.placement.start || a.placement.end - b.placement.end);
}

/** Gives an annotation these pieces. */
export function anchorsEdit(annotation: string, anchors: readonly Anchor[]): Edit {
  // Anchors are JSON by shape; their interface lacks the index signature that `Json` asks for.
  return { annotation, field: 'anchors', value: anchors as unknown as Edit['value'] };
}
