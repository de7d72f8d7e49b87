import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '../../src/anchoring/describe.ts';
import { locate } from '../../src/anchoring/locate.ts';
import type { PlacementState } from '../../src/anchoring/placement.ts';
import { anyTextWithRange } from './arbitrary-text.ts';
import { mark, marked } from './marked.ts';

const BEFORE = 'The minister opened the session on Monday. Reporters had waited since dawn for the figures. ';
const AFTER = ' The opposition disagreed at once. A vote is expected next week, and nobody knows how it will end.';

/** The quote marked in the old text, and where it is found in the new one; without marks it is not. */
const CASES: readonly (readonly [name: string, state: PlacementState, old: string, fresh: string])[] = [
  ['words behind an added paragraph', 'exact', 'He paid ⟦$200 billion⟧ for it.', 'An editor’s note was added.\nHe paid ⟦$200 billion⟧ for it.'],
  ['other quotation marks', 'exact', 'He said "⟦it\'s so⟧" twice.', 'Now: He said “⟦it’s so⟧” twice.'],
  ['a no-break space and a soft hyphen', 'exact', 'It weighs ⟦10 kg of material⟧ today.', 'Today: It weighs ⟦10\u00a0kg of mate\u00adrial⟧ today.'],
  ['another normal form', 'exact', 'In ⟦the café⟧ they met.', 'It began so: In ⟦the cafe\u0301⟧ they met.'],
  ['a ligature at the edge', 'exact', 'It was ⟦the first office⟧ of all.', 'Then: It was ⟦the ﬁrst oﬃce⟧ of all.'],
  ['a figure replaced', 'changed', 'The state will spend ⟦$200 billion⟧ on roads by then.', 'Later: The state will spend ⟦$250 billion⟧ on roads by then.'],
  ['a negation added', 'changed', 'The bank ⟦did cover the losses of its clients⟧ in full.', 'Note: The bank ⟦did not cover the losses of its clients⟧ in full.'],
];

suite('locate', () => {
  it('gives back what describe was given', () => {
    fc.assert(
      fc.property(anyTextWithRange, ({ text, range }) => {
        expect(locate(text, describe(text, range.start, range.end))).toEqual({ state: 'exact', ...range, confidence: 1 });
      }),
      { numRuns: 600 },
    );
  });

  it.each(CASES)('finds %s: %s', (_, state, oldSource, newSource) => {
    const old = marked(BEFORE + oldSource + AFTER);
    const fresh = marked(BEFORE + newSource + AFTER);
    const placement = locate(fresh.text, describe(old.text, old.range.start, old.range.end));
    expect(mark(fresh.text, placement)).toBe(mark(fresh.text, fresh.range));
    expect(placement.state).toBe(state);
  });

  it('says that words are moved when they stand out of their context', () => {
    const quote = 'the reactor will be restarted before the end of the month';
    const old = marked(`${BEFORE}He promised that ⟦${quote}⟧, come what may.${AFTER}`);
    const fresh = marked(`An other article about quite other things says: ⟦${quote}⟧? Nobody here believes so.`);
    const placement = locate(fresh.text, describe(old.text, old.range.start, old.range.end));
    expect(placement.state).toBe('moved');
    expect(mark(fresh.text, placement)).toBe(mark(fresh.text, fresh.range));
  });

  it('says that a quote is lost when its sentence is gone', () => {
    const old = marked(`${BEFORE}Spending ⟦rose by 14 percent⟧ in May.${AFTER}`);
    expect(locate(BEFORE + AFTER, describe(old.text, old.range.start, old.range.end))).toMatchObject({ state: 'lost', start: -1, end: -1 });
  });

  it('does not take the same short words in another sentence for the quote', () => {
    const old = marked(`${BEFORE}Profits were put at ⟦14⟧ million in the report of the auditors.${AFTER}`);
    const fresh = `${BEFORE}${AFTER} Nine of the 14 members were absent.`;
    expect(locate(fresh, describe(old.text, old.range.start, old.range.end)).state).toBe('lost');
  });

  it('asks when a quote stands twice and nothing tells the places apart', () => {
    const clause = 'Nobody was hurt in the accident, the police said on Sunday. ';
    const old = clause.repeat(2);
    const { start, end } = { start: old.lastIndexOf('accident'), end: old.lastIndexOf('accident') + 8 };
    const selectors = { exact: 'accident', prefix: 'hurt in the ', suffix: ', the police', start, end };
    const placement = locate(`${'Some other words came first here. '.repeat(30)}${clause}${clause}`, selectors);
    expect(placement.state).toBe('ambiguous');
    expect(placement.candidates?.map((one) => one.end - one.start)).toEqual([8, 8]);
  });

  it('does not take words elsewhere for those cut out of a context that has closed over them', () => {
    const sentence = 'The board of the bank met and approved the plan for the new tower.';
    const old = marked(`${BEFORE}${sentence} On Friday in the old hall, the board of ⟦the bank⟧ met and approved the plan for the new tower.${AFTER}`);
    const fresh = old.text.slice(0, old.range.start) + old.text.slice(old.range.end);
    const placement = locate(fresh, describe(old.text, old.range.start, old.range.end));
    expect(placement.state).toBe('lost');
  });

  it('asks when one of two like words side by side is gone', () => {
    const old = marked(`${BEFORE}It was a very ⟦very⟧ old dam.${AFTER}`);
    const fresh = marked(`${BEFORE}It was a ⟦very⟧ old dam.${AFTER}`);
    const placement = locate(fresh.text, describe(old.text, old.range.start, old.range.end));
    expect(placement.state).toBe('ambiguous');
    expect(mark(fresh.text, placement)).toBe(mark(fresh.text, fresh.range));
  });

  it('counts the old offsets of changes from the start of the quote', () => {
    const old = marked(`${BEFORE}The state will spend ⟦about $200 billion⟧ on roads.${AFTER}`);
    const text = `Later.\n${BEFORE}The state will spend about $250 billion on roads.${AFTER}`;
    const { changes } = locate(text, describe(old.text, old.range.start, old.range.end));
    expect(changes).toHaveLength(1);
    expect(changes?.[0]).toMatchObject({ old: '$200', new: '$250', oldStart: 6, oldEnd: 10, kinds: ['figure'] });
    expect(text.slice(changes![0]!.newStart, changes![0]!.newEnd)).toBe('$250');
  });

  it('gives offsets inside the text whatever the selectors say', () => {
    fc.assert(
      fc.property(anyTextWithRange, anyTextWithRange, fc.integer(), ({ text, range }, other, shift) => {
        const selectors = describe(text, range.start, range.end);
        const { state, start, end } = locate(other.text, { ...selectors, start: selectors.start + shift, end: selectors.end + shift });
        if (state === 'lost') expect([start, end]).toEqual([-1, -1]);
        else {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(other.text.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});
