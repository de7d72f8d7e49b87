import { sumWeights } from './drop-strays.ts';
import { indexTokens, type Postings } from './places.ts';
import { MARK_WEIGHT, weighTokens } from './token-weights.ts';
import { tokenize, Vocabulary, type TokenText } from './tokens.ts';

/** The last text asked for, so that many quotes are found in one text without preparing it again. */
let latest: TextIndex | null = null;

/** A text prepared for finding quotes in it. Made once, in time linear in the text; each quote then costs little. */
export class TextIndex {
  readonly text: string;
  readonly tokens: TokenText;
  readonly postings: Postings;
  /** Weights of the first tokens: `sums[n]` is that of the first `n`. */
  readonly sums: Float64Array;
  readonly #vocabulary = new Vocabulary();
  #weights: Float32Array;

  /** The index of a text, made anew unless it is that of the text asked for last. */
  static of(text: string): TextIndex {
    if (latest?.text !== text) latest = new TextIndex(text);
    return latest;
  }

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text, this.#vocabulary);
    this.postings = indexTokens(this.tokens, this.#vocabulary.size);
    this.#weights = weighTokens([this.tokens], this.#vocabulary.size);
    this.sums = sumWeights(this.tokens.keys, this.#weights);
  }

  /** What tokens are worth, by key; words the text does not have are rare ones. */
  get weights(): Float32Array {
    return this.#weights;
  }

  /** Tokenises a quote with the words of this text. */
  tokenizeQuote(quote: string): TokenText {
    const tokens = tokenize(quote, this.#vocabulary);
    const known = this.#weights.length;
    if (this.#vocabulary.size > known) {
      const weights = new Float32Array(2 * this.#vocabulary.size).fill(1);
      weights.set(this.#weights);
      this.#weights = weights;
    }
    for (let i = 0; i < tokens.count; i++) if (this.countOf(tokens.keys[i]!) === 0 && tokens.wordy[i] === 0) this.#weights[tokens.keys[i]!] = MARK_WEIGHT;
    return tokens;
  }

  /** How often the text has a token, by key. */
  countOf(key: number): number {
    const { from } = this.postings;
    return key + 1 < from.length ? from[key + 1]! - from[key]! : 0;
  }
}
