import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Annotation } from '../src/domain/annotation.ts';
import { setField } from '../src/store/changes.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { FormerPath } from './former-path.ts';
import { icon } from './icons.ts';

/** The tags of an annotation. Enter or a comma adds what is typed, and so does leaving; Backspace in the empty field removes the last. */
@customElement('tag-input')
export class TagInput extends LitElement {
  @property({ attribute: false }) annotation!: Annotation;
  /** Tags that are in use elsewhere. */
  @property({ attribute: false }) suggestions: readonly string[] = [];
  @property({ type: Boolean }) readonly = false;

  @state() private text = '';
  @query('input') private input!: HTMLInputElement | null;

  readonly #path = new FormerPath(this);
  readonly #add = (): void => this.#addTyped();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.#add);
  }

  override disconnectedCallback(): void {
    this.#addTyped();
    window.removeEventListener('pagehide', this.#add);
    super.disconnectedCallback();
  }

  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  protected override render(): TemplateResult {
    const { tags } = this.annotation;
    const unused = this.suggestions.filter(tag => !tags.includes(tag));
    return html`
      <div class="tags" role="group" aria-label="Tags">
        <label for="input">Tags</label>
        <div class="list">
          ${repeat(tags, tag => tag, tag => html`<span class="tag"><bdi>${tag}</bdi>${this.#renderRemove(tag)}</span>`)}
          ${this.readonly
            ? nothing
            : html`<input
                  id="input" type="text" dir="auto" autocomplete="off" placeholder=${tags.length > 0 ? 'Add' : 'Add tags'} list="suggestions"
                  .value=${live(this.text)} @input=${this.#typing} @keydown=${this.#key} @blur=${this.#add}
                />
                <datalist id="suggestions">${unused.map(tag => html`<option value=${tag}></option>`)}</datalist>`}
        </div>
      </div>
    `;
  }

  #renderRemove(tag: string): TemplateResult | typeof nothing {
    if (this.readonly) return nothing;
    return html`<button type="button" class="quiet" aria-label=${`Remove tag ${tag}`} @click=${(): void => this.#remove(tag)}>${icon('close', 14)}</button>`;
  }

  #typing(): void {
    this.text = this.input?.value ?? '';
    if (this.text.includes(',')) this.#addTyped();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#addTyped();
    } else if (event.key === 'Backspace' && this.text === '') {
      const last = this.annotation.tags.at(-1);
      if (last !== undefined && !this.readonly) this.#set(this.annotation.tags.slice(0, -1));
    }
  }

  #addTyped(): void {
    const { tags } = this.annotation;
    const typed = this.text.split(',').map(tag => tag.trim().replace(/\s+/g, ' '));
    this.text = '';
    const all = [...new Set([...tags, ...typed.filter(tag => tag !== '')])];
    if (all.length > tags.length && !this.readonly) this.#set(all);
  }

  #remove(tag: string): void {
    this.#set(this.annotation.tags.filter(other => other !== tag));
    this.input?.focus();
  }

  #set(tags: readonly string[]): void {
    const change = setField(this.annotation, 'tags', tags);
    this.#path.dispatch(() => new ChangeEvent(change));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .tags {
        display: grid;
        grid-template-columns: var(--label-width, 88px) minmax(0, 1fr);
        align-items: baseline;
        gap: 0 var(--_gap-2);
      }
      .list {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
      }
      .tag {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
        padding-inline-start: 8px;
        border-radius: 12px;
        background: var(--_sunken);
        font-size: var(--_size-small);
        overflow-wrap: anywhere;
      }
      .tag:not(:has(button)) {
        padding-inline: 8px;
      }
      .tag button {
        min-height: 24px;
        width: 24px;
        padding: 0;
        border-radius: 12px;
        color: var(--_muted);
      }
      input:not([type='checkbox'], [type='radio'], [type='file']) {
        flex: 1 1 72px;
        width: 72px;
        border-color: transparent;
        border-bottom-color: var(--_line);
        border-radius: var(--_radius) var(--_radius) 0 0;
        background: transparent;
      }
      input:not([type='checkbox'], [type='radio'], [type='file']):focus {
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      @media (pointer: coarse) {
        .tag button {
          min-height: 36px;
          width: 36px;
        }
      }
      @media (forced-colors: active) {
        .tag {
          border: 1px solid;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-input': TagInput;
  }
}
