import type { RatingScale } from './rating-scale.ts';
import { accuracyWords, inLanguages, quoteWords } from './shipped-words.ts';

/** The program's own scales. Articles name them by id and version; `public-scales.ts` has those of known desks. */
export const ratingScales: readonly RatingScale[] = [
  {
    id: 'accuracy',
    version: 1,
    name: 'Accuracy',
    description: 'For claims: how far what is said agrees with what can be shown.',
    language: 'en',
    appliesTo: ['claim'],
    ratings: inLanguages(accuracyWords, [
      { id: 'true', label: 'True', meaning: 'The evidence bears it out and nothing that matters is missing.', order: 5, value: 5, colour: 'green', line: 'solid', icon: 'check' },
      { id: 'mostly-true', label: 'Mostly true', meaning: 'Right in substance; a detail is loose or needs saying more exactly.', order: 4, value: 4, colour: 'lime', line: 'solid', icon: 'check-half' },
      { id: 'half-true', label: 'Half true', meaning: 'Part of it holds, but something is left out that would change the picture.', order: 3, value: 3, colour: 'amber', line: 'dashed', icon: 'half' },
      { id: 'mostly-false', label: 'Mostly false', meaning: 'A grain of truth, and a conclusion that the evidence does not allow.', order: 2, value: 2, colour: 'orange', line: 'dashed', icon: 'cross-half' },
      { id: 'false', label: 'False', meaning: 'The evidence contradicts it.', order: 1, value: 1, colour: 'red', line: 'wavy', icon: 'cross' },
      { id: 'unproven', label: 'Unproven', meaning: 'Looked for, and found neither enough to confirm nor enough to contradict it.', order: null, colour: 'grey', line: 'dotted', icon: 'question' },
    ]),
  },
  {
    id: 'quote-verification',
    version: 1,
    name: 'Quote verification',
    description: 'For quotes: whether these words were said, so, by this person. Not whether they are true.',
    language: 'en',
    appliesTo: ['quote'],
    ratings: inLanguages(quoteWords, [
      { id: 'verbatim', label: 'Verbatim', meaning: 'Word for word as recorded.', order: 3, colour: 'green', line: 'solid', icon: 'check' },
      { id: 'marked-edits', label: 'Marked edits', meaning: 'Shortened or explained, and every change is visible to the reader.', order: 2, colour: 'lime', line: 'solid', icon: 'scissors' },
      { id: 'altered', label: 'Altered', meaning: 'Words were changed without a sign.', order: 1, colour: 'orange', line: 'dashed', icon: 'pencil' },
      { id: 'out-of-context', label: 'Out of context', meaning: 'Said so, but its surroundings gave it another meaning.', order: null, colour: 'purple', line: 'double', icon: 'alert' },
      { id: 'misattributed', label: 'Misattributed', meaning: 'Said or written by somebody else.', order: null, colour: 'red', line: 'wavy', icon: 'person-off' },
      { id: 'not-found', label: 'Not found', meaning: 'No record of these words was found.', order: null, colour: 'grey', line: 'dotted', icon: 'question' },
    ]),
  },
  {
    id: 'line-by-line',
    version: 1,
    name: 'Line by line',
    description: 'For checking an own text before it is published: what happens to each fact.',
    language: 'en',
    appliesTo: ['claim', 'quote'],
    ratings: [
      { id: 'right', label: 'Right', meaning: 'Checked against a source; leave it as it is.', order: 3, colour: 'green', line: 'solid', icon: 'check' },
      { id: 'fix', label: 'Fix', meaning: 'Wrong or inexact; the explanation says what it should be.', order: 1, colour: 'red', line: 'wavy', icon: 'pencil' },
      { id: 'cannot-confirm', label: 'Cannot confirm', meaning: 'No source found that settles it; ask the author or cut it.', order: 2, colour: 'amber', line: 'dotted', icon: 'question' },
    ],
  },
  {
    id: 'no-ratings',
    version: 1,
    name: 'Without ratings',
    description: 'No label at all: the explanation is the conclusion. FactCheck.org and Full Fact work so.',
    language: 'en',
    appliesTo: ['claim', 'quote'],
    ratings: [],
  },
];
