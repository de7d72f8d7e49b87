import type { TextRange } from '../anchoring/placement.ts';
import { isSame, TOGETHER, type SoughtAtom } from './candidate-stretches.ts';
import type { TranscriptIndex } from './transcript-index.ts';

export const UNPAIRED = -1;

/** A printed word that was not said. */
const INSERTED = 0.35;
/** A said word left out. About 22 of them cost as much as beginning anew elsewhere. */
const LEFT_OUT = 0.15;
const HESITATION_LEFT_OUT = 0.02;
/** Where print says that words were left out. */
const MARKED_LEFT_OUT = 0.05;
/** Leaving words out across the end of a line, on top: another turn begins there. */
const LINE_LEFT_OUT = 0.6;
/** A printed word for a said one that looks like it, or one number for another: with for without, 25 for 20. */
const REPLACED = 0.1;
/** Going on elsewhere in the transcript: more than three everyday words together can pay for. */
const JUMP = 3.4;
/** Going on further down where the quote has an ellipsis. */
const MARKED_JUMP = 0.9;
/** For each atom jumped over: of two equal places the nearer one. */
const DISTANCE = 0.00001;

const PAIR = 1;
const INSERT = 2;
const LEAVE_OUT = 3;
const JUMPED = 4;
/** Added to a cell whose pair, if taken, follows another pair. */
const FOLLOWS = 8;

/** Which said atom each printed one is, and how good the pairing is. */
export interface WordPairing {
  /** Atom indices in the transcript, or {@link UNPAIRED}. Not always ascending: passages may be reordered. */
  readonly pairs: Int32Array;
  readonly score: number;
}

/**
 * Pairs the printed words with said ones to the best score over all stretches. Going on in the same stretch is paid
 * by the words left out, going on elsewhere by a fixed price, so that shortened, joined and reordered quotes come out
 * as the passages they were made of.
 *
 * @param marked 1 for each printed atom with an ellipsis or a break between it and the one before
 */
export function pairWords(sought: readonly SoughtAtom[], marked: Uint8Array, stretches: readonly TextRange[], index: TranscriptIndex): WordPairing {
  const columns = columnsOf(stretches);
  const places = placesOf(columns);
  const rows = sought.length;
  const width = columns.length + 1;
  const steps = new Uint8Array((rows + 1) * width);
  const sources = new Int32Array((rows + 1) * width);
  let best = new Float64Array(width);
  let above = new Float64Array(width);
  let paired = new Float64Array(width).fill(-Infinity);
  let pairedAbove = new Float64Array(width).fill(-Infinity);

  for (let row = 1; row <= rows; row++) {
    [best, above] = [above, best];
    [paired, pairedAbove] = [pairedAbove, paired];
    const atom = sought[row - 1]!;
    const base = row * width;
    const leftOut = marked[row] === 1 ? MARKED_LEFT_OUT : LEFT_OUT;
    const inserted = atom.weight === 0 ? 0 : INSERTED;
    for (let column = 0; column < width; column++) {
      let score = above[column]! - inserted;
      let step = INSERT;
      paired[column] = -Infinity;
      const said = column > 0 ? columns[column - 1]! : GAP;
      if (said !== GAP) {
        if (isSame(atom, index, said)) {
          const following = pairedAbove[column - 1]! + TOGETHER;
          const alone = above[column - 1]!;
          const pair = atom.weight + Math.max(following, alone);
          paired[column] = pair;
          if (pair >= score) {
            score = pair;
            step = PAIR;
          }
          if (following >= alone) step |= FOLLOWS;
        } else if (atom.beginning === index.beginnings[index.keys[said]!]) {
          // It stands in the other's place: what follows it follows on.
          const follows = pairedAbove[column - 1]! > above[column - 1]!;
          const replaced = (follows ? pairedAbove[column - 1]! : above[column - 1]!) - REPLACED;
          paired[column] = replaced;
          if (replaced > score) {
            score = replaced;
            step = PAIR;
          }
          if (follows) step |= FOLLOWS;
        }
        const skipped = best[column - 1]! - (index.hesitates[said] === 1 ? HESITATION_LEFT_OUT : leftOut) - (index.beginsLine[said] === 1 ? LINE_LEFT_OUT : 0);
        if (skipped > score) {
          score = skipped;
          step = LEAVE_OUT | (step & FOLLOWS);
        }
      }
      best[column] = score;
      steps[base + column] = step;
    }
    if (row < rows) jump(best, steps, sources, base, places, marked[row] === 1);
  }

  const pairs = new Int32Array(rows).fill(UNPAIRED);
  let column = 0;
  for (let at = 1; at < width; at++) if (best[at]! > best[column]!) column = at;
  const score = best[column]!;
  let [row, mustPair] = [rows, false];
  while (row > 0) {
    const step = steps[row * width + column]!;
    const kind = mustPair ? PAIR : step & 7;
    if (kind === PAIR) {
      const said = columns[column - 1]!;
      if (isSame(sought[row - 1]!, index, said)) pairs[row - 1] = said;
      mustPair = (step & FOLLOWS) !== 0;
      row--;
      column--;
    } else if (kind === INSERT) row--;
    else if (kind === LEAVE_OUT) column--;
    else column = sources[row * width + column]!;
  }
  return { pairs, score };
}

const GAP = -1;

/** The stretches' atoms one after the other, with a gap between stretches that nothing but a jump crosses. */
function columnsOf(stretches: readonly TextRange[]): Int32Array {
  const columns: number[] = [];
  for (const { start, end } of stretches) {
    if (columns.length > 0) columns.push(GAP);
    for (let at = start; at < end; at++) columns.push(at);
  }
  return Int32Array.from(columns);
}

/** A column's place in the transcript; a gap takes that of the end of the stretch before it. */
function placesOf(columns: Int32Array): Int32Array {
  const places = new Int32Array(columns.length + 1);
  for (let column = 0; column < places.length; column++) {
    const said = column < columns.length ? columns[column]! : GAP;
    places[column] = said !== GAP ? said : column > 0 ? columns[column - 1]! + 1 : 0;
  }
  return places;
}

/** Improves a finished row by jumps to any other column: forwards, then backwards, each from the best column so far. */
function jump(best: Float64Array, steps: Uint8Array, sources: Int32Array, base: number, places: Int32Array, isMarked: boolean): void {
  const width = best.length;
  const before = best.slice();
  const forward = isMarked ? MARKED_JUMP : JUMP;
  for (let column = 1, from = 0, top = before[0]! + DISTANCE * places[0]!; column < width; column++) {
    const far = DISTANCE * places[column]!;
    const score = top - far - forward;
    if (score > best[column]!) {
      best[column] = score;
      steps[base + column] = JUMPED | (steps[base + column]! & FOLLOWS);
      sources[base + column] = from;
    }
    if (before[column]! + far > top) [from, top] = [column, before[column]! + far];
  }
  for (let column = width - 2, from = width - 1, top = before[width - 1]! - DISTANCE * places[width - 1]!; column >= 0; column--) {
    const far = DISTANCE * places[column]!;
    const score = top + far - JUMP;
    if (score > best[column]!) {
      best[column] = score;
      steps[base + column] = JUMPED | (steps[base + column]! & FOLLOWS);
      sources[base + column] = from;
    }
    if (before[column]! - far > top) [from, top] = [column, before[column]! - far];
  }
}
