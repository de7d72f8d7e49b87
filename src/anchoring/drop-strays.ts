import { UNPAIRED, type Pairing } from './align.ts';

/** A run is stray when what was rewritten on either side of it weighs this many times as much. */
const STRAY_FACTOR = 4;
/** Runs heavier than this are never stray: five words in a row are kept, not met by accident. */
const SURE_WEIGHT = 4;
/** Dropping a run widens the gaps of its neighbours, so it is done again, at most this often. */
const PASSES = 3;

interface Run {
  a: number;
  length: number;
  weight: number;
}

/**
 * Unpairs words that met by accident: a short run of pairs in the middle of a passage that was rewritten on both
 * sides of it ("the" in two sentences that share nothing else). Linear.
 *
 * @param bSums {@link sumWeights} of `b`
 * @param excerpt whether `a` is a part of a text only, so that what `b` has before and behind it is not new
 * @returns a pairing without them; `loose` stays as it is
 */
export function dropStrays(a: Int32Array, bSums: Float64Array, weights: Float32Array, loose: Pairing, excerpt = false): Pairing {
  const pairing = loose.slice();
  const [oldSums, newSums] = [sumWeights(a, weights), bSums];
  let runs = runsOf(a, pairing, weights);
  for (let pass = 0; pass < PASSES; pass++) {
    const kept: Run[] = [];
    let [aDone, bDone] = [0, 0];
    for (let n = 0; n < runs.length; n++) {
      const run = runs[n]!;
      const j = pairing[run.a]!;
      const next = runs[n + 1];
      const [aNext, bNext] = next === undefined ? [a.length, bSums.length - 1] : [next.a, pairing[next.a]!];
      const added = excerpt && kept.length === 0 ? 0 : newSums[j]! - newSums[bDone]!;
      const addedBehind = excerpt && next === undefined ? 0 : newSums[bNext]! - newSums[j + run.length]!;
      const before = Math.max(oldSums[run.a]! - oldSums[aDone]!, added);
      const after = Math.max(oldSums[aNext]! - oldSums[run.a + run.length]!, addedBehind);
      if (run.weight < SURE_WEIGHT && run.weight * STRAY_FACTOR < Math.min(before, after)) {
        pairing.fill(UNPAIRED, run.a, run.a + run.length);
        continue;
      }
      kept.push(run);
      [aDone, bDone] = [run.a + run.length, j + run.length];
    }
    if (kept.length === runs.length) break;
    runs = kept;
  }
  return pairing;
}

/** Weights of the first tokens: `sums[n]` is that of the first `n`. */
export function sumWeights(tokens: Int32Array, weights: Float32Array): Float64Array {
  const sum = new Float64Array(tokens.length + 1);
  for (let i = 0; i < tokens.length; i++) sum[i + 1] = sum[i]! + weights[tokens[i]!]!;
  return sum;
}

function runsOf(a: Int32Array, pairing: Pairing, weights: Float32Array): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let i = 0; i < pairing.length; i++) {
    if (pairing[i] === UNPAIRED) run = null;
    else if (run === null || pairing[i] !== pairing[i - 1]! + 1) runs.push((run = { a: i, length: 1, weight: weights[a[i]!]! }));
    else {
      run.length++;
      run.weight += weights[a[i]!]!;
    }
  }
  return runs;
}
