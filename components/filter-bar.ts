import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { annotationTypes, type Annotation } from '../src/domain/annotation.ts';
import { defaultScales, type Scales } from '../src/domain/scales.ts';
import { statuses } from '../src/domain/status.ts';
import { facets as countFacets, isOpenFilter } from '../src/store/queries.ts';
import { noFilter, sortings, type Filter, type Sorting } from '../src/store/screen.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { sortingLabels, statusLabels, typeLabels } from './labels.ts';

/** Somebody changed the filter or the order of the cards. */
export class FilterEvent extends Event {
  static readonly type = 'filter-change';
  readonly filter: Filter;
  readonly sorting: Sorting;
  constructor(filter: Filter, sorting: Sorting) {
    super(FilterEvent.type, { bubbles: true, composed: true });
    this.filter = filter;
    this.sorting = sorting;
  }
}

/** Search, filter and order of the cards, and what can be done with the ticked ones. */
@customElement('filter-bar')
export class FilterBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-2);
      }
      .search {
        position: relative;
        flex: 1;
        min-width: 120px;
      }
      .search svg {
        position: absolute;
        inset-block-start: calc(50% - 8px);
        inset-inline-start: 9px;
        color: var(--_muted);
        pointer-events: none;
      }
      .search input {
        padding-inline-start: 32px;
      }
      .top {
        flex-wrap: nowrap;
      }
      .panel {
        display: grid;
        gap: var(--_gap-3);
        padding: var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      legend {
        padding: 0 0 4px;
        font-size: var(--_size-small);
        color: var(--_muted);
      }
      .chip {
        min-height: 28px;
        padding: 2px 10px;
        border-radius: 14px;
        border-color: var(--_line);
        font-size: var(--_size-small);
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .chip .count {
        color: var(--_muted);
      }
      .dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--_accent);
      }
      @media (pointer: coarse) {
        .chip {
          min-height: 40px;
          border-radius: 20px;
        }
      }
    `,
  ];

  @property({ attribute: false }) filter: Filter = noFilter;
  @property() sorting: Sorting = 'position';
  /** All annotations: what there is to filter by is counted when somebody looks. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  @property({ attribute: false }) scales: Scales = defaultScales;
  @property({ type: Number }) shown = 0;
  @property({ type: Number }) ticked = 0;
  @state() private expanded = false;

  /** Puts the cursor into the search field. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const active = !isOpenFilter({ ...this.filter, search: '' }) || this.sorting !== 'position';
    const narrowed = !isOpenFilter(this.filter);
    const total = this.annotations.length;
    return html`<div class="row top">
        <div class="search">
          ${icon('search', 16)}
          <input
            type="search"
            aria-label="Search cards"
            placeholder="Search ${total} ${total === 1 ? 'card' : 'cards'}"
            .value=${this.filter.search}
            @input=${(event: Event) => this.#set({ search: (event.target as HTMLInputElement).value })}
          />
        </div>
        <button type="button" class="quiet" aria-expanded=${this.expanded} aria-controls="panel" @click=${this.#toggle}>
          ${icon('filter', 16)} Filter ${active ? html`<span class="dot"><span class="visually-hidden">(in use)</span></span>` : ''}
        </button>
      </div>
      ${this.expanded ? this.#panel() : ''}
      ${narrowed || this.ticked > 0
        ? html`<div class="row small">
            ${narrowed
              ? html`<span class="muted" role="status">${this.shown} of ${total} shown</span>
                  <button type="button" class="quiet small" @click=${() => this.#tell(noFilter, this.sorting)}>Show all</button>`
              : ''}
            ${this.ticked > 0
              ? html`<span class="muted" role="status">${this.ticked} ticked</span>
                  ${this.ticked > 1 ? html`<button type="button" class="small" @click=${() => this.#command('merge')}>${icon('merge', 16)} Merge</button>` : ''}
                  <button type="button" class="small danger" @click=${() => this.#command('remove-ticked')}>${icon('remove', 16)} Remove</button>
                  <button type="button" class="quiet small" @click=${() => this.#command('untick-all')}>Untick</button>`
              : ''}
          </div>`
        : ''}`;
  }

  #toggle(): void {
    this.expanded = !this.expanded;
  }

  #panel(): TemplateResult {
    const facets = countFacets(this.annotations, this.scales);
    const { filter } = this;
    return html`<div class="panel" id="panel">
      <label class="field">
        Order
        <select @change=${(event: Event) => this.#tell(filter, sortings.find(name => name === (event.target as HTMLSelectElement).value) ?? 'position')}>
          ${sortings.map(name => html`<option value=${name} ?selected=${name === this.sorting}>${sortingLabels[name]}</option>`)}
        </select>
      </label>
      ${this.#chips('Status', statuses.filter(name => facets.statuses.has(name)), filter.statuses, name => statusLabels[name], name => facets.statuses.get(name)!, statuses => ({ statuses }))}
      ${this.#chips('Type', annotationTypes.filter(name => facets.types.has(name)), filter.types, name => typeLabels[name], name => facets.types.get(name)!, types => ({ types }))}
      ${this.#chips('Rating', [...facets.ratings.keys()], filter.ratings, id => facets.ratings.get(id)!.label, id => facets.ratings.get(id)!.count, ratings => ({ ratings }))}
      ${this.#chips('Tag', [...facets.tags.keys()].sort(), filter.tags, name => name, name => facets.tags.get(name)!, tags => ({ tags }))}
      ${this.#chips('Reviewer', [...facets.reviewers.keys()].sort(), filter.reviewers, name => name || 'No name', name => facets.reviewers.get(name)!, reviewers => ({ reviewers }))}
    </div>`;
  }

  #chips<T extends string>(
    title: string,
    values: readonly T[],
    chosen: readonly T[],
    label: (value: T) => string,
    count: (value: T) => number,
    part: (values: readonly T[]) => Partial<Filter>,
  ): TemplateResult {
    // A value that was chosen stays on offer although nothing has it any more: else it could not be taken back.
    const all = [...values, ...chosen.filter(value => !values.includes(value))];
    if (all.length === 0 || (all.length === 1 && chosen.length === 0)) return html``;
    return html`<fieldset>
      <legend>${title}</legend>
      <div class="chips">
        ${all.map(
          value => html`<button
            type="button"
            class="chip"
            aria-pressed=${chosen.includes(value)}
            @click=${() => this.#set(part(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value]))}
          >
            ${values.includes(value) ? label(value) : value} <span class="count">${values.includes(value) ? count(value) : 0}</span>
          </button>`,
        )}
      </div>
    </fieldset>`;
  }

  #set(part: Partial<Filter>): void {
    this.#tell({ ...this.filter, ...part }, this.sorting);
  }

  #tell(filter: Filter, sorting: Sorting): void {
    this.dispatchEvent(new FilterEvent(filter, sorting));
  }

  #command(name: string): void {
    this.dispatchEvent(new CommandEvent(name));
  }
}

declare global {
  interface HTMLElementEventMap {
    'filter-change': FilterEvent;
  }
  interface HTMLElementTagNameMap {
    'filter-bar': FilterBar;
  }
}
