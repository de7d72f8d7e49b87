import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { copiesOf, readDoi, type Source } from '../domain/source.ts';
import { ownValue } from './parse-json.ts';

/** The types whose publisher, as people say it, is what they appeared in. */
const inContainer: ReadonlySet<string> = new Set([
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'broadcast', 'chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference',
  'post', 'post-weblog', 'review', 'review-book', 'webpage',
]);

/** The keys of CSL that have a field here; the others are kept as they are. */
const taken: ReadonlySet<string> = new Set(['type', 'title', 'URL', 'DOI']);

/**
 * The fields of a source that a CSL item says. What has no field of its own, and what a field says less exactly than CSL (names,
 * dates, what it appeared in), stands in the field `csl`.
 */
export function sourceOfCsl(item: JsonObject): { readonly [field: string]: Json } {
  const text = (key: string): string => textOf(ownValue(item, key));
  const rest = Object.fromEntries(Object.entries(item).filter(([key, value]) => !taken.has(key) && value !== null && key !== '__proto__'));
  const copies = isJsonObject(rest['custom']) ? ownValue(rest['custom'], 'archivedCopies') : undefined;
  const doi = text('DOI');
  const fields: { [field: string]: Json } = {
    type: text('type'),
    title: text('title'),
    publisher: publisherIn(item),
    author: namesIn(ownValue(item, 'author') ?? ownValue(item, 'editor')),
    url: safeUrl(text('URL')),
    doi: readDoi(doi) ?? doi,
    published: dateIn(ownValue(item, 'issued')),
    accessed: dateIn(ownValue(item, 'accessed')),
    ...(Array.isArray(copies) && { copies: copies.map(readCopy) }),
  };
  const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  return { ...kept, ...(Object.keys(rest).length > 0 && { csl: rest }) };
}

/** A source as a CSL item: what CSL said of it, with what was changed here since. */
export function cslOfSource(source: Source): JsonObject {
  const { csl, id, type, title, url, doi, author, publisher, published, accessed } = source;
  const item: { [key: string]: Json } = { ...csl, id: textOf(csl['id']) || id, type: type || 'document' };
  const set = (key: string, value: Json): void => {
    if (value === '') delete item[key];
    else item[key] = value;
  };
  set('title', title);
  set('URL', url);
  set('DOI', doi);
  if (namesIn(csl['author'] ?? csl['editor']) !== author) set('author', author === '' ? '' : namesOf(author));
  if (dateIn(csl['issued']) !== published) set('issued', published === '' ? '' : dateOf(published));
  if (dateIn(csl['accessed']) !== accessed) set('accessed', accessed === '' ? '' : dateOf(accessed));
  if (publisherIn(csl) !== publisher) set(csl['container-title'] !== undefined || inContainer.has(type) ? 'container-title' : 'publisher', publisher);
  const copies = copiesOf(source);
  const custom = isJsonObject(csl['custom']) ? csl['custom'] : {};
  if (copies.length > 0) item['custom'] = { ...custom, archivedCopies: copies as unknown as Json }; // plain data
  return item;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function publisherIn(item: JsonObject): string {
  return textOf(ownValue(item, 'container-title')) || textOf(ownValue(item, 'publisher'));
}

/** Names as people write them in one line. */
function namesIn(value: Json | undefined): string {
  if (!Array.isArray(value)) return textOf(value);
  const list: readonly Json[] = value;
  return list.map(nameIn).filter(name => name !== '').join('; ');
}

function nameIn(value: Json): string {
  if (!isJsonObject(value)) return textOf(value);
  const part = (key: string): string => textOf(ownValue(value, key));
  if (part('literal')) return part('literal');
  const family = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
  return [family, given, part('suffix')].filter(Boolean).join(', ');
}

/** Names out of one line: several are parted by semicolons, family and given names by a comma. One without is taken whole. */
function namesOf(text: string): Json {
  return text.split(';').map(name => name.trim()).filter(name => name !== '').map((name): JsonObject => {
    const [family, given, suffix] = name.split(',').map(part => part.trim());
    return given ? { family: family!, given, ...(suffix && { suffix }) } : { literal: name };
  });
}

/** A date as ISO 8601, as exact as it is; a range by its beginning; the words of one that is no date. */
function dateIn(value: Json | undefined): string {
  if (!isJsonObject(value)) return textOf(value);
  const parts = ownValue(value, 'date-parts');
  const first: Json | undefined = Array.isArray(parts) ? (parts as readonly Json[])[0] : undefined;
  const [year, month, day] = Array.isArray(first) ? (first as readonly Json[]).map(Number) : [];
  if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) return textOf(ownValue(value, 'raw')) || textOf(ownValue(value, 'literal'));
  const isPart = (part: number | undefined, most: number): part is number => part !== undefined && Number.isInteger(part) && part >= 1 && part <= most;
  const written = String(year).padStart(4, '0');
  if (!isPart(month, 12)) return written;
  return [written, String(month).padStart(2, '0'), ...(isPart(day, 31) ? [String(day).padStart(2, '0')] : [])].join('-');
}

function dateOf(text: string): Json {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)/.exec(text);
  return match ? { 'date-parts': [match.slice(1, 4).filter(part => part !== undefined).map(Number)] } : { raw: text };
}

function readCopy(value: Json): JsonObject {
  const text = (key: string): string => (isJsonObject(value) ? textOf(ownValue(value, key)) : '');
  return { url: safeUrl(text('url')), date: text('date'), sha256: text('sha256'), fileName: text('fileName') };
}

/** Addresses that run a program when they are opened do not come in from other people's files. */
function safeUrl(url: string): string {
  return /^[\s\p{Cc}]*(?:javascript|vbscript|data)\s*:/iu.test(url) ? '' : url;
}
