import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { isJsonObject, type Json, type JsonObject } from '../../src/domain/json.ts';

// The musts of the Web Annotation Data Model, and those of its shoulds that make sense, as a check of another hand's reading.
const isUri = formats.default.get('uri') as RegExp | ((value: string) => boolean);
const uri = (value: unknown): boolean => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) && (isUri instanceof RegExp ? isUri.test(value) : isUri(value));
const dateTime = new Ajv({ formats: { 'date-time': formats.default.get('date-time') } }).compile({ type: 'string', format: 'date-time' });
const motivations = [
  'assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging',
];

/** What is wrong with a collection by the standard; nothing when all is well. */
export function breaches(collection: JsonObject): string[] {
  const found: string[] = [];
  const must = (holds: boolean, rule: string): void => void (holds || found.push(rule));
  const context = collection['@context'] as readonly Json[];
  must(context.filter(entry => entry === 'http://www.w3.org/ns/anno.jsonld').length === 1, '@context names the standard context, with http');
  must(context.every(entry => typeof entry !== 'string' || entry === 'http://www.w3.org/ns/anno.jsonld'), '@context asks for nothing else');
  must(uri(collection['id']), 'a collection has an IRI');
  must(collection['type'] === 'AnnotationCollection', 'a collection has its type');
  must(typeof collection['label'] === 'string' && collection['label'] !== '', 'a collection has a label');
  must(Number.isInteger(collection['total']), 'a collection has a total');
  const page = collection['first'] as JsonObject | undefined;
  must((collection['total'] as number) === 0 || page !== undefined, 'a collection that is not empty has a first page');
  const items = (page?.['items'] ?? []) as readonly JsonObject[];
  if (page) {
    must(uri(page['id']) && page['type'] === 'AnnotationPage', 'a page has an IRI and its type');
    must(isJsonObject(page['partOf']) && page['partOf']['id'] === collection['id'], 'a page is part of its collection, as an object');
    must(page['startIndex'] === 0, 'the first page starts at 0');
    must(items.length > 0 && items.length === collection['total'], 'a page holds its annotations');
  }
  must(new Set(items.map(item => item['id'])).size === items.length, 'annotations have different IRIs');
  for (const item of items) checkAnnotation(item, must);
  everywhere(collection, must);
  return [...new Set(found)];
}

type Must = (holds: boolean, rule: string) => void;

const list = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value]);

function checkAnnotation(item: JsonObject, must: Must): void {
  must(uri(item['id']), 'an annotation has one IRI');
  must(list(item['type']).includes('Annotation'), 'an annotation has its type');
  must(motivations.includes(item['motivation'] as string), 'an annotation has exactly one standard motivation');
  must(uri(item['canonical']), 'canonical is an IRI');
  must(list(item['target']).length > 0, 'an annotation has a target');
  must(!Array.isArray(item['body']) || item['body'].length > 0, 'a body is never an empty list');
  must(!('bodyValue' in item), 'bodyValue does not stand beside body');
  for (const body of list(item['body'])) {
    must(isJsonObject(body) && (body['type'] === 'TextualBody' || body['type'] === 'SpecificResource'), 'a body is a text or a specific resource');
    if (isJsonObject(body)) checkResource(body, must);
  }
  for (const target of list(item['target'])) {
    must(isJsonObject(target) && target['type'] === 'SpecificResource', 'a target is a specific resource');
    if (isJsonObject(target)) checkResource(target, must);
  }
}

function checkResource(resource: JsonObject, must: Must): void {
  if (resource['type'] === 'TextualBody') {
    must(typeof resource['value'] === 'string' && resource['value'] !== '', 'a textual body has a value');
    must(!('source' in resource), 'a textual body has no source');
  } else {
    must(uri(isJsonObject(resource['source']) ? resource['source']['id'] : resource['source']), 'a specific resource has a source with an IRI');
    must(!('value' in resource) && !('items' in resource), 'a specific resource has neither value nor items');
  }
  for (const selector of list(resource['selector'])) {
    const { type, exact, start, end } = selector as JsonObject;
    must(type === 'TextQuoteSelector' || type === 'TextPositionSelector', 'selectors are the standard ones');
    if (type === 'TextQuoteSelector') must(typeof exact === 'string' && exact !== '', 'a quote selector has its words');
    else must(Number.isInteger(start) && Number.isInteger(end) && (start as number) >= 0 && (end as number) >= (start as number), 'a position selector has whole numbers');
  }
}

const times = ['created', 'modified', 'generated', 'sourceDate', 'sourceDateStart', 'sourceDateEnd'];

function everywhere(value: Json, must: Must): void {
  if (Array.isArray(value)) return void (value as readonly Json[]).forEach(item => everywhere(item, must));
  must(value !== null, 'nothing is null');
  if (!isJsonObject(value) || value['@type'] === '@json') return;
  const types = list(value['type']);
  for (const key of times) if (key in value) must(typeof value[key] === 'string' && dateTime(value[key]), `${key} is one date and time with zone`);
  for (const key of ['rights', 'canonical', 'via', 'scope', 'cached', 'id']) if (key in value) must(uri(value[key]), `${key} is an IRI in ASCII`);
  if ('purpose' in value) must(types.includes('TextualBody') || types.includes('SpecificResource'), 'purpose stands on texts and specific resources only');
  if (types.includes('TimeState')) must('sourceDate' in value !== ('sourceDateStart' in value && 'sourceDateEnd' in value), 'a time state has a date or both ends of a span');
  for (const key of ['creator', 'generator']) {
    if (key in value) must(isJsonObject(value[key]) && ['Person', 'Organization', 'Software'].includes(value[key]['type'] as string) && value[key]['name'] !== '', `${key} is an agent with a name`);
  }
  must(!('styleClass' in value) && !('stylesheet' in value), 'no style classes without a stylesheet');
  for (const key of Object.keys(value)) everywhere(value[key]!, must);
}
