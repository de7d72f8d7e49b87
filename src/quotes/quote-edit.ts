/**
 * What a difference between the printed and the said words is.
 *
 * - `case-punctuation`: capitals, marks, or another spelling of the same (25 for twenty-five);
 * - `filler`: cleaned up: um, you know, repeated words, false starts, written-out contractions;
 * - `ellipsis`, `bracket`, `sic`: a change that print marks;
 * - `omission`, `insertion`, `replacement`: a change it does not mark;
 * - `reorder`: a passage from elsewhere, joined without a mark or against the order it was said in;
 * - `negation`, `number`, `name`, `hedge`: one of these dropped, added or changed, marked or not.
 */
export const editClasses = [
  'case-punctuation',
  'filler',
  'ellipsis',
  'bracket',
  'sic',
  'omission',
  'insertion',
  'replacement',
  'reorder',
  'negation',
  'number',
  'name',
  'hedge',
] as const;
export type EditClass = (typeof editClasses)[number];

/** One difference. Either side may be empty; then its offsets say where the other side's words would stand. */
export interface QuoteEdit {
  readonly class: EditClass;
  /** As printed; `printed.slice(start, end)`. */
  readonly printed: string;
  /** As said; `transcript.text.slice(saidStart, saidEnd)`. */
  readonly said: string;
  /** UTF-16 offsets in the printed text. */
  readonly start: number;
  readonly end: number;
  /** UTF-16 offsets in the transcript's text. */
  readonly saidStart: number;
  readonly saidEnd: number;
}

/** Classes that may change what was meant, the gravest first. They are raised whether print marks them or not. */
export const alarms = ['negation', 'number', 'name', 'hedge'] as const satisfies readonly EditClass[];

/** How grave a class is, to choose one where several lie on the same words: the lower, the graver. */
export function gravity(editClass: EditClass): number {
  const order: readonly EditClass[] = [...alarms, 'replacement', 'omission', 'insertion', 'sic', 'bracket', 'ellipsis', 'filler', 'reorder', 'case-punctuation'];
  return order.indexOf(editClass);
}
