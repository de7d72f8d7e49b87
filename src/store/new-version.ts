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
  const moved = new Map<Anchor, Anchor>();
  for (const [from, groups] of piecesByVersion(annotations)) {
    const old = versions.get(from);
    const placements = old ? relocateAnnotations(old.text, version.text, groups.map(pieces => pieces.map(rangeOf))) : null;
    groups.forEach((pieces, group) => {
      pieces.forEach((anchor, piece) => {
        const found = placements?.[group]?.[piece];
        const state = found?.state ?? 'lost';
        counts[state]++;
        moved.set(anchor, {
          ...anchor,
          placement: { version: version.id, state, start: Math.max(0, found?.start ?? 0), end: Math.max(0, found?.end ?? 0), confidence: found?.confidence ?? 0 },
        });
      });
    });
  }
  const edits: Edit[] = [{ field: 'version', value: version.id }];
  for (const { id, anchors } of annotations) {
    // Anchors are JSON by shape; their interface lacks the index signature that `Json` asks for.
    if (anchors.length > 0) edits.push({ annotation: id, field: 'anchors', value: anchors.map(anchor => moved.get(anchor)!) as unknown as Json });
  }
  return { change: { name: 'new-version', edits, versions: [version] }, counts };
}

/** The pieces by the version that they were marked on; those of one annotation together, since they are judged together. */
function piecesByVersion(annotations: readonly Annotation[]): Map<string, Anchor[][]> {
  const versions = new Map<string, Anchor[][]>();
  for (const { anchors } of annotations) {
    for (const [version, pieces] of grouped(anchors)) {
      const groups = versions.get(version);
      if (groups) groups.push(pieces);
      else versions.set(version, [pieces]);
    }
  }
  return versions;
}

function rangeOf({ start, end }: Anchor): TextRange {
  return { start, end };
}

/** As `Map.groupBy` would do, which Node 20 does not have. */
function grouped(anchors: readonly Anchor[]): Map<string, Anchor[]> {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of anchors) groups.set(anchor.version, [...(groups.get(anchor.version) ?? []), anchor]);
  return groups;
}
