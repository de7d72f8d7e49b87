import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyOperations, emptyDesk } from '../../src/domain/desk.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { subjectOf } from '../../src/domain/operation.ts';
import { applyToRecord, disputesOf, extraFields, headsOf, isDisputed, textOf, valueOf, type FieldRecord } from '../../src/domain/record.ts';
import { anyPlayed, articleId, plain } from '../support/arbitrary-desk.ts';

// Laws take long when other work has the processor.
vi.setConfig({ testTimeout: 30_000 });

const at = (minute: number): string => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;
const operation = (id: string, part: Partial<Operation> = {}): Operation => ({
  id, article: articleId, annotation: 'a', field: 'text', value: id, base: [], at: at(0), by: 'Ann', ...part,
});
const fold = (...operations: readonly Operation[]): FieldRecord =>
  operations.reduce<FieldRecord | undefined>((record, one) => applyToRecord(record, 'a', one), undefined)!;
const heads = (record: FieldRecord): string[] => headsOf(record, 'text').map(head => head.operation);

describe('the fold', () => {
  it('keeps the operations that no later one has seen', () => {
    expect(heads(fold(operation('1'), operation('2', { base: ['1'] })))).toEqual(['2']);
    expect(heads(fold(operation('1'), operation('2'), operation('3', { base: ['1', '2'] })))).toEqual(['3']);
    expect(heads(fold(operation('1'), operation('2', { base: ['1'] }), operation('3', { base: ['1'] }))).sort()).toEqual(['2', '3']);
  });

  it('shows the newest of several heads, and the same one on every machine when the times are equal', () => {
    expect(heads(fold(operation('1', { at: at(1) }), operation('2', { at: at(2) })))).toEqual(['2', '1']);
    expect(heads(fold(operation('1'), operation('2')))).toEqual(heads(fold(operation('2'), operation('1'))));
  });

  it('is changed by nothing that is a head already', () => {
    const record = fold(operation('1'));
    expect(applyToRecord(record, 'a', operation('1'))).toBe(record);
  });

  it('knows who began and who was last, whatever the order', () => {
    const first = operation('1', { at: at(1), by: 'Ann' });
    const last = operation('2', { at: at(5), by: 'Ben', field: 'comment' });
    for (const record of [fold(first, last), fold(last, first)]) {
      expect(record).toMatchObject({ createdAt: at(1), createdBy: 'Ann', modifiedAt: at(5), modifiedBy: 'Ben' });
    }
  });

  it('gives the same desk in any causal order', () => {
    fc.assert(
      fc.property(anyPlayed, anyPlayed, fc.infiniteStream(fc.nat()), (one, other, picks) => {
        const all = [...one.told, ...other.told].flatMap(step => step.operations);
        const shuffled = causalOrder(all, () => picks.next().value!);
        expect(plain(applyOperations(emptyDesk(articleId), shuffled))).toEqual(plain(applyOperations(emptyDesk(articleId), all)));
      }),
      { numRuns: 60 },
    );
  });

  it('takes any field name, even those that objects have of their own', () => {
    const record = fold(operation('1', { field: '__proto__', value: 5 }), operation('2', { field: 'constructor', value: 6 }));
    expect([valueOf(record, '__proto__'), valueOf(record, 'constructor')]).toEqual([5, 6]);
    expect([headsOf(record, 'toString'), valueOf(undefined, 'text')]).toEqual([[], undefined]);
    expect(Object.keys(extraFields(record, () => false)).sort()).toEqual(['__proto__', 'constructor']);
  });
});

describe('a dispute', () => {
  it('needs two different values', () => {
    expect(isDisputed(headsOf(fold(operation('1'), operation('2')), 'text'))).toBe(true);
    expect(isDisputed(headsOf(fold(operation('1', { value: { x: 1, y: [2] } }), operation('2', { value: { y: [2], x: 1 } })), 'text'))).toBe(false);
    expect(isDisputed([])).toBe(false);
  });

  it('is listed by field, with all its values', () => {
    const record = fold(operation('1'), operation('2'), operation('3', { field: 'comment' }), operation('4', { field: 'comment' }), operation('5', { field: 'role' }));
    expect(disputesOf(record).map(({ field, values }) => [field, values.length])).toEqual([['comment', 2], ['text', 2]]);
  });
});

describe('what an operation is about', () => {
  it.each<[string, Partial<Operation>]>([
    ['s', { source: 's', article: null, annotation: null }],
    ['a', {}],
    [articleId, { annotation: null }],
  ])('is %s', (subject, part) => expect(subjectOf(operation('1', part))).toBe(subject));

  it('must be something', () => {
    expect(() => subjectOf(operation('1', { article: null, annotation: null }))).toThrow(TypeError);
  });
});

it('text of a field that holds something else is empty', () => {
  expect(textOf(fold(operation('1', { value: 5 })), 'text')).toBe('');
});

describe('a desk', () => {
  it('keeps its identity when nothing on it changed', () => {
    const desk = applyOperations(emptyDesk(articleId), [operation('1')]);
    expect(applyOperations(desk, [operation('1')])).toBe(desk);
    expect(applyOperations(desk, [operation('2', { article: 'another' })])).toBe(desk);
  });
});

/** Some order of the operations in which each comes after those in its base. */
function causalOrder(operations: readonly Operation[], pick: () => number): Operation[] {
  const waiting = [...operations];
  const ids = new Set(operations.map(one => one.id));
  const done = new Set<string>();
  const order: Operation[] = [];
  while (waiting.length > 0) {
    const ready = waiting.filter(one => one.base.every(id => done.has(id) || !ids.has(id)));
    const next = ready[pick() % ready.length]!;
    waiting.splice(waiting.indexOf(next), 1);
    done.add(next.id);
    order.push(next);
  }
  return order;
}
