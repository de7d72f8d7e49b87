import type { Json } from './json.ts';
import type { RatingScale } from './rating-scale.ts';
import { disputesOf, extraFields, textOf, valueOf, type Dispute, type FieldRecord, type Head } from './record.ts';
import { isRatingScale } from './scale-problems.ts';

/** One text under check. */
export interface Article {
  readonly id: string;
  readonly title: string;
  /** The author's name as printed. */
  readonly byline: string;
  readonly publisher: string;
  /** ISO 8601 date or date-time; empty when not known. */
  readonly published: string;
  /** BCP 47; empty when not known. */
  readonly language: string;
  readonly url: string;
  /** Id of the rating scale; see `scaleFor`. */
  readonly scale: string;
  /** Id of the rating scale for quotes; empty: `scale`, where that is for quotes too. */
  readonly quoteScale: string;
  /** Id of the current version; empty before there is one. */
  readonly version: string;
  readonly removed: boolean;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly disputes: readonly Dispute[];
  readonly extra: { readonly [field: string]: Json };
}

/** The fields of an article that people can edit. */
export const articleFields = ['title', 'byline', 'publisher', 'published', 'language', 'url', 'scale', 'quoteScale'] as const;
export type ArticleField = (typeof articleFields)[number];

const known = new Set<string>([...articleFields, 'version', 'scales', 'removed']);
const views = new WeakMap<FieldRecord, Article>();

/** An article as it stands; the same object for the same record. */
export function readArticle(record: FieldRecord): Article {
  let article = views.get(record);
  if (!article) {
    const text = (field: string): string => textOf(record, field);
    article = {
      id: record.id,
      title: text('title'),
      byline: text('byline'),
      publisher: text('publisher'),
      published: text('published'),
      language: text('language'),
      url: text('url'),
      scale: text('scale') || 'accuracy',
      quoteScale: text('quoteScale'),
      version: text('version'),
      removed: valueOf(record, 'removed') === true,
      createdAt: record.createdAt,
      modifiedAt: record.modifiedAt,
      // What two people keep side by side is no dispute: see `keptScales`.
      disputes: disputesOf(record).filter(({ field }) => field !== 'scales'),
      extra: extraFields(record, field => known.has(field)),
    };
    views.set(record, article);
  }
  return article;
}

const kept = new WeakMap<readonly Head[], readonly RatingScale[]>();
const none: readonly RatingScale[] = [];

/**
 * The scales that an article keeps because verdicts were given or are to be given on them: field `scales`, a list. Values that
 * people set without having seen each other's add up. The same list for the same heads.
 */
export function keptScales(heads: readonly Head[]): readonly RatingScale[] {
  if (heads.length === 0) return none;
  let scales = kept.get(heads);
  if (!scales) {
    const found: RatingScale[] = [];
    for (const { value } of heads) {
      const list: readonly Json[] = Array.isArray(value) ? value : [];
      for (const scale of list.filter(isRatingScale)) {
        if (!found.some(({ id, version }) => id === scale.id && version === scale.version)) found.push(scale);
      }
    }
    kept.set(heads, (scales = found));
  }
  return scales;
}
