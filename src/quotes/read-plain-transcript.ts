import { SpeakerLabels } from './speaker-label.ts';
import { SpokenText, spokenPieces, type Transcript } from './spoken-text.ts';
import { seconds, TIME_CODE } from './time-code.ts';

const INLINE_TIME = new RegExp(String.raw`[[(<](${TIME_CODE})[\])>]`, 'g');
const SENTENCE_END = /[.!?…。！？؟"”»:]['’)\]]*$/u;

/**
 * Reads a plain text: speakers' labels, time codes at the beginning of lines or inside them, stage directions.
 * Lines that only wrap are joined; a blank line or the end of a sentence keeps the break.
 */
export function readPlainTranscript(content: string): Transcript {
  const lines = content.split(/\r\n?|\n|\u2028|\u2029/).map((line) => line.trim());
  const labels = new SpeakerLabels(lines);
  const spoken = new SpokenText();
  const times: { readonly at: number; readonly from: number }[] = [];
  let afterBreak = true;
  let lastLine = '';

  const markTime = (code: string): void => {
    times.push({ at: spoken.length, from: seconds(code) });
  };
  for (const line of lines) {
    if (line === '') {
      afterBreak = true;
      continue;
    }
    const label = labels.read(line);
    if (label?.speaker != null) spoken.startTurn(label.speaker);
    else if (/^>>+/.test(line)) spoken.startTurn(null);
    if (label?.time != null) markTime(label.time);
    const words = (label?.rest ?? line).replace(/^>>+\s*/, '');
    let glue: ' ' | '\n' = afterBreak || SENTENCE_END.test(lastLine) ? '\n' : ' ';
    for (const piece of timedPieces(words)) {
      if ('time' in piece) {
        markTime(piece.time);
        continue;
      }
      for (const part of spokenPieces(piece.words)) {
        if ('aside' in part) spoken.note(part.aside);
        else if (spoken.say(part.words, glue).end > 0 && part.words.trim() !== '') glue = ' ';
      }
    }
    lastLine = words;
    afterBreak = false;
  }
  const whole = spoken.finish();
  return { ...whole, cues: cuesOf(whole.text, times) };
}

function* timedPieces(line: string): Generator<{ readonly words: string } | { readonly time: string }> {
  let done = 0;
  for (const match of line.matchAll(INLINE_TIME)) {
    yield { words: line.slice(done, match.index) };
    yield { time: match[1]! };
    done = match.index + match[0].length;
  }
  yield { words: line.slice(done) };
}

/** A time code holds until the next one. */
function cuesOf(text: string, times: readonly { readonly at: number; readonly from: number }[]): Transcript['cues'] {
  return times.flatMap(({ at, from }, n) => {
    const next = times[n + 1];
    const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    const end = next === undefined ? text.length : next.at;
    return end > start ? [{ start, end, from, to: Math.max(from, next?.from ?? from) }] : [];
  });
}
