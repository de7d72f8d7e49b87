import { align, UNPAIRED } from './align.ts';
import { candidateWindows } from './candidate-windows.ts';
import type { Selectors } from './describe.ts';
import { dropStrays } from './drop-strays.ts';
import { evidenceOf, isSwap, isWhole, NEIGHBOURS, spanOf, weigh, type Evidence, type Matching } from './evidence.ts';
import { MAX_CANDIDATES, NOWHERE, type Candidate, type Placement, type TextRange } from './placement.ts';
import { placesOf } from './places.ts';
import type { Slot } from './slot.ts';
import { slideBorders } from './slide-borders.ts';
import { TextIndex } from './text-index.ts';
import { tokenRange, type TokenText } from './tokens.ts';
import { wordChanges } from './word-changes.ts';

/*
 * What a place must have for the quote to be there. The sum of these, less THRESHOLD, is the logarithm of the odds
 * that it is; below even odds the quote is lost. Fitted by logistic regression on revisions of public documents, and
 * rounded, as the second digit changes nothing.
 */
/** All of the quote's words are kept. The strongest sign, and alone not enough. */
const WORDS_KEPT = 6;
/** The context is all there: on the side where more of it is, and on the other. A short quote cannot do without. */
const CONTEXT_NEARER = 4;
const CONTEXT_FURTHER = 4;
/** The quote is long: at {@link LONG} or more it needs no context. */
const LENGTH = 4;
const LONG = 8;
/** It stands where it stood. */
const POSITION = 1.3;
const THRESHOLD = 9.1;

/** How fast a position loses its worth: by this many units, and this share of the text, to a third. */
const NEARNESS = 200;
const NEARNESS_SHARE = 0.1;

/** Between places that fit equally well, nearness to the old one is worth half a word. */
const NEARNESS_WEIGHT = 0.6;

/** Places whose evidence differs by less than this (a third of a word) fit equally well. */
const TIE = 0.3;

/** Of places that fit equally well the nearest is taken when it is this many times nearer; less, and a person decides. */
const CLEARLY_NEARER = 3;
/** Distances of a line or so are all the same. */
const SAME_PLACE = 50;

/** Context of which less than half is there says that the words are now elsewhere. */
const CONTEXT_THERE = 0.5;

/** A context of less weight than this is no context. */
const LEAST_CONTEXT = 0.3;

/** What a quote without any context is taken to have of it: the words then decide, and several places are a tie. */
const NO_CONTEXT = 0.5;

/** The context that must stand on both sides, without a gap, for other words between to be the quote's successor. */
const SWAP_SIDE = 2.5;
const SWAP_CONFIDENCE = 0.5;

/** Places less likely than this are not worth showing. */
const LEAST_SHOWN = 0.05;

/** A quote and context of this many units that stand in a text letter by letter, and once, need no weighing. */
const SURE_LENGTH = 48;

/** A word that stands in more places than this is no help in finding anything. */
const MOST_PLACES = 64;

interface Found extends Evidence {
  readonly slot: Slot;
  readonly map: Int32Array;
  readonly span: TextRange;
  readonly whole: boolean;
  /** The share of the context that is there, on the side where it is more and on the other. */
  readonly nearer: number;
  readonly further: number;
  /** Probability, 0 to 1. */
  readonly confidence: number;
  /** What speaks for it, in weights, nearness included: for ranking. */
  readonly rank: number;
}

/** The last text looked in, so that many quotes are found in one text without preparing it again. */
let latest: TextIndex | null = null;

/**
 * Finds one quote without the article it was taken from, by its words, its context and its position, in this order of
 * trust.
 *
 * @returns `exact` for the same words in their context, `moved` for the same words out of it, `changed` with the
 * differences from `exact`, `ambiguous` with the candidates when several places fit, `lost` otherwise, with `start`
 * and `end` -1: without the article there is no telling where it would stand
 */
export function locate(text: string, selectors: Selectors): Placement {
  if (latest !== null && latest.text === text) return locateIn(latest, selectors);
  const plain = locatePlainly(text, selectors);
  if (plain !== null) return plain;
  latest = new TextIndex(text);
  return locateIn(latest, selectors);
}

/** {@link locate} in a text that is prepared already. */
export function locateIn(index: TextIndex, selectors: Selectors): Placement {
  const plain = locatePlainly(index.text, selectors);
  if (plain !== null) return plain;
  const { exact, prefix, suffix } = selectors;
  const excerpt = index.tokenizeQuote(prefix + exact + suffix);
  const tokens = tokenRange(excerpt, prefix.length, prefix.length + exact.length);
  if (tokens.start === tokens.end) return lost([]);
  const matching: Matching = { old: excerpt, new: index.tokens, weights: index.weights, excerpt: true };
  const found = findPlaces(index, matching, selectors, tokens);
  const best = found[0];
  if (best === undefined) return lost([]);
  if (best.confidence < 0.5) {
    const swapped = found.find((one) => isSwap(matching, one) && one.before >= SWAP_SIDE && one.after >= SWAP_SIDE);
    return swapped === undefined ? lost(found) : changed(matching, swapped, tokens, prefix.length, SWAP_CONFIDENCE);
  }
  const rivals = found.filter((one) => one !== best && one.confidence >= 0.5 && evidence(best) - evidence(one) < TIE);
  const distance = (one: Found): number => Math.abs(one.span.start - selectors.start) + SAME_PLACE;
  if (rivals.some((one) => distance(one) < CLEARLY_NEARER * distance(best))) {
    return { state: 'ambiguous', ...best.span, confidence: best.confidence / (1 + rivals.length), candidates: shown([best, ...rivals]) };
  }
  if (!best.whole) return changed(matching, best, tokens, prefix.length, best.confidence);
  return { state: best.nearer >= CONTEXT_THERE ? 'exact' : 'moved', ...best.span, confidence: best.confidence };
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

/** Places where the quote may be, likeliest first, none overlapping a likelier one. */
function findPlaces(index: TextIndex, matching: Matching, { exact, prefix, start }: Selectors, tokens: TextRange): Found[] {
  const { old: excerpt } = matching;
  const range = { start: prefix.length, end: prefix.length + exact.length };
  const contextBefore = weigh(matching, { start: Math.max(0, tokens.start - NEIGHBOURS), end: tokens.start });
  const contextAfter = weigh(matching, { start: tokens.end, end: Math.min(excerpt.count, tokens.end + NEIGHBOURS) });
  const places = placesOf(excerpt, tokens, index.tokens, index.postings, MOST_PLACES);
  const all: Found[] = [];
  const windows = candidateWindows(index, excerpt);
  for (let window = windows.pop(); window !== undefined; window = windows.pop()) {
    const map = alignExcerpt(index, excerpt, window);
    const evidence = evidenceOf(matching, map, tokens);
    const { slot, total, kept, before, after } = evidence;
    if (slot === null || slot.start === slot.end) continue;
    // The alignment finds one place. The same words beside it are another.
    for (const rest of kept > 0 ? besides(window, slot) : []) {
      if (places.some((place) => place >= rest.start && place + tokens.end - tokens.start <= rest.end)) windows.push(rest);
    }
    const span = spanOf(matching, range, tokens, slot);
    const nearness = Math.exp(-Math.abs(span.start - start) / (NEARNESS + NEARNESS_SHARE * index.text.length));
    const [further, nearer] = sides(before, contextBefore, after, contextAfter);
    const share = kept / total;
    const odds =
      WORDS_KEPT * share +
      CONTEXT_NEARER * nearer +
      CONTEXT_FURTHER * further +
      LENGTH * share * Math.min(1, kept / LONG) +
      POSITION * nearness -
      THRESHOLD;
    all.push({
      ...evidence,
      slot,
      map,
      span,
      whole: isWhole(matching, map, tokens, slot),
      nearer,
      further,
      confidence: 1 / (1 + Math.exp(-odds)),
      rank: kept + before + after + NEARNESS_WEIGHT * nearness,
    });
  }
  all.sort((one, other) => other.rank - one.rank || one.span.start - other.span.start);
  const found: Found[] = [];
  for (const one of all) if (!found.some((better) => one.slot.start < better.slot.end && better.slot.start < one.slot.end)) found.push(one);
  return found;
}

/** What a slot leaves of its window, both smaller than it. */
function besides(window: TextRange, slot: TextRange): TextRange[] {
  return [
    { start: window.start, end: Math.min(slot.start, window.end - 1) },
    { start: Math.max(slot.end, window.start + 1), end: window.end },
  ];
}

function alignExcerpt(index: TextIndex, excerpt: TokenText, window: TextRange): Int32Array {
  const map = align(excerpt.keys, index.tokens.keys.subarray(window.start, window.end), index.weights);
  for (let i = 0; i < map.length; i++) if (map[i] !== UNPAIRED) map[i]! += window.start;
  slideBorders(excerpt, index.tokens, map);
  return dropStrays(excerpt.keys, index.sums, index.weights, map, true);
}

/** The shares of the context that are there, the smaller first. A side without context counts as the other. */
function sides(before: number, contextBefore: number, after: number, contextAfter: number): [number, number] {
  const left = contextBefore > LEAST_CONTEXT ? Math.min(1, before / contextBefore) : null;
  const right = contextAfter > LEAST_CONTEXT ? Math.min(1, after / contextAfter) : null;
  const one = left ?? right ?? NO_CONTEXT;
  const other = right ?? left ?? NO_CONTEXT;
  return one < other ? [one, other] : [other, one];
}

const evidence = ({ kept, before, after }: Found): number => kept + before + after;

function changed(matching: Matching, found: Found, tokens: TextRange, exactStart: number, confidence: number): Placement {
  const changes = wordChanges(matching, found.map, tokens, found.slot).map((change) => ({
    ...change,
    oldStart: change.oldStart - exactStart,
    oldEnd: change.oldEnd - exactStart,
  }));
  return { state: 'changed', ...found.span, confidence, changes };
}

function lost(found: readonly Found[]): Placement {
  const candidates = shown(found.filter(({ confidence }) => confidence >= LEAST_SHOWN));
  const confidence = 1 - (found[0]?.confidence ?? 0);
  const placement: Placement = { state: 'lost', start: NOWHERE, end: NOWHERE, confidence };
  return candidates.length > 0 ? { ...placement, candidates } : placement;
}

function shown(found: readonly Found[]): Candidate[] {
  return found.slice(0, MAX_CANDIDATES).map(({ span, confidence }) => ({ start: span.start, end: span.end, confidence }));
}
