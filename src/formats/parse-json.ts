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

/** Most values that are read, in lists and objects: several times what the longest file holds that people make. */
export const maxParts = 5_000_000;

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
  if (!/[[{"\dtfn-]/.test(first)) throw new FormatError('foreign', 'This is plain text, not JSON. Open it as an article, or choose the exported JSON file.');
  checkBulk(json);
  let value: Json;
  try {
    value = JSON.parse(json) as Json; // JSON.parse gives nothing else
  } catch {
    throw damaged(json);
  }
  const repair = !json.isWellFormed() || /\\u[dD][89a-fA-F]/.test(json);
  return clean(value, repair, []);
}

function damaged(json: string): FormatError {
  const { line, column, cutOff } = findDamage(json);
  return cutOff
    ? new FormatError('damaged', `The file is cut off: it ends in the middle, in line ${line}. It was not saved or sent completely; get it again.`)
    : new FormatError('damaged', `This is not valid JSON: the fault is in line ${line}, column ${column}. Correct that place, or get the file again.`);
}

/** Looked at before parsing, which takes memory for every part and level and, in some browsers, the stack. */
function checkBulk(json: string): void {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit === quoteUnit) at = endOfString(json, at);
    else if (unit === commaUnit) parts++;
    else if (unit === openList || unit === openObject) {
      parts++;
      if (++depth > maxDepth) {
        throw new FormatError('invalid', `Lists and objects are nested more than ${maxDepth} deep. Nothing that people write is; get the file again from where it came from.`);
      }
    } else if (unit === closeList || unit === closeObject) depth--;
  }
  if (parts > maxParts) {
    throw new FormatError('too-large', `The file has more than ${maxParts / 1e6} million values; no more are read. Export it again without its history, or split it.`);
  }
}

const quoteUnit = 34;
const commaUnit = 44;
const [openList, closeList] = [91, 93];
const [openObject, closeObject] = [123, 125];

/** Offset of the quotation mark that closes the string begun at `start`; of the text's end when there is none. */
function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let before = at - 1;
    while (json[before] === '\\') before--;
    if ((at - before) % 2 === 1) return at;
  }
  return json.length;
}

/** The value with finite numbers, which are checked, and with well-formed strings when there is something to repair. */
function clean(value: Json, repair: boolean, path: (string | number)[]): Json {
  if (typeof value === 'string') return repair ? value.toWellFormed() : value;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new FormatError('invalid', 'is a number too large to be read. Correct it, or write it as text.', path);
  }
  if (typeof value !== 'object' || value === null) return value;
  const inside = (part: Json, key: string | number): Json => {
    path.push(key);
    const cleaned = clean(part, repair, path);
    path.pop();
    return cleaned;
  };
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    if (repair) return list.map(inside);
    list.forEach(inside);
  } else {
    const object = value as JsonObject; // what is left
    if (repair) return Object.fromEntries(Object.keys(object).map(key => [key.toWellFormed(), inside(object[key]!, key)]));
    for (const key of Object.keys(object)) inside(object[key]!, key);
  }
  return value;
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
