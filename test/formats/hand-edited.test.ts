import { describe, expect, it } from 'vitest';
import { readAnnotation, type Claim } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import { readNative, writeNative } from '../../src/formats/native.ts';
import { Store } from '../../src/store/store.ts';
import { soundFile, type LooseFile } from './broken-files.ts';

/** A file as it is written, with its history, taken apart so that a test can edit it. */
function written(): { file: LooseFile; store: Store } {
  let second = 0;
  const store = new Store('a1', { reviewer: 'Ada', now: () => new Date(Date.UTC(2025, 10, 3, 0, 0, second++)).toISOString() });
  const { edits, versions } = readNative(JSON.stringify({ ...soundFile(), steps: undefined }));
  store.change({ name: 'open', edits, versions });
  store.change({ name: 'set', edits: [{ annotation: 'n1', field: 'text', value: 'Chips will be big' }] });
  return { file: JSON.parse(writeNative(store)), store };
}

function read(file: unknown): { desk: Desk; store: Store; contents: ReturnType<typeof readNative> } {
  const contents = readNative(JSON.stringify(file), { at: '2026-01-01T00:00:00.000Z', by: 'Hand' });
  const folded = addVersions(applyOperations(emptyDesk(contents.article), contents.steps.flatMap(step => step.operations)), contents.versions);
  const store = new Store({ desk: folded, steps: contents.steps, bases: [], screen: null }, { reviewer: 'Hand' });
  store.change({ name: 'import', edits: contents.edits });
  return { desk: applyOperations(folded, contents.authored()?.operations ?? []), store, contents };
}

const claim = (desk: Desk, id = 'n1'): Claim => readAnnotation(desk.annotations.get(id)!) as Claim;

describe('a native file edited by hand', () => {
  it('gives the new value of a field, on top of its history', () => {
    const { file } = written();
    file.annotations[0].text = 'Chips could be big';
    const { desk, store, contents } = read(file);
    expect(contents.edits).toEqual([{ annotation: 'n1', field: 'text', value: 'Chips could be big' }]);
    expect(claim(desk)).toMatchObject({ text: 'Chips could be big', createdBy: 'Ada', modifiedBy: 'Hand', modifiedAt: '2026-01-01T00:00:00.000Z' });
    expect(claim(store.desk)).toMatchObject({ text: 'Chips could be big' });
    store.undo();
    expect(claim(store.desk).text).toBe('Chips will be big');
  });

  it('takes away the annotations, evidence and sources that were taken out', () => {
    const { file } = written();
    file.annotations.splice(file.annotations.findIndex(({ id }: { id: string }) => id === 'n2'), 1);
    file.annotations[0].evidence = [];
    file.sources = [];
    const { desk, contents } = read(file);
    expect(contents.edits).toEqual([
      { annotation: 'n1', field: 'evidence/e1/removed', value: true },
      { annotation: 'n2', field: 'removed', value: true },
      { source: 's1', field: 'removed', value: true },
    ]);
    expect(claim(desk).evidence).toEqual([]);
    expect(readAnnotation(desk.annotations.get('n2')!)).toBeNull();
  });

  it('brings back an annotation and evidence that were removed before', () => {
    const { file, store } = written();
    store.change({ name: 'remove', edits: [{ annotation: 'n2', field: 'removed', value: true }, { annotation: 'n1', field: 'evidence/e1/removed', value: true }] });
    const later = JSON.parse(writeNative(store));
    const { desk } = read({ ...later, annotations: file.annotations });
    expect(claim(desk).evidence).toMatchObject([{ id: 'e1', excerpt: 'x' }]);
    expect(readAnnotation(desk.annotations.get('n2')!)).toMatchObject({ text: 'Ask.' });
  });

  it('means the empty value by a key that was taken out, and the last of two by one given twice', () => {
    const { file } = written();
    delete file.annotations[0].text;
    expect(claim(read(file).desk).text).toBe('');
    expect(readNative('{"format": "claim-annotator", "version": 1, "article": {"id": "a", "title": "x", "title": "y"}}').edits).toEqual([{ field: 'title', value: 'y' }]);
  });

  it('keeps keys that nobody knows, at every level', () => {
    const { file } = written();
    file.desk = { tone: 'dry' };
    file.article.section = 'Business';
    file.annotations[0].priority = [1, { a: null }];
    file.annotations[0].anchors[0].xpath = '/p[1]';
    file.annotations[0].anchors[0].placement.by = 'hand';
    file.annotations[0].verdict.votes = 3;
    file.annotations[0].evidence[0].constructor = 'x';
    file.sources[0].DOI = '10.1000/182';
    file.versions[0].snapshot = 'x';
    file.steps[0].device = 'desk 4';
    file.steps[0].operations[0].reason = 'because';
    Object.defineProperty(file.sources[0], '__proto__', { value: { odd: true }, enumerable: true });
    const { desk, contents } = read(file);
    const again = JSON.parse(writeNative({ desk, steps: contents.steps }));
    const { modifiedAt: _, modifiedBy: _1, ...source } = again.sources[0];
    expect(again).toMatchObject({
      desk: file.desk, article: { section: 'Business' }, annotations: [{ priority: [1, { a: null }], anchors: file.annotations[0].anchors, verdict: { votes: 3 }, evidence: [{ constructor: 'x' }] }, {}],
      versions: [{ snapshot: 'x' }], steps: [{ device: 'desk 4', operations: [{ reason: 'because' }, ...Array<object>(file.steps[0].operations.length - 1).fill({})] }, {}],
    });
    expect(Object.keys(source)).toEqual(expect.arrayContaining(['DOI', '__proto__']));
  });

  it('cannot put an annotation on other words and call that exact', () => {
    const { file } = written();
    Object.assign(file.annotations[0].anchors[0].placement, { start: 6, end: 9 });
    expect(claim(read(file).desk).anchors[0]!.placement).toMatchObject({ state: 'changed', start: 6, end: 9 });
  });

  it('may leave out everything but what makes it a fact check', () => {
    expect(readNative('{"format": "claim-annotator", "version": 1, "article": {"id": "a"}}')).toEqual({ article: 'a', steps: [], versions: [], edits: [], authored: expect.any(Function) });
    const { desk } = read({ format: 'claim-annotator', version: 1, article: { id: 'a' }, annotations: [{ id: 'n', type: 'claim', evidence: [{ id: 'x' }, { id: 'a', order: 7 }, { id: 'm' }] }] });
    expect(claim(desk, 'n')).toMatchObject({ anchors: [], text: '', verdict: null, createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'Hand' });
    expect(claim(desk, 'n').evidence.map(({ id, order }) => `${id} ${order}`)).toEqual(['x 1', 'a 7', 'm 8']);
  });

  it('may give times in any zone; they are compared in UTC', () => {
    const { desk } = read({ format: 'claim-annotator', version: 1, article: { id: 'a', title: 'x', createdAt: '2025-06-01T01:00:00+02:00', createdBy: 'Ada' } });
    expect(readArticle(desk.article!).createdAt).toBe('2025-05-31T23:00:00.000Z');
  });

  it('decides a dispute by another value, and keeps it otherwise', () => {
    const { file, store } = written();
    const other = new Store({ desk: store.desk, steps: store.steps, bases: [], screen: null }, { reviewer: 'Ben', now: () => '2025-11-03T00:10:00.000Z' });
    other.change({ name: 'set', edits: [{ annotation: 'n1', field: 'claimant', value: 'Ms. Varga' }] });
    store.change({ name: 'set', edits: [{ annotation: 'n1', field: 'claimant', value: 'A bank' }] });
    store.receive(other.steps);
    const disputed = JSON.parse(writeNative(store));
    expect(disputed.annotations[0].disputes.claimant.map(({ value }: { value: string }) => value)).toEqual(['Ms. Varga', 'A bank']);
    expect(read(disputed).contents.edits).toEqual([]);
    disputed.annotations[0].claimant = 'The bank';
    expect(claim(read(disputed).desk)).toMatchObject({ claimant: 'The bank', disputes: [] });
    disputed.annotations[0].claimant = 'Ms. Varga';
    delete disputed.annotations[0].disputes;
    expect(claim(read(disputed).desk)).toMatchObject({ claimant: 'Ms. Varga', disputes: [] });
    expect(file.annotations[0].disputes).toBeUndefined();
  });

  it('shares sources with other articles: what their histories say is not taken for a dispute', () => {
    const { store } = written();
    const elsewhere = { id: 'x', article: 'other', name: 'edit-source', at: '2025-11-03T01:00:00.000Z', by: 'Ben', undoes: null };
    const base = store.desk.sources.get('s1')!.fields['title']![0]!.operation;
    const operation = { id: 'x1', article: null, annotation: null, source: 's1', field: 'title', value: 'The report', base: [base], at: elsewhere.at, by: 'Ben' };
    store.receive([{ ...elsewhere, operations: [operation] }]);
    store.change({ name: 'edit-source', edits: [{ source: 's1', field: 'title', value: 'The whole report' }] });
    const { desk } = read(JSON.parse(writeNative(store)));
    expect(desk.sources.get('s1')!.fields['title']).toMatchObject([{ value: 'The whole report' }]);
  });
});

describe('a native file of 50 MB', () => {
  it('is read within seconds', () => {
    const file = soundFile();
    const anchors = file.annotations[0].anchors;
    file.annotations = Array.from({ length: 60_000 }, (_, index) => ({ id: `n${index}`, type: 'claim', anchors, text: 'The market will grow. '.repeat(20) }));
    const text = JSON.stringify(file);
    expect(text.length).toBeGreaterThan(38_000_000);
    const before = process.cpuUsage();
    expect(readNative(text).edits.length).toBeGreaterThan(150_000);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(15);
  }, 120_000);
});
