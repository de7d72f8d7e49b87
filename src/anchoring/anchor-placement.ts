import type { AnchorPlacement } from '../domain/anchor.ts';
import type { Placement } from './placement.ts';

/** What an anchor keeps of where the engine found it: with `changed` also the words that stand there. */
export function anchorPlacement(version: { readonly id: string; readonly text: string }, found: Pick<Placement, 'state' | 'start' | 'end' | 'confidence'>): AnchorPlacement {
  const [start, end] = [Math.max(0, found.start), Math.max(0, found.end)];
  const { state, confidence } = found;
  return { version: version.id, state, start, end, confidence, ...(state === 'changed' && { exact: version.text.slice(start, end) }) };
}
