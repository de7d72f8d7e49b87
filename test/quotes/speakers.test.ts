import { describe, expect, it } from 'vitest';
import { checkQuote } from '../../src/quotes/check-quote.ts';
import { readTranscript } from '../../src/quotes/transcript.ts';

describe('the printed speaker', () => {
  it.each<[string, string, boolean | null]>([
    ['Maria Santos', 'SEN. SANTOS', true],
    ['Sen. Maria Santos', 'MARIA SANTOS', true],
    ['Santos', 'Maria Santos', true],
    ['M. Santos', 'Maria Santos', true],
    ['José García', 'JOSE GARCIA', true],
    ['Maria Santos', 'BEN OKAFOR', false],
    ['Maria Santos', 'MARIA OKAFOR', false],
    ['Maria Santos', 'Q', null],
    ['Maria Santos', 'SPEAKER 1', null],
    ['Speaker 1', 'SPEAKER 1', true],
    ['', 'SANTOS', null],
    ['林国栋', '林国栋', true],
    ['سلمى الحداد', 'سلمى الحداد', true],
  ])('%s beside the label %s', (speaker, label, agrees) => {
    const words = 'We will certainly count the votes again.';
    const transcript = { text: words, turns: [{ start: 0, end: words.length, speaker: label }], cues: [] };
    expect(checkQuote({ text: words, speaker }, transcript).speaker).toEqual({ printed: speaker, said: label, agrees });
  });

  it('is not known from a transcript without labels', () => {
    expect(checkQuote({ text: 'count the votes', speaker: 'Ana' }, { text: 'We count the votes.', turns: [], cues: [] }).speaker).toEqual({ printed: 'Ana', said: null, agrees: null });
  });

  it('does not agree when some of the words are another’s', () => {
    const { transcript } = readTranscript('ANA RUIZ: We lost the whole harvest to the hail.\nBEN OKAFOR: And the state did nothing about it.');
    const { speaker } = checkQuote({ text: 'We lost the whole harvest to the hail and the state did nothing about it', speaker: 'Ana Ruiz' }, transcript);
    expect(speaker).toEqual({ printed: 'Ana Ruiz', said: 'ANA RUIZ', agrees: false });
  });

  it('decides between places where the words stand exactly', () => {
    const { transcript } = readTranscript('[00:01] ANA RUIZ: It is not fair.\n[00:04] BEN OKAFOR: It is not fair.\n[00:09] ANA RUIZ: Then say so.');
    const of = (speaker: string): unknown[] => checkQuote({ text: 'It is not fair', speaker }, transcript).places.map((place) => [place.speaker, place.from]);
    expect(of('Ben Okafor')).toEqual([['BEN OKAFOR', 4], ['ANA RUIZ', 1]]);
    expect(of('Ana Ruiz')).toEqual([['ANA RUIZ', 1], ['BEN OKAFOR', 4]]);
    expect(checkQuote('not fair', transcript).places).toHaveLength(2);
  });
});
