import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuote, checkQuotes, printedText, type PrintedWords, type QuoteCheck, type QuoteOutcome } from '../../src/quotes/check-quote.ts';
import type { EditClass } from '../../src/quotes/quote-edit.ts';
import { sideBySide } from '../../src/quotes/side-by-side.ts';
import type { Transcript } from '../../src/quotes/transcript.ts';
import { talk, variedTalk } from './speech.ts';

const spoken = (text: string): Transcript => ({ text, turns: [], cues: [] });

/** Every offset lies inside and cuts the words stated; spans cover the printed text. */
function expectConsistent(check: QuoteCheck, quote: string | PrintedWords, transcript: Transcript): void {
  const printed = printedText(quote);
  const { text } = transcript;
  for (const edit of check.edits) {
    expect([edit.start >= 0, edit.start <= edit.end, edit.end <= printed.length, edit.saidStart <= edit.saidEnd, edit.saidEnd <= text.length]).toEqual([true, true, true, true, true]);
    expect([printed.slice(edit.start, edit.end), text.slice(edit.saidStart, edit.saidEnd)]).toEqual([edit.printed, edit.said]);
    expect(edit.printed + edit.said).not.toBe('');
  }
  let last = 0;
  for (const segment of check.segments) {
    expect(segment.printedStart).toBeGreaterThanOrEqual(last);
    expect(segment.printedEnd).toBeGreaterThan(segment.printedStart);
    expect([segment.printedEnd <= printed.length, segment.start >= 0, segment.start < segment.end, segment.end <= text.length]).toEqual([true, true, true, true]);
    last = segment.printedEnd;
  }
  expect(check.similarity).toBeGreaterThanOrEqual(0);
  expect(check.similarity).toBeLessThanOrEqual(1);
  expect(check.outcome === 'not-found').toBe(check.segments.length === 0);
  const { spans } = sideBySide(check, printed, transcript);
  expect(spans.map((span) => span.printed).join('')).toBe(printed);
  for (const span of spans) expect([printed.slice(span.start, span.end), text.slice(span.saidStart, span.saidEnd)]).toEqual([span.printed, span.said]);
}

/** Checks a change made to one sentence of a talk, whatever the talk. `change` gives what was said and what is printed. */
function law(name: string, outcome: QuoteOutcome, classes: readonly EditClass[], change: (sentence: string, at: number) => { readonly said: string; readonly printed: string } | null): void {
  it(name, () => {
    fc.assert(
      fc.property(talk, fc.nat(), fc.nat(), (sentences, which, at) => {
        const n = which % sentences.length;
        const changed = change(sentences[n]!, at);
        fc.pre(changed !== null);
        const transcript = spoken(sentences.map((sentence, m) => (m === n ? changed!.said : sentence)).join(' '));
        const check = checkQuote(changed!.printed, transcript, { language: 'en' });
        expectConsistent(check, changed!.printed, transcript);
        expect({ outcome: check.outcome, classes: [...new Set(check.edits.map((edit) => edit.class))].filter((kind) => kind !== 'case-punctuation') }).toEqual({ outcome, classes });
      }),
      { numRuns: 150 },
    );
  });
}

/** Puts words in front of the word at a place that is neither the first nor the last. */
function withWords(sentence: string, at: number, words: string): string {
  const parts = sentence.split(' ');
  parts.splice(2 + (at % (parts.length - 3)), 0, words);
  return parts.join(' ');
}

describe('a quote cut from the transcript', () => {
  it('is verbatim, wherever it is cut at word borders', () => {
    fc.assert(
      fc.property(talk, fc.nat(), fc.integer({ min: 1, max: 60 }), (sentences, from, length) => {
        const transcript = spoken(sentences.join(' '));
        const words = transcript.text.split(' ');
        const start = from % words.length;
        const quote = words.slice(start, start + length).join(' ');
        const check = checkQuote(quote, transcript, { language: 'en' });
        expectConsistent(check, quote, transcript);
        expect([check.outcome, check.similarity, check.edits]).toEqual(['verbatim', 1, []]);
        expect(transcript.text.slice(check.segments[0]!.start, check.segments[0]!.end).toLowerCase()).toBe(quote.replace(/^\W+|\W+$/g, '').toLowerCase());
      }),
    );
  });

  it('is verbatim in pieces', () => {
    fc.assert(
      fc.property(talk, fc.nat(), fc.integer({ min: 1, max: 5 }), (sentences, which, cut) => {
        const words = sentences[which % sentences.length]!.split(' ');
        const quote = { pieces: [`“${words.slice(0, cut).join(' ')},”`, `“${words.slice(cut).join(' ')}”`] };
        const transcript = spoken(sentences.join(' '));
        const check = checkQuote(quote, transcript, { language: 'en' });
        expectConsistent(check, quote, transcript);
        expect(check.outcome).toBe('verbatim');
      }),
    );
  });
});

describe('a change has its class', () => {
  law('a filler dropped', 'cleaned-up', ['filler'], (said, at) => ({ said: withWords(said, at, ['um,', 'uh', 'you know,', 'I mean,', 'er'][at % 5]!), printed: said }));
  law('a word repeated in speech', 'cleaned-up', ['filler'], (said, at) => {
    const words = said.split(' ');
    const n = 1 + (at % (words.length - 2));
    return { said: [...words.slice(0, n), words[n]!, ...words.slice(n)].join(' '), printed: said };
  });
  law('an ellipsis for plain words', 'marked-edits', ['ellipsis'], (said, at) => ({ said: withWords(said, at, 'right beside the green door'), printed: withWords(said, at, ['…', '...', '[…]', '. . .'][at % 4]!) }));
  law('a bracket in place of a word', 'marked-edits', ['bracket'], (said, at) => {
    const words = said.split(' ');
    words[2 + (at % (words.length - 3))] = '[somewhere else]';
    return { said, printed: words.join(' ') };
  });
  law('a bracket put in', 'marked-edits', ['bracket'], (said, at) => ({ said, printed: withWords(said, at, '[the old one]') }));
  law('[sic]', 'marked-edits', ['sic'], (said, at) => ({ said, printed: withWords(said, at, '[sic]') }));
  law('words left out', 'altered', ['omission'], (said, at) => ({ said: withWords(said, at, ['gladly', 'very slowly', 'together'][at % 3]!), printed: said }));
  law('words put in', 'altered', ['insertion'], (said, at) => ({ said, printed: withWords(said, at, ['gladly', 'very slowly', 'together'][at % 3]!) }));
  law('a negation dropped', 'altered', ['negation'], (said, at) => ({ said: withWords(said, at, ['never', 'not', 'hardly'][at % 3]!), printed: said }));
  law('a negation put in', 'altered', ['negation'], (said, at) => ({ said, printed: withWords(said, at, 'never') }));
  law('a negation hidden by an ellipsis', 'altered', ['negation', 'ellipsis'], (said, at) => ({ said: withWords(said, at, 'not'), printed: withWords(said, at, '…') }));
  law('a number changed', 'altered', ['number'], (said, at) => ({ said: withWords(said, at, 'twenty-five'), printed: withWords(said, at, ['35', 'thirty-five', '250'][at % 3]!) }));
  law('a number spelled otherwise is the same', 'verbatim', [], (said, at) => ({ said: withWords(said, at, 'twenty-five thousand'), printed: withWords(said, at, ['25,000', '25 thousand', 'twenty five thousand'][at % 3]!) }));
  law('a name swapped', 'altered', ['name'], (said, at) => ({ said: withWords(said, at, 'Halloran'), printed: withWords(said, at, 'Lindqvist') }));
  law('a hedge dropped', 'altered', ['hedge'], (said, at) => ({ said: withWords(said, at, ['maybe', 'probably', 'I think', 'possibly', 'sort of'][at % 5]!), printed: said }));
  law('a contraction written out', 'cleaned-up', ['filler'], (said, at) => ({ said: withWords(said, at, "they don't say"), printed: withWords(said, at, 'they do not say') }));
});

describe('passages', () => {
  const pairOf = (sentences: readonly string[], one: number, two: number): readonly [number, number] | null => {
    const [a, b] = [one % sentences.length, two % sentences.length];
    return a === b ? null : [a, b];
  };

  it('in another order are spliced', () => {
    fc.assert(
      fc.property(variedTalk, fc.nat(), fc.nat(), (sentences, one, two) => {
        const pair = pairOf(sentences, one, two);
        fc.pre(pair !== null && pair[0] > pair[1]);
        const transcript = spoken(sentences.join(' '));
        const quote = `${sentences[pair![0]]!} ${sentences[pair![1]]!}`;
        const check = checkQuote(quote, transcript, { language: 'en' });
        expectConsistent(check, quote, transcript);
        expect(check.outcome).toBe('spliced');
        expect(check.edits.some((edit) => edit.class === 'reorder')).toBe(true);
      }),
    );
  });

  it('from far apart are spliced without a mark, and marked with one', () => {
    fc.assert(
      fc.property(variedTalk, fc.nat(), fc.nat(), fc.boolean(), (sentences, one, two, marked) => {
        const pair = pairOf(sentences, one, two);
        fc.pre(pair !== null && pair[1] - pair[0] > 6);
        const transcript = spoken(sentences.join(' '));
        const quote = `${sentences[pair![0]]!} ${marked ? '… ' : ''}${sentences[pair![1]]!}`;
        const check = checkQuote(quote, transcript, { language: 'en' });
        expectConsistent(check, quote, transcript);
        expect([check.outcome, check.segments.length]).toEqual([marked ? 'marked-edits' : 'spliced', 2]);
      }),
    );
  });
});

describe('anything at all', () => {
  it('never throws, and what it says is consistent', () => {
    const piece = fc.oneof(talk.map((sentences) => sentences.slice(0, 3).join(' ')), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('…', '[x]', '[sic]', '[', ']', '(', ')', '...', "don't", 'twenty', '$5', 'U.S.', '[T]he', 'do[ing]', '不会', '二十五', 'لن', '-', "'", '"', 'half a', 'two and a half million', '. . .', '()', '[]'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 8 }), fc.constantFrom('en', 'de', 'fr', 'es', 'ar', 'zh', 'th', 'xx-invalid-', undefined), (said, own, shared, language) => {
        const transcript = spoken(said.join(' '));
        const pieces = [...own];
        for (const n of shared) if (said.length > 0) pieces.splice(n % (pieces.length + 1), 0, said[n % said.length]!);
        for (const quote of [pieces.join(' '), { pieces }]) {
          const check = checkQuote(quote, transcript, language === undefined ? {} : { language });
          expectConsistent(check, quote, transcript);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same for one quote and for many', () => {
    fc.assert(
      fc.property(talk, (sentences) => {
        const transcript = spoken(sentences.join(' '));
        expect(checkQuotes(sentences, transcript)).toEqual(sentences.map((sentence) => checkQuote(sentence, spoken(transcript.text))));
      }),
      { numRuns: 20 },
    );
  });
});
