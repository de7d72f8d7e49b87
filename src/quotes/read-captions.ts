import { SpokenText, spokenPieces, type Transcript } from './spoken-text.ts';
import { seconds, TIME_CODE } from './time-code.ts';

/** One caption as the file has it. */
interface Caption {
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  /** Without tags but for the voice's, which is written `<v Name>`. */
  readonly lines: readonly string[];
}

const TIMING = new RegExp(String.raw`^\s*(${TIME_CODE})\s*-->\s*(${TIME_CODE})`);
/** Splitting at it gives the words before, a name, the words behind, a name, and so on. */
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]+)>/;
const SHOUTED_LABEL = /^(?:>>+\s*)?(\p{Lu}[\p{Lu}\p{M}\p{N} .'’\-]{1,40}):(?:\s+|$)/u;
const TITLE_LABEL = /^(?:>>+\s*)?(\p{Lu}[\p{L}\p{M}.'’\-]+(?:\s+\p{Lu}[\p{L}\p{M}.'’\-]*){1,3}):(?:\s+|$)/u;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['lrm', ''],
  ['rlm', ''],
]);

/**
 * Reads WebVTT or SubRip captions into one text. Notes, styles, regions, cue settings and tags are left out;
 * lines that rolling captions show again are taken once.
 *
 * @returns null when there is no caption in it
 */
export function readCaptions(content: string): Transcript | null {
  const captions = captionsOf(content);
  if (captions.length === 0) return null;
  const spoken = new SpokenText();
  let speaker: string | null = null;
  let shown: readonly string[] = [];
  let shownTo = -Infinity;
  for (const caption of captions) {
    const fresh = caption.from <= shownTo + ROLLS_WITHIN ? withoutShown(caption, shown) : caption.lines;
    let [start, end] = [-1, -1];
    for (const line of fresh) {
      for (const { voice, words } of voices(line)) {
        // A caption without a name goes on with the speaker before; a bare `>>` says that it is another.
        if (voice !== undefined && voice !== speaker) spoken.startTurn(voice);
        if (voice !== undefined) speaker = voice;
        for (const piece of spokenPieces(words)) {
          if ('aside' in piece) spoken.note(piece.aside);
          else {
            const range = spoken.say(piece.words);
            if (range.end > range.start) [start, end] = [start < 0 ? range.start : start, range.end];
          }
        }
      }
    }
    if (start >= 0) spoken.time({ start, end }, caption.from, caption.to);
    if (caption.lines.length > 0) [shown, shownTo] = [caption.lines, caption.to];
  }
  return spoken.finish();
}

/** Captions this close behind each other, in seconds, may show the same line twice. */
const ROLLS_WITHIN = 0.1;

/** A caption that lasts this many seconds or less only scrolls. */
const SCROLL = 0.05;

function withoutShown(caption: Caption, shown: readonly string[]): readonly string[] {
  const last = shown.at(-1);
  const [first, ...others] = caption.lines;
  if (first === undefined || last === undefined) return caption.lines;
  if (first === last && (others.length > 0 || caption.to - caption.from <= SCROLL || shown.length > 1)) return others;
  // The whole caption again, with more lines or words below.
  if (shown.length < caption.lines.length && shown.every((line, n) => line === caption.lines[n])) return caption.lines.slice(shown.length);
  const before = shown.join(' ');
  const now = caption.lines.join(' ');
  if (before.includes(' ') && now.length > before.length && now.startsWith(`${before} `)) return [now.slice(before.length + 1)];
  return caption.lines;
}

function captionsOf(content: string): Caption[] {
  const captions: Caption[] = [];
  for (const block of content.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const at = lines.findIndex((line) => TIMING.test(line));
    if (at < 0 || /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(lines[0]!)) continue;
    const [, from, to] = TIMING.exec(lines[at]!)!;
    const words = lines
      .slice(at + 1)
      .map(plainLine)
      .filter((line) => line !== '');
    captions.push({ from: seconds(from!), to: seconds(to!), lines: words });
  }
  return captions;
}

/** A line without tags, ASS overrides and entities; the voice tag stays. */
function plainLine(line: string): string {
  return line
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/<(?!v[.\s])[^<>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** The stretches of a line by who says them; `voice` is undefined when the line does not say, null for an unnamed other. */
function* voices(line: string): Generator<{ readonly voice: string | null | undefined; readonly words: string }> {
  const [before, ...spans] = line.split(VOICE);
  if (before!.trim() !== '') yield labelled(before!);
  for (let n = 0; n + 1 < spans.length; n += 2) yield { voice: spans[n]!.trim(), words: spans[n + 1]! };
}

function labelled(line: string): { readonly voice: string | null | undefined; readonly words: string } {
  const clean = line.replace(/^[-–—]\s+/, '');
  const label = SHOUTED_LABEL.exec(clean) ?? TITLE_LABEL.exec(clean);
  if (label !== null) return { voice: label[1]!.trim(), words: clean.slice(label[0].length) };
  if (/^>>+/.test(clean)) return { voice: null, words: clean.replace(/^>>+\s*/, '') };
  return { voice: undefined, words: clean };
}
