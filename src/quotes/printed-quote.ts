import { atomize, type Atom } from './atoms.ts';
import type { Language } from './languages/language.ts';

/** A mark by which print says that it changed something, or where the quotation marks close and open again. */
export interface PrintedMark {
  readonly kind: 'ellipsis' | 'bracket' | 'sic' | 'break';
  /** UTF-16 offsets in the printed text. */
  readonly start: number;
  readonly end: number;
  /** The first atom behind the mark's beginning: for a bracket the first one in it. */
  readonly from: number;
  /** The first atom behind its end. */
  readonly to: number;
}

/** A quote as it is printed, cut into atoms and marks. */
export interface PrintedQuote {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly marks: readonly PrintedMark[];
  /** The bracket each atom stands in: an index in `marks`, or -1. */
  readonly brackets: Int32Array;
}

/** The offsets of a quote in several pieces count in this text: the pieces with a space between them. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.join(PIECE_GLUE);
}

const PIECE_GLUE = ' ';

const ELLIPSIS = String.raw`[[(（]\s*(?:…+|\.{2,}|\.(?:\s\.){1,3})\s*[\])）]|…+\.?|\.{3,}|\.(?:\s\.){2,3}`;
const SIC = String.raw`[[(（]\s*(?:sic|!|sic erat)\s*!?\s*[\])）]`;
const SPACED_LETTER = String.raw`(?!\p{Script=Han})[\p{L}\p{M}]`;
/** Brackets inside a word belong to it: [T]he, support[ed]. */
const BRACKET = String.raw`(?<!${SPACED_LETTER})\[[^[\]]*\](?!${SPACED_LETTER})|\([^()]*\)|（[^（）]*）|【[^【】]*】`;
const MARK = new RegExp(`(?<ellipsis>${ELLIPSIS})|(?<sic>${SIC})|(?<bracket>${BRACKET})`, 'giu');

/** Reads a printed quote; its outer quotation marks are no words and so do not count. */
export function readPrinted(pieces: readonly string[], tag: string, language: Language): PrintedQuote {
  const text = joinPieces(pieces);
  const found: { kind: PrintedMark['kind']; start: number; end: number }[] = [];
  for (const match of text.matchAll(MARK)) {
    const kind = match.groups!['ellipsis'] !== undefined ? 'ellipsis' : match.groups!['sic'] !== undefined ? 'sic' : 'bracket';
    found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  let at = 0;
  for (const piece of pieces.slice(0, -1)) {
    at += piece.length;
    found.push({ kind: 'break', start: at, end: at + PIECE_GLUE.length });
    at += PIECE_GLUE.length;
  }
  found.sort((a, b) => a.start - b.start);

  const silent = found.filter(({ kind }) => kind === 'sic');
  const atoms = atomize(text, tag, language).filter((atom) => !silent.some(({ start, end }) => atom.start >= start && atom.end <= end));
  const firstFrom = (offset: number): number => {
    const index = atoms.findIndex((atom) => atom.start >= offset);
    return index < 0 ? atoms.length : index;
  };
  const marks = found.map((mark): PrintedMark => ({ ...mark, from: firstFrom(mark.start), to: firstFrom(mark.end) }));
  const brackets = new Int32Array(atoms.length).fill(-1);
  for (const [n, { kind, from, to }] of marks.entries()) if (kind === 'bracket') brackets.fill(n, from, to);
  return { text, atoms, marks, brackets };
}
