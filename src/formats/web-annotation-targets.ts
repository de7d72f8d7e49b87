import { isGone, type Anchor } from '../domain/anchor.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import type { Desk } from '../domain/desk.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { isTime } from './check.ts';
import { CodePoints } from './code-points.ts';
import { ownValue } from './parse-json.ts';
import { asList, iriOf, numberOfProperty, textOfProperty, typesOf } from './vocabulary.ts';

/** Code points of versions' texts, each text read once. */
export class VersionPoints {
  readonly #points = new Map<string, CodePoints>();

  of({ id, text }: { id: string; text: string }): CodePoints {
    let points = this.#points.get(id);
    if (!points) this.#points.set(id, (points = new CodePoints(text)));
    return points;
  }
}

/** A piece as a target: the words and the place of the version it was marked on, in code points. */
export function writeTarget(anchor: Anchor, source: JsonObject, desk: Desk, points: VersionPoints): JsonObject {
  const { exact, prefix, suffix } = anchor;
  const version = desk.versions.get(anchor.version);
  const place = version && placeIn(version, anchor, points);
  return {
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }) },
      ...(place ? [{ type: 'TextPositionSelector', ...place }] : []),
    ],
    ...(version && isTime(version.at) && { state: { type: 'TimeState', sourceDate: version.at } }),
    ...(version && { 'fc:version': version.id, 'fc:textHash': version.hash }),
    ...writePlacement(anchor, desk, points),
  };
}

/** Where the piece stands now, unless it simply stands where it was marked. */
function writePlacement(anchor: Anchor, desk: Desk, points: VersionPoints): JsonObject {
  const { placement, version, start, end } = anchor;
  const current = desk.versions.get(placement.version);
  const plain = placement.version === version && placement.state === 'exact' && placement.start === start && placement.end === end && placement.confidence === 1;
  if (plain || !current) return {};
  const place = placeIn(current, placement, points);
  return {
    'fc:placement': {
      'fc:version': current.id,
      'fc:textHash': current.hash,
      'fc:state': placement.state,
      ...(place && { 'fc:start': place.start, 'fc:end': place.end }),
      'fc:confidence': placement.confidence,
      ...(isGone(anchor) && { 'fc:gone': true }),
    },
  };
}

function placeIn(version: ArticleVersion, { start, end }: { start: number; end: number }, points: VersionPoints): { start: number; end: number } | null {
  if (start < 0 || end < start || end > version.text.length) return null;
  const inPoints = points.of(version);
  return { start: inPoints.fromUtf16(start), end: inPoints.fromUtf16(end) };
}

/** Words that a selector names. */
export interface Words {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What the selectors of a target select. */
export interface Selected {
  readonly words: Words | null;
  /** In code points of the text, or of the selection it lies in. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** The selection inside which these are, when the file narrows one down. */
  readonly within: Selected | null;
}

/** A target as it was read. */
export interface Target {
  /** Address of what is annotated; empty when it is not named. */
  readonly source: string;
  readonly selected: Selected;
  /** Of ours: the version and the place there, as they were written. */
  readonly raw: JsonObject;
}

/** Reads the targets of an annotation. A text in their place says why one of them cannot be understood. */
export function readTargets(raw: Json | undefined): readonly Target[] | string {
  const targets: Target[] = [];
  for (const item of asList(raw)) {
    const items = isJsonObject(item) ? ownValue(item, 'items') : undefined;
    if (items !== undefined && isJsonObject(item)) {
      const all = asList(isJsonObject(items) ? ownValue(items, '@list') : items);
      const inner = readTargets(typesOf(item).includes('Choice') ? all[0] : [...all]);
      if (typeof inner === 'string') return inner;
      targets.push(...inner);
      continue;
    }
    const selector = isJsonObject(item) ? ownValue(item, 'selector') : undefined;
    if (selector === undefined || !isJsonObject(item)) return 'It is about the whole page, not about words in it.';
    const selected = readSelectors(selector);
    if (!selected) return `Its place is given by ${kindsOf(selector)}, which needs the original page. Only text quotes and text positions can be read.`;
    targets.push({ source: iriOf(ownValue(item, 'source')), selected, raw: item });
  }
  return targets.length > 0 ? targets : 'It has no target.';
}

function kindsOf(selector: Json): string {
  const kinds = asList(selector).flatMap(one => (isJsonObject(one) ? typesOf(one) : []));
  return kinds.length > 0 ? kinds.join(', ') : 'a selector without a type';
}

/** Alternatives of one place as one selection; null when none of them can be understood. */
function readSelectors(raw: Json, depth = 0): Selected | null {
  let words: Words | null = null;
  let place: Selected['place'] = null;
  let narrowed: Selected | null = null;
  for (const selector of asList(raw).filter(isJsonObject)) {
    const own = readSelector(selector);
    const refined = ownValue(selector, 'refinedBy');
    // Deeper than anybody narrows a place down.
    const inner = refined === undefined || depth > 9 ? null : readSelectors(refined, depth + 1);
    if (inner && own) narrowed ??= { ...inner, within: inner.within ?? own };
    else if (inner) {
      // Inside something that only the page knows a quote still says what it says; a position counts from there.
      words ??= inner.words;
    } else if (own) {
      words ??= own.words;
      place ??= own.place;
    }
  }
  return words ? { words, place, within: null } : (narrowed ?? (place && { words, place, within: null }));
}

function readSelector(selector: JsonObject): Selected | null {
  const types = typesOf(selector);
  const exact = textOfProperty(selector, 'exact');
  if (types.includes('TextQuoteSelector') && exact !== '') {
    return { words: { exact, prefix: textOfProperty(selector, 'prefix'), suffix: textOfProperty(selector, 'suffix') }, place: null, within: null };
  }
  const start = numberOfProperty(selector, 'start');
  const end = numberOfProperty(selector, 'end');
  const isPlace = types.includes('TextPositionSelector') && Number.isSafeInteger(start) && Number.isSafeInteger(end) && start! >= 0 && end! > start!;
  return isPlace ? { words: null, place: { start: start!, end: end! }, within: null } : null;
}
