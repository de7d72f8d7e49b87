import type { JsonObject } from '../domain/json.ts';

/** A plain text as a document. */
export interface ReadPlainText {
  /** Paragraphs as ProseMirror JSON; without content when the text holds only white space. */
  readonly document: JsonObject;
  /** The first line, where it looks like a title; else empty. It stays in the text. */
  readonly title: string;
}

/** Longest line of a text that was wrapped by hand or by a mail program. */
const LONGEST_WRAPPED = 110;

/** Shortest such line: shorter ones are verse or lists. */
const SHORTEST_WRAPPED = 40;

const LONGEST_TITLE = 120;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uff60]/u;

/**
 * Reads a plain text with "\n" as line ends. Lines are joined where the text was wrapped at a column; otherwise
 * each line is a paragraph. Blank lines always end a paragraph.
 */
export function readPlainText(text: string): ReadPlainText {
  const groups = text
    .split(/\n[ \t\u00a0\u3000]*(?=\n)/)
    .map(group => group.split('\n').map(line => line.trim()).filter(line => line !== ''))
    .filter(group => group.length > 0);
  const width = wrapWidth(groups);
  const paragraphs = width === null ? groups.flat() : groups.flatMap(group => joinLines(group, width));
  return {
    document: { type: 'doc', content: paragraphs.map(paragraph => ({ type: 'paragraph', content: [{ type: 'text', text: paragraph }] })) },
    title: titleOf(paragraphs),
  };
}

/** The column at which the text was wrapped; null when it was not. */
function wrapWidth(groups: readonly (readonly string[])[]): number | null {
  const inner = groups.flatMap(group => group.slice(0, -1));
  const width = Math.max(0, ...groups.flat().map(line => line.length).slice(0, 20_000));
  if (inner.length < 2 || width > LONGEST_WRAPPED || width < SHORTEST_WRAPPED) return null;
  // A wrapped line is nearly full, and ends wherever the column was reached rather than where a sentence does.
  const full = inner.filter(line => line.length > width * 0.72);
  const openEnded = full.filter(line => !/[.!?:。！？]["'”’»)]*$/.test(line));
  return full.length >= inner.length * 0.6 && openEnded.length >= full.length * 0.5 ? width : null;
}

/** Joins the lines of a group; a line that is well short and ends a sentence ends a paragraph, too. */
function joinLines(lines: readonly string[], width: number): string[] {
  const paragraphs: string[] = [];
  let joined = '';
  for (const line of lines) {
    joined = joined === '' ? line : joined + separator(joined, line) + line;
    if (line.length < width * 0.6 && /[.!?。！？]["'”’»)]*$/.test(line)) {
      paragraphs.push(joined);
      joined = '';
    }
  }
  return joined === '' ? paragraphs : [...paragraphs, joined];
}

function separator(before: string, after: string): string {
  if (CJK.test(before.slice(-1)) && CJK.test(after.slice(0, 1))) return '';
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? '' : ' ';
}

function titleOf(paragraphs: readonly string[]): string {
  const [first, second] = paragraphs;
  if (first === undefined || second === undefined || first.length > LONGEST_TITLE || second.length < first.length) return '';
  return /[.!…:;,。！：；，]["'”’»)]*$/.test(first) ? '' : first;
}
