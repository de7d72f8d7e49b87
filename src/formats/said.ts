import { annotationTypes, type AnnotationType } from '../domain/annotation.ts';
import { evidenceField, parseEvidenceField } from '../domain/evidence.ts';
import { isJsonObject, sameJson, type Json, type JsonObject } from '../domain/json.ts';
import { headsOf, isDisputed, valueOf, type FieldRecord, type Head } from '../domain/record.ts';
import type { Authorship, Statement } from './account.ts';
import { check, fault, id as idShape, inUtc, object, text, time, wrong } from './check.ts';
import { showValue, type Path } from './format-error.ts';
import { annotationShape, evidenceShape, ownFields, reservedNames, shapeOf, shownValue, type FieldShape, type RecordShape } from './native-fields.ts';
import { shownFields } from './native-records.ts';
import { ownValue, pathTo } from './parse-json.ts';

/** What the readable part of a file says about one record, checked and in the shape of fields. */
export interface Said {
  readonly id: string;
  readonly shapes: RecordShape;
  /** The fields that its type has. */
  readonly own: ReadonlySet<string>;
  /** Values by field, where the file has one; those of evidence, which are complete, as `evidence/<id>/<property>`. */
  readonly fields: ReadonlyMap<string, Json>;
  /** Ids of the evidence listed. */
  readonly evidence: ReadonlySet<string>;
  readonly disputes: ReadonlyMap<string, readonly Head[]>;
  readonly authorship: Authorship;
}

/** Most keys of one record. More is nobody's work, and folding a record takes time with the square of its fields. */
const mostFields = 2000;

/** Most pieces of evidence of one annotation, for the same reason: each has eight fields and more. */
const mostEvidence = 500;

/** Most values of one field that stand beside each other because nobody has decided. */
export const mostHeads = 500;

/** A check of a value beyond its shape, which may also put it right. */
export type Look = (field: string, value: Json, path: Path) => Json;

/** Reads the article, an annotation or a source of a file. Throws `FormatError`. */
export function readSaid(raw: Json | undefined, shapes: RecordShape, path: Path, look: Look = (_, value) => value): Said {
  if (!isJsonObject(raw)) throw wrong(path, 'must be an object', raw);
  const id = ownValue(raw, 'id');
  check(idShape, id, pathTo(path, 'id'));
  const own = shapes === annotationShape ? ownFields[readType(raw, path)] : new Set(Object.keys(shapes));
  const fields = new Map<string, Json>();
  if (Object.keys(raw).length > mostFields) throw fault(path, `has more than ${mostFields} keys`);
  readFields(raw, shapes, own, path, (field, value, at) => fields.set(field, look(field, value, at)));
  const evidence = new Set<string>();
  if (shapes === annotationShape) readEvidence(ownValue(raw, 'evidence'), pathTo(path, 'evidence'), evidence, fields);
  else if (Object.hasOwn(raw, 'evidence')) throw fault(pathTo(path, 'evidence'), 'cannot stand here; only annotations have evidence');
  return { id, shapes, own, fields, evidence, disputes: readDisputes(raw, shapes, path), authorship: readAuthorship(raw, path) };
}

function readType(raw: JsonObject, path: Path): AnnotationType {
  const type = annotationTypes.find(name => name === ownValue(raw, 'type'));
  if (!type) check(annotationShape['type']!.shape, ownValue(raw, 'type'), pathTo(path, 'type'));
  return type!; // the line before throws for anything else
}

function readFields(raw: JsonObject, shapes: RecordShape, own: ReadonlySet<string>, path: Path, set: (field: string, value: Json, path: Path) => void): void {
  for (const field in shapes) {
    const value = ownValue(raw, field) ?? null;
    const at = pathTo(path, field);
    const shape = shapes[field]!;
    if (value === null) continue;
    check(shape.shape, value, at);
    set(field, own.has(field) ? shownValue(shape, value) : value, at);
  }
  for (const field of Object.keys(raw)) {
    if (shapeOf(shapes, field) || reservedNames.has(field)) continue;
    checkName(field, pathTo(path, field));
    if (raw[field] !== null) set(field, raw[field]!, pathTo(path, field));
  }
}

/** Checks the name of a field that this program does not know. */
export function checkName(field: string, path: Path): void {
  if (field === '' || field.length > 300) throw fault(path, 'needs a name of 1 to 300 characters');
  if (field.startsWith('evidence/')) throw fault(path, 'needs another name; evidence belongs in the list "evidence"');
}

function readEvidence(raw: Json | undefined, path: Path, ids: Set<string>, fields: Map<string, Json>): void {
  if (raw === undefined || raw === null) return;
  if (!Array.isArray(raw)) throw wrong(path, 'must be a list', raw);
  const list: readonly Json[] = raw;
  if (list.length > mostEvidence) throw fault(path, `has more than ${mostEvidence} pieces`);
  const own = new Set(Object.keys(evidenceShape));
  let order = 0;
  for (const [index, piece] of list.entries()) {
    const at = pathTo(path, index);
    if (!isJsonObject(piece)) throw wrong(at, 'must be an object', piece);
    if (Object.keys(piece).length > 100) throw fault(at, 'has more than 100 keys');
    const id = ownValue(piece, 'id');
    check(idShape, id, pathTo(at, 'id'));
    if (id.includes('/')) throw fault(pathTo(at, 'id'), `must not contain "/", but is ${showValue(id)}`);
    if (ids.has(id)) throw fault(pathTo(at, 'id'), `is used twice: ${showValue(id)}`);
    ids.add(id);
    for (const property of own) fields.set(evidenceField(id, property), evidenceShape[property]!.empty);
    readFields(piece, evidenceShape, own, at, (property, value) => fields.set(evidenceField(id, property), value));
    // Written by hand without "order": as they are listed.
    if ((ownValue(piece, 'order') ?? null) === null) fields.set(evidenceField(id, 'order'), order + 1);
    order = fields.get(evidenceField(id, 'order')) as number; // checked, or set one line before
  }
}

const headShape = object({ operation: idShape, at: time, by: text });

function readDisputes(raw: JsonObject, shapes: RecordShape, path: Path): ReadonlyMap<string, readonly Head[]> {
  const disputes = new Map<string, readonly Head[]>();
  const all = ownValue(raw, 'disputes') ?? null;
  if (all === null) return disputes;
  if (!isJsonObject(all)) throw wrong(pathTo(path, 'disputes'), 'must be an object', all);
  for (const field of Object.keys(all)) {
    const at = pathTo(path, 'disputes', field);
    const list = all[field]!;
    if (!Array.isArray(list)) throw wrong(at, 'must be a list', list);
    if (list.length > mostHeads) throw fault(at, `has more than ${mostHeads} values`);
    disputes.set(field, list.map((head: Json, index) => readHead(head, field, shapes, pathTo(at, index))));
  }
  return disputes;
}

function readHead(raw: Json, field: string, shapes: RecordShape, path: Path): Head {
  check(headShape, raw, path);
  const value = (isJsonObject(raw) ? ownValue(raw, 'value') : undefined) ?? null;
  checkFieldValue(field, value, shapes, pathTo(path, 'value'));
  return { operation: raw.operation, value, at: inUtc(raw.at), by: raw.by };
}

/** Checks the name of a field and a value for it, as an operation sets it: null takes the value away. */
export function checkFieldValue(field: string, value: Json, shapes: RecordShape, path: Path): void {
  const evidence = shapes === annotationShape ? parseEvidenceField(field) : null;
  const name = evidence ? evidence.property : field;
  if (evidence ? name === 'id' : reservedNames.has(name)) throw fault(path, `belongs to a field that cannot be set: ${showValue(name)}`);
  const shape = evidence ? shapeOf(evidenceShape, name) : shapeOf(shapes, name);
  if (!shape) checkName(name, path);
  else if (value !== null) check(shape.shape, value, path);
}

function readAuthorship(raw: JsonObject, path: Path): Authorship {
  const read = (key: keyof Authorship): string | null => {
    const value = ownValue(raw, key) ?? null;
    if (value === null) return null;
    const isMoment = key.endsWith('At');
    const shape = isMoment ? time : text;
    check(shape, value, pathTo(path, key));
    return isMoment ? inUtc(value) : value;
  };
  return { createdAt: read('createdAt'), createdBy: read('createdBy'), modifiedAt: read('modifiedAt'), modifiedBy: read('modifiedBy') };
}

/** What a file says about a record and the record does not; none when both say the same. */
export function statementsOf(said: Said, record: FieldRecord | undefined): readonly Statement[] {
  const shown = shownFields(record, said.shapes, said.own);
  const living = livingEvidence(record);
  const statements: Statement[] = [];
  for (const field of new Set([...said.fields.keys(), ...shown.keys(), ...said.disputes.keys()])) {
    const piece = said.shapes === annotationShape ? parseEvidenceField(field) : null;
    if (piece && !said.evidence.has(piece.id)) continue;
    const shape = piece ? shapeOf(evidenceShape, piece.property) : said.own.has(field) ? shapeOf(said.shapes, field) : undefined;
    const empty = shape ? shape.empty : null;
    const value = said.fields.get(field) ?? empty;
    const heads = headsFor(said.disputes.get(field), shape, value);
    const now = headsOf(record, field);
    if (heads && isDisputed(now) && heads.every(head => now.some(({ operation }) => operation === head.operation))) continue;
    // A new piece of evidence needs at least one value that is set, or there would be none.
    const begins = piece !== null && piece.property === 'stance' && !living.has(piece.id);
    const differs = !sameJson(value, shown.get(field) ?? empty) || isDisputed(now) || heads !== null;
    if (differs || (begins && (valueOf(record, field) ?? null) === null)) statements.push({ field, value, ...(heads && { heads }) });
  }
  for (const id of living) if (!said.evidence.has(id)) statements.push({ field: evidenceField(id, 'removed'), value: true });
  return statements;
}

/** The disputed values of a field; null when it has one value, or another than the first of them is shown. */
function headsFor(heads: readonly Head[] | undefined, shape: FieldShape | undefined, value: Json): readonly Head[] | null {
  if (!heads || !isDisputed(heads)) return null;
  const first = shape ? shownValue(shape, heads[0]!.value) : heads[0]!.value;
  return sameJson(first, value) ? heads : null;
}

/** Ids of the evidence that the record shows. */
function livingEvidence(record: FieldRecord | undefined): ReadonlySet<string> {
  const living = new Set<string>();
  for (const field in record?.fields) {
    const piece = parseEvidenceField(field);
    if (piece && (valueOf(record, field) ?? null) !== null && valueOf(record, evidenceField(piece.id, 'removed')) !== true) living.add(piece.id);
  }
  return living;
}
