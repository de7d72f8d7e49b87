import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readAnnotation } from '../../src/domain/annotation.ts';
import { readArticle } from '../../src/domain/article.ts';
import { applyOperations, emptyDesk, type Desk } from '../../src/domain/desk.ts';
import { settingOf, settingsId, settingsIn } from '../../src/domain/desk-settings.ts';
import type { Json } from '../../src/domain/json.ts';
import type { Step } from '../../src/domain/operation.ts';
import { disputesOf, valueOf } from '../../src/domain/record.ts';
import { sourcesOf } from '../../src/store/queries.ts';
import { Store, type StoreEvent } from '../../src/store/store.ts';
import { anyAction, anyActions, anyChange, anyPlayed, articleId, beginArticle, clock, perform, plain, play } from '../support/arbitrary-desk.ts';

// Laws take long when other work has the processor.
vi.setConfig({ testTimeout: 30_000 });

/** What people see of a desk: not when and by whom it came about. */
function view(desk: Desk): unknown {
  const unsigned = <T extends object>(noun: T): object => ({ ...noun, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '' });
  return {
    article: desk.article && unsigned(readArticle(desk.article)),
    annotations: [...desk.annotations.values()]
      .map(readAnnotation)
      .filter(annotation => annotation !== null)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(unsigned),
    sources: [...sourcesOf(desk.sources)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    versions: [...desk.versions.keys()].sort(),
  };
}

const edit = (field: string, value: Json, annotation = 'a') => ({ name: 'edit', edits: [{ annotation, field, value }] });
const begin = (reviewer = 'Ann'): Store => {
  const store = new Store(articleId, { reviewer, now: clock() });
  store.change(beginArticle());
  return store;
};
/** Another tab on the same article, which knows what `store` knows now. */
const copyOf = (store: Store, reviewer: string): Store =>
  new Store({ desk: store.desk, steps: store.steps, bases: [], screen: null }, { reviewer, now: clock() });
/** Tells each of two tabs what only the other did. */
const exchange = (a: Store, b: Store): void => {
  const [ofA, ofB] = [a.steps, b.steps];
  a.receive(ofB);
  b.receive(ofA);
};
const shown = (store: Store, field: string, annotation = 'a'): Json | undefined => valueOf(store.desk.annotations.get(annotation), field);

describe('a change', () => {
  it('becomes operations that build on what their author saw', () => {
    const store = begin();
    const first = store.change(edit('text', 'one'))!;
    const second = store.change(edit('text', 'two'))!;
    expect(first.operations[0]).toMatchObject({ article: articleId, annotation: 'a', field: 'text', value: 'one', base: [], by: 'Ann' });
    expect(second.operations[0]!.base).toEqual([first.operations[0]!.id]);
  });

  it('that says what already stands is none, and tells nobody', () => {
    const store = begin();
    store.change(edit('tags', ['x']));
    const events: StoreEvent[] = [];
    store.subscribe(event => events.push(event));
    expect(store.change(edit('tags', ['x']))).toBeNull();
    expect(store.change({ name: 'nothing', edits: [] })).toBeNull();
    expect(events).toEqual([]);
  });

  it('with two edits of one field keeps the later, which builds on the earlier', () => {
    const store = begin();
    const step = store.change({ name: 'edit', edits: [...edit('text', 'one').edits, ...edit('text', 'two').edits] })!;
    expect(step.operations[1]!.base).toEqual([step.operations[0]!.id]);
    expect(shown(store, 'text')).toBe('two');
    store.undo();
    expect(shown(store, 'text')).toBeNull();
  });

  it('of a source belongs to no article', () => {
    const step = begin().change({ name: 'edit', edits: [{ source: 's', field: 'title', value: 'Report' }] })!;
    expect(step.operations[0]).toMatchObject({ article: null, annotation: null, source: 's' });
  });

  it('leaves alone what it does not touch', () => {
    const store = begin();
    store.change(edit('text', 'one', 'a'));
    store.change(edit('text', 'one', 'b'));
    const before = store.desk;
    store.change(edit('text', 'two', 'a'));
    expect(store.desk.annotations.get('b')).toBe(before.annotations.get('b'));
    expect(store.desk.article).toBe(before.article);
    expect(store.desk.sources).toBe(before.sources);
    expect(store.desk.annotations).not.toBe(before.annotations);
  });
});

describe('typing', () => {
  const type = (store: Store, ...texts: string[]): Step[] => texts.map(text => store.change({ ...edit('text', text), joinKey: 'a/text' })!);

  it('in one field is one step, told in parts', () => {
    const store = begin();
    const parts = type(store, 'C', 'Ch', 'Chips');
    expect(store.steps).toHaveLength(2);
    expect(store.steps[1]!.operations).toEqual(parts.flatMap(part => part.operations));
    expect(new Set(parts.map(part => part.id)).size).toBe(1);
    store.undo();
    expect(shown(store, 'text')).toBeNull();
    store.redo();
    expect(shown(store, 'text')).toBe('Chips');
  });

  it.each<[string, (store: Store) => void]>([
    ['leaving the field', store => store.endJoin()],
    ['another change', store => store.change(edit('comment', 'x'))],
    ['an undo and a redo', store => void (store.undo(), store.redo())],
    ['news from another tab', store => store.receive([copyOf(store, 'Ben').change(edit('role', 'x'))!])],
    ['another reviewer', store => void (store.reviewer = 'Ben')],
  ])('ends with %s', (_what, interrupt) => {
    const store = begin();
    const [first] = type(store, 'one');
    interrupt(store);
    const [second] = type(store, 'two');
    expect(second!.id).not.toBe(first!.id);
  });
});

describe('undo', () => {
  it('of everything gives the view of the start, and redo of everything gives it back', () => {
    fc.assert(
      fc.property(anyActions, anyActions, (before, after) => {
        const { store } = play(before);
        store.endJoin();
        const start = view(store.desk);
        const steps = store.steps.length;
        for (const action of after) if (action.do === 'change') perform(store, action);
        const end = view(store.desk);
        const undone = store.steps.length - steps;
        for (let step = 0; step < undone; step++) expect(store.undo()!.kept).toBe(0);
        expect(view(store.desk)).toEqual(start);
        for (let step = 0; step < undone; step++) expect(store.redo()!.kept).toBe(0);
        expect(view(store.desk)).toEqual(end);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on through steps on one field, and back again', () => {
    const store = begin();
    for (const text of ['one', 'two', 'three']) store.change(edit('text', text));
    const texts = (turn: 'undo' | 'redo'): unknown[] => [1, 2, 3].map(() => store[turn]() && shown(store, 'text'));
    expect(texts('undo')).toEqual(['two', 'one', null]);
    expect(texts('redo')).toEqual(['one', 'two', 'three']);
    expect(texts('undo')).toEqual(['two', 'one', null]);
  });

  it('goes on after a colleague changed the field and took that back', () => {
    const store = begin('Ann');
    store.change(edit('text', 'from Ann'));
    const ben = copyOf(store, 'Ben');
    ben.change(edit('text', 'from Ben'));
    ben.undo();
    exchange(store, ben);
    expect(store.undo()).toMatchObject({ kept: 0 });
    expect(shown(store, 'text')).toBeNull();
  });

  it('and redo are inverse at any point', () => {
    fc.assert(
      fc.property(anyPlayed, ({ store }) => {
        const before = view(store.desk);
        const name = store.undoStep?.name;
        if (store.undo()) {
          expect(store.redoStep?.name).toBe(name);
          store.redo();
        }
        expect(view(store.desk)).toEqual(before);
        expect(store.undoStep?.name).toBe(name);
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing to do in a fresh store', () => {
    const store = new Store(articleId);
    expect([store.undo(), store.redo(), store.undoStep, store.redoStep]).toEqual([null, null, null, null]);
  });

  it('takes back one’s own steps only', () => {
    const store = begin('Ann');
    store.change(edit('text', 'from Ann'));
    const ben = copyOf(store, 'Ben');
    expect(ben.undoStep).toBeNull();
    ben.change(edit('comment', 'from Ben'));
    exchange(store, ben);
    expect(store.undo()!.step.by).toBe('Ann');
    expect(shown(store, 'comment')).toBe('from Ben');
  });

  it('follows the reviewer when another one sits down', () => {
    const store = begin('Ann');
    store.change(edit('text', 'from Ann'));
    expect(store.undoStep?.by).toBe('Ann');
    store.reviewer = 'Ben';
    expect(store.undoStep).toBeNull();
  });

  it('keeps a colleague’s later value and says how many it kept', () => {
    const store = begin('Ann');
    store.change({ name: 'edit', edits: [...edit('text', 'from Ann').edits, ...edit('comment', 'from Ann').edits] });
    const ben = copyOf(store, 'Ben');
    ben.change(edit('text', 'from Ben'));
    exchange(store, ben);
    expect(store.undo()).toMatchObject({ kept: 1 });
    expect(shown(store, 'text')).toBe('from Ben');
    expect(shown(store, 'comment')).toBeNull();
  });

  it('that keeps everything is still an undo for every tab', () => {
    const store = begin('Ann');
    store.change(edit('text', 'from Ann'));
    const [ben, second] = [copyOf(store, 'Ben'), copyOf(store, 'Ann')];
    ben.change(edit('text', 'from Ben'));
    exchange(store, ben);
    expect(store.undo()).toMatchObject({ kept: 1, step: { name: 'edit' } });
    second.receive(store.steps);
    expect(second.undoStep?.name).toBe(store.undoStep?.name);
    expect(second.redoStep?.name).toBe('edit');
  });

  it('puts back a value from before the steps that are loaded', () => {
    const store = begin();
    store.change(edit('text', 'old'));
    const later = new Store({ desk: store.desk, steps: [], bases: [], screen: null }, { reviewer: 'Ann', now: clock() });
    later.change(edit('text', 'new'));
    later.undo();
    expect(shown(later, 'text')).toBe('old');
  });

  it('puts back such a value after it came from one’s other tab as well', () => {
    const store = begin();
    store.change(edit('text', 'old'));
    const [here, there] = [1, 2].map(() => new Store({ desk: store.desk, steps: [], bases: [], screen: null }, { reviewer: 'Ann', now: clock() }));
    there!.change(edit('text', 'new'));
    here!.receive(there!.steps);
    here!.undo();
    expect(shown(here!, 'text')).toBe('old');
  });
});

describe('receiving', () => {
  it('what is known already changes nothing and tells nobody', () => {
    fc.assert(
      fc.property(anyPlayed, ({ store, told, versions }) => {
        const before = store.desk;
        const events: StoreEvent[] = [];
        store.subscribe(event => events.push(event));
        store.receive(told, versions);
        store.receive(store.steps, versions);
        expect(store.desk).toBe(before);
        expect(events).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('makes tabs end in one state, in whatever portions it comes', () => {
    const work = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.boolean(), anyAction), { maxLength: 24 });
    fc.assert(
      fc.property(work, all => {
        const first = begin('Ann');
        const tabs = [first, copyOf(first, 'Ben'), copyOf(first, 'Cleo')];
        // One log for all, as the storage keeps it; each tab knows a prefix and its own.
        const log: Step[] = [];
        for (const tab of tabs) {
          tab.subscribe(event => {
            if (event.type === 'step') log.push(event.step);
          });
        }
        for (const [who, looks, action] of all) {
          if (looks) tabs[who]!.receive([...log]);
          perform(tabs[who]!, action);
        }
        for (const tab of tabs) tab.receive(log);
        for (const tab of tabs) expect(plain(tab.desk)).toEqual(plain(first.desk));
      }),
      { numRuns: 60 },
    );
  });

  it('passes over what belongs to another article, but takes its sources', () => {
    const store = begin();
    const other = play([{ do: 'change', change: { name: 'edit', edits: [...edit('text', 'x').edits, { source: 's', field: 'title', value: 'Report' }] } }], { article: 'another' });
    store.receive(other.store.steps, other.versions);
    expect(store.steps).toHaveLength(1);
    expect(store.desk.annotations.size).toBe(0);
    expect(store.desk.versions.size).toBe(2);
    expect([...store.desk.sources.keys()]).toEqual(['s']);
  });
});

describe('a dispute', () => {
  /** Two people, the values they give one field, and whether the second had seen the first's. */
  const meet = (first: Json, second: Json, seen: boolean): [Store, Store] => {
    const ann = begin('Ann');
    ann.change(edit('text', 'before'));
    const ben = copyOf(ann, 'Ben');
    ann.change(edit('text', first));
    if (seen) ben.receive(ann.steps);
    ben.change(edit('text', second));
    exchange(ann, ben);
    return [ann, ben];
  };
  const disputed = (store: Store): number => disputesOf(store.desk.annotations.get('a')!).length;

  it('arises exactly when two had not seen each other’s different values', () => {
    fc.assert(
      fc.property(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('x', 'y', 'z'), fc.boolean(), (first, second, seen) => {
        for (const store of meet(first, second, seen)) expect(disputed(store)).toBe(!seen && first !== second ? 1 : 0);
      }),
    );
  });

  it('shows both values, the newest first and the same everywhere', () => {
    const [ann, ben] = meet('from Ann', 'from Ben', false);
    const values = (store: Store): unknown => disputesOf(store.desk.annotations.get('a')!)[0]!.values.map(head => head.value);
    expect(values(ann)).toEqual(values(ben));
    expect(new Set(values(ann) as string[])).toEqual(new Set(['from Ann', 'from Ben']));
  });

  it.each(['from Ann', 'from Ben', 'a third wording'])('vanishes when somebody who saw both decides for: %s', decision => {
    const [ann, ben] = meet('from Ann', 'from Ben', false);
    expect(ann.change(edit('text', decision))!.operations[0]!.base).toHaveLength(2);
    exchange(ann, ben);
    for (const store of [ann, ben]) {
      expect(disputed(store)).toBe(0);
      expect(shown(store, 'text')).toBe(decision);
    }
  });

  it('is not decided by somebody who goes on typing without having seen the other value', () => {
    const ann = begin('Ann');
    const ben = copyOf(ann, 'Ben');
    ann.change(edit('text', 'A'));
    ben.change(edit('text', 'B'));
    ben.change(edit('text', 'B2'));
    exchange(ann, ben);
    for (const store of [ann, ben]) expect(disputed(store)).toBe(1);
  });

  it('is not made by undo of what nobody else has touched', () => {
    const [ann] = meet('from Ann', 'from Ann and seen', true);
    expect(disputed(ann)).toBe(0);
    ann.undo();
    expect(disputed(ann)).toBe(0);
  });
});

describe('events', () => {
  it('come until one stops listening, and steps come with their versions', () => {
    const store = new Store(articleId, { reviewer: 'Ann', now: clock() });
    const events: StoreEvent[] = [];
    const stop = store.subscribe(event => events.push(event));
    const step = store.change(beginArticle())!;
    store.setScreen({ readingOffset: 1 });
    store.setScreen({ readingOffset: 1 });
    store.receive([copyOf(store, 'Ben').change(edit('text', 'x'))!]);
    stop();
    store.undo();
    expect(events).toEqual([{ type: 'step', step, versions: beginArticle().versions }, { type: 'screen' }, { type: 'received' }]);
  });

  it('tell enough to make the same desk again', () => {
    fc.assert(
      fc.property(anyPlayed, fc.array(anyChange, { maxLength: 3 }), ({ store, told }, changes) => {
        for (const change of changes) store.change(change);
        const desk = applyOperations(emptyDesk(articleId), told.flatMap(step => step.operations));
        expect(plain({ ...desk, versions: store.desk.versions })).toEqual(plain(store.desk));
      }),
      { numRuns: 30 },
    );
  });
});

it('keeps a setting of the desk, tells whoever saves, and leaves it out of undo', () => {
  const store = new Store('urn:a', { reviewer: 'Ann' });
  const told: StoreEvent[] = [];
  store.subscribe(event => void told.push(event));
  store.setSetting('lint/no-locator', false);
  store.setSetting('lint/no-locator', false);
  expect(settingOf(store.desk.sources, 'lint/no-locator')).toBe(false);
  expect(settingsIn(store.desk.sources, 'lint/')).toEqual(new Map([['no-locator', false]]));
  expect(told).toMatchObject([{ type: 'step', step: { article: null, operations: [{ source: settingsId }] } }]);
  expect(store.undo()).toBeNull();
  expect(sourcesOf(store.desk.sources)).toEqual([]);
  store.setSetting('lint/no-locator', null);
  expect(settingOf(store.desk.sources, 'lint/no-locator')).toBeUndefined();
});
