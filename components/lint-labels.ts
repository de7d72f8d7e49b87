import type { LintId } from '../src/store/lints.ts';

/** What each look at the evidence is called, and why it is worth one. */
export const lintLabels: { readonly [id in LintId]: { readonly title: string; readonly reason: string } } = {
  'no-evidence': { title: 'A verdict without evidence', reason: 'Nobody can follow how it came about. Attach what it rests on, or what was looked for in vain.' },
  'only-secondary': { title: 'Only secondary sources', reason: 'All of them report what others found. Look for the record itself: the data, the document, the recording, whoever was there.' },
  'counted-twice': { title: 'One source counted twice', reason: 'The same source, or two of the same origin, say the same thing twice. That is one voice, not two.' },
  'no-locator': { title: 'No place in the source', reason: 'A page, a table or a time code lets the next person find the words in a minute.' },
  'article-itself': { title: 'The article as its own evidence', reason: 'The address of the source is that of the article under check.' },
  'after-publication': { title: 'A source later than the article', reason: 'The author could not know it. It may still show what is true, but not what was known then.' },
  'figures-differ': { title: 'Other figures in the excerpt', reason: 'The excerpt has numbers of this kind, but not the one of the claim. Check both, or show the calculation between them.' },
};
