import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { candidatesFor, type CandidateOptions } from '../../src/anchoring/candidates.ts';
import { describe } from '../../src/anchoring/describe.ts';
import { MAX_CANDIDATES, type Candidate } from '../../src/anchoring/placement.ts';
import { anyTextWithRange, sentenceList } from './arbitrary-text.ts';
import { cpuTime } from './cpu-time.ts';
import { marked } from './marked.ts';

const BEFORE = 'The minister opened the session on Monday. Reporters had waited since dawn for the figures. ';
const AFTER = ' The opposition disagreed at once. A vote is expected next week, and nobody knows how it will end.';

/** The words of the candidates for what is marked in `old`, best first. */
function wordsFor(old: string, fresh: string, options?: CandidateOptions): string[] {
  const { text, range } = marked(old);
  return candidatesFor(fresh, describe(text, range.start, range.end), options).map(({ start, end }) => fresh.slice(start, end));
}

const CASES: readonly (readonly [name: string, old: string, fresh: string, best: string])[] = [
  ['the same words out of their context', `${BEFORE}He was paid ⟦a fee of two million euros⟧ for it.${AFTER}`, `Quite another text. It names a fee of two million euros somewhere.`, 'a fee of two million euros'],
  ['the same words with another capital', `${BEFORE}He was paid ⟦a fee of two million euros⟧ for it.${AFTER}`, `Quite another text. A fee of two million euros is named.`, 'A fee of two million euros'],
  ['words of which some are kept', `${BEFORE}Then ⟦the harbour was closed by heavy storms⟧ again.${AFTER}`, `Another text here. In it the harbour is closed after storms, they say.`, 'the harbour is closed after storms'],
  ['what replaced the words', `${BEFORE}It was paid for by ⟦the city council⟧ in the end of May.${AFTER}`, `${BEFORE}It was paid for by a private foundation in the end of May.${AFTER}`, 'a private foundation'],
  ['what replaced the words and a word beside them', `${BEFORE}It was mostly paid for by ⟦the city council⟧ in late May, they said.${AFTER}`, `${BEFORE}It was mostly paid for from private funds at late May, they said.${AFTER}`, 'private funds'],
  ['what follows the words before, when nothing else is left', `${BEFORE}It was paid for by ⟦the council⟧.`, `${BEFORE}It was paid for by somebody else who has asked not to be named here.`, 'somebody else'],
  ['a whole figure for a part of one', `${BEFORE}They counted ⟦1,000⟧ people at the gate.${AFTER}`, `${BEFORE}They counted 1,250 people at the gate.${AFTER}`, '1,250'],
];

suite('candidatesFor', () => {
  it.each(CASES)('finds %s', (_, old, fresh, best) => {
    expect(wordsFor(old, fresh)[0]).toBe(best);
  });

  it('finds every place of the same words, the one in the context first', () => {
    const words = 'nobody was hurt in the accident';
    const old = `${BEFORE}The police said that ⟦${words}⟧ on Sunday.${AFTER}`;
    const fresh = `First of all: ${words}. ${BEFORE}The police said: ${words} on Sunday.${AFTER} Once more, ${words}; and at last ${words}!`;
    const { text, range } = marked(old);
    const found = candidatesFor(fresh, describe(text, range.start, range.end));
    expect(found.map(({ start, end }) => fresh.slice(start, end))).toEqual([words, words, words, words]);
    expect(fresh.slice(0, found[0]!.start)).toMatch(/The police said: $/);
  });

  it('offers a part of a word for a part of a word', () => {
    expect(wordsFor(`${BEFORE}It was in the report of 2020-⟦04⟧-17 that they said so.${AFTER}`, `It was in the report of 2020-04-24 that they said so.`)[0]).toBe('04');
  });

  it('puts the nearer of two places alike first', () => {
    const fresh = `${'Some other words came first. '.repeat(20)}So the dam broke. ${'And others behind it again. '.repeat(20)}So the dam broke.`;
    const [first, last] = [fresh.indexOf('the dam'), fresh.lastIndexOf('the dam')];
    const selectors = { exact: 'the dam broke', prefix: 'Long ago ', suffix: ', they say', start: 0, end: 13 };
    expect(candidatesFor(fresh, selectors, { near: first })[0]?.start).toBe(first);
    expect(candidatesFor(fresh, selectors, { near: last })[0]?.start).toBe(last);
  });

  it('offers both the same words elsewhere and what stands in their place', () => {
    const old = `${BEFORE}It was paid for by ⟦the city council⟧ in the end of May.${AFTER}`;
    const words = wordsFor(old, `${BEFORE}It was paid for by a private foundation in the end of May.${AFTER} The mayor and the city council were absent.`);
    expect(words).toEqual(expect.arrayContaining(['a private foundation', 'the city council']));
  });

  it('offers nothing where the sentence was deleted and nothing stands instead', () => {
    expect(wordsFor(`${BEFORE}⟦Profits fell steeply.⟧${AFTER}`, BEFORE.trimEnd() + AFTER)).toEqual([]);
  });

  it('offers nothing in a text that shares common words only', () => {
    expect(wordsFor(`${BEFORE}⟦The owner of the mill had sold it to a bank.⟧${AFTER}`, 'In spring, a friend of mine went to see the old town, and then the sea.')).toEqual([]);
  });

  it('offers as many as asked for', () => {
    const fresh = 'Here the dam broke. There the dam broke. Then the dam broke. '.repeat(5);
    const selectors = { exact: 'the dam broke', prefix: 'Later ', suffix: '. ', start: 0, end: 13 };
    expect(candidatesFor(fresh, selectors)).toHaveLength(MAX_CANDIDATES);
    expect(candidatesFor(fresh, selectors, { most: 3 })).toHaveLength(3);
    expect(candidatesFor(fresh, selectors, { most: 99 })).toHaveLength(MAX_CANDIDATES);
  });

  it('gives whole words of the text, apart, and the best first', () => {
    const arbitrary = fc.oneof(anyTextWithRange, sentenceList.map((all) => ({ text: all.join(' '), range: { start: 4, end: 40 } })));
    fc.assert(
      fc.property(arbitrary, arbitrary, fc.boolean(), fc.nat(), ({ text, range }, other, isRelated, near) => {
        const fresh = isRelated ? text.slice(0, near % text.length) + other.text + text.slice(range.end) : other.text;
        const found = candidatesFor(fresh, describe(text, range.start, range.end), { near });
        expect(found.length).toBeLessThanOrEqual(MAX_CANDIDATES);
        found.forEach((one, n) => checkCandidate(fresh, one, found.slice(0, n)));
        if (cuts(text, range.start) || cuts(text, range.end)) return;
        for (const one of found) expect([cuts(fresh, one.start), cuts(fresh, one.end)]).toEqual([false, false]);
      }),
      { numRuns: 600 },
    );
  });

  it('finds the same words wherever they are put', () => {
    fc.assert(
      fc.property(sentenceList, sentenceList, fc.nat(), fc.nat(), (old, others, a, b) => {
        const at = a % old.length;
        const start = old.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
        const selectors = describe(old.join(' '), start, start + old[at]!.length);
        const place = b % (others.length + 1);
        const fresh = others.toSpliced(place, 0, old[at]!).join(' ');
        const found = candidatesFor(fresh, selectors);
        expect(fresh.slice(found[0]!.start, found[0]!.end)).toBe(old[at]);
      }),
    );
  });

  it('answers at once on a long article', () => {
    const vocabulary = Array.from({ length: 3000 }, (_, n) => `w${(n * 7919) % 3000}x`);
    const words = Array.from({ length: 10_000 }, (_, n) => (n % 4 === 0 ? 'the' : vocabulary[(n * n + 31 * n) % vocabulary.length]!));
    const text = words.map((word, n) => word + (n % 17 === 16 ? '.' : '')).join(' ');
    const selectors = [describe(text, 20_000, 20_200), { exact: 'the', prefix: 'all of ', suffix: ' and ', start: 5000, end: 5003 }];
    candidatesFor(`${text} `, selectors[0]!);
    expect(cpuTime(() => selectors.map((one) => candidatesFor(`${text}!`, one)))).toBeLessThan(200);
  });
});

/** Whether an offset is inside a word. */
const cuts = (text: string, offset: number): boolean => /^[a-z][a-z]$/i.test(text.slice(offset - 1, offset + 1));

function checkCandidate(text: string, { start, end, confidence }: Candidate, better: readonly Candidate[]): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
  expect(confidence).toBeGreaterThan(0);
  expect(confidence).toBeLessThanOrEqual(1);
  for (const one of better) {
    expect(one.confidence).toBeGreaterThanOrEqual(confidence);
    expect(end <= one.start || start >= one.end).toBe(true);
  }
}
