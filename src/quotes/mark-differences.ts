import type { TextRange } from '../anchoring/placement.ts';
import { spanOf, type Atom } from './atoms.ts';
import { UNPAIRED } from './pair-words.ts';
import type { PrintedQuote } from './printed-quote.ts';
import type { EditClass, QuoteEdit } from './quote-edit.ts';
import type { TranscriptIndex } from './transcript-index.ts';

/**
 * Differences inside and between words that are the same: capitals, spellings, contractions, editor's brackets in a
 * word, punctuation.
 *
 * @param others edits already found; what lies in them is not told again
 */
export function markDifferences(printed: PrintedQuote, index: TranscriptIndex, pairs: Int32Array, others: readonly QuoteEdit[]): QuoteEdit[] {
  const { text } = index.transcript;
  const edits: QuoteEdit[] = [];
  const told = others.filter((edit) => edit.class !== 'reorder');
  const add = (kind: EditClass, here: TextRange, there: TextRange): void => {
    const covers = (edit: QuoteEdit): boolean => edit.start <= here.start && edit.end >= here.end && edit.end > edit.start;
    const cut = (edit: QuoteEdit): boolean => edit.saidStart < there.end && edit.saidEnd > there.start;
    if (told.some((edit) => covers(edit) || cut(edit))) return;
    edits.push({
      class: kind,
      printed: printed.text.slice(here.start, here.end),
      said: text.slice(there.start, there.end),
      start: here.start,
      end: here.end,
      saidStart: there.start,
      saidEnd: there.end,
    });
  };

  for (let n = 0; n < pairs.length; ) {
    if (pairs[n] === UNPAIRED) {
      n++;
      continue;
    }
    // The pairs that share a written word on either side: "don't" and "do not", "$5" and "five dollars".
    let end = n + 1;
    while (end < pairs.length && pairs[end] === pairs[end - 1]! + 1 && (shares(printed.atoms, end) || shares(index.atoms, pairs[end]!))) end++;
    const here = spanOf(printed.atoms, n, end);
    const there = spanOf(index.atoms, pairs[n]!, pairs[n]! + end - n);
    const kind = differenceOf(printed.atoms.slice(n, end), index.atoms.slice(pairs[n], pairs[n]! + end - n), index.hasCase);
    const bracket = printed.marks[printed.brackets[n]!];
    if (kind === 'replacement' && bracket !== undefined) add('bracket', bracket, there);
    else if (kind !== null) add(kind, here, there);
    if (end < pairs.length && pairs[end] === pairs[end - 1]! + 1 && index.hasPunctuation && !printed.marks.some((mark) => mark.from <= end && mark.to >= end && mark.end > mark.start)) {
      const mine = between(printed.text, here.end, spanOf(printed.atoms, end, end + 1).start);
      const yours = between(text, there.end, spanOf(index.atoms, pairs[end]!, pairs[end]! + 1).start);
      if (plain(printed.text, mine) !== plain(text, yours)) add('case-punctuation', mine, yours);
    }
    n = end;
  }
  return edits;
}

const shares = (atoms: readonly Atom[], at: number): boolean => at > 0 && atoms[at - 1]!.end > atoms[at]!.start;

function differenceOf(printed: readonly Atom[], said: readonly Atom[], hasCase: boolean): EditClass | null {
  const form = (atoms: readonly Atom[]): string => [...new Set(atoms.map((atom) => `${atom.start} ${atom.form}`))].map((part) => part.slice(part.indexOf(' ') + 1)).join(' ');
  const [mine, yours] = [form(printed), form(said)];
  if (mine === yours) return null;
  if (printed.some((atom) => atom.edited)) return 'bracket';
  if (mine.toLowerCase() === yours.toLowerCase()) return hasCase ? 'case-punctuation' : null;
  if ([...printed, ...said].some((atom) => atom.sign)) return 'case-punctuation';
  // Two words for one of the same meaning: no one, nobody.
  if ([...printed, ...said].some((atom) => !atom.spelled && /\s/.test(atom.form))) return 'replacement';
  return [...printed, ...said].some((atom) => atom.spelled) ? 'filler' : 'case-punctuation';
}

/** The marks between two words without the white space around them; empty at the first word's end when there are none. */
function between(text: string, start: number, end: number): TextRange {
  if (end <= start) return { start, end: start };
  const words = text.slice(start, end);
  if (words.trim() === '') return { start, end: start };
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

/** Marks that are heard: quotation marks, brackets around words that were said, and the kind of dash are not. */
function plain(text: string, { start, end }: TextRange): string {
  return text
    .slice(start, end)
    .replace(/["'“”„‟«»‘’‚‹›「」『』()[\]\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/g, '')
    .replace(/\.{3,}/g, '…')
    .replace(/--+|[‐‑‒–—―−]/g, '-');
}
