import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { posAtPoint } from './geometry.ts';

/** What a person selected with. */
export type SelectionOrigin = 'pointer' | 'keyboard' | 'touch';

/** A place on the screen, in client coordinates. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** prosemirror-view has read the DOM's selection by then: its `selectionchange` is queued behind `pointerup`. */
const AFTER_POINTER = 20;

/** How long a selection must rest when no event says that it is finished: touch handles, a menu's "select all", a screen reader. */
const REST = 400;

/** A pointer that moved less far than this, in pixels, has clicked. */
const CLICK = 6;

/**
 * Tells when a person has finished selecting. In order: `connect` starts listening; `changed` is called for every change of
 * the selection that a person made; `settled` is called back, at the latest when nothing changed for a while; `disconnect` ends it.
 */
export class SettledSelection {
  readonly #settled: (origin: SelectionOrigin) => void;
  #view: EditorView | null = null;
  #origin: SelectionOrigin = 'keyboard';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPending = false;
  /** Where the button that is down went down; null while none is. */
  #down: (Point & { readonly isInside: boolean }) | null = null;
  /** Whether the button went down outside, where a selection can begin. */
  #mayAdopt = false;

  constructor(settled: (origin: SelectionOrigin) => void) {
    this.#settled = settled;
  }

  /** Starts to listen. */
  connect(view: EditorView): void {
    this.#view = view;
    view.dom.addEventListener('keydown', this.#onKeyDown);
    view.dom.addEventListener('keyup', this.#onKeyUp);
    window.addEventListener('pointerdown', this.#onPointerDown, true);
    window.addEventListener('pointerup', this.#onPointerUp, true);
    window.addEventListener('pointercancel', this.#onPointerCancel, true);
    window.addEventListener('mousedown', this.#onMouseDown);
  }

  /** Ends it; nothing is called back any more. */
  disconnect(): void {
    clearTimeout(this.#timer);
    this.#view?.dom.removeEventListener('keydown', this.#onKeyDown);
    this.#view?.dom.removeEventListener('keyup', this.#onKeyUp);
    window.removeEventListener('pointerdown', this.#onPointerDown, true);
    window.removeEventListener('pointerup', this.#onPointerUp, true);
    window.removeEventListener('pointercancel', this.#onPointerCancel, true);
    window.removeEventListener('mousedown', this.#onMouseDown);
    this.#view = null;
    this.#down = null;
    this.#isPending = false;
  }

  /** To be called when a person changed the view's selection. */
  changed(): void {
    this.#isPending = true;
    if (this.#down === null) this.#settleIn(REST);
  }

  readonly #onKeyDown = (): void => {
    this.#origin = 'keyboard';
  };

  readonly #onKeyUp = (): void => {
    if (this.#isPending && this.#down === null) this.#settleIn(0);
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.#view) return;
    const isInside = event.composedPath().includes(this.#view.dom);
    if (isInside) this.#origin = event.pointerType === 'touch' ? 'touch' : 'pointer';
    // On touch, the browser selects by itself and says so by `selectionchange` alone.
    if (event.pointerType === 'touch') return;
    this.#down = { isInside, x: event.clientX, y: event.clientY };
    this.#mayAdopt = !isInside && !isOperated(event.composedPath()[0]);
  };

  readonly #onPointerUp = (event: PointerEvent): void => {
    const down = this.#down;
    this.#down = null;
    if (!this.#view || down === null) return;
    const isInside = event.composedPath().includes(this.#view.dom);
    const point = { x: event.clientX, y: event.clientY };
    if (down.isInside) {
      this.#settleIn(AFTER_POINTER, () => {
        if (!isInside) this.#endAt(point);
      });
    } else if (isInside && this.#mayAdopt && Math.hypot(point.x - down.x, point.y - down.y) > CLICK) {
      this.#settleIn(AFTER_POINTER, () => this.#adopt(down, point));
    }
  };

  readonly #onPointerCancel = (): void => {
    this.#down = null;
    if (this.#isPending) this.#settleIn(REST);
  };

  /** Whoever prevents the default means something else by the drag: a slider, a divider. */
  readonly #onMouseDown = (event: MouseEvent): void => {
    if (event.defaultPrevented) this.#mayAdopt = false;
  };

  #settleIn(delay: number, before?: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isPending = false;
      before?.();
      this.#settled(this.#origin);
    }, delay);
  }

  /** A drag that left the article: browsers then select to the end of the document. What was meant is the nearest text. */
  #endAt(point: Point): void {
    const view = this.#view;
    const head = this.#posNear(point);
    if (!view || head === null || view.state.selection.empty) return;
    const { doc, selection, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.between(selection.$anchor, doc.resolve(head))));
  }

  /**
   * A drag that started outside the article and ended in it: browsers do not let it into editable text, so it selected only what is
   * outside. What was meant begins at the nearest text, or at the article's edge when it came from above or below.
   */
  #adopt(from: Point, to: Point): void {
    const view = this.#view;
    if (!view) return;
    const box = view.dom.getBoundingClientRect();
    const { doc, tr } = view.state;
    const anchor = from.y < box.top ? 0 : from.y > box.bottom ? doc.content.size : this.#posNear(from);
    const head = this.#posNear(to);
    if (anchor === null || head === null) return;
    this.#origin = 'pointer';
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
    // So that it is seen: the browser shows only one selection.
    view.focus();
  }

  /** Position of the text nearest to a point, which may lie beside the article. */
  #posNear({ x, y }: Point): number | null {
    const view = this.#view;
    if (!view) return null;
    const box = view.dom.getBoundingClientRect();
    return posAtPoint(view, Math.min(Math.max(x, box.left + 1), box.right - 1), Math.min(Math.max(y, box.top + 1), box.bottom - 1));
  }
}

/** True for what does something of its own when it is pressed or dragged. */
function isOperated(target: EventTarget | undefined): boolean {
  return target instanceof Element && target.closest('a, button, input, select, textarea, label, summary, audio, video, iframe, [contenteditable], [draggable="true"], [role]:not([role="main"], [role="article"], [role="document"])') !== null;
}
