import type { AnnotationType, ClaimKind, QuoteForm } from '../src/domain/annotation.ts';
import type { SourceRole, Stance } from '../src/domain/evidence.ts';
import type { Confidentiality, SourceField } from '../src/domain/source.ts';
import type { Status } from '../src/domain/status.ts';
import type { Sorting } from '../src/store/screen.ts';
import type { IconName } from './icons.ts';

/** The words that the interface uses for the values of closed sets. */
export const typeLabels: { readonly [type in AnnotationType]: string } = {
  claim: 'Claim', quote: 'Quote', note: 'Note', 'nothing-to-check': 'Nothing to check',
};

export const typeIcons: { readonly [type in AnnotationType]: IconName } = {
  claim: 'claim', quote: 'quote', note: 'note', 'nothing-to-check': 'nothing-to-check',
};

export const statusLabels: { readonly [status in Status]: string } = {
  'to-decide': 'To decide', disputed: 'Disputed', 're-check': 'Re-check', open: 'Open', 'in-progress': 'In progress', settled: 'Settled',
  'no-verdict-needed': 'No verdict needed', gone: 'Gone from the text',
};

export const kindLabels: { readonly [kind in ClaimKind]: string } = {
  number: 'Number', money: 'Money', statistic: 'Statistic', projection: 'Projection', date: 'Date', name: 'Name', title: 'Title or post',
  place: 'Place', comparison: 'Comparison', superlative: 'Superlative', cause: 'Cause and effect', event: 'Event', definition: 'Definition or science',
  law: 'Law', poll: 'Poll', calculation: 'Calculation', description: 'Description', other: 'Other',
};

export const formLabels: { readonly [form in QuoteForm]: string } = { direct: 'Direct', partial: 'Partial', indirect: 'Indirect' };

export const stanceLabels: { readonly [stance in Stance]: string } = {
  supports: 'Supports', refutes: 'Refutes', context: 'Context', 'nothing-found': 'Nothing found',
};

export const stanceIcons: { readonly [stance in Stance]: IconName } = {
  supports: 'check', refutes: 'cross', context: 'dash', 'nothing-found': 'question',
};

export const roleLabels: { readonly [role in SourceRole]: string } = { primary: 'Primary', secondary: 'Secondary' };

export const sourceFieldLabels: { readonly [field in SourceField]: string } = {
  type: 'Type', title: 'Title', publisher: 'Publisher', author: 'Author', url: 'Address (URL)', doi: 'DOI', published: 'Published', accessed: 'Accessed',
  archivedUrl: 'Archived copy (URL)', contact: 'Contact',
};

export const confidentialityLabels: { readonly [level in Confidentiality]: string } = { public: 'Public', internal: 'Internal', confidential: 'Confidential' };

/** What becomes of a source and of evidence from it in everything that leaves the desk. */
export const confidentialityMeanings: { readonly [level in Confidentiality]: string } = {
  public: 'Named and linked in every export.',
  internal: 'Public exports name it, but hold no address, excerpt or copy.',
  confidential: 'Public exports say only that the desk knows a source.',
};

export const sortingLabels: { readonly [sorting in Sorting]: string } = {
  position: 'Place in the text', status: 'Status', modified: 'Last changed', type: 'Type',
};

const fieldLabels: { readonly [field: string]: string } = {
  type: 'Type', anchors: 'Marked words', tags: 'Tags', comment: 'Comment', removed: 'Removed', text: 'Wording', claimant: 'Claimant',
  claimDate: 'Date', kind: 'Kind', form: 'Form', speaker: 'Speaker', role: 'Role', place: 'Place', saidAt: 'Said on', verdict: 'Verdict',
  title: 'Title', byline: 'Byline', publisher: 'Publisher', published: 'Published', language: 'Language', url: 'Address', scale: 'Rating scale', version: 'Text',
  quoteScale: 'Rating scale for quotes', scales: 'Rating scales kept with the article', check: 'Quote check',
};

/** The name of a field of an article, annotation or source in words. */
export function fieldLabel(field: string): string {
  if (Object.hasOwn(fieldLabels, field)) return fieldLabels[field]!;
  return field.startsWith('evidence/') ? 'Evidence' : field.startsWith('transcript/') ? 'Transcript' : field;
}

const stepLabels: { readonly [name: string]: string } = {
  'mark-claim': 'Mark claim', 'mark-quote': 'Mark quote', 'mark-note': 'Add note', 'mark-nothing-to-check': 'Mark as nothing to check',
  'add-piece': 'Add piece', 'adjust-mark': 'Adjust mark', 'remove-piece': 'Remove piece', 'change-type': 'Change type',
  'remove-claim': 'Remove claim', 'remove-quote': 'Remove quote', 'remove-note': 'Remove note', 'remove-nothing-to-check': 'Remove mark',
  'remove-annotations': 'Remove annotations', merge: 'Merge', 'add-evidence': 'Add evidence', 'edit-evidence': 'Edit evidence',
  'remove-evidence': 'Remove evidence', 'add-source': 'Add source', 'edit-source': 'Edit source', 'set-verdict': 'Give verdict',
  'clear-verdict': 'Clear verdict', 'decide-dispute': 'Decide dispute', 'edit-details': 'Edit details', 'open-article': 'Open article',
  'remove-article': 'Delete article', 'restore-article': 'Restore article', import: 'Import', 'new-version': 'New version of the text', 'edit-text': 'Edit the text', 'restore-version': 'Go back to a version',
  'accept-place': 'Accept place', 'accept-words': 'Take the new words', 'confirm-gone': 'Confirm that words are gone', 'keep-verdict': 'Keep the verdict',
  'edit-calculation': 'Edit calculation', 'remove-source': 'Delete source', 'merge-sources': 'Merge sources', 'import-sources': 'Import sources',
  'place-marks': 'Place marks', 'attach-transcript': 'Attach transcript', 'remove-transcript': 'Take transcript off', 'check-quote': 'Check quote',
  'check-quotes': 'Check quotes', 'evidence-from-transcript': 'Evidence from transcript',
  'clear-annotations': 'Start clean',
};

/** The name of a step in words. */
export function stepLabel(name: string): string {
  const label = stepLabels[name];
  if (label) return label;
  return name.startsWith('set-') ? `Edit ${fieldLabel(name.slice(4)).toLowerCase()}` : name;
}
