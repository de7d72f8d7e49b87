import { foldText, originalRange, type FoldedText } from '../anchoring/fold-text.ts';
import { HAN_NUMBER, readHanNumber } from './read-number.ts';

/** A word as it is written, or a figure, or a sign that is read aloud (%, $). */
export interface Word {
  /** UTF-16 offsets in the original text. */
  readonly start: number;
  readonly end: number;
  /** As written, with typographic marks folded. Case and accents as they are. */
  readonly form: string;
  /** For comparison: lower case, without vowel signs, without editor's brackets inside. */
  readonly key: string;
  readonly kind: 'word' | 'figure' | 'percent' | 'currency';
  /** The value of a figure. */
  readonly value: number | null;
  /** What stands directly behind a figure: th, s, bn. */
  readonly suffix: string;
  /** Whether an editor's brackets stand inside: `[T]he`, `support[ed]`. */
  readonly edited: boolean;
  /** Whether the speaker broke off in it: `th-`. */
  readonly cutOff: boolean;
  /** Whether only a space or a hyphen stands between it and the word before. */
  readonly adjoins: boolean;
}

const LETTERS = String.raw`[\p{L}\p{M}]`;
const HAN_RUN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+`;
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** One after the other: numbers with ideographs, ideographs, abbreviations with dots, figures, words, signs. */
const TOKEN = new RegExp(
  [
    String.raw`(\p{Nd}+(?:\.\p{Nd}+)?[十百千万萬亿億]+|${HAN_RUN})`,
    String.raw`((?<!${LETTERS})(?:\p{L}\.){2,})`,
    String.raw`(\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)((?:'?s\b|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+)?)`,
    String.raw`((?:(?!\[\p{Script=Han})\[\p{L}+\](?=\p{L}))?${LETTERS}[\p{L}\p{M}\p{Nd}]*(?:'${LETTERS}+)*(?:\[\p{L}*\])?)`,
    String.raw`([%‰٪])`,
    String.raw`(\p{Sc})`,
  ].join('|'),
  'gu',
);
const SPACED_GROUPS = /(?<![\p{L}\p{Nd}.,])\p{Nd}{1,3}(?: \p{Nd}{3})+(?![\p{Nd}])/gu;

/** The words of a text in order. White space and other marks lie between them. */
export function splitWords(text: string, language: string, decimal: '.' | ','): Word[] {
  const folded = foldText(text);
  // 20 000 is one figure where thousands are grouped by spaces; the space is made a mark that the pattern takes.
  const source = decimal === ',' ? folded.text.replace(SPACED_GROUPS, (figure) => figure.replaceAll(' ', '٬')) : folded.text;
  const found: Word[] = [];
  let lastEnd = 0;
  const add = (start: number, end: number, kind: Word['kind'], key: string, value: number | null = null, suffix = '', edited = false, cutOff = false): void => {
    const span = originalRange(folded, start, end);
    found.push({
      start: span.start,
      end: span.end,
      form: folded.text.slice(start, end),
      key,
      kind,
      value,
      suffix,
      edited,
      cutOff,
      adjoins: found.length > 0 && adjoins(source, lastEnd, start, text, folded),
    });
    lastEnd = end;
  };

  for (const match of source.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    // In the order of the pattern's alternatives; by number because names cost more than everything else here.
    const [token, han, dotted, figure, suffix, word, percent] = match;
    if (word !== undefined) {
      if (UNSPACED.test(word)) {
        for (const { segment, index } of wordSegmenter(language).segment(word)) add(start + index, start + index + segment.length, 'word', segment);
      } else {
        const edited = word.includes('[');
        add(start, end, 'word', keyOf(edited ? word.replace(/[[\]]/g, '') : word), null, '', edited, breaksOff(source, end, text, folded));
      }
    } else if (figure !== undefined) add(start, end, 'figure', keyOf(token), valueOf(figure, decimal), keyOf(suffix!.replace("'", '')));
    else if (han !== undefined) {
      splitHan(han, language, (from, to, value, kind) => {
        const key = kind === 'percent' ? 'percent' : value === undefined ? han.slice(from, to) : `#${value}`;
        add(start + from, start + to, kind ?? 'word', key, kind === 'figure' ? value : null);
      });
    } else if (dotted !== undefined) add(start, end, 'word', keyOf(dotted.replaceAll('.', '')));
    else if (percent !== undefined) add(start, end, 'percent', 'percent');
    else add(start, end, 'currency', token);
  }
  return found;
}

const isPlainHyphen = (text: string, folded: FoldedText, at: number): boolean => /[-‐‑]/.test(text[folded.starts[at]!]!);

/** Whether only a space or a hyphen, no dash, stands between two words. */
function adjoins(source: string, end: number, start: number, text: string, folded: FoldedText): boolean {
  if (start === end) return true;
  if (start > end + 1) return false;
  return source[end] === ' ' || (source[end] === '-' && isPlainHyphen(text, folded, end));
}

/** A hyphen that nothing follows, and that is no dash: the speaker broke off. */
function breaksOff(source: string, end: number, text: string, folded: FoldedText): boolean {
  return source[end] === '-' && !/[\p{L}\p{Nd}]/u.test(source[end + 1] ?? '') && isPlainHyphen(text, folded, end) && text[folded.starts[end]! + 1] !== '-';
}

const ARABIC_SIGNS = /[\u064b-\u065f\u0670\u0640]/g;

function keyOf(form: string): string {
  const lower = form.toLowerCase();
  if (!/[\u0600-\u06ff]/.test(lower)) return lower;
  return lower.replace(ARABIC_SIGNS, '').replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه');
}

function valueOf(figure: string, decimal: '.' | ','): number {
  const plain = figure.replace(/\p{Nd}/gu, digitOf).replaceAll('٫', '.').replaceAll('٬', '');
  const marks = plain.replace(/\d/g, '');
  const lastMark = marks.at(-1);
  if (lastMark === undefined) return Number(plain);
  const behind = plain.length - 1 - plain.lastIndexOf(lastMark);
  // One mark with other than three figures behind it is a decimal mark, whatever the language.
  const isDecimal = marks.indexOf(lastMark) === marks.length - 1 && (behind !== 3 || lastMark === decimal || (marks.length > 1 && marks[0] !== lastMark));
  const whole = isDecimal ? plain.slice(0, plain.length - behind - 1) : plain;
  return Number(`${whole.replace(/[.,]/g, '')}${isDecimal ? `.${plain.slice(plain.length - behind)}` : ''}`);
}

/** ٣ and ३ are 3: decimal digits come in runs of ten that begin at a multiple of 16 or six above it. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0)!;
  if (point < 128) return digit;
  if (point >= 0x660 && point <= 0x669) return String(point - 0x660);
  if (point >= 0x6f0 && point <= 0x6f9) return String(point - 0x6f0);
  return point >= 0x966 && point <= 0xdff ? String((point & 15) - 6) : digit.normalize('NFKC');
}

const HAN_PERCENT = /百分之/u;
const MEASURE = /^[零〇一二三四五六七八九十百千万两兩](?=[个個名位年月日号天次块元人家座条件张本台辆场岁倍周户吨米里层])/u;
/** Words that begin with a numeral and count nothing. */
const NO_COUNT = /^(?:一样|一直|一些|一起|一定|一般|一切|一旦|一下|一点|一边|一方面|一个个|万一|十分|百姓|千万|万岁|一共|一致|一向|一时|一方|一面|一日|一年到头|三思|四处|四周|五湖|七嘴)/u;
const PLAIN_TEN_MILLION = /^(?:千万|万一|十分|百万|千百|万千|百千)$/u;

/** Cuts ideographs into words, with their numbers read. */
function splitHan(run: string, language: string, add: (from: number, to: number, value?: number, kind?: 'figure' | 'percent') => void): void {
  let at = 0;
  while (at < run.length) {
    const match = HAN_NUMBER.exec(run.slice(at).length > 400 ? run.slice(at, at + 400) : run.slice(at));
    const isPercent = match !== null && HAN_PERCENT.test(run.slice(at, at + match.index + 3));
    if (isPercent) {
      const sign = run.indexOf('百分之', at);
      const number = HAN_NUMBER.exec(run.slice(sign + 3));
      const value = number?.index === 0 ? readHanNumber(number[0]) : null;
      segment(run.slice(at, sign), language, at, add);
      if (value === null) segment('百分之', language, sign, add);
      else {
        // Said as "of a hundred, five"; written as 5 %. One order for both.
        const end = sign + 3 + number![0].length;
        add(sign, end, value, 'figure');
        add(sign, end, 0, 'percent');
      }
      at = sign + 3 + (value === null ? 0 : number![0].length);
      continue;
    }
    if (match === null) {
      segment(run.slice(at), language, at, add);
      return;
    }
    const from = at + match.index;
    const value = match[0].length > 1 && !PLAIN_TEN_MILLION.test(match[0]) ? readHanNumber(match[0]) : null;
    const to = from + match[0].length;
    if (value === null || NO_COUNT.test(run.slice(to - 1))) {
      // A single numeral: the segmenter and its measure word tell whether it counts.
      const next = nextLong(run, to);
      segment(run.slice(at, next), language, at, add);
      at = next;
      continue;
    }
    segment(run.slice(at, from), language, at, add);
    add(from, to, value, 'figure');
    at = to;
  }
}

/** Where the next numeral run of two and more begins, or the end. */
function nextLong(run: string, from: number): number {
  const next = /[零〇一二三四五六七八九十百千万萬亿億两兩]{2,}|百分之/u.exec(run.slice(from));
  return next === null ? run.length : from + next.index;
}

function segment(run: string, language: string, offset: number, add: (from: number, to: number, value?: number, kind?: 'figure') => void): void {
  if (run === '') return;
  for (const { segment: word, index, isWordLike } of wordSegmenter(language).segment(run)) {
    if (isWordLike === false) continue;
    const numeral = NO_COUNT.test(word) ? null : (MEASURE.exec(word)?.[0] ?? (/^[二三四五六七八九十两兩]$/u.test(word) ? word : null));
    const from = offset + index;
    if (numeral === null) add(from, from + word.length);
    else {
      add(from, from + 1, readHanNumber(numeral)!, 'figure');
      if (word.length > 1) add(from + 1, from + word.length);
    }
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function wordSegmenter(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (known === undefined) {
    let tag = language;
    try {
      Intl.getCanonicalLocales(language);
    } catch {
      tag = 'en'; // not a BCP 47 tag
    }
    known = new Intl.Segmenter(tag, { granularity: 'word' });
    segmenters.set(language, known);
  }
  return known;
}
