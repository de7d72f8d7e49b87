import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { controls } from './controls.ts';
import { icon, type IconName } from './icons.ts';

/** One of a few values to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName;
}

/** The person chose a value in a `<choice-group>`. */
export class ChooseEvent extends Event {
  static readonly type = 'choose';
  readonly value: string;
  constructor(value: string) {
    super(ChooseEvent.type, { bubbles: true });
    this.value = value;
  }
}

/** A few values of which one holds, as one bar of radio buttons: arrow keys choose. Says which with `choose`. */
@customElement('choice-group')
export class ChoiceGroup extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** Name of the group, shown beside it. */
  @property() label = '';
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() value = '';
  @property({ type: Boolean }) readonly = false;
  /** Two beside each other, with the name above: for longer words. */
  @property({ type: Boolean, reflect: true }) stacked = false;

  /** Focuses the value that holds. */
  override focus(options?: FocusOptions): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('input:checked') ?? this.renderRoot.querySelector('input');
    input?.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <fieldset ?disabled=${this.readonly}>
        <legend class="visually-hidden">${this.label}</legend>
        <span class="label" aria-hidden="true">${this.label}</span>
        <div class="bar">
          ${this.choices.map(
            ({ value, label, icon: name }) => html`<label>
              <input
                type="radio" name="choice" value=${value} .checked=${live(value === this.value)}
                @change=${(): void => this.#choose(value)}
              />${name ? icon(name, 14) : nothing}<span>${label}</span>
            </label>`,
          )}
        </div>
      </fieldset>
    `;
  }

  #choose(value: string): void {
    this.dispatchEvent(new ChooseEvent(value));
    // The owner decides: without a new value from it, the old one shows again.
    this.requestUpdate();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
        min-width: 0;
      }
      fieldset {
        display: grid;
        grid-template-columns: var(--label-width, 88px) minmax(0, 1fr);
        align-items: center;
        gap: 0 var(--_gap-2);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        justify-self: start;
        max-width: 100%;
        padding: 2px;
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
      label {
        position: relative;
        display: inline-flex;
        flex: 1 0 auto;
        align-items: center;
        justify-content: center;
        gap: 4px;
        min-height: 28px;
        padding: 2px 8px;
        border: 1px solid transparent;
        border-radius: 4px;
        color: var(--_muted);
        cursor: pointer;
        white-space: nowrap;
      }
      label:hover {
        color: var(--_ink);
      }
      label:has(:checked) {
        border-color: var(--_control-line);
        background: var(--_raised);
        color: var(--_ink);
      }
      label:has(:focus-visible) {
        outline: var(--_focus);
        outline-offset: 1px;
      }
      :disabled label {
        cursor: default;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      :host([stacked]) fieldset {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_gap-1);
      }
      :host([stacked]) .bar {
        display: grid;
        grid-template-columns: 1fr 1fr;
        justify-self: stretch;
      }
      @container (max-width: 279px) {
        fieldset {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--_gap-1);
        }
      }
      @media (pointer: coarse) {
        label {
          min-height: 40px;
        }
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    choose: ChooseEvent;
  }
  interface HTMLElementTagNameMap {
    'choice-group': ChoiceGroup;
  }
}
