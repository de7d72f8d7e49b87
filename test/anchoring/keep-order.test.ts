import { describe, expect, it } from 'vitest';
import { keepOrder } from '../../src/anchoring/keep-order.ts';
import type { Placement } from '../../src/anchoring/placement.ts';

const pieces = [{ start: 0, end: 5 }, { start: 10, end: 15 }, { start: 20, end: 25 }];
const exact = (start: number): Placement => ({ state: 'exact', start, end: start + 5, confidence: 1 });

describe('keepOrder', () => {
  it('leaves pieces in order as they are', () => {
    const placements = [exact(100), exact(110), exact(120)];
    expect(keepOrder(pieces, placements)).toEqual(placements);
  });

  it('doubts a moved piece that stands before the one it followed', () => {
    const placements: Placement[] = [exact(100), { ...exact(10), state: 'moved' }, exact(120)];
    const [, middle] = keepOrder(pieces, placements);
    expect(middle).toMatchObject({ state: 'ambiguous', start: 10, end: 15, confidence: 0.5 });
    expect(middle!.candidates).toEqual([{ start: 10, end: 15, confidence: 0.5 }]);
  });

  it('takes the only candidate that is in order', () => {
    const candidates = [{ start: 10, end: 15, confidence: 0.4 }, { start: 112, end: 117, confidence: 0.3 }];
    const placements: Placement[] = [exact(100), { state: 'ambiguous', start: 10, end: 15, confidence: 0.4, candidates }, exact(120)];
    expect(keepOrder(pieces, placements)[1]).toEqual({ state: 'moved', start: 112, end: 117, confidence: 0.3 });
  });

  it('does not take a candidate that was the only one from the start', () => {
    const candidates = [{ start: 112, end: 117, confidence: 0.5 }];
    const placements: Placement[] = [exact(100), { state: 'ambiguous', start: 112, end: 117, confidence: 0.5, candidates }, exact(120)];
    expect(keepOrder(pieces, placements)[1]!.state).toBe('ambiguous');
  });

  it('ranks the candidates of a lost piece that are in order first, and leaves it lost', () => {
    const candidates = [{ start: 10, end: 15, confidence: 0.4 }, { start: 112, end: 117, confidence: 0.3 }];
    const placements: Placement[] = [exact(100), { state: 'lost', start: 105, end: 105, confidence: 1, candidates }, exact(120)];
    const [, middle] = keepOrder(pieces, placements);
    expect(middle!.state).toBe('lost');
    expect(middle!.candidates?.[0]?.start).toBe(112);
  });
});
