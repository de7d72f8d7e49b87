import type { Json, JsonObject } from '../domain/json.ts';
import { isJsonObject } from '../domain/json.ts';
import { ownValue } from './parse-json.ts';

/** The W3C context by its one right address (with http). Its terms are the standard's. */
export const standardContext = 'http://www.w3.org/ns/anno.jsonld';

/**
 * Where our own terms live: a name that nobody else can have, and no address, so that nothing is ever requested. What
 * they mean stands in `public/ns/fact-check-1.jsonld`.
 */
export const namespace = 'urn:uuid:2c835122-9392-476f-a1f2-99cf9d8500a4#';

/**
 * Our context, written into every file. `assessing` and `Sound` are the standard's, but copies of its context from
 * before 2021, and of `Sound` all of them, lack them, and processors then drop what they do not know without a word.
 */
export const ownContext: JsonObject = { fc: namespace, assessing: 'oa:assessing', Sound: 'dctypes:Sound' };

/** The types that say what an annotation is to us. */
export const typeTerms = { claim: 'fc:ClaimCheck', quote: 'fc:QuoteCheck', note: 'fc:Note', 'nothing-to-check': 'fc:NothingToCheck' } as const;

/** Any JSON as a literal that JSON-LD leaves alone: for fields that have no term. */
export function jsonLiteral(value: Json): JsonObject {
  return { '@type': '@json', '@value': value };
}

/** The object in a JSON literal; empty when there is none. */
export function literalObject(raw: Json | undefined): JsonObject {
  const value = isJsonObject(raw) && (ownValue(raw, '@type') ?? ownValue(raw, 'type')) === '@json' ? ownValue(raw, '@value') : undefined;
  return isJsonObject(value) ? value : {};
}

/** A property or a value that may come alone or as a list, as a list. */
export function asList(raw: Json | undefined): readonly Json[] {
  return raw === undefined || raw === null ? [] : Array.isArray(raw) ? (raw as readonly Json[]) : [raw];
}

/** Text of a property, or of the first of several; empty when it has none. Language-tagged and typed values count. */
export function textOfProperty(object: JsonObject, key: string): string {
  for (const raw of asList(ownValue(object, key))) {
    const value = isJsonObject(raw) ? ownValue(raw, '@value') : raw;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** A number of a property; undefined when it is none. */
export function numberOfProperty(object: JsonObject, key: string): number | undefined {
  const value = ownValue(object, key);
  return typeof value === 'number' ? value : undefined;
}

/** The types of a node, without the prefixes that say they are the standard's. */
export function typesOf(object: JsonObject): readonly string[] {
  return [...asList(ownValue(object, 'type')), ...asList(ownValue(object, '@type'))]
    .filter(type => typeof type === 'string')
    .map(type => type.replace(/^(?:oa:|as:|http:\/\/www\.w3\.org\/ns\/(?:oa|activitystreams)#)/, ''));
}

/** The address of a node, or of what a text names; empty when it has none. */
export function iriOf(raw: Json | undefined): string {
  if (typeof raw === 'string') return raw;
  if (!isJsonObject(raw)) return '';
  return textOfProperty(raw, 'id') || textOfProperty(raw, '@id');
}

/** Who made something: a name, else whatever names them; empty when nothing does. */
export function creatorOf(object: JsonObject): string {
  const raw = asList(ownValue(object, 'creator'))[0];
  if (!isJsonObject(raw)) return typeof raw === 'string' ? raw : '';
  return textOfProperty(raw, 'name') || textOfProperty(raw, 'nickname') || iriOf(raw);
}
