import { UNPAIRED } from './align.ts';
import { wordChanges } from './word-changes.ts';
import type { Comparison } from './compare-texts.ts';
import type { Placement, TextRange } from './placement.ts';
import { tokenRange, tokenSpan } from './tokens.ts';
import { foldedRange } from './fold-text.ts';

/** Share of a range's words, by weight, that must be kept for it to be the same passage in other words. */
const LEAST_KEPT = 0.5;

/** Says what became of one range. */
export function judge(comparison: Comparison, range: TextRange): Placement {
  const same = unchangedEnds(comparison, range);
  if (same !== null) return same;
  const tokens = tokenRange(comparison.old, range.start, range.end);
  if (tokens.start === tokens.end) return judgeSpace(comparison, range, tokens.start);
  return judgeTokens(comparison, range, tokens);
}

/** Ranges before the first and behind the last difference of the raw texts need no tokens. */
function unchangedEnds({ oldText, newText }: Comparison, { start, end }: TextRange): Placement | null {
  if (start === end) return null;
  if (oldText === newText) return { state: 'exact', start, end, confidence: 1 };
  return null;
}

function judgeSpace(comparison: Comparison, range: TextRange, token: number): Placement {
  const { pairing, new: fresh, newText, oldText } = comparison;
  const before = token > 0 ? pairing[token - 1]! : -1;
  const after = token < pairing.length ? pairing[token]! : fresh.count;
  const bordersKept = (token === 0 || before !== UNPAIRED) && after !== UNPAIRED && after === before + 1;
  const start = before >= 0 ? tokenSpan(fresh, before, before + 1).end : 0;
  const end = after < fresh.count && after >= 0 ? tokenSpan(fresh, after, after + 1).start : newText.length;
  if (!bordersKept) return { state: 'lost', start: -1, end: -1, confidence: 1 };
  const words = oldText.slice(range.start, range.end);
  const at = newText.slice(start, end).indexOf(words);
  if (words !== '' && at >= 0) return { state: 'exact', start: start + at, end: start + at + words.length, confidence: 1 };
  return { state: 'lost', start, end: start, confidence: 1 };
}

function weigh({ old, weights }: Comparison, range: TextRange, map?: Int32Array): number {
  let sum = 0;
  for (let i = range.start; i < range.end; i++) if (map === undefined || map[i] !== UNPAIRED) sum += weights[old.keys[i]!]!;
  return sum;
}

function judgeTokens(comparison: Comparison, range: TextRange, tokens: TextRange): Placement {
  const { pairing, moved, old, new: fresh } = comparison;
  const total = weigh(comparison, tokens);
  const inPlace = weigh(comparison, tokens, pairing) / total;
  const elsewhere = weigh(comparison, tokens, moved) / total;
  const map = elsewhere > inPlace ? moved : pairing;
  const kept = Math.max(inPlace, elsewhere);
  const whole = wholeRun(map, tokens);
  if (whole !== null) {
    const words = restoreEdges(comparison, range, tokens, whole);
    const sameForms = equalForms(old.forms, fresh.forms, tokens, whole.start);
    if (sameForms) return { state: map === moved ? 'moved' : 'exact', ...words, confidence: 1 };
    return { state: 'changed', ...words, confidence: 1, changes: wordChanges(comparison, map, tokens, whole) };
  }
  const slot = slotOf(comparison, map, tokens);
  if (slot === null || slot.start === slot.end) {
    return { state: 'lost', ...lostAt(comparison, tokens), confidence: 1 - kept };
  }
  if (kept < LEAST_KEPT && !slot.tight) return { state: 'lost', ...lostAt(comparison, tokens), confidence: 1 - kept };
  return { state: 'changed', ...tokenSpan(fresh, slot.start, slot.end), confidence: kept, changes: wordChanges(comparison, map, tokens, slot) };
}

/** The new tokens of a range of which every token is kept, one after the other. */
function wholeRun(map: Int32Array, tokens: TextRange): TextRange | null {
  const first = map[tokens.start]!;
  if (first === UNPAIRED) return null;
  for (let i = tokens.start + 1; i < tokens.end; i++) if (map[i] !== first + i - tokens.start) return null;
  return { start: first, end: first + tokens.end - tokens.start };
}

function equalForms(old: Int32Array, fresh: Int32Array, tokens: TextRange, at: number): boolean {
  for (let i = tokens.start; i < tokens.end; i++) if (old[i] !== fresh[at + i - tokens.start]) return false;
  return true;
}

/** Carries over what the range has beyond whole tokens: a part of a word, white space at its edges. */
function restoreEdges({ old, new: fresh, oldText, newText }: Comparison, range: TextRange, tokens: TextRange, run: TextRange): TextRange {
  const oldSpan = tokenSpan(old, tokens.start, tokens.end);
  let { start, end } = tokenSpan(fresh, run.start, run.end);
  const folded = foldedRange(old.folded, range.start, range.end);
  if (range.start > oldSpan.start) start = fresh.folded.starts[fresh.starts[run.start]! + folded.start - old.starts[tokens.start]!]!;
  else {
    const lead = oldText.slice(range.start, oldSpan.start);
    if (lead !== '' && newText.endsWith(lead, start)) start -= lead.length;
  }
  if (range.end < oldSpan.end) end = fresh.folded.ends[fresh.ends[run.end - 1]! - 1 - (old.ends[tokens.end - 1]! - folded.end)]!;
  else if (newText.startsWith(oldText.slice(oldSpan.end, range.end), end)) end += range.end - oldSpan.end;
  return { start, end };
}

interface Slot extends TextRange {
  /** Whether the words on both sides of the range are kept, so that what stands between them is its successor. */
  readonly tight: boolean;
}

/** The new tokens a range of which some are kept has become. */
function slotOf({ new: fresh }: Comparison, map: Int32Array, tokens: TextRange): Slot | null {
  let first = tokens.start;
  while (first < tokens.end && map[first] === UNPAIRED) first++;
  let last = tokens.end - 1;
  while (last >= tokens.start && map[last] === UNPAIRED) last--;
  let before = tokens.start - 1;
  while (before >= 0 && map[before] === UNPAIRED) before--;
  let after = tokens.end;
  while (after < map.length && map[after] === UNPAIRED) after++;
  const left = before >= 0 ? map[before]! : -1;
  const right = after < map.length ? map[after]! : fresh.count;
  const outsideLeft = tokens.start - before - 1;
  const outsideRight = after - tokens.end;
  const tight = outsideLeft === 0 && outsideRight === 0;
  if (first >= tokens.end) {
    if (!tight) return null;
    return { start: left + 1, end: right, tight };
  }
  const start = first === tokens.start ? map[first]! : share(left + 1, map[first]!, outsideLeft, first - tokens.start);
  const end = last === tokens.end - 1 ? map[last]! + 1 : map[last]! + 1 + right - share(map[last]! + 1, right, outsideRight, tokens.end - 1 - last);
  return { start, end: Math.max(start, end), tight };
}

/** Where to cut new words that stand for old words of which some lie outside the range. */
function share(from: number, to: number, outside: number, inside: number): number {
  if (outside === 0 || to < from) return Math.min(from, to);
  return from + Math.round(((to - from) * outside) / (outside + inside));
}

/** Where words that are gone would stand: behind the nearest kept word before them. */
function lostAt({ pairing, new: fresh }: Comparison, tokens: TextRange): TextRange {
  let before = tokens.start - 1;
  while (before >= 0 && pairing[before] === UNPAIRED) before--;
  const at = tokenSpan(fresh, before < 0 ? 0 : pairing[before]! + 1, before < 0 ? 0 : pairing[before]! + 1).start;
  return { start: at, end: at };
}
