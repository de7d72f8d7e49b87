import { describe, expect, it } from 'vitest';
import { checkQuote, printedText, type PrintedWords } from '../../src/quotes/check-quote.ts';
import { sideBySide } from '../../src/quotes/side-by-side.ts';
import { readTranscript } from '../../src/quotes/transcript.ts';

const { transcript } = readTranscript(`
[00:00:05] HOST: Good evening. What happened at the mill?
[00:00:09] ANNA KELLER: It burned down. We had, uh, about forty people inside, and nobody was hurt. The roof is gone. We will not rebuild it.
[00:00:30] HOST: Why not?
[00:00:33] ANNA KELLER: There is no money. The insurance paid half of what we asked for.
`);

/** The spans as `{printed|said|class}`; those without a difference as `{printed}` when both are the same. */
function shown(quote: string | PrintedWords): string {
  return sideBySide(checkQuote(quote, transcript), printedText(quote), transcript)
    .spans.map((span) => `{${[span.printed, span.printed === span.said ? null : span.said, span.class].filter((part) => part !== null).join('|')}}`)
    .join('');
}

describe('spans', () => {
  it.each<[string, string | PrintedWords, string]>([
    ['one span for a verbatim quote', 'We will not rebuild it', '{We will not rebuild it}'],
    ['words left out between their neighbours', 'We had about forty people inside', '{We had |We had, }{|uh|filler}{about forty people inside|, about forty people inside}'],
    ['words replaced beside each other', 'We could not rebuild it', '{We }{could|will|hedge}{ not rebuild it}'],
    ['the gravest class where two lie on one place', 'We will … rebuild it', '{We will }{…|not|negation}{ rebuild it}'],
    ['all of a text that was not found', 'The river took it', '{The river took it|}'],
    ['a bracket', '[The owners] will not rebuild it', '{[The owners]|We|bracket}{ }{will not rebuild it}'],
  ])('show %s', (_, quote, spans) => {
    expect(shown(quote)).toBe(spans);
  });

  it('mark the passage that was moved', () => {
    const check = checkQuote('There is no money. We will not rebuild it.', transcript);
    const { spans } = sideBySide(check, 'There is no money. We will not rebuild it.', transcript);
    expect(spans.find((span) => span.class === 'reorder')?.printed).toBe('We will not rebuild it');
  });
});

describe('surroundings', () => {
  it('are the sentences before and behind each passage, and its own to the ends', () => {
    const quote = 'about forty people … There is no money.';
    const { surroundings } = sideBySide(checkQuote(quote, transcript), quote, transcript, { sentences: 1 });
    const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => transcript.text.slice(start, end).trim();
    expect(surroundings.map(({ segment, before, after }) => [cut(before), cut(segment), cut(after)])).toEqual([
      ['It burned down. We had, uh,', 'about forty people', 'inside, and nobody was hurt. The roof is gone.'],
      ['Why not?', 'There is no money', '. The insurance paid half of what we asked for.'],
    ]);
    expect(surroundings.map(({ segment }) => [segment.speaker, segment.from])).toEqual([
      ['ANNA KELLER', 9],
      ['ANNA KELLER', 33],
    ]);
  });
});
