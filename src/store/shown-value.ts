import type { Anchor, PlacementState } from '../domain/anchor.ts';
import type { ArticleVersion } from '../domain/article-version.ts';
import { readCalculation, showResult } from '../domain/calculation.ts';
import { parseEvidenceField } from '../domain/evidence.ts';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { FieldRecord } from '../domain/record.ts';
import { ratingOf, scaleById, type Scales } from '../domain/scales.ts';
import { readSource, sourceName } from '../domain/source.ts';

/** What the value of a field says, short enough for a list of changes. */
export type ShownValue =
  | { readonly form: 'nothing' }
  | { readonly form: 'text'; readonly text: string }
  /** One of a closed set, as its field spells it. */
  | { readonly form: 'choice'; readonly value: string }
  | { readonly form: 'yes-no'; readonly value: boolean }
  | { readonly form: 'list'; readonly items: readonly string[] }
  | { readonly form: 'pieces'; readonly pieces: readonly ShownPiece[] }
  /** `label` is empty for a verdict without a rating. */
  | { readonly form: 'verdict'; readonly label: string; readonly explanation: string }
  | { readonly form: 'check'; readonly outcome: string; readonly said: string; readonly differences: number }
  /** `length` in UTF-16 units. */
  | { readonly form: 'transcript'; readonly title: string; readonly length: number }
  /** `at` is empty when the version is not kept here. */
  | { readonly form: 'version'; readonly at: string; readonly words: string }
  | { readonly form: 'data'; readonly json: string };

/** A piece of a mark: the words it stands on, and how sure its place is. */
export interface ShownPiece {
  readonly words: string;
  readonly state: PlacementState | 'gone';
}

/** What is needed to say what ids in values stand for. */
export interface ValueContext {
  readonly sources: ReadonlyMap<string, FieldRecord>;
  readonly scales: Scales;
  readonly versions: ReadonlyMap<string, ArticleVersion>;
}

/** UTF-16 length of the beginning of a text that says which version it is. */
const firstWords = 80;

const nothing: ShownValue = { form: 'nothing' };
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** What a value says. Values come from any file, so each is looked at before it is believed; what nobody knows is shown as JSON. */
export function shownValue(field: string, value: Json, context: ValueContext): ShownValue {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return nothing;
  const name = parseEvidenceField(field)?.property ?? field;
  if (typeof value === 'boolean') return { form: 'yes-no', value };
  if (typeof value === 'number') return { form: 'text', text: String(value) };
  if (typeof value === 'string') return shownString(name, value, context);
  if (Array.isArray(value)) return shownList(name, value);
  // Neither a primitive nor a list.
  return shownObject(name, value as JsonObject, context);
}

function shownString(name: string, value: string, { sources, scales, versions }: ValueContext): ShownValue {
  switch (name) {
    case 'type':
    case 'kind':
    case 'form':
    case 'stance':
    case 'confidentiality':
      return { form: 'choice', value };
    case 'role':
      return value === 'primary' || value === 'secondary' ? { form: 'choice', value } : { form: 'text', text: value };
    case 'scale':
    case 'quoteScale':
      return { form: 'text', text: scaleById(scales, value)?.name ?? value };
    case 'source':
    case 'mergedInto':
      return { form: 'text', text: nameOfSource(sources, value) };
    case 'version': {
      const version = versions.get(value);
      return { form: 'version', at: version?.at ?? '', words: version?.text.slice(0, firstWords).replace(/\s+/g, ' ') ?? '' };
    }
    default:
      return { form: 'text', text: value };
  }
}

/** What a source is called; for one that is not known here, that. */
export function nameOfSource(sources: ReadonlyMap<string, FieldRecord>, id: string): string {
  const record = sources.get(id);
  return (record && sourceName(readSource(record))) || 'A source without a name';
}

function shownList(name: string, list: readonly Json[]): ShownValue {
  if (name === 'anchors') return { form: 'pieces', pieces: (list as readonly unknown[]).filter(isAnchor).map(shownPiece) };
  if (name === 'scales') return { form: 'list', items: list.flatMap(scale => (isJsonObject(scale) ? text(scale['name']) || [] : [])) };
  if (list.every(item => typeof item === 'string')) return { form: 'list', items: list };
  return { form: 'data', json: JSON.stringify(list) };
}

function isAnchor(value: unknown): value is Anchor {
  return isJsonObject(value) && typeof value['exact'] === 'string' && isJsonObject(value['placement']);
}

function shownPiece({ exact, placement, gone }: Anchor): ShownPiece {
  const words = placement.state === 'changed' ? (placement.exact ?? exact) : exact;
  return { words, state: placement.state === 'lost' && gone === true ? 'gone' : placement.state };
}

function shownObject(name: string, value: JsonObject, { scales }: ValueContext): ShownValue {
  if (name === 'verdict' && 'rating' in value) {
    const rating = typeof value['rating'] === 'string' ? value['rating'] : null;
    const version = typeof value['scaleVersion'] === 'number' ? value['scaleVersion'] : 1;
    const label = ratingOf(scales, { scale: text(value['scale']), scaleVersion: version, rating })?.label ?? rating ?? '';
    return { form: 'verdict', label, explanation: text(value['explanation']) };
  }
  if (name === 'check' && typeof value['outcome'] === 'string') {
    return { form: 'check', outcome: value['outcome'], said: text(value['said']), differences: Array.isArray(value['differences']) ? value['differences'].length : 0 };
  }
  if (name.startsWith('transcript/') && typeof value['content'] === 'string') {
    return { form: 'transcript', title: text(value['title']) || text(value['fileName']), length: value['content'].length };
  }
  const calculation = name === 'calculation' ? readCalculation(value) : null;
  if (calculation) {
    const { formula, result, unit } = calculation;
    return { form: 'text', text: result === null ? formula : `${formula} = ${showResult(result, unit)}` };
  }
  return { form: 'data', json: JSON.stringify(value) };
}

/** The words of a shown value, to be searched. */
export function wordsOf(shown: ShownValue): string {
  switch (shown.form) {
    case 'nothing':
    case 'yes-no':
      return '';
    case 'text':
      return shown.text;
    case 'choice':
      return shown.value;
    case 'list':
      return shown.items.join('\n');
    case 'pieces':
      return shown.pieces.map(({ words }) => words).join('\n');
    case 'verdict':
      return `${shown.label}\n${shown.explanation}`;
    case 'check':
      return `${shown.outcome}\n${shown.said}`;
    case 'transcript':
      return shown.title;
    case 'version':
      return shown.words;
    case 'data':
      return shown.json;
  }
}
