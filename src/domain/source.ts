import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { headsOf, disputesOf, extraFields, textOf, valueOf, type Dispute, type FieldRecord } from './record.ts';

/**
 * Who may learn of a source. Whatever is published or handed on says of an internal source what it is called and nothing
 * that leads to it, and of a confidential one only that there is one.
 */
export const confidentialities = ['public', 'internal', 'confidential'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** A copy of a source that was put away, in an archive or as a file of the desk. */
export interface ArchivedCopy {
  /** Address in an archive; empty for a file. */
  readonly url: string;
  /** When the copy was made; ISO 8601 date or date-time, empty when not known. */
  readonly date: string;
  /** SHA-256 of the file in hexadecimal digits; empty when no file was hashed. The file itself is kept by the desk, not here. */
  readonly sha256: string;
  /** Name of that file; empty when there is none. */
  readonly fileName: string;
}

/** Something that can be cited. Entered once, used by any number of annotations in any article of the desk. */
export interface Source {
  readonly id: string;
  /** Type as CSL names it, such as `webpage` or `report`; empty when not known. */
  readonly type: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly url: string;
  /** The bare DOI, such as `10.1000/182`. */
  readonly doi: string;
  /** ISO 8601 date or date-time; empty when not known. */
  readonly published: string;
  /** When somebody of the desk last opened it. */
  readonly accessed: string;
  /** Address of an archived copy, as older files have it; `copiesOf` lists it with the others. */
  readonly archivedUrl: string;
  readonly copies: readonly ArchivedCopy[];
  readonly confidentiality: Confidentiality;
  /** How to reach whoever is behind it, and on which terms. In no public export, whatever the confidentiality. */
  readonly contact: string;
  /** What CSL knows and has no field here, by CSL's names. */
  readonly csl: JsonObject;
  /** Id of the source that this one was found to be the same as; empty when it stands for itself. */
  readonly mergedInto: string;
  readonly removed: boolean;
  readonly disputes: readonly Dispute[];
  /** Fields this version of the program does not know; kept as they came. */
  readonly extra: { readonly [field: string]: Json };
}

/** The fields of a source that hold text, in the order in which people enter them. */
export const sourceFields = ['type', 'title', 'publisher', 'author', 'url', 'doi', 'published', 'accessed', 'archivedUrl', 'contact'] as const;
export type SourceField = (typeof sourceFields)[number];

const known = new Set<string>([...sourceFields, 'copies', 'confidentiality', 'csl', 'mergedInto', 'removed']);
const views = new WeakMap<FieldRecord, Source>();

/** A source as it stands; the same object for the same record. */
export function readSource(record: FieldRecord): Source {
  let source = views.get(record);
  if (!source) {
    const text = (field: string): string => textOf(record, field);
    const csl = valueOf(record, 'csl');
    source = {
      id: record.id,
      type: text('type'),
      title: text('title'),
      author: text('author'),
      publisher: text('publisher'),
      url: text('url'),
      doi: text('doi'),
      published: text('published'),
      accessed: text('accessed'),
      archivedUrl: text('archivedUrl'),
      copies: readCopies(valueOf(record, 'copies')),
      confidentiality: confidentialityOf(record),
      contact: text('contact'),
      csl: isJsonObject(csl) ? csl : none,
      mergedInto: text('mergedInto'),
      removed: valueOf(record, 'removed') === true,
      disputes: disputesOf(record),
      extra: extraFields(record, field => known.has(field)),
    };
    views.set(record, source);
  }
  return source;
}

const none: JsonObject = {};

/** While people disagree on who may learn of a source, the strictest of their values holds. */
function confidentialityOf(record: FieldRecord): Confidentiality {
  const values = headsOf(record, 'confidentiality').map(head => head.value);
  return confidentialities.findLast(value => values.includes(value)) ?? 'public';
}

function readCopies(value: Json | undefined): readonly ArchivedCopy[] {
  if (!Array.isArray(value)) return [];
  const list: readonly Json[] = value;
  return list.filter(isJsonObject).map(copy => {
    const text = (key: string): string => (typeof copy[key] === 'string' ? copy[key] : '');
    return { url: text('url'), date: text('date'), sha256: text('sha256'), fileName: text('fileName') };
  });
}

/** All archived copies of a source, the one that older files name by its address alone included. */
export function copiesOf({ archivedUrl, copies }: Source): readonly ArchivedCopy[] {
  if (archivedUrl === '' || copies.some(({ url }) => url === archivedUrl)) return copies;
  return [{ url: archivedUrl, date: '', sha256: '', fileName: '' }, ...copies];
}

/** What a source is called in lists: its title, else its publisher, else its address. */
export function sourceName(source: Source): string {
  return source.title || source.publisher || source.url || source.doi;
}

/** Where a source can be looked at: its address, else that of its DOI; empty when it has neither. */
export function addressOf({ url, doi }: Source): string {
  return url || (doi === '' ? '' : doiAddress(doi));
}

/** The address of a DOI. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}

/**
 * The bare DOI in a text: `doi:10.1000/182`, an address of doi.org or of an old resolver, or the DOI alone. Null when the text
 * is none, or says more than that.
 */
export function readDoi(text: string): string | null {
  const match = /^(?:https?:\/\/(?:(?:dx|www)\.)?doi\.org\/|doi\.org\/|(?:info:|urn:)?doi[:/ ]\s*)?(10\.\d{4,9}(?:\.\d+)*(?:\/|%2F)\S+)$/i.exec(text.trim());
  if (!match) return null;
  const isAddress = /^(?:https?:|doi\.org)/i.test(text.trim());
  const bare = isAddress ? match[1]!.replace(/[?#].*$/, '') : match[1]!;
  try {
    return isAddress ? decodeURIComponent(bare) : bare;
  } catch {
    return bare;
  }
}

/**
 * The id under which a source is kept now: its own, or that of the source it was merged into, however often. An id of no source
 * is given back as it is.
 */
export function resolveSourceId(sources: ReadonlyMap<string, FieldRecord>, id: string): string {
  const seen = new Set<string>();
  let current = id;
  while (!seen.has(current)) {
    seen.add(current);
    const record = sources.get(current);
    const next = record ? readSource(record).mergedInto : '';
    if (next === '' || !sources.has(next)) return current;
    current = next;
  }
  // People who had not seen each other's work merged two into each other: both mean the one that is first by id.
  return [...seen].sort()[0]!;
}

/** The source that an id stands for, merges followed; null when there is none. */
export function sourceAt(sources: ReadonlyMap<string, FieldRecord>, id: string | null): Source | null {
  const record = id === null ? undefined : sources.get(resolveSourceId(sources, id));
  return record ? readSource(record) : null;
}
