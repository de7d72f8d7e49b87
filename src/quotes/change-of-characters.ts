import type { TextRange } from '../anchoring/placement.ts';
import { atomize } from './atoms.ts';
import { labelsOf, type Side } from './class-words.ts';
import { alarms, type EditClass } from './quote-edit.ts';

/** What is left of a change when the characters both sides share are taken off. Ranges are UTF-16 offsets in the texts. */
export interface CharacterChange {
  readonly class: EditClass;
  readonly printed: TextRange;
  readonly said: TextRange;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether words are written without spaces between them, so that the same characters may be cut into other words. */
export const isUnspaced = (words: string): boolean => UNSPACED.test(words);

/**
 * Classes words that replace others where no spaces tell words apart: only the characters that differ count.
 *
 * @param tag BCP 47 language of both texts
 * @returns null when the characters are the same and only cut into other words
 */
export function changeOfCharacters(printedSide: Side, printed: TextRange, saidSide: Side, said: TextRange, tag: string): CharacterChange | null {
  const mine = [...printedSide.text.slice(printed.start, printed.end)];
  const yours = [...saidSide.text.slice(said.start, said.end)];
  const shorter = Math.min(mine.length, yours.length);
  let [head, tail] = [0, 0];
  while (head < shorter && mine[head] === yours[head]) head++;
  while (tail < shorter - head && mine.at(-1 - tail) === yours.at(-1 - tail)) tail++;
  const units = (characters: readonly string[]): number => characters.join('').length;
  const [before, after] = [units(mine.slice(0, head)), units(mine.slice(mine.length - tail))];
  const here = { start: printed.start + before, end: printed.end - after };
  const there = { start: said.start + before, end: said.end - after };
  if (here.start < here.end && there.start < there.end) return { class: 'replacement', printed: here, said: there };
  if (here.start === here.end && there.start === there.end) return null;
  const isDropped = here.start === here.end;
  const from = isDropped ? saidSide : printedSide;
  const text = isDropped ? from.text.slice(there.start, there.end) : from.text.slice(here.start, here.end);
  const atoms = atomize(text, tag, from.language);
  const labels = labelsOf({ ...from, text, atoms }, { start: 0, end: atoms.length });
  const plain = isDropped ? (labels.every((label) => label === 'filler') ? 'filler' : 'omission') : 'insertion';
  return { class: alarms.find((alarm) => labels.includes(alarm)) ?? plain, printed: here, said: there };
}
