import { UNPAIRED } from './align.ts';
import type { Comparison } from './compare-texts.ts';
import { evidenceOf, isSwap, isWhole, NEIGHBOURS, spanOf } from './evidence.ts';
import { weigh } from './matching.ts';
import type { Candidate, Placement, TextRange } from './placement.ts';
import { MAX_CANDIDATES } from './placement.ts';
import { tokenRange, tokenSpan } from './tokens.ts';
import { wordChanges } from './word-changes.ts';

/** Share of a range's words, by weight, that must be kept for it to be the same passage in other words. */
const LEAST_KEPT = 0.5;

/**
 * A range of at least this weight (about five words) of which {@link LEAST_KEPT} are kept is the same passage even
 * when its words are scattered; in a shorter one a scattered word may have met its like by accident.
 */
const LONG = 5;

/**
 * Kept words of the range and of its surroundings, by weight, without which a pair is an accident: about three words.
 * A long range has them itself, a short one needs its neighbours.
 */
const LEAST_EVIDENCE = 2.8;

/** Evidence beyond which more of it adds no confidence. */
const FULL_EVIDENCE = 6;

/** How sure it is at most that swapped words are the successors of those before them. */
const SWAP_CONFIDENCE = 0.6;

/** Words that stand elsewhere with no sign that they are these are offered, never taken. Their confidence is below this. */
const ELSEWHERE_CONFIDENCE = 0.5;

/** Repeated words lighter than this (about three words) stand elsewhere by accident; heavier ones may have been moved there. */
const LEAST_MOVED = 3;

/**
 * Says what became of one range of the old text.
 * @param range UTF-16 offsets in the old text
 */
export function judge(comparison: Comparison, range: TextRange): Placement {
  if (comparison.oldText === comparison.newText && range.end > range.start) {
    return { state: 'exact', start: range.start, end: range.end, confidence: 1 };
  }
  const tokens = tokenRange(comparison.old, range.start, range.end);
  return tokens.start === tokens.end ? judgeSpace(comparison, range, tokens.start) : judgeWords(comparison, range, tokens);
}

/** A range without a word or mark: white space, or nothing. It is where it was when both its neighbours are. */
function judgeSpace(comparison: Comparison, range: TextRange, token: number): Placement {
  const { pairing, new: fresh, newText, oldText } = comparison;
  const before = token > 0 ? pairing[token - 1]! : -1;
  const after = token < pairing.length ? pairing[token]! : fresh.count;
  const neighboursKept = (token === 0 || before !== UNPAIRED) && after !== UNPAIRED && after === before + 1;
  const space = oldText.slice(range.start, range.end);
  if (space !== '' && neighboursKept) {
    const start = before >= 0 ? tokenSpan(fresh, before, before + 1).end : 0;
    const end = after < fresh.count ? tokenSpan(fresh, after, after + 1).start : newText.length;
    const at = newText.slice(start, end).indexOf(space);
    if (at >= 0) return { state: 'exact', start: start + at, end: start + at + space.length, confidence: 1 };
  }
  return { state: 'lost', ...lostAt(comparison, token), confidence: 1 };
}

function judgeWords(comparison: Comparison, range: TextRange, tokens: TextRange): Placement {
  const { moved, loose, pairing, slides } = comparison;
  const places = slides.placesOf(tokens);
  if (places !== null) return either(comparison, range, tokens, places);
  const total = weigh(comparison, tokens);
  const share = (map: Int32Array): number => weigh(comparison, tokens, map) / total;
  const scattered = total >= LONG && share(loose) >= LEAST_KEPT;
  const inPlace = scattered ? loose : pairing;
  const map = share(moved) > share(inPlace) ? moved : inPlace;
  const kept = share(map);

  const { slot, before, after } = evidenceOf(comparison, map, tokens);
  if (slot === null || slot.start === slot.end) return gone(comparison, tokens, total, kept);
  const evidence = kept * total + before + after;

  if (kept < LEAST_KEPT) {
    if (!isSwap(comparison, { slot, total, kept: kept * total, before, after })) return gone(comparison, tokens, total, kept);
    const confidence = SWAP_CONFIDENCE * Math.min(1, evidence / FULL_EVIDENCE);
    return changed(comparison, map, range, tokens, slot, Math.max(kept, confidence));
  }
  if (evidence < LEAST_EVIDENCE) return gone(comparison, tokens, total, kept);

  const sureness = Math.min(1, evidence / FULL_EVIDENCE);
  if (!isWhole(comparison, map, tokens, slot)) return changed(comparison, map, range, tokens, slot, kept * sureness);
  return { state: map === moved ? 'moved' : 'exact', ...spanOf(comparison, range, tokens, slot), confidence: sureness };
}

/** Words that were dropped or are still there, or are in one place or in the next, and nothing tells which. */
function either(comparison: Comparison, range: TextRange, tokens: TextRange, places: readonly Candidate[]): Placement {
  const candidates = places.map((place): Candidate => ({ ...spanOf(comparison, range, tokens, place), confidence: place.confidence }));
  const { start, end, confidence } = candidates[0]!;
  return { state: 'ambiguous', start, end, confidence, candidates };
}

function changed(comparison: Comparison, map: Int32Array, range: TextRange, tokens: TextRange, slot: TextRange, confidence: number): Placement {
  return {
    state: 'changed',
    ...spanOf(comparison, range, tokens, slot),
    confidence,
    changes: wordChanges(comparison, map, tokens, slot),
  };
}

/** Words that are not where they were, and not in a block that moved: lost, unless they stand in several new places. */
function gone(comparison: Comparison, tokens: TextRange, total: number, kept: number): Placement {
  const places = comparison.newPlaces(tokens);
  const candidates = places
    .map((place): Candidate & { fresh: boolean } => {
      const slot = { start: place, end: place + tokens.end - tokens.start };
      const fresh = isNew(comparison, slot);
      return { ...tokenSpan(comparison.new, slot.start, slot.end), confidence: ELSEWHERE_CONFIDENCE * likeness(comparison, tokens, slot, fresh), fresh };
    })
    .sort((one, other) => other.confidence - one.confidence || one.start - other.start)
    .slice(0, MAX_CANDIDATES);
  const best = candidates[0];
  const shown = candidates.map(({ start, end, confidence }): Candidate => ({ start, end, confidence }));
  if (best?.fresh && total >= LEAST_MOVED) {
    return { state: 'ambiguous', start: best.start, end: best.end, confidence: best.confidence, candidates: shown };
  }
  const placement: Placement = { state: 'lost', ...lostAt(comparison, tokens.start), confidence: 1 - kept };
  return shown.length > 0 ? { ...placement, candidates: shown } : placement;
}

/** Whether no word of a place is the successor of another old word. */
function isNew({ inverse, movedFrom }: Comparison, slot: TextRange): boolean {
  for (let j = slot.start; j < slot.end; j++) if (inverse[j] !== UNPAIRED || movedFrom[j] !== UNPAIRED) return false;
  return true;
}

/** How alike the surroundings of the same words elsewhere are, 0 to 1; a place that has its old words already counts half. */
function likeness({ old, new: fresh }: Comparison, tokens: TextRange, slot: TextRange, isFresh: boolean): number {
  let alike = 0;
  for (let step = 1; step <= NEIGHBOURS && old.keys[tokens.start - step] === fresh.keys[slot.start - step]; step++) alike++;
  for (let step = 0; step < NEIGHBOURS && old.keys[tokens.end + step] === fresh.keys[slot.end + step]; step++) alike++;
  return ((1 + alike) / (1 + 2 * NEIGHBOURS)) * (isFresh ? 1 : 0.5);
}

/** Where words that are gone would stand: behind the nearest kept word before them. */
function lostAt({ pairing, new: fresh }: Comparison, token: number): TextRange {
  let before = token - 1;
  while (before >= 0 && pairing[before] === UNPAIRED) before--;
  const at = before < 0 ? 0 : tokenSpan(fresh, pairing[before]!, pairing[before]! + 1).end;
  return { start: at, end: at };
}
