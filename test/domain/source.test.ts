import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import type { FieldRecord } from '../../src/domain/record.ts';
import { addressOf, copiesOf, doiAddress, readDoi, readSource, resolveSourceId, sourceAt } from '../../src/domain/source.ts';

const record = (id: string, fields: { [field: string]: Json }): FieldRecord => ({
  id, article: null, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '',
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [{ operation: field, value, at: '', by: '' }]])),
});
const map = (...records: readonly FieldRecord[]): ReadonlyMap<string, FieldRecord> => new Map(records.map(one => [one.id, one]));

describe('a DOI', () => {
  it.each<[string, string | null]>([
    ['10.1000/182', '10.1000/182'], ['doi:10.1000/182', '10.1000/182'], ['DOI: 10.1000/182', '10.1000/182'], ['https://doi.org/10.1000/182', '10.1000/182'],
    ['http://dx.doi.org/10.1000/182?x=1#p', '10.1000/182'], ['doi.org/10.1000%2F182', '10.1000/182'], ['info:doi/10.1000/a(b)c', '10.1000/a(b)c'], [' 10.1000.10/ABC ', '10.1000.10/ABC'],
    ['https://example.org/10.1000/182', null], ['10.1000', null], ['see 10.1000/182', null], ['10.1000/1 2', null], ['', null],
  ])('in %s is %s', (text, doi) => {
    expect(readDoi(text)).toBe(doi);
  });

  it('has an address, which leads back to it', () => {
    expect(doiAddress('10.1000/182')).toBe('https://doi.org/10.1000/182');
    for (const doi of ['10.1000/a<b>c', '10.1000/a#b?c', '10.1000/(x)']) expect(readDoi(doiAddress(doi))).toBe(doi);
    expect(addressOf(readSource(record('s', { doi: '10.1000/182' })))).toBe('https://doi.org/10.1000/182');
    expect(addressOf(readSource(record('s', { doi: '10.1000/182', url: 'https://example.org' })))).toBe('https://example.org');
  });
});

describe('a source', () => {
  it('shows the archived copy that older files name by its address alone', () => {
    const copy = { url: 'https://archive.example/2', date: '2026-01-02', sha256: 'ab', fileName: 'x.pdf' };
    expect(copiesOf(readSource(record('s', { archivedUrl: 'https://archive.example/1', copies: [copy] })))).toEqual([{ url: 'https://archive.example/1', date: '', sha256: '', fileName: '' }, copy]);
    expect(copiesOf(readSource(record('s', { archivedUrl: copy.url, copies: [copy] })))).toEqual([copy]);
    expect(copiesOf(readSource(record('s', {})))).toEqual([]);
  });

  it('stands for those that were merged into it, however often', () => {
    const sources = map(record('a', { mergedInto: 'b' }), record('b', { mergedInto: 'c' }), record('c', { title: 'C' }));
    expect(sourceAt(sources, 'a')?.title).toBe('C');
    expect(resolveSourceId(sources, 'c')).toBe('c');
    expect(resolveSourceId(map(record('a', { mergedInto: 'gone' })), 'a')).toBe('a');
    expect(sourceAt(sources, null)).toBeNull();
    expect(sourceAt(sources, 'nowhere')).toBeNull();
  });

  it('is one of them when two were merged into each other', () => {
    const sources = map(record('a', { mergedInto: 'b' }), record('b', { mergedInto: 'a' }));
    expect([resolveSourceId(sources, 'a'), resolveSourceId(sources, 'b')]).toEqual(['a', 'a']);
  });
});
