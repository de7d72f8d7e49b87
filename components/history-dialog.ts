import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Desk } from '../src/domain/desk.ts';
import type { Step } from '../src/domain/operation.ts';
import { scalesOf } from '../src/domain/scales-of-desk.ts';
import { changeKinds, deskAt, entriesOf, historyOf, type History, type HistoryEntry } from '../src/store/history.ts';
import { filterEntries, kindsIn, noHistoryFilter, peopleIn, type HistoryFilter } from '../src/store/history-filter.ts';
import type { ValueContext } from '../src/store/shown-value.ts';
import './article-then.ts';
import { controls } from './controls.ts';
import './history-list.ts';
import type { HistoryList, HistoryLookEvent } from './history-list.ts';
import { annotationLabel, changeKindLabels, entryLabel, personLabel } from './history-words.ts';
import { icon } from './icons.ts';
import { Latest } from './latest.ts';
import { timeLabel } from './time-label.ts';
import { tokens } from './tokens.ts';

/**
 * What was done to an article, or to one of its annotations: by whom, when, and each value before and after. From every entry
 * one can look at the article as it was then. Only looks: nothing is changed here.
 *
 * Told in the order it happens: `show` reads the steps by `load`; the list shows the entries that the filter lets through; an
 * entry is opened, or looked at; "Back to now" leads back to the list.
 */
@customElement('history-dialog')
export class HistoryDialog extends LitElement {
  /** The desk as it is now; null while no article is open. */
  @property({ attribute: false }) desk: Desk | null = null;
  /** Reads every step of the article, oldest first. */
  @property({ attribute: false }) load: () => Promise<readonly Step[]> = () => Promise.resolve([]);

  @state() private open = false;
  @state() private history: History | null = null;
  @state() private problem = '';
  /** Id of the annotation that it is all about; null for the article. */
  @state() private annotation: string | null = null;
  @state() private filter: HistoryFilter = noHistoryFilter;
  /** The entry after which the article is looked at; null for the list. */
  @state() private then: HistoryEntry | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('history-list') private list!: HistoryList | null;

  readonly #own = new Latest<readonly HistoryEntry[]>();
  readonly #shown = new Latest<readonly HistoryEntry[]>();
  readonly #context = new Latest<ValueContext>();
  readonly #past = new Latest<Desk>();
  #opening = 0;

  /** Opens the dialog on an annotation; on the whole article with null. Resolves when the entries are there. */
  async show(annotation: string | null = null): Promise<void> {
    const opening = ++this.#opening;
    Object.assign(this, { annotation, filter: noHistoryFilter, then: null, history: null, problem: '', open: true });
    if (!this.dialog.open) this.dialog.showModal();
    try {
      const steps = await this.load();
      if (opening === this.#opening) this.history = historyOf(steps);
    } catch (error) {
      if (opening === this.#opening) this.problem = `The history could not be read: ${error instanceof Error ? error.message : String(error)}`;
    }
    await this.updateComplete;
    if (opening === this.#opening) this.list?.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose}><div class="panel">
      <div class="row">
        <h2 id="heading" class="spread" dir="auto">${this.#heading()}</h2>
        <button class="icon quiet" type="button" aria-label="Close" @click=${() => this.dialog.close()}>${icon('close')}</button>
      </div>
      ${this.open && this.desk ? this.#renderContent(this.desk) : nothing}
    </div></dialog>`;
  }

  #heading(): string {
    if (this.then) return 'The article as it was';
    if (this.annotation === null) return 'History of the article';
    return `History of ${annotationLabel(this.history?.names.get(this.annotation))}`;
  }

  #renderContent(desk: Desk): TemplateResult {
    if (this.problem) return html`<p class="error" role="alert">${this.problem}</p>`;
    if (!this.history) return html`<p class="muted" role="status">Reading the history …</p>`;
    return this.then ? this.#renderThen(this.history, desk, this.then) : this.#renderList(this.history, desk);
  }

  // ---------------------------------------------------------------- the list

  #renderList(history: History, desk: Desk): TemplateResult {
    const all = this.#entries(history);
    const context = this.#contextOf(desk);
    const shown = this.#filtered(history, all, context);
    if (all.length === 0) return html`<p class="muted">Nothing has happened here yet that is kept.</p>`;
    const { search, person, kind } = this.filter;
    const isOpen = search.trim() === '' && person === null && kind === null;
    return html`<div class="filter">
        <label class="search"><span class="visually-hidden">Search the history</span>${icon('search', 16)}<input type="search" placeholder="Search words, people, sources …" .value=${search} @input=${this.#onSearch} @keydown=${this.#onSearchKey} /></label>
        <label><span class="visually-hidden">Who</span><select @change=${this.#onPerson}>
          <option value="" .selected=${person === null}>Everybody</option>
          ${[...peopleIn(all)].map(([by, count]) => html`<option value=${`by ${by}`} .selected=${person === by}>${personLabel(by, all.some(({ step, isByProgram }) => step.by === by && isByProgram))} (${count})</option>`)}
        </select></label>
        <label><span class="visually-hidden">What about</span><select @change=${this.#onKind}>
          <option value="" .selected=${kind === null}>All changes</option>
          ${this.#kinds(all).map(([name, count]) => html`<option value=${name} .selected=${kind === name}>${changeKindLabels[name]} (${count})</option>`)}
        </select></label>
      </div>
      <p class="count small muted" role="status">${isOpen ? (all.length === 1 ? 'One change' : `${all.length.toLocaleString()} changes`) : `${shown.length.toLocaleString()} of ${all.length.toLocaleString()} changes`}</p>
      ${shown.length === 0
        ? html`<div class="none"><p>No change fits what you look for.</p><button type="button" @click=${() => this.#setFilter(noHistoryFilter)}>${icon('close', 16)} Show all changes</button></div>`
        : html`<history-list .history=${history} .entries=${shown} .annotation=${this.annotation} .context=${context} @history-look=${(event: HistoryLookEvent) => this.#lookAt(event.entry)}></history-list>`}`;
  }

  /** Newest first. */
  #entries(history: History): readonly HistoryEntry[] {
    return this.#own.of([history, this.annotation], () => [...entriesOf(history, this.annotation)].reverse());
  }

  #filtered(history: History, all: readonly HistoryEntry[], context: ValueContext): readonly HistoryEntry[] {
    return this.#shown.of([all, this.filter], () => filterEntries(history, all, this.filter, context, entryLabel));
  }

  #kinds(all: readonly HistoryEntry[]): readonly (readonly [(typeof changeKinds)[number], number])[] {
    const counts = kindsIn(all);
    return changeKinds.flatMap(kind => (counts.has(kind) ? [[kind, counts.get(kind)!] as const] : []));
  }

  #contextOf(desk: Desk): ValueContext {
    return this.#context.of([desk], () => ({ sources: desk.sources, scales: scalesOf(desk), versions: desk.versions }));
  }

  #setFilter(part: Partial<HistoryFilter>): void {
    this.filter = { ...this.filter, ...part };
  }

  #onSearch(event: Event): void {
    this.#setFilter({ search: (event.target as HTMLInputElement).value });
  }

  #onSearchKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    this.list?.focus();
  }

  #onPerson(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#setFilter({ person: value === '' ? null : value.slice('by '.length) });
  }

  #onKind(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#setFilter({ kind: changeKinds.find(kind => kind === value) ?? null });
  }

  // ---------------------------------------------------------------- as it was

  #renderThen(history: History, desk: Desk, entry: HistoryEntry): TemplateResult {
    const { step, isByProgram } = entry;
    const steps = history.entries.map(one => one.step);
    const past = this.#past.of([history, entry], () => deskAt(steps, desk.versions.values(), step.id));
    const shown = this.#filtered(history, this.#entries(history), this.#contextOf(desk));
    const at = shown.indexOf(entry);
    const first = this.annotation ?? [...entry.annotations][0] ?? null;
    return html`<div class="filter then">
        <button type="button" class="primary" id="back" @click=${this.#backToNow}>${icon('back', 16)} Back to now</button>
        <p class="spread" role="status"><time datetime=${step.at}>${timeLabel(step.at)}</time>, after “${entryLabel(entry)}” by <bdi>${personLabel(step.by, isByProgram)}</bdi></p>
        <button type="button" ?disabled=${at + 1 >= shown.length} @click=${() => this.#lookAt(shown[at + 1]!)}>${icon('undo', 16)} One earlier</button>
        <button type="button" ?disabled=${at <= 0} @click=${() => this.#lookAt(shown[at - 1]!)}>One later ${icon('redo', 16)}</button>
      </div>
      <article-then .desk=${past} .scales=${scalesOf(desk)} .first=${first}></article-then>`;
  }

  #lookAt(entry: HistoryEntry): void {
    const isFirst = this.then === null;
    this.then = entry;
    if (isFirst) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#back')?.focus());
  }

  async #backToNow(): Promise<void> {
    const entry = this.then;
    this.then = null;
    await this.updateComplete;
    if (entry) this.list?.openOnly(entry);
    this.list?.focus();
  }

  #onClose(): void {
    // The event comes late: by then the dialog may have been opened again.
    if (this.dialog.open) return;
    this.#opening++;
    this.open = false;
    this.history = null;
    this.then = null;
  }

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(960px, calc(100vw - 24px));
      }
      .panel {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_gap-3);
      }
      .row {
        flex-wrap: nowrap;
      }
      h2 {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0;
      }
      .filter {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: var(--_gap-2);
      }
      .filter select {
        max-width: 15rem;
      }
      .search {
        position: relative;
      }
      .search svg {
        position: absolute;
        inset-block-start: calc(50% - 8px);
        inset-inline-start: 9px;
        color: var(--_muted);
        pointer-events: none;
      }
      .search input:not([type='checkbox']) {
        padding-inline-start: 32px;
      }
      .then {
        grid-template-columns: auto minmax(0, 1fr) auto auto;
      }
      history-list,
      article-then,
      .none {
        height: min(66vh, 760px);
      }
      .none {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--_gap-3);
      }
      @media (max-width: 759.98px) {
        .panel {
          padding: var(--_gap-4) !important;
        }
        .filter {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .search,
        .then p {
          grid-column: 1 / -1;
        }
        .then .primary {
          grid-column: 1 / -1;
        }
        history-list,
        article-then,
        .none {
          height: 60vh;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'history-dialog': HistoryDialog;
  }
}
