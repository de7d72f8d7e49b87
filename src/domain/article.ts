import type { Json } from './json.ts';
import { disputesOf, extraFields, textOf, valueOf, type Dispute, type FieldRecord } from './record.ts';

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
  /** Id of the current version; empty before there is one. */
  readonly version: string;
  readonly removed: boolean;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly disputes: readonly Dispute[];
  readonly extra: { readonly [field: string]: Json };
}

/** The fields of an article that people can edit. */
export const articleFields = ['title', 'byline', 'publisher', 'published', 'language', 'url', 'scale'] as const;
export type ArticleField = (typeof articleFields)[number];

const known = new Set<string>([...articleFields, 'version', 'removed']);
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
      version: text('version'),
      removed: valueOf(record, 'removed') === true,
      createdAt: record.createdAt,
      modifiedAt: record.modifiedAt,
      disputes: disputesOf(record),
      extra: extraFields(record, field => known.has(field)),
    };
    views.set(record, article);
  }
  return article;
}
