import { expect, test } from 'vitest';
import { readAnnotation } from '../../src/domain/annotation.ts';
import { hashText, type ArticleVersion } from '../../src/domain/article-version.ts';
import { addPiece, mark, openArticle } from '../../src/store/changes.ts';
import { newVersion } from '../../src/store/new-version.ts';
import { prepareRelocation, relocate, type Follow } from '../../src/store/relocation.ts';
import { annotationsInOrder } from '../../src/store/reading-order.ts';
import { Store } from '../../src/store/store.ts';

const article = 'urn:test:article';

function version(id: string, text: string): ArticleVersion {
  return { id, article, text, hash: hashText(text), document: { type: 'doc' }, at: '2026-01-01T00:00:00Z', by: 'A', origin: 'paste' };
}

const first = version('v1', 'The market is worth about $50 billion today.\nIt could grow to $200 billion within five years, an analyst says.\nNobody knows.');

function marked(words: string): Store {
  const store = new Store(article, { reviewer: 'A' });
  store.change(openArticle(first, { title: 'Chips' }));
  const start = first.text.indexOf(words);
  store.change(mark('claim', first, [{ start, end: start + words.length }]).change);
  return store;
}

function replace(store: Store, next: ArticleVersion, follow?: Follow) {
  const annotations = annotationsInOrder(store.desk);
  const { change, counts } = newVersion(annotations, relocate(prepareRelocation(annotations, store.desk.versions, next, follow)), next);
  store.change(change);
  return { counts, anchors: annotationsInOrder(store.desk)[0]!.anchors };
}

test('words that stand where they stood are exact in the new text', () => {
  const next = version('v2', `A new first line.\n${first.text}`);
  const { counts, anchors } = replace(marked('It could grow to $200 billion within five years'), next);
  expect(counts).toEqual({ exact: 1, moved: 0, changed: 0, ambiguous: 0, lost: 0, undecided: 0 });
  expect(next.text.slice(anchors[0]!.placement.start, anchors[0]!.placement.end)).toBe('It could grow to $200 billion within five years');
});

test('a changed figure is told as changed, a deleted paragraph as lost', () => {
  const changed = replace(marked('It could grow to $200 billion within five years'), version('v2', first.text.replace('$200', '$250')));
  expect(changed.counts.changed).toBe(1);
  const lost = replace(marked('It could grow to $200 billion within five years, an analyst says.'), version('v2', first.text.replace(/It could.*\n/, '')));
  expect(lost.counts.lost).toBe(1);
});

test('pieces that were marked on different versions are each looked for from their own', () => {
  const store = marked('about $50 billion');
  const second = version('v2', `${first.text}\nExports are still debated.`);
  replace(store, second);
  const start = second.text.indexOf('Exports are still debated');
  store.change(addPiece(readAnnotation([...store.desk.annotations.values()][0]!)!, second, { start, end: start + 25 }));
  const third = version('v3', `Preface.\n${second.text}`);
  const { counts, anchors } = replace(store, third);
  expect(counts.exact).toBe(2);
  expect(anchors.map(({ placement }) => third.text.slice(placement.start, placement.end))).toEqual(['about $50 billion', 'Exports are still debated']);
});

test('the new text and every place come in one step that undo takes back', () => {
  const store = marked('about $50 billion');
  const before = annotationsInOrder(store.desk);
  replace(store, version('v2', `A line.\n${first.text}`));
  store.undo();
  expect(annotationsInOrder(store.desk)).toMatchObject(before.map(({ anchors }) => ({ anchors })));
});
