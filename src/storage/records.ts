import type { ArticleVersion, VersionOrigin } from '../domain/article-version.ts';
import { annotationTypes } from '../domain/annotation.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import type { FieldRecord, Head } from '../domain/record.ts';
import { statuses } from '../domain/status.ts';
import { freshScreen, noFilter, sortings, type Filter, type Screen } from '../store/screen.ts';

/**
 * What comes out of the database is parsed: another version of the program, a fault or the disk may have left
 * anything there. Each function gives null for what it cannot read. Values inside are what structured cloning gives
 * back for JSON, so that their depths need no second look.
 */

/** An object of which nothing is known yet. */
export type Fields = { readonly [key: string]: unknown };

export const isFields = (value: unknown): value is Fields => isJsonObject(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
export const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
export const isJson = (value: unknown): value is Json => value !== undefined && typeof value !== 'bigint';

function isHead(value: unknown): value is Head & Fields {
  return isFields(value) && isText(value['operation']) && isText(value['at']) && isText(value['by']) && isJson(value['value']);
}

function isHeads(fields: unknown): fields is { readonly [field: string]: readonly Head[] } {
  if (!isFields(fields)) return false;
  for (const field in fields) {
    const heads = fields[field];
    if (!Array.isArray(heads) || heads.length === 0 || !heads.every(isHead)) return false;
  }
  return true;
}

/** A folded record. */
export function parseRecord(value: unknown): FieldRecord | null {
  if (!isFields(value)) return null;
  const { id, article, fields, createdAt, createdBy, modifiedAt, modifiedBy } = value;
  if (!isText(id) || !isTextOrNull(article) || !isHeads(fields)) return null;
  if (!isText(createdAt) || !isText(createdBy) || !isText(modifiedAt) || !isText(modifiedBy)) return null;
  return { id, article, fields, createdAt, createdBy, modifiedAt, modifiedBy };
}

const origins: readonly string[] = ['paste', 'file', 'import', 'page', 'sample', 'edit'] satisfies VersionOrigin[];
const isOrigin = (value: unknown): value is VersionOrigin => isText(value) && origins.includes(value);

/** A version of an article's text. */
export function parseVersion(value: unknown): ArticleVersion | null {
  if (!isFields(value)) return null;
  const { id, article, document, text, hash, at, by, origin } = value;
  if (!isText(id) || !isText(article) || !isJsonObject(document) || !isText(text) || !isText(hash)) return null;
  if (!isText(at) || !isText(by)) return null;
  return { id, article, document, text, hash, at, by, origin: isOrigin(origin) ? origin : 'import' };
}

/** How a screen was left; what cannot be read of it is as on a fresh one. */
export function parseScreen(value: unknown): Screen | null {
  if (!isFields(value)) return null;
  const { active, filter, sorting, readingOffset, coverage, draft } = value;
  return {
    active: isText(active) ? active : null,
    filter: isFields(filter) ? parseFilter(filter) : noFilter,
    sorting: sortings.find(name => name === sorting) ?? freshScreen.sorting,
    readingOffset: typeof readingOffset === 'number' && readingOffset >= 0 ? readingOffset : 0,
    coverage: coverage === true,
    draft: isFields(draft) && isText(draft['version']) && isJsonObject(draft['document']) ? { version: draft['version'], document: draft['document'] } : null,
  };
}

function parseFilter(filter: Fields): Filter {
  const list = (name: string): readonly string[] => (isTextList(filter[name]) ? filter[name] : []);
  return {
    search: isText(filter['search']) ? filter['search'] : '',
    types: annotationTypes.filter(type => list('types').includes(type)),
    statuses: statuses.filter(status => list('statuses').includes(status)),
    ratings: list('ratings'),
    tags: list('tags'),
    reviewers: list('reviewers'),
  };
}
