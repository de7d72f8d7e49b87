import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { areSameWords } from '../src/anchoring/same-words.ts';
import type { Annotation } from '../src/domain/annotation.ts';
import type { Article } from '../src/domain/article.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import type { TextRange } from '../src/domain/anchor.ts';
import type { JsonObject } from '../src/domain/json.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { defaultScales, type Scales } from '../src/domain/scales.ts';
import type { EditCommand } from '../src/editor/editing.ts';
import type { AnnotationRange } from '../src/editor/annotation-plugin.ts';
import { prefersStillness } from '../src/editor/viewport.ts';
import { adjustPiece } from '../src/store/changes.ts';
import type { Coverage } from '../src/store/coverage.ts';
import { waitingOf, type Waiting } from '../src/store/re-check.ts';
import { freshScreen, isUndecidedFilter, type Screen } from '../src/store/screen.ts';
import { cardSheet } from './card-sheet.ts';
import './card-column.ts';
import type { CardColumn } from './card-column.ts';
import './claim-article.ts';
import type { AnchorAdjustEvent, ArticleActivateEvent, ArticleSelectionEvent, ArticleViewChangeEvent, ClaimArticle } from './claim-article.ts';
import { controls } from './controls.ts';
import './coverage-bar.ts';
import type { SectionPickEvent } from './coverage-bar.ts';
import './coverage-margin.ts';
import './decide-bar.ts';
import './edit-bar.ts';
import type { EditCommandEvent } from './edit-bar.ts';
import { ActivateEvent, ChangeEvent, CommandEvent } from './events.ts';
import './filter-bar.ts';
import type { FilterBar } from './filter-bar.ts';
import { Latest } from './latest.ts';
import { markRanges } from './mark-look.ts';
import type { PlacePreviewEvent } from './place-decision.ts';
import { firstPlace, measuredAtOnce, nearView, stripMarks, topsOfMarks } from './mark-places.ts';
import './mark-strip.ts';
import type { StripMark, StripPickEvent } from './mark-strip.ts';
import './selection-toolbar.ts';
import type { Editing } from './text-editing.ts';
import { workspaceStyles } from './article-workspace-styles.ts';
import { nothingMarked, sampleNote } from './workspace-notes.ts';

/** Below this width of the element the cards come as a sheet over the text; the same figure stands in the styles. */
const sheetWidth = 760;

/** Resolves when the browser has laid out what was rendered. */
function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/**
 * An open article: the text, the cards beside it, the strip, and the toolbar at the selection. Shows what it is given and
 * asks its owner for changes. On narrow screens the cards are a sheet at the bottom.
 */
@customElement('article-workspace')
export class ArticleWorkspace extends LitElement {
  static override styles = [controls, workspaceStyles];

  @property({ attribute: false }) article: Article | null = null;
  @property({ attribute: false }) version: ArticleVersion | null = null;
  /** All annotations in reading order. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  /** Those that the filter lets through, in the order of the cards. */
  @property({ attribute: false }) shown: readonly Annotation[] = [];
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();
  /** Tags that are in use in the article. */
  @property({ attribute: false }) tags: readonly string[] = [];
  @property({ attribute: false }) scales: Scales = defaultScales;
  @property({ attribute: false }) screen: Screen = freshScreen;
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();
  @property() reviewer = '';
  @property({ type: Boolean }) readonly = false;
  /** How far each sentence is; null while nobody asks. */
  @property({ attribute: false }) coverage: Coverage | null = null;
  /** The text that is being edited; null while nobody edits. */
  @property({ attribute: false }) editing: Editing | null = null;
  /** Whether there is something to keep of the editing. */
  @property({ type: Boolean }) edited = false;
  /** Whether all of that is kept as a draft. */
  @property({ type: Boolean }) drafted = false;

  /** Ids of the annotations whose words are others in the text that is being edited. */
  @state() private draftChanged: ReadonlySet<string> = new Set();
  /** A place that is shown in passing. */
  @state() private preview: TextRange | null = null;
  @state() private view = { top: 0, bottom: 900 };
  /** Height of what is in view, in pixels. */
  @state() private viewHeight = 0;
  @state() private selection: TextRange | null = null;
  @state() private selectionBox: DOMRect | null = null;
  @state() private touch = false;
  @state() private narrow = false;
  /** On narrow screens: whether the list of all cards is open. */
  @state() private listOpen = false;
  @state() private listView = { top: 0, bottom: 900 };
  /** Counts the times when the text was laid out anew, so that the marks' heights are read again. */
  @state() private layout = 0;

  @query('claim-article') private text!: ClaimArticle | null;
  @query('card-column') private column!: CardColumn | null;
  @query('.scroller') private scroller!: HTMLElement;

  #numbers: ReadonlyMap<string, number> = new Map();
  readonly #tops = new Latest<readonly number[]>();
  readonly #ticks = new Latest<readonly StripMark[]>();
  readonly #drafted = new Latest<readonly AnnotationRange[]>();
  readonly #previewed = new Latest<readonly AnnotationRange[]>();
  readonly #toDecide = new Latest<Waiting>();
  #restored = '';
  #frame = 0;
  #offsetsInView = { first: 0, last: 4000 };
  #watched: Element | null = null;
  /** The text changes its height as the browser lays out what comes into view: then the marks stand elsewhere. */
  readonly #resize = new ResizeObserver(() =>
    // In the next frame: what follows from a size may change a size, and observers must not chase each other.
    requestAnimationFrame(() => {
      this.narrow = this.clientWidth < sheetWidth;
      this.layout++;
      this.#look();
    }),
  );

  /** What is selected in the text, snapped to words; null when nothing is. */
  get selectedRange(): TextRange | null {
    return this.selection;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.narrow = this.clientWidth > 0 && this.clientWidth < sheetWidth;
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#watched = null;
  }

  /** Puts the focus into the text. */
  focusText(): void {
    this.text?.focus();
  }

  /** Puts the focus on the active card, or on the search field where none is active. */
  async focusCards(): Promise<void> {
    if (this.narrow && !this.screen.active) this.listOpen = true;
    await this.updateComplete;
    await this.column?.updateComplete;
    const card = this.column?.activeCard;
    if (card) await card.focusFirst();
    else this.focusSearch();
  }

  /** Puts the cursor into the search field. */
  focusSearch(): void {
    if (this.narrow && !this.listOpen) {
      this.listOpen = true;
      void this.updateComplete.then(() => this.focusSearch());
      return;
    }
    this.renderRoot.querySelector<FilterBar>('filter-bar')?.focus();
  }

  /** The card of the active annotation, once it is there. */
  async activeCard(): Promise<CardColumn['activeCard']> {
    await this.updateComplete;
    await this.column?.updateComplete;
    return this.column?.activeCard ?? null;
  }

  /** Ids of the annotations at the cursor in the text, innermost first. */
  annotationsAtCursor(): readonly string[] {
    return this.text?.annotationsAtCursor() ?? [];
  }

  /** Whether the focus is among the cards. */
  get cardHasFocus(): boolean {
    return this.column?.matches(':focus-within') ?? false;
  }

  /** The text as it is by now while it is edited. */
  editedText(): { document: JsonObject; text: string } | null {
    return this.editing && this.text ? this.text.edited() : null;
  }

  /** Where a place is by now in the text that is edited, or that its words were deleted; null for one that is not drawn. */
  followPlace(id: string, place: TextRange): TextRange | 'deleted' | null {
    return this.text?.follow(id, place) ?? null;
  }

  /** Changes the text that is edited. */
  editText(command: EditCommand): boolean {
    return this.text?.edit(command) ?? false;
  }

  /** Selects a stretch of the text as a person would, and shows it. */
  selectRange(range: TextRange): void {
    const { text } = this;
    if (!text) return;
    text.focus();
    text.select(range.start, range.end);
    this.#scrollIntoView(range.start);
    this.selection = range;
    this.touch = false;
    this.selectionBox = text.rectOf(range.start, range.end);
  }

  /** Where the caret is in the text: a UTF-16 offset. */
  get caret(): number {
    return this.text?.caretOffset() ?? 0;
  }

  /** Takes the selection in the text back, after something was made of it. */
  dropSelection(): void {
    this.text?.clearSelection();
    this.selection = null;
    this.selectionBox = null;
  }

  /** Scrolls to an annotation where its mark or its card is not in view. */
  async reveal(annotation: Annotation): Promise<void> {
    await this.updateComplete;
    const place = this.version && firstPlace(annotation, this.version.id);
    if (place) this.#scrollIntoView(place.start);
    await this.#revealCard(annotation.id);
  }

  /** Scrolls to an offset of the text unless it is well in view. */
  #scrollIntoView(offset: number): void {
    const { scroller, text } = this;
    if (!text) return;
    const sheet = this.narrow ? scroller.clientHeight * 0.5 : 0;
    const top = text.topOf(offset);
    const y = (top ?? 0) + text.offsetTop;
    if (top === null || y < scroller.scrollTop + 60 || y > scroller.scrollTop + scroller.clientHeight - sheet - 80) text.scrollToOffset(offset);
  }

  /** Scrolls on as far as the open card needs it, but never so far that its mark leaves the view. */
  async #revealCard(id: string): Promise<void> {
    const { column, scroller } = this;
    if (this.narrow || !column || !this.#aligned) {
      column?.activeCard?.scrollIntoView({ block: 'nearest' });
      return;
    }
    await nextFrame();
    await column.updateComplete;
    const card = column.activeCard;
    const top = column.topOf(id);
    if (!card || top === null) return;
    const from = column.offsetTop + top;
    const over = from + card.offsetHeight + 16 - (scroller.scrollTop + scroller.clientHeight);
    const covered = this.renderRoot.querySelector<HTMLElement>('.filter')?.offsetHeight ?? 0;
    const room = from - scroller.scrollTop - covered - 8;
    // A card that begins under the bar comes out from under it; one that is too long goes up as far as it may.
    const by = room < 0 ? room : Math.max(0, Math.min(over, room));
    if (by !== 0) scroller.scrollBy({ top: by, behavior: prefersStillness() ? 'instant' : 'smooth' });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('annotations')) this.#numbers = new Map(this.annotations.map(({ id }, index) => [id, index + 1]));
    if (changed.has('version') && this.version?.id !== changed.get('version')?.id) {
      this.selection = null;
      this.selectionBox = null;
      this.layout++;
    }
    if (changed.has('screen') && this.screen.active && this.narrow) this.listOpen = false;
    if (changed.has('editing') && this.draftChanged.size > 0) this.draftChanged = new Set();
  }

  protected override render(): TemplateResult {
    const { article, version } = this;
    if (!article || !version) return html``;
    return html`<div class="body">
        <div class="scroller" @scroll=${this.#onScroll} tabindex="-1">
          <div class="page">
            ${version.origin === 'sample' && this.annotations.length > 0 && !this.readonly && !this.editing ? sampleNote(() => this.dispatchEvent(new CommandEvent('start-clean'))) : ''}
            ${this.editing ? html`<edit-bar ?changed=${this.edited} ?kept=${this.drafted} @edit-command=${(event: EditCommandEvent) => void this.editText(event.command)}></edit-bar>` : ''}
            <claim-article
              .document=${(this.editing?.version ?? version).document}
              .draft=${this.editing?.draft ?? null}
              ?editing=${this.editing !== null}
              .ranges=${this.#ranges(version)}
              .active=${this.screen.active}
              .lang=${article.language}
              .label=${article.title || 'Article'}
              @article-edit=${this.#onEdit}
              @article-selection=${this.#onSelection}
              @article-activate=${this.#onActivate}
              @article-view-change=${this.#onViewChange}
              @anchor-adjust=${this.#onAdjust}
            ></claim-article>
            ${this.coverage && !this.editing
              ? html`<coverage-margin .sentences=${this.coverage.sentences} .text=${this.text} .view=${this.#offsetsInView} .layout=${this.layout} style="inset-block-start: ${this.text?.offsetTop ?? 0}px"></coverage-margin>`
              : ''}
          </div>
          ${this.narrow ? '' : this.#cards()}
        </div>
        <mark-strip .marks=${this.#strip()} .active=${this.screen.active} .view=${this.#shareInView()} @strip-pick=${this.#onStripPick}></mark-strip>
      </div>
      ${this.narrow ? this.#sheet() : ''}
      ${this.readonly || this.editing
        ? ''
        : html`<selection-toolbar .anchor=${this.selection ? this.selectionBox : null} ?docked=${this.touch} ?extendable=${this.screen.active !== null}></selection-toolbar>`}`;
  }

  /** Whether the cards stand beside their marks: not when another order, or the list of what is to decide, is asked for. */
  get #aligned(): boolean {
    return this.screen.sorting === 'position' && !isUndecidedFilter(this.screen.filter);
  }

  #ranges(version: ArticleVersion): readonly AnnotationRange[] {
    if (this.editing) {
      const ranges = markRanges(this.annotations, this.editing.version.id, this.scales);
      return this.#drafted.of([ranges, this.draftChanged], () => ranges.map(range => (this.draftChanged.has(range.id) ? { ...range, classes: `${range.classes} stale` } : range)));
    }
    const ranges = markRanges(this.shown, version.id, this.scales);
    return this.preview ? this.#previewed.of([ranges, this.preview], () => [...ranges, { id: '', ...this.preview!, classes: 'preview' }]) : ranges;
  }

  get #waiting(): Waiting {
    return this.#toDecide.of([this.annotations], () => waitingOf(this.annotations));
  }

  /** What stands above the cards. */
  #head(): TemplateResult {
    return html`${this.coverage ? html`<coverage-bar .coverage=${this.coverage} @section-pick=${(event: SectionPickEvent) => this.text?.scrollToOffset(event.offset)}></coverage-bar>` : ''}
      ${this.#decideBar()} ${this.annotations.length > 0 ? this.#filterBar() : ''}`;
  }

  #decideBar(): TemplateResult {
    const { undecided, rechecks, changed, grave } = this.#waiting;
    return html`<decide-bar .undecided=${undecided} .rechecks=${rechecks} .changed=${changed} ?grave=${grave} ?deciding=${isUndecidedFilter(this.screen.filter)}></decide-bar>`;
  }

  #filterBar(): TemplateResult {
    return html`<filter-bar
      .filter=${this.screen.filter}
      .sorting=${this.screen.sorting}
      .annotations=${this.annotations}
      .scales=${this.scales}
      .shown=${this.shown.length}
      .ticked=${this.ticked.size}
    ></filter-bar>`;
  }

  #column(annotations: readonly Annotation[], markTops: readonly number[] | null, view: { top: number; bottom: number }): TemplateResult {
    return html`<card-column
      aria-label="Cards"
      @place-preview=${this.#onPreview}
      .article=${this.article}
      .version=${this.version}
      .drafted=${this.draftChanged}
      .annotations=${annotations}
      .numbers=${this.#numbers}
      .active=${this.screen.active}
      .ticked=${this.ticked}
      .sources=${this.sources}
      .uses=${this.uses}
      .tagSuggestions=${this.tags}
      .scales=${this.scales}
      .reviewer=${this.reviewer}
      ?readonly=${this.readonly}
      .markTops=${markTops}
      .view=${view}
    ></card-column>`;
  }

  #cards(): TemplateResult {
    const aligned = this.#aligned;
    const annotations = aligned && this.version ? nearView(this.shown, this.#offsetsInView, this.#activeShown) : this.shown;
    // A list of its own scrolls by itself, beside the text in whatever part of it is in view.
    return html`<section class="cards ${aligned ? 'aligned' : 'stacked'}" aria-label="Annotations" style=${aligned ? '' : `block-size: ${this.viewHeight}px`}>
      ${this.annotations.length > 0 || this.coverage ? html`<div class="filter">${this.#head()}</div>` : ''}
      ${this.annotations.length === 0
        ? nothingMarked()
        : this.shown.length === 0
          ? html`<p class="empty">No card fits the filter.</p>`
          : aligned
            ? this.#column(annotations, this.#markTops(annotations), this.view)
            : html`<div class="stack" @scroll=${this.#onListScroll}>${this.#column(annotations, null, this.listView)}</div>`}
    </section>`;
  }

  #sheet(): TemplateResult {
    const active = this.shown.find(({ id }) => id === this.screen.active) ?? this.annotations.find(({ id }) => id === this.screen.active);
    const mode = this.listOpen ? 'list' : active ? 'card' : 'dock';
    return cardSheet({
      mode,
      total: this.annotations.length,
      shown: this.shown.length,
      waiting: this.#waiting,
      head: this.#head(),
      cards: mode === 'card' && active ? this.#column([active], null, { top: 0, bottom: 4000 }) : this.#column(this.shown, null, this.listView),
      setList: open => void (this.listOpen = open),
      command: name => void this.dispatchEvent(new CommandEvent(name)),
      closeCard: () => void this.dispatchEvent(new ActivateEvent(null)),
      onScroll: this.#onListScroll,
    });
  }

  get #activeShown(): Annotation | null {
    const { active } = this.screen;
    return active === null ? null : (this.shown.find(({ id }) => id === active) ?? null);
  }

  /** Tops of the marks from the top of the column of cards. Read off the layout of the text, so once that is there. */
  #markTops(annotations: readonly Annotation[]): readonly number[] {
    const { text, version, column } = this;
    if (!text || !version || !this.hasUpdated) return annotations.map(() => 0);
    return this.#tops.of([annotations, version.id, this.layout, column], () => {
      const shift = text.offsetTop - (column?.offsetTop ?? text.offsetTop);
      return topsOfMarks(text, annotations, version.id).map((top, at) => (firstPlace(annotations[at]!, version.id) ? top + shift : 0));
    });
  }

  #strip(): readonly StripMark[] {
    const { text, version, shown } = this;
    if (!text || !version || !this.hasUpdated) return [];
    return this.#ticks.of([shown, this.scales, version.id, shown.length > measuredAtOnce || this.layout], () =>
      stripMarks(text, shown, this.scales, { id: version.id, length: version.text.length }, this.scroller.scrollHeight),
    );
  }

  #shareInView(): { top: number; bottom: number } {
    if (!this.hasUpdated || !this.scroller) return { top: 0, bottom: 1 };
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    return { top: scrollTop / scrollHeight, bottom: Math.min(1, (scrollTop + clientHeight) / scrollHeight) };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.text !== this.#watched) {
      if (this.#watched) this.#resize.unobserve(this.#watched);
      if (this.text) this.#resize.observe(this.text);
      this.#watched = this.text;
    }
    // The first layout of a text is known only now; another round puts cards and ticks where the marks are.
    if (changed.has('version') && this.version && this.version.id !== this.#restored) {
      this.#restored = this.version.id;
      void this.#settle();
    }
  }

  async #settle(): Promise<void> {
    await this.text?.updateComplete;
    if (this.screen.readingOffset > 0) this.text?.scrollToOffset(this.screen.readingOffset);
    else this.scroller?.scrollTo({ top: 0, behavior: 'instant' });
    this.#look();
    await document.fonts?.ready;
    this.layout++;
    this.#look();
  }

  /** Reads what is in view. */
  #look(): void {
    const { scroller, text } = this;
    if (!scroller || !text) return;
    const origin = this.column?.offsetTop ?? text.offsetTop;
    const top = scroller.scrollTop - origin;
    const bottom = top + scroller.clientHeight;
    if (scroller.clientHeight !== this.viewHeight) this.viewHeight = scroller.clientHeight;
    if (top !== this.view.top || bottom !== this.view.bottom) this.view = { top, bottom };
    const list = this.renderRoot.querySelector('.stack');
    if (list && (list.scrollTop !== this.listView.top || list.clientHeight !== this.listView.bottom - this.listView.top)) {
      this.listView = { top: list.scrollTop, bottom: list.scrollTop + list.clientHeight };
    }
    if (this.selection) this.selectionBox = text.rectOf(this.selection.start, this.selection.end);
  }

  readonly #onViewChange = ({ firstOffset, lastOffset }: ArticleViewChangeEvent): void => {
    this.#offsetsInView = { first: firstOffset, last: lastOffset };
    this.#look();
    this.dispatchEvent(new ReadingEvent(firstOffset));
  };

  readonly #onScroll = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  };

  readonly #onListScroll = (event: Event): void => {
    const list = event.currentTarget as HTMLElement;
    this.listView = { top: list.scrollTop, bottom: list.scrollTop + list.clientHeight };
  };

  readonly #onSelection = (event: ArticleSelectionEvent): void => {
    this.selection = event.range;
    this.touch = event.origin === 'touch';
    this.selectionBox = event.range && this.text ? this.text.rectOf(event.range.start, event.range.end) : null;
  };

  readonly #onActivate = (event: ArticleActivateEvent): void => {
    // A second press on the same words goes on to the mark under the first one.
    const at = event.ids.indexOf(this.screen.active ?? '');
    this.dispatchEvent(new ActivateEvent(event.ids[(at + 1) % event.ids.length] ?? null, { reveal: true }));
  };

  readonly #onAdjust = (event: AnchorAdjustEvent): void => {
    event.stopPropagation();
    const annotation = this.annotations.find(({ id }) => id === event.id);
    const piece = annotation?.anchors.findIndex(({ placement }) => placement.start === event.before.start && placement.end === event.before.end) ?? -1;
    if (!annotation || !this.version || piece < 0 || this.readonly) return;
    this.dispatchEvent(new ChangeEvent(adjustPiece(annotation, this.version, piece, { start: event.start, end: event.end })));
  };

  /** Which marks have other words in the draft: their cards must not go on saying that nothing has changed. */
  readonly #onEdit = (): void => {
    const { text, editing } = this;
    if (!text || !editing) return;
    const words = text.edited().text;
    const changed = new Set<string>();
    for (const { id, anchors } of this.annotations) {
      for (const { placement } of anchors) {
        if (placement.version !== editing.version.id) continue;
        const now = text.follow(id, placement);
        if (now === 'deleted' || (now && !areSameWords(words.slice(now.start, now.end), editing.version.text.slice(placement.start, placement.end)))) changed.add(id);
      }
    }
    this.draftChanged = changed;
  };

  readonly #onPreview = ({ range }: PlacePreviewEvent): void => {
    this.preview = range && { start: range.start, end: range.end };
    if (range) void this.updateComplete.then(() => this.#scrollIntoView(range.start));
  };

  readonly #onStripPick = (event: StripPickEvent): void => {
    const { scrollHeight, clientHeight } = this.scroller;
    this.scroller.scrollTo({ top: event.at * scrollHeight - clientHeight / 2, behavior: 'instant' });
  };
}

/** The person reads on: the first offset in view. */
export class ReadingEvent extends Event {
  static readonly type = 'reading-change';
  readonly offset: number;
  constructor(offset: number) {
    super(ReadingEvent.type, { bubbles: true, composed: true });
    this.offset = offset;
  }
}

declare global {
  interface HTMLElementEventMap {
    'reading-change': ReadingEvent;
  }
  interface HTMLElementTagNameMap {
    'article-workspace': ArticleWorkspace;
  }
}
