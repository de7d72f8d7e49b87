import { describe, expect, it } from 'vitest';
import type { ChangeKind, Placement, PlacementState } from '../../src/anchoring/placement.ts';
import { relocate, relocateAnnotations } from '../../src/anchoring/relocate.ts';
import { cpuTime } from './cpu-time.ts';
import { mark, marked } from './marked.ts';

const BEFORE = 'The minister opened the session on Monday. Reporters had waited since dawn for the figures. ';
const AFTER = ' The opposition disagreed at once. A vote is expected next week, and nobody knows how it will end.';

function follow(oldSource: string, newSource: string): { placement: Placement; got: string; wanted: string } {
  const old = marked(oldSource);
  const fresh = marked(newSource);
  const [placement] = relocate(old.text, fresh.text, [old.range]);
  return { placement: placement!, got: mark(fresh.text, placement!), wanted: mark(fresh.text, fresh.range) };
}

const CASES: readonly (readonly [name: string, state: PlacementState, old: string, fresh: string])[] = [
  ['text typed above', 'exact', 'One ⟦two⟧ three.', 'Zero. One ⟦two⟧ three.'],
  ['text typed behind', 'exact', 'One ⟦two⟧ three.', 'One ⟦two⟧ three. Four.'],
  ['text dropped above', 'exact', 'Zero came first here. One ⟦two⟧ three.', 'One ⟦two⟧ three.'],
  ['text replaced before and behind', 'exact', 'Many people saw ⟦the accident⟧ happen there.', 'Some people saw ⟦the accident⟧ occur there.'],
  ['a word typed inside', 'changed', 'He ⟦will certainly leave⟧ soon.', 'He ⟦will almost certainly leave⟧ soon.'],
  ['a word dropped inside', 'changed', 'He ⟦will certainly leave⟧ soon.', 'He ⟦will leave⟧ soon.'],
  ['a figure replaced', 'changed', 'They spent ⟦$200 billion⟧ on it.', 'They spent ⟦$250 billion⟧ on it.'],
  ['the only word replaced', 'changed', 'Profits rose by ⟦12⟧ percent in May.', 'Profits rose by ⟦14⟧ percent in May.'],
  ['a first word replaced', 'changed', 'So ⟦many people left⟧ early.', 'So ⟦few people left⟧ early.'],
  ['a figure of a date of which all is replaced', 'changed', 'It opened on 30. ⟦12.⟧2020 in the rain.', 'It opened on 28. ⟦05.⟧2021 in the rain.'],
  ['the month of a date of which all is replaced', 'changed', 'It opened on 30 ⟦December 2020⟧ in the rain.', 'It opened on 28 ⟦May 2014⟧ in the rain.'],
  ['a heading replaced and a line added behind it', 'changed', '\n⟦A word about the samples⟧\nThey came by mail to all of us.', '\n⟦Where it all comes from⟧\nAdvertisement\nThey came by mail to all of us.'],
  ['a heading replaced and a line added before it', 'changed', '\n⟦A word about the samples⟧\nThey came by mail to all of us.', '\nAdvertisement\n⟦Where it all comes from⟧\nThey came by mail to all of us.'],
  ['the end of a line replaced and a line added behind it', 'changed', '\nThey came in ⟦December⟧\nHere is what we found in them.', '\nThey came in ⟦May⟧\nAdvertisement\nHere is what we found in them.'],
  ['words replaced by some on two wrapped lines', 'changed', 'It was all paid for in the end by ⟦the city council⟧ of the town.', 'It was all paid for in the end by ⟦a private\n      foundation⟧ of the town.'],
  ['a paragraph split behind the first word', 'exact', 'Then ⟦nobody came to the hall in the end, although all had been asked to⟧ by mail.', 'Then ⟦nobody\n\ncame to the hall in the end, although all had been asked to⟧ by mail.'],
  ['an edited sentence and a line added that ends alike', 'changed', '\n⟦If our tests run we see that it works, but the costly one does not.⟧\nHere is the reason for it.', '\n⟦When our tests run we see that it works, but the costly one doesn’t!⟧\nAll rights reserved.\nHere is the reason for it.'],
  [
    'a long sentence rewritten between its neighbours',
    'changed',
    'It was cold. ⟦The harbour of the town had to be closed on Sunday after the storm had sunk two boats there.⟧ Nobody was hurt.',
    'It was cold. ⟦On Sunday the storm sank two boats, and so nobody may enter the harbour of our town until further notice.⟧ Nobody was hurt.',
  ],
  ['a capital', 'changed', 'So ⟦the people left⟧ early.', 'So ⟦The people left⟧ early.'],
  ['other quotation marks and dashes', 'exact', 'He "⟦saw it - once⟧" there.', 'He “⟦saw it – once⟧” there.'],
  ['wrapped lines', 'exact', 'He ⟦saw it once or twice⟧ there.', 'He ⟦saw it\n    once or twice⟧ there.'],
  ['a paragraph split', 'exact', 'First one. ⟦Second one.⟧ Third one.', 'First one.\n\n⟦Second one.⟧ Third one.'],
  ['a part of a word', 'exact', 'It is un⟦believ⟧able.', 'Now it is un⟦believ⟧able.'],
  ['emoji', 'exact', 'We ⟦won 👩‍👩‍👧 today⟧ again.', 'Look: We ⟦won 👩‍👩‍👧 today⟧ again.'],
  ['right to left', 'exact', 'הוא אמר ⟦שלום לכולם⟧ אתמול.', 'אתמול. הוא אמר ⟦שלום לכולם⟧ אתמול.'],
  ['no spaces between words', 'exact', '他说⟦今天很冷⟧，然后走了。', '昨天，他说⟦今天很冷⟧，然后走了。'],
  ['a sentence added that ends alike', 'exact', 'They met ⟦in May.⟧ It was late.', 'They met ⟦in May.⟧ They parted in May. It was late.'],
];

describe('relocate', { timeout: 60_000 }, () => {
  it.each(CASES)('follows %s: %s', (_, state, old, fresh) => {
    const { placement, got, wanted } = follow(BEFORE + old + AFTER, BEFORE + fresh + AFTER);
    expect(got).toBe(wanted);
    expect(placement.state).toBe(state);
  });

  it('finds a paragraph that changed its place', () => {
    const moved = 'The ⟦dam was built in 1931 by two brothers⟧ from the valley.\n';
    const rest = 'Water stood high in spring.\nIn summer the river fell, and boats lay on the sand.\nAutumn came early that year, as old men had said.\n';
    const { placement, got, wanted } = follow(moved + rest, rest + moved);
    expect(got).toBe(wanted);
    expect(placement.state).toBe('moved');
  });

  it('says changed when a sentence was moved and edited', () => {
    const sentence = 'It will cost ⟦$200 billion over ten years⟧, the budget office said.';
    const { placement, got, wanted } = follow(`${BEFORE}${sentence}${AFTER}`, `${BEFORE}${AFTER} ${sentence.replace('200', '250')}`);
    expect(got).toBe(wanted);
    expect(placement.state).toBe('changed');
  });

  it('says lost, and where, when the sentence is gone', () => {
    const { placement } = follow(`${BEFORE}Spending ⟦rose by 14 percent⟧ in May.${AFTER}`, BEFORE + AFTER);
    expect(placement).toMatchObject({ state: 'lost', start: BEFORE.length - 1, end: BEFORE.length - 1 });
  });

  it('offers the same words elsewhere and does not take them', () => {
    const old = `${BEFORE}Of all the votes ⟦fourteen percent⟧ were void in the end.${AFTER} Rents rose by fourteen percent.`;
    const { placement } = follow(old, `${BEFORE}${AFTER} Rents rose by fourteen percent.`);
    expect(placement.state).toBe('lost');
    expect(placement.candidates).toHaveLength(1);
  });

  it('asks when deleted words stand anew in two places', () => {
    const sentence = 'Nobody was hurt in the accident on the bridge.';
    const old = `${BEFORE}⟦${sentence}⟧${AFTER}`;
    const fresh = `${sentence} ${BEFORE}${AFTER} Much later, and without a doubt: ${sentence}`;
    const { placement } = follow(old, fresh);
    expect(placement.state).toBe('ambiguous');
    expect(placement.candidates).toHaveLength(2);
  });

  describe('asks when nothing tells which of two likes side by side', () => {
    const ask = (old: string, fresh: string): { state: string; shown: string[] } => {
      const { placement } = follow(BEFORE + old + AFTER, BEFORE + fresh + AFTER);
      const shown = (placement.candidates ?? []).map((one) => mark(BEFORE + fresh + AFTER, one).slice(BEFORE.length, -AFTER.length));
      return { state: placement.state, shown };
    };

    it.each([
      ['was dropped, the first', '⟦Nobody came.⟧ Nobody came.', 'Nobody came.', ['⟦Nobody came.⟧']],
      ['was dropped, the last', 'Nobody came. ⟦Nobody came.⟧', 'Nobody came.', ['⟦Nobody came.⟧']],
      ['of three was dropped', 'Nobody came. ⟦Nobody came.⟧ Nobody came.', 'Nobody came. Nobody came.', ['⟦Nobody came.⟧ Nobody came.', 'Nobody came. ⟦Nobody came.⟧']],
      ['was added', '⟦Nobody came.⟧', 'Nobody came. Nobody came.', ['⟦Nobody came.⟧ Nobody came.', 'Nobody came. ⟦Nobody came.⟧']],
      ['was dropped, a word of it', 'Nobody came. Nobody ⟦came⟧.', 'Nobody came.', ['Nobody ⟦came⟧.']],
      ['words was dropped', 'It was a ⟦very⟧ very old dam.', 'It was a very old dam.', ['It was a ⟦very⟧ old dam.']],
    ])('%s', (_, old, fresh, shown) => {
      expect(ask(old, fresh)).toEqual({ state: 'ambiguous', shown: expect.arrayContaining(shown) as unknown });
      expect(ask(old, fresh).shown).toHaveLength(shown.length);
    });

    it.each([
      ['the sentence between them stayed', '⟦Nobody came.⟧ It rained. Nobody came.', '⟦Nobody came.⟧ It rained.'],
      ['more than the likes is marked', 'It rained. ⟦Nobody came.⟧ Nobody came. ', 'It rained. ⟦Nobody came.⟧ It snowed. Nobody came. '],
      ['a whole sentence was dropped between likes', 'Taxes rose in ⟦2020⟧. Rents rose in 2020. Then came the flood.', 'Taxes rose in ⟦2020⟧. Then came the flood.'],
      ['a whole clause was dropped between likes', 'Ann Lee (⟦18⟧), Bo Ray (18), and Cy Poe came.', 'Ann Lee (⟦18⟧), and Cy Poe came.'],
      ['both stayed', 'Nobody came. ⟦Nobody came.⟧', 'Nobody came. ⟦Nobody came.⟧ It rained.'],
    ])('and not when %s', (_, old, fresh) => {
      const { placement, got, wanted } = follow(BEFORE + old + AFTER, BEFORE + fresh + AFTER);
      expect(got).toBe(wanted);
      expect(placement.state).toBe('exact');
    });
  });

  it('says that nothing is left when the new text is empty', () => {
    expect(relocate('Some words.', '', [{ start: 0, end: 4 }])).toEqual([{ state: 'lost', start: 0, end: 0, confidence: 1 }]);
  });

  it('answers in the order of the ranges', () => {
    const { text } = marked('one two three');
    const ranges = [{ start: 8, end: 13 }, { start: 0, end: 3 }];
    expect(relocate(text, `Well: ${text}`, ranges).map(({ start }) => start)).toEqual([14, 6]);
  });

  it.each([{ start: -1, end: 2 }, { start: 0, end: 99 }, { start: 3, end: 1 }])('refuses the range %o', (range) => {
    expect(() => relocate('a text', 'a text', [range])).toThrow(RangeError);
  });

  it('judges a thousand annotations on a long article at once', () => {
    const sentences = Array.from({ length: 8000 }, (_, n) => `Sentence ${n} of it says that about ${n * 7} people were counted in town ${n % 91}.`);
    const old = sentences.join(' ');
    const fresh = sentences.map((one, n) => (n % 50 === 0 ? one.replace('about', 'nearly') : one)).join(' ');
    const ranges = Array.from({ length: 1000 }, (_, n) => ({ start: n * 500, end: n * 500 + 60 }));
    const spent = cpuTime(() => {
      expect(relocate(old, fresh, ranges).every(({ state }) => state === 'exact' || state === 'changed')).toBe(true);
    });
    expect(spent).toBeLessThan(3000);
  });
});

const CHANGES: readonly (readonly [old: string, fresh: string, oldWords: string, newWords: string, kinds: ChangeKind[]])[] = [
  ['They spent ⟦some $200 billion on roads⟧.', 'They spent some $250 billion on roads.', '$200', '$250', ['figure']],
  ['They spent ⟦some $1,000 on roads⟧.', 'They spent some $1,200 on roads.', '$1,000', '$1,200', ['figure']],
  ['They spent ⟦some $200 on roads⟧.', 'They spent some €200 on roads.', '$200', '€200', ['currency']],
  ['It weighs ⟦about 20 tons in all⟧.', 'It weighs about 20 pounds in all.', 'tons', 'pounds', ['unit', 'currency']],
  ['It grew ⟦by two million people⟧.', 'It grew by two billion people.', 'million', 'billion', ['figure']],
  ['They ⟦did find the money there⟧.', 'They did not find the money there.', '', 'not', ['negation']],
  ['They ⟦could find the money there⟧.', "They couldn't find the money there.", 'could', "couldn't", ['negation']],
  ['They ⟦met President Smith at noon⟧.', 'They met President Jones at noon.', 'Smith', 'Jones', ['name']],
  ['They ⟦found the so-called proof there⟧.', 'They found the so-called “proof” there.', '', '“', ['quotation-mark']],
  ['Rates ⟦fell to −5% in May⟧.', 'Rates fell to 5% in May.', '−5%', '5%', ['figure']],
  ['They ⟦found some of the money there⟧.', 'They found most of the money there.', 'some', 'most', ['word']],
];

describe('the changes of a changed placement', () => {
  it.each(CHANGES)('of %s in %s', (oldSource, freshSource, oldWords, newWords, kinds) => {
    const old = marked(BEFORE + oldSource + AFTER);
    const fresh = BEFORE + freshSource + AFTER;
    const [placement] = relocate(old.text, fresh, [old.range]);
    expect(placement!.state).toBe('changed');
    const changes = placement!.changes!;
    expect(changes[0]!.old).toBe(oldWords);
    expect(changes.at(-1)!.kinds).toEqual(kinds);
    expect(changes.map((one) => one.new).join('|')).toContain(newWords);
    for (const { old: was, new: is, oldStart, oldEnd, newStart, newEnd } of changes) {
      expect(old.text.slice(oldStart, oldEnd)).toBe(was);
      expect(fresh.slice(newStart, newEnd)).toBe(is);
    }
  });
});

describe('relocateAnnotations', () => {
  it('follows the pieces of a split quote together', () => {
    const old = marked(`${BEFORE}“⟦We are done here⟧,” she said, “⟦and we will go home⟧.”${AFTER}`);
    const fresh = marked(`New. ${BEFORE}“⟦We are done here⟧,” said Ms. Lee, “⟦and we will go home⟧.”${AFTER}`);
    const [pieces] = relocateAnnotations(old.text, fresh.text, [old.ranges]);
    expect(pieces!.map(({ state }) => state)).toEqual(['exact', 'exact']);
    expect(pieces!.map(({ start, end }) => ({ start, end }))).toEqual(fresh.ranges);
  });

  it('answers for each annotation in the order given', () => {
    const text = 'one two three';
    const placements = relocateAnnotations(text, text, [[], [{ start: 4, end: 7 }], [{ start: 0, end: 3 }, { start: 8, end: 13 }]]);
    expect(placements.map((pieces) => pieces.map(({ start }) => start))).toEqual([[], [4], [0, 8]]);
  });
});
