import { expect } from 'chai';
import fc from 'fast-check';
import { alignCards, cardsInView, stackCards } from '../../components/card-layout.ts';

describe('card layout', () => {
  it('leaves cards at their marks where there is room', () => {
    expect(alignCards([0, 100, 300], [36, 36, 36], -1, 6).tops).to.deep.equal([0, 100, 300]);
  });

  it('pushes cards of crowded marks down, one under the other', () => {
    expect(alignCards([10, 12, 14], [36, 36, 36], -1, 6).tops).to.deep.equal([10, 52, 94]);
  });

  it('keeps the active card at its mark and lets those before it give way upwards', () => {
    expect(alignCards([100, 110, 120], [36, 36, 200], 2, 6).tops).to.deep.equal([36, 78, 120]);
  });

  it('moves everything down where there is no room above', () => {
    expect(alignCards([0, 10, 20], [36, 36, 36], 2, 6).tops).to.deep.equal([0, 42, 84]);
  });

  it('never lets two cards overlap, whatever the marks, heights and active card', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ top: fc.nat(2000), height: fc.integer({ min: 1, max: 400 }) }), { maxLength: 40 }), fc.nat(60), (cards, active) => {
        const heights = cards.map(({ height }) => height);
        const { tops, height } = alignCards(cards.map(({ top }) => top), heights, active < cards.length ? active : -1, 6);
        tops.forEach((top, index) => {
          expect(top).to.be.at.least(index === 0 ? 0 : tops[index - 1]! + heights[index - 1]! + 6);
          expect(height).to.be.at.least(top + heights[index]!);
        });
      }),
    );
  });

  it('finds exactly the cards that touch the view', () => {
    const heights = Array.from({ length: 1000 }, () => 36);
    const layout = stackCards(heights, 6);
    const [first, end] = cardsInView(layout, heights, 4200, 5000);
    expect(layout.tops[first - 1]! + 36).to.be.below(4200);
    expect(layout.tops[first]! + 36).to.be.at.least(4200);
    expect(layout.tops[end - 1]).to.be.at.most(5000);
    expect(layout.tops[end]).to.be.above(5000);
  });
});
