import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { posAtPoint, shadowRootsAround } from './geometry.ts';

/** What a person selected with. */
export type SelectionOrigin = 'pointer' | 'keyboard' | 'touch';

/** prosemirror-view has read the DOM's selection by then: its `selectionchange` is queued behind `pointerup`. */
const AFTER_POINTER = 20;

/** How long a selection must rest when no event says that it is finished: touch handles, a menu's "select all", a screen reader. */
const REST = 400;

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
  #down: 'inside' | 'outside' | null = null;
  /** Whether the page's selection changed while the button was down outside. */
  #changedOutside = false;

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
    document.addEventListener('selectionchange', this.#onSelectionChange);
  }

  /** Ends it; nothing is called back any more. */
  disconnect(): void {
    clearTimeout(this.#timer);
    this.#view?.dom.removeEventListener('keydown', this.#onKeyDown);
    this.#view?.dom.removeEventListener('keyup', this.#onKeyUp);
    window.removeEventListener('pointerdown', this.#onPointerDown, true);
    window.removeEventListener('pointerup', this.#onPointerUp, true);
    window.removeEventListener('pointercancel', this.#onPointerCancel, true);
    document.removeEventListener('selectionchange', this.#onSelectionChange);
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
    this.#down = isInside ? 'inside' : 'outside';
    this.#changedOutside = false;
  };

  readonly #onPointerUp = (event: PointerEvent): void => {
    const down = this.#down;
    this.#down = null;
    if (!this.#view || down === null) return;
    const isInside = event.composedPath().includes(this.#view.dom);
    if (down === 'inside') {
      this.#settleIn(AFTER_POINTER, () => {
        if (!isInside) this.#endAtPoint(event.clientX, event.clientY);
      });
    } else if (this.#changedOutside) {
      this.#settleIn(AFTER_POINTER, () => this.#adoptFromPage());
    }
  };

  readonly #onPointerCancel = (): void => {
    this.#down = null;
    if (this.#isPending) this.#settleIn(REST);
  };

  readonly #onSelectionChange = (): void => {
    if (this.#down === 'outside') this.#changedOutside = true;
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
  #endAtPoint(x: number, y: number): void {
    const view = this.#view;
    if (!view || view.state.selection.empty) return;
    const box = view.dom.getBoundingClientRect();
    const head = posAtPoint(view, Math.min(Math.max(x, box.left + 1), box.right - 1), Math.min(Math.max(y, box.top + 1), box.bottom - 1));
    if (head === null) return;
    const { doc, selection, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.between(selection.$anchor, doc.resolve(head))));
  }

  /** A drag that started outside the article and ended in it gives prosemirror-view no selection; the page knows it. */
  #adoptFromPage(): void {
    const view = this.#view;
    const range = view && document.getSelection()?.getComposedRanges?.({ shadowRoots: shadowRootsAround(view.dom) })[0];
    if (!view || !range || range.collapsed) return;
    const startsInside = view.dom.contains(range.startContainer);
    const endsInside = view.dom.contains(range.endContainer);
    if (startsInside === endsInside) return;
    const from = startsInside ? view.posAtDOM(range.startContainer, range.startOffset) : 0;
    const to = endsInside ? view.posAtDOM(range.endContainer, range.endOffset) : view.state.doc.content.size;
    this.#origin = 'pointer';
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
  }
}
