import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Change } from '../src/domain/change.ts';
import { claimKinds, markedWords, type Claim } from '../src/domain/annotation.ts';
import { setField } from '../src/store/changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { fieldRow } from './field-row.ts';
import { kindLabels } from './labels.ts';
import './typed-field.ts';

/** What is known of a claim: its words, who made it, when, and what it is about. */
@customElement('claim-fields')
export class ClaimFields extends CompoundElement {
  @property({ attribute: false }) claim!: Claim;
  @property({ type: Boolean }) readonly = false;

  /** Focuses a field by its name. False when there is no such field. */
  focusField(name: string): boolean {
    const field = this.renderRoot.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    field?.focus();
    return field !== null;
  }

  protected override render(): TemplateResult {
    const { text, claimant, claimDate, kind } = this.claim;
    return html`
      <div class="fields">
        <typed-field
          data-field="text" multiline label="Claim in its own words" placeholder=${markedWords(this.claim)}
          .value=${text} .change=${this.#typed('text')} .readonly=${this.readonly}
        ></typed-field>
        <typed-field
          data-field="claimant" label="Claimant" placeholder="Who says so"
          .value=${claimant} .change=${this.#typed('claimant')} .readonly=${this.readonly}
        ></typed-field>
        <typed-field
          data-field="claimDate" label="Date" format="date" placeholder="Year, month or day"
          .value=${claimDate} .change=${this.#typed('claimDate')} .readonly=${this.readonly}
        ></typed-field>
        <div class="select" ?hidden=${this.readonly && kind === ''}>
          <label for="kind">Kind</label>
          <select id="kind" data-field="kind" class=${kind ? '' : 'empty'} ?disabled=${this.readonly} .value=${kind} @change=${this.#choose}>
            <option value="" ?selected=${kind === ''}>What it is about</option>
            ${claimKinds.map(name => html`<option value=${name} ?selected=${name === kind}>${kindLabels[name]}</option>`)}
          </select>
        </div>
      </div>
    `;
  }

  #typed(field: string): (value: string) => Change {
    return value => setField(this.claim, field, value, { typing: true });
  }

  #choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.dispatchEvent(new ChangeEvent(setField(this.claim, 'kind', event.target.value)));
  }

  static override styles = [controls, fieldRow];
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-fields': ClaimFields;
  }
}
