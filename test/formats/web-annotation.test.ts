import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChecked, readAnnotation, type Annotation } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import { readSource } from '../../src/domain/source.ts';
import { readWebAnnotations, writeWebAnnotations } from '../../src/formats/web-annotation.ts';
import { arbitraryWork } from './arbitrary-work.ts';

const targetOf = (desk: Desk) => {
  const { id, version } = readArticle(desk.article!);
  return { article: id, version, text: desk.versions.get(version)?.text ?? '' };
};

/** An article with the same text and nothing else. */
function bare(desk: Desk): Desk {
  return addVersions({ ...emptyDesk(desk.id), article: desk.article }, desk.versions.values());
}

/** What a Web Annotation can say of an annotation. */
function sayable(annotation: Annotation, version: string): object {
  // A place in another version is looked up in the current one.
  const anchors = annotation.anchors.map(anchor => ({ ...anchor, placement: anchor.placement.version === version ? anchor.placement : expect.anything() }));
  const said = { ...annotation, disputes: [], modifiedBy: expect.any(String), anchors, tags: [...new Set(annotation.tags.filter(tag => tag !== ''))] };
  if (annotation.type === 'note' || annotation.type === 'nothing-to-check') return said;
  const { verdict } = annotation;
  return { ...said, verdict: verdict && (verdict.rating || verdict.explanation) ? { ...verdict, at: expect.any(String) } : null };
}

function annotations(desk: Desk): readonly Annotation[] {
  return [...desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('W3C Web Annotations', () => {
  it('give back all that the standard can say', () => {
    fc.assert(fc.property(arbitraryWork, ({ desk }) => {
      const from = bare(desk);
      const { authored, report } = readWebAnnotations(writeWebAnnotations({ desk }), targetOf(desk), { desk: from });
      const read = applyOperations(from, authored?.operations ?? []);
      expect(report.notUnderstood).toEqual([]);
      expect(annotations(read)).toEqual(annotations(desk).filter(({ anchors }) => anchors.length > 0).map(annotation => sayable(annotation, targetOf(desk).version)));
      const cited = new Set(annotations(read).flatMap(annotation => (isChecked(annotation) ? annotation.evidence.flatMap(({ source }) => source ?? []) : [])));
      for (const id of cited) {
        const { disputes: _, removed: _1, ...source } = readSource(desk.sources.get(id)!);
        const { url, title, author, publisher, published, accessed, archivedUrl } = source;
        if (url || title || author || publisher || published || accessed || archivedUrl) expect(readSource(read.sources.get(id)!)).toMatchObject(source);
      }
    }), { numRuns: 150 });
  });
});
