import type { TextRange } from '../anchoring/placement.ts';
import type { Language } from './languages/language.ts';
import { mayBeginNumber, readNumber, type NumberPart } from './read-number.ts';
import { splitWords, type Word } from './words.ts';

/**
 * The smallest thing two texts are compared by: a word, one of the words a contraction stands for ("don't" is do
 * and not), or a whole number ("twenty-five", "25", "2.5 million"). Atoms of one contraction share their word's span.
 */
export interface Atom {
  /** Equal for what sounds or means the same: `not` for n't, `#25` for twenty-five. */
  readonly key: string;
  /** A second reading: 's is "is" or "has". */
  readonly other: string | null;
  /** UTF-16 offsets of the whole written word, or words of a number. */
  readonly start: number;
  readonly end: number;
  /** As written, typographic marks folded. */
  readonly form: string;
  /** Whether it was written out from a shorter or a spoken form. */
  readonly spelled: boolean;
  readonly isNumber: boolean;
  /** Editor's brackets inside: `[T]he`. */
  readonly edited: boolean;
  readonly cutOff: boolean;
  /** A sign that is read as a word: %, $, or a number in figures. */
  readonly sign: boolean;
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'], ['dollars', 'dollar'], ['€', 'euro'], ['euros', 'euro'], ['£', 'pound'], ['pounds', 'pound'], ['¥', 'yen'], ['dólares', 'dollar'], ['dólar', 'dollar'],
  ['美元', 'dollar'], ['欧元', 'euro'], ['دولار', 'dollar'], ['دولارا', 'dollar'], ['يورو', 'euro'], ['₹', 'rupee'], ['rupees', 'rupee'], ['元', 'yuan'],
]);

const PERCENT_WORDS = new Set(['percent', 'prozent', 'pct', 'porciento', 'بالمئه', 'بالمايه', 'بالمائه']);
const PERCENT_PHRASES: readonly (readonly [string, string])[] = [
  ['per', 'cent'],
  ['pour', 'cent'],
  ['por', 'ciento'],
  ['في', 'المئه'],
  ['في', 'المائه'],
];

const MONTHS = new Set(
  `january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember
  janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`.split(/\s+/),
);

/** What French and Italian cut off in front of an apostrophe. */
const ELISIONS: ReadonlyMap<string, string> = new Map([
  ['l', 'le'], ['d', 'de'], ['j', 'je'], ['n', 'ne'], ['s', 'se'], ['c', 'ce'], ['m', 'me'], ['t', 'te'], ['qu', 'que'], ['jusqu', 'jusque'], ['lorsqu', 'lorsque'], ['puisqu', 'puisque'],
]);

/** Cuts a text into atoms, in reading order. Linear in its length. */
export function atomize(text: string, tag: string, language: Language): Atom[] {
  const parts = splitWords(text, tag, language.decimal).flatMap((word) => writtenOut(word, text, tag, language));
  const atoms: Atom[] = [];
  for (let at = 0; at < parts.length; ) {
    const { key, word } = parts[at]!;
    const next = parts[at + 1];
    const phrase = PERCENT_PHRASES.find(([one, two]) => key === one && next?.key === two);
    if (phrase !== undefined && atoms.at(-1)?.isNumber === true) {
      atoms.push(atom('percent', [parts[at]!, next!], text));
      at += 2;
      continue;
    }
    const compound = next?.word.adjoins === true ? language.compounds.get(`${key} ${next.key}`) : undefined;
    if (compound !== undefined) {
      atoms.push(atom(compound, [parts[at]!, next!], text));
      at += 2;
      continue;
    }
    if (word.kind === 'currency' && next?.word.kind === 'figure' && next.word.adjoins) {
      // $2 billion is said as "two billion dollars": one span, the number first.
      const number = numberAt(parts, at + 1, language);
      const all = parts.slice(at, at + 1 + number.length);
      atoms.push(atom(number.key, all, text, true), atom(CURRENCIES.get(key) ?? key, all, text));
      at += 1 + number.length;
      continue;
    }
    const number = word.kind === 'figure' ? numberAt(parts, at, language) : mayBeginNumber(key, language) ? wordNumberAt(parts, at, language) : null;
    if (number !== null) {
      atoms.push(atom(number.key, parts.slice(at, at + number.length), text, true));
      at += number.length;
      continue;
    }
    const ordinal = language.numbers.ordinals.get(key);
    const plain = ordinal !== undefined && ordinal > 2 ? `#${ordinal}.` : PERCENT_WORDS.has(key) ? 'percent' : (CURRENCIES.get(key) ?? key);
    atoms.push(atom(plain, [parts[at]!], text, plain.startsWith('#')));
    at++;
  }
  const dated = atoms.map((each, n) => (each.isNumber && isDay(atoms, n) ? { ...each, key: each.key.slice(0, -1) } : each));
  return tag.startsWith('en') ? monthsFirst(dated, text) : dated;
}

/** The fifth of May, 5 May and May 5 in one order, month and day; both take up the whole date. */
function monthsFirst(atoms: readonly Atom[], text: string): Atom[] {
  const found: Atom[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const day = atoms[at]!;
    const isOf = atoms[at + 1]?.key === 'of';
    const month = atoms[at + (isOf ? 2 : 1)];
    const isDate = /^#(?:[12]?\d|3[01])$/.test(day.key) && month !== undefined && MONTHS.has(month.key) && (month.key !== 'may' || /^M/.test(month.form)) && !MONTHS.has(atoms[at - 1]?.key ?? '');
    if (!isDate || !/^(?: of)? ?$/.test(text.slice(day.end, month.start).replace(/\s+/g, ' ').trimEnd())) {
      found.push(day);
      continue;
    }
    const article = isOf && found.at(-1)?.key === 'the' ? found.pop()! : day;
    const span = { start: article.start, end: month.end, form: text.slice(article.start, month.end), sign: true };
    found.push({ ...month, ...span }, { ...day, ...span });
    at += isOf ? 2 : 1;
  }
  return found;
}

/** A part of a word: what a contraction stands for, or the word itself. */
interface Part extends NumberPart {
  readonly other: string | null;
  readonly word: Word;
  readonly spelled: boolean;
}

function writtenOut(word: Word, text: string, tag: string, language: Language): Part[] {
  const one = (key: string, n: number, spelled: boolean, other: string | null = null): Part => ({
    key,
    figure: word.kind === 'figure' && word.suffix === '' ? word.value : null,
    adjoins: n > 0 || word.adjoins,
    other,
    word,
    spelled,
  });
  if (word.kind !== 'word') return [one(word.key, 0, false)];
  const { key } = word;
  const apostrophe = `'${key}`;
  const full = language.contractions.get(text[word.start - 1] === "'" || text[word.start - 1] === '’' ? apostrophe : key) ?? language.contractions.get(key);
  if (full !== undefined) {
    const readings = (part: string): string | null => (key.endsWith("'s") && part === 'is' ? 'has' : null);
    return full.map((part, n) => one(part, n, true, readings(part)));
  }
  const ending = key.includes("'") ? language.endings.find(([each]) => key.endsWith(each) && key.length > each.length) : undefined;
  if (ending !== undefined) {
    return [key.slice(0, -ending[0].length), ...ending[1]].map((part, n) => one(part, n, true, part === 'would' && n > 0 ? 'had' : null));
  }
  if (tag.startsWith('en') && key.endsWith('in') && key.length > 3 && /['’]/.test(text[word.end] ?? '') && !/[\p{L}]/u.test(text[word.end + 1] ?? '')) return [one(`${key}g`, 0, true)];
  if (key.includes("'") && /^(?:fr|it)\b/.test(tag)) {
    const pieces = key.split("'");
    return pieces.map((piece, n) => one(n < pieces.length - 1 ? (ELISIONS.get(piece) ?? piece) : piece, n, true));
  }
  if (language.numbers.unitsFirst && key.startsWith('و') && key.length > 2 && (language.numbers.small.has(key.slice(1)) || language.numbers.scales.has(key.slice(1)))) {
    return [one('و', 0, false), one(key.slice(1), 1, false)];
  }
  return [one(key, 0, false)];
}

interface NumberAt {
  readonly key: string;
  /** Parts it takes. */
  readonly length: number;
}

function numberAt(parts: readonly Part[], at: number, language: Language): NumberAt {
  const { value, suffix } = parts[at]!.word;
  if (suffix !== '') {
    const money = parts[at - 1]?.word.kind === 'currency' || suffix !== 'm';
    const scale = money ? language.numbers.suffixes.get(suffix) : undefined;
    if (scale !== undefined) return { key: `#${value! * scale}`, length: 1 };
    return { key: /^(?:st|nd|rd|th|er|ère|e|ème|º|ª)$/.test(suffix) ? `#${value}.` : `#${value}${suffix}`, length: 1 };
  }
  const short = language.numbers.suffixes.get(parts[at + 1]?.key ?? '');
  if (short !== undefined && short >= 1000 && (parts[at + 1]?.key.length ?? 0) > 1 && parts[at + 1]!.word.adjoins) return { key: `#${value! * short}`, length: 2 };
  const found = readNumber(parts, at, language);
  return found === null ? { key: `#${value}`, length: 1 } : { key: `#${found.value}`, length: found.length };
}

function wordNumberAt(parts: readonly Part[], at: number, language: Language): NumberAt | null {
  const found = readNumber(parts, at, language);
  if (found === null) return null;
  // "twenty-fifth", "hundred and first": the ordinal behind belongs to it.
  const next = parts[at + found.length];
  const ordinal = next?.adjoins === true ? language.numbers.ordinals.get(next.key) : undefined;
  if (ordinal !== undefined && ordinal < 10 && found.value % 10 === 0 && found.value >= 20) return { key: `#${found.value + ordinal}.`, length: found.length + 1 };
  return { key: `#${found.value}`, length: found.length };
}

function atom(key: string, parts: readonly Part[], text: string, isNumber = false): Atom {
  const first = parts[0]!;
  let { start, end } = first.word;
  for (const { word } of parts) [start, end] = [Math.min(start, word.start), Math.max(end, word.end)];
  return {
    key,
    other: first.other,
    start,
    end,
    form: parts.length === 1 ? first.word.form : text.slice(start, end),
    spelled: first.spelled,
    isNumber,
    edited: first.word.edited,
    cutOff: first.word.cutOff,
    sign: isNumber || first.word.kind !== 'word' || key === 'percent',
  };
}

/** The UTF-16 offsets that atoms `start` to `end` take up; at least one atom. */
export function spanOf(atoms: readonly Atom[], start: number, end: number): TextRange {
  let [from, to] = [atoms[start]!.start, atoms[start]!.end];
  for (let n = start + 1; n < end; n++) {
    from = Math.min(from, atoms[n]!.start);
    to = Math.max(to, atoms[n]!.end);
  }
  return { start: from, end: to };
}

/** Whether an ordinal is the day in a date: May 5th is May 5, the fifth of May too. */
function isDay(atoms: readonly Atom[], n: number): boolean {
  if (!/^#\d+\.$/.test(atoms[n]!.key)) return false;
  const isMonth = (at: number): boolean => MONTHS.has(atoms[at]?.key ?? '');
  return isMonth(n - 1) || isMonth(n + 1) || (atoms[n + 1]?.key === 'of' && isMonth(n + 2));
}
