import { align, invert, type Pairing } from './align.ts';
import { dropStrays, sumWeights } from './drop-strays.ts';
import { findMovedWords } from './moved-blocks.ts';
import type { TextRange } from './placement.ts';
import { indexTokens, placesOf, type Postings } from './places.ts';
import { slideBorders } from './slide-borders.ts';
import { Slides } from './slides.ts';
import { weighTokens } from './token-weights.ts';
import { tokenize, Vocabulary, type TokenText } from './tokens.ts';

/** Two versions of a text, tokenised and aligned: what every question about their ranges is answered from. */
export interface Comparison {
  readonly oldText: string;
  readonly newText: string;
  readonly old: TokenText;
  readonly new: TokenText;
  /** Which new token each old one became in place, words met by accident included. */
  readonly loose: Pairing;
  /** The same without those: what can be relied on; ascending where not `UNPAIRED`. */
  readonly pairing: Pairing;
  /** Which old token each new one was. */
  readonly inverse: Pairing;
  /** Which new token each old one became inside a passage that changed its place. Never paired in place as well. */
  readonly moved: Int32Array;
  /** The same for new tokens. */
  readonly movedFrom: Int32Array;
  /** The passages of which it is not to be told whether they or their likes beside them were dropped or added. */
  readonly slides: Slides;
  /** What a token is worth as evidence, by its key: 1 for a rare word, less for common ones and marks. */
  readonly weights: Float32Array;
  /** The places in the new text of a run of old tokens, in the same letters; at most {@link MOST_PLACES}. */
  newPlaces(run: TextRange): number[];
}

/** A word that stands in more places than this is no help in finding anything. */
const MOST_PLACES = 64;

/** Tokenises and aligns two versions, near-linear in their lengths. Keep the result to judge more ranges. */
export function compareTexts(oldText: string, newText: string): Comparison {
  const vocabulary = new Vocabulary();
  const old = tokenize(oldText, vocabulary);
  const fresh = tokenize(newText, vocabulary);
  const weights = weighTokens([old, fresh], vocabulary.size);
  const loose = align(old.keys, fresh.keys, weights);
  slideBorders(old, fresh, loose);
  const moved = findMovedWords(old, fresh, weights, loose);
  const pairing = dropStrays(old.keys, sumWeights(fresh.keys, weights), weights, loose);
  let postings: Postings | null = null;
  return {
    oldText,
    newText,
    old,
    new: fresh,
    loose,
    pairing,
    inverse: invert(pairing, fresh.count),
    moved,
    movedFrom: invert(moved, fresh.count),
    slides: new Slides(old, fresh, loose, invert(loose, fresh.count)),
    weights,
    newPlaces(run) {
      postings ??= indexTokens(fresh, vocabulary.size);
      return placesOf(old, run, fresh, postings, MOST_PLACES);
    },
  };
}
