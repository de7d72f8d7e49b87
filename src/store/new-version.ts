import type { Annotation } from '../domain/annotation.ts';
import type { Anchor, AnchorPlacement } from '../domain/anchor.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Change, Edit } from '../domain/change.ts';
import { anchorsEdit } from './anchors.ts';
import { countPlacements, replace, type PlacementCounts } from './relocation.ts';

/** What makes a text the current one: a new version, or one of those that are kept. */
export type VersionStep = 'new-version' | 'edit-text' | 'restore-version';

/**
 * The step that makes a text the current one: its version, and the place of every annotation in it.
 *
 * @param placements what `relocate` found for these annotations, in their order
 */
export function newVersion(
  annotations: readonly Annotation[],
  placements: readonly (readonly AnchorPlacement[])[],
  version: ArticleVersion,
  name: VersionStep = 'new-version',
): { change: Change; counts: PlacementCounts } {
  const edits: Edit[] = [{ field: 'version', value: version.id }];
  const placed: { anchors: readonly Anchor[] }[] = [];
  annotations.forEach(({ id, anchors }, at) => {
    if (anchors.length === 0) return;
    const moved = anchors.map((anchor, piece) => replace(anchor, placements[at]![piece]!));
    placed.push({ anchors: moved });
    edits.push(anchorsEdit(id, moved));
  });
  return { change: { name, edits, versions: [version] }, counts: countPlacements(placed) };
}

/** The step with which a program puts marks that speak of another version into the current one. */
export function placeStrays(annotations: readonly Annotation[], placements: readonly (readonly AnchorPlacement[])[]): Change {
  const edits = annotations.map(({ id, anchors }, at) => anchorsEdit(id, anchors.map((anchor, piece) => replace(anchor, placements[at]![piece]!))));
  return { name: 'place-marks', edits, by: placedBy };
}

/** The annotations with a piece whose place is that in another version than the current one. */
export function strays(annotations: readonly Annotation[], version: string): readonly Annotation[] {
  return annotations.filter(({ anchors }) => anchors.some(({ placement }) => placement.version !== version));
}

/** Who places marks without being asked: what a program does, no person has to take back. */
export const placedBy = 'claim-annotator';
