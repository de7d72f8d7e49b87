import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { shippedScales } from '../../src/domain/scales.ts';
import { FormatError, type FormatProblem } from '../../src/formats/format-error.ts';
import { readNative, writeNative } from '../../src/formats/native.ts';
import { readScale, writeScale } from '../../src/formats/scale-file.ts';
import { Store } from '../../src/store/store.ts';
import { arbitraryScale } from '../domain/arbitrary-scale.ts';
import { brokenScales, soundScale } from '../domain/broken-scales.ts';

const schema = JSON.parse(readFileSync(new URL('../../public/schema/rating-scale-1.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);

const fileOf = (scale: Json): string => JSON.stringify({ format: 'claim-annotator-rating-scale', version: 1, scale });

/** The error of reading a text; fails when there is none. */
function errorOf(read: () => unknown): FormatError {
  try {
    read();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('It was read');
}

describe('the file of a rating scale', () => {
  it('gives back the scale that was written', () => {
    fc.assert(fc.property(arbitraryScale, scale => void expect(readScale(writeScale(scale))).toEqual(scale)));
  });

  it('is the same for what was read from it', () => {
    fc.assert(fc.property(arbitraryScale, scale => void expect(writeScale(readScale(writeScale(scale)))).toBe(writeScale(scale))));
  });

  it('keeps what this program does not know', () => {
    const scale = { ...soundScale(), panel: { size: 3 } };
    expect(readScale(writeScale(readScale(fileOf(scale))))).toEqual(scale);
  });

  it('fits the published schema', () => {
    fc.assert(fc.property(fc.oneof(arbitraryScale, fc.constantFrom(...shippedScales)), scale => {
      validate(JSON.parse(writeScale(scale)));
      expect(validate.errors).toBeNull();
    }));
  });

  it.each(brokenScales.map(({ name, ...rest }) => [name, rest] as const))('is refused with %s', (_, { scale, at, message, inSchema }) => {
    const error = errorOf(() => readScale(fileOf(scale)));
    expect(error.message).toMatch(message);
    expect([error.problem, error.path]).toEqual(['invalid', `scale.${at}`]);
    if (inSchema) expect(validate(JSON.parse(fileOf(scale)))).toBe(false);
  });

  it.each<[string, string, FormatProblem, RegExp]>([
    ['nothing', '', 'empty', /empty/],
    ['a web page', '<!doctype html>', 'foreign', /web page/],
    ['half a file', fileOf(soundScale()).slice(0, 200), 'damaged', /cut off/],
    ['a list', '[]', 'foreign', /not a rating scale/],
    ['a fact check', '{"format":"claim-annotator","version":1}', 'foreign', /not a rating scale/],
    ['no version', '{"format":"claim-annotator-rating-scale"}', 'invalid', /version: is missing/],
    ['a newer version', '{"format":"claim-annotator-rating-scale","version":2}', 'newer-version', /version 2 of the format/],
    ['no scale', '{"format":"claim-annotator-rating-scale","version":1}', 'invalid', /scale: is missing/],
  ])('is not %s', (_, text, problem, message) => {
    const error = errorOf(() => readScale(text));
    expect(error.problem).toBe(problem);
    expect(error.message).toMatch(message);
  });
});

describe('the scales in a native file', () => {
  function fileWith(scales: Json): string {
    const store = new Store('a', { reviewer: 'Ada' });
    store.change({ name: 'open-article', edits: [{ field: 'title', value: 'Chips' }, { field: 'scales', value: scales }] });
    return writeNative(store, { history: false });
  }

  it('are there when there are any', () => {
    expect(JSON.parse(fileWith([soundScale()]))).toMatchObject({ article: { scales: [soundScale()] } });
    expect(fileWith([])).not.toContain('"scales"');
    expect(fileWith([])).not.toContain('"quoteScale"');
  });

  it('come back as they were', () => {
    expect(readNative(fileWith([soundScale()])).edits).toContainEqual({ field: 'scales', value: [soundScale()] });
  });

  it('are refused when one of them is none, by its place', () => {
    const file = JSON.parse(fileWith([soundScale()]));
    file.article.scales[0].ratings[1].icon = 'smiley';
    expect(errorOf(() => readNative(JSON.stringify(file))).path).toBe('article.scales[0].ratings[1].icon');
    expect(errorOf(() => readNative(JSON.stringify(file))).message).toMatch(/must be one of check.*but is "smiley"/);
    file.article.scales = {};
    expect(errorOf(() => readNative(JSON.stringify(file))).message).toMatch(/must be a list of rating scales/);
  });
});
