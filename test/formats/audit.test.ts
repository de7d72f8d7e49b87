import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { looksLikeAudit, writeAudit } from '../../src/formats/audit.ts';
import { writeJson } from '../../src/formats/write-json.ts';
import { articleId, annotationIds, anyPlayed, play, sourceIds } from '../support/arbitrary-desk.ts';

const keys = ['at', 'by', 'step', 'name', 'undoes', 'subject', 'field', 'before', 'value', 'operation', 'base'];

interface Line {
  readonly [key: string]: Json;
}

const linesOf = (file: string): readonly Line[] => file.split('\n').slice(0, -1).map(line => JSON.parse(line) as Line);

describe('the history as JSON Lines', () => {
  it('has one line for each operation in order, always with the same keys', () => {
    fc.assert(fc.property(anyPlayed, ({ store }) => {
      const file = writeAudit(store);
      const operations = store.steps.flatMap(step => step.operations);
      const lines = linesOf(file);
      expect(lines.map(line => line['operation'])).toEqual(operations.map(({ id }) => id));
      for (const line of lines) expect(Object.keys(line)).toEqual(keys);
      expect(lines.map(line => line['value'])).toEqual(operations.map(({ value }) => JSON.parse(writeJson(value, 0)) as Json));
      expect(looksLikeAudit(file)).toBe(true);
    }), { numRuns: 50 });
  });

  it('says what stood before, in the order of the base', () => {
    fc.assert(fc.property(anyPlayed, ({ store }) => {
      const lines = linesOf(writeAudit(store));
      const values = new Map(lines.map(line => [line['operation'], line['value']]));
      for (const { base, before } of lines) expect(before).toEqual((base as readonly string[]).map(id => values.get(id)));
    }), { numRuns: 50 });
  });

  it('names what was changed, and the step that was taken back', () => {
    const { store } = play([
      { do: 'change', change: { name: 'set-claimant', edits: [{ annotation: annotationIds[0]!, field: 'claimant', value: 'Ada' }] } },
      { do: 'change', change: { name: 'edit-source', edits: [{ source: sourceIds[0]!, field: 'title', value: 'Report' }] } },
      { do: 'undo' },
    ]);
    const lines = linesOf(writeAudit(store));
    expect(lines.map(({ subject }) => subject)).toEqual([
      { type: 'article', id: articleId }, { type: 'article', id: articleId }, { type: 'annotation', id: annotationIds[0]! },
      { type: 'source', id: sourceIds[0]! }, { type: 'source', id: sourceIds[0]! },
    ]);
    expect(lines.at(-1)).toMatchObject({ name: 'edit-source', by: 'Ann', undoes: lines[3]!['step'], before: ['Report'], value: null });
  });

  it('has null for a value from before the history, and no line without a history', () => {
    const operation = { id: 'o', article: 'a', annotation: null, field: 'title', value: 'New', base: ['lost'], at: '2026-01-01T00:00:00Z', by: 'Ann' };
    const step = { id: 's', article: 'a', name: 'edit-details', at: operation.at, by: 'Ann', undoes: null, operations: [operation] };
    expect(linesOf(writeAudit({ steps: [step] }))[0]).toMatchObject({ before: [null], base: ['lost'] });
    expect(writeAudit({ steps: [] })).toBe('');
  });
});
