import { describe, expect, it } from 'vitest';
import { formatTime, readTranscript, speakerAt, timeAt, TranscriptError, type Transcript } from '../../src/quotes/transcript.ts';

/** The transcript as `SPEAKER@seconds: words` lines, one for each stretch in which neither changes. */
function told(transcript: Transcript): string[] {
  const borders = new Set([0, transcript.text.length]);
  for (const { start, end } of [...transcript.turns, ...transcript.cues]) borders.add(start).add(end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((start, n) => {
    const words = transcript.text.slice(start, cuts[n + 1]).trim();
    if (words === '') return [];
    const at = start + (/^\s*/.exec(transcript.text.slice(start))?.[0].length ?? 0);
    return [`${speakerAt(transcript, at) ?? '?'}@${timeAt(transcript, at) ?? '?'}: ${words}`];
  });
}

const read = (content: string, name?: string): string[] => told(readTranscript(content, name === undefined ? {} : { name }).transcript);

describe('WebVTT', () => {
  it('keeps voices and times, and strips tags, classes, entities, settings, notes and styles', () => {
    const content = `\ufeffWEBVTT - Council

STYLE
::cue { color: red }

NOTE made by hand
two lines

intro
00:00:01.000 --> 00:00:03.500 align:start position:10%
<v.loud Mary Okafor><c.yellow>Good &amp; fast,</c> <i>is</i> it&nbsp;not?</v>

00:00:04.000 --> 00:00:06.000
<v Ben>No.</v>

01:02:03.250 --> 01:02:05.000
It is &lt;slow&gt;.
`;
    expect(readTranscript(content).format).toBe('webvtt');
    expect(read(content)).toEqual(['Mary Okafor@1: Good & fast, is it not?', 'Ben@4: No.', 'Ben@3723.25: It is <slow>.']);
  });

  it('takes the lines of rolling captions once', () => {
    const content = `WEBVTT

00:00:00.000 --> 00:00:02.000
we bought the<00:00:00.500><c> mill</c><00:00:01.000><c> last year</c>

00:00:02.000 --> 00:00:02.010
we bought the mill last year

00:00:02.010 --> 00:00:04.000
we bought the mill last year
and<00:00:03.000><c> it leaks</c>

00:00:04.000 --> 00:00:04.010
and it leaks

00:00:04.010 --> 00:00:06.000
and it leaks
every time it rains
`;
    expect(readTranscript(content).transcript.text).toBe('we bought the mill last year and it leaks every time it rains');
    expect(read(content).at(-1)).toBe('?@4.01: every time it rains');
  });

  it('keeps words that were said twice', () => {
    expect(readTranscript('WEBVTT\n\n00:01.000 --> 00:02.000\nNever.\n\n00:02.000 --> 00:03.000\nNever.\n').transcript.text).toBe('Never. Never.');
  });

  it('takes names written in the words, and a bare change of speaker for somebody unknown', () => {
    const content = 'WEBVTT\n\n00:01.000 --> 00:02.000\n>> DR. OKAFOR: We agree.\n\n00:02.000 --> 00:03.000\n[APPLAUSE]\n>> I do not.\n';
    expect(read(content)).toEqual(['DR. OKAFOR@1: We agree.', '?@2: I do not.']);
  });
});

describe('SRT', () => {
  it('reads numbers, comma times and formatting', () => {
    const content = '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>It is cold.</i>\r\n{\\an8}- And dark.\r\n\r\n2\r\n00:00:03,500 --> 00:00:04,000\r\nJANE DOE: Yes.\r\n';
    expect(readTranscript(content).format).toBe('srt');
    expect(read(content)).toEqual(['?@1: It is cold. And dark.', 'JANE DOE@3.5: Yes.']);
  });

  it('is told by the name too', () => {
    expect(() => readTranscript('just words', { name: 'talk.srt' })).toThrow(/no captions in this SRT/);
  });
});

describe('plain text', () => {
  it.each<[string, string, string[]]>([
    ['capitals', 'SEN. MARSH (R-TX): I voted no.\nTHE COURT: Noted.', ['SEN. MARSH (R-TX)@?: I voted no.', 'THE COURT@?: Noted.']],
    ['full names', 'Maria de la Cruz: I agree.\nBen Okafor: I do not.', ['Maria de la Cruz@?: I agree.', 'Ben Okafor@?: I do not.']],
    ['single names that come back', 'Ana: Yes.\nBen: No.\nAna: Yes!\nBen: No!', ['Ana@?: Yes.', 'Ben@?: No.', 'Ana@?: Yes!', 'Ben@?: No!']],
    ['roles', 'Interviewer: Why?\nSpeaker 2: Why not.', ['Interviewer@?: Why?', 'Speaker 2@?: Why not.']],
    ['questions and answers', 'Q. Where?\nA. At home.', ['Q@?: Where?', 'A@?: At home.']],
    ['an answer alone is no label', 'A. Bell called us.', ['?@?: A. Bell called us.']],
    ['times in front', '[00:12:03] Ana Ruiz: Now.\n[00:12:09] Ben Okafor: Later.', ['Ana Ruiz@723: Now.', 'Ben Okafor@729: Later.']],
    ['times behind the name', 'Ana Ruiz (1:02): Now.\nBen Okafor (1:09): Later.', ['Ana Ruiz@62: Now.', 'Ben Okafor@69: Later.']],
    ['names and times on lines of their own', 'Ana Ruiz 00:05\nNow.\n\nBen Okafor 00:09\nLater.', ['Ana Ruiz@5: Now.', 'Ben Okafor@9: Later.']],
    ['times inside', 'Ana Ruiz: It was cold [00:00:07] and dark.', ['Ana Ruiz@?: It was cold', 'Ana Ruiz@7: and dark.']],
    ['words before a colon', 'My answer is this: no. Remember: it rains.\nNote: it leaks.', ['?@?: My answer is this: no. Remember: it rains.\nNote: it leaks.']],
    ['a colon later in the line', 'ANA RUIZ: I said: never.', ['ANA RUIZ@?: I said: never.']],
    ['stage directions', 'ANA RUIZ: We won (LAUGHTER) the (first) race [crosstalk] (applause).', ['ANA RUIZ@?: We won the (first) race .'].map((line) => line.replace(' .', ' .'))],
    ['a direction alone', '(The band plays.)\nANA RUIZ: Thanks.', ['ANA RUIZ@?: Thanks.']],
    ['wrapped lines', 'ANA RUIZ: We went\nhome in the\nrain.\nThen we slept.', ['ANA RUIZ@?: We went home in the rain.\nThen we slept.']],
    ['Chinese', '记者：会涨吗？\n王明：不会。\n王明：真的。', ['记者@?: 会涨吗？', '王明@?: 不会。\n真的。']],
    ['Arabic', 'المذيع: هل انتهى؟\nسلمى الحداد: لا.\nسلمى الحداد: نعم.', ['المذيع@?: هل انتهى؟', 'سلمى الحداد@?: لا.\nنعم.']],
  ])('reads %s', (_, content, lines) => {
    expect(readTranscript(content).format).toBe('plain');
    expect(read(content)).toEqual(lines);
  });

  it('keeps what nobody said apart', () => {
    const { text, asides } = readTranscript('ANA RUIZ: We won (LAUGHTER) the race. [inaudible]').transcript;
    expect(text).toBe('We won the race.');
    expect(asides).toEqual([
      { at: 6, note: '(LAUGHTER)' },
      { at: text.length, note: '[inaudible]' },
    ]);
  });
});

describe('what is no transcript', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', ' \n ', /empty/],
    ['a PDF', '%PDF-1.7 ...', /PDF/],
    ['a Word file', 'PK\x03\x04\x00\x00', /Word/],
    ['RTF', '{\\rtf1 hello}', /RTF/],
    ['bytes', '\u0000\u0001\ufffd'.repeat(20), /not a text file/],
    ['captions without any', 'WEBVTT\n\nNOTE nothing\n', /no captions/],
    ['only directions', '(LAUGHTER)', /Nothing is said/],
  ])('says so for %s', (_, content, message) => {
    expect(() => readTranscript(content)).toThrow(TranscriptError);
    expect(() => readTranscript(content)).toThrow(message);
  });
});

describe('times', () => {
  it('are written as locators', () => {
    expect([0, 9.9, 723, 3723.25, 360000].map(formatTime)).toEqual(['00:00:00', '00:00:09', '00:12:03', '01:02:03', '100:00:00']);
  });

  it('are unknown in front of the first', () => {
    const { transcript } = readTranscript('Before.\n[00:00:05] After.');
    expect([timeAt(transcript, 0), timeAt(transcript, 8)]).toEqual([null, 5]);
  });
});

it('reads a long run of blanks at once, and folds it', () => {
  const { transcript } = readTranscript(`Ann:${' '.repeat(200_000)}Well said`);
  expect(transcript.text).toBe('Ann: Well said');
});
