import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import { findDamage } from './find-damage.ts';
import { FormatError, type Path } from './format-error.ts';

/**
 * Longest file that is read, in UTF-16 units: 50 million, which takes a few seconds. A year's work of a desk on one
 * article is a hundredth of it. Longer ones are refused before anything is done with them.
 */
export const maxLength = 50_000_000;

/** Deepest nesting of lists and objects that is read. Documents that people write stay below 100. */
export const maxDepth = 500;

/**
 * The JSON in a text from outside. What comes back is safe to walk with recursion, has finite numbers, and its
 * strings are well-formed: a lone surrogate, which no UTF-8 file can hold, has become U+FFFD. A key such as
 * `__proto__` is a key like any other: an own property, as it comes out of `JSON.parse`. So what handles values from
 * files reads with `ownValue` and builds with spread or `Object.fromEntries`, never by assignment to a key of theirs.
 *
 * Throws `FormatError`.
 */
export function parseJson(text: string): Json {
  if (text.length > maxLength) {
    throw new FormatError(
      'too-large',
      `The file has ${millions(text.length)} million characters; at most ${millions(maxLength)} million are read. ` +
        'Export it again without its history, or split it.',
    );
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  const first = /\S/.exec(json)?.[0];
  if (first === undefined) throw new FormatError('empty', 'The file is empty. Choose the file that was exported, or export it again.');
  if (first === '<') throw new FormatError('foreign', 'This is a web page or XML, not JSON. Open it as an article, or choose the exported JSON file.');
  let value: Json;
  try {
    value = JSON.parse(json) as Json; // JSON.parse gives nothing else
  } catch {
    throw damaged(json, first);
  }
  const repair = !json.isWellFormed() || /\\u[dD][89a-fA-F]/.test(json);
  return clean(value, repair, []);
}

function damaged(json: string, first: string): FormatError {
  if (!/[[{"\dtfn-]/.test(first)) return new FormatError('foreign', 'This is plain text, not JSON. Open it as an article, or choose the exported JSON file.');
  const { line, column, cutOff } = findDamage(json);
  return cutOff
    ? new FormatError('damaged', `The file is cut off: it ends in the middle, in line ${line}. It was not saved or sent completely; get it again.`)
    : new FormatError('damaged', `This is not valid JSON: the fault is in line ${line}, column ${column}. Correct that place, or get the file again.`);
}

function clean(value: Json, repair: boolean, path: (string | number)[]): Json {
  if (typeof value === 'string') return repair ? value.toWellFormed() : value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new FormatError('invalid', 'is a number too large to be read. Correct it, or write it as text.', path);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (path.length >= maxDepth) {
    throw new FormatError('invalid', `Lists and objects are nested more than ${maxDepth} deep in "${String(path[0])}". Nothing that people write is; get the file again from where it came from.`);
  }
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const cleaned = list.map((item, index) => inside(item, repair, path, index));
    return repair ? cleaned : list;
  }
  const object = value as JsonObject; // what is left
  const entries = Object.keys(object).map((key): [string, Json] => [repair ? key.toWellFormed() : key, inside(object[key]!, repair, path, key)]);
  return repair ? Object.fromEntries(entries) : object;
}

function inside(value: Json, repair: boolean, path: (string | number)[], part: string | number): Json {
  path.push(part);
  const cleaned = clean(value, repair, path);
  path.pop();
  return cleaned;
}

/** The JSON object in a text from outside; `what` says in the message what it should have been. Throws `FormatError`. */
export function parseJsonObject(text: string, what: string): JsonObject {
  const value = parseJson(text);
  if (isJsonObject(value)) return value;
  throw new FormatError('foreign', `This is JSON, but not ${what}. Choose another file.`);
}

/** A property of an object from outside; undefined when it has none of its own. */
export function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The path of a part inside another. */
export function pathTo(path: Path, ...parts: Path): Path {
  return [...path, ...parts];
}

function millions(length: number): string {
  return String(Math.ceil(length / 100_000) / 10);
}
