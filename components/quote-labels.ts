import type { QuoteOutcome } from '../src/domain/quote-result.ts';
import type { EditClass } from '../src/quotes/quote-edit.ts';
import type { IconName } from './icons.ts';

/** What the interface calls the outcomes of checking a quote against a transcript. */
export const outcomeLabels: { readonly [outcome in QuoteOutcome]: { readonly label: string; readonly meaning: string; readonly icon: IconName; readonly look: 'good' | 'mind' | 'bad' | 'none' } } = {
  verbatim: { label: 'Verbatim', meaning: 'The same words, whatever their capitals and marks.', icon: 'check', look: 'good' },
  'marked-edits': { label: 'Marked edits only', meaning: 'Shortened or explained, and print shows where.', icon: 'scissors', look: 'good' },
  'cleaned-up': { label: 'Cleaned up', meaning: 'Fillers, repeats and false starts are left out.', icon: 'check', look: 'good' },
  altered: { label: 'Altered', meaning: 'Words were left out, added or replaced without a sign.', icon: 'pencil', look: 'bad' },
  spliced: { label: 'Spliced', meaning: 'Passages from different places were joined, or put in another order, without a sign.', icon: 'merge', look: 'bad' },
  'not-found': { label: 'Not found', meaning: 'These words are not in the transcript.', icon: 'question', look: 'none' },
};

/** How grave a difference is to the eye: `alarm` may change what was meant, `unmarked` is a change that print does not show. */
export type DifferenceLook = 'alarm' | 'unmarked' | 'marked' | 'harmless';

export const classLabels: { readonly [name in EditClass]: { readonly label: string; readonly look: DifferenceLook } } = {
  negation: { label: 'Negation', look: 'alarm' },
  number: { label: 'Number', look: 'alarm' },
  name: { label: 'Name', look: 'alarm' },
  hedge: { label: 'Hedge', look: 'alarm' },
  replacement: { label: 'Other words', look: 'unmarked' },
  omission: { label: 'Left out without a mark', look: 'unmarked' },
  insertion: { label: 'Put in without a mark', look: 'unmarked' },
  reorder: { label: 'From elsewhere, or in another order', look: 'unmarked' },
  ellipsis: { label: 'Left out, marked', look: 'marked' },
  bracket: { label: 'In brackets', look: 'marked' },
  sic: { label: 'Marked as said so', look: 'marked' },
  filler: { label: 'Filler or false start left out', look: 'harmless' },
  'case-punctuation': { label: 'Capital, mark or spelling', look: 'harmless' },
};

/** What was done with words of a class that is raised: dropped, added or changed. */
export function deedOf({ printed, said }: { readonly printed: string; readonly said: string }): string {
  return printed === '' ? 'dropped' : said === '' ? 'added' : 'changed';
}
