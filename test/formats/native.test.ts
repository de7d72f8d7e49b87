import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotation } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { addVersions, applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import { readSource } from '../../src/domain/source.ts';
import { readNative, writeNative, type NativeContents } from '../../src/formats/native.ts';
import { Store } from '../../src/store/store.ts';
import { arbitraryWork } from './arbitrary-work.ts';

/** Milliseconds for a law: a busy machine takes a while over many random desks. */
const patience = 60_000;

/** The desk that a file's steps make, without its edits. */
function folded({ article, steps, versions }: NativeContents): Desk {
  return addVersions(applyOperations(emptyDesk(article), steps.flatMap(step => step.operations)), versions);
}

/** The desk after the edits are made by somebody. */
function edited(contents: NativeContents): Store {
  const store = new Store({ desk: folded(contents), steps: contents.steps, bases: [], screen: null }, { reviewer: 'Cy' });
  if (contents.edits.length > 0) store.change({ name: 'import', edits: contents.edits });
  return store;
}

function authored(contents: NativeContents): Desk {
  return applyOperations(folded(contents), contents.authored()?.operations ?? []);
}

/** What people see: everything but who made it and when, and disputes. */
function seen(desk: Desk, sources = desk.sources.keys()): unknown {
  const bare = ({ createdAt: _1, createdBy: _2, modifiedAt: _3, modifiedBy: _4, disputes: _5, ...rest }: { [key: string]: unknown }): unknown => rest;
  const annotations = [...desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []);
  return {
    article: desk.article && bare({ ...readArticle(desk.article) }),
    annotations: Object.fromEntries(annotations.map(annotation => [annotation.id, bare({ ...annotation })])),
    sources: Object.fromEntries([...sources].flatMap(id => (desk.sources.has(id) ? [[id, bare({ ...readSource(desk.sources.get(id)!) })]] : []))),
    versions: new Map([...desk.versions].sort()),
  };
}

/** The views of every living record, with authors, times and disputes. */
function views(desk: Desk): unknown {
  return {
    article: desk.article && readArticle(desk.article),
    annotations: [...desk.annotations.values()].flatMap(record => readAnnotation(record) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

describe('the native file', () => {
  it('gives back the same desk and history, disputes included', () => {
    fc.assert(fc.property(arbitraryWork, work => {
      const contents = readNative(writeNative(work));
      expect(contents.steps).toEqual(work.steps);
      expect(contents.edits).toEqual([]);
      expect(contents.authored()).toBeNull();
      expect(folded(contents)).toEqual(work.desk);
    }), { numRuns: 150 });
  }, patience);

  it('gives back what people see without its history, as edits', () => {
    fc.assert(fc.property(arbitraryWork, work => {
      const contents = readNative(writeNative(work, { history: false }));
      expect(contents.steps).toEqual([]);
      const store = edited(contents);
      expect(seen(store.desk)).toEqual(seen(work.desk, store.desk.sources.keys()));
    }), { numRuns: 150 });
  }, patience);

  it('keeps authors, times and disputes without its history, as one step', () => {
    fc.assert(fc.property(arbitraryWork, work => {
      const contents = readNative(writeNative(work, { history: false }));
      expect(views(authored(contents))).toEqual(views(work.desk));
      expect(readNative(writeNative(work, { history: false })).authored()).toEqual(contents.authored());
    }), { numRuns: 150 });
  }, patience);

  it('gives the same bytes for the same state, also after reading it', () => {
    fc.assert(fc.property(arbitraryWork, fc.boolean(), (work, history) => {
      const file = writeNative(work, { history });
      const contents = readNative(file);
      const desk = history ? folded(contents) : authored(contents);
      expect(writeNative({ desk, steps: history ? contents.steps : work.steps }, { history })).toBe(file);
    }), { numRuns: 100 });
  }, patience);
});
