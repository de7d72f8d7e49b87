import type { TextRange } from '../anchoring/placement.ts';
import type { Atom } from './atoms.ts';
import type { EditClass } from './quote-edit.ts';
import { alarms } from './quote-edit.ts';
import { isSetOff, labelWords, type NameHints, type WordLabel } from './word-labels.ts';
import type { Language } from './languages/language.ts';

/** One of the two texts, as the classing of words needs it. */
export interface Side {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly language: Language;
  readonly names: NameHints;
}

export function labelsOf(side: Side, { start, end }: TextRange): WordLabel[] {
  return labelWords(side.text, side.atoms, start, end, side.language, side.names);
}

/**
 * What it is to say one stretch instead of another: the gravest kind of word the two do not share, or a plain
 * replacement. Stretches are atom ranges.
 */
export function classOfChange(printed: Side, printedRange: TextRange, said: Side, saidRange: TextRange): EditClass {
  const [here, there] = [labelsOf(printed, printedRange), labelsOf(said, saidRange)];
  for (const alarm of alarms) {
    const words = (side: Side, range: TextRange, labels: readonly WordLabel[]): string[] =>
      labels
        .flatMap((label, n) => {
          const { key } = side.atoms[range.start + n]!;
          const counts = label === alarm || (alarm === 'hedge' && side.language.quantifiers.has(key));
          return counts && !SUPPORTS.test(key) ? [key] : [];
        })
        .sort();
    const [old, fresh] = [words(said, saidRange, there), words(printed, printedRange, here)];
    if (alarm === 'negation' && old.length > 0 && old.length === fresh.length && old.every(isPlainNot) && fresh.every(isPlainNot)) continue;
    if (old.join(' ') !== fresh.join(' ')) return alarm;
  }
  return 'replacement';
}

/** Part of an English "do not", and no negation of its own. */
const SUPPORTS = /^(?:do|does|did)$/;

/** Not, no and none change with the words around them: "not any", "no". */
const isPlainNot = (word: string): boolean => /^(?:not|no|none|kein\w*|nicht|没|不|未)$/u.test(word);

/** A stretch of one label, in atoms. */
export interface LabelledStretch extends TextRange {
  readonly class: EditClass;
}

/**
 * Cuts words that are on one side only into fillers, alarms and the rest.
 *
 * @param rest what words of no label are
 * @param isFiller atoms that are cleaned up for another reason than their label
 */
export function cutByLabel(side: Side, range: TextRange, rest: EditClass, isFiller: (atom: number) => boolean): LabelledStretch[] {
  const labels = labelsOf(side, range);
  const found: { start: number; end: number; class: EditClass }[] = [];
  for (let n = range.start; n < range.end; n++) {
    const label = labels[n - range.start]!;
    const cleaned = isFiller(n);
    const wanted: EditClass = label === 'filler' || cleaned ? (label === null || label === 'filler' || cleaned ? 'filler' : label) : (label ?? rest);
    const last = found.at(-1);
    if (last?.class === wanted) last.end = n + 1;
    else found.push({ start: n, end: n + 1, class: wanted });
  }
  return found;
}

/**
 * Which of the words left out between two kept ones only repeat what is kept, or broke off and began anew.
 * The words of a false start that carry meaning are not among them.
 *
 * @returns atom indices
 */
export function repeatedWords(side: Side, { start, end }: TextRange): ReadonlySet<number> {
  const labels = labelsOf(side, { start, end });
  const left: number[] = [];
  for (let n = start; n < end; n++) if (labels[n - start] !== 'filler') left.push(n);
  if (left.length === 0) return new Set();
  const { atoms, text } = side;
  const key = (n: number): string => atoms[n]?.key ?? '';
  const behind = [...left, ...from(end, left.length, 1, side)];
  const before = [...left].reverse().concat(from(start - 1, left.length, -1, side));
  for (let period = 1; period <= left.length; period++) {
    const repeats = (line: readonly number[]): boolean => left.every((_, t) => key(line[t]!) === key(line[t + period] ?? -1));
    if (repeats(behind) || repeats(before)) return new Set(left);
  }
  // Said again for emphasis, between commas: nobody in the capital, nobody, has called.
  const [only] = left;
  if (left.length === 1 && isSetOff(text, atoms, only!, only! + 1) && atoms.slice(Math.max(0, start - NEARBY), start).some((atom) => atom.key === key(only!))) return new Set(left);
  // Broken off: a dash, dots or a filler between, and the sentence goes on from a word it had already reached.
  const last = left.at(-1)!;
  const short = left.length < SHORTEST_STATEMENT && left.length < end - start;
  const brokenOff = short || atoms[last]!.cutOff || isBreak(text.slice(atoms[last]!.end, atoms[last]!.end + 4));
  const again = brokenOff && key(left[0]!) === key(from(end, 1, 1, side)[0] ?? -1);
  const resumed = short && key(last) === key(start - 1);
  if ((!again && !resumed) || left.length > LONGEST_START) return new Set();
  return new Set(left.filter((n) => labels[n - start] === null));
}

/** Words within which a repeated one is heard as a repetition. */
const NEARBY = 6;

const isBreak = (marks: string): boolean => /^\s*,?\s*(?:-|–|—|…|\.\.)/.test(marks);

/** Fewer words than these, with a filler among them, are a false start even without a dash. */
const SHORTEST_STATEMENT = 4;

/** A false start of more words than this is a statement. */
const LONGEST_START = 8;

/** The next kept atoms from one on, hesitations passed over. */
function from(at: number, count: number, step: 1 | -1, { atoms, language }: Side): number[] {
  const found: number[] = [];
  for (let n = at; n >= 0 && n < atoms.length && found.length < count; n += step) if (!language.hesitations.has(atoms[n]!.key)) found.push(n);
  return found;
}
