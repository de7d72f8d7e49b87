import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { TextRange } from '../domain/anchor.ts';
import type { JsonObject } from '../domain/json.ts';
import { AnchorHandles, type Adjustment } from './anchor-handles.ts';
import { annotationPlugin, annotationsAt, getAnnotations, setActive, setAnnotations, setVisible, type AnnotationRange } from './annotation-plugin.ts';
import { documentToJson, emptyDocument, parseDocument } from './document.ts';
import { EditSession } from './edit-session.ts';
import { editableView, editCommands, type EditCommand } from './editing.ts';
import { boundsOf, caretRect, characterAtPoint, offsetAtPoint, offsetsWithin, rectsOf, topsOf, type Band } from './geometry.ts';
import { imageViews } from './image-view.ts';
import type { Interval } from './interval-index.ts';
import { lockedView } from './locked.ts';
import { SettledSelection, type SelectionOrigin } from './settled-selection.ts';
import { snapToWords } from './snap-selection.ts';
import { TextMap } from './text-projection.ts';
import { scrollerOf, scrollTo, viewportOf, watchViewport } from './viewport.ts';

/** What is to be shown. */
export interface ArticleContent {
  /** ProseMirror JSON of our schema; null shows nothing. */
  readonly document: JsonObject | null;
  readonly ranges: readonly AnnotationRange[];
  readonly active: string | null;
  /** BCP 47; empty when not known. */
  readonly language: string;
  /** The accessible name of the text. */
  readonly label: string;
  /** Whether pictures may be loaded from elsewhere. */
  readonly loadImages: boolean;
  /** Whether the text may be changed. `ranges` stay places in the text that editing began with. */
  readonly editing: boolean;
  /** What the text had become when editing was broken off: it goes on from there. ProseMirror JSON; null for none. */
  readonly draft: JsonObject | null;
}

/** What the view tells its owner; all offsets are in the article's text. */
export interface ArticleViewListener {
  /** A person finished selecting. Snapped to words; null when the selection is empty now. */
  selected(range: Interval | null, origin: SelectionOrigin): void;
  /** A person clicked on the text: ids of the annotations there, the shortest first. */
  activated(ids: readonly string[]): void;
  /** Another part of the text is in view. */
  viewed(window: Interval): void;
  /** A handle of the active annotation was dragged. */
  adjusted(adjustment: Adjustment): void;
  /** A person has changed the text, and rests. */
  edited(): void;
  /** The view was made anew, so `dom` is another element. */
  rebuilt(): void;
}

const marks = annotationPlugin();
const plugins = [marks, lockedView(), keymap({ 'Mod-a': baseKeymap['Mod-a']! })];

/** How long the hands must rest, in milliseconds, until an edit counts as done: then lost marks are looked for and the owner is told. */
const EDIT_REST = 300;

/** Marks selections that the owner made, so that they are not told back. */
const OWN = 'ownSelection';

/** Room above a place that is scrolled to, as a share of the viewport's height. */
const ABOVE = 0.3;

/**
 * One ProseMirror view of one article, as a controller of a Lit element (which it does not know). In order: `hostConnected` makes
 * the view from the kept state; `show` brings it up to date; the owner renders `dom` and `handles`; `hostDisconnected` destroys
 * the view and keeps the state, so that an element that is moved in the page comes back as it was.
 */
export class ArticleView {
  readonly #host: Element;
  readonly #listener: ArticleViewListener;
  readonly #selecting = new SettledSelection(origin => this.#settle(origin));
  readonly #handles: AnchorHandles;
  #state = EditorState.create({ doc: emptyDocument(), plugins });
  #content: ArticleContent = { document: null, ranges: [], active: null, language: '', label: '', loadImages: false, editing: false, draft: null };
  #view: EditorView | null = null;
  #session: EditSession | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #unwatch: (() => void) | null = null;
  #measuring = 0;
  #told: Interval | null = null;
  #inView: Interval = { start: 0, end: 0 };

  /** `host` is the element around the view: offsets from its top are what `topsOf` gives. */
  constructor(host: Element, listener: ArticleViewListener) {
    this.#host = host;
    this.#listener = listener;
    this.#handles = new AnchorHandles(() => this.#content.ranges, adjustment => listener.adjusted(adjustment));
  }

  /** The element to render; null while the host is not in a page. */
  get dom(): HTMLElement | null {
    return this.#view?.dom ?? null;
  }

  /** The element to render over `dom`, with the same origin. */
  get handles(): HTMLElement {
    return this.#handles.element;
  }

  hostConnected(): void {
    this.#view = new EditorView(null, {
      state: this.#state,
      attributes: () => this.#attributes(),
      nodeViews: imageViews(this.#content.loadImages),
      dispatchTransaction: tr => this.#dispatch(tr),
      handleClick: (_view, _pos, event) => this.#click(event),
    });
    this.#selecting.connect(this.#view);
    this.#handles.connect(this.#view);
    this.#unwatch = watchViewport(this.#host, () => this.#measure());
    this.#listener.rebuilt();
    this.#measureSoon();
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#measuring);
    this.#measuring = 0;
    this.#rest();
    this.#unwatch?.();
    this.#unwatch = null;
    this.#selecting.disconnect();
    this.#handles.disconnect();
    this.#view?.destroy();
    this.#view = null;
  }

  /**
   * Shows this content, changing only what differs from before. Throws `RangeError`, and shows an empty text, when the
   * document is none of our schema.
   */
  show(content: ArticleContent): void {
    const before = this.#content;
    this.#content = content;
    if (content.loadImages !== before.loadImages) this.#view?.setProps({ nodeViews: imageViews(content.loadImages) });
    if (content.label !== before.label || content.language !== before.language) this.#view?.setProps({ attributes: () => this.#attributes() });
    try {
      this.#update(before);
    } finally {
      this.#measureSoon();
    }
  }

  /** The selection, snapped to words; null when it is empty. */
  selectionRange(): Interval | null {
    const { from, to, empty } = this.#state.selection;
    const map = TextMap.of(this.#state.doc);
    return empty ? null : snapToWords(map.text, map.offsetAt(from, 'start'), map.offsetAt(to, 'end'), this.#content.language);
  }

  /** Selects a stretch of the text; with `start` equal to `end` it puts the caret there. */
  select(start: number, end: number): void {
    const map = TextMap.of(this.#state.doc);
    const { doc, tr } = this.#state;
    this.#dispatch(tr.setSelection(TextSelection.between(doc.resolve(map.posAt(start, 'start')), doc.resolve(map.posAt(end, 'end')))).setMeta(OWN, true));
    this.#told = this.selectionRange();
  }

  /** Leaves the caret at the end of what was selected. */
  clearSelection(): void {
    const { doc, tr, selection } = this.#state;
    if (!selection.empty) this.#dispatch(tr.setSelection(TextSelection.near(doc.resolve(selection.head))).setMeta(OWN, true));
    this.#told = null;
  }

  /** Where the caret is: the end of the selection that moves. UTF-16 offset in the article's text. */
  caretOffset(): number {
    return TextMap.of(this.#state.doc).offsetAt(this.#state.selection.head, 'start');
  }

  /** Ids of the annotations at the caret, the shortest first; at an end of a mark it counts as in it. */
  annotationsAtCursor(): string[] {
    const { head } = this.#state.selection;
    const offset = TextMap.of(this.#state.doc).offsetAt(head);
    return [...new Set([...annotationsAt(this.#state, offset), ...annotationsAt(this.#state, offset - 1)])];
  }

  /** The smallest rectangle around a stretch of text, in client coordinates; null when it is not drawn. */
  boundsOf(start: number, end: number): DOMRect | null {
    return this.#view && boundsOf(this.#view, start, end);
  }

  /** Distances from the host's top in pixels; null when it is not drawn. Exact in and near the view, estimated elsewhere. */
  topsOf(offsets: readonly number[]): (number | null)[] {
    const view = this.#view;
    if (!view) return offsets.map(() => null);
    const { top, bottom } = viewportOf(this.#host);
    const origin = this.#host.getBoundingClientRect().top;
    const margin = bottom - top;
    return topsOf(view, offsets, { top: top - margin, bottom: bottom + margin }).map(y => y === null ? null : y - origin);
  }

  /** The lines that a stretch of text is on, from the host's top in pixels; none when it is not drawn. */
  linesOf(start: number, end: number): Band[] {
    if (!this.#view) return [];
    const origin = this.#host.getBoundingClientRect().top;
    return rectsOf(this.#view, start, end).map(({ top, bottom }) => ({ top: top - origin, bottom: bottom - origin }));
  }

  /** Offset of the first character in view; 0 when the article is not drawn. */
  offsetAtViewTop(): number {
    const view = this.#view;
    if (!view) return 0;
    const { top, bottom } = viewportOf(this.#host);
    const { left, width } = view.dom.getBoundingClientRect();
    // A line that is half cut off counts as gone.
    const first = offsetsWithin(view, { top, bottom }).start;
    if (first === 0) return 0;
    return offsetAtPoint(view, left + Math.min(width / 2, 4), top + 8) ?? first;
  }

  /** Scrolls what scrolls the article so that the offset is in the upper part of the view. */
  scrollToOffset(offset: number, smooth: boolean): void {
    const view = this.#view;
    if (!view) return;
    const scroller = scrollerOf(this.#host);
    const distance = (): number => {
      const { top, bottom } = viewportOf(this.#host);
      const goal = top + (bottom - top) * ABOVE;
      return this.#view === view ? (caretRect(view, offset, 'start')?.top ?? goal) - goal : 0;
    };
    scrollTo(scroller, distance, smooth);
  }

  /** The text as it is by now. */
  edited(): { document: JsonObject; text: string } {
    this.#restoreMarks();
    return { document: documentToJson(this.#state.doc), text: TextMap.of(this.#state.doc).text };
  }

  /** Where a place of the text that editing began with is by now, or that its words were deleted; null while nobody edits, and for a place that is not drawn. */
  follow(id: string, place: TextRange): TextRange | 'deleted' | null {
    return this.#session?.follow(this.#state, id, place) ?? null;
  }

  /** Changes the text as a button asks for. False when that cannot be done here. */
  edit(command: EditCommand): boolean {
    const view = this.#view;
    return this.#session !== null && view !== null && editCommands[command](view.state, tr => this.#dispatch(tr), view);
  }

  /** Gives the text the keyboard. */
  focus(): void {
    this.#view?.focus();
  }

  #attributes(): { [name: string]: string } {
    const { label, language } = this.#content;
    return { class: 'text', 'aria-label': label, ...(language === '' ? {} : { lang: language }) };
  }

  #update(before: ArticleContent): void {
    const { document, ranges, active, editing } = this.#content;
    let state = this.#state;
    let failure: RangeError | null = null;
    // Whatever was typed belongs to the editing: without it the text is the owner's again.
    if (document !== before.document || (before.editing && !editing)) {
      let doc = emptyDocument();
      try {
        if (document) doc = parseDocument(document);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        failure = error;
      }
      state = EditorState.create({ doc, plugins });
      this.#told = null;
      this.#inView = { start: 0, end: 0 };
    }
    const isNew = state !== this.#state;
    if (this.#session && editing && !isNew) {
      if (ranges !== before.ranges) state = state.apply(this.#session.setRanges(state, ranges));
    } else if (isNew || ranges !== before.ranges) {
      state = state.apply(setAnnotations(state.tr, ranges));
    }
    if (editing !== before.editing || isNew) state = this.#setEditing(state, editing);
    if (isNew || active !== before.active) state = state.apply(setActive(state.tr, active));
    // One update of the view for everything, so that text and marks are painted together.
    if (state !== this.#state) this.#set(state);
    if (failure) throw failure;
  }

  /** Begins or ends the editing of a state's text. */
  #setEditing(state: EditorState, editing: boolean): EditorState {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#handles.element.hidden = editing;
    if (!editing) {
      this.#session = null;
      return state;
    }
    this.#session = new EditSession(state.doc, getAnnotations(state));
    const { draft } = this.#content;
    const open = state.reconfigure({ plugins: [marks, ...editableView()] });
    const tr = draft && replaceDifference(open, parseDocument(draft));
    if (!tr) return open;
    this.#session.record(tr);
    const drafted = open.apply(tr.setMeta('addToHistory', false));
    return drafted.apply(this.#session.restore(drafted) ?? drafted.tr);
  }

  #dispatch(tr: Transaction): void {
    const before = this.#state;
    this.#set(before.apply(tr));
    if (tr.docChanged && this.#session) {
      this.#session.record(tr);
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#rest(), EDIT_REST);
    }
    if (!before.selection.eq(this.#state.selection) && tr.getMeta(OWN) !== true) this.#selecting.changed();
    // Handles follow a drag at once.
    if (getAnnotations(before) !== getAnnotations(this.#state)) this.#handles.place(this.#inView, this.#content.language);
  }

  /** After an edit: finds marks whose words are back, and tells the owner. */
  #rest(): void {
    if (this.#resting === undefined) return;
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#restoreMarks();
    if (this.#session) this.#listener.edited();
  }

  #restoreMarks(): void {
    const restored = this.#session?.restore(this.#state);
    if (restored) this.#set(this.#state.apply(restored));
  }

  #set(state: EditorState): void {
    this.#state = state;
    this.#view?.updateState(state);
  }

  #settle(origin: SelectionOrigin): void {
    if (this.#session) return;
    const range = this.selectionRange();
    const isNews = range?.start !== this.#told?.start || range?.end !== this.#told?.end;
    // After a drag the words that count are shown selected. With the keyboard the caret stays, or one could not go back by a letter.
    if (range && origin === 'pointer') this.#showSnapped(range);
    // Selecting the same again with the pointer asks again for what was closed in between.
    if (!isNews && (range === null || origin === 'keyboard')) return;
    this.#told = range;
    this.#listener.selected(range, origin);
  }

  #showSnapped(range: Interval): void {
    const map = TextMap.of(this.#state.doc);
    const { doc, tr, selection } = this.#state;
    const from = doc.resolve(map.posAt(range.start, 'start'));
    const to = doc.resolve(map.posAt(range.end, 'end'));
    if (from.pos === selection.from && to.pos === selection.to) return;
    const isForward = selection.head >= selection.anchor;
    this.#dispatch(tr.setSelection(isForward ? TextSelection.between(from, to) : TextSelection.between(to, from)).setMeta(OWN, true));
  }

  #click(event: MouseEvent): boolean {
    const view = this.#view;
    if (!view || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return false;
    const offset = characterAtPoint(view, event.clientX, event.clientY);
    this.#listener.activated(offset === null ? [] : annotationsAt(this.#state, offset));
    return false;
  }

  #measureSoon(): void {
    if (!this.#view) return;
    this.#measuring ||= requestAnimationFrame(() => {
      this.#measuring = 0;
      this.#measure();
    });
  }

  /** Finds out what is in view, has it drawn, and tells the owner when it changed. */
  #measure(): void {
    const view = this.#view;
    if (!view || !view.dom.isConnected) return;
    const window = offsetsWithin(view, viewportOf(this.#host));
    const isNews = window.start !== this.#inView.start || window.end !== this.#inView.end;
    this.#inView = window;
    if (isNews) {
      const state = this.#state.apply(setVisible(this.#state.tr, window));
      if (state !== this.#state) this.#set(state);
    }
    this.#handles.place(window, this.#content.language);
    if (isNews) this.#listener.viewed(window);
  }
}

/** Makes a state's document another one by replacing what differs; null when nothing does. */
function replaceDifference(state: EditorState, next: Node): Transaction | null {
  const { doc, tr } = state;
  const start = doc.content.findDiffStart(next.content);
  if (start === null) return null;
  const end = doc.content.findDiffEnd(next.content)!; // there is a difference
  // Between equal letters on both sides the two searches may cross.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
}
