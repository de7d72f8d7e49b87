import { disputesOf, extraFields, textOf, valueOf, type Dispute, type FieldRecord } from './record.ts';
import type { Json } from './json.ts';

/** Something that can be cited. Entered once, used by any number of annotations in any article of the desk. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO 8601 date or date-time; empty when not known. */
  readonly published: string;
  /** When somebody of the desk last opened it. */
  readonly accessed: string;
  /** Address of an archived copy. */
  readonly archivedUrl: string;
  readonly removed: boolean;
  readonly disputes: readonly Dispute[];
  /** Fields this version of the program does not know; kept as they came. */
  readonly extra: { readonly [field: string]: Json };
}

/** The fields of a source that hold text, in the order in which people enter them. */
export const sourceFields = ['title', 'publisher', 'author', 'url', 'published', 'accessed', 'archivedUrl'] as const;
export type SourceField = (typeof sourceFields)[number];

const known = new Set<string>([...sourceFields, 'removed']);
const views = new WeakMap<FieldRecord, Source>();

/** A source as it stands; the same object for the same record. */
export function readSource(record: FieldRecord): Source {
  let source = views.get(record);
  if (!source) {
    const text = (field: string): string => textOf(record, field);
    source = {
      id: record.id,
      title: text('title'),
      author: text('author'),
      publisher: text('publisher'),
      url: text('url'),
      published: text('published'),
      accessed: text('accessed'),
      archivedUrl: text('archivedUrl'),
      removed: valueOf(record, 'removed') === true,
      disputes: disputesOf(record),
      extra: extraFields(record, field => known.has(field)),
    };
    views.set(record, source);
  }
  return source;
}

/** What a source is called in lists: its title, else its publisher, else its address. */
export function sourceName(source: Source): string {
  return source.title || source.publisher || source.url;
}
