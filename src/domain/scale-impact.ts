import { isChecked, type Annotation } from './annotation.ts';
import type { RatingScale } from './rating-scale.ts';
import { ratingOf, type Scales } from './scales.ts';

/**
 * What becomes of verdicts when a scale is changed.
 *
 * - `keeps`: the label is there as before
 * - `renamed`: the label has another name; the verdict goes on showing the one it was given with
 * - `retired`: the label is no longer given
 * - `gone`: there is no such label any more
 */
export type ImpactOutcome = 'keeps' | 'renamed' | 'retired' | 'gone';

/** Verdicts with one label that fare alike. */
export interface Impact {
  readonly rating: string;
  /** The label as the verdicts show it. */
  readonly label: string;
  readonly outcome: ImpactOutcome;
  /** The name it would have; as `label` unless it is renamed. */
  readonly next: string;
  readonly count: number;
}

/**
 * What a changed scale would mean for the verdicts of an article that were given on it, by label, in the order of the scale as
 * it would be, labels that would be gone last. Empty when none was given on it.
 */
export function impactOf(annotations: readonly Annotation[], scales: Scales, next: RatingScale): readonly Impact[] {
  const found = new Map<string, Impact>();
  for (const annotation of annotations) {
    const verdict = isChecked(annotation) ? annotation.verdict : null;
    if (verdict?.scale !== next.id || verdict.rating === null) continue;
    const label = ratingOf({ ...scales, language: '' }, verdict)?.label ?? verdict.rating;
    const key = JSON.stringify([verdict.rating, label]);
    const before = found.get(key);
    const now = next.ratings.find(({ id }) => id === verdict.rating);
    const outcome = !now ? 'gone' : now.retired === true ? 'retired' : now.label !== label ? 'renamed' : 'keeps';
    found.set(key, { rating: verdict.rating, label, outcome, next: now?.label ?? label, count: (before?.count ?? 0) + 1 });
  }
  const place = ({ rating }: Impact): number => {
    const at = next.ratings.findIndex(({ id }) => id === rating);
    return at < 0 ? next.ratings.length : at;
  };
  return [...found.values()].sort((a, b) => place(a) - place(b));
}
