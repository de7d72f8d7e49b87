import { OpenTextError } from './opened-text.ts';

/** How far into a page its encoding may be declared; HTML's own limit. */
const PRESCAN = 1024;

/** First bytes of files that are no text, and what to do with such a file. */
const SIGNATURES: readonly (readonly [bytes: string, advice: string])[] = [
  ['%PDF-', 'This is a PDF. Open it in a PDF reader, select and copy its text, and paste that.'],
  ['PK\u0003\u0004', 'This is a Word, OpenDocument or ZIP file. Open it, select all, copy, and paste the text.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an older Word or Excel file. Open it, select all, copy, and paste the text.'],
  ['{\\rtf', 'This is a rich text (RTF) file. Open it in a word processor, select all, copy, and paste the text.'],
  ['\u0089PNG', 'This is a picture. Type or paste the text that it shows.'],
  ['\u00ff\u00d8\u00ff', 'This is a picture. Type or paste the text that it shows.'],
  ['GIF8', 'This is a picture. Type or paste the text that it shows.'],
  ['RIFF', 'This is a picture, sound or video file. Paste its text or transcript.'],
  ['\u001f\u008b', 'This is a compressed file. Unpack it first.'],
];

/**
 * The text of a file. Encoding by byte order mark, then as declared (`charset` of the MIME type or the page), then UTF-8, and
 * windows-1252 where the bytes are no UTF-8. UTF-16 without a mark is recognised by its zero bytes.
 *
 * @throws OpenTextError ('binary') when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, mime = ''): string {
  const head = latin1(bytes.subarray(0, PRESCAN));
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) throw new OpenTextError('binary', known[1]);
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const sample = bytes.subarray(0, 65_536);
  if (sample.includes(0)) {
    throw new OpenTextError('binary', 'This file holds no text that can be read here. Open it in its own program, copy the text, and paste it.');
  }
  return decodeAs(declaredEncoding(mime, head), bytes) ?? decodeAs('utf-8', bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Western text in UTF-16 has a zero in nearly every second byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

function declaredEncoding(mime: string, head: string): string | null {
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(mime) ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const label = declared?.[1]?.toLowerCase() ?? null;
  // What could be read as ASCII so far is no UTF-16, whatever it says; HTML rules the same.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

/** Null when the encoding is unknown or, for UTF-8, the bytes are none. */
function decodeAs(label: string | null, bytes: Uint8Array): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null; // RangeError for an unknown label, TypeError for bytes that do not fit
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
