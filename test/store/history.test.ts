import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson, type Json } from '../../src/domain/json.ts';
import type { Operation, Step } from '../../src/domain/operation.ts';
import { defaultScales } from '../../src/domain/scales.ts';
import { deskAt, changesOf, entriesOf, historyOf } from '../../src/store/history.ts';
import { filterEntries, kindsIn, noHistoryFilter, peopleIn } from '../../src/store/history-filter.ts';
import { shownValue } from '../../src/store/shown-value.ts';
import { Store } from '../../src/store/store.ts';
import { annotationIds, anyActions, anyPlayed, articleId, beginArticle, clock, perform, plain, play, sourceIds, versionsOf, type Action } from '../support/arbitrary-desk.ts';

const [claim, other] = annotationIds as [string, string];
const set = (field: string, value: Json, options: { annotation?: string; name?: string; joinKey?: string; by?: string } = {}): Action => ({
  do: 'change',
  change: {
    name: options.name ?? `set-${field}`,
    edits: [{ annotation: options.annotation ?? claim, field, value }],
    ...(options.joinKey !== undefined && { joinKey: options.joinKey }),
    ...(options.by !== undefined && { by: options.by }),
  },
});
const undo: Action = { do: 'undo' };
const redo: Action = { do: 'redo' };

const context = { sources: new Map(), scales: defaultScales, versions: new Map() };

/** The steps after the article was begun, told in one word each. */
const told = (actions: readonly Action[]): string[] => historyOf(play(actions).store.steps).entries.slice(1).map(({ told: how, isTakenBack }) => (isTakenBack ? `${how}, taken back` : how));

/** Two people work on the same article without seeing each other, then one takes in what the other did. */
function playApart(common: readonly Action[], mine: readonly Action[], theirs: readonly Action[]): readonly Step[] {
  const first = play(common).store;
  const second = new Store({ desk: first.desk, steps: first.steps, bases: [], screen: null }, { reviewer: 'Ben', now: clock() });
  for (const action of mine) perform(first, action);
  for (const action of theirs) perform(second, action);
  first.receive(second.steps);
  return first.steps;
}

describe('the history of an article', () => {
  it('tells of undo and redo as such, and marks what was taken back', () => {
    expect(told([set('claimant', 'Ada')])).toEqual(['did']);
    expect(told([set('claimant', 'Ada'), undo])).toEqual(['did, taken back', 'undid']);
    expect(told([set('claimant', 'Ada'), undo, redo])).toEqual(['did', 'undid', 'redid']);
    expect(told([set('claimant', 'Ada'), undo, redo, undo])).toEqual(['did, taken back', 'undid', 'redid', 'undid']);
  });

  it('tells of an undo whose step is not kept here', () => {
    const steps = play([set('claimant', 'Ada'), undo]).store.steps;
    expect(historyOf(steps.slice(-1)).entries[0]!.told).toBe('undid');
  });

  it('makes one change of what was typed in one go', () => {
    const { store } = play(['A', 'Ad', 'Ada'].map(value => set('text', value, { joinKey: 'text' })));
    const history = historyOf(store.steps);
    expect(history.entries).toHaveLength(2);
    expect(changesOf(history, store.steps[1]!)).toEqual([{ annotation: claim, source: null, field: 'text', before: [], after: 'Ada' }]);
  });

  it('tells what a program did from what people did', () => {
    const { store } = play([set('claimant', 'Ada'), set('anchors', [], { by: 'claim-annotator' })]);
    expect(historyOf(store.steps).entries.map(({ isByProgram }) => isByProgram)).toEqual([false, false, true]);
  });

  it('of one annotation holds its own steps and changes only', () => {
    const both: Action = { do: 'change', change: { name: 'merge', edits: [{ annotation: claim, field: 'text', value: 'A' }, { annotation: other, field: 'removed', value: true }] } };
    const { store } = play([set('claimant', 'Ada'), set('claimant', 'Bo', { annotation: other }), both]);
    const history = historyOf(store.steps);
    const own = entriesOf(history, claim);
    expect(own.map(({ step }) => step.name)).toEqual(['set-claimant', 'merge']);
    expect(changesOf(history, own[1]!.step, claim).map(({ field }) => field)).toEqual(['text']);
    expect(changesOf(history, own[1]!.step)).toHaveLength(2);
  });

  it('goes on calling a removed annotation by its words', () => {
    const { store } = play([set('type', 'claim'), set('text', 'Prices doubled'), set('removed', true), undo, undo, undo]);
    expect(historyOf(store.steps).names.get(claim)).toEqual({ type: 'claim', words: 'Prices doubled' });
  });

  it('shows every value that was decided between, and says where one is not kept', () => {
    const steps = playApart([set('type', 'claim')], [set('claimant', 'Ada')], [set('claimant', 'Ben')]);
    const base = steps.slice(-2).map(step => step.operations[0]!.id);
    const decision: Operation = { id: 'decision', article: articleId, annotation: claim, field: 'claimant', value: 'Ada', base, at: '2026-11-25T00:00:00Z', by: 'Cy' };
    const step: Step = { id: 'step', article: articleId, name: 'decide-dispute', at: decision.at, by: 'Cy', undoes: null, operations: [decision] };
    expect(changesOf(historyOf([...steps, step]), step)[0]!.before).toEqual(['Ada', 'Ben']);
    expect(changesOf(historyOf([step]), step)[0]!.before).toEqual([undefined, undefined]);
  });

  it('tells of each change on a field what stood before: what the change before it left, unless two had not seen each other', () => {
    fc.assert(fc.property(anyActions, anyActions, anyActions, fc.boolean(), (common, mine, theirs, alone) => {
      const steps = alone ? play(common).store.steps : playApart(common, mine, theirs);
      const history = historyOf(steps);
      const heads = new Map<string, Json[]>();
      let disputed = false;
      for (const { step } of history.entries) {
        for (const { annotation, source, field, before, after } of changesOf(history, step)) {
          const key = JSON.stringify([annotation, source, field]);
          const earlier = heads.get(key) ?? [];
          // Every value told as "before" was left by an earlier change.
          for (const value of before) expect(earlier.some(one => sameJson(one, value))).toBe(true);
          if (before.length === 0 ? earlier.length > 0 : !sameJson(before[0], earlier.at(-1))) disputed = true;
          heads.set(key, [...earlier, after]);
        }
      }
      if (alone) expect(disputed).toBe(false);
    }), { numRuns: 60 });
  });

  it('loses no operation: what the changes leave last is what stands on the desk', () => {
    fc.assert(fc.property(anyPlayed, ({ store }) => {
      const history = historyOf(store.steps);
      for (const { step } of history.entries) {
        for (const { annotation, source, field, after } of changesOf(history, step)) {
          const record = source !== null ? store.desk.sources.get(source) : annotation !== null ? store.desk.annotations.get(annotation) : store.desk.article;
          const last = store.steps.findLast(({ operations }) => operations.some(one => one.annotation === annotation && (one.source ?? null) === source && one.field === field));
          if (last === step) expect(record!.fields[field]![0]!.value).toEqual(after);
        }
      }
    }), { numRuns: 60 });
  });
});

describe('the desk as it was', () => {
  it('after the last step is the desk', () => {
    fc.assert(fc.property(anyPlayed, ({ store, versions }) => {
      expect(plain(deskAt(store.steps, versions, store.steps.at(-1)!.id))).toEqual(plain(store.desk));
    }), { numRuns: 60 });
  });

  it('after any step is what the desk was when it was made', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 8 }), choices => {
      const store = new Store(articleId, { reviewer: 'Ann', now: clock() });
      const seen: { step: string; desk: unknown }[] = [];
      store.subscribe(() => seen.push({ step: store.steps.at(-1)!.id, desk: plain(store.desk) }));
      store.change(beginArticle());
      choices.forEach((choice, index) => perform(store, choice === 3 ? undo : set('claimant', `name ${index}`, { annotation: annotationIds[choice]! })));
      for (const { step, desk } of seen) expect(plain(deskAt(store.steps, versionsOf(articleId), step))).toEqual(desk);
    }), { numRuns: 40 });
  });

  it('is not known for a step of another history', () => {
    expect(() => deskAt(play([]).store.steps, [], 'elsewhere')).toThrow('No step "elsewhere" in this history');
  });
});

describe('looking for changes', () => {
  const { store } = play([
    set('type', 'claim', { name: 'mark-claim' }), set('text', 'Präzise Zahlen'), set('comment', 'ask Ann'),
    { do: 'change', change: { by: 'Ben', name: 'edit-source', edits: [{ source: sourceIds[0]!, field: 'title', value: 'Annual report' }] } },
    set('verdict', { scale: 'accuracy', scaleVersion: 1, rating: 'false', explanation: 'no such figure', by: 'Ann', at: '', textHash: '' }),
  ]);
  const history = historyOf(store.steps);
  const find = (filter: Partial<typeof noHistoryFilter>): string[] =>
    filterEntries(history, history.entries, { ...noHistoryFilter, ...filter }, context, ({ step }) => step.name).map(({ step }) => step.name);

  it.each([
    ['the words of a value, whatever its accents', { search: 'PRAZISE comment' }, ['set-comment']],
    ['the name of the step', { search: 'edit-source' }, ['edit-source']],
    ['a rating by its label', { search: 'false figure' }, ['set-verdict']],
    ['the person', { person: 'Ben' }, ['edit-source']],
    ['what it is about', { kind: 'verdict' as const }, ['set-verdict']],
    ['both at once', { kind: 'evidence' as const, person: 'Ann' }, []],
  ])('goes by %s', (_, filter, names) => {
    expect(find(filter)).toEqual(names);
  });

  it('counts who did how much, and what it was about', () => {
    expect([...peopleIn(history.entries)]).toEqual([['Ann', 5], ['Ben', 1]]);
    expect([...kindsIn(history.entries)].sort()).toEqual([['article', 1], ['details', 2], ['evidence', 1], ['mark', 1], ['text', 1], ['verdict', 1]]);
  });

  it('copes with 10,000 steps', () => {
    const steps = Array.from({ length: 10_000 }, (_, index): Step => {
      const id = `step ${index}`;
      const operation: Operation = { id: `operation ${index}`, article: articleId, annotation: annotationIds[index % 6]!, field: 'comment', value: `remark ${index}`, base: index < 6 ? [] : [`operation ${index - 6}`], at: '2026-01-01T00:00:00Z', by: 'Ann' };
      return { id, article: articleId, name: 'set-comment', at: operation.at, by: 'Ann', undoes: null, operations: [operation] };
    });
    const start = performance.now();
    const long = historyOf(steps);
    expect(filterEntries(long, long.entries, { ...noHistoryFilter, search: 'remark 9999' }, context, () => '')).toHaveLength(1);
    expect(deskAt(steps, [], 'step 9999').annotations.size).toBe(6);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('values in short', () => {
  const anchor = { version: 'v', start: 0, end: 4, exact: 'five', prefix: '', suffix: '', placement: { version: 'v', state: 'changed', start: 0, end: 3, confidence: 1, exact: 'six' } };
  it.each([
    ['anchors', [anchor], { form: 'pieces', pieces: [{ words: 'six', state: 'changed' }] }],
    ['anchors', [{ ...anchor, gone: true, placement: { version: 'v', state: 'lost', start: 0, end: 0, confidence: 0 } }], { form: 'pieces', pieces: [{ words: 'five', state: 'gone' }] }],
    ['verdict', { scale: 'accuracy', scaleVersion: 1, rating: 'true', explanation: 'yes' }, { form: 'verdict', label: 'True', explanation: 'yes' }],
    ['verdict', { rating: 7 }, { form: 'verdict', label: '', explanation: '' }],
    ['check', { outcome: 'altered', said: 'five', differences: [{}] }, { form: 'check', outcome: 'altered', said: 'five', differences: 1 }],
    ['transcript/t', { title: 'Talk', content: 'words' }, { form: 'transcript', title: 'Talk', length: 5 }],
    ['evidence/e/source', 'nowhere', { form: 'text', text: 'A source without a name' }],
    ['evidence/e/stance', 'refutes', { form: 'choice', value: 'refutes' }],
    ['role', 'minister', { form: 'text', text: 'minister' }],
    ['tags', ['a', 'b'], { form: 'list', items: ['a', 'b'] }],
    ['tags', [], { form: 'nothing' }],
    ['comment', '', { form: 'nothing' }],
    ['removed', true, { form: 'yes-no', value: true }],
    ['scale', 'accuracy', { form: 'text', text: 'Accuracy' }],
    ['x-desk', { a: 1 }, { form: 'data', json: '{"a":1}' }],
  ] as const)('%s: %j', (field, value, shown) => {
    // Readonly tuples of the table are JSON.
    expect(shownValue(field, value as unknown as Json, context)).toEqual(shown);
  });
});
