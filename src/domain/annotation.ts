import type { Anchor, TextRange } from './anchor.ts';
import { isGone, placeOf } from './anchor.ts';
import { readEvidence, type Evidence } from './evidence.ts';
import type { Json } from './json.ts';
import { disputesOf, extraFields, textOf, valueOf, type Dispute, type FieldRecord } from './record.ts';
import type { QuoteResult } from './quote-result.ts';
import type { Verdict } from './verdict.ts';

/** What can be marked in an article. */
export const annotationTypes = ['claim', 'quote', 'note', 'nothing-to-check'] as const;
export type AnnotationType = (typeof annotationTypes)[number];

/** What a claim is about; says where to look for evidence. */
export const claimKinds = [
  'number', 'money', 'statistic', 'projection', 'date', 'name', 'title', 'place', 'comparison', 'superlative', 'cause',
  'event', 'definition', 'law', 'poll', 'calculation', 'description', 'other',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** How a quote is printed: whole sentences in quotation marks, some words of them, or reported speech without marks. */
export const quoteForms = ['direct', 'partial', 'indirect'] as const;
export type QuoteForm = (typeof quoteForms)[number];

interface AnnotationBase {
  readonly id: string;
  readonly article: string;
  /** One or more pieces, in the order in which they are read. */
  readonly anchors: readonly Anchor[];
  readonly tags: readonly string[];
  /** Working remarks, for colleagues. */
  readonly comment: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  /** Fields that two people set without having seen each other's value. */
  readonly disputes: readonly Dispute[];
  /** Fields this version of the program does not know; kept as they came. */
  readonly extra: { readonly [field: string]: Json };
}

/** A statement under check. */
export interface Claim extends AnnotationBase {
  readonly type: 'claim';
  /** The claim in words of its own (`claimReviewed`): understood without the article. Empty: the marked words. */
  readonly text: string;
  readonly claimant: string;
  /** When it was said; ISO 8601 date or empty. */
  readonly claimDate: string;
  readonly kind: ClaimKind | '';
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict | null;
}

/** Words said or written by somebody, under check. */
export interface Quote extends AnnotationBase {
  readonly type: 'quote';
  readonly form: QuoteForm;
  readonly speaker: string;
  /** What the speaker was when saying it. */
  readonly role: string;
  /** Where it was said: an interview, a programme, a document. */
  readonly place: string;
  /** When it was said; ISO 8601 date or empty. */
  readonly saidAt: string;
  /** What the comparison with a transcript found; null while there was none. */
  readonly check: QuoteResult | null;
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict | null;
}

/** A remark on a passage; nothing that needs a verdict. */
export interface Note extends AnnotationBase {
  readonly type: 'note';
  readonly text: string;
}

/** A passage that was looked at and holds nothing to check. */
export interface NothingToCheck extends AnnotationBase {
  readonly type: 'nothing-to-check';
}

export type Annotation = Claim | Quote | Note | NothingToCheck;

const baseFields = ['type', 'anchors', 'tags', 'comment', 'removed'];
const ownFields: { readonly [type in AnnotationType]: readonly string[] } = {
  claim: ['text', 'claimant', 'claimDate', 'kind', 'verdict'],
  quote: ['form', 'speaker', 'role', 'place', 'saidAt', 'check', 'verdict'],
  note: ['text'],
  'nothing-to-check': [],
};

const views = new WeakMap<FieldRecord, Annotation | null>();

/** An annotation as it stands; the same object for the same record. Null when it was removed or never got a type. */
export function readAnnotation(record: FieldRecord): Annotation | null {
  let view = views.get(record);
  if (view === undefined) views.set(record, (view = read(record)));
  return view;
}

function read(record: FieldRecord): Annotation | null {
  const type = annotationTypes.find(name => name === valueOf(record, 'type'));
  if (!type || valueOf(record, 'removed') === true || record.article === null) return null;
  const text = (field: string): string => textOf(record, field);
  const own = new Set([...baseFields, ...ownFields[type]]);
  const tags = valueOf(record, 'tags');
  const anchors = valueOf(record, 'anchors');
  const base: AnnotationBase = {
    id: record.id,
    article: record.article,
    // Values are checked where they come in (src/formats), so that what stands in a record has its shape.
    anchors: Array.isArray(anchors) ? (anchors as unknown as readonly Anchor[]) : [],
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [],
    comment: text('comment'),
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    modifiedAt: record.modifiedAt,
    modifiedBy: record.modifiedBy,
    disputes: disputesOf(record),
    extra: extraFields(record, field => own.has(field) || field.startsWith('evidence/')),
  };
  switch (type) {
    case 'claim':
      return {
        ...base,
        type,
        text: text('text'),
        claimant: text('claimant'),
        claimDate: text('claimDate'),
        kind: claimKinds.find(kind => kind === text('kind')) ?? '',
        evidence: readEvidence(record),
        verdict: readVerdict(record),
      };
    case 'quote':
      return {
        ...base,
        type,
        form: quoteForms.find(form => form === text('form')) ?? 'direct',
        speaker: text('speaker'),
        role: text('role'),
        place: text('place'),
        saidAt: text('saidAt'),
        // Checked where it comes in, as the anchors are.
        check: (valueOf(record, 'check') ?? null) as unknown as QuoteResult | null,
        evidence: readEvidence(record),
        verdict: readVerdict(record),
      };
    case 'note':
      return { ...base, type, text: text('text') };
    case 'nothing-to-check':
      return { ...base, type };
  }
}

function readVerdict(record: FieldRecord): Verdict | null {
  // Checked where it comes in, as the anchors are.
  return (valueOf(record, 'verdict') ?? null) as unknown as Verdict | null;
}

/** True for the annotations that need a verdict. */
export function isChecked(annotation: Annotation): annotation is Claim | Quote {
  return annotation.type === 'claim' || annotation.type === 'quote';
}

/** The marked words, pieces joined by ` … `. */
export function markedWords(annotation: Annotation): string {
  return annotation.anchors.map(anchor => anchor.exact).join(' … ');
}

/**
 * The text that a verdict is bound to: the words of the pieces as the article has them now, joined by a line feed. A piece
 * that moved, or of which only white space or typography changed, has the words it was marked with; one that is gone has none.
 */
export function judgedText(annotation: Annotation): string {
  return currentPieces(annotation).join('\n');
}

/** The words of the pieces as the article has them now, without those that are gone. */
export function currentPieces(annotation: Annotation): readonly string[] {
  return annotation.anchors.filter(anchor => !isGone(anchor)).map(currentWords);
}

function currentWords({ exact, placement }: Anchor): string {
  return placement.state === 'changed' ? (placement.exact ?? exact) : exact;
}

/** What an annotation is called in one line. */
export function headline(annotation: Annotation): string {
  const own = annotation.type === 'claim' || annotation.type === 'note' ? annotation.text : '';
  return own || markedWords(annotation);
}

/** The stretches of a version that the annotation is drawn on, in their order. */
export function placesOf(annotation: Annotation, version: string): readonly TextRange[] {
  const places: TextRange[] = [];
  for (const anchor of annotation.anchors) {
    const place = placeOf(anchor, version);
    if (place) places.push(place);
  }
  return places;
}
