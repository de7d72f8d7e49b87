/**
 * Why a file cannot be read.
 *
 * - `empty`: there is nothing in it
 * - `too-large`: longer than `maxLength` in `parse-json.ts`
 * - `damaged`: no JSON, or cut off
 * - `foreign`: something else than the format it was read as
 * - `newer-version`: written by a newer version of this program
 * - `invalid`: the right format, with a part in it that cannot be
 */
export type FormatProblem = 'empty' | 'too-large' | 'damaged' | 'foreign' | 'newer-version' | 'invalid';

/** Where in a file: keys and places in lists, from the top. */
export type Path = readonly (string | number)[];

/** A file that cannot be read, in words for whoever chose it: what is wrong, where, and what to do. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly problem: FormatProblem;
  /** Like `annotations[3].anchors[0].end`; empty when it is about the file as a whole. The message starts with it. */
  readonly path: string;

  constructor(problem: FormatProblem, message: string, path: Path = []) {
    const place = showPath(path);
    super(place ? `${place}: ${message}` : message);
    this.problem = problem;
    this.path = place;
  }
}

/** A path as people write it: `annotations[3].anchors[0].end`. Keys that are no plain words stand in brackets. */
export function showPath(path: Path): string {
  let shown = '';
  for (const part of path) {
    if (typeof part === 'number') shown += `[${part}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(part)) shown += shown ? `.${part}` : part;
    else shown += `[${showValue(part)}]`;
  }
  return shown;
}

const longestShown = 40;

/** A value as it is shown in a message: short texts and numbers as they are, the rest by its kind. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  const short = [...value.slice(0, 4 * longestShown)].slice(0, longestShown).join('');
  return JSON.stringify(short.length < value.length ? `${short}…` : value);
}
