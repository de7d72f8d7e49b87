/** How far a neighbouring word is looked for; longer than any word and the space before it. */
const REACH = 400;

const segmenters = new Map<string, Intl.Segmenter>();

function words(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language || 'en', { granularity: 'word' });
    } catch {
      segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * The end of the next word after an offset, or with `direction` -1 the end of the last word before it. The same offset
 * where there is no such word.
 *
 * @param offset UTF-16 offset in `text`.
 * @param language BCP 47; English when empty or unknown.
 */
export function wordEnd(text: string, offset: number, direction: 1 | -1, language: string): number {
  const { from, segments } = around(text, offset, language);
  const ends = segments.filter(segment => segment.isWordLike).map(segment => from + segment.index + segment.segment.length);
  return (direction === 1 ? ends.find(end => end > offset) : ends.findLast(end => end < offset)) ?? offset;
}

/** The beginning of the next word after an offset, or with `direction` -1 of the last one before it. */
export function wordStart(text: string, offset: number, direction: 1 | -1, language: string): number {
  const { from, segments } = around(text, offset, language);
  const starts = segments.filter(segment => segment.isWordLike).map(segment => from + segment.index);
  return (direction === 1 ? starts.find(start => start > offset) : starts.findLast(start => start < offset)) ?? offset;
}

function around(text: string, offset: number, language: string): { from: number; segments: Intl.SegmentData[] } {
  // A window that begins inside a word gives a false edge only at its far end, which no answer comes from.
  let from = Math.max(0, offset - REACH);
  if (from > 0) from = text.indexOf(' ', from) + 1 || from;
  if (from > offset) from = Math.max(0, offset - REACH);
  return { from, segments: [...words(language).segment(text.slice(from, offset + REACH))] };
}
