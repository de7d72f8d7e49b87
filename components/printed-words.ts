import { currentPieces, type Quote } from '../src/domain/annotation.ts';
import type { PrintedWords } from '../src/quotes/check-quote.ts';

/** Words in quotation marks of any kind. */
const quoted = /["“„«‹「『]([^"”“»›」』]+)["”“»›」』]/g;

/**
 * What a quote claims was said: its pieces; of a partial quote only what stands in quotation marks, since the rest is the
 * author's. The pieces are those that the comparison joins by a space.
 */
export function printedWords(quote: Quote): PrintedWords {
  const pieces = currentPieces(quote);
  const inMarks = quote.form === 'partial' ? pieces.flatMap(piece => [...piece.matchAll(quoted)].map(match => match[1]!)) : [];
  return { pieces: inMarks.length > 0 ? inMarks : pieces, ...(quote.speaker !== '' && { speaker: quote.speaker }) };
}
