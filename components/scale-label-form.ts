import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ratingColours, ratingIcons, ratingLines } from '../src/domain/rating-scale.ts';
import { removeLabel, setLabel, setWords, moveLabel, type LabelDraft, type ScaleDraft } from '../src/domain/scale-draft.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { ratingLook } from './rating-look.ts';
import { colourLabels, iconLabels, lineLabels } from './scale-labels.ts';

/** Somebody changed the draft of a scale. */
export class DraftEvent extends Event {
  static readonly type = 'scale-draft';
  readonly draft: ScaleDraft;
  /** What to say to those who do not see it; empty when nothing moved. */
  readonly told: string;
  constructor(draft: ScaleDraft, told = '') {
    super(DraftEvent.type, { bubbles: true, composed: true });
    this.draft = draft;
    this.told = told;
  }
}

/**
 * One label of a scale that is being written: its words in the language that is shown, number, look, place and whether it is
 * retired. Asks its owner for every change of the draft. Alt with the arrow keys moves it up and down.
 */
@customElement('scale-label-form')
export class ScaleLabelForm extends LitElement {
  @property({ attribute: false }) draft!: ScaleDraft;
  @property({ attribute: false }) label!: LabelDraft;
  /** Its place in the list, from 0. */
  @property({ type: Number }) place = 0;
  /** The language whose words are written: the scale's own or a further one. */
  @property() language = '';
  /** What is wrong with its parts, by field: `label`, `meaning`, `value`, `icon`. */
  @property({ attribute: false }) problems: ReadonlyMap<string, string> = new Map();

  /** Focuses the first field that is wrong. False when none is. */
  focusProblem(): boolean {
    const field = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    return field !== null;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#label')?.focus();
  }

  protected override render(): TemplateResult {
    const { label, place, draft } = this;
    const own = this.language === draft.language;
    const words = own ? label : (label.translations?.[this.language] ?? { label: '', meaning: '' });
    const name = label.label.trim() || `label ${place + 1}`;
    const last = place === draft.labels.length - 1;
    return html`<fieldset @keydown=${this.#key}>
      <legend class="visually-hidden">${name}</legend>
      <div class="line">
        <span class="chip ${label.colour}" draggable="true" title="Drag to another place">${icon(label.icon, 16)}</span>
        <div class="field grow">
          <label for="label">${own ? 'Label' : `Label (${label.label || 'no name yet'})`}</label>
          <input id="label" dir="auto" autocomplete="off" .value=${live(words.label)} @input=${(event: Event) => this.#words({ label: valueOf(event) })}
            aria-invalid=${this.#invalid('label')} aria-describedby=${this.#describedBy('label')} />
        </div>
        <div class="field number">
          <label for="value">Number</label>
          <input id="value" inputmode="decimal" autocomplete="off" placeholder="none" .value=${live(label.number)} ?disabled=${!label.inOrder}
            @input=${(event: Event) => this.#set({ number: valueOf(event) })} aria-invalid=${this.#invalid('value')} aria-describedby=${this.#describedBy('value')} />
        </div>
        <div class="moves">
          <button type="button" class="icon quiet" aria-label="Move ${name} up" title="Up (Alt+↑)" aria-disabled=${place === 0} @click=${() => this.#move(-1)}>${icon('up', 16)}</button>
          <button type="button" class="icon quiet" aria-label="Move ${name} down" title="Down (Alt+↓)" aria-disabled=${last} @click=${() => this.#move(1)}>${icon('down', 16)}</button>
          <button type="button" class="icon quiet" aria-label="Remove ${name}" title="Remove" @click=${() => this.#tell(removeLabel(draft, label.id), `Removed ${name}.`)}>${icon('remove', 16)}</button>
        </div>
      </div>
      ${this.#problem('label')} ${this.#problem('value')}
      <div class="field">
        <label for="meaning">Meaning</label>
        <textarea id="meaning" rows="1" dir="auto" .value=${live(words.meaning)} placeholder=${own ? 'When this label is given' : label.meaning}
          @input=${(event: Event) => this.#words({ meaning: valueOf(event) })} aria-invalid=${this.#invalid('meaning')} aria-describedby=${this.#describedBy('meaning')}></textarea>
        ${this.#problem('meaning')}
      </div>
      <div class="looks">
        ${this.#select('colour', 'Colour', ratingColours, colourLabels)} ${this.#select('line', 'Line', ratingLines, lineLabels)} ${this.#select('icon', 'Icon', ratingIcons, iconLabels)}
        <span class="checks">
          <label class="check"><input type="checkbox" .checked=${live(label.inOrder)} @change=${(event: Event) => this.#set({ inOrder: isChecked(event), ...(!isChecked(event) && { number: '' }) })} /> In the order</label>
          <label class="check"><input type="checkbox" .checked=${live(label.retired === true)} @change=${(event: Event) => this.#set({ retired: isChecked(event) })} /> Retired</label>
        </span>
      </div>
      ${this.#problem('icon')}
    </fieldset>`;
  }

  #select<Name extends string>(field: 'colour' | 'line' | 'icon', title: string, names: readonly Name[], labels: { readonly [name in Name]: string }): TemplateResult {
    const value = this.label[field];
    return html`<div class="field">
      <label for=${field}>${title}</label>
      <select id=${field} @change=${(event: Event) => this.#set({ [field]: valueOf(event) })} aria-invalid=${this.#invalid(field)} aria-describedby=${this.#describedBy(field)}>
        ${names.map(name => html`<option value=${name} .selected=${live(name === value)}>${labels[name]}</option>`)}
      </select>
    </div>`;
  }

  #problem(field: string): TemplateResult | typeof nothing {
    const problem = this.problems.get(field);
    return problem ? html`<p id="${field}-problem" class="error small">${problem}</p>` : nothing;
  }

  #invalid(field: string): 'true' | typeof nothing {
    return this.problems.has(field) ? 'true' : nothing;
  }

  #describedBy(field: string): string | typeof nothing {
    return this.problems.has(field) ? `${field}-problem` : nothing;
  }

  #set(part: Partial<LabelDraft>): void {
    this.#tell(setLabel(this.draft, this.label.id, part));
  }

  #words(part: { label: string } | { meaning: string }): void {
    this.#tell(this.language === this.draft.language ? setLabel(this.draft, this.label.id, part) : setWords(this.draft, this.label.id, this.language, part));
  }

  #move(by: 1 | -1): void {
    const moved = moveLabel(this.draft, this.label.id, this.place + by);
    if (moved === this.draft) return;
    const active = this.shadowRoot?.activeElement;
    this.#tell(moved, `${this.label.label.trim() || 'The label'} is now number ${this.place + by + 1} of ${this.draft.labels.length}.`);
    // A node that is put elsewhere in the list loses the focus.
    if (active instanceof HTMLElement) requestAnimationFrame(() => active.focus());
  }

  #key(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(event.key === 'ArrowUp' ? -1 : 1);
  }

  #tell(draft: ScaleDraft, told = ''): void {
    this.dispatchEvent(new DraftEvent(draft, told));
  }

  static override styles = [
    controls,
    ratingLook,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      fieldset {
        display: grid;
        gap: var(--_gap-2);
        min-width: 0;
        margin: 0;
        padding: var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--_gap-2);
      }
      .chip {
        margin-block-end: 4px;
        cursor: grab;
      }
      .grow {
        flex: 1 1 140px;
      }
      .number {
        width: 76px;
      }
      .moves {
        display: flex;
        margin-inline-start: auto;
      }
      .looks {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--_gap-2);
      }
      .looks .field {
        flex: 1 1 88px;
      }
      .checks {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--_gap-3);
      }
      .check {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        color: var(--_ink);
        white-space: nowrap;
        cursor: pointer;
      }
      .check input {
        margin: 0;
        accent-color: var(--_accent);
      }
      textarea {
        min-height: 0;
      }
      [aria-invalid] {
        border-color: var(--_danger) !important;
      }
      p {
        margin: 0;
      }
      @media (pointer: coarse) {
        .check {
          min-height: 44px;
        }
      }
    `,
  ];
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value; // it listens on fields
}

function isChecked(event: Event): boolean {
  return (event.currentTarget as HTMLInputElement).checked; // it listens on boxes
}

declare global {
  interface HTMLElementEventMap {
    'scale-draft': DraftEvent;
  }
  interface HTMLElementTagNameMap {
    'scale-label-form': ScaleLabelForm;
  }
}
