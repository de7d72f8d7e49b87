import { describe, expect, test } from 'vitest';
import { readAnnotation, type Claim } from '../../src/domain/annotation.ts';
import { hashText, type ArticleVersion } from '../../src/domain/article-version.ts';
import { progressOf, statusOf } from '../../src/domain/status.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { addPiece, adjustPiece, mark, openArticle, removeAnnotations, setVerdict } from '../../src/store/changes.ts';
import { acceptPlace, acceptWords, confirmGone, keepVerdict } from '../../src/store/decisions.ts';
import { newVersion, placeStrays, strays } from '../../src/store/new-version.ts';
import { changedWords, waitingOf } from '../../src/store/re-check.ts';
import { prepareRelocation, relocate, type Follow } from '../../src/store/relocation.ts';
import { annotationsInOrder } from '../../src/store/reading-order.ts';
import { Store } from '../../src/store/store.ts';
import { defaultScales } from '../../src/domain/scales.ts';

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
  const counts = replaceAll(store, next, follow);
  return { counts, anchors: annotationsInOrder(store.desk)[0]!.anchors };
}

function replaceAll(store: Store, next: ArticleVersion, follow?: Follow) {
  const annotations = annotationsInOrder(store.desk);
  const { change, counts } = newVersion(annotations, relocate(prepareRelocation(annotations, store.desk.versions, next, follow)), next);
  store.change(change);
  return counts;
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

test('a mark whose version is not here is found by its words', () => {
  const store = marked('It could grow to $200 billion within five years');
  const [annotation] = annotationsInOrder(store.desk);
  const foreign = { ...annotation!, anchors: annotation!.anchors.map(anchor => ({ ...anchor, version: 'unknown' })) };
  const next = version('v2', `A line.\n${first.text}`);
  const placement = relocate(prepareRelocation([foreign], store.desk.versions, next))[0]![0]!;
  expect(placement.state).toBe('exact');
  expect(next.text.slice(placement.start, placement.end)).toBe('It could grow to $200 billion within five years');
});

test('a mark comes back when its text does, whatever lay between', () => {
  const store = marked('It could grow to $200 billion within five years');
  expect(replace(store, version('v2', first.text.replace(/It could.*\n/, ''))).counts.lost).toBe(1);
  expect(replace(store, version('v3', 'Something else altogether.')).counts.lost).toBe(1);
  expect(replace(store, version('v4', `${first.text}\nOne more line.`)).counts.exact).toBe(1);
});

test('what an editor followed counts before an alignment that sees only the texts', () => {
  const twice = version('v2', 'It was said twice. It was said twice. And then no more.');
  const store = new Store(article, { reviewer: 'A' });
  store.change(openArticle(twice, {}));
  store.change(mark('claim', twice, [{ start: 0, end: 17 }]).change);
  const once = version('v3', 'It was said twice. And then no more, she said.');
  expect(replace(store, once, () => 'deleted').anchors[0]!.placement.state).toBe('lost');
  store.undo();
  expect(replace(store, once, () => ({ start: 0, end: 17 })).anchors[0]!.placement).toMatchObject({ state: 'exact', start: 0, end: 17 });
});

test('a piece put on other words by hand is followed from there, and says that they are others', () => {
  const store = marked('It could grow to $200 billion within five years');
  const other = version('v2', first.text.replace('It could grow to $200 billion within five years', 'Analysts see it four times as large before long'));
  replace(store, other);
  const [annotation] = annotationsInOrder(store.desk);
  const start = other.text.indexOf('Analysts see');
  const range = { start, end: start + 'Analysts see it four times as large before long'.length };
  store.change(acceptPlace(annotation!, other, 0, range));
  const { counts } = replace(store, version('v3', `Preface.\n${other.text}`));
  expect(counts.exact).toBe(1);
});

describe('a verdict', () => {
  function judged(words = 'It could grow to $200 billion within five years'): Store {
    const store = marked(words);
    const claim = annotationsInOrder(store.desk)[0] as Claim;
    store.change(setVerdict(claim, defaultScales, { rating: 'true', explanation: '' }, { by: 'A', at: '2026-01-02T00:00:00Z', version: first }));
    return store;
  }
  const status = (store: Store) => statusOf(annotationsInOrder(store.desk)[0]!);

  test('holds while the words do, also where only typography differs', () => {
    const store = judged();
    expect(status(store)).toBe('settled');
    replace(store, version('v2', `New.\n${first.text.replace('$200 billion', '$200\u00A0billion')}`));
    expect(status(store)).toBe('settled');
  });

  test('is to be re-checked when the words change, and settled when they are as before', () => {
    const store = judged();
    replace(store, version('v2', first.text.replace('$200', '$250')));
    expect(status(store)).toBe('re-check');
    const changed = changedWords(annotationsInOrder(store.desk)[0]!)!;
    expect(changed).toMatchObject({ before: 'It could grow to $200 billion within five years', now: 'It could grow to $250 billion within five years' });
    expect(changed.kinds[0]).toBe('figure');
    expect(waitingOf(annotationsInOrder(store.desk))).toEqual({ undecided: 0, rechecks: 1, changed: 0, grave: true });
    expect(progressOf(annotationsInOrder(store.desk))).toEqual({ total: 1, settled: 0 });
    replace(store, version('v3', first.text));
    expect(status(store)).toBe('settled');
  });

  test('stands for the new words when somebody says so, until they change again', () => {
    const store = judged();
    const second = version('v2', first.text.replace('$200', '$250'));
    replace(store, second);
    const claim = annotationsInOrder(store.desk)[0] as Claim & { verdict: Verdict };
    store.change(keepVerdict(claim, second, { by: 'B', at: '2026-01-03T00:00:00Z' }));
    expect(status(store)).toBe('settled');
    expect((annotationsInOrder(store.desk)[0] as Claim).verdict).toMatchObject({ rating: 'true', by: 'B', words: 'It could grow to $250 billion within five years' });
    replace(store, version('v3', first.text));
    expect(status(store), 'the old words are other words now').toBe('re-check');
  });

  test('given anew is bound to the words as they are, which become the marked ones', () => {
    const store = judged();
    const second = version('v2', first.text.replace('$200', '$250'));
    replace(store, second);
    const claim = annotationsInOrder(store.desk)[0] as Claim;
    store.change(setVerdict(claim, defaultScales, { rating: 'false', explanation: '' }, { by: 'A', at: '2026-01-04T00:00:00Z', version: second }));
    const now = annotationsInOrder(store.desk)[0] as Claim;
    expect(status(store)).toBe('settled');
    expect(now.anchors[0]).toMatchObject({ version: 'v2', exact: 'It could grow to $250 billion within five years', placement: { state: 'exact' } });
  });

  test('is to be re-checked when the mark is put on other words', () => {
    const store = judged();
    const claim = annotationsInOrder(store.desk)[0]!;
    const { start, end } = claim.anchors[0]!;
    store.change(adjustPiece(claim, first, 0, { start, end: end + 16 }));
    expect(status(store)).toBe('re-check');
  });

  test('of a file that does not say for which words it was given is believed', () => {
    const store = judged();
    const { id, verdict } = annotationsInOrder(store.desk)[0] as Claim & { verdict: Verdict };
    const { words: _, ...bare } = verdict;
    store.change({ name: 'import', edits: [{ annotation: id, field: 'verdict', value: { ...bare, textHash: '' } }] });
    replace(store, version('v2', first.text.replace('$200', '$250')));
    expect(status(store)).toBe('settled');
  });
});

describe('what a person decides', () => {
  const gone = version('v2', first.text.replace(/It could.*\n/, ''));
  function lost(): Store {
    const store = marked('It could grow to $200 billion within five years');
    replace(store, gone);
    return store;
  }
  const only = (store: Store) => annotationsInOrder(store.desk)[0]!;

  test('an unsure piece is to decide until it is put somewhere', () => {
    const store = lost();
    expect(statusOf(only(store))).toBe('to-decide');
    store.change(acceptPlace(only(store), gone, 0, { start: 0, end: 10 }));
    expect(statusOf(only(store))).toBe('open');
    expect(only(store).anchors[0]).toMatchObject({ version: 'v2', exact: 'The market', placement: { state: 'exact' } });
    store.undo();
    expect(statusOf(only(store))).toBe('to-decide');
  });

  test('words that are confirmed to be gone no longer count, and are back when their text is', () => {
    const store = lost();
    store.change(confirmGone(only(store)));
    expect(statusOf(only(store))).toBe('gone');
    expect(progressOf(annotationsInOrder(store.desk))).toEqual({ total: 0, settled: 0 });
    replace(store, version('v3', `${gone.text}\nMore.`));
    expect(statusOf(only(store)), 'still gone in the next text').toBe('gone');
    replace(store, version('v4', first.text));
    expect(statusOf(only(store))).toBe('open');
    replace(store, version('v5', gone.text));
    expect(statusOf(only(store)), 'gone again is to be looked at again').toBe('to-decide');
  });

  test('new words are taken for the marked ones', () => {
    const store = marked('It could grow to $200 billion within five years');
    const second = version('v2', first.text.replace('$200', '$250'));
    replace(store, second);
    expect(changedWords(only(store))).not.toBeNull();
    store.change(acceptWords(only(store), second));
    expect(changedWords(only(store))).toBeNull();
    expect(only(store).anchors[0]!.exact).toBe('It could grow to $250 billion within five years');
  });
});

test('marks that speak of another version are placed by the program, which no person has to undo', () => {
  const store = marked('about $50 billion');
  const [annotation] = annotationsInOrder(store.desk);
  store.change(removeAnnotations([annotation!]));
  const next = version('v2', `A line.\n${first.text}`);
  replaceAll(store, next);
  store.change({ name: 'restore', edits: [{ annotation: annotation!.id, field: 'removed', value: false }] });
  const stray = strays(annotationsInOrder(store.desk), next.id);
  expect(stray).toHaveLength(1);
  store.change(placeStrays(stray, relocate(prepareRelocation(stray, store.desk.versions, next))));
  const { placement } = annotationsInOrder(store.desk)[0]!.anchors[0]!;
  expect(next.text.slice(placement.start, placement.end)).toBe('about $50 billion');
  expect(store.undoStep?.name).toBe('restore');
});
