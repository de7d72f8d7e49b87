import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { History, HistoryEntry } from '../src/store/history.ts';
import { nameOfSource, type ValueContext } from '../src/store/shown-value.ts';
import { controls } from './controls.ts';
import './history-changes.ts';
import { historyListStyles } from './history-list-styles.ts';
import { annotationLabel, entryIcon, entryLabel, personLabel } from './history-words.ts';
import { icon } from './icons.ts';
import { clockLabel, dayLabel, timeLabel } from './time-label.ts';

/** Somebody wants to see the article as it was right after an entry. */
export class HistoryLookEvent extends Event {
  static readonly type = 'history-look';
  readonly entry: HistoryEntry;
  constructor(entry: HistoryEntry) {
    super(HistoryLookEvent.type, { bubbles: true, composed: true });
    this.entry = entry;
  }
}

/** Height of an entry that was never measured, in pixels, without and with the day above it. */
const guessed = { entry: 52, day: 84 };

/** How far beyond the view entries are rendered, in pixels. */
const margin = 400;

/** Resolves when the browser has laid out, and the list has measured, what was rendered. */
function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
}

/**
 * Entries of a history, newest first under the days they were made on, each to be opened for what it changed. Only those in
 * view are rendered, whatever their heights: ten thousand cost as much as twenty. Arrow keys move through them, Enter opens.
 */
@customElement('history-list')
export class HistoryList extends LitElement {
  @property({ attribute: false }) history!: History;
  /** The entries to show, newest first. */
  @property({ attribute: false }) entries: readonly HistoryEntry[] = [];
  /** Id of the annotation that it is all about; null for the article. */
  @property({ attribute: false }) annotation: string | null = null;
  @property({ attribute: false }) context!: ValueContext;

  /** Ids of the steps whose entries are open. */
  @state() private opened: ReadonlySet<string> = new Set();
  /** Index of the entry that has or gets the focus. */
  @state() private current = 0;
  @state() private view = { top: 0, height: 600 };
  @query('.scroller') private scroller!: HTMLElement;

  /** The day above an entry, where it is the first of its day; else empty. */
  #days: readonly string[] = [];
  /** Measured heights by the id of the step and how it is shown. */
  readonly #heights = new Map<string, number>();
  readonly #sizes = new ResizeObserver(records => {
    // In the next frame: what follows from a size may change a size, and observers must not chase each other.
    if (records.length > 0) requestAnimationFrame(() => this.#measure());
  });
  #watched: ReadonlySet<Element> = new Set();

  /** Focuses the entry that had the focus last, else the newest. */
  override focus(): void {
    void this.#goTo(this.current);
  }

  /** Opens one entry and closes the others; its focus is up to `focus`. */
  openOnly(entry: HistoryEntry): void {
    this.opened = new Set([entry.step.id]);
    this.current = Math.max(0, this.entries.indexOf(entry));
    void this.#reveal(entry.step.id);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#watched = new Set();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entries')) return;
    let last = '';
    this.#days = this.entries.map(({ step }) => {
      const day = dayLabel(step.at);
      if (day === last) return '';
      last = day;
      return day;
    });
    this.current = Math.max(0, Math.min(this.current, this.entries.length - 1));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('entries') && changed.get('entries') !== undefined) this.scroller.scrollTop = 0;
    const rows = new Set<Element>([...this.renderRoot.querySelectorAll('.item'), this.scroller]);
    for (const row of this.#watched) if (!rows.has(row)) this.#sizes.unobserve(row);
    for (const row of rows) if (!this.#watched.has(row)) this.#sizes.observe(row);
    this.#watched = rows;
  }

  protected override render(): TemplateResult {
    const tops = this.#tops();
    const from = this.view.top - margin;
    const to = this.view.top + this.view.height + margin;
    const shown: number[] = [];
    for (let index = 0; index < this.entries.length; index++) {
      // The one with the focus stays, wherever it is scrolled to.
      if ((tops[index + 1]! > from && tops[index]! < to) || index === this.current) shown.push(index);
    }
    return html`<div class="scroller" @scroll=${this.#onScroll}>
      <div class="all" role="list" style=${styleMap({ height: `${tops.at(-1)!}px` })} @keydown=${this.#onKey}>
        ${repeat(shown, index => this.entries[index]!.step.id, index => this.#renderRow(index, tops[index]!))}
      </div>
    </div>`;
  }

  #renderRow(index: number, top: number): TemplateResult {
    const entry = this.entries[index]!;
    const { step, isTakenBack, isByProgram } = entry;
    const isOpen = this.opened.has(step.id);
    const day = this.#days[index]!;
    const about = this.#about(entry);
    return html`<div class="item" role="listitem" aria-setsize=${this.entries.length} aria-posinset=${index + 1} data-index=${index} style=${styleMap({ top: `${top}px` })}>
      ${day === '' ? nothing : html`<h3>${day}</h3>`}
      <div class="entry ${isOpen ? 'open' : ''}">
        <button type="button" class="head" aria-expanded=${isOpen} tabindex=${index === this.current ? 0 : -1} @focus=${() => (this.current = index)} @click=${() => this.#toggle(step.id)}>
          <span class="icon ${isByProgram ? 'program' : ''}">${icon(entryIcon(entry), 18)}</span>
          <span class="words">
            <span class="what"><strong>${entryLabel(entry)}</strong>${isTakenBack ? html` <span class="tag">taken back later</span>` : nothing}</span>
            <span class="about small muted">${about === '' ? nothing : html`<bdi>${about}</bdi>`}</span>
          </span>
          <span class="who small"><bdi>${personLabel(step.by, isByProgram)}</bdi><time class="muted" datetime=${step.at} title=${timeLabel(step.at)}>${clockLabel(step.at)}</time></span>
          <span class="fold">${icon(isOpen ? 'up' : 'down', 16)}</span>
        </button>
        ${isOpen
          ? html`<div class="body">
              <history-changes .history=${this.history} .entry=${entry} .annotation=${this.annotation} .context=${this.context}></history-changes>
              <button type="button" class="look" @click=${() => this.dispatchEvent(new HistoryLookEvent(entry))}>${icon('eye', 16)} The article as it was then</button>
            </div>`
          : nothing}
      </div>
    </div>`;
  }

  /** What an entry is about, in a line; empty where its name says it all. */
  #about({ annotations, sources, step }: HistoryEntry): string {
    if (this.annotation !== null) return annotations.size > 1 ? `With ${annotations.size - 1} more` : '';
    const [first] = annotations;
    if (annotations.size > 1) return `${annotations.size} marks`;
    if (first !== undefined) return annotationLabel(this.history.names.get(first));
    if (sources.size > 0) return [...sources].slice(0, 3).map(id => nameOfSource(this.context.sources, id)).join(', ') + (sources.size > 3 ? ` and ${sources.size - 3} more` : '');
    return step.operations.length === 0 ? 'Others had changed it since: nothing was left to take back' : '';
  }

  /** Where each entry begins, in pixels from the top of the list, and where the last one ends. */
  #tops(): readonly number[] {
    const tops = [0];
    let top = 0;
    for (let index = 0; index < this.entries.length; index++) tops.push((top += this.#heights.get(this.#keyOf(index)) ?? (this.#days[index] ? guessed.day : guessed.entry)));
    return tops;
  }

  #keyOf(index: number): string {
    const { id } = this.entries[index]!.step;
    return `${this.#days[index] ? 'day ' : ''}${this.opened.has(id) ? 'open ' : ''}${id}`;
  }

  #measure(): void {
    if (!this.isConnected || !this.hasUpdated) return;
    let moved = false;
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.item')) {
      const index = Number(row.dataset['index']);
      if (!this.entries[index]) continue;
      const key = this.#keyOf(index);
      const height = row.offsetHeight;
      if (height > 0 && this.#heights.get(key) !== height) {
        this.#heights.set(key, height);
        moved = true;
      }
    }
    this.#look();
    if (moved) this.requestUpdate();
  }

  #look(): void {
    const { scrollTop: top, clientHeight: height } = this.scroller;
    if (top !== this.view.top || height !== this.view.height) this.view = { top, height };
  }

  #onScroll(): void {
    this.#look();
  }

  #toggle(id: string): void {
    const opened = new Set(this.opened);
    const isOpening = !opened.delete(id);
    if (isOpening) opened.add(id);
    this.opened = opened;
    if (isOpening) void this.#reveal(id);
  }

  /** Scrolls to what an entry has just shown, once its height is known. */
  async #reveal(id: string): Promise<void> {
    await this.updateComplete;
    await nextFrame();
    const index = this.entries.findIndex(({ step }) => step.id === id);
    const item = this.renderRoot.querySelector<HTMLElement>(`.item[data-index="${index}"]`);
    if (item) item.scrollIntoView({ block: item.offsetHeight > this.scroller.clientHeight ? 'start' : 'nearest' });
  }

  #onKey(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || !event.target.matches('.head') || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.entries.length - 1;
    const targets: { readonly [key: string]: number } = { ArrowDown: this.current + 1, ArrowUp: this.current - 1, PageDown: this.current + 10, PageUp: this.current - 10, Home: 0, End: last };
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#goTo(Math.max(0, Math.min(target, last)));
  }

  async #goTo(index: number): Promise<void> {
    this.current = index;
    await this.updateComplete;
    const button = this.renderRoot.querySelector<HTMLElement>(`.item[data-index="${index}"] .head`);
    button?.focus({ preventScroll: true });
    button?.closest('.item')?.scrollIntoView({ block: 'nearest' });
  }

  static override styles = [controls, historyListStyles];
}

declare global {
  interface HTMLElementEventMap {
    'history-look': HistoryLookEvent;
  }
  interface HTMLElementTagNameMap {
    'history-list': HistoryList;
  }
}
