import type { Json } from '../domain/json.ts';
import { operationsById, subjectOf, valuesBefore, type Operation, type Step } from '../domain/operation.ts';
import { writeJson } from './write-json.ts';

/**
 * The history as JSON Lines: one operation a line, in the order in which they were made, each with the same keys in the same
 * order, so that a spreadsheet, `jq` or another program can go through it.
 *
 * - `at`, `by`: when it was changed and by whom; `step`, `name`: the step that the change belongs to and what it is called
 * - `undoes`: id of the step that this one takes back, or null
 * - `subject`: what was changed: `type` is `article`, `annotation` or `source`
 * - `field`, `value`: what it was set to; null takes a value away
 * - `base`, `before`: the operations whose values were replaced, and those values; null for one that the history does not hold
 *
 * Everything is in it, confidential sources included, as in the native file: it is for the desk. Empty without any step.
 */
export function writeAudit({ steps }: { readonly steps: readonly Step[] }): string {
  const known = operationsById(steps);
  return steps.flatMap(step => step.operations.map(operation => `${writeJson(line(step, operation, known), 0)}\n`)).join('');
}

function line({ id, name, undoes }: Step, operation: Operation, known: ReadonlyMap<string, Operation>): Json {
  const { at, by, field, value, base, id: operationId } = operation;
  return {
    at,
    by,
    step: id,
    name,
    undoes,
    subject: { type: subjectType(operation), id: subjectOf(operation) },
    field,
    before: valuesBefore(operation, known).map(before => before ?? null),
    value,
    operation: operationId,
    base,
  };
}

function subjectType({ source, annotation }: Operation): string {
  return source !== undefined ? 'source' : annotation !== null ? 'annotation' : 'article';
}

/** True for the beginning of such a file. */
export function looksLikeAudit(text: string): boolean {
  return /^\s*\{"at":"[^"\n]*","by":"/.test(text.slice(0, 400));
}
