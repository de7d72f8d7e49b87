import type { ArticleVersion, VersionOrigin } from '../domain/article-version.ts';
import { annotationTypes } from '../domain/annotation.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import type { FieldRecord, Head } from '../domain/record.ts';
import { statuses } from '../domain/status.ts';
import { freshScreen, noFilter, sortings, type Filter, type Screen } from '../store/screen.ts';
import type { LogEntry, StepHead } from './log.ts';

/**
 * What comes out of the database is parsed: another version of the program, a fault or the disk may have left
 * anything there. Each function gives null for what it cannot read. Values inside are what structured cloning gives
 * back for JSON, so that their depths need no second look.
 */

type Fields = { readonly [key: string]: unknown };

const isFields = (value: unknown): value is Fields => isJsonObject(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isJson = (value: unknown): value is Json => value !== undefined && typeof value !== 'bigint';

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

/** An operation. */
export function parseOperation(value: unknown): Operation | null {
  if (!isFields(value)) return null;
  const { id, article, annotation, source, field, value: content, base, at, by } = value;
  if (!isText(id) || !isTextOrNull(article) || !isTextOrNull(annotation) || (source !== undefined && !isText(source))) return null;
  if ((source === undefined && article === null) || !isText(field) || !isJson(content) || !isTextList(base)) return null;
  if (!isText(at) || !isText(by)) return null;
  return { id, article, annotation, ...(source !== undefined && { source }), field, value: content, base, at, by };
}

function parseStep(value: unknown): StepHead | null {
  if (!isFields(value)) return null;
  const { id, article, name, at, by, undoes } = value;
  if (!isText(id) || !isTextOrNull(article) || !isText(name) || !isText(at) || !isText(by) || !isTextOrNull(undoes)) return null;
  return { id, article, name, at, by, undoes };
}

/** An entry of the log, and how many of its operations could not be read. */
export function parseEntry(value: LogEntry | undefined): { entry: LogEntry; damaged: number } | null {
  const raw: unknown = value;
  if (!isFields(raw)) return null;
  const { topic, position, tokens } = raw;
  const step = parseStep(raw['step']);
  if (!step || !isText(topic) || typeof position !== 'number' || !Array.isArray(raw['operations'])) return null;
  const all: readonly unknown[] = raw['operations'];
  const operations = all.map(parseOperation).filter(operation => operation !== null);
  const entry = { topic, position, step, continues: raw['continues'] === true, tokens: isTextList(tokens) ? tokens : [], operations };
  return { entry, damaged: all.length - operations.length };
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
  const { active, filter, sorting, readingOffset } = value;
  return {
    active: isText(active) ? active : null,
    filter: isFields(filter) ? parseFilter(filter) : noFilter,
    sorting: sortings.find(name => name === sorting) ?? freshScreen.sorting,
    readingOffset: typeof readingOffset === 'number' && readingOffset >= 0 ? readingOffset : 0,
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
