import { isJsonObject, type Json } from '../domain/json.ts';

/** Any JSON with the keys of its objects in alphabetical order, so that the same value always gives the same bytes. */
export function sortKeys(value: Json): Json {
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list.map(sortKeys);
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, sortKeys(value[key]!)]));
}

/** JSON text with its keys in the order they have; lone surrogates, which no UTF-8 file can hold, become U+FFFD. */
export function writeJson(value: Json, indent: number): string {
  const json = JSON.stringify(value, null, indent);
  // `JSON.stringify` writes nothing but lone surrogates as \udxxx; an escaped backslash before a "u" is no escape.
  return json.includes('\\ud') ? json.replace(/\\(?:ud[89a-f][\da-f]{2}|[^])/g, found => (found.startsWith('\\ud') ? '\ufffd' : found)) : json;
}

/**
 * JSON text in ASCII alone that can stand in an attribute, a form field or a `<script>`: characters that HTML or a
 * wrongly declared encoding could touch are written as \uxxxx. The same JSON as before.
 */
export function escapeToAscii(json: string): string {
  return json.replace(/[<>&'\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
