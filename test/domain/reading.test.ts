// Reading nouns out of records.
import { describe, expect, it } from 'vitest';
import { placeOf, type Anchor, type PlacementState } from '../../src/domain/anchor.ts';
import { headline, isChecked, judgedText, markedWords, placesOf, readAnnotation, type Annotation } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { hashText } from '../../src/domain/article-version.ts';
import { evidenceField, parseEvidenceField, readEvidence } from '../../src/domain/evidence.ts';
import { newId } from '../../src/domain/id.ts';
import { sameJson, type Json } from '../../src/domain/json.ts';
import { ratingScales } from '../../src/domain/rating-scales.ts';
import { makeScales, ratingOf, scaleById, scaleFor } from '../../src/domain/scales.ts';
import type { FieldRecord } from '../../src/domain/record.ts';
import { readSource, sourceName } from '../../src/domain/source.ts';
import { progressOf, statusOf, type Status } from '../../src/domain/status.ts';

/** A record with one value for each field; `disputed` fields get a second one. */
const record = (fields: { readonly [field: string]: Json }, disputed: readonly string[] = []): FieldRecord => {
  const head = (operation: string, value: Json) => ({ operation, value, at: '2026-11-24T09:00:00Z', by: 'Ann' });
  const heads = Object.entries(fields).map(([field, value]) => [field, [head(field, value), ...(disputed.includes(field) ? [head(`${field}2`, 'other')] : [])]]);
  return {
    id: 'a', article: 'article', fields: Object.fromEntries(heads) as FieldRecord['fields'],
    createdAt: '2026-11-24T09:00:00Z', createdBy: 'Ann', modifiedAt: '2026-11-24T09:00:00Z', modifiedBy: 'Ann',
  };
};
const anchor = (state: PlacementState, start = 4, end = 9, version = 'v2'): Anchor => ({
  version: 'v1', start: 0, end: 5, exact: 'chips', prefix: '', suffix: '', placement: { version, state, start, end, confidence: 1 },
});
const annotation = (fields: { readonly [field: string]: Json }, disputed: readonly string[] = []): Annotation => readAnnotation(record(fields, disputed))!;
const anchors = (...all: Anchor[]): { anchors: Json } => ({ anchors: all as unknown as Json });
const verdict = (part: object = {}): { verdict: Json } => ({
  verdict: { scale: 'accuracy', scaleVersion: 1, rating: 'true', explanation: '', by: 'Ann', at: '', textHash: '', ...part },
});
const evidence = { [evidenceField('e', 'excerpt')]: 'a fact' };

describe('status', () => {
  const cases: readonly [Status, string, Annotation][] = [
    ['open', 'a claim that nobody has worked on', annotation({ type: 'claim' })],
    ['open', 'a quote with an empty explanation', annotation({ type: 'quote', ...verdict({ rating: null, explanation: '  ' }) })],
    ['in-progress', 'a claim with evidence', annotation({ type: 'claim', ...evidence })],
    ['in-progress', 'a claim with an explanation and no rating', annotation({ type: 'claim', ...verdict({ rating: null, explanation: 'so far' }) })],
    ['settled', 'a claim with a rating', annotation({ type: 'claim', ...verdict() })],
    ['settled', 'an explanation on the scale without ratings', annotation({ type: 'claim', ...verdict({ scale: 'no-ratings', rating: null, explanation: 'Yes.' }) })],
    ['open', 'no explanation on the scale without ratings', annotation({ type: 'claim', ...verdict({ scale: 'no-ratings', rating: null }) })],
    ['no-verdict-needed', 'a note', annotation({ type: 'note' })],
    ['no-verdict-needed', 'a passage with nothing to check', annotation({ type: 'nothing-to-check', ...evidence })],
    ['disputed', 'a settled claim with a field in dispute', annotation({ type: 'claim', text: 'x', ...verdict() }, ['text'])],
    ['to-decide', 'a settled claim that lost a piece', annotation({ type: 'claim', ...anchors(anchor('exact'), anchor('lost')), ...verdict() })],
    ['to-decide', 'a disputed note whose place is ambiguous', annotation({ type: 'note', text: 'x', ...anchors(anchor('ambiguous')) }, ['text'])],
    ['settled', 'a settled claim that moved or changed', annotation({ type: 'claim', ...anchors(anchor('moved'), anchor('changed')), ...verdict() })],
  ];
  it.each(cases)('is %s for %s', (status, _what, one) => expect(statusOf(one)).toBe(status));

  it('progress counts the claims and quotes, and the settled ones among them', () => {
    expect(progressOf(cases.map(([, , one]) => one))).toEqual({ total: 10, settled: 3 });
    expect(progressOf([])).toEqual({ total: 0, settled: 0 });
  });
});

describe('an annotation', () => {
  it('is not there without a type, or when it was removed', () => {
    expect(readAnnotation(record({ text: 'x' }))).toBeNull();
    expect(readAnnotation(record({ type: null }))).toBeNull();
    expect(readAnnotation(record({ type: 'rumour' }))).toBeNull();
    expect(readAnnotation(record({ type: 'claim', removed: true }))).toBeNull();
  });

  it('is the same object for the same record', () => {
    const one = record({ type: 'claim' });
    expect(readAnnotation(one)).toBe(readAnnotation(one));
  });

  it('keeps fields of other types and unknown ones apart, and passes over those that were set back', () => {
    const claim = annotation({ type: 'claim', speaker: 'Huang', 'x-desk': { a: 1 }, gone: null, ...evidence });
    expect({ ...claim.extra }).toEqual({ speaker: 'Huang', 'x-desk': { a: 1 } });
  });

  it('reads what cannot be as not set', () => {
    expect(annotation({ type: 'claim', kind: 'gossip', text: 5, tags: 'x' })).toMatchObject({ kind: '', text: '', tags: [], verdict: null });
    expect(annotation({ type: 'quote', form: 'sung', tags: ['x', 5] })).toMatchObject({ form: 'direct', tags: ['x'] });
  });

  it('is called by its own words, else by the marked ones', () => {
    const pieces = anchors(anchor('exact'), anchor('exact'));
    expect(headline(annotation({ type: 'claim', text: 'Chips grow', ...pieces }))).toBe('Chips grow');
    expect(headline(annotation({ type: 'quote', ...pieces }))).toBe('chips … chips');
    expect(markedWords(annotation({ type: 'note', ...pieces }))).toBe('chips … chips');
    expect(judgedText(annotation({ type: 'claim', ...pieces }))).toBe('chips\nchips');
  });

  it('needs a verdict when it is a claim or a quote', () => {
    expect(['claim', 'quote', 'note', 'nothing-to-check'].map(type => isChecked(annotation({ type })))).toEqual([true, true, false, false]);
  });
});

describe('the place of a piece', () => {
  it.each<[PlacementState, boolean]>([['exact', true], ['moved', true], ['changed', true], ['ambiguous', false], ['lost', false]])(
    'that is %s is drawn: %s',
    (state, drawn) => expect(placeOf(anchor(state), 'v2')).toEqual(drawn ? { start: 4, end: 9 } : null),
  );

  it('is drawn on its own version only, and never when it is empty', () => {
    expect(placeOf(anchor('exact'), 'v1')).toBeNull();
    expect(placeOf(anchor('exact', 4, 4), 'v2')).toBeNull();
    expect(placesOf(annotation({ type: 'claim', ...anchors(anchor('exact', 9, 12), anchor('lost'), anchor('moved', 1, 3)) }), 'v2')).toEqual([
      { start: 9, end: 12 },
      { start: 1, end: 3 },
    ]);
  });
});

describe('evidence', () => {
  it('is read in its order, by id where that is equal, without what was removed or undone', () => {
    const pieces = readEvidence(
      record({
        [evidenceField('c', 'order')]: 1,
        [evidenceField('b', 'order')]: 1,
        [evidenceField('a', 'order')]: 2,
        [evidenceField('first', 'note')]: 'no order',
        [evidenceField('removed', 'excerpt')]: 'x',
        [evidenceField('removed', 'removed')]: true,
        [evidenceField('undone', 'excerpt')]: null,
      }),
    );
    expect(pieces.map(piece => piece.id)).toEqual(['first', 'b', 'c', 'a']);
  });

  it('has a meaning for every property that is missing or cannot be', () => {
    expect(readEvidence(record({ [evidenceField('e', 'stance')]: 'shouts', [evidenceField('e', 'source')]: '' }))).toEqual([
      { id: 'e', source: null, excerpt: '', locator: '', stance: 'supports', role: 'secondary', note: '', group: '', method: '', searched: '', calculation: null, order: 0, extra: {} },
    ]);
  });

  it('keeps properties it does not know', () => {
    const [piece] = readEvidence(record({ [evidenceField('e', 'x/y')]: [1], [evidenceField('e', '__proto__')]: 2 }));
    expect(Object.entries(piece!.extra).sort()).toEqual([['__proto__', 2], ['x/y', [1]]]);
  });

  it('is told from other fields by its name', () => {
    expect(parseEvidenceField(evidenceField('urn:uuid:1', 'excerpt'))).toEqual({ id: 'urn:uuid:1', property: 'excerpt' });
    for (const field of ['evidence', 'evidence/1', 'evidence//x', 'evidence/1/', 'x/evidence/1/y']) expect(parseEvidenceField(field)).toBeNull();
  });
});

describe('scales', () => {
  const scaleOf = (subject: 'claim' | 'quote', scale: string, quoteScale = ''): string => scaleFor(makeScales({ scale, quoteScale }), subject).id;

  it('fit what is rated: the article’s own where it can, else the first that does', () => {
    expect(scaleOf('claim', 'accuracy')).toBe('accuracy');
    expect(scaleOf('quote', 'accuracy')).toBe('quote-verification');
    expect(scaleOf('quote', 'line-by-line')).toBe('line-by-line');
    expect(scaleOf('quote', 'line-by-line', 'quote-verification')).toBe('quote-verification');
    expect(scaleOf('quote', 'line-by-line', 'accuracy')).toBe('line-by-line');
    expect(scaleOf('claim', 'quote-verification')).toBe('accuracy');
    expect(scaleOf('claim', 'a scale of another desk')).toBe('accuracy');
    expect(scaleById(makeScales(), 'a scale of another desk')).toBeUndefined();
  });

  it('know their ratings', () => {
    const rated = (scale: string, rating: string | null): string | undefined => ratingOf(makeScales(), { scale, scaleVersion: 1, rating })?.label;
    expect(rated('accuracy', 'half-true')).toBe('Half true');
    for (const [scale, rating] of [['accuracy', null], ['accuracy', 'verbatim'], ['none', 'true']] as const) expect(rated(scale, rating)).toBeUndefined();
  });

  it('tell their ratings apart without colour', () => {
    for (const { id, ratings } of ratingScales) {
      expect(new Set(ratings.map(rating => rating.icon)).size, id).toBe(ratings.length);
      expect(new Set(ratings.map(rating => rating.id)).size, id).toBe(ratings.length);
    }
  });
});

describe('articles and sources', () => {
  it('are read with a meaning for what is missing', () => {
    expect(readArticle(record({ title: 'Chips', extra: 1 }))).toMatchObject({ title: 'Chips', byline: '', scale: 'accuracy', version: '', removed: false, extra: { extra: 1 } });
    expect(readSource(record({ url: 'https://example.org', removed: true }))).toMatchObject({ title: '', url: 'https://example.org', removed: true });
  });

  it('a source is called by its title, publisher or address', () => {
    const names: { [field: string]: Json }[] = [{ title: 'T', publisher: 'P', url: 'U' }, { publisher: 'P', url: 'U' }, { url: 'U' }, {}];
    expect(names.map(fields => sourceName(readSource(record(fields))))).toEqual(['T', 'P', 'U', '']);
  });
});

describe('small things', () => {
  it('the same JSON is the same in any order of keys, and only then', () => {
    const same: readonly [Json, Json][] = [[1, 1], [null, null], [[1, { a: 1, b: 2 }], [1, { b: 2, a: 1 }]], [{}, {}]];
    const different: readonly [Json, Json][] = [[1, '1'], [null, {}], [[], {}], [[1], [1, 2]], [{ a: 1 }, { b: 1 }], [{ a: 1 }, { a: 1, b: 2 }], [0, false]];
    for (const [a, b] of same) expect(sameJson(a, b)).toBe(true);
    for (const [a, b] of different) expect(sameJson(a, b) || sameJson(b, a)).toBe(false);
    expect(sameJson(undefined, undefined)).toBe(true);
  });

  it('ids are urn:uuid: of version 4, each a new one', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('texts are hashed as UTF-8, like everybody does', () => {
    expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hashText('Zürich')).not.toBe(hashText('Zurich'));
    expect(hashText('\ud800')).toBe(hashText('\ufffd'));
  });
});
