import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { quoteForms, type Quote } from '../src/domain/annotation.ts';
import { setField } from '../src/store/changes.ts';
import type { ChooseEvent } from './choice-group.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { fieldRow } from './field-row.ts';
import { formLabels } from './labels.ts';
import './choice-group.ts';
import './typed-field.ts';

const forms = quoteForms.map(value => ({ value, label: formLabels[value] }));

const texts = [
  { field: 'speaker', label: 'Speaker', placeholder: 'Who said it', format: 'text' },
  { field: 'role', label: 'Role', placeholder: 'As what, at the time', format: 'text' },
  { field: 'place', label: 'Place', placeholder: 'Interview, programme, document', format: 'text' },
  { field: 'saidAt', label: 'Said on', placeholder: 'Year, month or day', format: 'date' },
] as const;

/** What is known of a quote: how it is printed, who said it, as what, where and when. */
@customElement('quote-fields')
export class QuoteFields extends CompoundElement {
  @property({ attribute: false }) quote!: Quote;
  @property({ type: Boolean }) readonly = false;

  /** Focuses a field by its name. False when there is no such field. */
  focusField(name: string): boolean {
    const field = this.renderRoot.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    field?.focus();
    return field !== null;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="fields">
        <choice-group
          data-field="form" label="Form" .choices=${forms} .value=${this.quote.form} .readonly=${this.readonly} @choose=${this.#chooseForm}
        ></choice-group>
        ${texts.map(
          ({ field, label, placeholder, format }) => html`<typed-field
            data-field=${field} label=${label} placeholder=${placeholder} format=${format} .value=${this.quote[field]}
            .change=${(value: string) => setField(this.quote, field, value, { typing: true })} .readonly=${this.readonly}
          ></typed-field>`,
        )}
      </div>
    `;
  }

  #chooseForm(event: ChooseEvent): void {
    this.dispatchEvent(new ChangeEvent(setField(this.quote, 'form', event.value)));
  }

  static override styles = [controls, fieldRow];
}

declare global {
  interface HTMLElementTagNameMap {
    'quote-fields': QuoteFields;
  }
}
