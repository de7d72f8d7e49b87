import { align, UNPAIRED } from './align.ts';
import { candidateWindows } from './candidate-windows.ts';
import type { Selectors } from './describe.ts';
import { NEIGHBOURS } from './evidence.ts';
import { assess, findPlaces, nearnessOf, oddsOf, probability, seek, sides, withoutOverlaps, type Place, type SoughtQuote } from './find-places.ts';
import { weigh } from './matching.ts';
import { MAX_CANDIDATES, type Candidate, type TextRange } from './placement.ts';
import { placesOf } from './places.ts';
import { AT_SENTENCE, cutBefore } from './slide-borders.ts';
import { TextIndex } from './text-index.ts';
import { tokenSpan } from './tokens.ts';
import { wordEnd, wordStart } from './whole-words.ts';

/** What a caller may say of the candidates wanted. */
export interface CandidateOptions {
  /** UTF-16 offset in the text where the words would stand; `selectors.start` when left out. Of places alike the nearer comes first. */
  readonly near?: number;
  /** How many at most; {@link MAX_CANDIDATES} when left out, and never more. */
  readonly most?: number;
}

/** Of the places of the same words so many are looked at, those nearest to where they would stand. */
const MOST_PLACES = 64;
/** Words so common that they stand more often than this are not looked up further. */
const MOST_LOOKED_UP = 2000;

/** The share of a quote's words, by weight, that are a trace of it even without context. */
const LEAST_KEPT = 1 / 3;
/** The same as a weight: one common word of three is no trace. */
const LEAST_KEPT_WEIGHT = 1.2;
/** A quote that is hardly more than one word may stand for itself. */
const NEARLY_ALL = 0.7;

/** A context of this share, and of this weight on both sides together (about three words), is a trace even without words. */
const LEAST_CONTEXT = 0.5;
const LEAST_CONTEXT_WEIGHT = 2.5;
/** With context on both sides each has at least this: a word. */
const LEAST_SIDE = 1;

/** Kept words spread over more than so many times the quote's tokens, and a few, are met by accident. */
const MOST_SPREAD = 3;
const SPREAD_SLACK = 4;

/** Context is looked for this many tokens further off than it stood. */
const REACH_SLACK = 2;

/** What standing where the quote is expected adds to the logarithm of the odds: as much as a word of context. */
const POSITION = 0.5;

interface Trace {
  /** UTF-16 offsets in the text. */
  readonly span: TextRange;
  /** What speaks for it, as the logarithm of the odds. */
  readonly odds: number;
}

/**
 * Places where the words of a lost or ambiguous quote might stand now, for a person to decide: the same words
 * elsewhere, places where some of them are kept, and what stands in their context instead of them.
 *
 * @returns whole words, unless the quote was less, best first, not overlapping; none when there is no trace of the quote but noise
 */
export function candidatesFor(text: string, selectors: Selectors, { near = selectors.start, most = MAX_CANDIDATES }: CandidateOptions = {}): Candidate[] {
  const index = TextIndex.of(text);
  const sought = seek(index, selectors, near);
  if (sought === null) return [];
  const traces = [...sameWords(sought), ...keptWords(sought), ...successors(sought)];
  const candidates = traces.map(({ span, odds }): Candidate => ({ ...span, confidence: probability(odds + POSITION * nearnessOf(sought, span.start)) }));
  candidates.sort((one, other) => other.confidence - one.confidence || one.start - other.start);
  return withoutOverlaps(candidates, (one) => one).slice(0, Math.min(most, MAX_CANDIDATES));
}

function traceOf(sought: SoughtQuote, { slot, span, whole, odds }: Place): Trace {
  return { span: whole && isPartOfWord(sought) ? span : wholeWords(sought.index, slot), odds };
}

/** Whether the quote begins or ends inside a word or figure. */
function isPartOfWord({ matching: { old: excerpt }, tokens, range }: SoughtQuote): boolean {
  const words = tokenSpan(excerpt, wordStart(excerpt, tokens.start, 0), wordEnd(excerpt, tokens.end, excerpt.count));
  return words.start < range.start || words.end > range.end;
}

function wholeWords({ tokens }: TextIndex, { start, end }: TextRange): TextRange {
  return tokenSpan(tokens, wordStart(tokens, start, 0), wordEnd(tokens, end, tokens.count));
}

/** Every place of the same words in the same letters, with as much of the context as stands around it. */
function sameWords(sought: SoughtQuote): Trace[] {
  const { index, tokens, near } = sought;
  const length = tokens.end - tokens.start;
  const distance = (at: number): number => Math.abs(tokenSpan(index.tokens, at, at + 1).start - near);
  const places = placesOf(sought.matching.old, tokens, index.tokens, index.postings, MOST_LOOKED_UP);
  if (places.length > MOST_PLACES) places.sort((one, other) => distance(one) - distance(other));
  return places.slice(0, MOST_PLACES).flatMap((at) => {
    const place = assess(sought, mapAround(sought, { start: at, end: at + length }));
    return place === null ? [] : [traceOf(sought, place)];
  });
}

/** The quote in one place, word for word or as `quote` pairs it, and its context beside that place. */
function mapAround({ index, matching, tokens }: SoughtQuote, slot: TextRange, quote?: Int32Array): Int32Array {
  const { keys, count } = matching.old;
  const map = new Int32Array(count).fill(UNPAIRED);
  for (let i = tokens.start; i < tokens.end; i++) map[i] = quote ? quote[i - tokens.start]! : slot.start + i - tokens.start;
  const pair = (from: number, to: number, textFrom: number, textTo: number): void => {
    const pairing = align(keys.subarray(from, to), index.tokens.keys.subarray(textFrom, textTo), index.weights);
    pairing.forEach((j, i) => {
      if (j !== UNPAIRED) map[from + i] = textFrom + j;
    });
  };
  const reach = NEIGHBOURS + REACH_SLACK;
  pair(Math.max(0, tokens.start - NEIGHBOURS), tokens.start, Math.max(0, slot.start - reach), slot.start);
  pair(tokens.end, Math.min(count, tokens.end + NEIGHBOURS), slot.end, Math.min(index.tokens.count, slot.end + reach));
  return map;
}

/** Places where some of the words are kept. */
function keptWords(sought: SoughtQuote): Trace[] {
  const { index, matching, tokens } = sought;
  const windows = [...candidateWindows(index, matching.old), ...candidateWindows(index, matching.old, tokens)];
  const isTrace = ({ kept, total }: Place): boolean => kept / total >= LEAST_KEPT && (kept >= LEAST_KEPT_WEIGHT || kept / total >= NEARLY_ALL);
  const inContext = ({ nearer, before, after }: Place): boolean => nearer >= LEAST_CONTEXT && before + after >= LEAST_CONTEXT_WEIGHT;
  const places = [
    ...findPlaces(sought, windows).places.filter((place) => place.kept > 0 && (isTrace(place) || inContext(place))),
    ...apart(sought).filter(isTrace),
  ].filter(({ slot }) => !isNoise(sought, slot));
  return places.map((place) => traceOf(sought, place));
}

/**
 * Places where words of the quote stand together away from its context, which elsewhere draws the alignment to itself: the quote
 * alone against stretches of about twice its length.
 */
function apart(sought: SoughtQuote): Place[] {
  const { index, matching, tokens } = sought;
  const quote = matching.old.keys.subarray(tokens.start, tokens.end);
  const width = 2 * quote.length + SPREAD_SLACK;
  const places: Place[] = [];
  for (const window of candidateWindows(index, matching.old, tokens)) {
    for (let start = window.start; start < window.end; start += quote.length) {
      const end = Math.min(start + width, window.end);
      const pairing = densest(align(quote, index.tokens.keys.subarray(start, end), index.weights).map(j => (j === UNPAIRED ? UNPAIRED : start + j)), sought);
      const paired = pairing.filter(j => j !== UNPAIRED);
      const place = paired.length > 0 && assess(sought, mapAround(sought, { start: paired[0]!, end: paired.at(-1)! + 1 }, pairing));
      if (place) places.push(place);
      if (end === window.end) break;
    }
  }
  return places;
}

/** What a word of the text that is not of the quote takes from a stretch: two common words make up for a gap of a few. */
const GAP = 0.2;

/** The part of a pairing whose words stand closest together: the stretch of greatest weight, less {@link GAP} for each word between. */
function densest(pairing: Int32Array, { index, matching, tokens }: SoughtQuote): Int32Array {
  let best = { sum: 0, first: 0, last: -1 };
  let sum = 0;
  let first = 0;
  let before = UNPAIRED;
  for (let i = 0; i < pairing.length; i++) {
    const j = pairing[i]!;
    if (j === UNPAIRED) continue;
    sum -= before === UNPAIRED ? 0 : GAP * (j - before - 1);
    if (sum <= 0) [sum, first] = [0, i];
    sum += index.weights[matching.old.keys[tokens.start + i]!]!;
    before = j;
    if (sum > best.sum) best = { sum, first, last: i };
  }
  return pairing.map((j, i) => (i >= best.first && i <= best.last ? j : UNPAIRED));
}

/** Words spread too far, or no word at all. */
function isNoise({ index, tokens }: SoughtQuote, { start, end }: TextRange): boolean {
  return end - start > MOST_SPREAD * (tokens.end - tokens.start) + SPREAD_SLACK || !index.tokens.wordy.subarray(start, end).includes(1);
}

/** What stands in the quote's context where nothing is left of its words. */
function successors(sought: SoughtQuote): Trace[] {
  const { index, matching, tokens } = sought;
  const { old: excerpt } = matching;
  const before = { start: Math.max(0, tokens.start - NEIGHBOURS), end: tokens.start };
  const after = { start: tokens.end, end: Math.min(excerpt.count, tokens.end + NEIGHBOURS) };
  const windows = [candidateWindows(index, excerpt), candidateWindows(index, excerpt, before), candidateWindows(index, excerpt, after)].flat();
  return windows.flatMap((window) => {
    const map = align(excerpt.keys, index.tokens.keys.subarray(window.start, window.end), index.weights);
    // Words of the quote may meet their like in what replaced them; only the context tells where that is.
    map.fill(UNPAIRED, tokens.start, tokens.end);
    for (let i = 0; i < map.length; i++) if (map[i] !== UNPAIRED) map[i]! += window.start;
    const [weightBefore, weightAfter] = [weigh(matching, before, map), weigh(matching, after, map)];
    const slot = between(sought, map, weightBefore, weightAfter);
    if (slot === null || isNoise(sought, slot)) return [];
    const [further, nearer] = sides(weightBefore, sought.contextBefore, weightAfter, sought.contextAfter);
    if (nearer < LEAST_CONTEXT || weightBefore + weightAfter < LEAST_CONTEXT_WEIGHT) return [];
    return [{ span: wholeWords(index, slot), odds: oddsOf({ share: 0, kept: 0, nearer, further }) }];
  });
}

/** The tokens between the context on both sides; beside it, when it stands on one side only. Null when nothing stands there. */
function between({ index, tokens }: SoughtQuote, map: Int32Array, weightBefore: number, weightAfter: number): TextRange | null {
  const length = tokens.end - tokens.start;
  const before = map.findLastIndex((j, i) => i < tokens.start && j !== UNPAIRED);
  const after = map.findIndex((j, i) => i >= tokens.end && j !== UNPAIRED);
  if (weightBefore >= LEAST_SIDE && weightAfter >= LEAST_SIDE) {
    const [left, right] = [map[before]! + 1, map[after]!];
    // Context that was replaced together with the quote has its share of the new words.
    const [outsideLeft, outsideRight] = [tokens.start - before - 1, after - tokens.end];
    const share = (right - left) / (outsideLeft + length + outsideRight);
    return trim(index, left + Math.round(share * outsideLeft), right - Math.round(share * outsideRight));
  }
  if (weightBefore > weightAfter && before === tokens.start - 1) {
    const start = map[before]! + 1;
    let end = start;
    while (end < index.tokens.count && end - start < length && (end === start || cutBefore(index.tokens, end) < AT_SENTENCE)) end++;
    return trim(index, start, end);
  }
  if (weightAfter > weightBefore && after === tokens.end) {
    const end = map[after]!;
    let start = end;
    while (start > 0 && end - start < length && (start === end || cutBefore(index.tokens, start) < AT_SENTENCE)) start--;
    return trim(index, start, end);
  }
  return null;
}

const CLOSING_MARK = /^[\p{Pe}.,:;!?…]/u;

/** A stretch without the marks that end what is before it; null when nothing else is in it. */
function trim({ tokens }: TextIndex, start: number, end: number): TextRange | null {
  while (start < end && CLOSING_MARK.test(tokens.folded.text.slice(tokens.starts[start], tokens.ends[start]))) start++;
  return end > start ? { start, end } : null;
}
