import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import jsonld, { type ContextDefinition, type JsonLdDocument, type NodeObject } from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { describe, expect, it } from 'vitest';
import { isChecked, readAnnotation, type Annotation } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { readSource, resolveSourceId } from '../../src/domain/source.ts';
import { readWebAnnotations, writeWebAnnotations } from '../../src/formats/web-annotation.ts';
import { arbitraryWork } from './arbitrary-work.ts';
import { standardTerms } from './standard-context.ts';
import { breaches } from './standard-rules.ts';

/** Milliseconds for a law: a busy machine takes a while over many random desks. */
const patience = 60_000;

const targetOf = (desk: Desk) => {
  const { id, version } = readArticle(desk.article!);
  return { article: id, version, text: desk.versions.get(version)?.text ?? '' };
};

/** An article with the same text and nothing else. */
function bare(desk: Desk): Desk {
  return addVersions({ ...emptyDesk(desk.id), article: desk.article }, desk.versions.values());
}

/** What a Web Annotation can say of an annotation. */
function sayable(annotation: Annotation, { version, desk }: { version: string; desk: Desk }): object {
  // A place in another version is looked up in the current one.
  const anchors = annotation.anchors.map(anchor => ({ ...anchor, placement: anchor.placement.version === version ? anchor.placement : expect.anything() }));
  const said = { ...annotation, disputes: [], modifiedBy: expect.any(String), anchors, tags: [...new Set(annotation.tags.filter(tag => tag !== ''))] };
  if (annotation.type === 'note' || annotation.type === 'nothing-to-check') return said;
  const { verdict } = annotation;
  // What was merged is cited as what it was merged into.
  const evidence = annotation.evidence.map(piece => ({ ...piece, source: piece.source && resolveSourceId(desk.sources, piece.source) }));
  return { ...said, evidence, verdict: verdict && (verdict.rating || verdict.explanation) ? { ...verdict, at: expect.any(String) } : null };
}

function annotations(desk: Desk): readonly Annotation[] {
  return [...desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('W3C Web Annotations', () => {
  it('give back all that the standard can say', () => {
    fc.assert(fc.property(arbitraryWork, ({ desk }) => {
      const from = bare(desk);
      const { authored, report } = readWebAnnotations(writeWebAnnotations({ desk }), targetOf(desk), { desk: from });
      const read = applyOperations(from, authored()?.operations ?? []);
      expect(report.notUnderstood).toEqual([]);
      expect(annotations(read)).toEqual(annotations(desk).filter(({ anchors }) => anchors.length > 0).map(annotation => sayable(annotation, { version: targetOf(desk).version, desk })));
      const cited = new Set(annotations(read).flatMap(annotation => (isChecked(annotation) ? annotation.evidence.flatMap(({ source }) => source ?? []) : [])));
      for (const id of cited) {
        const { disputes: _, removed: _1, mergedInto: _2, ...source } = readSource(desk.sources.get(id)!);
        const { url, doi, title, author, publisher, published, accessed, archivedUrl } = source;
        if (doi || url || title || author || publisher || published || accessed || archivedUrl) expect(readSource(read.sources.get(id)!)).toMatchObject(source);
      }
    }), { numRuns: 150 });
  }, patience);

  it('keep every rule of the standard', () => {
    fc.assert(fc.property(arbitraryWork, ({ desk }) => {
      expect(breaches(collectionOf(desk))).toEqual([]);
    }), { numRuns: 150 });
  }, patience);

  it('expand without a dropped term, and without a request', async () => {
    await fc.assert(fc.asyncProperty(arbitraryWork, async ({ desk }) => {
      const collection = collectionOf(desk);
      const options = { safe: true, documentLoader };
      const expanded = await jsonld.expand(collection as JsonLdDocument, options);
      // Whatever were dropped would be missing when it is put into our terms again.
      const compacted = await jsonld.compact(expanded, collection['@context'] as ContextDefinition, { documentLoader });
      expect(JSON.parse(JSON.stringify(compacted).replaceAll('"type":"@json"', '"@type":"@json"'))).toEqual(collection);
      await jsonld.toRDF(collection as JsonLdDocument, options);
    }), { numRuns: 40 });
  }, patience);

  it('use no term of ours that the published vocabulary does not explain', async () => {
    const published = JSON.parse(readFileSync(new URL('../../public/ns/fact-check-1.jsonld', import.meta.url), 'utf8')) as { '@context': Json; '@graph': { id: string }[] };
    const explained = new Set(published['@graph'].map(({ id }) => id));
    fc.assert(fc.property(arbitraryWork, ({ desk }) => {
      const text = writeWebAnnotations({ desk });
      for (const [term] of text.matchAll(/(?<=")fc:\w+(?=")/g)) expect(explained).toContain(term);
      expect((JSON.parse(text) as JsonObject)['@context']).toEqual(published['@context']);
    }), { numRuns: 40 });
    await jsonld.expand(published as unknown as JsonLdDocument, { documentLoader, ...{ safe: true } });
  }, patience);

  it('count code points in the text of the version that each piece was marked on', () => {
    fc.assert(fc.property(arbitraryWork, ({ desk }) => {
      const items = (collectionOf(desk)['first'] as JsonObject | undefined)?.['items'] ?? [];
      for (const item of items as readonly JsonObject[]) {
        for (const target of [item['target']!].flat() as JsonObject[]) {
          const [quote, position] = target['selector'] as JsonObject[];
          const points = [...desk.versions.get(target['fc:version'] as string)!.text];
          expect(points.slice(position!['start'] as number, position!['end'] as number).join('')).toBe(quote!['exact']);
        }
      }
    }), { numRuns: 60 });
  }, patience);

  it('give the same bytes for the same state', () => {
    fc.assert(fc.property(arbitraryWork, ({ desk }) => {
      const shuffled = { ...desk, annotations: new Map([...desk.annotations].reverse()), sources: new Map([...desk.sources].reverse()) };
      expect(writeWebAnnotations({ desk: shuffled })).toBe(writeWebAnnotations({ desk }));
    }), { numRuns: 60 });
  }, patience);
});

function collectionOf(desk: Desk): JsonObject {
  return JSON.parse(writeWebAnnotations({ desk })) as JsonObject;
}

const documentLoader = (url: string): Promise<RemoteDocument> => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`Nothing may be fetched: ${url}`);
  return Promise.resolve({ document: { '@context': standardTerms } as NodeObject, documentUrl: url });
};
