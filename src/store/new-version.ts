import { relocateAnnotations } from '../anchoring/relocate.ts';
import type { Anchor, PlacementState, TextRange } from '../domain/anchor.ts';
import type { Annotation } from '../domain/annotation.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Change, Edit } from '../domain/change.ts';
import type { Json } from '../domain/json.ts';

/** How many pieces ended in each state. */
export type PlacementCounts = { readonly [state in PlacementState]: number };

/**
 * The step that makes a text the current one: its version, and the place of every annotation in it. Each piece is looked
 * for from the version it was marked on, so that errors do not add up from version to version.
 */
export function newVersion(
  annotations: readonly Annotation[],
  versions: ReadonlyMap<string, ArticleVersion>,
  version: ArticleVersion,
): { change: Change; counts: PlacementCounts } {
  const counts = { exact: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0 };
  const edits: Edit[] = [{ field: 'version', value: version.id }];
  for (const [from, group] of byVersion(annotations)) {
    const old = versions.get(from);
    const pieces = group.map(({ anchors }) => anchors.map(({ start, end }): TextRange => ({ start, end })));
    const placements = old ? relocateAnnotations(old.text, version.text, pieces) : null;
    group.forEach((annotation, index) => {
      const anchors = annotation.anchors.map((anchor, piece): Anchor => {
        const found = placements?.[index]?.[piece];
        const state = found?.state ?? 'lost';
        counts[state]++;
        return {
          ...anchor,
          placement: {
            version: version.id,
            state,
            start: Math.max(0, found?.start ?? 0),
            end: Math.max(0, found?.end ?? 0),
            confidence: found?.confidence ?? 0,
          },
        };
      });
      // Anchors are JSON by shape; their interface lacks the index signature that `Json` asks for.
      edits.push({ annotation: annotation.id, field: 'anchors', value: anchors as unknown as Json });
    });
  }
  return { change: { name: 'new-version', edits, versions: [version] }, counts };
}

function byVersion(annotations: readonly Annotation[]): Map<string, Annotation[]> {
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const version = annotation.anchors[0]?.version;
    if (version === undefined) continue;
    const group = groups.get(version);
    if (group) group.push(annotation);
    else groups.set(version, [annotation]);
  }
  return groups;
}
