import { areSameWords } from '../anchoring/same-words.ts';
import type { Anchor } from '../domain/anchor.ts';
import type { Json } from '../domain/json.ts';
import { wrong } from './check.ts';
import type { Path } from './format-error.ts';
import { pathTo } from './parse-json.ts';

/** The plain texts of a file's versions by their ids. */
export type Texts = ReadonlyMap<string, string>;

/** Checks that pieces, which have the shape of anchors, speak of texts that are there and of places inside them. */
export function checkAnchors(anchors: Json, texts: Texts, path: Path): void {
  for (const [index, anchor] of asAnchors(anchors).entries()) {
    const at = pathTo(path, index);
    checkPlace(anchor, texts, at);
    if (anchor.placement.state === 'lost') versionText(anchor.placement.version, texts, pathTo(at, 'placement'));
    else checkPlace(anchor.placement, texts, pathTo(at, 'placement'));
  }
}

function checkPlace(place: { version: string; start: number; end: number }, texts: Texts, path: Path): void {
  const { length } = versionText(place.version, texts, path);
  if (place.start < 0) throw wrong(pathTo(path, 'start'), 'must be a whole number from 0', place.start);
  if (place.end < place.start) throw wrong(pathTo(path, 'end'), `must not be before "start" (${place.start})`, place.end);
  if (place.end > length) throw wrong(pathTo(path, 'end'), `must be at most ${length}, the length of the version's text`, place.end);
}

function versionText(id: string, texts: Texts, path: Path): string {
  const text = texts.get(id);
  if (text === undefined) throw wrong(pathTo(path, 'version'), 'must be the id of a version in this file', id);
  return text;
}

/**
 * Pieces that say the truth: one that claims to stand where other words are is marked `changed`, and a changed one says which
 * words stand there, so that a file edited by hand cannot attach an annotation to other words without a sign. The same value
 * when all of them do.
 */
export function tellTruth(anchors: Json, texts: Texts): Json {
  let changed = false;
  const told = asAnchors(anchors).map(anchor => {
    const { placement } = anchor;
    if (placement.state === 'lost' || placement.state === 'ambiguous') return anchor;
    const exact = texts.get(placement.version)?.slice(placement.start, placement.end) ?? '';
    if (placement.state === 'changed' ? placement.exact === exact : areSameWords(exact, anchor.exact)) return anchor;
    changed = true;
    return { ...anchor, placement: { ...placement, state: 'changed' as const, exact } };
  });
  return changed ? (told as unknown as Json) : anchors; // anchors are JSON by shape
}

/** Called on values that were checked to have the shape. */
function asAnchors(value: Json): readonly Anchor[] {
  return value as unknown as readonly Anchor[];
}
