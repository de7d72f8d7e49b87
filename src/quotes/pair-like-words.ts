import type { TextRange } from '../anchoring/placement.ts';
import type { Atom } from './atoms.ts';
import { labelsOf, type Side } from './class-words.ts';

/** A printed atom and the said one it stands for though they differ: 25 for 20, Miller for Muller, raised for raise. */
export interface LikePair {
  readonly printed: number;
  readonly said: number;
}

/** Stretches of more cells than this are replaced as a whole. */
const MAX_CELLS = 2500;

/** Pairs the words of two stretches that differ but answer to each other; in order, none crosses another. */
export function pairLikeWords(printed: Side, printedRange: TextRange, said: Side, saidRange: TextRange): LikePair[] {
  const rows = printedRange.end - printedRange.start;
  const columns = saidRange.end - saidRange.start;
  if (rows === 0 || columns === 0 || rows * columns > MAX_CELLS || (rows === 1 && columns === 1)) return [];
  const [here, there] = [labelsOf(printed, printedRange), labelsOf(said, saidRange)];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const likeness = (row: number, column: number): number => {
    const [mine, yours] = [here[row]!, there[column]!];
    if (mine !== null && mine === yours && mine !== 'filler') return 1.5;
    if (yours === 'filler') return 0;
    return isLike(printed.atoms[printedRange.start + row]!, said.atoms[saidRange.start + column]!) ? 1 : 0;
  };
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const like = likeness(row, column);
      const both = like > 0 ? like + best[(row + 1) * width + column + 1]! : 0;
      best[row * width + column] = Math.max(both, best[(row + 1) * width + column]!, best[row * width + column + 1]!);
    }
  }
  const pairs: LikePair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const like = likeness(row, column);
    const here = best[row * width + column]!;
    if (like > 0 && here === like + best[(row + 1) * width + column + 1]!) pairs.push({ printed: printedRange.start + row++, said: saidRange.start + column++ });
    else if (here === best[(row + 1) * width + column]!) row++;
    else column++;
  }
  return pairs;
}

/** Whether two words are forms or spellings of one: most of their letters are the same, from the beginning. */
function isLike(one: Atom, other: Atom): boolean {
  if (one.isNumber || other.isNumber) return false;
  if (one.key === other.key) return true;
  const longer = Math.max(one.key.length, other.key.length);
  let shared = 0;
  while (shared < longer && one.key[shared] === other.key[shared]) shared++;
  return shared >= 3 && shared >= longer * 0.55;
}
