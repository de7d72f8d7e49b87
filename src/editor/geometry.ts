import type { EditorView } from 'prosemirror-view';
import type { Interval } from './interval-index.ts';
import { TEXT_BLOCK_TAGS } from './schema.ts';
import { TextMap, type Side } from './text-projection.ts';

// Where the article's text is on the screen. All coordinates are client coordinates, all offsets are in the article's text.

/** A stretch of the screen, from top to bottom in client coordinates. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Offset of the caret position next to a point; null when the point is not on the article. */
export function offsetAtPoint(view: EditorView, x: number, y: number): number | null {
  const pos = posAtPoint(view, x, y);
  return pos === null ? null : TextMap.of(view.state.doc).offsetAt(pos);
}

/** Offset of the character that a point lies on; null beside the text. A caret position alone cannot tell the two characters around it apart. */
export function characterAtPoint(view: EditorView, x: number, y: number): number | null {
  const offset = offsetAtPoint(view, x, y);
  if (offset === null) return null;
  for (const start of [offset, offset - 1]) {
    if (start >= 0 && rectsOf(view, start, start + 1).some(rect => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)) return start;
  }
  return null;
}

/** Rectangles of a stretch of text, one or more for each line that it touches. Empty for an empty stretch. */
export function rectsOf(view: EditorView, start: number, end: number): DOMRect[] {
  const map = TextMap.of(view.state.doc);
  const rects: DOMRect[] = [];
  for (let i = map.blockIndexAt(start); i >= 0; i++) {
    const block = map.blocks[i];
    if (!block || block.start >= end) break;
    const range = domRange(view, Math.max(block.start, start), Math.min(block.end, end));
    if (range) rects.push(...range.getClientRects());
  }
  return rects.filter(rect => rect.width > 0);
}

/** The smallest rectangle around a stretch of text; for an empty stretch that of the caret. Null when it is not drawn. */
export function boundsOf(view: EditorView, start: number, end: number): DOMRect | null {
  if (end <= start) return caretRect(view, start, 'start');
  const map = TextMap.of(view.state.doc);
  const first = map.blocks[map.blockIndexAt(start)];
  const last = map.blocks[map.blockIndexAt(end - 1)];
  if (!first || !last) return null;
  const rects = rectsOf(view, start, Math.min(first.end, end));
  if (last !== first) {
    rects.push(...rectsOf(view, last.start, end));
    // Blocks between them are as wide as the article, and asking each would cost with the length of the stretch.
    const { left, right } = view.dom.getBoundingClientRect();
    const { top, bottom } = union(rects) ?? { top: 0, bottom: 0 };
    if (rects.length > 0) rects.push(new DOMRect(left, top, right - left, bottom - top));
  }
  return union(rects);
}

/** Where a caret at this offset stands: a rectangle without width. Null when the article is not drawn. */
export function caretRect(view: EditorView, offset: number, side: Side): DOMRect | null {
  if (!view.dom.isConnected) return null;
  const pos = TextMap.of(view.state.doc).posAt(offset, side);
  const { left, top, bottom } = view.coordsAtPos(pos, side === 'start' ? 1 : -1);
  return new DOMRect(left, top, 0, bottom - top);
}

/**
 * Tops of the lines that hold the offsets. Exact for text within `exactly`; elsewhere estimated from the block's place and how
 * far into the block the offset is, because an exact answer would lay out text that nobody looks at.
 */
export function topsOf(view: EditorView, offsets: readonly number[], exactly: Band): (number | null)[] {
  const map = TextMap.of(view.state.doc);
  const elements = blockElements(view, map);
  const bands = new Map<number, Band | null>();
  const bandOf = (index: number): Band | null => {
    let band = bands.get(index);
    if (band === undefined) bands.set(index, (band = elements[index]?.getBoundingClientRect() ?? null));
    return band;
  };
  return offsets.map(offset => {
    const index = map.blockIndexAt(offset);
    const block = map.blocks[index];
    const band = bandOf(index);
    if (!block || !band) return null;
    if (band.bottom >= exactly.top && band.top <= exactly.bottom) return caretRect(view, offset, 'start')?.top ?? band.top;
    const length = Math.max(block.end - block.start, 1);
    return band.top + ((band.bottom - band.top) * (offset - block.start)) / length;
  });
}

/** The stretch of text whose blocks touch the band: whole blocks, but no more than a screen of a very long one. */
export function offsetsWithin(view: EditorView, band: Band): Interval {
  const map = TextMap.of(view.state.doc);
  const elements = blockElements(view, map);
  const first = firstWhere(elements, element => element.getBoundingClientRect().bottom > band.top);
  const behind = firstWhere(elements, element => element.getBoundingClientRect().top >= band.bottom);
  const start = map.blocks[first];
  const end = map.blocks[Math.max(behind - 1, first)];
  if (!start || !end) return { start: map.text.length, end: map.text.length };
  return { start: start.start + cut(elements[first], start, band.top), end: end.start + Math.max(cut(elements[Math.max(behind - 1, first)], end, band.bottom), 1) };
}

/** Roughly how many characters of a block are above `y`. */
function cut(element: Element | undefined, block: Interval, y: number): number {
  if (!element) return 0;
  const { top, bottom } = element.getBoundingClientRect();
  const share = bottom > top ? Math.min(Math.max((y - top) / (bottom - top), 0), 1) : 0;
  return Math.round(share * (block.end - block.start));
}

/** The element of each text block, in order. */
function blockElements(view: EditorView, map: TextMap): readonly Element[] {
  const elements = [...view.dom.querySelectorAll(TEXT_BLOCK_TAGS)];
  if (elements.length === map.blocks.length) return elements;
  // An input method has added to the DOM what will be gone in a moment.
  return map.blocks.flatMap(block => {
    const node = view.nodeDOM(block.pos - 1);
    return node instanceof Element ? [node] : [];
  });
}

/** The ProseMirror position next to a point; null when the point is not on the article. */
export function posAtPoint(view: EditorView, x: number, y: number): number | null {
  // With the roots it is to look into, the browser answers by itself; prosemirror-view would search by rectangles.
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: shadowRootsAround(view.dom) });
  if (caret && caret.offsetNode !== view.dom && view.dom.contains(caret.offsetNode)) return view.posAtDOM(caret.offsetNode, caret.offset);
  return view.posAtCoords({ left: x, top: y })?.pos ?? null;
}

/** The shadow roots that a node is in, from the inside out. */
function shadowRootsAround(node: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

function domRange(view: EditorView, start: number, end: number): Range | null {
  if (start >= end) return null;
  const map = TextMap.of(view.state.doc);
  const from = view.domAtPos(map.posAt(start, 'start'), 1);
  const to = view.domAtPos(map.posAt(end, 'end'), -1);
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function union(rects: readonly DOMRect[]): DOMRect | null {
  if (rects.length === 0) return null;
  const left = Math.min(...rects.map(rect => rect.left));
  const top = Math.min(...rects.map(rect => rect.top));
  const right = Math.max(...rects.map(rect => rect.right));
  const bottom = Math.max(...rects.map(rect => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

function firstWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // `middle` is below `items.length`.
    if (test(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
