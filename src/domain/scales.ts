import { publicScales } from './public-scales.ts';
import { ratingInLanguage, type Rating, type RatingScale, type ScaleSubject } from './rating-scale.ts';
import { ratingScales } from './rating-scales.ts';

/** The scales that an article can be rated on and was rated on: what every look-up of a label needs. */
export interface Scales {
  /** Those that can be chosen, each in its newest version: the program's, the desk's own, public ones, and those that only the article has. */
  readonly offered: readonly RatingScale[];
  /** The desk's own, each in its newest version. */
  readonly own: readonly RatingScale[];
  /** Those that the article keeps because it was judged with them. */
  readonly kept: readonly RatingScale[];
  /** Every version that is known, the most trusted first: what the article keeps, what ships, what the desk has. */
  readonly versions: readonly RatingScale[];
  /** Id of the article's scale. */
  readonly chosen: string;
  /** Id of its scale for quotes; empty: `chosen`, where that is for quotes too. */
  readonly chosenForQuotes: string;
  /** BCP 47: the language of the article, which labels are shown in where the scale has it. Empty when not known. */
  readonly language: string;
}

/** The scales that ship with the program. */
export const shippedScales: readonly RatingScale[] = [...ratingScales, ...publicScales];

/** Whether a scale ships with the program, in whatever version. */
export function isShipped(id: string): boolean {
  return shippedScales.some(scale => scale.id === id);
}

/**
 * The scales of an article.
 *
 * @param own the desk's own scales in every version, the newest of each first
 * @param kept what the article keeps
 */
export function makeScales(
  article: { readonly scale?: string; readonly quoteScale?: string; readonly language?: string; readonly kept?: readonly RatingScale[] } = {},
  own: readonly RatingScale[] = [],
): Scales {
  const kept = article.kept ?? [];
  const ownNewest = newestOfEach(own);
  const listed = [...ratingScales, ...ownNewest, ...publicScales];
  const elsewhere = newestOfEach(kept.filter(({ id }) => !listed.some(scale => scale.id === id)));
  return {
    offered: [...listed, ...elsewhere],
    own: ownNewest,
    kept,
    versions: [...kept, ...shippedScales, ...own],
    chosen: article.scale || 'accuracy',
    chosenForQuotes: article.quoteScale ?? '',
    language: article.language ?? '',
  };
}

/** The scales of an article that has chosen none, at a desk that has none of its own. */
export const defaultScales: Scales = makeScales();

function newestOfEach(scales: readonly RatingScale[]): readonly RatingScale[] {
  const newest = new Map<string, RatingScale>();
  for (const scale of scales) if (scale.version > (newest.get(scale.id)?.version ?? 0)) newest.set(scale.id, scale);
  return [...newest.values()];
}

/** The scale with an id in the version that can be chosen; undefined when nobody here has it. */
export function scaleById(scales: Scales, id: string): RatingScale | undefined {
  return scales.offered.find(scale => scale.id === id);
}

/** A version of a scale; undefined when nobody here has it. */
export function scaleVersion(scales: Scales, id: string, version: number): RatingScale | undefined {
  return scales.versions.find(scale => scale.id === id && scale.version === version);
}

/**
 * The scale that a claim or a quote is rated on: the article's own choice where it is for such, else the first shipped scale
 * that is.
 */
export function scaleFor(scales: Scales, subject: ScaleSubject): RatingScale {
  const wanted = subject === 'quote' ? [scales.chosenForQuotes, scales.chosen] : [scales.chosen];
  for (const id of wanted) {
    const chosen = scaleById(scales, id);
    if (chosen?.appliesTo.includes(subject)) return chosen;
  }
  return ratingScales.find(scale => scale.appliesTo.includes(subject))!; // each subject has one
}

/** What a verdict says about its scale. */
export interface Rated {
  readonly scale: string;
  readonly scaleVersion: number;
  readonly rating: string | null;
}

/**
 * The label of a verdict in the article's language, on the version that was in force; on another one of the same scale when
 * nobody here has that version. Undefined without a rating, and for one that nobody here knows.
 */
export function ratingOf(scales: Scales, { scale, scaleVersion: version, rating }: Rated): Rating | undefined {
  if (rating === null) return undefined;
  const found = ratingIn(scaleVersion(scales, scale, version), rating) ?? scales.versions.flatMap(other => (other.id === scale ? (ratingIn(other, rating) ?? []) : []))[0];
  return found && ratingInLanguage(found, scales.language);
}

function ratingIn(scale: RatingScale | undefined, rating: string): Rating | undefined {
  return scale?.ratings.find(({ id }) => id === rating);
}

/**
 * The label of a verdict as it holds on a scale: given on this version, or on an earlier one that had the same label. Undefined
 * when the verdict has to be given anew to stand on this scale.
 */
export function ratingHeldOn(scales: Scales, scale: RatingScale, verdict: Rated): Rating | undefined {
  if (verdict.rating === null || verdict.scale !== scale.id) return undefined;
  const now = ratingIn(scale, verdict.rating);
  if (!now || now.retired === true) return undefined;
  if (verdict.scaleVersion === scale.version) return now;
  return ratingIn(scaleVersion(scales, verdict.scale, verdict.scaleVersion), verdict.rating)?.label === now.label ? now : undefined;
}

/**
 * What an article has to keep besides what it keeps already, so that a verdict on a scale says the same wherever the article
 * goes; null when it has all, or when the scale ships with the program.
 */
export function keptWith(scales: Scales, scale: RatingScale): readonly RatingScale[] | null {
  const same = ({ id, version }: RatingScale): boolean => id === scale.id && version === scale.version;
  return shippedScales.some(same) || scales.kept.some(same) ? null : [...scales.kept, scale];
}
