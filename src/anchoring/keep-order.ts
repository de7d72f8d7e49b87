import { MAX_CANDIDATES, type Candidate, type Placement, type TextRange } from './placement.ts';

/**
 * Judges the pieces of one annotation together: they keep their order. A piece that was placed out of order is a
 * guess and becomes `ambiguous`; of several candidates of an ambiguous piece the only one in order is taken; those of
 * a lost piece that are in order come first.
 *
 * @param pieces where the pieces stood
 * @param placements where each would stand if it were alone
 */
export function keepOrder(pieces: readonly TextRange[], placements: readonly Placement[]): Placement[] {
  if (pieces.length < 2) return [...placements];
  const order = pieces.map((_, at) => at).sort((one, other) => pieces[one]!.start - pieces[other]!.start);
  const settled = new Set(surestInOrder(order.filter((at) => isPlaced(placements[at]!)), placements));
  const judged = [...placements];
  for (const [n, at] of order.entries()) {
    if (settled.has(at)) continue;
    const placement = placements[at]!;
    const before = order.slice(0, n).findLast((one) => settled.has(one));
    const after = order.slice(n + 1).find((one) => settled.has(one));
    const from = before === undefined ? 0 : placements[before]!.end;
    const to = after === undefined ? Number.POSITIVE_INFINITY : placements[after]!.start;
    const fits = ({ start, end }: TextRange): boolean => start >= from && end <= to;
    if (isPlaced(placement)) judged[at] = doubted(placement);
    else if (placement.candidates !== undefined) judged[at] = settle(placement, placement.candidates, fits, settled.size > 0);
  }
  return judged;
}

const isPlaced = ({ state }: Placement): boolean => state === 'exact' || state === 'moved' || state === 'changed';

/** The pieces whose places ascend, with the greatest confidence in sum; in a few pieces, so quadratic. */
function surestInOrder(order: readonly number[], placements: readonly Placement[]): number[] {
  const chains: { readonly members: number[]; readonly sum: number }[] = [];
  for (const at of order) {
    const { start, state, confidence } = placements[at]!;
    // A piece in its place outweighs one that moved, however sure.
    const worth = confidence + (state === 'moved' ? 0 : 1);
    let best: { members: number[]; sum: number } = { members: [], sum: 0 };
    for (const chain of chains) if (placements[chain.members.at(-1)!]!.end <= start && chain.sum > best.sum) best = chain;
    chains.push({ members: [...best.members, at], sum: best.sum + worth });
  }
  return chains.reduce((best, chain) => (chain.sum > best.sum ? chain : best), { members: [] as number[], sum: 0 }).members;
}

/** A place found for one piece that the others contradict. */
function doubted({ start, end, confidence, candidates = [] }: Placement): Placement {
  const half = confidence / 2;
  return { state: 'ambiguous', start, end, confidence: half, candidates: [{ start, end, confidence: half }, ...candidates].slice(0, MAX_CANDIDATES) };
}

function settle(placement: Placement, candidates: readonly Candidate[], fits: (range: TextRange) => boolean, hasNeighbours: boolean): Placement {
  const fitting = candidates.filter(fits);
  const [only] = fitting;
  if (placement.state === 'ambiguous' && hasNeighbours && candidates.length > 1 && fitting.length === 1 && only !== undefined) {
    return { state: 'moved', start: only.start, end: only.end, confidence: only.confidence };
  }
  const ranked = [...fitting, ...candidates.filter((one) => !fits(one))];
  if (placement.state !== 'ambiguous') return { ...placement, candidates: ranked };
  const { start, end } = ranked[0]!;
  return { ...placement, start, end, candidates: ranked };
}
