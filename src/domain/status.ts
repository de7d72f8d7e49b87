import { isGone, isUndecided } from './anchor.ts';
import { isChecked, judgedText, type Annotation } from './annotation.ts';
import { isFor } from './verdict.ts';

/** Where an annotation stands on its way to being settled. */
export const statuses = ['to-decide', 'disputed', 're-check', 'open', 'in-progress', 'settled', 'no-verdict-needed', 'gone'] as const;
export type Status = (typeof statuses)[number];

/**
 * - `to-decide`: a piece has no sure place in the current text
 * - `disputed`: two people set a field without having seen each other's value
 * - `re-check`: the words have changed since the verdict was given
 * - `open`: a claim or quote that nobody has worked on
 * - `in-progress`: evidence or an explanation, but no rating yet
 * - `settled`: a verdict stands
 * - `no-verdict-needed`: a note, or a passage with nothing to check
 * - `gone`: none of the words is in the current text, as a person has confirmed
 */
export function statusOf(annotation: Annotation): Status {
  let status = known.get(annotation);
  if (!status) known.set(annotation, (status = findStatus(annotation)));
  return status;
}

/** Annotations never change, so neither does their status; lists of thousands ask for it again and again. */
const known = new WeakMap<Annotation, Status>();

function findStatus(annotation: Annotation): Status {
  const { anchors } = annotation;
  if (anchors.some(isUndecided)) return 'to-decide';
  if (annotation.disputes.length > 0) return 'disputed';
  if (anchors.length > 0 && anchors.every(isGone)) return 'gone';
  if (!isChecked(annotation)) return 'no-verdict-needed';
  const { verdict, evidence } = annotation;
  if (verdict && (verdict.rating !== null || (verdict.scale === 'no-ratings' && verdict.explanation.trim() !== ''))) {
    return isFor(verdict, judgedText(annotation)) ? 'settled' : 're-check';
  }
  return evidence.length > 0 || (verdict !== null && verdict.explanation.trim() !== '') ? 'in-progress' : 'open';
}

/** How far the work on some annotations is. `total` counts those that need a verdict and are in the text. */
export interface Progress {
  readonly total: number;
  readonly settled: number;
}

/** The progress over some annotations. */
export function progressOf(annotations: Iterable<Annotation>): Progress {
  let total = 0;
  let settled = 0;
  for (const annotation of annotations) {
    const status = statusOf(annotation);
    if (!isChecked(annotation) || status === 'gone') continue;
    total++;
    if (status === 'settled') settled++;
  }
  return { total, settled };
}
