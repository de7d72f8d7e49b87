import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChecked, readAnnotation } from '../../src/domain/annotation.ts';
import type { Change, Edit } from '../../src/domain/change.ts';
import { evidenceField } from '../../src/domain/evidence.ts';
import type { Json } from '../../src/domain/json.ts';
import { readSource, sourceFields } from '../../src/domain/source.ts';
import { formats } from '../../src/formats/formats.ts';
import { readNative, writeNative } from '../../src/formats/native.ts';
import { knownToTheDesk, publicDesk } from '../../src/formats/redact.ts';
import { readWebAnnotations, writeWebAnnotations } from '../../src/formats/web-annotation.ts';
import { addEvidence, mark, removeEvidence, setEvidence } from '../../src/store/changes.ts';
import { attachTranscript } from '../../src/store/quote-checks.ts';
import { annotationById } from '../../src/store/queries.ts';
import { Store } from '../../src/store/store.ts';
import { anyActions, annotationIds, articleId, beginArticle, clock, perform, play, versionsOf } from '../support/arbitrary-desk.ts';

/** Milliseconds for a law: a busy machine takes a while over many random desks. */
const patience = 60_000;

/** What must never be seen: no other text has this in it. */
const secret = 'S3CRET';
const secretSource = `urn:x-${secret}:source`;

/** Everything that can be said of a source, all of it secret. */
const secretFields: readonly [string, Json][] = [
  ...sourceFields.map((field): [string, Json] => [field, `https://${secret}.example/${field}`]),
  ['copies', [{ url: `https://archive.example/${secret}`, date: '2026-01-01', sha256: `${secret}`, fileName: `${secret}.pdf` }]],
  ['csl', { note: secret }],
  ['x-desk', { whistle: [secret] }],
];

/** Everything that can be said of a piece of evidence from it. */
const secretUse: readonly [string, Json][] = [
  ...['excerpt', 'locator', 'note', 'group', 'method', 'searched'].map((field): [string, Json] => [field, `${secret} ${field}`]),
  ['calculation', { inputs: [{ name: secret, value: '1', unit: secret }], formula: secret, unit: secret, result: null }],
  ['x-desk', secret],
];

/** A transcript of the source, and the result of a quote checked against it. */
const secretTranscript: Json = { title: secret, content: `${secret}: words`, fileName: `${secret}.vtt`, source: secretSource, hash: secret, at: '2026-01-01T00:00:00Z', by: 'Ann' };
const secretResult: Json = {
  transcript: `${secret}-transcript`, transcriptHash: secret, words: 'printed', outcome: 'altered', similarity: 0.5, said: secret, speaker: secret, speakerAgrees: null,
  locator: secret, differences: [{ class: 'omission', printed: '', said: secret }], meaningChanged: null, contextFair: null, by: 'Ann', at: '2026-01-01T00:00:00Z',
};

/** Something that somebody does with a confidential source, in any order with everything else. */
const anySecretEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...secretFields).map(([field, value]): Edit => ({ source: secretSource, field, value })),
  fc.constant<Edit>({ field: `transcript/${secret}-transcript`, value: secretTranscript }),
  fc.constantFrom(...annotationIds).map((annotation): Edit => ({ annotation, field: 'check', value: secretResult })),
  fc.tuple(fc.constantFrom(...annotationIds), fc.constantFrom(...secretUse, ['source', secretSource] as [string, Json])).map(
    ([annotation, [property, value]]): Edit => ({ annotation, field: evidenceField(`${secret}-1`, property), value }),
  ),
);

const anySecretChange: fc.Arbitrary<Change> = fc.array(anySecretEdit, { minLength: 1, maxLength: 6 }).map(edits => ({ name: 'edit', edits }));

/** A store in which people did anything, with and without the confidential source, which is cited in the end. */
const anySecretWork: fc.Arbitrary<Store> = fc.tuple(anyActions, fc.array(anySecretChange, { maxLength: 5 }), anyActions).map(([before, secrets, after]) => {
  const store = new Store(articleId, { reviewer: 'Ann', now: clock() });
  store.change(beginArticle());
  for (const action of before) perform(store, action);
  for (const [index, change] of secrets.entries()) {
    store.change(change);
    const action = after[index];
    if (action && action.do === 'change') perform(store, action);
  }
  const version = versionsOf(articleId)[0]!;
  store.change(mark('claim', version, [{ start: 0, end: 8 }]).change);
  const annotation = annotationIds[0]!;
  store.change({
    name: 'cite',
    edits: [
      { annotation, field: 'type', value: 'claim' },
      { annotation, field: 'removed', value: false },
      { source: secretSource, field: 'confidentiality', value: 'confidential' },
      ...secretFields.map(([field, value]): Edit => ({ source: secretSource, field, value })),
      ...annotationIds.map((id): Edit => ({ annotation: id, field: evidenceField(`${secret}-1`, 'source'), value: secretSource })),
      ...secretUse.map(([property, value]): Edit => ({ annotation, field: evidenceField(`${secret}-1`, property), value })),
    ],
  });
  return store;
});

const anyPublicFormat = formats.filter(({ audience, write }) => audience === 'public' && write);

describe('what may leave the desk', () => {
  it('holds nothing of a confidential source, in any public format', () => {
    expect(anyPublicFormat.map(({ id }) => id)).toEqual(expect.arrayContaining(['native-public', 'w3c']));
    fc.assert(fc.property(anySecretWork, ({ desk, steps }) => {
      for (const { write } of anyPublicFormat) expect(write!({ desk, steps })).not.toContain(secret);
      expect(writeNative({ desk, steps })).toContain(secret);
    }), { numRuns: 150 });
  }, patience);

  it('holds nothing that leads to an internal source', () => {
    const names = new Set(['type', 'title', 'publisher', 'author', 'published']);
    fc.assert(fc.property(anySecretWork, store => {
      store.change({ name: 'edit', edits: [
        { source: secretSource, field: 'confidentiality', value: 'internal' },
        ...[...names].map((field): Edit => ({ source: secretSource, field, value: 'Known by name' })),
        ...annotationIds.map((annotation): Edit => ({ annotation, field: evidenceField(`${secret}-1`, 'locator'), value: 'p. 3' })),
      ] });
      // The names and the place may be seen, their former values as well; ids are what they are.
      const bare = (text: string): string => text.replaceAll(secretSource, '').replaceAll(`${secret}-1`, '').replaceAll(new RegExp(`https://${secret}\\.example/(?:${[...names].join('|')})`, 'g'), '').replaceAll(`${secret} locator`, '');
      for (const { write } of anyPublicFormat) expect(bare(write!(store))).not.toContain(secret);
    }), { numRuns: 60 });
  }, patience);

  it('can be read again, as a whole', () => {
    fc.assert(fc.property(anySecretWork, ({ desk, steps }) => {
      expect(() => readNative(writeNative({ desk, steps }, { public: true })).authored()).not.toThrow();
    }), { numRuns: 60 });
  }, patience);

  it('is everything when there is nothing to hide', () => {
    fc.assert(fc.property(anyActions, actions => {
      const { store } = play(actions);
      for (const [id, record] of store.desk.sources) {
        store.change({ name: 'open', edits: [{ source: id, field: 'confidentiality', value: 'public' }] });
        expect(readSource(record).id).toBe(id);
      }
      const desk = { ...store.desk, sources: new Map([...store.desk.sources].filter(([, { fields }]) => !('contact' in fields))) };
      expect(publicDesk(desk, store.steps)).toEqual({ desk, steps: store.steps, confidential: 0, internal: 0 });
    }), { numRuns: 60 });
  }, patience);

  it('says that there is a confidential source, and what it means for the claim', () => {
    const { store, annotation } = cited({ stance: 'refutes', role: 'primary', excerpt: secret });
    const contents = readNative(writeNative(store, { public: true }));
    const fresh = new Store(contents.article);
    fresh.receive(contents.steps, contents.versions);
    fresh.change({ name: 'import', edits: contents.edits });
    const read = readAnnotation(fresh.desk.annotations.get(annotation)!)!;
    const [piece] = isChecked(read) ? read.evidence : [];
    expect(piece).toMatchObject({ stance: 'refutes', role: 'primary', excerpt: '' });
    expect(readSource(fresh.desk.sources.get(piece!.source!)!)).toMatchObject({ title: knownToTheDesk, confidentiality: 'confidential', url: '' });
    expect(publicDesk(store.desk, store.steps)).toMatchObject({ confidential: 1, internal: 0 });
  });

  it('hides what a confidential source was merged with as well, in both directions', () => {
    const { store } = cited({ excerpt: secret });
    store.change({ name: 'merge', edits: [
      { source: 'a', field: 'title', value: `${secret} again` },
      { source: 'a', field: 'mergedInto', value: secretSource },
      { source: secretSource, field: 'mergedInto', value: 'b' },
      { source: 'b', field: 'title', value: `${secret} in the end` },
    ] });
    for (const { write } of anyPublicFormat) expect(write!(store)).not.toContain(secret);
  });

  it('hides what was said of a source while people disagree on whether it is confidential', () => {
    const { store } = cited({ excerpt: secret });
    const operation = { id: 'other', article: null, annotation: null, source: secretSource, field: 'confidentiality', value: 'public', base: [], at: '2027-01-01T00:00:00Z', by: 'Ben' };
    store.receive([{ id: 'step', article: null, name: 'edit', at: operation.at, by: 'Ben', undoes: null, operations: [operation] }]);
    for (const { write } of anyPublicFormat) expect(write!(store)).not.toContain(secret);
  });

  it('hides the excerpt in the history after the evidence was removed or got another source', () => {
    for (const what of ['removed', 'source']) {
      const { store, annotation, evidence } = cited({ excerpt: secret });
      const now = annotationById(store.desk, annotation)!;
      store.change(what === 'removed' ? removeEvidence(now, evidence) : setEvidence(now, evidence, 'source', 'b'));
      if (what === 'source') store.change(setEvidence(now, evidence, 'excerpt', 'Something else'));
      for (const { write } of anyPublicFormat) expect(write!(store)).not.toContain(secret);
    }
  });

  it('is passed over when it comes back to the annotation it was written from', () => {
    const { store, annotation } = cited({ excerpt: secret });
    const version = [...store.desk.versions.values()][0]!;
    const { edits } = readWebAnnotations(writeWebAnnotations(store), { article: articleId, version: version.id, text: version.text }, { desk: store.desk });
    expect(edits.filter(edit => edit.annotation === annotation && edit.field.startsWith('evidence/'))).toEqual([]);
    expect(edits.filter(edit => edit.source !== undefined)).toEqual([]);
  });
});

/** An article with a claim that cites the confidential source. */
function cited(use: Parameters<typeof addEvidence>[1]): { store: Store; annotation: string; evidence: string } {
  const store = new Store(articleId, { reviewer: 'Ann' });
  store.change(beginArticle());
  const { id: annotation, change } = mark('claim', versionsOf(articleId)[0]!, [{ start: 0, end: 8 }]);
  store.change(change);
  const claim = annotationById(store.desk, annotation)!;
  if (!isChecked(claim)) throw new RangeError('Not a claim');
  const added = addEvidence(claim, { ...use, source: secretSource });
  store.change(added.change);
  store.change({ name: 'edit', edits: [
    { source: secretSource, field: 'confidentiality', value: 'confidential' },
    ...secretFields.map(([field, value]): Edit => ({ source: secretSource, field, value })),
  ] });
  return { store, annotation, evidence: added.id };
}

it('keeps a transcript at the desk, and the result of a quote checked against it where its source is public', () => {
  const store = new Store(articleId, { reviewer: 'Ann', now: clock() });
  store.change(beginArticle());
  const { id, change } = attachTranscript({ title: 'Interview', content: 'Ann: not for print', fileName: '' }, { by: 'Ann', at: '2026-01-01T00:00:00Z' });
  store.change(change);
  const quote = mark('quote', versionsOf(articleId)[0]!, [{ start: 0, end: 8 }]);
  store.change(quote.change);
  store.change({ name: 'check-quote', edits: [{ annotation: quote.id, field: 'check', value: { ...(secretResult as object), transcript: id, said: 'as said' } }] });
  const open = writeNative(publicDesk(store.desk, store.steps));
  expect(open).not.toContain('not for print');
  expect(open).toContain('as said');
  const source = [...store.desk.sources.keys()].at(-1)!;
  store.change({ name: 'edit-source', edits: [{ source, field: 'confidentiality', value: 'internal' }] });
  const internal = publicDesk(store.desk, store.steps);
  expect(writeNative(internal)).not.toContain('as said');
  expect(writeWebAnnotations({ desk: store.desk })).not.toContain('not for print');
});
