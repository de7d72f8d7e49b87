import { compareQuote } from '../anchoring/compare-quote.ts';
import type { ChangeKind, WordChange } from '../anchoring/placement.ts';
import { judgedText, isChecked, type Annotation } from '../domain/annotation.ts';
import { statusOf } from '../domain/status.ts';

/** How the words of an annotation differ from those that count: those its verdict was given for, else those that were marked. */
export interface ChangedWords {
  readonly before: string;
  readonly now: string;
  readonly changes: readonly WordChange[];
  /** What the changes touch, the gravest first; empty when nothing but white space or typography differs. */
  readonly kinds: readonly ChangeKind[];
}

/** Gravest first: what makes a claim another one comes before what may only be better style. */
const byGravity: readonly ChangeKind[] = ['figure', 'negation', 'unit', 'currency', 'name', 'word', 'quotation-mark'];

/** True for a change that makes another statement of it, not only other words. */
export function isGrave(kind: ChangeKind): boolean {
  return kind !== 'word' && kind !== 'quotation-mark';
}

const known = new WeakMap<Annotation, ChangedWords | null>();

/** What changed in the words of an annotation; null when they are those that count. */
export function changedWords(annotation: Annotation): ChangedWords | null {
  let changed = known.get(annotation);
  if (changed === undefined) known.set(annotation, (changed = compare(annotation)));
  return changed;
}

function compare(annotation: Annotation): ChangedWords | null {
  const now = judgedText(annotation);
  const marked = annotation.anchors.map(({ exact }) => exact).join('\n');
  const recheck = statusOf(annotation) === 're-check';
  const before = recheck && isChecked(annotation) ? (annotation.verdict?.words ?? marked) : marked;
  if (before === now && !recheck) return null;
  const changes = compareQuote(before, now);
  const kinds = new Set(changes.flatMap(change => change.kinds));
  return { before, now, changes, kinds: byGravity.filter(kind => kinds.has(kind)) };
}

/** Whether other words stand where an annotation was marked, and no verdict hangs on them. */
export function isChangedOnly(annotation: Annotation): boolean {
  const status = statusOf(annotation);
  return (status === 'open' || status === 'in-progress' || status === 'no-verdict-needed') && changedWords(annotation) !== null;
}

/** What waits for a person after the text has changed, counted in annotations. */
export interface Waiting {
  /** Without a sure place. */
  readonly undecided: number;
  /** With a verdict on words that have changed. */
  readonly rechecks: number;
  /** Without a verdict, and with other words than those that were marked. */
  readonly changed: number;
  /** Whether one of these changes is grave. */
  readonly grave: boolean;
}

/** Counts what waits. */
export function waitingOf(annotations: readonly Annotation[]): Waiting {
  let undecided = 0;
  let rechecks = 0;
  let changed = 0;
  let grave = false;
  for (const annotation of annotations) {
    const status = statusOf(annotation);
    if (status === 'to-decide') undecided++;
    if (status === 're-check') rechecks++;
    else if (isChangedOnly(annotation)) changed++;
    else continue;
    grave ||= changedWords(annotation)?.kinds.some(isGrave) === true;
  }
  return { undecided, rechecks, changed, grave };
}
