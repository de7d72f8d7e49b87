import type { Anchor, TextRange } from '../domain/anchor.ts';
import { isGone, isUndecided } from '../domain/anchor.ts';
import { judgedText, type Annotation, type Claim, type Quote } from '../domain/annotation.ts';
import { hashText, type ArticleVersion } from '../domain/article-version.ts';
import type { Change, Edit } from '../domain/change.ts';
import type { Verdict } from '../domain/verdict.ts';
import { anchorsEdit, anchorsFor, inReadingOrder } from './anchors.ts';

// What a person decides about a mark after the text has changed under it.

/** Puts an undecided piece on a place: one that was proposed, or one that was selected. */
export function acceptPlace(annotation: Annotation, version: ArticleVersion, piece: number, range: TextRange): Change {
  const anchors = annotation.anchors.map((anchor, at) => (at === piece ? anchorsFor(version, [range])[0]! : anchor));
  return { name: 'accept-place', edits: [anchorsEdit(annotation.id, inReadingOrder(anchors))] };
}

/** Confirms that the words of an undecided piece are gone; without `piece`, of all of them. They come back when their words do. */
export function confirmGone(annotation: Annotation, piece?: number): Change {
  const anchors = annotation.anchors.map((anchor, at): Anchor =>
    isUndecided(anchor) && (piece === undefined || piece === at) ? { ...anchor, placement: { ...anchor.placement, state: 'lost', confidence: 1 }, gone: true } : anchor,
  );
  return { name: 'confirm-gone', edits: [anchorsEdit(annotation.id, anchors)] };
}

/** Takes the words that stand there now for those that are marked. A verdict stays bound to the words it was given for. */
export function acceptWords(annotation: Annotation, version: ArticleVersion): Change {
  return { name: 'accept-words', edits: [anchorsEdit(annotation.id, onCurrentWords(annotation, version))] };
}

/** Says that a verdict stands for the words as they are now. */
export function keepVerdict(annotation: (Claim | Quote) & { readonly verdict: Verdict }, version: ArticleVersion, given: { by: string; at: string }): Change {
  return { name: 'keep-verdict', edits: boundVerdict(annotation, version, { ...annotation.verdict, ...given }) };
}

/**
 * A verdict bound to the words as they are now, which become the marked ones: it says what was judged.
 *
 * @param version the current one; null where the verdict is bound to the marked words alone
 */
export function boundVerdict(annotation: Claim | Quote, version: ArticleVersion | null, verdict: Verdict): Edit[] {
  const words = judgedText(annotation);
  const edits: Edit[] = [{ annotation: annotation.id, field: 'verdict', value: { ...verdict, textHash: hashText(words), words } }];
  if (version && annotation.anchors.some(anchor => isChanged(anchor, version))) edits.push(anchorsEdit(annotation.id, onCurrentWords(annotation, version)));
  return edits;
}

function onCurrentWords(annotation: Annotation, version: ArticleVersion): readonly Anchor[] {
  const anchors = annotation.anchors.filter(anchor => !isGone(anchor));
  return inReadingOrder(anchors.map(anchor => (isChanged(anchor, version) ? anchorsFor(version, [anchor.placement])[0]! : anchor)));
}

function isChanged({ placement }: Anchor, version: ArticleVersion): boolean {
  return placement.state === 'changed' && placement.version === version.id;
}
