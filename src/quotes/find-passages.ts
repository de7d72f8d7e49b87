import { candidateStretches, isSame, type SoughtAtom } from './candidate-stretches.ts';
import { pairWords, UNPAIRED } from './pair-words.ts';
import type { PrintedQuote } from './printed-quote.ts';
import { UNHEARD, type TranscriptIndex } from './transcript-index.ts';

/** Printed words and the words they were made of, in one go through the transcript. */
export interface Passage {
  /** Atom indices in the printed quote: first and one behind the last paired. */
  readonly printedStart: number;
  readonly printedEnd: number;
  /** Atom indices in the transcript: first and one behind the last paired. */
  readonly saidStart: number;
  readonly saidEnd: number;
}

/** Where a quote was found. */
export interface FoundQuote {
  /** In printed order. */
  readonly passages: readonly Passage[];
  /** Which said atom each printed one is, or {@link UNPAIRED}. */
  readonly pairs: Int32Array;
  /** Atom indices where the whole quote stands word for word, when it does: the first is the one taken. */
  readonly places: readonly number[];
}

/** Quotes up to this many words are found only when they stand exactly so: a few words are everywhere nearly. */
const SHORT = 3;

/** More said words than this between two printed ones, or other passages between, and it is not one passage any more. */
export const FAR = 20;

/** Share of the words' weight that must have been said. Others' speeches of the same kind stay below, shortened and cleaned-up quotes far above. */
const LEAST_SAID = 0.55;

/**
 * Share of the score that the same words have in one piece: scattered look-alikes have the words but not their order.
 * On top of it what chance alone can give, which grows with the logarithm of the places there are to choose from.
 * Measured with sentences from other debates against 80,000 words of debates: three of two hundred get past the line,
 * nearly all of them phrases that were said there too. Of quotes from which every fifth word was taken out it loses one
 * in twenty, the short ones.
 */
const LEAST_SCORE = 0.4;
const BY_CHANCE = 0.25;
/** The logarithm of about 100 words, in which chance finds nothing. */
const NO_CHANCE = 4.5;

/** What a passage must prove to be one, when it is not all there is. */
const LEAST_PASSAGE = 2;

/**
 * Looks for a quote in a transcript: word for word first, then in pieces.
 *
 * @param speaker of several exact places, those of this speaker come first
 * @returns null below the line where it would be a guess, with how near it came
 */
export function findPassages(printed: PrintedQuote, index: TranscriptIndex, prefers: (said: number) => boolean): FoundQuote | { readonly near: number } {
  const sought = soughtWords(printed, index);
  const words = sought.filter(({ weight }) => weight > 0);
  if (words.length === 0) return { near: 0 };
  const sameCase = (place: number): number => printed.atoms.filter((atom, n) => index.atoms[place + n]?.form === atom.form).length;
  const places = exactPlaces(words, index)
    .map((place) => ({ place, prefer: Number(prefers(place)), sameCase: sameCase(place) }))
    .sort((a, b) => b.prefer - a.prefer || b.sameCase - a.sameCase || a.place - b.place)
    .map(({ place }) => place);
  const pairs = new Int32Array(printed.atoms.length).fill(UNPAIRED);
  const first = places[0];
  if (first !== undefined && words.length === sought.length) {
    for (let n = 0; n < pairs.length; n++) pairs[n] = first + n;
    return { passages: [passageOf(pairs, 0, pairs.length)!], pairs, places };
  }
  if (words.length <= SHORT) return { near: 0 };

  const stretches = candidateStretches(sought, index);
  if (stretches.length === 0) return { near: 0 };
  const marked = new Uint8Array(sought.length);
  for (const { kind, to } of printed.marks) if (kind === 'ellipsis' || kind === 'break') marked[to] = 1;
  const { pairs: found, score } = pairWords(sought, marked, stretches, index);
  pairs.set(found);
  keepWordsWhole(pairs, index);
  unpairBrokenBrackets(printed, pairs);
  const weightOf = Float32Array.from(sought, ({ weight }) => weight);
  const passages = cutPassages(printed, pairs, weightOf);

  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const said = pairs.reduce((sum, to, n) => sum + (to === UNPAIRED ? 0 : weightOf[n]!), 0);
  const perfect = whole + (words.length - 1) / 2;
  const near = Math.min(said / whole, Math.max(0, score / perfect));
  const longEnough = passages.some(({ printedStart, printedEnd }) => printedEnd - printedStart > SHORT || printedEnd - printedStart >= words.length - 1);
  return said / whole >= LEAST_SAID && score >= LEAST_SCORE * perfect + BY_CHANCE * Math.max(0, Math.log(index.atoms.length) - NO_CHANCE) && longEnough ? { passages, pairs, places: [] } : { near };
}

function soughtWords(printed: PrintedQuote, index: TranscriptIndex): SoughtAtom[] {
  return printed.atoms.map((atom, n): SoughtAtom => {
    const key = index.numberOf(atom.key);
    const weight = printed.brackets[n]! >= 0 ? 0 : key === UNHEARD ? 1 : index.weights[key]!;
    return { key, beginning: index.beginningOf(atom.key), other: atom.other === null ? UNHEARD : index.numberOf(atom.other), weight };
  });
}

/** All places where the words stand one after the other. */
function exactPlaces(words: readonly SoughtAtom[], index: TranscriptIndex): number[] {
  let rarest = 0;
  for (const [n, word] of words.entries()) if (index.placesOf(word.key).length < index.placesOf(words[rarest]!.key).length) rarest = n;
  const found: number[] = [];
  for (const place of index.placesOf(words[rarest]!.key)) {
    const start = place - rarest;
    if (start < 0 || start + words.length > index.atoms.length) continue;
    if (words.every((word, n) => isSame(word, index, start + n))) found.push(start);
  }
  return found;
}

/** Of "the crane is, I mean, it's forty", the "is" that is a word of its own is kept, not the one inside "it's". */
function keepWordsWhole(pairs: Int32Array, index: TranscriptIndex): void {
  const isInside = (said: number): boolean => said > 0 && index.atoms[said - 1]!.end > index.atoms[said]!.start;
  for (let n = 1; n < pairs.length; n++) {
    const [before, said] = [pairs[n - 1]!, pairs[n]!];
    if (said === UNPAIRED || before === UNPAIRED || before >= said - 1 || !isInside(said)) continue;
    if (index.keys[before + 1] === index.keys[said] && !isInside(before + 1)) pairs[n] = before + 1;
  }
}

/** Words in brackets count as said only when all of them were. */
function unpairBrokenBrackets(printed: PrintedQuote, pairs: Int32Array): void {
  for (const { kind, from, to } of printed.marks) {
    if (kind !== 'bracket' || from === to) continue;
    const said = pairs.subarray(from, to);
    if (said.some((place, n) => place === UNPAIRED || (n > 0 && place !== said[n - 1]! + 1))) said.fill(UNPAIRED);
  }
}

/** Cuts the pairs where the quote goes on elsewhere, and unpairs what is too little to be a passage. */
function cutPassages(printed: PrintedQuote, pairs: Int32Array, weightOf: Float32Array): Passage[] {
  const marked = new Set(printed.marks.filter(({ kind }) => kind === 'ellipsis' || kind === 'break').map(({ to }) => to));
  const cut = (): Passage[] => {
    const passages: Passage[] = [];
    let start = -1;
    let last = -1;
    let markedSince = false;
    for (let n = 0; n < pairs.length; n++) {
      if (marked.has(n)) markedSince = true;
      if (pairs[n] === UNPAIRED) continue;
      if (last >= 0 && (pairs[n]! <= pairs[last]! || pairs[n]! - pairs[last]! - 1 > FAR || (markedSince && pairs[n]! - pairs[last]! - 1 > FAR / 2))) {
        passages.push(passageOf(pairs, start, last + 1)!);
        start = n;
      }
      if (start < 0) start = n;
      last = n;
      markedSince = false;
    }
    if (last >= 0) passages.push(passageOf(pairs, start, last + 1)!);
    return passages;
  };
  let passages = cut();
  while (passages.length > 1) {
    const proofs = passages.map((passage) => proofOf(passage, pairs, weightOf));
    const weakest = proofs.indexOf(Math.min(...proofs));
    if (proofs[weakest]! >= LEAST_PASSAGE) break;
    pairs.fill(UNPAIRED, passages[weakest]!.printedStart, passages[weakest]!.printedEnd);
    passages = cut();
  }
  return passages;
}

function proofOf({ printedStart, printedEnd }: Passage, pairs: Int32Array, weightOf: Float32Array): number {
  let proof = 0;
  for (let n = printedStart; n < printedEnd; n++) {
    if (pairs[n] === UNPAIRED) continue;
    proof += weightOf[n]! + (n > printedStart && pairs[n] === pairs[n - 1]! + 1 ? 0.5 : 0);
  }
  return proof;
}

function passageOf(pairs: Int32Array, start: number, end: number): Passage | null {
  let [first, last] = [start, end - 1];
  while (first < end && pairs[first] === UNPAIRED) first++;
  while (last >= first && pairs[last] === UNPAIRED) last--;
  return first > last ? null : { printedStart: first, printedEnd: last + 1, saidStart: pairs[first]!, saidEnd: pairs[last]! + 1 };
}
