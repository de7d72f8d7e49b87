import { readCaptions } from './read-captions.ts';
import { readPlainTranscript } from './read-plain-transcript.ts';
import type { Transcript } from './spoken-text.ts';

export { formatTime } from './time-code.ts';
export type { Aside, Cue, Transcript, Turn } from './spoken-text.ts';

/** What a transcript was written in. */
export type TranscriptFormat = 'webvtt' | 'srt' | 'plain';

export interface ReadTranscriptOptions {
  /** The file's name, to tell captions without a header by `.vtt` or `.srt`. Default: the content alone decides. */
  readonly name?: string;
}

/** A transcript that has no words in it or is no text; the message says which, in words for the user. */
export class TranscriptError extends Error {
  override readonly name = 'TranscriptError';
}

/** Beginnings of files that are no text, and what they are. */
const NO_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^PK\x03\x04/, 'a Word or ZIP file'],
  [/^\{\\rtf/, 'an RTF file'],
  [/^\xd0\xcf\x11\xe0/, 'an old Word file'],
];

const CUE_TIMING = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->/m;

/**
 * Reads what was said out of a pasted text or a file's content.
 *
 * @throws {TranscriptError} when nothing is said in it or it is no text
 */
export function readTranscript(content: string, options: ReadTranscriptOptions = {}): { readonly format: TranscriptFormat; readonly transcript: Transcript } {
  // Runs of blanks say nothing, and patterns that look for labels would go through them again and again.
  const text = content.replace(/^\ufeff/, '').replace(/[^\S\r\n\u2028\u2029]+/g, ' ');
  const kind = NO_TEXT.find(([pattern]) => pattern.test(text))?.[1];
  if (kind !== undefined) throw new TranscriptError(`This is ${kind}. Copy its text, or save it as plain text first.`);
  // A few broken characters are a matter of encoding; many say that these are not letters.
  const broken = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (broken > 4 && broken > text.length / 100) throw new TranscriptError('This is not a text file, or its encoding is not UTF-8.');
  if (text.trim() === '') throw new TranscriptError('The transcript is empty.');

  const format = formatOf(text, options.name ?? '');
  const transcript = format === 'plain' ? readPlainTranscript(text) : readCaptions(text);
  if (transcript === null) throw new TranscriptError(`There are no captions in this ${format === 'srt' ? 'SRT' : 'WebVTT'} file.`);
  if (!/[\p{L}\p{N}]/u.test(transcript.text)) throw new TranscriptError('Nothing is said in this transcript.');
  return { format, transcript };
}

function formatOf(text: string, name: string): TranscriptFormat {
  if (/^WEBVTT(?:\s|$)/.test(text) || /\.vtt$/i.test(name)) return 'webvtt';
  if (/\.srt$/i.test(name) || CUE_TIMING.test(text)) return 'srt';
  return 'plain';
}

/** Who says the words at a UTF-16 offset; null when the transcript does not tell. */
export function speakerAt(transcript: Transcript, offset: number): string | null {
  const turn = lastFrom(transcript.turns, offset);
  return turn !== null && offset < turn.end ? turn.speaker : null;
}

/** Seconds at which the stretch around a UTF-16 offset begins; null when no time is known at or before it. */
export function timeAt(transcript: Transcript, offset: number): number | null {
  return lastFrom(transcript.cues, offset)?.from ?? null;
}

/** The last range that begins at or before the offset, by halving. */
function lastFrom<Range extends { readonly start: number }>(ranges: readonly Range[], offset: number): Range | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start > offset) high = middle;
    else low = middle + 1;
  }
  return ranges[low - 1] ?? null;
}
