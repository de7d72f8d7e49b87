import { UNPAIRED } from './align.ts';
import type { TextRange } from './placement.ts';
import type { TokenText } from './tokens.ts';

/** What two texts and a map between their tokens say of a range of the old one. */
export interface Matching {
  readonly old: TokenText;
  readonly new: TokenText;
  readonly weights: Float32Array;
  /** Whether the old text is a part only, so that its ends are no ends of a text. */
  readonly excerpt?: boolean;
}

/** Weight of a range of old tokens; with a map, of those that it pairs. */
export function weigh({ old, weights }: Matching, range: TextRange, map?: Int32Array): number {
  let sum = 0;
  for (let i = range.start; i < range.end; i++) if (map === undefined || map[i] !== UNPAIRED) sum += weights[old.keys[i]!]!;
  return sum;
}

/** Weight of a range of new tokens. */
export function weighNew({ new: fresh, weights }: Matching, range: TextRange): number {
  let sum = 0;
  for (let j = range.start; j < range.end; j++) sum += weights[fresh.keys[j]!]!;
  return sum;
}
