import { ABBREVIATIONS, BEFORE_NAMES, BEFORE_NUMBERS, CAPITAL_ABBREVIATIONS, MONTHS, STARTERS } from './abbreviations.ts';
import type { TextRange } from './placement.ts';

/**
 * The sentences of a text in order, without the white space around them: UTF-16 offsets. Paragraph ends (line breaks) always end a
 * sentence. Borders are those of `Intl.Segmenter`, with the ones behind abbreviations, initials, ordinals and
 * quoted questions taken back ("Mr. | Smith", "J. | K. Rowling", "Jan. | 3", "“Why?” | she asked").
 *
 * @param language BCP 47; English when left out. An unknown one is treated as English.
 */
export function sentences(text: string, language = 'en'): TextRange[] {
  const found: TextRange[] = [];
  for (const { 0: paragraph, index } of text.matchAll(PARAGRAPH)) addSentences(found, paragraph, index, language);
  return found;
}

const PARAGRAPH = /[^\n\r\u2028\u2029]+/g;

/** More than an abbreviation and the word behind it need. Keeps the patterns from running through long sentences. */
const AROUND_BORDER = 40;

function addSentences(found: TextRange[], paragraph: string, offset: number, language: string): void {
  let [start, end] = [-1, -1];
  for (const { segment, index } of segments(paragraph, language)) {
    const words = segment.trim();
    if (words === '') continue;
    const begins = index + segment.length - segment.trimStart().length;
    const before = paragraph.slice(Math.max(start, end - AROUND_BORDER), end);
    if (start >= 0 && joins(before, before.length === end - start, words.slice(0, AROUND_BORDER), language)) found.pop();
    else start = begins;
    end = begins + words.length;
    found.push({ start: offset + start, end: offset + end });
  }
}

/** V8 looks through the whole string for each segment, so a long paragraph is segmented by pieces of this many units. */
const PIECE = 4096;

/** What the segmenter says, piece by piece; the last segment of a piece may be cut off and begins the next one. */
function* segments(paragraph: string, language: string): Generator<{ readonly segment: string; readonly index: number }> {
  let size = PIECE;
  for (let from = 0; from < paragraph.length; ) {
    const to = Math.min(paragraph.length, from + size);
    const all = Array.from(segmenter(language).segment(paragraph.slice(from, to)));
    const last = all.at(-1);
    if (last === undefined) return;
    if (to < paragraph.length && all.length === 1) {
      size *= 2;
      continue;
    }
    if (to < paragraph.length) all.pop();
    for (const { segment, index } of all) yield { segment, index: from + index };
    from = to < paragraph.length ? from + last.index : to;
    size = PIECE;
  }
}

/** Making a segmenter costs more than segmenting a page, so each language has one. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (known === undefined) {
    known = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'sentence' });
    segmenters.set(language, known);
  }
  return known;
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false; // not a BCP 47 tag
  }
}

const QUOTED_END = /[?!…][\p{Pe}\p{Pf}"']*$/u;
const STARTS_LOWER = /^[\p{Pi}\p{Ps}"']*\p{Ll}/u;
const LIST_NUMBER = /^\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)]$/u;
const LAST_WORD = /(?:^|[\s\p{Ps}\p{Pi}"'/–—-])((?:[\p{L}\p{M}]+\.)*[\p{L}\p{M}]+)\.$/u;
const ORDINAL = /(?:^|\s)\d{1,2}\.$/;
const FIRST_WORD = /^[\p{Pi}\p{Ps}"']*([\p{L}\p{M}]+)/u;
const ORDINAL_LANGUAGES = /^(?:de|da|nb|nn|no|fi|cs|sk|sl|hr|sr|hu|pl|et|lv|is|tr)\b/;

/**
 * Whether the border between two segments of one paragraph is none.
 * @param before the end of the first
 * @param isWhole whether `before` is all of it
 * @param after the beginning of the second
 */
function joins(before: string, isWhole: boolean, after: string, language: string): boolean {
  if (isWhole && LIST_NUMBER.test(before)) return true;
  if (STARTS_LOWER.test(after) && QUOTED_END.test(before)) return true;
  const next = FIRST_WORD.exec(after)?.[1] ?? '';
  if (ORDINAL.test(before) && (MONTHS.has(next.toLowerCase()) || (ORDINAL_LANGUAGES.test(language) && !STARTERS.has(next)))) return true;

  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  if (/^\p{L}$/u.test(word) && /^\p{L}\.(?:\s|$)/u.test(after)) return true; // J. K. Rowling, z. B.
  const lower = word.toLowerCase();
  const nextIsNumber = /^[\p{Ps}#§№]*(?:\p{N}|[IVXLC]+\b)/u.test(after);
  if (BEFORE_NAMES.has(lower)) return true;
  if (nextIsNumber && (BEFORE_NUMBERS.has(lower) || MONTHS.has(lower))) return true;
  if (isInitial(word)) return word !== 'I';
  // A dotted or listed abbreviation may end a sentence too: only a word that likes to begin one ends it here.
  const abbreviated = word.includes('.') || ABBREVIATIONS.has(lower) || CAPITAL_ABBREVIATIONS.has(word);
  return abbreviated && !STARTERS.has(next);
}

const isInitial = (word: string): boolean => /^\p{Lu}\p{M}*$/u.test(word);
