import { anchorPlacement } from '../anchoring/anchor-placement.ts';
import { compareTexts, type Comparison } from '../anchoring/compare-texts.ts';
import { keepOrder } from '../anchoring/keep-order.ts';
import { locateIn } from '../anchoring/locate.ts';
import { NOWHERE, type Placement, type TextRange } from '../anchoring/placement.ts';
import { relocateWith } from '../anchoring/relocate.ts';
import { areSameWords } from '../anchoring/same-words.ts';
import { TextIndex } from '../anchoring/text-index.ts';
import { isUndecided, placeOf, type Anchor, type AnchorPlacement } from '../domain/anchor.ts';
import type { Annotation } from '../domain/annotation.ts';
import type { ArticleVersion } from '../domain/article-version.ts';

/**
 * What has to be looked for in a text: plain data, so that a worker can do it. Pieces name the texts they speak of by their
 * index in `texts`.
 */
export interface Relocation {
  readonly version: { readonly id: string; readonly text: string };
  readonly texts: readonly string[];
  /** The pieces of each annotation, in its order. */
  readonly annotations: readonly (readonly Sought[])[];
}

/** One piece that is looked for. */
interface Sought {
  /** Where it was marked; null when that text is not here. */
  readonly marked: Place | null;
  /** Where it was found in a later text, if it was; null for one that is there where it was marked. */
  readonly found: Place | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offset at which it is expected when its text is not here. */
  readonly start: number;
  /** Where an editor has followed it to; null when nobody has. */
  readonly followed: Followed | null;
}

interface Place extends TextRange {
  /** Index in `texts`. */
  readonly text: number;
}

/** What became of a place while an editor followed it: where it is, or that its characters were deleted. */
export type Followed = TextRange | 'deleted';

/** Where an editor has followed a place of the text before to, while the text was changed; null for a place it knows nothing of. */
export type Follow = (annotation: string, place: TextRange) => Followed | null;

/** Prepares the search for every annotation in a text. */
export function prepareRelocation(
  annotations: readonly Annotation[],
  versions: ReadonlyMap<string, ArticleVersion>,
  version: ArticleVersion,
  follow?: Follow,
): Relocation {
  const texts: string[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (id: string): number | null => {
    const known = indexes.get(id);
    if (known !== undefined) return known;
    const text = versions.get(id)?.text;
    if (text === undefined) return null;
    indexes.set(id, texts.push(text) - 1);
    return texts.length - 1;
  };
  const placeIn = (id: string, range: TextRange | null): Place | null => {
    const text = range && indexOf(id);
    return range && text !== null ? { text, start: range.start, end: range.end } : null;
  };
  const sought = (id: string, anchor: Anchor): Sought => {
    const { placement, exact, prefix, suffix, start } = anchor;
    const now = placeOf(anchor, placement.version);
    return {
      marked: placeIn(anchor.version, anchor),
      found: placement.version === anchor.version ? null : placeIn(placement.version, now),
      exact, prefix, suffix, start,
      followed: now && (follow?.(id, now) ?? null),
    };
  };
  return { version: { id: version.id, text: version.text }, texts, annotations: annotations.map(({ id, anchors }) => anchors.map(anchor => sought(id, anchor))) };
}

/**
 * Looks for every piece. In this order of trust:
 *   1. characters that an editor followed and that are still the same words
 *   2. the text it was marked on, aligned with the new one as a whole, so that errors do not add up from text to text
 *   3. what an editor followed, now with other words
 *   4. the text in which it was found last: there it may have been put by hand
 *   5. without any of these texts, its words and their surroundings
 *
 * @returns the placements of the pieces of each annotation, in the order given
 */
export function relocate({ version, texts, annotations }: Relocation): AnchorPlacement[][] {
  const comparisons = new Map<number, Comparison>();
  const comparison = (text: number): Comparison => {
    let made = comparisons.get(text);
    if (!made) comparisons.set(text, (made = compareTexts(texts[text]!, version.text)));
    return made;
  };
  let index: TextIndex | null = null;
  const byWords = ({ exact, prefix, suffix, start }: Sought): Placement =>
    locateIn((index ??= new TextIndex(version.text)), { exact, prefix, suffix, start, end: start + exact.length });

  return annotations.map(pieces => {
    const placements = fromText(pieces, piece => piece.marked, comparison);
    const again = pieces.some((piece, at) => piece.found && isUnsure(placements[at])) ? fromText(pieces, piece => piece.found, comparison) : [];
    return pieces.map((piece, at) => {
      const aligned = piece.marked ? placements[at]! : byWords(piece);
      return anchorPlacement(version, placeFollowed(piece, aligned, version.text) ?? placeAgain(piece, aligned, again[at], version.text) ?? aligned);
    });
  });
}

const isUnsure = (placement: Placement | undefined): boolean => placement === undefined || placement.state === 'lost' || placement.state === 'ambiguous';

/** The placements of those pieces that have a place in an older text; the pieces that share one are judged together. */
function fromText(pieces: readonly Sought[], placeOf: (piece: Sought) => Place | null, comparison: (text: number) => Comparison): (Placement | undefined)[] {
  const placements: (Placement | undefined)[] = pieces.map(() => undefined);
  const byText = new Map<number, number[]>();
  pieces.forEach((piece, at) => {
    const text = placeOf(piece)?.text;
    if (text !== undefined) byText.set(text, [...(byText.get(text) ?? []), at]);
  });
  for (const [text, group] of byText) {
    const ranges = group.map(at => placeOf(pieces[at]!)!);
    keepOrder(ranges, relocateWith(comparison(text), ranges)).forEach((placement, n) => (placements[group[n]!] = placement));
  }
  return placements;
}

/** A piece that an editor followed: null when what it says adds nothing to the alignment. */
function placeFollowed({ followed, exact }: Sought, aligned: Placement, text: string): Placement | null {
  if (!followed) return null;
  if (followed === 'deleted') {
    // Whoever put the words back is followed again: the same words elsewhere are others that were there all the time.
    const others = aligned.state !== 'changed' && aligned.state !== 'lost';
    return others ? { state: 'lost', start: aligned.start, end: aligned.start, confidence: FOLLOWED } : null;
  }
  if (areSameWords(text.slice(followed.start, followed.end), exact)) {
    const agreed = followed.start === aligned.start && (aligned.state === 'exact' || aligned.state === 'moved');
    return agreed ? null : { state: 'exact', start: followed.start, end: followed.end, confidence: 1 };
  }
  // Half of it deleted and put back: the alignment knows it whole. A word replaced at its edge is outside what was followed.
  const touches = aligned.start <= followed.end && aligned.end >= followed.start;
  if (aligned.state === 'exact' || aligned.state === 'moved' || (aligned.state === 'changed' && touches)) return null;
  return { state: 'changed', start: followed.start, end: followed.end, confidence: FOLLOWED };
}

/** Its place is as sure as the editor's own work; that it is still the same statement is for a person to say. */
const FOLLOWED = 0.9;

/** A piece that the alignment lost but that had been found, or put by hand, in a later text than it was marked on. */
function placeAgain({ exact }: Sought, aligned: Placement, again: Placement | undefined, text: string): Placement | null {
  if (!isUnsure(aligned) || again === undefined || again.start === NOWHERE || isUnsure(again)) return null;
  const same = areSameWords(text.slice(again.start, again.end), exact);
  return { ...again, state: same ? (again.state === 'moved' ? 'moved' : 'exact') : 'changed' };
}

/** The anchor with its new placement. That its words are gone holds as long as they are. */
export function replace(anchor: Anchor, placement: AnchorPlacement): Anchor {
  const { gone, ...rest } = anchor;
  return { ...rest, placement, ...(gone === true && placement.state === 'lost' && { gone }) };
}

/** How many pieces stand how: in each state, and how many of them wait for a person. */
export type PlacementCounts = { readonly [state in AnchorPlacement['state']]: number } & { readonly undecided: number };

/** Counts the pieces of some annotations by how they stand. */
export function countPlacements(annotations: readonly { readonly anchors: readonly Anchor[] }[]): PlacementCounts {
  const counts = { exact: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0, undecided: 0 };
  for (const { anchors } of annotations) {
    for (const anchor of anchors) {
      counts[anchor.placement.state]++;
      if (isUndecided(anchor)) counts.undecided++;
    }
  }
  return counts;
}
