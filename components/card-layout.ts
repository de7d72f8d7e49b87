/** Where cards stand in their column, in CSS pixels from its top. */
export interface CardLayout {
  readonly tops: readonly number[];
  /** Bottom of the lowest card. */
  readonly height: number;
}

/**
 * Places cards beside their marks so that they never overlap. The active card stands exactly at its mark; the others
 * give way, those before it upwards and those after it downwards. Where there is no room above, everything moves down.
 *
 * @param desired Top of each card's mark, in the order of the cards; need not rise.
 * @param heights Height of each card.
 * @param active Index of the card that keeps its place; -1 for none.
 * @param gap Least space between two cards.
 */
export function alignCards(desired: readonly number[], heights: readonly number[], active: number, gap: number): CardLayout {
  const tops = desired.slice();
  const from = Math.max(0, active);
  for (let i = from - 1; i >= 0; i--) tops[i] = Math.min(tops[i]!, tops[i + 1]! - heights[i]! - gap);
  let floor = 0;
  for (let i = 0; i < tops.length; i++) {
    tops[i] = Math.max(tops[i]!, floor);
    floor = tops[i]! + heights[i]! + gap;
  }
  return { tops, height: Math.max(0, floor - gap) };
}

/** Places cards one under the other. */
export function stackCards(heights: readonly number[], gap: number): CardLayout {
  const tops: number[] = [];
  let top = 0;
  for (const height of heights) {
    tops.push(top);
    top += height + gap;
  }
  return { tops, height: Math.max(0, top - gap) };
}

/**
 * The cards that can be seen between two heights, as indices `[first, end)`. The tops must rise, as both layouts make
 * them.
 */
export function cardsInView(layout: CardLayout, heights: readonly number[], top: number, bottom: number): [number, number] {
  let low = 0;
  let high = layout.tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (layout.tops[middle]! + heights[middle]! < top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < layout.tops.length && layout.tops[end]! <= bottom) end++;
  return [low, end];
}
