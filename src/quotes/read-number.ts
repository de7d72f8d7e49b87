import type { Language } from './languages/language.ts';

/** A word as {@link readNumber} wants it. */
export interface NumberPart {
  /** Folded, lower case. */
  readonly key: string;
  /** The value of figures; null for a word. */
  readonly figure: number | null;
  /** Whether only a space or a hyphen stands between it and the word before. */
  readonly adjoins: boolean;
}

/** A number found in words. */
export interface FoundNumber {
  /** How many words it takes. */
  readonly length: number;
  readonly value: number;
}

/**
 * The longest number that begins at `at`: "twenty-five", "a hundred and four", "2.5 million", "nineteen eighty-four".
 *
 * @returns null when none begins there; "and" or an article alone is none
 */
export function readNumber(parts: readonly NumberPart[], at: number, { numbers }: Language): FoundNumber | null {
  const word = (n: number): string => parts[n]?.key ?? '';
  const joined = (n: number): boolean => n === at || parts[n]?.adjoins === true;
  let total = 0;
  let current = 0;
  let lastScale = Infinity;
  let any = false;
  let yearly = true;
  let inFigures = false;
  let n = at;

  if (numbers.halves.has(word(at)) && numbers.articles.has(word(at + 1)) && joined(at + 1) && numbers.scales.has(word(at + 2)) && joined(at + 2)) {
    return { length: 3, value: 0.5 * numbers.scales.get(word(at + 2))! };
  }
  if (numbers.articles.has(word(at)) && joined(at + 1) && (numbers.hundreds.has(word(at + 1)) || numbers.scales.has(word(at + 1)))) {
    current = 1;
    any = true;
    n++;
  }
  while (n < parts.length && joined(n)) {
    const joiner = any && numbers.joiners.has(word(n)) && joined(n + 1);
    const step = joiner ? 1 : 0;
    const next = word(n + step);
    if (joiner && numbers.articles.has(next) && numbers.halves.has(word(n + 2)) && joined(n + 2)) {
      current += 0.5;
      n += 3;
      continue;
    }
    const figure = parts[n + step]?.figure ?? null;
    const small = numbers.small.get(next) ?? bigWord(next, numbers);
    if (figure !== null) {
      if (any) break;
      current = figure;
      inFigures = true;
    } else if (small !== undefined && !inFigures) {
      if (any && !fits(current, small, joiner, numbers.unitsFirst)) {
        // Years by halves: nineteen | eighty-four, twenty | twenty-four.
        if (!yearly || joiner || total > 0 || current < 13 || current > 20 || small < 10 || small > 99) break;
        current = current * 100 + small;
      } else if (current === 4 && small === 20 && !joiner) current = 80; // quatre-vingts
      else current += small;
    } else if (numbers.hundreds.has(next) && !joiner && current < 100) {
      current = (current || 1) * 100;
    } else if (numbers.scales.has(next) && numbers.scales.get(next)! < lastScale && (!joiner || current === 0)) {
      lastScale = numbers.scales.get(next)!;
      total += (current || 1) * lastScale;
      current = 0;
    } else if (any && numbers.points.has(next) && joined(n + 1) && numbers.small.has(word(n + 1))) {
      const read = readDigits(parts, n + 1, numbers.small);
      current += Number(`0.${read}`);
      n += read.length + 1;
      continue;
    } else break;
    if (step === 1 || figure !== null || numbers.hundreds.has(next)) yearly = false;
    any = true;
    n += step + 1;
  }
  return any && n > at ? { length: n - at, value: Number((total + current).toPrecision(12)) } : null;
}

/** Whether a number can begin with a word at all: asked of every word of a transcript before {@link readNumber}. */
export function mayBeginNumber(key: string, { numbers }: Language): boolean {
  return numbers.small.has(key) || numbers.scales.has(key) || numbers.hundreds.has(key) || numbers.articles.has(key) || numbers.halves.has(key) || key.includes('tausend');
}

/** Whether a value below 1000 may follow what there is: forty | two, two hundred | (and) six, soixante | douze, خمسة | وعشرون. */
function fits(current: number, small: number, joiner: boolean, unitsFirst: boolean): boolean {
  const rest = current % 100;
  if (current === 4 && small === 20) return !joiner;
  if (rest === 0) return current === 0 || small < 100;
  if ((rest === 60 || rest === 80) && small >= 10 && small < 20) return true;
  if (rest >= 20 && rest % 10 === 0) return small > 0 && small < 10;
  return unitsFirst && joiner && rest < 10 && small >= 20 && small < 100 && small % 10 === 0;
}

/** German thousands in one word: dreitausendfünfhundert. */
function bigWord(word: string, numbers: Language['numbers']): number | undefined {
  const at = word.indexOf('tausend');
  if (at < 0) return undefined;
  const before = at === 0 ? 1 : word.slice(0, at) === 'ein' ? 1 : numbers.small.get(word.slice(0, at));
  const rest = word.slice(at + 'tausend'.length).replace(/^und(?=.)/, '');
  const after = rest === '' ? 0 : numbers.small.get(rest);
  return before === undefined || after === undefined || (at === 0 && rest === '') ? undefined : before * 1000 + after;
}

function readDigits(parts: readonly NumberPart[], at: number, small: ReadonlyMap<string, number>): string {
  let digits = '';
  for (let n = at; n < parts.length && (n === at || parts[n]!.adjoins); n++) {
    const value = small.get(parts[n]!.key);
    if (value === undefined || value > 9) break;
    digits += String(value);
  }
  return digits;
}

const HAN_DIGITS: ReadonlyMap<string, number> = new Map([...'零〇一二三四五六七八九'].map((digit, n): [string, number] => [digit, n < 2 ? 0 : n - 1]).concat([['两', 2], ['兩', 2]]));
const HAN_PLACES: ReadonlyMap<string, number> = new Map([['十', 10], ['百', 100], ['千', 1000]]);
const HAN_SCALES: ReadonlyMap<string, number> = new Map([['万', 1e4], ['萬', 1e4], ['亿', 1e8], ['億', 1e8]]);

/** A run of ideographs that may be a number: with a place or a scale, or two digits and more. Figures may begin it: 3万. */
export const HAN_NUMBER = /(?:\p{Nd}+(?:\.\p{Nd}+)?)?[零〇一二三四五六七八九十百千万萬亿億两兩]+(?:点[零〇一二三四五六七八九]+)?/u;

/** The value of what {@link HAN_NUMBER} found; null when it is no number. */
export function readHanNumber(run: string): number | null {
  const [whole, fraction] = run.split('点');
  const figures = /^\p{Nd}+(?:\.\p{Nd}+)?/u.exec(whole!)?.[0] ?? '';
  const rest = [...whole!.slice(figures.length)];
  let total = 0;
  let section = 0;
  let digit: number | null = figures === '' ? null : Number(figures);
  if (figures === '' && rest.every((mark) => HAN_DIGITS.has(mark))) total = Number(rest.map((mark) => HAN_DIGITS.get(mark)).join(''));
  else {
    for (const mark of rest) {
      const place = HAN_PLACES.get(mark);
      const scale = HAN_SCALES.get(mark);
      if (place !== undefined) section += (digit ?? 1) * place;
      else if (scale !== undefined) {
        if (section === 0 && digit === null && total === 0) return null;
        const counted = section + (digit ?? 0);
        total = total > scale ? total + counted * scale : (total + counted) * scale; // 一亿两千万

        section = 0;
      } else if (digit !== null && digit !== 0) return null;
      digit = place === undefined && scale === undefined ? HAN_DIGITS.get(mark)! : null;
    }
    total += section + (digit ?? 0);
  }
  return fraction === undefined ? total : Number(`${total}.${[...fraction].map((mark) => HAN_DIGITS.get(mark) ?? 0).join('')}`);
}
