import * as v from 'valibot';
import { hashText, type ArticleVersion } from '../domain/article-version.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { Operation, Step } from '../domain/operation.ts';
import { check, fault, id, inUtc, object, oneOf, text, time, wrong } from './check.ts';
import { FormatError, showValue, type Path } from './format-error.ts';
import { checkAnchors, type Texts } from './anchors.ts';
import { annotationShape, articleShape, sourceShape } from './native-fields.ts';
import { inOrder } from './native-records.ts';
import { ownValue, pathTo } from './parse-json.ts';
import { checkFieldValue, mostHeads } from './said.ts';

const origins = ['paste', 'file', 'import', 'page', 'sample', 'edit'] as const;
const versionKeys = ['id', 'document', 'text', 'hash', 'at', 'by', 'origin'];
const stepKeys = ['id', 'article', 'name', 'at', 'by', 'undoes', 'operations'];
const operationKeys = ['id', 'annotation', 'source', 'field', 'value', 'base', 'at', 'by'];

/** A version as the file shows it: without the article's id, which is the file's. */
export function writeVersion({ article: _, ...version }: ArticleVersion): JsonObject {
  return inOrder({ ...version }, versionKeys);
}

/** A step as the file shows it: its article only where that is not the file's, no empty subjects. */
export function writeStep(step: Step): JsonObject {
  const { article, operations, ...rest } = step;
  return { ...inOrder({ ...rest, ...(article === null && { article }) }, stepKeys), operations: operations.map(writeOperation) };
}

function writeOperation({ article: _, annotation, ...operation }: Operation): JsonObject {
  return inOrder({ ...operation, ...(annotation !== null && { annotation }) }, operationKeys);
}

const versionShape = object({ id, text, hash: text, at: time, by: text, origin: oneOf(origins) });

/** Reads the versions of a file. Keys that this program does not know stay on them. Throws `FormatError`. */
export function readVersions(raw: Json | undefined, article: string, path: Path): readonly ArticleVersion[] {
  const ids = new Set<string>();
  return listOf(raw, path).map((version, index) => {
    const at = pathTo(path, index);
    check(versionShape, version, at);
    const document = isJsonObject(version) ? ownValue(version, 'document') : undefined;
    if (!isJsonObject(document)) throw wrong(pathTo(at, 'document'), 'must be an object', document);
    if (document['type'] !== 'doc') throw wrong(pathTo(at, 'document', 'type'), 'must be "doc"', document['type']);
    if (ids.has(version.id)) throw fault(pathTo(at, 'id'), `is used twice: ${showValue(version.id)}`);
    ids.add(version.id);
    if (hashText(version.text) !== version.hash.toLowerCase()) {
      throw new FormatError(
        'invalid',
        'does not belong to the text beside it, so the text was changed after it was saved. Annotations would stand on other words: ' +
          'get the file again, or put the text back as it was.',
        pathTo(at, 'hash'),
      );
    }
    return { ...version, document, article, hash: version.hash.toLowerCase(), at: inUtc(version.at) };
  });
}

const stepShape = object({ id, name: text, at: time, by: text, undoes: v.nullable(id) });
const operationShape = object({ id, field: text, base: v.array(id, 'must be a list of ids'), at: time, by: text });

/** Reads the history of a file. Keys that this program does not know stay on steps and operations. Throws `FormatError`. */
export function readSteps(raw: Json | undefined, article: string, texts: Texts, path: Path): readonly Step[] {
  if (raw === undefined || raw === null) return [];
  const ids = new Set<string>();
  const order = new OperationOrder();
  const steps = listOf(raw, path).map((step, index) => {
    const at = pathTo(path, index);
    if (!isJsonObject(step)) throw wrong(at, 'must be an object', step);
    const named = ownValue(step, 'article') ?? null;
    if (named !== null && named !== article) throw wrong(pathTo(at, 'article'), `must be left out, null or ${showValue(article)}`, named);
    const draft: JsonObject = { undoes: null, ...step };
    check(stepShape, draft, at);
    if (ids.has(draft.id)) throw fault(pathTo(at, 'id'), `is used twice: ${showValue(draft.id)}`);
    ids.add(draft.id);
    const operations = listOf(ownValue(step, 'operations'), pathTo(at, 'operations')).map((operation, number) =>
      readOperation(operation, article, texts, order, pathTo(at, 'operations', number)),
    );
    return { ...draft, article: Object.hasOwn(step, 'article') && named === null ? null : article, at: inUtc(draft.at), operations };
  });
  order.finish();
  return steps;
}

function readOperation(raw: Json, article: string, texts: Texts, order: OperationOrder, path: Path): Operation {
  if (!isJsonObject(raw)) throw wrong(path, 'must be an object', raw);
  const annotation = ownValue(raw, 'annotation') ?? null;
  const source = ownValue(raw, 'source') ?? null;
  const value = ownValue(raw, 'value');
  const { source: _, ...rest } = raw;
  check(operationShape, rest, path);
  if (annotation !== null) check(id, annotation, pathTo(path, 'annotation'));
  if (source !== null) check(id, source, pathTo(path, 'source'));
  if (annotation !== null && source !== null) throw fault(pathTo(path, 'source'), 'cannot stand beside "annotation"');
  if (value === undefined) throw fault(pathTo(path, 'value'), 'is missing; null takes a value away');
  const shapes = source !== null ? sourceShape : annotation !== null ? annotationShape : articleShape;
  checkFieldValue(rest.field, value, shapes, pathTo(path, 'value'));
  if (shapes === annotationShape && rest.field === 'anchors' && value !== null) checkAnchors(value, texts, pathTo(path, 'value'));
  order.add(rest, String(source ?? annotation ?? article), path);
  return { ...rest, article: source === null ? article : null, annotation, ...(source !== null && { source }), value, at: inUtc(rest.at) };
}

/** An operation costs time with the fields that its record has. Up to these, nobody minds. */
const usualFields = 100;

/** Fields beyond the usual ones, counted at every operation, that a fold takes about four seconds for. */
const mostExcess = 5_000_000;

/**
 * Sees to it that operations can be folded:
 * - each comes once, and after those that it builds on;
 * - no record has so many fields, and no field so many undecided values, that a fold would take longer than seconds.
 */
class OperationOrder {
  readonly #seen = new Set<string>();
  /** Operations that others build on and that have not come; they may be missing, but must not come later. */
  readonly #awaited = new Map<string, Path>();
  readonly #heads = new Map<string, Map<string, Set<string>>>();
  #excess = 0;

  add({ id, base, field }: { id: string; base: readonly string[]; field: string }, subject: string, path: Path): void {
    if (this.#seen.has(id)) throw fault(pathTo(path, 'id'), `is used twice: ${showValue(id)}`);
    this.#seen.add(id);
    if (base.length > mostHeads) throw fault(pathTo(path, 'base'), `names more than ${mostHeads} operations`);
    for (const other of base) if (!this.#seen.has(other)) this.#awaited.set(other, pathTo(path, 'base'));
    if (base.includes(id)) throw fault(pathTo(path, 'base'), 'names the operation itself');

    const fields = this.#heads.get(subject) ?? new Map<string, Set<string>>();
    this.#heads.set(subject, fields);
    const heads = fields.get(field) ?? new Set<string>();
    fields.set(field, heads);
    for (const other of base) heads.delete(other);
    heads.add(id);
    this.#excess += Math.max(0, fields.size - usualFields);
    if (this.#excess > mostExcess) throw fault(pathTo(path, 'field'), `is one of too many fields: ${showValue(subject)} has ${fields.size}`);
    if (heads.size > mostHeads) throw fault(pathTo(path, 'base'), `leaves more than ${mostHeads} values of one field beside each other`);
  }

  finish(): void {
    for (const [id, path] of this.#awaited) {
      if (this.#seen.has(id)) throw fault(path, `names an operation that comes only later: ${showValue(id)}`);
    }
  }
}

function listOf(raw: Json | undefined, path: Path): readonly Json[] {
  if (Array.isArray(raw)) return raw;
  throw wrong(path, 'must be a list', raw);
}
