import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anchorAll } from '../bench/anchoring-adapter.ts';

// Real revisions with annotations whose places are known. Not part of the repository; see test/bench/anchoring.mjs.
const folder = fileURLToPath(new URL('../../../shared/data/anchoring/', import.meta.url));
const isHere = existsSync(`${folder}cases.jsonl`);
if (!isHere) console.warn('No revisions in ../shared/data/anchoring: accuracy is not tested.');

/** Enough to notice a step back, few enough for every run. */
const EVERY = 9;
const ALIKE = 0.8;

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Pair {
  readonly id: string;
  readonly oldText: string;
  readonly newText: string;
}

interface Case extends Range {
  readonly pair: string;
  readonly label: 'KEPT' | 'EDITED' | 'MOVED' | 'GONE' | 'REPLACED';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly gold: Range | null;
  readonly alt?: Range | null;
}

function readLines<T>(name: string): T[] {
  return readFileSync(folder + name, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T); // the format is the data's, described beside it
}

function alike(one: Range, other: Range | null | undefined): number {
  if (!other) return 0;
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

function score(withOldText: boolean): { right: number; wrong: number } {
  const cases = new Map<string, Case[]>();
  for (const one of readLines<Case>('cases.jsonl')) {
    if (one.label !== 'REPLACED') cases.set(one.pair, [...(cases.get(one.pair) ?? []), one]);
  }
  let [all, right, wrong] = [0, 0, 0];
  for (const { id, oldText, newText } of readLines<Pair>('pairs.jsonl').filter((_, n) => n % EVERY === 0)) {
    const ones = cases.get(id) ?? [];
    anchorAll(newText, ones, withOldText ? { oldText } : {}).forEach((place, n) => {
      const { label, gold, alt } = ones[n]!;
      const likeness = place === null ? 0 : Math.max(alike(place, gold), alike(place, alt));
      all++;
      if (label === 'GONE' ? place === null : likeness >= ALIKE) right++;
      if (place !== null && likeness === 0) wrong++;
    });
  }
  return { right: right / all, wrong: wrong / all };
}

describe.skipIf(!isHere)('annotations on real revisions', { timeout: 60_000 }, () => {
  it('are found again with the old text', () => {
    const { right, wrong } = score(true);
    expect(right).toBeGreaterThan(0.985);
    expect(wrong).toBeLessThan(0.004);
  });

  it('are found again by their quote alone', () => {
    const { right, wrong } = score(false);
    expect(right).toBeGreaterThan(0.94);
    expect(wrong).toBeLessThan(0.015);
  });
});
