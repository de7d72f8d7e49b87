import { firstAbove, foldText, foldedRange, originalRange, type FoldedText } from './fold-text.ts';
import type { TextRange } from './placement.ts';

/**
 * A text cut into words, digit runs, single ideographs and single marks; white space is none.
 * Tokens are numbered from 0; offsets are UTF-16.
 */
export interface TokenText {
  /** The original text. */
  readonly source: string;
  readonly folded: FoldedText;
  readonly count: number;
  /** Offsets in the folded text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Vocabulary numbers: equal for equal folded words, so `The` and `the` differ. */
  readonly forms: Int32Array;
  /** Vocabulary numbers without case: `The` and `the` are equal. */
  readonly keys: Int32Array;
  /** 1 for words, figures and ideographs, 0 for marks. */
  readonly wordy: Uint8Array;
}

/** Numbers for words, shared by the texts that are compared. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  /** The key of each form. */
  readonly #keys: number[] = [];

  /** How many numbers have been given out; every form and key is below it. */
  get size(): number {
    return this.#keys.length;
  }

  form(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#keys.length;
    this.#numbers.set(word, number);
    this.#keys.push(number);
    const lower = word.toLowerCase();
    if (lower !== word) this.#keys[number] = this.form(lower);
    return number;
  }

  key(form: number): number {
    return this.#keys[form]!;
  }
}

const SPACE = 0;
const MARK = 1;
const LETTER = 2;
const DIGIT = 3;
/** One token each: ideographs, and scripts that put no spaces between words. */
const SINGLE = 4;

const CLASS_OF_ASCII = new Uint8Array(128).fill(MARK);
for (let unit = 0; unit <= 32; unit++) CLASS_OF_ASCII[unit] = SPACE;
for (let unit = 48; unit <= 57; unit++) CLASS_OF_ASCII[unit] = DIGIT;
for (let unit = 65; unit <= 90; unit++) CLASS_OF_ASCII[unit] = CLASS_OF_ASCII[unit + 32] = LETTER;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;

/** Classes of the characters above ASCII, filled as they are met: 0 for not met yet, otherwise the class plus one. */
const classes = new Uint8Array(0x10000);

function classAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 128) return CLASS_OF_ASCII[unit]!;
  const known = classes[unit]!;
  if (known !== 0) return known - 1;
  const point = text.codePointAt(offset)!;
  const found = classify(String.fromCodePoint(point));
  if (point <= 0xffff) classes[unit] = found + 1;
  return found;
}

function classify(character: string): number {
  if (/\s/.test(character)) return SPACE;
  if (UNSPACED.test(character)) return /\p{M}/u.test(character) ? LETTER : SINGLE;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return MARK;
}

/** Cuts a text into tokens. Linear in its length. */
export function tokenize(text: string, vocabulary: Vocabulary): TokenText {
  const folded = foldText(text);
  const source = folded.text;
  const length = source.length;
  const capacity = length + 1;
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  const forms = new Int32Array(capacity);
  const keys = new Int32Array(capacity);
  const wordy = new Uint8Array(capacity);
  let count = 0;
  let at = 0;
  while (at < length) {
    const kind = classAt(source, at);
    if (kind === SPACE) {
      at++;
      continue;
    }
    let end = at + (source.codePointAt(at)! > 0xffff ? 2 : 1);
    if (kind === LETTER || kind === DIGIT) {
      while (end < length && classAt(source, end) === kind) end += source.codePointAt(end)! > 0xffff ? 2 : 1;
    } else if (kind === SINGLE) {
      // Vowel signs and tone marks stay with their letter.
      while (end < length && source.charCodeAt(end) >= 0x300 && classAt(source, end) === LETTER && /\p{M}/u.test(source[end]!)) end++;
    }
    const form = vocabulary.form(source.slice(at, end));
    starts[count] = at;
    ends[count] = end;
    forms[count] = form;
    keys[count] = vocabulary.key(form);
    wordy[count] = kind === MARK ? 0 : 1;
    count++;
    at = end;
  }
  return {
    source: text,
    folded,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    forms: forms.slice(0, count),
    keys: keys.slice(0, count),
    wordy: wordy.slice(0, count),
  };
}

/** The tokens a range of the original text touches: `start` to `end`, not included. Equal when it touches none; then they say between which it lies. */
export function tokenRange(tokens: TokenText, start: number, end: number): TextRange {
  const range = foldedRange(tokens.folded, start, end);
  const from = firstAbove(tokens.ends, range.start);
  if (range.end <= range.start) return { start: from, end: from };
  return { start: from, end: Math.max(from, firstAbove(tokens.starts, range.end - 1)) };
}

/** The stretch of the original text from one token to another, `end` not included; between its neighbours when empty. */
export function tokenSpan(tokens: TokenText, start: number, end: number): TextRange {
  if (end > start) return originalRange(tokens.folded, tokens.starts[start]!, tokens.ends[end - 1]!);
  const at = start > 0 ? tokens.ends[start - 1]! : 0;
  return originalRange(tokens.folded, at, at);
}
