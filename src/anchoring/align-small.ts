/** What a pair gains for following the pair before it: words that stay together rather than scattered look-alikes. */
export const TOGETHER = 0.6;

/** How the best score of a cell came about. */
const SKIP_A = 0;
const SKIP_B = 1;
const PAIR = 2;
/** Added to a cell whose pair, if taken, follows another pair. */
const FOLLOWS = 4;

/**
 * Aligns two stretches to the highest score: the weights of the pairs, and {@link TOGETHER} for each that follows
 * another directly. Dynamic programming over all cells; writes the pairs into `pairing`.
 */
export function alignSmall(
  a: Int32Array,
  aStart: number,
  aEnd: number,
  b: Int32Array,
  bStart: number,
  bEnd: number,
  weights: Float32Array,
  pairing: Int32Array,
): void {
  const rows = aEnd - aStart;
  const columns = bEnd - bStart;
  const width = columns + 1;
  const steps = new Uint8Array((rows + 1) * width);
  // Best scores up to a cell, and best scores of those that end in a pair there.
  let best = new Float64Array(width);
  let above = new Float64Array(width);
  let paired = new Float64Array(width).fill(-Infinity);
  let pairedAbove = new Float64Array(width).fill(-Infinity);
  steps.fill(SKIP_B, 1, width);

  for (let row = 1; row <= rows; row++) {
    [best, above] = [above, best];
    [paired, pairedAbove] = [pairedAbove, paired];
    best[0] = 0;
    paired[0] = -Infinity;
    const token = a[aStart + row - 1]!;
    const weight = weights[token]!;
    const base = row * width;
    for (let column = 1; column <= columns; column++) {
      let score = above[column]!;
      let step = SKIP_A;
      if (best[column - 1]! > score) {
        score = best[column - 1]!;
        step = SKIP_B;
      }
      if (token === b[bStart + column - 1]) {
        const following = pairedAbove[column - 1]! + TOGETHER;
        const alone = above[column - 1]!;
        const follows = following >= alone;
        const pair = weight + (follows ? following : alone);
        paired[column] = pair;
        if (follows) step |= FOLLOWS;
        if (pair >= score) {
          score = pair;
          step = PAIR | (step & FOLLOWS);
        }
      } else paired[column] = -Infinity;
      best[column] = score;
      steps[base + column] = step;
    }
  }

  let [row, column, mustPair] = [rows, columns, false];
  while (row > 0 && column > 0) {
    const step = steps[row * width + column]!;
    if (mustPair || (step & 3) === PAIR) {
      pairing[aStart + row - 1] = bStart + column - 1;
      mustPair = (step & FOLLOWS) !== 0;
      row--;
      column--;
    } else if ((step & 3) === SKIP_A) row--;
    else column--;
  }
}
