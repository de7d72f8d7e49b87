import type { EditorView } from 'prosemirror-view';
import { getActive, getAnnotations, setAnnotations, type AnnotationRange } from './annotation-plugin.ts';
import { caretRect, offsetAtPoint } from './geometry.ts';
import type { Interval } from './interval-index.ts';
import { snapToWords } from './snap-selection.ts';
import { TextMap, type Side } from './text-projection.ts';

/** What a drag of a handle gave: a piece of the active annotation with new ends. */
export interface Adjustment {
  readonly id: string;
  /** Which piece of that annotation, counted in the order of the ranges, from 0. */
  readonly piece: number;
  /** Where the piece was. */
  readonly before: Interval;
  readonly start: number;
  readonly end: number;
}

interface Drag {
  readonly side: Side;
  /** Index of the piece among all ranges. */
  readonly number: number;
  readonly ranges: readonly AnnotationRange[];
  /** From the pointer to the caret position that the handle stands for. */
  readonly dx: number;
  readonly dy: number;
  adjusted: Interval;
}

/** More handles than this in one place help nobody. */
const MOST_PIECES = 40;

/**
 * The two handles of each piece of the active annotation. `element` lies over the article, in a box of its size; `place` puts the handles
 * where they belong. While one is dragged the view shows the piece as it would become; then `adjusted` is called and
 * the view shows the ranges as they were, because only the owner changes them.
 */
export class AnchorHandles {
  /** To be put next to the view, with the same origin. */
  readonly element = document.createElement('div');
  readonly #ranges: () => readonly AnnotationRange[];
  readonly #adjusted: (adjustment: Adjustment) => void;
  #view: EditorView | null = null;
  #language = '';
  #drag: Drag | null = null;
  /** Two for each piece that has handles now, with the index of the piece among all ranges. */
  #handles: { readonly dom: HTMLElement; readonly side: Side; readonly number: number }[] = [];

  /** `ranges` gives the owner's ranges as they are now: they may change during a drag. */
  constructor(ranges: () => readonly AnnotationRange[], adjusted: (adjustment: Adjustment) => void) {
    this.#ranges = ranges;
    this.#adjusted = adjusted;
    this.element.className = 'handles';
    // They are for the pointer; with the keyboard, ends are moved by commands.
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Starts to show handles for a view. */
  connect(view: EditorView): void {
    this.#view = view;
  }

  /** Takes all handles away. */
  disconnect(): void {
    this.#endDrag();
    this.#view = null;
    this.#handles = [];
    this.element.replaceChildren();
  }

  /** Puts the handles at the ends of those pieces of the active annotation that touch the window. */
  place(window: Interval, language: string): void {
    const view = this.#view;
    if (!view) return;
    this.#language = language;
    const active = getActive(view.state);
    const ranges = getAnnotations(view.state);
    const numbers = active === null ? [] : ranges.flatMap((range, number) => (range.id === active && touches(range, window) ? [number] : []));
    this.#provide(numbers.slice(0, MOST_PIECES));
    if (this.#handles.length === 0) return;
    const origin = this.element.getBoundingClientRect();
    const rects = this.#handles.map(({ side, number }) => {
      const range = ranges[number]!;
      return caretRect(view, side === 'start' ? range.start : range.end, side);
    });
    this.#handles.forEach(({ dom }, i) => {
      const rect = rects[i];
      dom.hidden = !rect;
      if (!rect) return;
      dom.style.left = `${rect.left - origin.left}px`;
      dom.style.top = `${rect.top - origin.top}px`;
      dom.style.height = `${rect.height}px`;
    });
  }

  /** Makes as many handles as are needed; the one that is dragged must stay the same element, or the pointer is lost. */
  #provide(numbers: readonly number[]): void {
    if (numbers.length === this.#handles.length / 2 && numbers.every((number, i) => this.#handles[2 * i]!.number === number)) return;
    this.#handles = numbers.flatMap(number => (['start', 'end'] as const).map(side => ({ dom: this.#make(side, number), side, number })));
    this.element.replaceChildren(...this.#handles.map(({ dom }) => dom));
  }

  #make(side: Side, number: number): HTMLElement {
    const dom = document.createElement('div');
    dom.className = `handle ${side}`;
    dom.setAttribute('part', `handle handle-${side}`);
    dom.addEventListener('pointerdown', event => this.#begin(event, dom, side, number));
    dom.addEventListener('pointermove', event => this.#move(event));
    dom.addEventListener('pointerup', event => this.#finish(event));
    dom.addEventListener('pointercancel', () => this.#endDrag());
    return dom;
  }

  #begin(event: PointerEvent, dom: HTMLElement, side: Side, number: number): void {
    const view = this.#view;
    if (!view || event.button !== 0) return;
    const ranges = getAnnotations(view.state);
    const range = ranges[number];
    const caret = range && caretRect(view, side === 'start' ? range.start : range.end, side);
    if (!range || !caret) return;
    // No selection, no focus, no scrolling.
    event.preventDefault();
    event.stopPropagation();
    dom.setPointerCapture(event.pointerId);
    const middle = (caret.top + caret.bottom) / 2;
    this.#drag = { side, number, ranges, dx: caret.left - event.clientX, dy: middle - event.clientY, adjusted: range };
    this.element.classList.add('dragging');
    window.addEventListener('keydown', this.#onKeyDown, true);
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    const view = this.#view;
    const range = drag?.ranges[drag.number];
    if (!view || !drag || !range) return;
    const offset = offsetAtPoint(view, event.clientX + drag.dx, event.clientY + drag.dy);
    if (offset === null) return;
    const { text } = TextMap.of(view.state.doc);
    // An end cannot pass the other: at least the word next to that stays.
    const wanted = drag.side === 'start' ? { start: Math.min(offset, range.end - 1), end: range.end } : { start: range.start, end: Math.max(offset, range.start + 1) };
    const snapped = snapToWords(text, wanted.start, wanted.end, this.#language);
    if (!snapped) return;
    // Only the end that is held moves, even where the other is in the middle of a word.
    const adjusted = drag.side === 'start' ? { start: snapped.start, end: range.end } : { start: range.start, end: snapped.end };
    if (adjusted.start === drag.adjusted.start && adjusted.end === drag.adjusted.end) return;
    drag.adjusted = adjusted;
    view.dispatch(setAnnotations(view.state.tr, drag.ranges.with(drag.number, { ...range, ...adjusted })));
  }

  #finish(event: PointerEvent): void {
    this.#move(event);
    const drag = this.#drag;
    const range = drag?.ranges[drag.number];
    this.#endDrag();
    if (!drag || !range || (drag.adjusted.start === range.start && drag.adjusted.end === range.end)) return;
    const piece = drag.ranges.slice(0, drag.number).filter(({ id }) => id === range.id).length;
    this.#adjusted({ id: range.id, piece, before: { start: range.start, end: range.end }, start: drag.adjusted.start, end: drag.adjusted.end });
  }

  #endDrag(): void {
    if (!this.#drag) return;
    this.#drag = null;
    this.element.classList.remove('dragging');
    window.removeEventListener('keydown', this.#onKeyDown, true);
    this.#view?.dispatch(setAnnotations(this.#view.state.tr, this.#ranges()));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#endDrag();
  };
}

function touches(range: Interval, window: Interval): boolean {
  return range.start < window.end && range.end > window.start;
}
