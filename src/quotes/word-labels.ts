import type { Atom } from './atoms.ts';
import type { Language, Phrases } from './languages/language.ts';
import { beginsSentence } from './transcript-index.ts';

/** What a word is to the meaning, the gravest first; a filler is nothing to it. */
export type WordLabel = 'negation' | 'number' | 'name' | 'hedge' | 'filler' | null;

/** What is known about names beyond their capitals. */
export interface NameHints {
  /** Whether capitals mean anything in this text. */
  readonly hasCase: boolean;
  /** Whether a word is known as a name, though it begins a sentence or has no capital. */
  readonly isName: (key: string) => boolean;
}

/**
 * Labels the atoms from `start` to `end`. Phrases count only when they lie in this stretch as a whole: of "you know
 * him", dropping "you" alone is no filler.
 */
export function labelWords(text: string, atoms: readonly Atom[], start: number, end: number, language: Language, names: NameHints): WordLabel[] {
  const labels = new Array<WordLabel>(end - start).fill(null);
  const set = (from: number, length: number, label: WordLabel): void => {
    for (let n = from; n < from + length; n++) if (rank(label) < rank(labels[n - start]!)) labels[n - start] = label;
  };
  for (let n = start; n < end; n++) {
    const { key, isNumber, cutOff } = atoms[n]!;
    if (language.hesitations.has(key) || language.particles.has(key) || cutOff) set(n, 1, 'filler');
    if (language.restored.has(key)) set(n, 1, 'filler');
    const before = isAmount(atoms[n - 1], language);
    const length = (table: Phrases): number => phraseLength(table, atoms, n, end);
    const hedge = length(language.hedges);
    if (hedge > 0 && !isMonth(atoms[n]!, names)) set(n, hedge, 'hedge');
    const aroundNumber = length(language.hedgesBeforeNumbers);
    if (aroundNumber > 0 && numberFollows(atoms, n + aroundNumber, language)) set(n, aroundNumber, 'hedge');
    const behind = before ? length(language.hedgesAfterNumbers) : 0;
    if (behind > 0) set(n, behind, 'hedge');
    if (isName(text, atoms, n, language, names)) set(n, 1, 'name');
    if ((isNumber && key !== '#1') || language.amounts.has(key)) set(n, 1, 'number');
    const negation = length(language.negations);
    if (negation > 0) set(n, negation, 'negation');
  }
  for (let n = start; n < end; n++) {
    const marker = phraseLength(language.markers, atoms, n, end);
    if (marker === 0) continue;
    const setOff = marker > 1 || isSetOff(text, atoms, n, n + marker) || labels[n - start - 1] === 'filler' || isFillerAt(atoms, n + marker, end, language);
    if (setOff) set(n, marker, 'filler');
  }
  return labels;
}

const GRAVITY: readonly WordLabel[] = ['negation', 'number', 'name', 'hedge', 'filler', null];
const rank = (label: WordLabel): number => GRAVITY.indexOf(label);

/** May is a month when it has a capital in running text. */
const isMonth = (atom: Atom, { hasCase }: NameHints): boolean => hasCase && atom.key === 'may' && /^M/.test(atom.form) && atom.form !== 'MAY';

/** How many atoms the longest phrase takes that begins at `at` and ends before `end`; 0 for none. */
function phraseLength(table: Phrases, atoms: readonly Atom[], at: number, end: number): number {
  const first = atoms[at];
  if (first === undefined) return 0;
  return table.get(first.key)?.find((phrase) => at + phrase.length <= end && phrase.every((word, n) => atoms[at + n]!.key === word))?.length ?? 0;
}

const isAmount = (atom: Atom | undefined, language: Language): boolean => atom !== undefined && (atom.isNumber || language.amounts.has(atom.key) || atom.key === 'percent' || atom.sign);

/** Whether a number stands next, or behind one small word: about the 20, about half of. */
function numberFollows(atoms: readonly Atom[], at: number, language: Language): boolean {
  return isAmount(atoms[at], language) || (/^(?:a|an|the|de|der|die|den|los|las|les|al)$/.test(atoms[at]?.key ?? '') && isAmount(atoms[at + 1], language));
}

const isFillerAt = (atoms: readonly Atom[], at: number, end: number, language: Language): boolean => at < end && language.hesitations.has(atoms[at]!.key);

/** Whether marks or a sentence's beginning set words off from their neighbours. */
export function isSetOff(text: string, atoms: readonly Atom[], start: number, end: number): boolean {
  const before = start > 0 ? text.slice(atoms[start - 1]!.end, atoms[start]!.start) : '\n';
  const after = end < atoms.length ? text.slice(atoms[end - 1]!.end, atoms[end]!.start) : '\n';
  return /[^\s'"’-]|--|\n/.test(before) || (/[^\s'"’-]|--|\n/.test(after) && /[^\s'"’-]|--|\n/.test(before));
}

const NO_NAME = new Set(['i', 'the', 'a', 'an', 'mr', 'mrs', 'ms', 'dr', 'ok', 'okay']);

function isName(text: string, atoms: readonly Atom[], at: number, language: Language, names: NameHints): boolean {
  const { key, form, isNumber } = atoms[at]!;
  if (isNumber || NO_NAME.has(key) || language.titles.has(key)) return false;
  if (language.names.has(key) || names.isName(key)) return true;
  // Behind a title comes a name: Frau Kowalski, 王 部长 has it in front.
  if (at > 0 && language.nameStyle === 'listed' && language.titles.has(atoms[at - 1]!.key) && (/^\p{Lu}/u.test(form) || !/\p{Ll}/u.test(form)) && form.length > 1) return /^\p{Lu}/u.test(form) || /[\p{Script=Arabic}]/u.test(form);
  if (language.titles.has(atoms[at + 1]?.key ?? '') && /^\p{Script=Han}{1,3}$/u.test(form)) return true;
  if (language.nameStyle === 'listed' || !names.hasCase) return false;
  return /^\p{Lu}/u.test(form) && !/^I\b/.test(form) && !beginsSentence(text, atoms[at]!.start);
}
