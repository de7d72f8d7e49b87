import { expect, test } from 'vitest';
import { hashText, type ArticleVersion } from '../../src/domain/article-version.ts';
import { readAnnotation, type Claim } from '../../src/domain/annotation.ts';
import { addEvidence, addPiece, addSource, adjustPiece, mark, mergeAnnotations, openArticle, quoteFormOf, removeAnnotations, setField, setVerdict } from '../../src/store/changes.ts';
import { facets, filterAnnotations, sortAnnotations, sourceUses } from '../../src/store/queries.ts';
import { annotationsInOrder } from '../../src/store/reading-order.ts';
import { noFilter } from '../../src/store/screen.ts';
import { Store } from '../../src/store/store.ts';
import { defaultScales } from '../../src/domain/scales.ts';

const text = 'The market is worth $50 billion. “It could grow,” she said, “to $200 billion.” Résumés were sent. Nobody knows.';
const version: ArticleVersion = {
  id: 'v', article: 'a', text, hash: hashText(text), document: { type: 'doc' }, at: '2026-01-01T00:00:00Z', by: 'A', origin: 'paste',
};

function desk() {
  const store = new Store('a', { reviewer: 'Ada' });
  store.change(openArticle(version, { title: 'T' }));
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const add = (type: 'claim' | 'quote' | 'note' | 'nothing-to-check', ...words: string[]) => {
    const { id, change } = mark(type, version, words.map(at));
    store.change(change);
    return id;
  };
  const one = (id: string) => readAnnotation(store.desk.annotations.get(id)!)!;
  return { store, at, add, one, list: () => annotationsInOrder(store.desk) };
}

test('annotations come in reading order, the longer of two that begin together first', () => {
  const { add, list } = desk();
  add('note', 'Nobody knows');
  const inner = add('claim', 'The market');
  const outer = add('claim', 'The market is worth $50 billion');
  expect(list().map(({ id }) => id).slice(0, 2)).toEqual([outer, inner]);
});

test('after each change the mended order is the sorted order', () => {
  const { store, add, one, list, at } = desk();
  const ids = [add('note', 'Nobody knows'), add('claim', 'The market'), add('claim', 'to $200 billion'), add('quote', '“It could grow,”')];
  list();
  store.change(adjustPiece(one(ids[0]!), version, 0, at('worth')));
  const mended = list().map(({ id }) => id);
  // A desk that was never seen before is sorted from scratch.
  const fresh = annotationsInOrder({ ...store.desk, annotations: new Map([...store.desk.annotations].reverse()) });
  expect(mended).toEqual(fresh.map(({ id }) => id));
  store.change(removeAnnotations([one(ids[1]!)]));
  expect(list()).toHaveLength(3);
  store.undo();
  expect(list()).toHaveLength(4);
});

test('a search finds every word, without case and accents, in marks, fields and sources', () => {
  const { store, add, one, list } = desk();
  const id = add('claim', 'Résumés were sent');
  const evidence = addEvidence(one(id) as Claim);
  store.change(evidence.change);
  store.change(addSource({ title: 'Annual Report' }, { annotation: one(id), evidence: evidence.id }).change);
  const found = (search: string) => filterAnnotations(list(), { ...noFilter, search }, store.desk.sources, defaultScales).length;
  expect([found('resumes'), found('SENT resume'), found('annual'), found('resumes market')]).toEqual([1, 1, 1, 0]);
  expect(sourceUses(list(), store.desk.sources).size).toBe(1);
});

test('filters of different kinds narrow each other, values of one kind widen it', () => {
  const { store, add, one, list } = desk();
  const claim = add('claim', 'The market');
  add('quote', '“It could grow,”');
  add('note', 'Nobody knows');
  store.change(setVerdict(one(claim) as Claim, defaultScales, { rating: 'false', explanation: '' }, { by: 'Ada', at: '2026-01-01T00:00:00Z' }));
  store.change(setField(one(claim), 'tags', ['money']));
  const count = (part: object) => filterAnnotations(list(), { ...noFilter, ...part }, store.desk.sources, defaultScales).length;
  expect(count({ types: ['claim', 'quote'] })).toBe(2);
  expect(count({ types: ['claim', 'quote'], statuses: ['settled'] })).toBe(1);
  expect(count({ ratings: ['false'] })).toBe(1);
  expect(count({ tags: ['money'], types: ['note'] })).toBe(0);
  expect(count({ reviewers: ['Ada'] })).toBe(3);
  expect(facets(list(), defaultScales).ratings.get('false')).toEqual({ label: 'False', count: 1 });
  expect(sortAnnotations(list(), 'type').map(({ type }) => type)).toEqual(['claim', 'quote', 'note']);
});

test('a piece that touches another widens it; one apart is added in reading order', () => {
  const { store, add, one, at } = desk();
  const id = add('quote', '“to $200 billion.”');
  store.change(addPiece(one(id), version, at('“It could grow,”')));
  expect(one(id).anchors.map(({ exact }) => exact)).toEqual(['“It could grow,”', '“to $200 billion.”']);
  store.change(addPiece(one(id), version, at('grow,” she said')));
  expect(one(id).anchors.map(({ exact }) => exact)).toEqual(['“It could grow,” she said', '“to $200 billion.”']);
});

test('merging keeps the first, takes pieces, tags and evidence of the others, and is one step', () => {
  const { store, add, one, list } = desk();
  const first = add('claim', 'The market is worth $50 billion');
  const second = add('claim', 'to $200 billion');
  store.change(setField(one(second), 'claimant', 'Somebody'));
  store.change(setField(one(second), 'tags', ['money']));
  store.change(addEvidence(one(second) as Claim, { excerpt: 'Table 3' }).change);
  store.change(mergeAnnotations(one(first), [one(second)]));
  expect(list()).toMatchObject([{ id: first, claimant: 'Somebody', tags: ['money'], evidence: [{ excerpt: 'Table 3' }], anchors: [{}, {}] }]);
  store.undo();
  expect(list()).toHaveLength(2);
  expect(one(first)).toMatchObject({ claimant: '', evidence: [], anchors: [{}] });
});

test.each([
  [['“Whole sentence.”'], 'direct'],
  [['“Nobody plans,”', '“but everybody reads.”'], 'direct'],
  [['called it “a sensible place” to start'], 'partial'],
  [['said that nobody plans'], 'indirect'],
  [['„Niemand plant“'], 'direct'],
  [['«Personne»'], 'direct'],
] as const)('the form of %j is %s', (pieces, form) => {
  expect(quoteFormOf(pieces)).toBe(form);
});
