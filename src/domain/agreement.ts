import type { TextRange } from './anchor.ts';

// How far two or more people agree, beyond what chance would bring about.

/**
 * Cohen's kappa of two people's labels on the same units: 1 for full agreement, 0 for what chance brings, below 0 for less. Null
 * without any pair, and where both gave every unit one and the same label, since chance then explains everything.
 *
 * J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const labels = new Set(pairs.flat());
  const share = (test: (pair: readonly [string, string]) => boolean): number => pairs.filter(test).length / pairs.length;
  const observed = share(([one, other]) => one === other);
  let expected = 0;
  for (const label of labels) expected += share(([one]) => one === label) * share(([, other]) => other === label);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/** How far apart two labels are, 0 for the same: squared differences of places on an ordered scale, or 1 for any other label. */
export type LabelDistance = (one: string, other: string) => number;

/** Any two labels are as far apart as any others. */
export const nominal: LabelDistance = (one, other) => (one === other ? 0 : 1);

/**
 * Krippendorff's alpha of any number of people's labels: each unit holds the labels it got, people who gave none left out. 1 for full
 * agreement, 0 for chance. Null when fewer than two labels can be paired, or all are the same.
 *
 * K. Krippendorff, Content Analysis, 4th edition (2018), chapter 12: alpha = 1 - observed / expected disagreement.
 */
export function krippendorffsAlpha(units: readonly (readonly string[])[], distance: LabelDistance = nominal): number | null {
  const pairable = units.filter(labels => labels.length > 1);
  const counts = new Map<string, number>();
  let total = 0;
  let observed = 0;
  for (const labels of pairable) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    total += labels.length;
    let within = 0;
    labels.forEach((one, at) => labels.forEach((other, place) => (within += at === place ? 0 : distance(one, other))));
    observed += within / (labels.length - 1);
  }
  if (total < 2) return null;
  let expected = 0;
  for (const [one, n] of counts) for (const [other, m] of counts) expected += n * m * distance(one, other);
  expected /= total - 1;
  return expected === 0 ? null : 1 - observed / expected;
}

/** The share of two stretches that both cover, 0 to 1: their intersection over their union. */
export function overlap(one: TextRange, other: TextRange): number {
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return both <= 0 ? 0 : both / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Which stretches of two people are the same one: pairs of indexes, the best overlap first taken. */
export function pairSpans(ours: readonly TextRange[], theirs: readonly TextRange[], least = LEAST_OVERLAP): readonly (readonly [number, number])[] {
  const candidates: { one: number; other: number; share: number }[] = [];
  const order = theirs.map((range, index) => ({ range, index })).sort((a, b) => a.range.start - b.range.start);
  ours.forEach((range, one) => {
    for (const { range: their, index: other } of order) {
      if (their.start >= range.end) break;
      const share = overlap(range, their);
      if (share >= least) candidates.push({ one, other, share });
    }
  });
  candidates.sort((a, b) => b.share - a.share || a.one - b.one || a.other - b.other);
  const [taken, takenThere] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const { one, other } of candidates) {
    if (taken.has(one) || takenThere.has(other)) continue;
    taken.add(one);
    takenThere.add(other);
    pairs.push([one, other]);
  }
  return pairs;
}

/** Two people mean the same passage when they share half of it: ends are a matter of taste. */
const LEAST_OVERLAP = 0.5;

/** How well two people marked the same stretches, 0 to 1: the harmonic mean of what each of them found of the other's. Null without any. */
export function spanF1(ours: number, theirs: number, paired: number): number | null {
  return ours + theirs === 0 ? null : (2 * paired) / (ours + theirs);
}
