import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuote } from '../../src/anchoring/compare-quote.ts';
import { compareVersions, type TextChange } from '../../src/anchoring/compare-versions.ts';
import { foldText } from '../../src/anchoring/fold-text.ts';
import type { ChangeKind, WordChange } from '../../src/anchoring/placement.ts';
import { anyText, sentenceList } from './arbitrary-text.ts';
import { cpuTime } from './cpu-time.ts';

/** A text as it is read: without white space and the form of marks. */
const read = (text: string): string => foldText(text).text.replaceAll(' ', '');

/** The changes lie in both texts in reading order, and what is between them reads the same in both. */
function checkChanges(old: string, fresh: string, changes: readonly WordChange[]): void {
  let [oldDone, newDone] = [0, 0];
  for (const change of [...changes, { old: '', new: '', oldStart: old.length, oldEnd: old.length, newStart: fresh.length, newEnd: fresh.length, kinds: ['word'] }]) {
    expect(change.oldStart).toBeGreaterThanOrEqual(oldDone);
    expect(change.newStart).toBeGreaterThanOrEqual(newDone);
    expect(old.slice(change.oldStart, change.oldEnd)).toBe(change.old);
    expect(fresh.slice(change.newStart, change.newEnd)).toBe(change.new);
    expect(change.kinds.length).toBeGreaterThan(0);
    expect(read(fresh.slice(newDone, change.newStart))).toBe(read(old.slice(oldDone, change.oldStart)));
    [oldDone, newDone] = [change.oldEnd, change.newEnd];
  }
}

const QUOTES: readonly (readonly [old: string, fresh: string, changes: readonly (readonly [string, string, ChangeKind])[]])[] = [
  ['They spent $200 billion.', 'They spent $250 billion.', [['$200', '$250', 'figure']]],
  ['They did find it.', 'They did not find it.', [['', 'not', 'negation']]],
  ['The mayor, Ann Smith, agreed.', 'The mayor, Ann Jones, disagreed.', [['Smith', 'Jones', 'name'], ['agreed', 'disagreed', 'word']]],
  ['It’s "so" – once', "It's “so” — once", []],
  ['', 'new', [['', 'new', 'word']]],
];

describe('compareQuote', () => {
  it.each(QUOTES)('tells %s from %s', (old, fresh, changes) => {
    expect(compareQuote(old, fresh).map((one) => [one.old, one.new, one.kinds[0]])).toEqual(changes);
  });

  it('says nothing of equal words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compareQuote(text, text)).toEqual([]);
      }),
    );
  });

  it('names all that differs, in reading order', () => {
    fc.assert(fc.property(anyText, anyText, (old, fresh) => checkChanges(old, fresh, compareQuote(old, fresh))), { numRuns: 400 });
  });
});

describe('compareVersions', () => {
  it('says nothing of equal texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compareVersions(text, text)).toEqual([]);
      }),
    );
  });

  it('names all that differs, in reading order', () => {
    fc.assert(fc.property(anyText, anyText, (old, fresh) => checkChanges(old, fresh, compareVersions(old, fresh))), { numRuns: 400 });
  });

  it('names all that differs between articles, and gives every moved word its other place', () => {
    fc.assert(
      fc.property(sentenceList, sentenceList, fc.nat(), fc.nat(), (sentences, added, a, b) => {
        const old = sentences.join(' ');
        const [from, to] = [a % sentences.length, b % sentences.length];
        const rest = sentences.toSpliced(from, 1);
        const fresh = [...rest.slice(0, to), sentences[from]!, added[0]!, ...rest.slice(to)].join(' ').replace(' a', ' o');
        const changes = compareVersions(old, fresh);
        checkChanges(old, fresh, changes);
        changes.forEach((change) => checkMoved(old, fresh, change, changes));
      }),
    );
  });

  it('shows a moved paragraph where it stood and where it stands', () => {
    const moved = 'The dam was built in 1931 by two brothers from the valley.\n';
    const rest = 'Water stood high in spring.\nIn summer the river fell, and boats lay on the sand.\nAutumn came early that year, as old men had said.\n';
    const changes = compareVersions(moved + rest, rest + moved);
    expect(changes.map((one) => [one.old, one.new])).toEqual([[moved.trim(), ''], ['', moved.trim()]]);
    const [taken, put] = changes;
    expect((rest + moved).slice(taken!.moved!.start, taken!.moved!.end)).toBe(moved.trim());
    expect((moved + rest).slice(put!.moved!.start, put!.moved!.end)).toBe(moved.trim());
  });

  it('keeps a replaced word beside a moved sentence a replacement', () => {
    const moved = 'Nobody had thought that the old bridge would carry so many lorries.';
    const rest = 'The town lies on both banks. In spring the river comes over its banks. Then all the cellars are under water for days.';
    const changes = compareVersions(`${moved} It cost 40 crowns. ${rest}`, `It cost 50 crowns. ${rest} ${moved}`);
    expect(changes.map((one) => [one.old, one.new, one.moved !== undefined])).toEqual([[moved, '', true], ['40', '50', false], ['', moved, true]]);
  });

  it('compares long articles at once', () => {
    const sentences = Array.from({ length: 8000 }, (_, n) => `Sentence ${n} of it says that about ${n * 7} people were counted in town ${n % 91}.`);
    const fresh = sentences.map((one, n) => (n % 50 === 0 ? one.replace('about', 'nearly') : one));
    fresh.push(...fresh.splice(1000, 300));
    expect(cpuTime(() => compareVersions(sentences.join(' '), fresh.join(' ')))).toBeLessThan(3000);
  });
});

function checkMoved(old: string, fresh: string, change: TextChange, changes: readonly TextChange[]): void {
  if (change.moved === undefined) return;
  const { start, end } = change.moved;
  const isTaken = change.new === '';
  expect(read((isTaken ? fresh : old).slice(start, end)).toLowerCase()).toBe(read(isTaken ? change.old : change.new).toLowerCase());
  const others = changes.filter((one) => one.moved !== undefined && (isTaken ? one.newStart < end && start < one.newEnd : one.oldStart < end && start < one.oldEnd));
  expect(others.length).toBeGreaterThan(0);
}
