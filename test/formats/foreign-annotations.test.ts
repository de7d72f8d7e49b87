import { describe, expect, it } from 'vitest';
import { readAnnotation, type Annotation, type Claim } from '../../src/domain/annotation.ts';
import { hashText } from '../../src/domain/article-version.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { readSource } from '../../src/domain/source.ts';
import { readWebAnnotations, type ImportReport } from '../../src/formats/web-annotation.ts';
import { Store } from '../../src/store/store.ts';

const text = [
  'The \u{1d54f} market stands at about $50 billion, analysts say.',
  '“It may reach $200 billion within five years,” said Ms. Varga, who runs the desk.',
  'Nobody has confirmed it. The desk asked twice. Nobody has confirmed it, the ministry added.',
].join('\n');
const target = { article: 'a1', version: 'urn:uuid:v1', text };

/** The desk, and what was said of the import, after some JSON was read into an empty article. */
function read(json: unknown, desk: Desk = emptyDesk('a1')): { annotations: readonly Annotation[]; desk: Desk; report: ImportReport } {
  const { edits, authored, report } = readWebAnnotations(JSON.stringify(json), target, { desk, now: { at: '2025-11-24T09:00:00.000Z', by: 'Cy' } });
  const store = new Store({ desk, steps: [], bases: [], screen: null }, { reviewer: 'Cy' });
  if (edits.length > 0) store.change({ name: 'import', edits });
  const kept = applyOperations(desk, authored()?.operations ?? []);
  const annotations = [...kept.annotations.values()].flatMap(record => readAnnotation(record) ?? []);
  expect([...store.desk.annotations.values()].map(record => readAnnotation(record)?.anchors)).toEqual(annotations.map(({ anchors }) => anchors));
  return { annotations, desk: kept, report };
}

const quote = (exact: string, context: { prefix?: string; suffix?: string } = {}): JsonObject => ({ type: 'TextQuoteSelector', exact, ...context });
const onWords = (exact: string, more: JsonObject = {}): JsonObject => ({ type: 'Annotation', target: { source: 'https://example.org/a', selector: quote(exact) }, ...more });
const sole = (json: unknown): Annotation => read(json).annotations[0]!;

/** The words that the first piece stands on, and how sure that is. */
function placed(selector: unknown): string {
  const { state, start, end } = sole({ type: 'Annotation', target: { source: 'https://example.org/a', selector } }).anchors[0]!.placement;
  return `${state}: ${text.slice(start, end)}`;
}

describe('annotations of others', () => {
  it.each([
    ['one annotation', onWords('analysts say')],
    ['an annotation without a type', { target: { source: 'x:y', selector: quote('analysts say') } }],
    ['a list', [onWords('analysts say')]],
    ['a page', { type: 'AnnotationPage', items: [onWords('analysts say')] }],
    ['a page of a single item', { type: 'AnnotationPage', items: onWords('analysts say') }],
    ['a collection', { type: ['AnnotationCollection'], first: { type: 'AnnotationPage', items: [onWords('analysts say')] } }],
    ['a collection that holds its items itself', { type: 'AnnotationCollection', items: [onWords('analysts say')] }],
    ['a graph', { '@context': 'http://www.w3.org/ns/anno.jsonld', '@graph': [{ '@type': 'oa:Annotation', target: { source: 'x:y', selector: quote('analysts say') } }] }],
    ['a target in a list', onWords('', { target: [{ source: 'x:y', selector: [quote('analysts say')] }] })],
  ])('are found in %s', (_, json) => {
    const { annotations, report } = read(json);
    expect(report).toEqual({ total: 1, exact: 1, moved: 0, changed: 0, ambiguous: 0, lost: 0, notUnderstood: [] });
    expect(annotations[0]!.anchors[0]).toMatchObject({ exact: 'analysts say', version: 'urn:uuid:v1', placement: { state: 'exact' } });
  });

  it('are found on all pages that are inside a collection', () => {
    const next = { type: 'AnnotationPage', items: [onWords('the ministry added')] };
    expect(read({ type: 'AnnotationCollection', total: 2, first: { type: 'AnnotationPage', items: [onWords('analysts say')], next } }).report.total).toBe(2);
  });

  it.each([
    ['a quote alone', quote('analysts say'), 'exact: analysts say'],
    ['a quote with its place in code points', [quote('market stands'), { type: 'TextPositionSelector', start: 6, end: 19 }], 'exact: market stands'],
    ['a quote with changed words', quote('It may reach $250 billion within five years', { suffix: ',” said Ms. Varga, who runs the desk.' }), 'changed: It may reach $200 billion within five years'],
    ['a quote that is there twice', quote('Nobody has confirmed it'), 'ambiguous: Nobody has confirmed it'],
    ['one of two by its context', quote('Nobody has confirmed it', { prefix: 'The desk asked twice. ', suffix: ', the ministry added.' }), 'exact: Nobody has confirmed it'],
    ['a quote that is gone', quote('Something else altogether was printed in this newspaper'), 'lost: '],
    ['a bare position', { type: 'TextPositionSelector', start: 4, end: 12 }, 'ambiguous: \u{1d54f} market'],
    ['a bare position beyond the end', { type: 'TextPositionSelector', start: 4000, end: 4010 }, 'lost: '],
    ['a quote inside a quote', { ...quote('said Ms. Varga, who runs the desk'), refinedBy: quote('desk') }, 'exact: desk'],
    ['a place inside a quote', { ...quote('said Ms. Varga, who runs the desk'), refinedBy: { type: 'TextPositionSelector', start: 5, end: 14 } }, 'exact: Ms. Varga'],
    ['a quote inside an element', { type: 'CssSelector', value: '#p2', refinedBy: quote('who runs the desk') }, 'exact: who runs the desk'],
    ['a quote beside an XPath', [{ type: 'XPathSelector', value: '/p[1]' }, quote('analysts say')], 'exact: analysts say'],
  ])('are placed by %s', (_, selector, expected) => {
    expect(placed(selector)).toBe(expected);
  });

  it('get context of their own when they come without', () => {
    expect(sole(onWords('analysts say')).anchors[0]).toMatchObject({ prefix: expect.stringContaining('$50 billion, '), suffix: expect.stringContaining('.') });
  });

  it.each([
    ['the whole page', { type: 'Annotation', target: 'https://example.org/a' }, 'target', 'It is about the whole page, not about words in it.'],
    ['an XPath alone', { type: 'Annotation', target: { source: 'x:y', selector: { type: 'XPathSelector', value: '/p' } } }, 'target', 'Its place is given by XPathSelector, which needs the original page. Only text quotes and text positions can be read.'],
    ['a place inside an element', { type: 'Annotation', target: { source: 'x:y', selector: { type: 'CssSelector', value: 'p', refinedBy: { type: 'TextPositionSelector', start: 1, end: 2 } } } }, 'target', 'Its place is given by CssSelector, which needs the original page. Only text quotes and text positions can be read.'],
    ['no target', { type: 'Annotation' }, 'target', 'It has no target.'],
    ['an empty quote', onWords(''), 'target', 'Its place is given by TextQuoteSelector, which needs the original page. Only text quotes and text positions can be read.'],
  ])('are left out, with the reason, when they have %s', (_, json, path, why) => {
    const { annotations, report } = read(json);
    expect(annotations).toEqual([]);
    expect(report).toMatchObject({ total: 1, notUnderstood: [{ path, why }] });
  });

  it('are named by their place in the file when they cannot be understood', () => {
    const { report } = read({ type: 'AnnotationPage', items: [onWords('analysts say'), 'https://example.org/anno/2', 7, onWords('who runs', { id: 'x:1' }), onWords('the desk asked', { id: 'x:1' })] });
    expect(report.notUnderstood).toEqual([
      { path: 'items[1]', why: 'It is only named by its address, and nothing is fetched.' },
      { path: 'items[2]', why: 'It is no annotation.' },
      { path: 'items[4].id', why: 'Another annotation in the file has the same id.' },
    ]);
    expect(report).toMatchObject({ total: 5, exact: 2 });
  });

  it('are notes with their words, tags and links', () => {
    const note = sole(onWords('analysts say', {
      motivation: 'commenting', creator: { type: 'Person', name: 'Ola' }, created: '2025-02-03T04:05:06+01:00', modified: '2025-02-04T00:00:00Z',
      body: [
        { type: 'TextualBody', value: 'Which analysts?', purpose: 'commenting' },
        { type: 'TextualBody', value: 'sourcing', purpose: 'tagging' },
        'https://example.org/see',
      ],
    }));
    expect(note).toMatchObject({ type: 'note', text: 'Which analysts?\nhttps://example.org/see', tags: ['sourcing'], createdBy: 'Ola', createdAt: '2025-02-03T03:05:06.000Z', modifiedAt: '2025-02-04T00:00:00Z' });
  });

  it('may have their text as a bodyValue', () => {
    expect(sole(onWords('analysts say', { bodyValue: 'Which?' }))).toMatchObject({ type: 'note', text: 'Which?' });
  });

  it('are claims when they assess, with a rating where the label is one of a scale', () => {
    const claim = sole(onWords('It may reach $200 billion', {
      motivation: 'oa:assessing', creator: 'https://example.org/ola', created: '2025-02-03T04:05:06Z',
      body: [
        { type: 'TextualBody', value: 'mostly false', purpose: 'assessing' },
        { type: 'TextualBody', value: 'The chip market will be worth $200 billion by 2030', purpose: 'describing' },
        { type: 'TextualBody', value: 'A projection of one bank.', purpose: 'commenting' },
        { type: 'SpecificResource', purpose: 'linking', source: { id: 'https://example.org/bank', type: 'Text' }, selector: quote('could reach 200') },
      ],
    })) as Claim;
    expect(claim).toMatchObject({ type: 'claim', text: 'The chip market will be worth $200 billion by 2030' });
    expect(claim.verdict).toEqual({
      scale: 'accuracy', scaleVersion: 1, rating: 'mostly-false', explanation: 'A projection of one bank.', by: 'https://example.org/ola', at: '2025-02-03T04:05:06Z',
      textHash: hashText('It may reach $200 billion'),
    });
    expect(claim.evidence).toMatchObject([{ excerpt: 'could reach 200', stance: 'context', role: 'secondary' }]);
  });

  it('give no verdict by a label that is on no scale', () => {
    expect(sole(onWords('analysts say', { motivation: 'assessing', body: { type: 'TextualBody', value: 'Four Pinocchios', purpose: 'assessing' } })))
      .toMatchObject({ type: 'claim', verdict: null, comment: 'Rated: Four Pinocchios' });
  });

  it('share one source for one address, the desk\'s own where it has it', () => {
    const linking = (iri: string): JsonObject => ({ type: 'SpecificResource', purpose: 'linking', source: iri, selector: quote('x') });
    const json = [onWords('analysts say', { body: linking('https://example.org/s') }), onWords('who runs', { body: [linking('https://example.org/s'), linking('https://example.org/t')] })];
    const fresh = read(json).desk;
    expect([...fresh.sources.values()].map(record => readSource(record).url).sort()).toEqual(['https://example.org/s', 'https://example.org/t']);

    const store = new Store('a1', { reviewer: 'Ada' });
    store.change({ name: 'add-source', edits: [{ source: 'urn:uuid:s', field: 'url', value: 'https://example.org/s' }, { source: 'urn:uuid:s', field: 'title', value: 'Known' }] });
    const { desk } = read(json, store.desk);
    expect(desk.sources.size).toBe(2);
    expect(readSource(desk.sources.get('urn:uuid:s')!)).toMatchObject({ title: 'Known', url: 'https://example.org/s' });
  });

  it('bring no address that runs a program', () => {
    const { desk } = read(onWords('analysts say', { body: { type: 'SpecificResource', purpose: 'linking', source: ' javascript:alert(1)', selector: quote('x') } }));
    expect([...desk.sources.values()]).toEqual([]);
    expect(sole(onWords('analysts say', { body: 'javascript:alert(1)' }))).toMatchObject({ text: '' });
  });

  it('keep for the next export what cannot be shown', () => {
    const image = { type: 'Image', id: 'https://example.org/i.png' };
    const { annotations, report } = read(onWords('analysts say', { rights: 'https://example.org/cc0', body: [image, { type: 'TextualBody', value: '' }] }));
    expect(annotations[0]!.extra).toEqual({ w3c: { rights: 'https://example.org/cc0', body: [image] } });
    expect(report.notUnderstood).toEqual([{ path: 'body[0]', why: 'A body of this kind is kept for the next export, but cannot be shown.' }]);
  });

  it('keep their id when it is a urn:uuid, else get one that is the same every time', () => {
    const uuid = 'urn:uuid:01234567-89ab-4cde-8f01-23456789abcd';
    expect(sole(onWords('analysts say', { id: 'https://example.org/1', canonical: uuid })).id).toBe(uuid);
    expect(sole(onWords('analysts say', { id: uuid })).id).toBe(uuid);
    const made = sole(onWords('analysts say', { id: 'https://example.org/1' })).id;
    expect(made).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(sole(onWords('analysts say', { id: 'https://example.org/1', motivation: 'highlighting' })).id).toBe(made);
    expect(sole(onWords('analysts say')).id).not.toBe(sole(onWords('who runs')).id);
  });

  it('change the annotation with their id, leave what they do not mention, and bring it back when it was removed', () => {
    const id = 'urn:uuid:01234567-89ab-4cde-8f01-23456789abcd';
    const { desk } = read(onWords('analysts say', { id, body: { type: 'TextualBody', value: 'Who?', purpose: 'commenting' } }));
    const store = new Store({ desk, steps: [], bases: [], screen: null }, { reviewer: 'Ada' });
    store.change({ name: 'set', edits: [{ annotation: id, field: 'comment', value: 'Mine' }, { annotation: id, field: 'removed', value: true }] });
    const again = read(onWords('analysts say', { id, body: { type: 'TextualBody', value: 'Which?', purpose: 'commenting' } }), store.desk);
    expect(again.annotations).toMatchObject([{ id, text: 'Which?', comment: 'Mine' }]);
    expect(read(onWords('analysts say', { id }), again.desk).annotations).toMatchObject([{ text: 'Which?' }]);
  });

  it('of another page are left out', () => {
    const store = new Store('a1', { reviewer: 'Ada' });
    store.change({ name: 'set', edits: [{ field: 'url', value: 'http://www.example.org/a/' }] });
    const elsewhere = { type: 'Annotation', target: { source: 'https://example.org/b', selector: quote('Words that only the other page holds, many of them') } };
    expect(read([onWords('analysts say'), elsewhere], store.desk).report).toMatchObject({
      exact: 1, lost: 0, notUnderstood: [{ path: '[1].target', why: 'It is about another page: https://example.org/b' }],
    });
  });

  it('count once, under the least sure of their pieces', () => {
    const pieces = ['analysts say', 'Nobody has confirmed it'].map(exact => ({ source: 'x:y', selector: quote(exact) }));
    const { annotations, report } = read({ type: 'Annotation', target: pieces });
    expect(annotations[0]!.anchors.map(({ placement }) => placement.state)).toEqual(['exact', 'ambiguous']);
    expect(report).toMatchObject({ total: 1, exact: 0, ambiguous: 1 });
  });

  it('marked on an older version of the desk keep that version and are looked for in the new text', () => {
    const old = text.replace('$200', '$250');
    const version = { id: 'urn:uuid:v0', article: 'a1', document: { type: 'doc' }, text: old, hash: hashText(old), at: '2025-01-01T00:00:00Z', by: 'Ada', origin: 'paste' as const };
    const exact = 'It may reach $250 billion within five years';
    const start = [...old.slice(0, old.indexOf(exact))].length;
    const json = { type: 'Annotation', target: { source: 'x:y', 'fc:version': version.id, 'fc:textHash': version.hash, selector: [quote(exact), { type: 'TextPositionSelector', start, end: start + exact.length }] } };
    expect(read(json, addVersions(emptyDesk('a1'), [version])).annotations[0]!.anchors[0]).toMatchObject({
      version: 'urn:uuid:v0', start: old.indexOf(exact), placement: { version: 'urn:uuid:v1', state: 'changed', start: text.indexOf('It may reach') },
    });
  });
});
