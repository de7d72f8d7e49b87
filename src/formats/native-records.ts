import { annotationTypes } from '../domain/annotation.ts';
import { evidenceField, parseEvidenceField, readEvidence } from '../domain/evidence.ts';
import { sameJson, type Json, type JsonObject } from '../domain/json.ts';
import { headsOf, isDisputed, valueOf, type FieldRecord, type Head } from '../domain/record.ts';
import { annotationShape, articleShape, evidenceShape, ownFields, shapeOf, shownValue, sourceShape, type RecordShape } from './native-fields.ts';
import { sortKeys } from './write-json.ts';

/** An object while it is being written, with keys of ours; they come out in the order in which they were set. */
export type Draft = { [key: string]: Json };

const anchorKeys = ['version', 'start', 'end', 'exact', 'prefix', 'suffix', 'placement', 'gone'];
const placementKeys = ['version', 'state', 'start', 'end', 'confidence', 'exact'];
const calculationKeys = ['inputs', 'formula', 'unit', 'result'];
const inputKeys = ['name', 'value', 'unit'];
const copyKeys = ['url', 'date', 'sha256', 'fileName'];
const verdictKeys = ['scale', 'scaleVersion', 'rating', 'explanation', 'by', 'at', 'textHash', 'words'];

/** The article as the native file shows it. */
export function writeArticle(id: string, record: FieldRecord | null): JsonObject {
  const draft: Draft = { id };
  if (!record) {
    for (const field in articleShape) if (articleShape[field]!.silent !== true) draft[field] = articleShape[field]!.empty;
    return draft;
  }
  const own = new Set(Object.keys(articleShape));
  writeOwn(draft, record, articleShape, own);
  return withRest(draft, record, articleShape, own);
}

/** A source as the native file shows it; null for one whose creation was undone. */
export function writeSource(record: FieldRecord): JsonObject | null {
  if (Object.keys(record.fields).every(field => (valueOf(record, field) ?? null) === null)) return null;
  const draft: Draft = { id: record.id };
  const own = new Set(Object.keys(sourceShape));
  writeOwn(draft, record, sourceShape, own);
  // Left out while they are empty; `shownValue` gives a list of objects.
  if (draft['copies']) draft['copies'] = (draft['copies'] as readonly JsonObject[]).map(copy => inOrder(copy, copyKeys));
  if (draft['csl']) draft['csl'] = sortKeys(draft['csl']);
  return withRest(draft, record, sourceShape, own);
}

/** An annotation as the native file shows it; null for one that was removed or never got a type. */
export function writeAnnotation(record: FieldRecord): JsonObject | null {
  const type = annotationTypes.find(name => name === valueOf(record, 'type'));
  if (!type || valueOf(record, 'removed') === true) return null;
  const own = ownFields[type];
  const draft: Draft = { id: record.id };
  writeOwn(draft, record, annotationShape, own);
  draft['anchors'] = (draft['anchors'] as readonly JsonObject[]).map(writeAnchor); // `shownValue` gives a list of them
  const verdict = own.has('verdict') ? (draft['verdict'] as JsonObject | null) : undefined; // or null, by its shape
  delete draft['verdict'];
  const evidence = writeEvidence(record);
  if (verdict !== undefined || evidence.length > 0) draft['evidence'] = evidence;
  if (verdict !== undefined) draft['verdict'] = verdict && inOrder(verdict, verdictKeys);
  return withRest(draft, record, annotationShape, own);
}

function writeAnchor(anchor: JsonObject): JsonObject {
  const draft: Draft = { ...inOrder(anchor, anchorKeys) };
  draft['placement'] = inOrder(anchor['placement'] as JsonObject, placementKeys); // by the anchor's shape
  return draft;
}

function writeEvidence(record: FieldRecord): JsonObject[] {
  return readEvidence(record).map(({ extra, calculation: _, order, ...piece }) => ({
    ...piece,
    calculation: writeCalculation(shownValue(evidenceShape['calculation']!, valueOf(record, evidenceField(piece.id, 'calculation')))),
    order,
    ...(sortKeys(extra) as JsonObject), // an object stays one
  }));
}

function writeCalculation(raw: Json): JsonObject | null {
  const calculation = raw as JsonObject | null; // by its shape, as are its inputs
  if (!calculation) return null;
  const inputs = (calculation['inputs'] as readonly JsonObject[]).map(input => inOrder(input, inputKeys));
  return { ...inOrder(calculation, calculationKeys), inputs };
}

function writeOwn(draft: Draft, record: FieldRecord, shapes: RecordShape, own: ReadonlySet<string>): void {
  for (const field in shapes) {
    if (!own.has(field)) continue;
    const shape = shapes[field]!;
    const value = shownValue(shape, valueOf(record, field));
    if (shape.silent !== true || !sameJson(value, shape.empty)) draft[field] = value;
  }
}

/** The object with who and when, disputes, and the fields that are not the record's own. */
function withRest(draft: Draft, record: FieldRecord, shapes: RecordShape, own: ReadonlySet<string>): JsonObject {
  const { createdAt, createdBy, modifiedAt, modifiedBy } = record;
  const fields = Object.keys(record.fields).sort();
  const disputed = fields.filter(field => isDisputed(headsOf(record, field)));
  const disputes = Object.fromEntries(disputed.map(field => [field, headsOf(record, field).map(writeHead)]));
  const rest = fields.flatMap((field): [string, Json][] => {
    const value = valueOf(record, field) ?? null;
    const elsewhere = own.has(field) || (shapes === annotationShape && parseEvidenceField(field) !== null);
    return value === null || elsewhere ? [] : [[field, sortKeys(value)]];
  });
  return { ...draft, createdAt, createdBy, modifiedAt, modifiedBy, ...(disputed.length > 0 && { disputes }), ...Object.fromEntries(rest) };
}

function writeHead({ operation, value, at, by }: Head): JsonObject {
  return { operation, value: sortKeys(value), at, by };
}

/** An object with its known keys first, in their order, then the others, sorted. */
export function inOrder(object: JsonObject, keys: readonly string[]): JsonObject {
  const rest = Object.keys(object).filter(key => !keys.includes(key)).sort();
  return Object.fromEntries([...keys.filter(key => Object.hasOwn(object, key)), ...rest].map(key => [key, sortKeys(object[key]!)]));
}

/** The fields of a record as the file would show them, by name; those of evidence as `evidence/<id>/<property>`. */
export function shownFields(record: FieldRecord | undefined, shapes: RecordShape, own: ReadonlySet<string>): ReadonlyMap<string, Json> {
  const shown = new Map<string, Json>();
  for (const field in record?.fields) {
    const value = valueOf(record, field) ?? null;
    const evidence = shapes === annotationShape ? parseEvidenceField(field) : null;
    const shape = evidence ? shapeOf(evidenceShape, evidence.property) : own.has(field) ? shapeOf(shapes, field) : undefined;
    if (shape) shown.set(field, shownValue(shape, value));
    else if (value !== null) shown.set(field, value);
  }
  return shown;
}
