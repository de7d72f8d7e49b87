import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Claim, Quote } from '../src/domain/annotation.ts';
import type { Evidence } from '../src/domain/evidence.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { addressOf, sourceAt, sourceName, type Source } from '../src/domain/source.ts';
import { addSource, setEvidence } from '../src/store/changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { linkTarget } from './field-formats.ts';
import { icon } from './icons.ts';
import { PopoverPosition } from './popover-position.ts';
import { findSources, newSource, type NewSource, type SourceOption } from './source-search.ts';
import './source-form.ts';

/** Texts that were typed and not picked when their field went away, by the id of the evidence; they wait until it is shown again. */
const unpicked = new Map<string, string>();

/**
 * The source of a piece of evidence. Without one, a combobox as in the ARIA practices: typing searches the sources of
 * the desk by title, publisher, author and address, and the last line makes a new one. With one, a line with its name
 * and the ways to edit or change it.
 */
@customElement('source-picker')
export class SourcePicker extends CompoundElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  @property({ attribute: false }) evidence!: Evidence;
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** How often each source is used, by id. */
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();
  @property({ type: Boolean }) readonly = false;

  @state() private text = '';
  @state() private expanded = false;
  /** Index of the option that Enter picks; -1 for none. */
  @state() private active = -1;
  @state() private searching = false;
  @state() private editing = false;
  @state() private focused = false;
  @query('#search') private search!: HTMLInputElement | null;
  @query('#list') private list!: HTMLElement;

  readonly #position = new PopoverPosition(this);
  #options: readonly SourceOption[] = [];
  /** What gets the focus after the next rendering. */
  #focusNext: 'search' | 'form' | 'edit' | null = null;

  override disconnectedCallback(): void {
    if (this.text.trim() !== '') unpicked.set(this.evidence.id, this.text);
    super.disconnectedCallback();
  }

  /** Focuses the search, or the chosen source. */
  override focus(): void {
    const target = this.search ?? this.renderRoot.querySelector<HTMLElement>('button, a');
    target?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) {
      this.text = unpicked.get(this.evidence.id) ?? '';
      unpicked.delete(this.evidence.id);
    }
    if (this.expanded || this.text !== '') this.#options = findSources(this.sources, this.text);
    if (changed.has('evidence') && changed.get('evidence')?.source !== this.evidence.source) this.searching = false;
  }

  protected override updated(): void {
    this.#showList();
    if (this.#focusNext === null) return;
    const target = { search: '#search', form: 'source-form', edit: '#edit' }[this.#focusNext];
    const element = this.renderRoot.querySelector<HTMLElement>(target);
    if (!element) return;
    this.#focusNext = null;
    // A form that was just made has no fields before its own first rendering.
    void this.updateComplete.then(() => element.focus());
  }

  protected override render(): TemplateResult {
    const source = this.#chosen;
    return source && !this.searching ? this.#renderChosen(source) : this.#renderSearch(source);
  }

  get #chosen(): Source | null {
    return sourceAt(this.sources, this.evidence.source);
  }

  #renderChosen(source: Source): TemplateResult {
    const target = linkTarget(addressOf(source));
    const name = html`<bdi>${sourceName(source) || 'Source without a name'}</bdi>`;
    const about = [source.title && source.publisher, source.author, source.published].filter(Boolean).join(', ');
    return html`
      <div class="chosen">
        <div class="about">
          ${target ? html`<a href=${target} target="_blank" rel="noopener noreferrer">${name}</a>` : html`<span class="name">${name}</span>`}
          ${about ? html`<span class="small muted" dir="auto">${about}</span>` : nothing}
        </div>
        ${this.readonly
          ? nothing
          : html`<div class="actions">
              <button id="edit" type="button" class="quiet" aria-expanded=${this.editing} @click=${this.#toggleForm}>${this.editing ? 'Done' : 'Edit'}</button>
              <button type="button" class="quiet" @click=${this.#change}>Change</button>
            </div>`}
      </div>
      ${this.editing ? html`<source-form .source=${source} .uses=${this.uses.get(source.id) ?? null} .readonly=${this.readonly}></source-form>` : nothing}
    `;
  }

  #renderSearch(source: Source | null): TemplateResult {
    const unpicked = this.text.trim() !== '' && !this.focused;
    return html`
      <div class="search" @focusin=${this.#focusin} @focusout=${this.#focusout}>
        <label for="search">Source</label>
        <input
          id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" dir="auto" aria-autocomplete="list"
          aria-expanded=${this.expanded} aria-controls="list" aria-activedescendant=${this.expanded && this.active >= 0 ? `option-${this.active}` : nothing}
          aria-describedby=${unpicked ? 'unpicked' : nothing} placeholder="Title, publisher, address or DOI" ?readonly=${this.readonly}
          .value=${live(this.text)} @input=${this.#typing} @keydown=${this.#key} @click=${this.#open}
        />
        <ul id="list" role="listbox" popover="manual" aria-label="Sources">
          ${this.expanded ? this.#options.map((option, index) => this.#renderOption(option, index)) : nothing}
        </ul>
        <span class="visually-hidden" role="status">${this.expanded ? this.#found() : nothing}</span>
        ${unpicked
          ? html`<p id="unpicked" class="small">
              Not added yet. <button type="button" class="quiet" @click=${this.#pickNew}>Add as new source</button>
            </p>`
          : nothing}
        ${source ? html`<button type="button" class="quiet" @click=${this.#keep}>Keep ${sourceName(source)}</button>` : nothing}
      </div>
    `;
  }

  #renderOption(option: SourceOption, index: number): TemplateResult {
    return html`<li
      id=${`option-${index}`} role="option" aria-selected=${index === this.active} @pointerdown=${(event: Event): void => event.preventDefault()}
      @mousedown=${(event: Event): void => event.preventDefault()} @click=${(): void => this.#pick(option)}
    >${'source' in option ? describeSource(option.source) : describeNew(option.fields)}</li>`;
  }

  #found(): string {
    const count = this.#options.filter(option => 'source' in option).length;
    return count === 1 ? '1 source found' : `${count} sources found`;
  }

  #showList(): void {
    const anchor = this.search;
    if (!anchor) return;
    if (this.expanded && this.#options.length > 0) {
      if (!this.list.matches(':popover-open')) void this.#position.show(anchor, this.list, { matchWidth: true });
      this.list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    } else {
      this.#position.hide();
    }
  }

  #typing(): void {
    this.text = this.search?.value ?? '';
    this.expanded = true;
    this.active = this.text.trim() === '' ? -1 : 0;
  }

  #open(): void {
    if (this.readonly) return;
    this.expanded = true;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#options.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!this.expanded) {
          this.#open();
          this.#options = findSources(this.sources, this.text);
          this.active = event.altKey || this.#options.length === 0 ? -1 : event.key === 'ArrowDown' ? 0 : this.#options.length - 1;
        } else if (event.altKey) {
          this.expanded = false;
        } else if (count > 0) {
          this.active = event.key === 'ArrowDown' ? (this.active + 1) % count : (Math.max(this.active, 0) - 1 + count) % count;
        }
        break;
      }
      case 'Enter': {
        event.preventDefault();
        const option = this.expanded ? this.#options[this.active] : undefined;
        if (option) this.#pick(option);
        else this.#open();
        break;
      }
      case 'Escape':
        // Each Escape takes back one thing; only the last is left to whoever is around.
        if (this.expanded) this.expanded = false;
        else if (this.text !== '') this.text = '';
        else if (this.searching) this.#keep();
        else return;
        event.preventDefault();
        event.stopPropagation();
        break;
    }
  }

  #pick(option: SourceOption): void {
    if (this.readonly) return;
    this.expanded = false;
    this.text = '';
    this.searching = false;
    if ('source' in option) {
      this.#focusNext = 'edit';
      this.dispatchEvent(new ChangeEvent(setEvidence(this.annotation, this.evidence.id, 'source', option.source.id)));
    } else {
      this.editing = true;
      this.#focusNext = 'form';
      this.dispatchEvent(new ChangeEvent(addSource(option.fields, { annotation: this.annotation, evidence: this.evidence.id }).change));
    }
  }

  #pickNew(): void {
    this.#pick({ fields: newSource(this.text) });
  }

  #change(): void {
    this.searching = true;
    this.editing = false;
    this.#focusNext = 'search';
  }

  #keep(): void {
    this.searching = false;
    this.text = '';
    this.#focusNext = 'edit';
  }

  #toggleForm(): void {
    this.editing = !this.editing;
    if (this.editing) this.#focusNext = 'form';
  }

  #focusin(): void {
    this.focused = true;
  }

  #focusout(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return;
    this.focused = false;
    this.expanded = false;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: 0 var(--_gap-2);
      }
      .about {
        display: grid;
        flex: 1 1 140px;
        min-width: 0;
        padding-block: 4px;
        overflow-wrap: anywhere;
      }
      .name,
      a {
        font-weight: 600;
      }
      a {
        color: var(--_accent);
        text-decoration-thickness: 1px;
        text-underline-offset: 3px;
      }
      .actions {
        display: flex;
        margin-inline-end: -8px;
      }
      .actions button {
        padding-inline: 8px;
        color: var(--_accent);
      }
      source-form {
        --label-width: 104px;
        margin-block: var(--_gap-1) var(--_gap-2);
        padding-inline-start: var(--_gap-3);
        border-inline-start: 2px solid var(--_line);
      }
      .search {
        display: grid;
        gap: var(--_gap-1);
      }
      .search > button {
        justify-self: start;
        max-width: 100%;
        padding-inline: 4px;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--_accent);
      }
      p {
        margin: 0;
        color: var(--_warning);
      }
      p button {
        padding-inline: 4px;
        color: var(--_accent);
      }
      ul {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        color: var(--_ink);
        box-shadow: var(--_shadow);
        list-style: none;
        overflow-y: auto;
      }
      li {
        display: grid;
        padding: 6px 8px;
        border-radius: 4px;
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      li:hover,
      li[aria-selected='true'] {
        background: var(--_accent-wash);
      }
      li .new {
        display: flex;
        gap: 6px;
      }
      li .new svg {
        margin-block-start: 2px;
      }
      @media (pointer: coarse) {
        li {
          min-height: 44px;
          align-content: center;
        }
      }
      @media (forced-colors: active) {
        li[aria-selected='true'] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
        li[aria-selected='true'] .muted {
          color: inherit;
        }
      }
    `,
  ];
}

function describeSource(source: Source): TemplateResult {
  const about = [source.title && source.publisher, source.author, source.title || source.publisher ? addressOf(source) : ''].filter(Boolean);
  return html`<span dir="auto">${sourceName(source)}</span>${about.length > 0 ? html`<span class="small muted" dir="auto">${about.join(', ')}</span>` : nothing}`;
}

function describeNew(fields: NewSource): TemplateResult {
  return html`<span class="new">${icon('add', 16)}<span>${fields.doi !== undefined ? 'New source with the DOI ' : fields.url !== undefined ? 'New source with the address ' : 'New source: '}<bdi>${fields.doi ?? fields.url ?? fields.title}</bdi></span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'source-picker': SourcePicker;
  }
}
