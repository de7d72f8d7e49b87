import { sentences } from '../anchoring/sentences.ts';
import type { TextRange } from '../domain/anchor.ts';
import { placesOf, type Annotation } from '../domain/annotation.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import { statusOf } from '../domain/status.ts';

/**
 * How far a sentence is, the most urgent first. Where several annotations are on it, the most urgent of them counts.
 *
 * - `to-decide`: a verdict to re-check, or a field that two people set differently
 * - `open`: something to check that has no verdict yet
 * - `settled`: all that is to check in it has a verdict
 * - `nothing-to-check`: looked at, and nothing found that needs one; a note counts as such
 * - `not-looked-at`: nothing is marked in it
 */
export const coverageStates = ['to-decide', 'open', 'settled', 'nothing-to-check', 'not-looked-at'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** One sentence of the current text. */
export interface CoveredSentence extends TextRange {
  readonly state: CoverageState;
}

/** How many sentences are how far. */
export type CoverageCounts = { readonly [state in CoverageState]: number } & { readonly total: number };

/** A part of the article under one heading. */
export interface CoveredSection extends TextRange {
  /** The heading; empty for what stands before the first one. */
  readonly title: string;
  readonly counts: CoverageCounts;
}

export interface Coverage {
  /** In the order of the text. */
  readonly sentences: readonly CoveredSentence[];
  readonly counts: CoverageCounts;
  readonly sections: readonly CoveredSection[];
}

/** A heading and where it begins, as a UTF-16 offset in the text. */
export interface SectionStart {
  readonly offset: number;
  readonly title: string;
}

/**
 * Which sentences of a version were looked at, and how far each is. Linear in the sentences and the annotations' places.
 *
 * @param language BCP 47; empty for English rules
 * @param headings in the order of the text; none makes one section
 */
export function coverageOf(version: ArticleVersion, annotations: readonly Annotation[], language: string, headings: readonly SectionStart[] = []): Coverage {
  const ranges = sentencesOf(version, language);
  const states = new Array<CoverageState>(ranges.length).fill('not-looked-at');
  for (const annotation of annotations) {
    const state = stateOf(annotation);
    for (const place of placesOf(annotation, version.id)) {
      for (let at = firstEndingAfter(ranges, place.start); at < ranges.length && ranges[at]!.start < place.end; at++) {
        if (coverageStates.indexOf(state) < coverageStates.indexOf(states[at]!)) states[at] = state;
      }
    }
  }
  const covered = ranges.map(({ start, end }, at): CoveredSentence => ({ start, end, state: states[at]! }));
  return { sentences: covered, counts: count(covered), sections: sectionsOf(covered, headings, version.text.length) };
}

/** The share of sentences that somebody has looked at, 0 to 1; 1 for a text without any. */
export function lookedAt({ total, ...counts }: CoverageCounts): number {
  return total === 0 ? 1 : 1 - counts['not-looked-at'] / total;
}

/** The next sentence in some state after an offset, round the end; null when there is none. */
export function nextSentence({ sentences: all }: Coverage, state: CoverageState, offset: number): CoveredSentence | null {
  const wanted = all.filter(sentence => sentence.state === state);
  return wanted.find(({ start }) => start > offset) ?? wanted[0] ?? null;
}

const known = new WeakMap<ArticleVersion, { readonly language: string; readonly ranges: readonly TextRange[] }>();

function sentencesOf(version: ArticleVersion, language: string): readonly TextRange[] {
  let found = known.get(version);
  if (found?.language !== language) {
    // A line of nothing but marks or figures, such as a rule of asterisks, is no statement.
    const ranges = sentences(version.text, language || 'en').filter(({ start, end }) => /\p{L}/u.test(version.text.slice(start, end)));
    known.set(version, (found = { language, ranges }));
  }
  return found.ranges;
}

function stateOf(annotation: Annotation): CoverageState {
  switch (statusOf(annotation)) {
    case 'to-decide':
    case 'disputed':
    case 're-check':
      return 'to-decide';
    case 'open':
    case 'in-progress':
      return 'open';
    case 'settled':
      return 'settled';
    case 'no-verdict-needed':
    case 'gone':
      return 'nothing-to-check';
  }
}

function firstEndingAfter(ranges: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function count(covered: readonly CoveredSentence[]): CoverageCounts {
  const counts = { 'to-decide': 0, open: 0, settled: 0, 'nothing-to-check': 0, 'not-looked-at': 0, total: covered.length };
  for (const { state } of covered) counts[state]++;
  return counts;
}

function sectionsOf(covered: readonly CoveredSentence[], headings: readonly SectionStart[], length: number): readonly CoveredSection[] {
  const starts = headings[0]?.offset === 0 ? headings : [{ offset: 0, title: '' }, ...headings];
  const sections = starts.map(({ offset, title }, at): CoveredSection => {
    const end = starts[at + 1]?.offset ?? length;
    return { title, start: offset, end, counts: count(covered.filter(({ start }) => start >= offset && start < end)) };
  });
  return sections.filter(({ counts }) => counts.total > 0);
}
