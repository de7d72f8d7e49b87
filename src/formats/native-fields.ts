import * as v from 'valibot';
import { annotationTypes, claimKinds, quoteForms, type AnnotationType } from '../domain/annotation.ts';
import { articleFields } from '../domain/article.ts';
import { sourceRoles, stances } from '../domain/evidence.ts';
import type { Json } from '../domain/json.ts';
import { quoteOutcomes } from '../domain/quote-result.ts';
import { confidentialities, sourceFields } from '../domain/source.ts';
import { id, object, offset, oneOf, text, time } from './check.ts';
import { scaleShape } from './scale-file.ts';

/** What one field of a record may hold, and what stands there when it was never set. */
export interface FieldShape {
  readonly shape: v.GenericSchema;
  readonly empty: Json;
  /** Whether the file leaves it out while it is empty. Default false. */
  readonly silent?: boolean;
}

/** The fields that this program knows of one kind of record. */
export type RecordShape = { readonly [field: string]: FieldShape };

const placementStates = ['exact', 'moved', 'changed', 'ambiguous', 'lost'] as const;

/** A place may be -1: that of words which are lost. Whether it lies in the text is checked against the text. */
const place = v.pipe(v.number('must be a whole number'), v.safeInteger('must be a whole number'), v.minValue(-1, 'must be a whole number from -1'));

const confidenceRule = 'must be a number from 0 to 1';

const anchorShape = object({
  version: id,
  start: offset,
  end: offset,
  exact: text,
  prefix: text,
  suffix: text,
  placement: object({
    version: id,
    state: oneOf(placementStates),
    start: place,
    end: place,
    confidence: v.pipe(v.number(confidenceRule), v.minValue(0, confidenceRule), v.maxValue(1, confidenceRule)),
    exact: v.optional(text),
  }),
  gone: v.optional(v.boolean('must be true or false')),
});

const verdictShape = object({
  scale: id,
  scaleVersion: offset,
  rating: v.nullable(text),
  explanation: text,
  by: text,
  at: time,
  textHash: text,
  words: v.optional(text),
});

const yesNoOpen = v.nullable(v.boolean('must be true, false or null'));

const quoteResultShape = object({
  transcript: id,
  transcriptHash: text,
  words: text,
  outcome: oneOf(quoteOutcomes),
  similarity: v.pipe(v.number(confidenceRule), v.minValue(0, confidenceRule), v.maxValue(1, confidenceRule)),
  said: text,
  speaker: text,
  speakerAgrees: yesNoOpen,
  locator: text,
  differences: v.array(object({ class: text, printed: text, said: text }), 'must be a list'),
  meaningChanged: yesNoOpen,
  contextFair: yesNoOpen,
  by: text,
  at: time,
});

const calculationShape = object({
  inputs: v.array(object({ name: text, value: text, unit: text }), 'must be a list'),
  formula: text,
  unit: text,
  result: v.nullable(v.number('must be a number, or null')),
});

const copyShape = object({ url: text, date: text, sha256: text, fileName: text });

const textField: FieldShape = { shape: text, empty: '' };
const flag: FieldShape = { shape: v.boolean('must be true or false'), empty: false, silent: true };

/**
 * Dates that people enter (published, accessed, said at) are text here: what cannot be read as a date is shown as it
 * was typed and left out where a format needs a date. A backup must not be refused for a slip of the pen.
 */
export const articleShape: RecordShape = {
  ...Object.fromEntries(articleFields.map(field => [field, textField])),
  scale: { shape: text, empty: 'accuracy' },
  quoteScale: { ...textField, silent: true },
  version: textField,
  scales: { shape: v.array(scaleShape, 'must be a list of rating scales'), empty: [], silent: true },
  removed: flag,
};

/** The fields of annotations of all types; `ownFields` says which of them a type has. */
export const annotationShape: RecordShape = {
  type: { shape: oneOf(annotationTypes), empty: null },
  anchors: { shape: v.array(anchorShape, 'must be a list'), empty: [] },
  text: textField,
  claimant: textField,
  claimDate: textField,
  kind: { shape: oneOf([...claimKinds, ''] as const), empty: '' },
  form: { shape: oneOf(quoteForms), empty: 'direct' },
  speaker: textField,
  role: textField,
  place: textField,
  saidAt: textField,
  tags: { shape: v.array(text, 'must be a list of texts'), empty: [] },
  comment: textField,
  check: { shape: v.nullable(quoteResultShape), empty: null },
  verdict: { shape: v.nullable(verdictShape), empty: null },
  removed: flag,
};

const baseFields = ['type', 'anchors', 'tags', 'comment', 'removed'];

/** The fields that annotations of a type have; the other known ones are kept for them as unknown ones are. */
export const ownFields: { readonly [type in AnnotationType]: ReadonlySet<string> } = {
  claim: new Set([...baseFields, 'text', 'claimant', 'claimDate', 'kind', 'verdict']),
  quote: new Set([...baseFields, 'form', 'speaker', 'role', 'place', 'saidAt', 'check', 'verdict']),
  note: new Set([...baseFields, 'text']),
  'nothing-to-check': new Set(baseFields),
};

/** The properties of one piece of evidence. */
export const evidenceShape: RecordShape = {
  source: { shape: v.nullable(v.union([id, v.literal('')], 'must be the id of a source, or null')), empty: null },
  excerpt: textField,
  locator: textField,
  stance: { shape: oneOf(stances), empty: 'supports' },
  role: { shape: oneOf(sourceRoles), empty: 'secondary' },
  note: textField,
  group: textField,
  method: textField,
  searched: textField,
  calculation: { shape: v.nullable(calculationShape), empty: null },
  order: { shape: v.number('must be a number'), empty: 0 },
  removed: flag,
};

/** The fields of a source. */
export const sourceShape: RecordShape = {
  ...Object.fromEntries(sourceFields.map(field => [field, textField])),
  copies: { shape: v.array(copyShape, 'must be a list'), empty: [], silent: true },
  confidentiality: { shape: oneOf(confidentialities), empty: 'public', silent: true },
  csl: { shape: object({}), empty: {}, silent: true },
  mergedInto: { ...textField, silent: true },
  removed: flag,
};

/** Names in a file's records that are not fields, and so can be no field's name. */
export const reservedNames: ReadonlySet<string> = new Set(['id', 'evidence', 'disputes', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy']);

/** The shape of a known field; undefined for others. */
export function shapeOf(shapes: RecordShape, field: string): FieldShape | undefined {
  return Object.hasOwn(shapes, field) ? shapes[field] : undefined;
}

/** What a field shows: its value where that has the field's shape, else what stands there when it was never set. */
export function shownValue({ shape, empty }: FieldShape, value: Json | undefined): Json {
  return value === undefined || value === null || value === '' || !v.is(shape, value) ? empty : value;
}
