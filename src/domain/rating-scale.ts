/** Colours of ratings; the interface has a light and a dark tone of each. */
export const ratingColours = ['green', 'lime', 'amber', 'orange', 'red', 'purple', 'blue', 'grey'] as const;
export type RatingColour = (typeof ratingColours)[number];

/** The second cue beside the colour: the line under the words. */
export const ratingLines = ['solid', 'double', 'dashed', 'dotted', 'wavy'] as const;
export type RatingLine = (typeof ratingLines)[number];

/** The second cue in cards and lists: the name of an icon in `components/icons.ts`. */
export const ratingIcons = [
  'check', 'check-half', 'half', 'cross-half', 'cross', 'question', 'pencil', 'alert', 'scissors', 'person-off', 'dash',
] as const;
export type RatingIcon = (typeof ratingIcons)[number];

/** What a scale can be for. */
export const scaleSubjects = ['claim', 'quote'] as const;
export type ScaleSubject = (typeof scaleSubjects)[number];

/** What a label is called and says in one more language. */
export interface RatingWords {
  readonly label: string;
  /** Empty: the meaning in the scale's own language is shown. */
  readonly meaning: string;
}

/** One label of a scale. */
export interface Rating {
  readonly id: string;
  readonly label: string;
  /** What the label says, for whoever has to choose. */
  readonly meaning: string;
  /** Place in the order from best (highest) to worst; null for labels outside the order. */
  readonly order: number | null;
  /** The number that is published beside the label; from 1, the higher the truer. Absent: the label has none. */
  readonly value?: number;
  readonly colour: RatingColour;
  readonly line: RatingLine;
  readonly icon: RatingIcon;
  /** No longer given: shown where it was, not offered. Default false. */
  readonly retired?: boolean;
  /** By BCP 47 language, other than the scale's own. */
  readonly translations?: { readonly [language: string]: RatingWords };
}

/** A versioned set of labels. Data, not code: see `rating-scales.ts` and `public-scales.ts`. */
export interface RatingScale {
  readonly id: string;
  /** From 1; a scale that is changed gets the next one. */
  readonly version: number;
  readonly name: string;
  readonly description: string;
  /** BCP 47: the language of the labels. */
  readonly language: string;
  readonly appliesTo: readonly ScaleSubject[];
  /** In the order in which they are offered. Empty for the scale without ratings, where the explanation is the verdict. */
  readonly ratings: readonly Rating[];
  /** Who rates with it, when it is a scale that is known in public. */
  readonly usedBy?: string;
  /** Where whoever uses it explains it. */
  readonly url?: string;
}

/** The labels that can be given. */
export function givenRatings(scale: RatingScale): readonly Rating[] {
  return scale.ratings.some(isRetired) ? scale.ratings.filter(rating => !isRetired(rating)) : scale.ratings;
}

/** Whether a label is shown only where it was given before. */
export function isRetired(rating: Rating): boolean {
  return rating.retired === true;
}

/** The languages that a scale has its labels in, its own first. */
export function languagesOf(scale: RatingScale): readonly string[] {
  const others = new Set(scale.ratings.flatMap(({ translations }) => Object.keys(translations ?? {})));
  return [scale.language, ...[...others].sort()];
}

const translated = new WeakMap<Rating, Map<string, Rating>>();

/**
 * A label in a language, or as it is where it does not have that one. `de-AT` is served by `de`, and `de` by `de-AT`.
 * The same object for the same label and language.
 */
export function ratingInLanguage(rating: Rating, language: string): Rating {
  const { translations } = rating;
  if (!translations || language === '') return rating;
  let known = translated.get(rating);
  if (!known) translated.set(rating, (known = new Map()));
  let found = known.get(language);
  if (!found) {
    const tag = nearestLanguage(Object.keys(translations), language);
    const words = tag === undefined ? undefined : translations[tag];
    found = words ? { ...rating, label: words.label, meaning: words.meaning || rating.meaning } : rating;
    known.set(language, found);
  }
  return found;
}

function nearestLanguage(tags: readonly string[], language: string): string | undefined {
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
  return tags.find(tag => tag.toLowerCase() === language.toLowerCase()) ?? tags.find(tag => primary(tag) === primary(language));
}

/** What ClaimReview says of a label in numbers; null for one that has none. */
export function numbersOf(scale: RatingScale, rating: Rating): { readonly value: number; readonly best: number; readonly worst: number } | null {
  if (rating.value === undefined) return null;
  const values = givenRatings(scale).flatMap(({ value }) => value ?? []);
  return { value: rating.value, best: Math.max(rating.value, ...values), worst: Math.min(rating.value, ...values) };
}
