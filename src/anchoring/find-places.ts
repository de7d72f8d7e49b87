import { align, UNPAIRED } from './align.ts';
import { candidateWindows } from './candidate-windows.ts';
import type { Selectors } from './describe.ts';
import { dropStrays } from './drop-strays.ts';
import { evidenceOf, isWhole, NEIGHBOURS, spanOf, type Evidence } from './evidence.ts';
import { weigh, type Matching } from './matching.ts';
import type { TextRange } from './placement.ts';
import { placesOf } from './places.ts';
import { slideBorders } from './slide-borders.ts';
import type { Slot } from './slot.ts';
import type { TextIndex } from './text-index.ts';
import { tokenRange, type TokenText } from './tokens.ts';

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
/** Weight of a long quote, about eight words. */
export const LONG = 8;
/** So much is kept as never meets by accident, up to {@link VERY_LONG}: a passage rewritten together with its context. */
const GREAT_LENGTH = 1.7;
const VERY_LONG = 3 * LONG;
/** It stands where it stood. */
const POSITION = 1.3;
const THRESHOLD = 9.1;

/** How fast a position loses its worth: by this many units, and this share of the text, to a third. */
const NEARNESS = 200;
const NEARNESS_SHARE = 0.1;

/** Between places that fit equally well, nearness to the old one is worth half a word. */
const NEARNESS_WEIGHT = 0.6;

/** A context of less weight than this is no context. */
const LEAST_CONTEXT = 0.3;

/** What a quote without any context is taken to have of it: the words then decide, and several places are a tie. */
const NO_CONTEXT = 0.5;

/** Of context that has closed over a quote this weight stands on each side. */
const LEAST_SIDE = 1;

/** A word that stands in more places than this is no help in finding anything. */
const MOST_PLACES = 64;

/** A quote with its context, in the words of the text it is looked for in. */
export interface SoughtQuote {
  readonly index: TextIndex;
  /** The quote with its context is the old text, the text it is looked for in the new one. */
  readonly matching: Matching;
  /** The quote's tokens among those of quote and context. */
  readonly tokens: TextRange;
  /** The quote's UTF-16 offsets in prefix, quote and suffix. */
  readonly range: TextRange;
  /** UTF-16 offset in the text where the quote is expected. */
  readonly near: number;
  /** Weight of the context that counts, before and behind. */
  readonly contextBefore: number;
  readonly contextAfter: number;
}

/** A place that may be the quote's. */
export interface Place extends Evidence {
  readonly slot: Slot;
  /** Which token of the text each token of quote and context is. */
  readonly map: Int32Array;
  /** UTF-16 offsets. */
  readonly span: TextRange;
  readonly whole: boolean;
  /** The share of the context that is there, on the side where it is more and on the other. */
  readonly nearer: number;
  readonly further: number;
  /** What words and context say, as the logarithm of the odds that the quote is there. */
  readonly odds: number;
  /** 1 where the quote is expected, falling to 0. */
  readonly nearness: number;
  /** Probability, 0 to 1, nearness included. */
  readonly confidence: number;
  /** What speaks for it, in weights, nearness included: for ranking. */
  readonly rank: number;
}

/**
 * Prepares a quote for being looked for in a text.
 * @returns null when it has neither a word nor a mark
 */
export function seek(index: TextIndex, { exact, prefix, suffix, start }: Selectors, near = start): SoughtQuote | null {
  const excerpt = index.tokenizeQuote(prefix + exact + suffix);
  const range = { start: prefix.length, end: prefix.length + exact.length };
  const tokens = tokenRange(excerpt, range.start, range.end);
  if (tokens.start === tokens.end) return null;
  const matching: Matching = { old: excerpt, new: index.tokens, weights: index.weights, excerpt: true };
  const contextBefore = weigh(matching, { start: Math.max(0, tokens.start - NEIGHBOURS), end: tokens.start });
  const contextAfter = weigh(matching, { start: tokens.end, end: Math.min(excerpt.count, tokens.end + NEIGHBOURS) });
  return { index, matching, tokens, range, near, contextBefore, contextAfter };
}

/** What a look through a text found of a quote. */
export interface Finding {
  /** Places where the quote may be, likeliest first, none overlapping a likelier one. */
  readonly places: Place[];
  /** Weight of the context that stands closed in one place, as if the quote had been cut out between; 0 when nowhere. */
  readonly closed: number;
}

/** @param windows the stretches of tokens to look at */
export function findPlaces(sought: SoughtQuote, windows = candidateWindows(sought.index, sought.matching.old)): Finding {
  const { index, tokens } = sought;
  const excerpt = sought.matching.old;
  const places = placesOf(excerpt, tokens, index.tokens, index.postings, MOST_PLACES);
  const found: Place[] = [];
  let closed = 0;
  const waiting = [...windows];
  for (let window = waiting.pop(); window !== undefined; window = waiting.pop()) {
    const map = alignExcerpt(index, excerpt, window);
    const place = assess(sought, map);
    if (place === null) {
      closed = Math.max(closed, closedContext(sought, map));
      continue;
    }
    found.push(place);
    // The alignment finds one place. The same words beside it are another.
    for (const rest of place.kept > 0 ? besides(window, place.slot) : []) {
      if (places.some((at) => at >= rest.start && at + tokens.end - tokens.start <= rest.end)) waiting.push(rest);
    }
  }
  found.sort((one, other) => other.rank - one.rank || one.span.start - other.span.start);
  return { places: withoutOverlaps(found, ({ slot }) => slot), closed };
}

/** Weight of all the context that a map pairs. */
export function contextOf({ matching, tokens }: SoughtQuote, map: Int32Array): number {
  return weigh(matching, { start: 0, end: tokens.start }, map) + weigh(matching, { start: tokens.end, end: map.length }, map);
}

/** The same when what stood before and behind the quote stands side by side now, otherwise 0. */
function closedContext(sought: SoughtQuote, map: Int32Array): number {
  const { slot, before, after } = evidenceOf(sought.matching, map, sought.tokens);
  const isClosed = slot !== null && slot.tight && before >= LEAST_SIDE && after >= LEAST_SIDE;
  return isClosed ? contextOf(sought, map) : 0;
}

/**
 * What speaks for the place that a map gives the quote.
 * @returns null when it gives none, or an empty one
 */
export function assess(sought: SoughtQuote, map: Int32Array): Place | null {
  const { matching, tokens, contextBefore, contextAfter } = sought;
  const evidence = evidenceOf(matching, map, tokens);
  const { slot, total, kept, before, after } = evidence;
  if (slot === null || slot.start === slot.end) return null;
  const span = spanOf(matching, sought.range, tokens, slot);
  const nearness = nearnessOf(sought, span.start);
  const [further, nearer] = sides(before, contextBefore, after, contextAfter);
  const odds = oddsOf({ share: kept / total, kept, nearer, further });
  return {
    ...evidence,
    slot,
    map,
    span,
    whole: isWhole(matching, map, tokens, slot),
    nearer,
    further,
    odds,
    nearness,
    confidence: probability(odds + POSITION * nearness),
    rank: kept + before + after + NEARNESS_WEIGHT * nearness,
  };
}

interface Shares {
  /** The share of the quote's words that are kept, and their weight. */
  readonly share: number;
  readonly kept: number;
  /** The share of the context that is there, on the side where it is more and on the other. */
  readonly nearer: number;
  readonly further: number;
}

/** The logarithm of the odds that a quote is where so much of it and its context stands. */
export function oddsOf({ share, kept, nearer, further }: Shares): number {
  const length = LENGTH * share * Math.min(1, kept / LONG);
  const greatLength = GREAT_LENGTH * Math.min(1, Math.max(0, (kept - LONG) / (VERY_LONG - LONG)));
  return WORDS_KEPT * share + CONTEXT_NEARER * nearer + CONTEXT_FURTHER * further + length + greatLength - THRESHOLD;
}

/** From the logarithm of odds to 0 to 1. */
export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** 1 for the offset where the quote is expected, falling to 0. */
export function nearnessOf({ near, index }: SoughtQuote, offset: number): number {
  return Math.exp(-Math.abs(offset - near) / (NEARNESS + NEARNESS_SHARE * index.text.length));
}

/** The ranges that overlap none before them in the list. */
export function withoutOverlaps<T>(ranked: readonly T[], rangeOf: (one: T) => TextRange): T[] {
  const taken: T[] = [];
  for (const one of ranked) {
    const { start, end } = rangeOf(one);
    if (!taken.some((better) => start < rangeOf(better).end && rangeOf(better).start < end)) taken.push(one);
  }
  return taken;
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
export function sides(before: number, contextBefore: number, after: number, contextAfter: number): [number, number] {
  const left = contextBefore > LEAST_CONTEXT ? Math.min(1, before / contextBefore) : null;
  const right = contextAfter > LEAST_CONTEXT ? Math.min(1, after / contextAfter) : null;
  const one = left ?? right ?? NO_CONTEXT;
  const other = right ?? left ?? NO_CONTEXT;
  return one < other ? [one, other] : [other, one];
}
