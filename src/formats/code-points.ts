/**
 * Converts offsets in a text between UTF-16 units, which the program counts, and code points, which W3C selectors
 * count. Costs next to nothing for a text without characters beyond U+FFFF.
 */
export class CodePoints {
  /** UTF-16 offsets of the surrogate pairs. */
  readonly #pairs: readonly number[];
  /** Number of code points in the text. */
  readonly length: number;

  constructor(text: string) {
    this.#pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(match => match.index);
    this.length = text.length - this.#pairs.length;
  }

  /** Code points before a UTF-16 offset. */
  fromUtf16(offset: number): number {
    return offset - this.#count(pair => pair + 1 < offset);
  }

  /** The UTF-16 offset of a code point. */
  toUtf16(codePoint: number): number {
    return codePoint + this.#count((pair, index) => pair - index < codePoint);
  }

  /** How many pairs, from the first, a condition holds for that holds for no pair after one for which it does not. */
  #count(holds: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#pairs[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
