import { keptScales } from './article.ts';
import { settingsIn } from './desk-settings.ts';
import type { Desk } from './desk.ts';
import type { Json } from './json.ts';
import type { RatingScale } from './rating-scale.ts';
import { headsOf, textOf, type FieldRecord } from './record.ts';
import { isRatingScale } from './scale-problems.ts';
import { makeScales, type Scales } from './scales.ts';

const prefix = 'scale/';

/** The desk's setting that holds the versions of one of its own scales, the newest first. */
export function scaleSetting(id: string): string {
  return `${prefix}${id}`;
}

const parsed = new WeakMap<ReadonlyMap<string, Json>, readonly RatingScale[]>();

/** The desk's own scales in every version, the newest of each first. What is no scale is passed over. */
export function ownScales(shared: ReadonlyMap<string, FieldRecord>): readonly RatingScale[] {
  const settings = settingsIn(shared, prefix);
  let scales = parsed.get(settings);
  if (!scales) {
    const found: RatingScale[] = [];
    for (const [id, versions] of settings) {
      const list: readonly Json[] = Array.isArray(versions) ? versions : [];
      found.push(...list.filter(isRatingScale).filter(scale => scale.id === id).sort((a, b) => b.version - a.version));
    }
    parsed.set(settings, (scales = found));
  }
  return scales;
}

/** The versions of one of the desk's own scales, among all of them, with one more or another one in its place; the newest first. */
export function withVersion(own: readonly RatingScale[], scale: RatingScale): readonly RatingScale[] {
  const others = own.filter(({ id, version }) => id === scale.id && version !== scale.version);
  return [scale, ...others].sort((a, b) => b.version - a.version);
}

/** Versions of a scale as the setting holds them; none at all takes the scale away. */
export function scaleSettingValue(versions: readonly RatingScale[]): Json {
  // A scale is JSON by shape; its interface lacks the index signature that `Json` asks for.
  return versions.length === 0 ? null : (versions as unknown as Json);
}

const known = new WeakMap<readonly RatingScale[], WeakMap<readonly RatingScale[], Map<string, Scales>>>();

/** The scales of the open article; the same object for the same settings, choices and kept scales. */
export function scalesOf(desk: Desk): Scales {
  const own = ownScales(desk.sources);
  const article = desk.article;
  const kept = keptScales(headsOf(article ?? undefined, 'scales'));
  const text = (field: string): string => (article ? textOf(article, field) : '');
  const [scale, quoteScale, language] = [text('scale'), text('quoteScale'), text('language')];
  let ofOwn = known.get(own);
  if (!ofOwn) known.set(own, (ofOwn = new WeakMap()));
  let ofKept = ofOwn.get(kept);
  if (!ofKept) ofOwn.set(kept, (ofKept = new Map()));
  const key = JSON.stringify([scale, quoteScale, language]);
  let scales = ofKept.get(key);
  if (!scales) ofKept.set(key, (scales = makeScales({ scale, quoteScale, language, kept }, own)));
  return scales;
}
