import { describe, expect, it } from 'vitest';
import { openText, OpenTextError, type OpenTextInput } from '../../src/editor/open-text.ts';
import { looksLikeMarkdown, readMarkdown } from '../../src/editor/read-markdown.ts';
import { readDate, readLanguage, readUrl } from '../../src/editor/html-metadata.ts';

async function textOf(input: OpenTextInput): Promise<string> {
  return (await openText(input)).text;
}

async function problemOf(input: OpenTextInput): Promise<OpenTextError> {
  const error: unknown = await openText(input).then(() => null, (reason: unknown) => reason);
  if (!(error instanceof OpenTextError)) throw new Error(`expected an OpenTextError, got ${String(error)}`);
  return error;
}

function bytes(text: string, encode: (unit: number) => number[] = unit => [unit], mark: number[] = []): Uint8Array {
  return new Uint8Array([...mark, ...Array.from({ length: text.length }, (_, i) => encode(text.charCodeAt(i))).flat()]);
}

const littleEndian = (unit: number): number[] => [unit & 255, unit >> 8];
const bigEndian = (unit: number): number[] => [unit >> 8, unit & 255];

describe('opening a plain text', () => {
  it.each([
    ['each line as a paragraph', 'First line.\nSecond line.\nThird.', 'First line.\nSecond line.\nThird.'],
    ['blank lines as ends of paragraphs', 'First.\n\n\nSecond.\n \nThird.', 'First.\nSecond.\nThird.'],
    ['carriage returns as line ends', 'one.\r\ntwo.\rthree.', 'one.\ntwo.\nthree.'],
    ['line and paragraph separators as line ends', 'one\u2028two\u2029three', 'one\ntwo\nthree'],
    ['without NUL and a byte order mark', '\ufeffo\0ne', 'one'],
    ['with U+FFFD for lone surrogates', 'a\ud800b \udc00', 'a\ufffdb \ufffd'],
    ['with emoji, joiners, marks of direction and no-break spaces', '👩‍👩‍👧 a\u00a0b \u200fשלום\u200e', '👩‍👩‍👧 a\u00a0b \u200fשלום\u200e'],
    ['short lines as they are', 'Roses are red,\nviolets are blue,\nsugar is sweet,\nand so are you.', 'Roses are red,\nviolets are blue,\nsugar is sweet,\nand so are you.'],
  ])('reads %s', async (_, text, expected) => {
    expect(await textOf({ text })).toBe(expected);
  });

  it('joins lines that were wrapped at a column', async () => {
    const text = [
      'The company said on Tuesday that its newest processor would be sold to',
      'customers from early 2026 on, and that a larger one for training would',
      'follow a year later.',
      '',
      'Analysts put the market at about fifty billion dollars and expect it to',
      'grow, though none of them would say how quickly, or at whose expense it',
      'would do so.',
    ].join('\n');
    expect((await textOf({ text })).split('\n')).toEqual([
      'The company said on Tuesday that its newest processor would be sold to customers from early 2026 on, and that a larger one for training would follow a year later.',
      'Analysts put the market at about fifty billion dollars and expect it to grow, though none of them would say how quickly, or at whose expense it would do so.',
    ]);
  });

  it('does not join paragraphs of a line each', async () => {
    const line = 'This is a paragraph of ordinary length which says what a paragraph has to say and then ends with a full stop.';
    expect((await textOf({ text: [line, line, line].join('\n') })).split('\n')).toHaveLength(3);
  });

  it.each([
    ['a short first line', 'Chips for everyone\nThe company said on Tuesday that it would.', 'Chips for everyone'],
    ['no first line that is a sentence', 'It is so.\nThe company said on Tuesday that it would.', ''],
    ['no only line', 'Chips for everyone', ''],
  ])('suggests %s as title and leaves it in the text', async (_, text, title) => {
    const opened = await openText({ text });
    expect(opened.title).toBe(title);
    expect(opened.text.startsWith(text.split('\n')[0]!)).toBe(true);
  });
});

describe('opening a file', () => {
  it.each<[string, Uint8Array, string?]>([
    ['UTF-8', new TextEncoder().encode('Größe – “x”')],
    ['UTF-8 with a mark', bytes('Größe – “x”', unit => [...new TextEncoder().encode(String.fromCharCode(unit))], [0xef, 0xbb, 0xbf])],
    ['UTF-16, little end first', bytes('Größe – “x”', littleEndian, [0xff, 0xfe])],
    ['UTF-16, big end first', bytes('Größe – “x”', bigEndian, [0xfe, 0xff])],
    ['windows-1252 as fallback', new Uint8Array([71, 114, 0xf6, 0xdf, 101, 32, 0x96, 32, 0x93, 120, 0x94])],
    ['what the MIME type declares', new Uint8Array([71, 114, 0xf6, 0xdf, 101, 32, 0x96, 32, 0x93, 120, 0x94]), 'text/plain; charset="windows-1252"'],
  ])('decodes %s', async (_, file, mime = '') => {
    expect(await textOf({ bytes: file, mime, fileName: 'a.txt' })).toBe('Größe – “x”');
  });

  it('recognises UTF-16 without a mark', async () => {
    expect(await textOf({ bytes: bytes('A text of some length, in UTF-16.', littleEndian) })).toBe('A text of some length, in UTF-16.');
  });

  it('decodes what an unknown encoding is declared for', async () => {
    expect(await textOf({ bytes: new TextEncoder().encode('Größe'), mime: 'text/plain; charset=klingon' })).toBe('Größe');
  });
});

describe('what cannot be opened', () => {
  it.each<[string, OpenTextInput, string, RegExp]>([
    ['nothing', {}, 'empty', /paste it/],
    ['white space', { text: ' \n\t\u00a0 ' }, 'empty', /Copy the text/],
    ['an empty file', { bytes: new Uint8Array() }, 'empty', /another file/],
    ['50 MB of text', { text: 'x'.repeat(50_000_000) }, 'too-large', /about 50 million characters, and at most 30 million/],
    ['12 million characters of plain text', { text: 'x'.repeat(12_000_000) }, 'too-large', /at most 10 million/],
    ['a PDF', { bytes: bytes('%PDF-1.7 …') }, 'binary', /PDF reader/],
    ['a Word file', { bytes: bytes('PK\u0003\u0004\u0014\0') }, 'binary', /Word/],
    ['rich text', { bytes: bytes('{\\rtf1\\ansi') }, 'binary', /word processor/],
    ['a file with zero bytes', { bytes: new Uint8Array(4000).map((_, i) => (i * 7919) % 256) }, 'binary', /paste it/],
    ['noise', { text: '\u0001\u0002\ufffdx'.repeat(50) }, 'not-text', /damaged or encrypted/],
    ['NULs only', { text: '\0\0\0' }, 'not-text', /control characters/],
  ])('says so and what to do: %s', async (_, input, problem, message) => {
    const error = await problemOf(input);
    expect(error.problem).toBe(problem);
    expect(error.message).toMatch(message);
  });
});

describe('Markdown', () => {
  it('becomes HTML', async () => {
    const { html } = await readMarkdown('# Title\n\nA *word* and [a link](https://example.org/).\n\n- one\n- two\n');
    expect(html).toContain('<h1>Title</h1>');
    expect(html).toContain('<em>word</em>');
    expect(html).toContain('<li>one</li>');
  });

  it('has its front matter read', async () => {
    const { html, metadata } = await readMarkdown('---\ntitle: "Chips: a market"\nauthors:\n  - Ann Lee\n  - Bo Ek\ndate: 2026-01-05\nlang: en_us\nsource: https://example.org/a\n---\nText.\n');
    expect(metadata).toEqual({ title: 'Chips: a market', byline: 'Ann Lee, Bo Ek', publisher: '', published: '2026-01-05', language: 'en-US', url: 'https://example.org/a' });
    expect(html).toBe('<p>Text.</p>\n');
  });

  it.each([
    ['front matter', '---\ntitle: x\n---\ntext', true],
    ['headings and links', '# One\n\nsee [this](https://example.org)', true],
    ['a list in a plain text', '- one\n- two\n- three', false],
    ['a hash sign', '#hashtag is not a heading, nor is # 1', false],
  ])('is recognised by %s', (_, text, expected) => {
    expect(looksLikeMarkdown(text)).toBe(expected);
  });
});

describe('reading metadata', () => {
  it.each([
    ['2025-11-04', '2025-11-04'],
    ['2025-11-04T10:30:00Z', '2025-11-04T10:30:00Z'],
    ['2025-11-04T10:30:00+0100', '2025-11-04T10:30:00+01:00'],
    ['2025-11-04 10:30', '2025-11-04'],
    ['Tue, 04 Nov 2025 10:30:00 GMT', '2025-11-04T10:30:00.000Z'],
    ['November 4, 2025', '2025-11-04'],
    ['4 Nov 2025', '2025-11-04'],
    ['2025-99-99', ''],
    ['yesterday', ''],
    ['', ''],
  ])('reads the date %j', (value, expected) => {
    expect(readDate(value)).toBe(expected);
  });

  it('takes the first value that is one', () => {
    expect(readDate('soon', null, '2025-11-04')).toBe('2025-11-04');
    expect(readLanguage('', 'not a language', 'pt_BR')).toBe('pt-BR');
    expect(readUrl('/relative', 'javascript:alert(1)', 'https://example.org/a')).toBe('https://example.org/a');
  });
});
