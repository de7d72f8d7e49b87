import { claimKinds, type Annotation, type AnnotationType } from '../domain/annotation.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { ratingScales } from '../domain/rating-scales.ts';
import { ratingOf, type Scales } from '../domain/scales.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isTime } from './check.ts';
import type { Draft } from './native-records.ts';
import { ownValue } from './parse-json.ts';
import { asList, creatorOf, numberOfProperty, textOfProperty, typesOf } from './vocabulary.ts';

/**
 * The texts of an annotation as bodies: the claim in its own words describes, the rating assesses, the explanation
 * comments, kind and tags tag. Nothing empty is written.
 *
 * @param language of the article, BCP 47; empty when not known
 * @param scales those of the article, for the labels
 */
export function writeTexts(annotation: Annotation, language: string, scales: Scales): readonly JsonObject[] {
  const bodies: JsonObject[] = [];
  const add = (purpose: string, value: string, more: JsonObject = {}): void => {
    if (value === '') return;
    bodies.push({ type: 'TextualBody', purpose, value, format: 'text/plain', ...more });
  };
  // The claim is in the article's language; what checkers and scales say may be in another.
  if (annotation.type === 'claim') add('describing', annotation.text, isLanguage(language) ? { language } : {});
  if (annotation.type === 'note') add('commenting', annotation.text);
  if (annotation.type === 'nothing-to-check') add('classifying', 'Nothing to check');
  if (annotation.type === 'claim') add('tagging', annotation.kind, { 'fc:kind': annotation.kind });
  for (const tag of annotation.tags) add('tagging', tag);
  if ((annotation.type === 'claim' || annotation.type === 'quote') && annotation.verdict) {
    const { scale, scaleVersion, rating, explanation, textHash, words } = annotation.verdict;
    const given = { ...writeAuthor(annotation.verdict), 'fc:scale': scale, 'fc:scaleVersion': scaleVersion, 'fc:judgedTextHash': textHash, ...(words !== undefined && { 'fc:judgedWords': words }) };
    if (rating) add('assessing', ratingOf(scales, annotation.verdict)?.label ?? rating, { 'fc:rating': rating, ...given });
    add('commenting', explanation, rating ? {} : given);
  }
  return bodies;
}

function writeAuthor({ by, at }: Verdict): JsonObject {
  return { ...(by !== '' && { creator: { type: 'Person', name: by } }), ...(isTime(at) && { created: at }) };
}

/** True for a verdict that says something: a rating or an explanation. */
export function saysSomething(verdict: Verdict | null): boolean {
  return verdict !== null && (Boolean(verdict.rating) || verdict.explanation !== '');
}

/** True for a language tag of the usual shape. */
export function isLanguage(language: string): boolean {
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(language);
}

/** A body that is a text. */
export interface TextBody {
  readonly value: string;
  /** The standard's word; empty when none is given. */
  readonly purpose: string;
  readonly raw: JsonObject;
}

/** A body as a text; null when it is something else. */
export function readText(raw: Json): TextBody | null {
  if (!isJsonObject(raw)) return null;
  const isText = typesOf(raw).includes('TextualBody') || (!Object.hasOwn(raw, 'source') && ownValue(raw, 'value') !== undefined);
  const value = textOfProperty(raw, 'value');
  return isText && value !== '' ? { value, purpose: purposeOf(raw), raw } : null;
}

/** What a body is for; empty when it does not say so. */
export function purposeOf(raw: JsonObject): string {
  return String(asList(ownValue(raw, 'purpose'))[0] ?? '').replace(/^.*[#:]/, '');
}

/** What is known of the annotation that the texts belong to. */
export interface TextContext {
  readonly type: AnnotationType;
  /** Whether it is one of ours: then every text has its known field. */
  readonly own: boolean;
  /** Where the labels of other programs are looked up. */
  readonly scales: Scales;
  /** Who gave a verdict, and when, if its body does not say so. */
  readonly by: string;
  readonly at: string;
  /** SHA-256 of the marked words. */
  readonly textHash: string;
}

/** The fields that the texts of an annotation say. */
export function fieldsOfTexts(bodies: readonly TextBody[], context: TextContext): { readonly [field: string]: Json } {
  const { type, own, scales } = context;
  const checked = type === 'claim' || type === 'quote';
  const fields: Draft = {};
  const tags: string[] = [];
  const remarks: string[] = [];
  let rating: { scale: string; id: string; raw: JsonObject } | null = null;
  for (const { value, purpose, raw } of bodies) {
    const kind = claimKinds.find(kind => kind === ownValue(raw, 'fc:kind'));
    if (kind) fields['kind'] = kind;
    else if (purpose === 'tagging') tags.push(value);
    else if (purpose === 'classifying') {
      if (!own) tags.push(value);
    } else if (purpose === 'describing' && type === 'claim' && !fields['text']) fields['text'] = value;
    else if (purpose === 'assessing' && checked && !rating && (rating = ratingIn(raw, value, type, scales))) continue;
    else if (purpose === 'assessing') remarks.push(`Rated: ${value}`);
    else remarks.push(value);
  }
  if (tags.length > 0) fields['tags'] = [...new Set(tags)];
  const remark = remarks.join('\n\n');
  const explained = bodies.find(({ raw, purpose }) => purpose === 'commenting' && Object.hasOwn(raw, 'fc:scale'));
  if (checked && (rating || explained)) {
    const raw = rating?.raw ?? explained!.raw;
    const created = textOfProperty(raw, 'created');
    const words = ownValue(raw, 'fc:judgedWords');
    fields['verdict'] = {
      scale: textOfProperty(raw, 'fc:scale') || rating?.scale || 'no-ratings',
      scaleVersion: numberOfProperty(raw, 'fc:scaleVersion') ?? 1,
      rating: rating?.id ?? null,
      explanation: remark,
      by: creatorOf(raw) || context.by,
      at: isTime(created) ? created : context.at,
      textHash: textOfProperty(raw, 'fc:judgedTextHash') || context.textHash,
      ...(typeof words === 'string' && { words }),
    };
  } else if (remark !== '') {
    fields[type === 'note' ? 'text' : 'comment'] = remark;
  }
  return fields;
}

/** The rating that a body gives: ours by its id, another's when its label is one of a scale for such annotations. */
function ratingIn(raw: JsonObject, label: string, type: AnnotationType, scales: Scales): { scale: string; id: string; raw: JsonObject } | null {
  const id = textOfProperty(raw, 'fc:rating');
  const scale = textOfProperty(raw, 'fc:scale');
  if (id !== '' && scale !== '') return { scale, id, raw };
  const wanted = label.trim().toLowerCase();
  for (const { id: scaleId, appliesTo, ratings } of [...ratingScales, ...scales.own]) {
    const rating = appliesTo.some(name => name === type) ? ratings.find(({ label }) => label.toLowerCase() === wanted) : undefined;
    if (rating) return { scale: scaleId, id: rating.id, raw };
  }
  return null;
}
