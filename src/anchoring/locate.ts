import type { Selectors } from './describe.ts';
import { isSwap, spanOf } from './evidence.ts';
import { contextOf, findPlaces, LONG, seek, type Place, type SoughtQuote } from './find-places.ts';
import { MAX_CANDIDATES, NOWHERE, type Candidate, type Placement } from './placement.ts';
import { Slides } from './slides.ts';
import { TextIndex } from './text-index.ts';
import { wordChanges } from './word-changes.ts';

/** Places whose evidence differs by less than this (a third of a word) fit equally well. */
const TIE = 0.3;

/** Of places that fit equally well the nearest is taken when it is this many times nearer; less, and a person decides. */
const CLEARLY_NEARER = 3;
/** Distances of a line or so are all the same. */
const SAME_PLACE = 50;

/** Context of which less than half is there says that the words are now elsewhere. */
const CONTEXT_THERE = 0.5;

/** So much more context, about a word, is more context. */
const CLEARLY_MORE = 1;

/**
 * The context that must stand on both sides, without a gap, for other words between to be the quote's successor: two
 * rare words or some four common ones.
 */
const SWAP_SIDE = 2;
const SWAP_CONFIDENCE = 0.5;

/** Places less likely than this are not worth showing. */
const LEAST_SHOWN = 0.05;

/** A quote and context of this many units that stand in a text letter by letter, and once, need no weighing. */
const SURE_LENGTH = 48;

/**
 * Finds one quote without the article it was taken from, by its words, its context and its position, in this order of
 * trust.
 *
 * @returns `exact` for the same words in their context, `moved` for the same words out of it, `changed` with the
 * differences from `exact`, `ambiguous` with the candidates when several places fit, `lost` otherwise, with `start`
 * and `end` -1: without the article there is no telling where it would stand
 */
export function locate(text: string, selectors: Selectors): Placement {
  return locatePlainly(text, selectors) ?? locateIn(TextIndex.of(text), selectors);
}

/** {@link locate} in a text that is prepared already. */
export function locateIn(index: TextIndex, selectors: Selectors): Placement {
  const plain = locatePlainly(index.text, selectors);
  if (plain !== null) return plain;
  const sought = seek(index, selectors);
  if (sought === null) return lost([]);
  const { places: found, closed } = findPlaces(sought);
  const best = found[0];
  if (best === undefined) return lost([]);
  if (best.confidence < 0.5) {
    const swapped = found.find((one) => isSwap(sought.matching, one) && one.before >= SWAP_SIDE && one.after >= SWAP_SIDE);
    return swapped === undefined ? lost(found) : changed(sought, swapped, SWAP_CONFIDENCE);
  }
  // More of the context has closed over the quote than stands around these words: they are others.
  const isCutOut = closed > contextOf(sought, best.map) + CLEARLY_MORE;
  if (isCutOut && (best.kept < LONG || !best.whole)) return lost(found);
  const rivals = found.filter((one) => one !== best && one.confidence >= 0.5 && evidence(best) - evidence(one) < TIE);
  const distance = (one: Place): number => Math.abs(one.span.start - selectors.start) + SAME_PLACE;
  if (rivals.some((one) => distance(one) < CLEARLY_NEARER * distance(best))) {
    return { state: 'ambiguous', ...best.span, confidence: best.confidence / (1 + rivals.length), candidates: shown([best, ...rivals]) };
  }
  if (!best.whole) return changed(sought, best, best.confidence);
  // The quote may be the one that was dropped of two likes side by side.
  const twins = new Slides(sought.matching.old, index.tokens, best.map).placesOf(sought.tokens);
  if (twins !== null) {
    const candidates = twins.map((one): Candidate => ({ ...spanOf(sought.matching, sought.range, sought.tokens, one), confidence: one.confidence * best.confidence }));
    return { state: 'ambiguous', ...candidates[0]!, candidates };
  }
  return { state: best.nearer >= CONTEXT_THERE && !isCutOut ? 'exact' : 'moved', ...best.span, confidence: best.confidence };
}

/** The quote letter by letter with its context: where it was, or in the one place where it is. */
function locatePlainly(text: string, { exact, prefix, suffix, start, end }: Selectors): Placement | null {
  if (text.slice(start, end) === exact && text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end)) {
    return { state: 'exact', start, end, confidence: 1 };
  }
  const excerpt = prefix + exact + suffix;
  if (excerpt.length < SURE_LENGTH || exact === '') return null;
  const first = text.indexOf(excerpt);
  if (first < 0 || text.includes(excerpt, first + 1)) return null;
  const at = first + prefix.length;
  return { state: 'exact', start: at, end: at + exact.length, confidence: 1 };
}

const evidence = ({ kept, before, after }: Place): number => kept + before + after;

function changed({ matching, tokens, range }: SoughtQuote, place: Place, confidence: number): Placement {
  const changes = wordChanges(matching, place.map, tokens, place.slot).map((change) => ({
    ...change,
    oldStart: change.oldStart - range.start,
    oldEnd: change.oldEnd - range.start,
  }));
  return { state: 'changed', ...place.span, confidence, changes };
}

function lost(found: readonly Place[]): Placement {
  const candidates = shown(found.filter(({ confidence }) => confidence >= LEAST_SHOWN));
  const confidence = 1 - (found[0]?.confidence ?? 0);
  const placement: Placement = { state: 'lost', start: NOWHERE, end: NOWHERE, confidence };
  return candidates.length > 0 ? { ...placement, candidates } : placement;
}

function shown(found: readonly Place[]): Candidate[] {
  return found.slice(0, MAX_CANDIDATES).map(({ span, confidence }) => ({ start: span.start, end: span.end, confidence }));
}
