import type { TextRange } from '../anchoring/placement.ts';
import { UNHEARD, type TranscriptIndex } from './transcript-index.ts';

/** A printed word as the search sees it. */
export interface SoughtAtom {
  /** Key number in the index, or {@link UNHEARD}. */
  readonly key: number;
  /** Key number of the second reading, or {@link UNHEARD}. */
  readonly other: number;
  /** The number of its first letters in the index, or {@link UNHEARD}: see `beginnings`. */
  readonly beginning: number;
  /** What finding it proves; 0 for words in brackets, which need not have been said. */
  readonly weight: number;
}

/** Whether a printed and a said atom are the same word. */
export function isSame(sought: SoughtAtom, index: TranscriptIndex, said: number): boolean {
  const key = index.keys[said]!;
  if (sought.key !== UNHEARD && (sought.key === key || sought.key === index.others[said])) return true;
  return sought.other !== UNHEARD && (sought.other === key || sought.other === index.others[said]);
}

/** What words side by side prove beyond their own weights, each. */
export const TOGETHER = 0.5;

/** Side of the squares, in atoms, over which runs of equal words are added up: about a sentence or two. */
const BUCKET = 32;

/** How many of the densest places are looked at closely. */
const DENSEST = 10;

/** Places with less than this share of the densest one's score are no rivals to it. */
const LEAST_DENSITY = 0.25;

/** How many runs are looked at for each printed word, so that a spliced piece has its own place among them. */
const RUNS_PER_WORD = 3;

/** A run must prove as much as this to be a piece of its own; less is what any two texts share. */
const PIECE_SCORE = 2.2;

/** Atoms around a run that belong to the same look. */
const AROUND_RUN = 12;

/** Words that stand at more places than this begin no run of their own: what they begin is found from the next word. */
const MAX_PLACES = 6000;

interface Run {
  readonly printed: number;
  readonly said: number;
  readonly length: number;
  readonly score: number;
}

/**
 * The stretches of the transcript where a quote, or pieces of it, may stand: atom ranges, ascending, apart from each other.
 * Cost: the number of places of all printed words.
 */
export function candidateStretches(sought: readonly SoughtAtom[], index: TranscriptIndex): TextRange[] {
  const runs = equalRuns(sought, index);
  const reach = Math.min(400, Math.ceil(sought.length * 1.5) + AROUND_RUN);
  const density = new Map<number, number>();
  for (const run of runs) {
    // Where the quote would begin if all of it stood around this run.
    const bucket = Math.max(0, Math.floor((run.said - run.printed) / BUCKET));
    for (const near of [bucket - 1, bucket, bucket + 1]) density.set(near, (density.get(near) ?? 0) + run.score * (near === bucket ? 1 : 0.6));
  }
  const top = Math.max(0, ...density.values());
  const densest = [...density]
    .filter(([, score]) => score > top * LEAST_DENSITY)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, DENSEST);
  const ranges: TextRange[] = densest.map(([bucket]) => ({ start: bucket * BUCKET - AROUND_RUN, end: bucket * BUCKET + BUCKET + reach }));

  const perWord = sought.map((): Run[] => []);
  for (const run of runs) if (run.score >= PIECE_SCORE) for (let n = run.printed; n < run.printed + run.length; n++) perWord[n]!.push(run);
  for (const covering of perWord) {
    covering.sort((a, b) => b.score - a.score || a.said - b.said);
    // One that is far better than the next is the place.
    const isClear = covering.length > 1 && covering[0]!.score > 2 * covering[1]!.score;
    for (const { said, length } of covering.slice(0, isClear ? 1 : RUNS_PER_WORD)) ranges.push({ start: said - AROUND_RUN, end: said + length + AROUND_RUN });
  }
  return merged(ranges, index.atoms.length);
}

/** All runs of equal words that go on as far as they can, of two words and more, or of one rare word. */
function equalRuns(sought: readonly SoughtAtom[], index: TranscriptIndex): Run[] {
  const runs: Run[] = [];
  const count = index.keys.length;
  for (const [printed, atom] of sought.entries()) {
    if (atom.weight === 0) continue;
    const before = printed > 0 ? sought[printed - 1]! : null;
    for (const key of new Set([atom.key, atom.other])) {
      if (key === UNHEARD) continue;
      const places = index.placesOf(key);
      if (places.length > MAX_PLACES) continue;
      for (const said of places) {
        if (before !== null && before.weight > 0 && said > 0 && isSame(before, index, said - 1) && index.placesOf(index.keys[said - 1]!).length <= MAX_PLACES) continue;
        let length = 1;
        let score = atom.weight;
        while (printed + length < sought.length && said + length < count && isSame(sought[printed + length]!, index, said + length)) {
          score += sought[printed + length]!.weight + TOGETHER;
          length++;
        }
        if (length > 1 || places.length <= 6) runs.push({ printed, said, length, score });
      }
    }
  }
  return runs;
}

function merged(ranges: TextRange[], limit: number): TextRange[] {
  ranges.sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = result.at(-1);
    const [from, to] = [Math.max(0, start), Math.min(limit, end)];
    if (from >= to) continue;
    if (last !== undefined && from <= last.end + 1) last.end = Math.max(last.end, to);
    else result.push({ start: from, end: to });
  }
  return result;
}
