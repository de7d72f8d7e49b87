import type { TextRange } from '../anchoring/placement.ts';
import { sentences } from '../anchoring/sentences.ts';
import type { QuoteCheck, Segment } from './check-quote.ts';
import { gravity, type EditClass, type QuoteEdit } from './quote-edit.ts';
import type { Transcript } from './transcript.ts';

/** A stretch of the printed text beside what was said for it; one element each. */
export interface ComparedSpan {
  /** The spans' printed words, one after the other, are the printed text. Empty where said words were left out. */
  readonly printed: string;
  readonly said: string;
  /** The gravest class of the edits that lie on it; null where both are the same or nothing was found. */
  readonly class: EditClass | null;
  /** All edits on it, the gravest first. */
  readonly edits: readonly QuoteEdit[];
  /** UTF-16 offsets in the printed text. */
  readonly start: number;
  readonly end: number;
  /** UTF-16 offsets in the transcript's text. */
  readonly saidStart: number;
  readonly saidEnd: number;
}

/** A passage with what was said around it. Ranges are UTF-16 offsets in the transcript's text. */
export interface Surroundings {
  readonly segment: Segment;
  /** The sentences before, and the beginning of the passage's own. */
  readonly before: TextRange;
  /** The rest of the passage's own sentence, and the sentences behind. */
  readonly after: TextRange;
}

export interface SideBySide {
  readonly spans: readonly ComparedSpan[];
  /** One for each segment, in printed order. */
  readonly surroundings: readonly Surroundings[];
}

export interface SideBySideOptions {
  /** Sentences shown before and behind each passage. Default 2: enough to see who answers what. */
  readonly sentences?: number;
  /** BCP 47. Default: English rules for sentences. */
  readonly language?: string;
}

/** Lays a check out for showing: spans over the whole printed text, and each passage's surroundings. */
export function sideBySide(check: QuoteCheck, printed: string, transcript: Transcript, options: SideBySideOptions = {}): SideBySide {
  const { sentences: count = 2, language = 'en' } = options;
  return {
    spans: spansOf(check, printed, transcript.text),
    surroundings: check.segments.map((segment) => surroundingsOf(segment, transcript.text, count, language)),
  };
}

function spansOf(check: QuoteCheck, printed: string, text: string): ComparedSpan[] {
  const inner = check.edits.filter((edit) => edit.class !== 'reorder');
  const reordered = check.edits.filter((edit) => edit.class === 'reorder');
  const borders = new Set([0, printed.length]);
  for (const { start, end } of check.edits) borders.add(start).add(end);
  for (const { printedStart, printedEnd } of check.segments) borders.add(printedStart).add(printedEnd);
  const cuts = [...borders].sort((a, b) => a - b);
  const spans: ComparedSpan[] = [];
  const [first] = check.segments;
  let said = first === undefined ? 0 : Math.min(first.start, ...inner.filter((edit) => edit.end <= first.printedStart).map((edit) => edit.saidStart));
  const push = (range: TextRange, there: TextRange, edits: readonly QuoteEdit[]): void => {
    const sorted = [...edits].sort((a, b) => gravity(a.class) - gravity(b.class));
    spans.push({
      printed: printed.slice(range.start, range.end),
      said: text.slice(there.start, there.end),
      class: sorted[0]?.class ?? null,
      edits: sorted,
      start: range.start,
      end: range.end,
      saidStart: there.start,
      saidEnd: there.end,
    });
  };

  for (const [n, start] of cuts.entries()) {
    const segment = check.segments.find((each) => each.printedStart === start);
    const left = inner.filter((edit) => edit.start === start && edit.end === start).sort((a, b) => a.saidStart - b.saidStart);
    // Words left out where a passage begins lie between the two.
    const moves = segment !== undefined && !left.some((edit) => edit.saidEnd > said && edit.saidEnd <= segment.start);
    if (moves) said = segment.start;
    for (const together of sharing(left)) {
      const there = { start: Math.min(...together.map((edit) => edit.saidStart)), end: Math.max(...together.map((edit) => edit.saidEnd)) };
      push({ start, end: start }, there, [...together, ...reordered.filter((edit) => edit.start < start && edit.end > start)]);
      said = there.end;
    }
    if (segment !== undefined && said < segment.start) said = segment.start;
    const end = cuts[n + 1];
    if (end === undefined) break;
    const on = inner.filter((edit) => edit.start <= start && edit.end >= end && edit.end > edit.start);
    const moved = reordered.filter((edit) => edit.start <= start && edit.end >= end);
    if (on.length > 0) {
      const there = { start: Math.min(...on.map((edit) => edit.saidStart)), end: Math.max(...on.map((edit) => edit.saidEnd)) };
      push({ start, end }, there, [...on, ...moved]);
      said = Math.max(said, there.end);
      continue;
    }
    const inside = check.segments.find((each) => each.printedStart <= start && each.printedEnd >= end);
    const nexts = [...inner.filter((edit) => edit.start === end).map((edit) => edit.saidStart), ...check.segments.filter((each) => each.printedStart === end).map((each) => each.start)];
    const until = inside === undefined ? betweenWords(text, said, nexts) : Math.max(said, nextSaid(inner, inside, end));
    push({ start, end }, { start: said, end: until }, moved);
    said = until;
  }
  return spans;
}

/** The white space and marks up to the next said words, so that they stand apart; nothing when other words lie between. */
function betweenWords(text: string, said: number, next: readonly number[]): number {
  const until = Math.min(...next.filter((start) => start >= said));
  return Number.isFinite(until) && !/[\p{L}\p{N}]/u.test(text.slice(said, until)) ? until : said;
}

/** Edits at one printed place, those whose said words overlap together. */
function sharing(edits: readonly QuoteEdit[]): QuoteEdit[][] {
  const groups: QuoteEdit[][] = [];
  let end = -1;
  for (const edit of edits) {
    if (edit.saidStart < end) groups.at(-1)!.push(edit);
    else groups.push([edit]);
    end = Math.max(end, edit.saidEnd);
  }
  return groups;
}

/** Where the said words of an unchanged stretch end: where the edit behind it begins, or with its segment. */
function nextSaid(edits: readonly QuoteEdit[], segment: Segment, printedEnd: number): number {
  const starts = edits.filter((edit) => edit.start === printedEnd && edit.saidStart >= segment.start && edit.saidStart <= segment.end).map((edit) => edit.saidStart);
  return starts.length > 0 ? Math.min(...starts) : segment.end;
}

/** Characters on each side in which the sentences around are looked for. */
const REACH = 2000;

function surroundingsOf(segment: Segment, text: string, count: number, language: string): Surroundings {
  const [from, to] = [Math.max(0, segment.start - REACH), Math.min(text.length, segment.end + REACH)];
  const around = sentences(text.slice(from, to), language).map((range) => ({ start: from + range.start, end: from + range.end }));
  const before = around.filter((range) => range.end <= segment.start).slice(-count)[0];
  const own = around.find((range) => range.end > segment.start);
  const last = around.filter((range) => range.start < segment.end).at(-1);
  const after = around.filter((range) => range.start >= segment.end).slice(0, count).at(-1);
  return {
    segment,
    before: { start: Math.min(segment.start, count === 0 ? segment.start : (before?.start ?? own?.start ?? segment.start)), end: segment.start },
    after: { start: segment.end, end: Math.max(segment.end, count === 0 ? segment.end : (after?.end ?? last?.end ?? segment.end)) },
  };
}
