import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { ratingColours, ratingIcons, ratingLines, scaleSubjects, type RatingScale } from './rating-scale.ts';

/** What is wrong with a scale, and where: keys and places in lists from the scale on. */
export interface ScaleProblem {
  readonly path: readonly (string | number)[];
  /** Goes on "It ...": `needs a name`. */
  readonly message: string;
}

/** Longest label, in UTF-16 units: it has to fit on a chip. */
export const longestLabel = 60;
/** Longest name of a scale. */
export const longestName = 80;
/** Longest meaning, description or the like. */
export const longestText = 600;
/** Most labels of a scale. */
export const mostLabels = 40;

/** True for a value that is a scale in every part. */
export function isRatingScale(value: Json | undefined): value is Json & RatingScale {
  return value !== undefined && findScaleProblems(value).length === 0;
}

/**
 * Everything that is wrong with a value that should be a scale; empty for one that can be used. What it does not know is let
 * through. The rules:
 * - ids are unique; names and labels are there and short enough; languages are BCP 47
 * - at least two labels can be given, and no two of them have the same name, or the same line and icon: colour alone says nothing
 * - order is given in whole numbers from 1, each once; a number is only on labels in the order, then on all of them, and it rises
 *   with the order from 1 on, because ClaimReview allows no worst rating below 1 and wants the best above the worst
 */
export function findScaleProblems(value: Json): readonly ScaleProblem[] {
  const found = new Problems();
  if (!isJsonObject(value)) {
    found.add([], 'must be an object');
    return found.list;
  }
  if (!isId(value['id'])) found.add(['id'], 'needs an id: 1 to 300 characters without blanks or "/"');
  if (!isWhole(value['version'])) found.add(['version'], 'needs a version: a whole number from 1');
  found.text(value, 'name', [], { name: 'a name', longest: longestName, filled: true });
  found.text(value, 'description', [], { name: 'a description', longest: longestText });
  if (!isLanguage(value['language'])) found.add(['language'], 'needs the language of its labels, such as en or pt-BR');
  if (value['usedBy'] !== undefined) found.text(value, 'usedBy', [], { name: 'the name of who uses it', longest: longestText });
  if (value['url'] !== undefined && !isWebAddress(value['url'])) found.add(['url'], 'needs an address that begins with https:// or http://');
  const appliesTo = value['appliesTo'];
  const subjects: readonly string[] = scaleSubjects;
  if (!Array.isArray(appliesTo) || appliesTo.length === 0 || !appliesTo.every(subject => subjects.includes(String(subject)))) {
    found.add(['appliesTo'], 'needs to be for claims, quotes or both');
  }
  findLabelProblems(value, found);
  return found.list;
}

function findLabelProblems(scale: JsonObject, found: Problems): void {
  const labels = scale['ratings'];
  if (!Array.isArray(labels)) return found.add(['ratings'], 'needs a list of labels');
  if (labels.length > mostLabels) return found.add(['ratings'], `has more than ${mostLabels} labels`);
  const list: readonly Json[] = labels;
  const known = list.flatMap((label, index) => (isJsonObject(label) ? [{ label, index }] : []));
  if (known.length < list.length) return found.add(['ratings', list.findIndex(label => !isJsonObject(label))], 'must be an object');
  known.forEach(({ label, index }) => findOwnProblems(label, index, found));

  const given = known.filter(({ label }) => label['retired'] !== true);
  // The scale without ratings has none at all.
  if (known.length > 0 && given.length < 2) found.add(['ratings'], 'needs at least two labels that can be given');
  found.twice(known, ({ label }) => label['id'], 'id', () => 'has the same id as another label');
  found.twice(given, ({ label }) => fold(label['label']), 'label', () => 'is the name of another label as well');
  found.twice(given, ({ label }) => `${String(label['line'])} ${String(label['icon'])}`, 'icon', other =>
    `has the line and the icon of “${String(other.label['label'])}”: without colour they would look the same`,
  );
  found.twice(given, ({ label }) => label['order'] ?? undefined, 'order', () => 'has the same place in the order as another label');
  findNumberProblems(given, found);
}

function findOwnProblems(label: JsonObject, index: number, found: Problems): void {
  const at = ['ratings', index];
  if (!isId(label['id'])) found.add([...at, 'id'], 'needs an id: 1 to 300 characters without blanks or "/"');
  found.text(label, 'label', at, { name: 'a label', longest: longestLabel, filled: true });
  found.text(label, 'meaning', at, { name: 'a meaning', longest: longestText });
  if (label['order'] !== null && !isWhole(label['order'])) found.add([...at, 'order'], 'needs a place in the order: a whole number from 1, or null');
  found.oneOf(label, 'colour', at, ratingColours);
  found.oneOf(label, 'line', at, ratingLines);
  found.oneOf(label, 'icon', at, ratingIcons);
  if (label['retired'] !== undefined && typeof label['retired'] !== 'boolean') found.add([...at, 'retired'], 'must be true or false');
  const value = label['value'];
  if (value !== undefined && typeof value !== 'number') found.add([...at, 'value'], 'must be a number, or left out');
  else if (value !== undefined && value < 1) found.add([...at, 'value'], 'must be 1 or more: ClaimReview allows no worst rating below 1');
  else if (value !== undefined && label['order'] === null) found.add([...at, 'value'], 'cannot be on a label outside the order');
  const translations = label['translations'];
  if (translations === undefined) return;
  if (!isJsonObject(translations)) return found.add([...at, 'translations'], 'must be an object');
  for (const language of Object.keys(translations)) {
    const words = translations[language]!;
    const inside = [...at, 'translations', language];
    if (!isLanguage(language)) found.add(inside, 'is no language, such as en or pt-BR');
    else if (!isJsonObject(words)) found.add(inside, 'must be an object');
    else {
      found.text(words, 'label', inside, { name: 'a label', longest: longestLabel, filled: true });
      found.text(words, 'meaning', inside, { name: 'a meaning', longest: longestText });
    }
  }
}

function findNumberProblems(given: readonly Placed[], found: Problems): void {
  const inOrder = given.filter(({ label }) => isWhole(label['order'])).sort((a, b) => Number(b.label['order']) - Number(a.label['order']));
  if (inOrder.every(({ label }) => label['value'] === undefined)) return;
  inOrder.forEach(({ label, index }, place) => {
    const value = label['value'];
    const above = inOrder[place - 1]?.label;
    if (value === undefined) found.add(['ratings', index, 'value'], 'needs a number too: either all labels in the order have one or none');
    else if (typeof value === 'number' && typeof above?.['value'] === 'number' && value >= above['value']) {
      found.add(['ratings', index, 'value'], `must be less than ${above['value']}, the number of “${String(above['label'])}”, which is better`);
    }
  });
  if (inOrder.length === 1) found.add(['ratings', inOrder[0]!.index, 'value'], 'cannot be the only number: the best must be more than the worst');
}

/** A label and its place in the list. */
interface Placed {
  readonly label: JsonObject;
  readonly index: number;
}

class Problems {
  readonly list: ScaleProblem[] = [];

  add(path: readonly (string | number)[], message: string): void {
    this.list.push({ path, message });
  }

  text(owner: JsonObject, key: string, path: readonly (string | number)[], rule: { name: string; longest: number; filled?: boolean }): void {
    const value = owner[key];
    if (typeof value !== 'string' || (rule.filled === true && value.trim() === '')) this.add([...path, key], `needs ${rule.name}`);
    else if (value.length > rule.longest) this.add([...path, key], `must have at most ${rule.longest} characters, but has ${value.length}`);
  }

  oneOf(owner: JsonObject, key: string, path: readonly (string | number)[], words: readonly string[]): void {
    if (!words.includes(String(owner[key]))) this.add([...path, key], `must be one of ${words.join(', ')}`);
  }

  /** Says at each label but the first that it shares a key with one before it. */
  twice(labels: readonly Placed[], keyOf: (placed: Placed) => Json | undefined, field: string, message: (first: Placed) => string): void {
    const seen = new Map<Json, Placed>();
    for (const placed of labels) {
      const key = keyOf(placed);
      const first = key === undefined || key === '' ? undefined : seen.get(key);
      if (first) this.add(['ratings', placed.index, field], message(first));
      else if (key !== undefined) seen.set(key, placed);
    }
  }
}

function isWhole(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function isId(value: Json | undefined): boolean {
  return typeof value === 'string' && /^[^\s\p{Cc}/]{1,300}$/u.test(value);
}

function isLanguage(value: Json | undefined): boolean {
  return typeof value === 'string' && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(value);
}

function isWebAddress(value: Json): boolean {
  return typeof value === 'string' && /^https?:\/\/[^\s/]+\S*$/i.test(value);
}

function fold(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}
