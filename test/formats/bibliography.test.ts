import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import type { FieldRecord } from '../../src/domain/record.ts';
import { confidentialities, readSource, type Source } from '../../src/domain/source.ts';
import { bibliographyFormats, detectBibliography, readBibliography, writeBibliography } from '../../src/formats/bibliography.ts';
import { cslOfSource, sourceOfCsl } from '../../src/formats/csl.ts';
import { publicSources } from '../../src/formats/redact.ts';

const record = (id: string, fields: { readonly [field: string]: Json }): FieldRecord => ({
  id, article: null, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '',
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [{ operation: field, value, at: '', by: '' }]])),
});
const source = (fields: { readonly [field: string]: Json }, id = 'urn:uuid:s'): Source => readSource(record(id, fields));

const report = source({
  type: 'report', title: 'Chips & the {market} 50 %', author: 'Doe, Jane; World Bank', publisher: 'World Bank', url: 'https://example.org/r?a=1&b=2', doi: '10.1000/182', published: '2025-03-04', accessed: '2026-01-02',
});

describe('CSL', () => {
  const name = fc.oneof(fc.record({ family: fc.constantFrom('Doe', 'van Dam'), given: fc.constantFrom('J.', 'Ann B.') }), fc.record({ literal: fc.constantFrom('World Bank', 'UN') }));
  const date = fc.oneof(
    fc.constantFrom({ 'date-parts': [[2025]] }, { 'date-parts': [[2025, 3]] }, { 'date-parts': [[2025, 3, 4], [2025, 4, 1]] }, { 'date-parts': [['2025', '03']] }, { raw: 'last spring' }),
    fc.constantFrom({ 'date-parts': [[2025]], circa: true }, { literal: 'n.d.' }),
  );
  const item = fc.record(
    {
      id: fc.constantFrom('doe2025', 7), type: fc.constantFrom('report', 'article-newspaper', 'webpage', 'strange'), title: fc.string({ unit: 'grapheme', minLength: 1 }).map(text => text.trim() || 'x'),
      author: fc.array(name, { minLength: 1, maxLength: 3 }), editor: fc.array(name, { minLength: 1, maxLength: 1 }), issued: date, accessed: date, 'container-title': fc.constantFrom('Nature', 'The Times'),
      publisher: fc.constant('P'), URL: fc.constantFrom('https://example.org/a'), DOI: fc.constantFrom('10.1000/182'), volume: fc.constantFrom('3', 3), custom: fc.constant({ mine: [1] }), note: fc.constant('x'),
    },
    { requiredKeys: ['id', 'type', 'title'] },
  ) as unknown as fc.Arbitrary<JsonObject>;

  it('gives back all that it said', () => {
    fc.assert(fc.property(item, item => {
      expect(cslOfSource(source(sourceOfCsl(item)))).toEqual({ ...item, id: String(item['id']) });
    }), { numRuns: 300 });
  });

  it('follows what is changed here', () => {
    const fields = sourceOfCsl({ id: 'k', type: 'article-newspaper', title: 'T', author: [{ family: 'Doe', given: 'J.' }], issued: { 'date-parts': [[2025]] }, 'container-title': 'Times', publisher: 'Corp', page: '3' });
    expect(fields).toMatchObject({ author: 'Doe, J.', published: '2025', publisher: 'Times' });
    expect(cslOfSource(source({ ...fields, author: 'Roe, Ann; UN', published: '2026-02', publisher: 'Post', title: '' }))).toEqual({
      id: 'k', type: 'article-newspaper', author: [{ family: 'Roe', given: 'Ann' }, { literal: 'UN' }], issued: { 'date-parts': [[2026, 2]] }, 'container-title': 'Post', publisher: 'Corp', page: '3',
    });
  });

  it('carries archived copies, and no address that runs a program', () => {
    const copies = [{ url: 'https://archive.example/1', date: '2026-01-02', sha256: 'ab', fileName: 'x.pdf' }];
    expect(sourceOfCsl(cslOfSource(source({ title: 'T', copies })))['copies']).toEqual(copies);
    expect(sourceOfCsl({ title: 'T', URL: ' javascript:alert(1)' })).toEqual({ title: 'T' });
  });
});

describe('a bibliography', () => {
  it.each(bibliographyFormats.map(({ id }) => id))('comes back from %s', async id => {
    const text = await writeBibliography(id, [report, source({ title: 'Only a title', type: 'strange' }, 'urn:uuid:t')]);
    expect(detectBibliography(text)).toBe(id);
    const [first, second] = await readBibliography(text);
    expect(first).toMatchObject({ title: report.title, url: report.url, doi: report.doi, published: report.published, publisher: 'World Bank' });
    expect(String(first!['author'])).toContain('Doe, Jane');
    if (id !== 'ris') expect(first).toMatchObject({ accessed: report.accessed });
    expect(second).toMatchObject({ title: 'Only a title' });
    expect(await writeBibliography(id, [report])).toBe(await writeBibliography(id, [report]));
  });

  it('reads what reference managers write', async () => {
    const bibtex = '@article{doe, title={The {US} market}, author={Doe, Jane and M{\\"u}ller, Hans}, journal={Nature}, year=2020, month=mar, doi={10.1000/182}, volume={3}, pages={1--4}}';
    expect(await readBibliography(bibtex)).toEqual([expect.objectContaining({ type: 'article-journal', title: 'The US market', author: 'Doe, Jane; Müller, Hans', publisher: 'Nature', published: '2020-03', doi: '10.1000/182' })]);
    expect((await readBibliography(bibtex))[0]!['csl']).toMatchObject({ volume: '3', page: '1-4', id: 'doe' });
    const ris = 'TY  - JOUR\nAU  - Doe, Jane\nTI  - The market\nT2  - Nature\nPY  - 2020\nUR  - https://example.org\nER  - \n';
    expect(await readBibliography(ris)).toEqual([expect.objectContaining({ title: 'The market', author: 'Doe, Jane', publisher: 'Nature', published: '2020', url: 'https://example.org' })]);
  });

  it.each([
    ['', 'nothing in it'], ['hello https://example.org', 'none of the formats'], ['@article{x, title={', 'cannot be read'], ['[1]', '[0]: must be an object'], ['{"a": 1}', 'is no source'], ['[', 'cut off'],
    ['@comment{nothing}', 'no sources'], ['[]', 'no sources'],
  ])('%s: is refused in words', async (text, message) => {
    await expect(readBibliography(text)).rejects.toThrow(message);
  });

  it('gives two sources with one key two keys', async () => {
    const text = await writeBibliography('csl-json', [source({ title: 'A', csl: { id: 'k' } }, 'a'), source({ title: 'B', csl: { id: 'k' } }, 'b')]);
    expect((JSON.parse(text) as { id: string }[]).map(({ id }) => id)).toEqual(['k', 'k-2']);
  });

  it('holds nothing of a confidential source, and of an internal one the name', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...confidentialities.slice(1)), fc.constantFrom(...bibliographyFormats), async (confidentiality, { id }) => {
      const secret = 'S3CRET';
      const hidden = { title: confidentiality === 'internal' ? 'Named' : secret, url: `https://${secret}.example`, doi: `10.1000/${secret}`, contact: secret, csl: { note: secret, author: [{ literal: secret }] }, copies: [{ url: secret, date: '', sha256: secret, fileName: secret }], confidentiality };
      const sources = publicSources(new Map([record('s', hidden), record('t', { title: 'Open', contact: secret })].map(one => [one.id, one])));
      const text = await writeBibliography(id, [...sources.values()].map(readSource));
      expect(text).toContain('Open');
      expect(text).not.toContain(secret);
      expect(text.includes('Named')).toBe(confidentiality === 'internal');
    }), { numRuns: 20 });
  });
});
