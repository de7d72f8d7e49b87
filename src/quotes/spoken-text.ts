import type { TextRange } from '../anchoring/placement.ts';

/** What one person said without another in between. */
export interface Turn extends TextRange {
  /** As the transcript writes it, without the colon. */
  readonly speaker: string;
}

/** A stretch whose time in the recording is known. */
export interface Cue extends TextRange {
  /** Seconds from the beginning of the recording. */
  readonly from: number;
  /** Seconds; equal to `from` when the transcript gives no end. */
  readonly to: number;
}

/** What the transcriber noted and nobody said: laughter, applause, inaudible. */
export interface Aside {
  /** UTF-16 offset in the text where it was taken out. */
  readonly at: number;
  /** As noted, with its brackets. */
  readonly note: string;
}

/** What was said, by whom and when. Offsets are UTF-16 offsets in `text`. */
export interface Transcript {
  /** The spoken words only: no labels, no time codes, no asides. Turns begin on a line of their own. */
  readonly text: string;
  /** In order, without overlaps. Words of an unknown speaker belong to none. */
  readonly turns: readonly Turn[];
  /** In order, without overlaps. */
  readonly cues: readonly Cue[];
  /** In order. */
  readonly asides?: readonly Aside[];
}

/** Puts a transcript together in reading order. */
export class SpokenText {
  /** Joined at the end: a string that grows and is looked at in between would be copied each time. */
  readonly #parts: string[] = [];
  #length = 0;
  #endsLine = true;
  #speaker: string | null = null;
  readonly #turns: Turn[] = [];
  readonly #cues: Cue[] = [];
  readonly #asides: Aside[] = [];

  get length(): number {
    return this.#length;
  }

  #add(words: string): void {
    this.#parts.push(words);
    this.#length += words.length;
    this.#endsLine = words.endsWith('\n');
  }

  /** From here on somebody else speaks; null for an unknown one. */
  startTurn(speaker: string | null): void {
    // A label repeated for each paragraph does not make a new turn.
    const goesOn = speaker === this.#speaker;
    this.#speaker = speaker;
    if (!this.#endsLine) this.#add('\n');
    if (!goesOn && speaker !== null) this.#turns.push({ start: this.#length, end: this.#length, speaker });
  }

  /** Adds spoken words; white space in them is folded. Stretches joined by `glue` when there is something before them on the line. */
  say(words: string, glue: ' ' | '\n' = ' '): TextRange {
    const clean = words.replace(/\s+/g, ' ').trim();
    if (clean === '') return { start: this.#length, end: this.#length };
    if (!this.#endsLine) this.#add(glue);
    const start = this.#length;
    this.#add(clean);
    const end = this.#length;
    const turn = this.#turns.at(-1);
    if (this.#speaker !== null && turn !== undefined) this.#turns[this.#turns.length - 1] = { ...turn, start: turn.end > turn.start ? turn.start : start, end };
    return { start, end };
  }

  /** Says when a stretch was said. Nothing is kept for an empty one. */
  time(range: TextRange, from: number, to: number): void {
    if (range.end > range.start) this.#cues.push({ start: range.start, end: range.end, from, to });
  }

  note(aside: string): void {
    this.#asides.push({ at: this.#length, note: aside });
  }

  finish(): Transcript {
    const text = this.#parts.join('');
    return {
      text,
      turns: this.#turns.filter((turn) => turn.end > turn.start),
      cues: this.#cues,
      asides: this.#asides.map((aside) => ({ ...aside, at: Math.min(aside.at, text.length) })),
    };
  }
}

const DIRECTION =
  /laugh|applau|crosstalk|cross talk|inaudible|indiscernible|unintelligible|pause|music|cheer|boo(?:s|ing)|sigh|cough|silence|overlapping|chuckl|off.?mic|phone|break in|foreign|begin(?:s)? video|end(?:s)? video|video clip|gestur|nods|lachen|beifall|applaus|zwischenruf|heiterkeit|unverständlich|rires|applaudissements|inaudible|brouhaha|risas|aplausos|murmullos|ininteligible|ضحك|تصفيق|غير مسموع|笑|掌声|鼓掌|听不清/i;

const BRACKETED = /\[([^[\]\n]{1,120})\]|\(([^()\n]{1,120})\)|（([^（）\n]{1,60})）|【([^【】\n]{1,60})】|\*([^*\n]{2,40})\*|♪[^♪\n]*♪?/g;

/** A line cut at what nobody said: the words between, and the asides with their brackets. */
export function* spokenPieces(line: string): Generator<{ readonly words: string } | { readonly aside: string }> {
  let done = 0;
  for (const match of line.matchAll(BRACKETED)) {
    const [whole, square, round, wide, lenticular, starred] = match;
    const inside = round ?? wide ?? starred;
    const alone = line.trim() === whole;
    const isAside = square !== undefined || lenticular !== undefined || inside === undefined || alone || DIRECTION.test(inside) || isShouted(inside);
    if (!isAside) continue;
    yield { words: line.slice(done, match.index) };
    yield { aside: whole };
    done = match.index + whole.length;
  }
  yield { words: line.slice(done) };
}

/** All capitals, as stage directions are set; a short acronym in parentheses is not one. */
const isShouted = (words: string): boolean => /\p{Lu}{5}/u.test(words) && !/\p{Ll}/u.test(words);
