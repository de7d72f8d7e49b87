import * as v from 'valibot';
import { FormatError, showValue, type Path } from './format-error.ts';

const advice = 'Correct it in the file, or take this part out.';

/** Throws a `FormatError` that names the first wrong part of a value, unless the value has the shape. */
export function check<Shape extends v.GenericSchema>(shape: Shape, value: unknown, path: Path): asserts value is v.InferOutput<Shape> {
  const result = v.safeParse(shape, value, { abortEarly: true });
  if (result.success) return;
  const issue = result.issues[0];
  // Keys and indexes are all that a path through JSON has.
  const parts = (issue.path ?? []).map(item => item.key as string | number);
  throw wrong([...path, ...parts], issue.message, issue.input);
}

/** The error for a value that is not what it must be: `must` goes on "must be ...". */
export function wrong(path: Path, must: string, value: unknown): FormatError {
  return new FormatError('invalid', value === undefined ? `is missing; it ${must}. ${advice}` : `${must}, but is ${showValue(value)}. ${advice}`, path);
}

/** The error for a part that cannot stand where it is, `what` says why. */
export function fault(path: Path, what: string): FormatError {
  return new FormatError('invalid', `${what}. ${advice}`, path);
}

/** An object with at least these entries; other keys are let through untouched, and `value` stays the same object. */
export function object<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object(entries, issue => {
    // For a missing key valibot asks the object; the entry knows better what should stand there.
    const key = issue.expected?.startsWith('"') ? (JSON.parse(issue.expected) as string) : undefined;
    const entry = key === undefined ? undefined : entries[key];
    return entry ? messageFor(entry) : 'must be an object';
  });
}

function messageFor(entry: v.ObjectEntries[string]): string {
  const result = v.safeParse(entry as v.GenericSchema, undefined); // the entries used here are all synchronous
  return result.success ? 'must be there' : result.issues[0].message;
}

/** Any text. */
export const text = v.string('must be text');

/** A whole number from 0. */
export const offset = v.pipe(v.number('must be a whole number from 0'), v.safeInteger('must be a whole number from 0'), v.minValue(0, 'must be a whole number from 0'));

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(words, `must be one of ${words.map(word => JSON.stringify(word)).join(', ')}`);
}

const idRule = 'must be an id: text without blanks, 1 to 300 characters, such as "urn:uuid:..."';

/** An id. Ours are `urn:uuid:`; other programs' may be anything short without blanks. */
export const id = v.pipe(v.string(idRule), v.regex(/^[^\s\p{Cc}]{1,300}$/u, idRule));

/** True for a text that can be an id. */
export function isId(value: string): boolean {
  return v.is(id, value);
}

const timeRule = 'must be a date and time with zone, such as "2025-11-24T09:30:00Z"';

/** ISO 8601 date and time with zone. */
export const time = v.pipe(v.string(timeRule), v.check(isTime, timeRule));

/** True for an ISO 8601 date and time with zone that exists. */
export function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** The same moment in UTC: the program compares times as text. One that is in UTC already stays as it is written. */
export function inUtc(value: string): string {
  return value.endsWith('Z') ? value : new Date(value).toISOString();
}
