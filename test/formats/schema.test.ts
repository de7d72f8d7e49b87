import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleShape, annotationShape, evidenceShape, sourceShape, type RecordShape } from '../../src/formats/native-fields.ts';
import { writeNative } from '../../src/formats/native.ts';
import { arbitraryWork } from './arbitrary-work.ts';
import { brokenFiles } from './broken-files.ts';

/** Milliseconds for a law: a busy machine takes a while over many random desks. */
const patience = 60_000;

const schema = JSON.parse(readFileSync(new URL('../../public/schema/fact-check-1.json', import.meta.url), 'utf8')) as { $defs: { [name: string]: { properties: object } } };
const validate = new Ajv2020({ allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema);

describe('the published schema', () => {
  it('holds for every file that is written', () => {
    fc.assert(fc.property(arbitraryWork, fc.boolean(), (work, history) => {
      validate(JSON.parse(writeNative(work, { history })));
      expect(validate.errors).toBeNull();
    }), { numRuns: 100 });
  }, patience);

  it.each<[string, RecordShape]>([['article', articleShape], ['annotation', annotationShape], ['evidence', evidenceShape], ['source', sourceShape]])('names every field of %s', (name, shapes) => {
    expect(Object.keys(schema.$defs[name]!.properties)).toEqual(expect.arrayContaining(Object.keys(shapes)));
  });

  it.each(brokenFiles.filter(({ inSchema }) => inSchema).map(({ name, file }) => [name, file]))('refuses a file with %s', (_, file) => {
    expect(validate(JSON.parse(file))).toBe(false);
  });
});
