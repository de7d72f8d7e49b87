import { Decoration } from 'prosemirror-view';
import type { Interval } from './interval-index.ts';
import type { RowedRange } from './mark-rows.ts';
import type { TextMap } from './text-projection.ts';

/** As many marks as this can lie over one another and still be told apart; more are drawn no more, but answer a click. */
const LAYERS = 8;

/**
 * Decorations for the pieces within a window. Where pieces overlap, the text is cut into segments that are covered by
 * the same pieces, and each piece gets a span of its own around the segment, the shortest innermost: ProseMirror alone would
 * merge them into one span and lose one of two classes for the same property.
 *
 * Each span has the piece's classes, `first` and `last` at the piece's ends, `outer` where another is inside, and `--claim-depth`, the row of its underline.
 */
export function drawMarks(map: TextMap, pieces: readonly RowedRange[], window: Interval, active: string | null): Decoration[] {
  const decorations: Decoration[] = [];
  const start = Math.max(window.start, 0);
  const end = Math.min(window.end, map.text.length);
  for (const segment of segmentsOf(pieces, start, end)) {
    for (const part of withinBlocks(map, segment)) {
      const from = map.posAt(part.start, 'start');
      const to = map.posAt(part.end, 'end');
      if (from >= to) continue;
      segment.pieces.forEach((piece, depth) => {
        const classes = depth === 0 ? classOf(piece, part, active) : `${classOf(piece, part, active)} outer`;
        decorations.push(Decoration.inline(from, to, { nodeName: 'span', class: classes, style: `--claim-depth:${piece.row}` }));
      });
    }
  }
  return decorations;
}

interface Segment extends Interval {
  /** Innermost first. */
  readonly pieces: readonly RowedRange[];
}

function* segmentsOf(pieces: readonly RowedRange[], start: number, end: number): Iterable<Segment> {
  const borders = new Set<number>();
  for (const piece of pieces) {
    borders.add(Math.max(piece.start, start));
    borders.add(Math.min(piece.end, end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  let covering: RowedRange[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i]!;
    const to = sorted[i + 1]!;
    covering = covering.filter(piece => piece.end > from);
    // Pieces come in the order of their starts.
    for (let piece = pieces[next]; piece && piece.start <= from; piece = pieces[++next]) if (piece.end > from) covering.push(piece);
    if (covering.length > 0) yield { start: from, end: to, pieces: innermostFirst(covering) };
  }
}

function innermostFirst(pieces: readonly RowedRange[]): readonly RowedRange[] {
  if (pieces.length === 1) return [...pieces];
  return [...pieces].sort((a, b) => a.row - b.row || a.end - a.start - (b.end - b.start)).slice(0, LAYERS);
}

/** The parts of a segment in the text blocks that it runs through. */
function* withinBlocks(map: TextMap, segment: Interval): Iterable<Interval> {
  for (let i = map.blockIndexAt(segment.start); i >= 0; i++) {
    const block = map.blocks[i];
    if (!block || block.start >= segment.end) return;
    const start = Math.max(block.start, segment.start);
    const end = Math.min(block.end, segment.end);
    if (start < end) yield { start, end };
  }
}

function classOf(piece: RowedRange, part: Interval, active: string | null): string {
  const first = part.start === piece.start ? ' first' : '';
  const last = part.end === piece.end ? ' last' : '';
  const isActive = piece.id === active ? ' active' : '';
  return `${piece.classes}${first}${last}${isActive}`;
}
