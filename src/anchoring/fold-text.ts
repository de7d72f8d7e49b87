import type { TextRange } from './placement.ts';

/**
 * A text with the differences taken out that typesetting makes and a reader does not hear: white space, quotation
 * marks, dashes, ellipses, ligatures, invisible characters and Unicode normal forms. Case and accents stay.
 *
 * Unit `i` of `text` comes from the original's units `starts[i]` up to `ends[i]`. Several units may come from one
 * (a ligature), one from several (a letter with its combining accent), and some of the original's come to nothing
 * (a soft hyphen).
 */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 offsets in the original. Ascending, not strictly. */
  readonly starts: Int32Array;
  /** UTF-16 offsets in the original, not included. */
  readonly ends: Int32Array;
}

const SPACE = ' ';

/** One for one. What text editors and WordPress's `wptexturize` make of typed marks, and back. */
const MARKS: ReadonlyMap<string, string> = new Map(
  [
    ['"', '“”„‟«»″‶〝〞〟＂❝❞'],
    ["'", '‘’‚‛‹›′‵ʼ＇´`❛❜'],
    ['-', '‐‑‒–—―−﹘﹣－⁃'],
    ['×', '✕✖⨯'],
    ['·', '•∙‧⋅・'],
    // Normalisation would spell these out.
    ['…', '…'],
    ['™', '™'],
  ].flatMap(([plain, fancy]) => [...fancy!].map((mark): [string, string] => [mark, plain!])),
);

/**
 * Compatibility forms that change what is said when they are unfolded: 10² is not 102 and 2½ not 21/2.
 * Superscripts, subscripts, fractions, circled and Roman numerals.
 */
const KEEPS_MEANING = /[\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u2070-\u209f\u2150-\u218f\u2460-\u24ff]/;
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/;
const WHITE = /\s/;
const MARK = /\p{M}/u;

/** Folded forms of the clusters seen, so that normalisation is paid once for each; bounded by emptying it. */
const clusters = new Map<string, string>();
const MAX_CLUSTERS = 4096;

function foldCluster(cluster: string): string {
  const known = clusters.get(cluster);
  if (known !== undefined) return known;
  const plain = MARKS.get(cluster);
  let folded: string;
  if (plain !== undefined) folded = plain;
  else if (KEEPS_MEANING.test(cluster)) folded = cluster.normalize('NFC');
  else {
    folded = '';
    for (const character of cluster.normalize('NFKC')) {
      if (INVISIBLE.test(character)) continue;
      folded += WHITE.test(character) ? SPACE : (MARKS.get(character) ?? character);
    }
  }
  if (clusters.size >= MAX_CLUSTERS) clusters.clear();
  clusters.set(cluster, folded);
  return folded;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether the unit at `offset` continues the character before it: an accent, a Hangul vowel or final. */
function continues(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x300) return false;
  if (unit >= 0x1160 && unit <= 0x11ff) return true;
  if (unit >= 0x4e00 && unit < 0xd800) return false; // ideographs and Hangul syllables, the common case in CJK text
  return MARK.test(String.fromCodePoint(text.codePointAt(offset)!));
}

const NEEDS_CARE = 0;
/** Folds to itself, whatever stands around it. */
const PLAIN = 1;
/** Folds to itself unless it begins a mark written with several characters. */
const MAY_BEGIN_PAIR = 2;

const KIND_OF_ASCII = new Uint8Array(128);
KIND_OF_ASCII.fill(PLAIN, 33, 127);
for (const mark of `'-.(xX`) KIND_OF_ASCII[mark.charCodeAt(0)] = MAY_BEGIN_PAIR;
KIND_OF_ASCII['`'.charCodeAt(0)] = NEEDS_CARE;

interface Pair {
  readonly length: number;
  readonly folded: string;
}

const HYPHEN = 45;
const DOT = 46;
const APOSTROPHE = 39;
const BACKTICK = 96;
const PARENTHESIS = 40;

/** A mark written with several characters, as on a typewriter, that begins at `offset`; null when there is none. */
function pairAt(text: string, offset: number): Pair | null {
  const unit = text.charCodeAt(offset);
  const next = text.charCodeAt(offset + 1);
  switch (unit) {
    case DOT:
      // Three dots; four and more are a leader line and count as one all the same.
      if (next !== DOT || text.charCodeAt(offset + 2) !== DOT) return null;
      return { length: runLength(text, offset), folded: '…' };
    case HYPHEN:
      return next === HYPHEN ? { length: runLength(text, offset), folded: '-' } : null;
    case APOSTROPHE:
    case BACKTICK:
      return next === unit ? { length: 2, folded: '"' } : null;
    case PARENTHESIS:
      return /^\(tm\)/i.test(text.slice(offset, offset + 4)) ? { length: 4, folded: '™' } : null;
    default:
      // The x of 10x20.
      return isDigit(next) && isDigit(text.charCodeAt(offset - 1)) ? { length: 1, folded: '×' } : null;
  }
}

function runLength(text: string, offset: number): number {
  let end = offset + 1;
  while (text.charCodeAt(end) === text.charCodeAt(offset)) end++;
  return end - offset;
}

/** Folds a text. Linear in its length; the folded text never has two white spaces in a row. */
export function foldText(text: string): FoldedText {
  const length = text.length;
  let capacity = length + (length >> 3) + 16;
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  const pieces: string[] = [];
  let size = 0;
  let afterSpace = false;

  const grow = (needed: number): void => {
    if (needed <= capacity) return;
    capacity = Math.max(needed, capacity * 2);
    const [oldStarts, oldEnds] = [starts, ends];
    starts = new Int32Array(capacity);
    ends = new Int32Array(capacity);
    starts.set(oldStarts);
    ends.set(oldEnds);
  };
  const push = (folded: string, start: number, end: number): void => {
    grow(size + folded.length);
    for (let i = 0; i < folded.length; i++) {
      starts[size] = start;
      ends[size++] = end;
    }
    pieces.push(folded);
  };

  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      const end = plainEnd(text, at, afterSpace);
      if (end > at) {
        grow(size + end - at);
        for (let i = at; i < end; i++) {
          starts[size] = i;
          ends[size++] = i + 1;
        }
        pieces.push(text.slice(at, end));
        at = end;
        afterSpace = text.charCodeAt(end - 1) === 32;
        continue;
      }
      if (unit <= 32 || unit === 127) {
        if (!afterSpace) push(SPACE, at, at + 1);
        else if (size > 0) ends[size - 1] = at + 1;
        afterSpace = true;
        at++;
        continue;
      }
      const pair = KIND_OF_ASCII[unit] === PLAIN ? null : pairAt(text, at);
      if (pair !== null) {
        push(pair.folded, at, at + pair.length);
        at += pair.length;
        afterSpace = false;
        continue;
      }
    }
    let end = at + 1;
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) end++;
    while (end < length && continues(text, end)) end += isHighSurrogate(text.charCodeAt(end)) ? 2 : 1;
    const folded = foldCluster(text.slice(at, end));
    if (folded === SPACE && afterSpace) ends[size - 1] = end;
    else if (folded !== '') {
      push(folded, at, end);
      afterSpace = folded === SPACE;
    }
    at = end;
  }
  return { text: pieces.join(''), starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

/** Where a stretch that folds to itself ends: ASCII with single spaces in between. */
function plainEnd(text: string, start: number, afterSpace: boolean): number {
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const kind = unit < 128 ? KIND_OF_ASCII[unit]! : NEEDS_CARE;
    if (kind === PLAIN) continue;
    if (kind === MAY_BEGIN_PAIR && pairAt(text, end) === null) continue;
    const single = unit === 32 && (end > start || !afterSpace) && end > 0 && text.charCodeAt(end - 1) !== 32 && KIND_OF_ASCII[text.charCodeAt(end + 1)]! > NEEDS_CARE;
    if (!single) break;
  }
  // The last one may carry a combining accent, and then they fold together.
  return end > start && end < text.length && continues(text, end) ? end - 1 : end;
}

/** The first index whose value is greater than `value`; the length when there is none. By halving. */
export function firstAbove(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** From the original's offsets to the folded text's. A range inside one folded unit widens to that unit. */
export function foldedRange(folded: FoldedText, start: number, end: number): TextRange {
  const from = firstAbove(folded.ends, start);
  return { start: from, end: Math.max(from, firstAbove(folded.starts, end - 1)) };
}

/** From the folded text's offsets to the original's. An empty range gives the place between its neighbours. */
export function originalRange(folded: FoldedText, start: number, end: number): TextRange {
  if (end > start) return { start: folded.starts[start]!, end: folded.ends[end - 1]! };
  const at = start < folded.starts.length ? folded.starts[start]! : (folded.ends[start - 1] ?? 0);
  return { start: at, end: at };
}
