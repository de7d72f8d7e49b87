import type { TextRange } from '../anchoring/placement.ts';
import { sentences } from '../anchoring/sentences.ts';
import { atomize, type Atom } from './atoms.ts';
import type { Language } from './languages/language.ts';
import { guessLanguage, languageFor } from './languages/languages.ts';
import type { Transcript } from './spoken-text.ts';

/** No word of the transcript. */
export const UNHEARD = -1;

/** What a word is worth that the transcript says all the time; the rarest is worth 1. */
const LEAST_WEIGHT = 0.25;

/** UTF-16 units from which the way a transcript is written is told. */
const SAMPLE = 20_000;

/** More words than this to a mark, and there is no punctuation to speak of. */
const WORDS_TO_A_MARK = 40;

/**
 * A transcript made ready for many quotes: its atoms numbered, where each word stands, how rare it is.
 * Building it takes about as long as reading the text twice.
 */
export class TranscriptIndex {
  readonly transcript: Transcript;
  /** BCP 47. */
  readonly tag: string;
  readonly language: Language;
  readonly atoms: readonly Atom[];
  /** The number of each atom's key. */
  readonly keys: Int32Array;
  /** The number of each atom's second reading, or {@link UNHEARD}. */
  readonly others: Int32Array;
  /** What finding a word proves, by key number: 0.25 to 1. */
  readonly weights: Float32Array;
  /** A number for each key's first three letters, by key number; all numbers have one in common, and so have all modal verbs. */
  readonly beginnings: Int32Array;
  /** 1 for sounds that say nothing. */
  readonly hesitates: Uint8Array;
  /** 1 for the first word of each line, where somebody else may begin to speak. */
  readonly beginsLine: Uint8Array;
  /** Whether case tells names: not in captions all in capitals, or all in lower case. */
  readonly hasCase: boolean;
  /** Whether it has punctuation at all: automatic captions have none. */
  readonly hasPunctuation: boolean;
  readonly #numbers = new Map<string, number>();
  readonly #beginnings = new Map<string, number>();
  readonly #places: Int32Array[];
  readonly #names: ReadonlySet<string>;
  readonly #sentences = new Map<number, readonly TextRange[]>();

  constructor(transcript: Transcript, tag = guessLanguage(transcript.text)) {
    this.transcript = transcript;
    this.tag = tag;
    this.language = languageFor(tag);
    this.atoms = atomize(transcript.text, tag, this.language);
    const count = this.atoms.length;
    this.keys = new Int32Array(count);
    this.others = new Int32Array(count).fill(UNHEARD);
    this.hesitates = new Uint8Array(count);
    this.beginsLine = new Uint8Array(count);
    const uses: number[] = [];
    const number = (key: string): number => {
      let known = this.#numbers.get(key);
      if (known === undefined) {
        known = uses.push(0) - 1;
        this.#numbers.set(key, known);
      }
      return known;
    };
    for (const [n, atom] of this.atoms.entries()) {
      this.keys[n] = number(atom.key);
      uses[this.keys[n]!]!++;
      if (atom.other !== null) this.others[n] = number(atom.other);
      if (this.language.hesitations.has(atom.key)) this.hesitates[n] = 1;
      if (n > 0 && transcript.text.slice(this.atoms[n - 1]!.end, atom.start).includes('\n')) this.beginsLine[n] = 1;
    }
    this.#places = uses.map((length) => new Int32Array(length));
    const filled = new Int32Array(uses.length);
    for (let n = 0; n < count; n++) {
      const key = this.keys[n]!;
      this.#places[key]![filled[key]!++] = n;
    }
    const scale = Math.log(count + 2);
    this.weights = Float32Array.from(uses, (used) => LEAST_WEIGHT + ((1 - LEAST_WEIGHT) * Math.log((count + 2) / (used + 1))) / scale);
    this.beginnings = Int32Array.from(this.#numbers.keys(), (key) => {
      const beginning = this.#beginningOf(key);
      const known = this.#beginnings.get(beginning) ?? this.#beginnings.size;
      this.#beginnings.set(beginning, known);
      return known;
    });
    const sample = transcript.text.slice(0, SAMPLE);
    const occurrences = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
    const capitals = occurrences(/\p{Lu}/gu);
    this.hasCase = capitals > 0 && occurrences(/\p{Ll}/gu) > capitals;
    const sampled = this.atoms.findIndex((atom) => atom.start >= SAMPLE);
    this.hasPunctuation = occurrences(/[.,?!;。，？！،؟]/g) * WORDS_TO_A_MARK >= (sampled < 0 ? count : sampled);
    this.#names = this.hasCase ? namesIn(transcript.text, this.atoms) : new Set();
  }

  /** The number of a word; {@link UNHEARD} when the transcript does not have it. */
  numberOf(key: string): number {
    return this.#numbers.get(key) ?? UNHEARD;
  }

  /** The number of a word's first letters, or {@link UNHEARD}. */
  beginningOf(key: string): number {
    return this.#beginnings.get(this.#beginningOf(key)) ?? UNHEARD;
  }

  /** Shorter words have no beginning in common with others. */
  #beginningOf(key: string): string {
    if (key.startsWith('#')) return '#';
    if (this.language.modals.has(key)) return 'modal';
    return key.length > 3 ? key.slice(0, 3) : key;
  }

  /** Where a word stands: atom indices, ascending. */
  placesOf(number: number): Int32Array {
    return this.#places[number] ?? new Int32Array(0);
  }

  /** Whether a word is written with a capital even inside sentences, and never without. */
  isName(key: string): boolean {
    return this.#names.has(key);
  }

  /** The sentence around a UTF-16 offset of the transcript's text. */
  sentenceAt(offset: number): TextRange {
    const { text } = this.transcript;
    const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    let known = this.#sentences.get(start);
    if (known === undefined) {
      const end = text.indexOf('\n', start);
      const line = text.slice(start, end < 0 ? text.length : end);
      known = sentences(line, this.tag).map((range) => ({ start: start + range.start, end: start + range.end }));
      this.#sentences.set(start, known);
    }
    return known.find((range) => offset < range.end) ?? known.at(-1) ?? { start: offset, end: offset };
  }
}

/** The end of a sentence with closing and opening marks, or the beginning of a line. */
const SENTENCE_START = /(?:^|\n|[.?!…][\p{Pe}\p{Pf}"']*\s)\s*[\p{Ps}\p{Pi}"']*$/u;

/** Units in front of a word that tell whether a sentence ends there. */
const BEFORE_WORD = 6;

/** Whether the word at an offset begins a sentence, so that its capital says nothing. */
export function beginsSentence(text: string, offset: number): boolean {
  // A piece of text has no beginning but the text's own.
  const before = offset > BEFORE_WORD ? `a${text.slice(offset - BEFORE_WORD, offset)}` : text.slice(0, offset);
  return SENTENCE_START.test(before);
}

function namesIn(text: string, atoms: readonly Atom[]): ReadonlySet<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const atom of atoms) {
    if (!/^\p{Lu}/u.test(atom.form)) small.add(atom.key);
    else if (!capital.has(atom.key) && !beginsSentence(text, atom.start)) capital.add(atom.key);
  }
  return new Set([...capital].filter((key) => !small.has(key)));
}

/** Transcripts do not change, so each is made ready once for a language, as long as somebody holds it. */
const known = new WeakMap<Transcript, Map<string, TranscriptIndex>>();

/** The index of a transcript, built when it is first asked for. */
export function indexOf(transcript: Transcript, tag?: string): TranscriptIndex {
  const byTag = known.get(transcript) ?? new Map<string, TranscriptIndex>();
  known.set(transcript, byTag);
  const found = byTag.get(tag ?? '') ?? new TranscriptIndex(transcript, tag);
  byTag.set(tag ?? '', found);
  return found;
}
