import type { TextIndex } from './text-index.ts';
import type { TokenText } from './tokens.ts';
import type { TextRange } from './placement.ts';

/** A word that stands more often than this points everywhere at once, and is asked only when there are no rarer ones. */
const COMMON = 48;

/** How many common words are asked then, the rarest first, and how many of the places of each. */
const COMMON_ASKED = 3;
const PLACES_ASKED = 400;

/** Windows looked at closely; the right one is nearly always among the first three. */
const MOST_WINDOWS = 10;

/** A window with less than this share of the best one's votes cannot win, nor come near. */
const LEAST_SHARE = 0.5;

/** Tokens that may have been added inside or around a quote before its end slips out of the window. */
const SLACK = 12;

/**
 * Stretches of the text, in tokens, where an excerpt may stand: every place of each of its words votes for where the
 * excerpt would begin, and places with many votes close together win. Cost is bounded by the excerpt's length times
 * {@link COMMON}.
 * @param run the excerpt's tokens that have a vote; all when left out
 * @returns best first, not overlapping in what they vote for
 */
export function candidateWindows(index: TextIndex, excerpt: TokenText, run: TextRange = { start: 0, end: excerpt.count }): TextRange[] {
  const width = Math.max(SLACK, excerpt.count >> 2);
  const votes = new Map<number, number>();
  const asked = new Set<number>();
  const ask = (i: number, most: number): void => {
    asked.add(i);
    const key = excerpt.keys[i]!;
    const weight = index.weights[key]!;
    const { from, places } = index.postings;
    const end = Math.min(from[key + 1]!, from[key]! + most);
    let last = Number.NaN;
    for (let n = from[key]!; n < end; n++) {
      const bucket = Math.floor((places[n]! - i) / width);
      if (bucket === last) continue;
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      last = bucket;
    }
  };
  const common: number[] = [];
  for (let i = run.start; i < run.end; i++) {
    const count = index.countOf(excerpt.keys[i]!);
    if (count === 0) continue;
    if (count <= COMMON) ask(i, COMMON);
    else common.push(i);
  }
  common.sort((one, other) => index.countOf(excerpt.keys[one]!) - index.countOf(excerpt.keys[other]!));
  for (const i of common.slice(0, COMMON_ASKED)) ask(i, PLACES_ASKED);

  const sums = [...votes].map(([bucket, vote]) => ({ bucket, sum: vote + (votes.get(bucket + 1) ?? 0) }));
  sums.sort((one, other) => other.sum - one.sum || one.bucket - other.bucket);
  const windows: TextRange[] = [];
  const used = new Set<number>();
  const least = LEAST_SHARE * (sums[0]?.sum ?? 0);
  for (const { bucket, sum } of sums) {
    if (windows.length >= MOST_WINDOWS || sum < least) break;
    if (used.has(bucket) || used.has(bucket + 1) || used.has(bucket - 1)) continue;
    used.add(bucket);
    const start = Math.max(0, bucket * width - SLACK);
    const end = Math.min(index.tokens.count, (bucket + 2) * width + excerpt.count + SLACK + (excerpt.count >> 1));
    if (end > start) windows.push({ start, end });
  }
  return windows;
}
