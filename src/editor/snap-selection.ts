import type { Interval } from './interval-index.ts';

/** How much text around a place is looked at: longer than any word, so that a book in one paragraph costs no more than a sentence. */
const REACH = 256;

const SPACE = /^[\s\u0085\u200b\u2060\ufeff]$/u;
const CURRENCY = /^\p{Sc}$/u;
const CURRENCY_OR_PERCENT = /^[\p{Sc}%‰]$/u;

/**
 * A selection as a person means it:
 *   1. white space at its ends is left out; null when nothing else was selected
 *   2. an end inside a word grows to the word's edge (`Intl.Segmenter`, so also in Chinese, Japanese and Thai); with a
 *      number come the currency sign before it and the currency or per cent sign behind it
 *   3. punctuation and quotation marks stay as they were selected
 *   4. no end is inside a surrogate pair or a grapheme cluster
 *
 * @param start UTF-16 offset in `text`; either end may come first.
 * @param end UTF-16 offset in `text`.
 * @param language BCP 47; English when left out or unknown.
 */
export function snapToWords(text: string, start: number, end: number, language = 'en'): Interval | null {
  let from = Math.max(Math.min(start, end), 0);
  let to = Math.min(Math.max(start, end), text.length);
  while (from < to && SPACE.test(text.charAt(from))) from++;
  while (to > from && SPACE.test(text.charAt(to - 1))) to--;
  if (from >= to) return null;
  return { start: growBack(text, from, language), end: growForward(text, to, language) };
}

function growBack(text: string, offset: number, language: string): number {
  const unit = unitAround(text, offset, language);
  if (!unit) return offset;
  const before = text.slice(unit.start - 1, unit.start);
  return unit.isNumber && CURRENCY.test(before) ? unit.start - 1 : unit.start;
}

function growForward(text: string, offset: number, language: string): number {
  const unit = unitAround(text, offset, language);
  if (!unit) return offset;
  const after = text.slice(unit.end, unit.end + 1);
  return unit.isNumber && CURRENCY_OR_PERCENT.test(after) ? unit.end + 1 : unit.end;
}

/** The word, or else the grapheme cluster, that has the offset strictly inside; null when it is at an edge of both. */
function unitAround(text: string, offset: number, language: string): (Interval & { isNumber: boolean }) | null {
  if (offset <= 0 || offset >= text.length) return null;
  const begin = windowStart(text, offset);
  const window = text.slice(begin, windowEnd(text, offset));
  const word = segmenter(language, 'word').segment(window).containing(offset - begin);
  if (!word || word.index === offset - begin) return null;
  if (word.isWordLike) return { start: begin + word.index, end: begin + word.index + word.segment.length, isNumber: /^\p{Nd}/u.test(word.segment) };
  const cluster = segmenter(language, 'grapheme').segment(window).containing(offset - begin);
  if (!cluster || cluster.index === offset - begin) return null;
  return { start: begin + cluster.index, end: begin + cluster.index + cluster.segment.length, isNumber: false };
}

/** Somewhere before the offset where no word is cut: a white space if there is one, else far enough away. */
function windowStart(text: string, offset: number): number {
  const limit = Math.max(offset - REACH, 0);
  for (let i = offset - 1; i >= limit; i--) if (SPACE.test(text.charAt(i)) && i < offset - 1) return i + 1;
  return isLowSurrogate(text, limit) ? limit + 1 : limit;
}

function windowEnd(text: string, offset: number): number {
  const limit = Math.min(offset + REACH, text.length);
  for (let i = offset; i < limit; i++) if (SPACE.test(text.charAt(i))) return i;
  return isLowSurrogate(text, limit) ? limit + 1 : limit;
}

function isLowSurrogate(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Making a segmenter costs more than using it. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let known = segmenters.get(key);
  if (!known) segmenters.set(key, (known = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity })));
  return known;
}

function isLanguage(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false; // not a BCP 47 tag
  }
}
