import * as v from 'valibot';
import { isJsonObject, type Json, type JsonObject } from '../domain/json.ts';
import type { RatingScale } from '../domain/rating-scale.ts';
import { findScaleProblems } from '../domain/scale-problems.ts';
import { fault, wrong } from './check.ts';
import { FormatError, showValue } from './format-error.ts';
import { ownValue, parseJsonObject } from './parse-json.ts';
import { sortKeys, writeJson } from './write-json.ts';

/** What the files of a rating scale call themselves. */
export const scaleFormat = 'claim-annotator-rating-scale';
/** The version of the file format that is written, and the newest that is read. */
export const scaleFormatVersion = 1;

/** Last part of the names of such files. */
export const scaleExtension = '.rating-scale.json';

/** A scale as part of another file: the first thing that is wrong with it, at its place. */
export const scaleShape: v.GenericSchema = v.pipe(
  v.unknown(),
  v.rawCheck(({ dataset, addIssue }) => {
    // What is checked here has come out of JSON.
    const problem = dataset.typed ? findScaleProblems(dataset.value as Json)[0] : undefined;
    if (!problem) return;
    let input: unknown = dataset.value;
    const path = problem.path.map(key => {
      const item = { type: 'unknown', origin: 'value', input, key, value: (input as { [key: string | number]: unknown } | undefined)?.[key] } as const;
      input = item.value;
      return item;
    });
    const [first, ...rest] = path;
    addIssue({ message: problem.message, input, ...(first && { path: [first, ...rest] }) });
  }),
);

const scaleKeys = ['id', 'version', 'name', 'description', 'language', 'appliesTo', 'usedBy', 'url', 'ratings'];
const ratingKeys = ['id', 'label', 'meaning', 'order', 'value', 'colour', 'line', 'icon', 'retired', 'translations'];

/** A rating scale as a file of its own; the same scale gives the same bytes. */
export function writeScale(scale: RatingScale): string {
  // A scale is JSON by shape; its interface lacks the index signature that `JsonObject` asks for.
  const raw = scale as unknown as JsonObject;
  const ratings = (raw['ratings'] as readonly JsonObject[]).map(rating => inOrder(rating, ratingKeys));
  return writeJson({ format: scaleFormat, version: scaleFormatVersion, scale: inOrder({ ...raw, ratings }, scaleKeys) }, 2);
}

function inOrder(object: JsonObject, keys: readonly string[]): JsonObject {
  const rest = Object.keys(object).filter(key => !keys.includes(key)).sort();
  return Object.fromEntries([...keys.filter(key => Object.hasOwn(object, key)), ...rest].map(key => [key, key === 'ratings' ? object[key]! : sortKeys(object[key]!)]));
}

/**
 * Reads the file of a rating scale, as a whole or not at all. What this program does not know stays on the scale.
 *
 * @throws FormatError with the path of the first wrong part, and what to do
 */
export function readScale(text: string): RatingScale {
  const file = parseJsonObject(text, 'a rating scale');
  if (ownValue(file, 'format') !== scaleFormat) {
    throw new FormatError('foreign', 'This is JSON of another kind, not a rating scale. Choose a file that was exported here under “Rating scales”.');
  }
  const version = ownValue(file, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw wrong(['version'], 'must be the whole number 1', version);
  if (version > scaleFormatVersion) {
    throw new FormatError('newer-version', `The file has version ${showValue(version)} of the format; this program reads up to ${scaleFormatVersion}. Update the program and open it again.`);
  }
  const scale = ownValue(file, 'scale');
  if (!isJsonObject(scale)) throw wrong(['scale'], 'must be an object', scale);
  const problem = findScaleProblems(scale)[0];
  if (problem) throw fault(['scale', ...problem.path], problem.message);
  return scale as unknown as RatingScale; // that is what was just checked
}
