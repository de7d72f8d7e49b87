import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim, Quote } from '../src/domain/annotation.ts';
import { calculate, showResult, type Calculation, type CalculationInput } from '../src/domain/calculation.ts';
import type { Change } from '../src/domain/change.ts';
import type { Evidence } from '../src/domain/evidence.ts';
import { setCalculation } from '../src/store/changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { fieldRow } from './field-row.ts';
import { icon } from './icons.ts';
import './typed-field.ts';

/** What checkers calculate most, to start from. */
const patterns: readonly { readonly label: string; readonly names: readonly string[]; readonly formula: string; readonly unit: string }[] = [
  { label: 'Growth a year', names: ['start', 'end', 'years'], formula: '(end / start) ^ (1 / years) - 1', unit: '%' },
  { label: 'Change', names: ['before', 'after'], formula: 'after / before - 1', unit: '%' },
  { label: 'Share', names: ['part', 'whole'], formula: 'part / whole', unit: '%' },
  { label: 'Own formula', names: ['a', 'b'], formula: '', unit: '' },
];

const parts = ['name', 'value', 'unit'] as const satisfies readonly (keyof CalculationInput)[];

const partLabels: { readonly [part in keyof CalculationInput]: string } = { name: 'Name', value: 'Number', unit: 'Unit' };

/** The calculation of a piece of evidence: named numbers, a formula, and what comes out of it as it stands. */
@customElement('calculation-editor')
export class CalculationEditor extends CompoundElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  @property({ attribute: false }) evidence!: Evidence;

  protected override render(): TemplateResult {
    const { calculation } = this.evidence;
    return html`<div class="fields" role="group" aria-labelledby="name">
      <span id="name" class="label">Calculation</span>
      ${calculation ? this.#renderCalculation(calculation) : this.#renderPatterns()}
    </div>`;
  }

  #renderPatterns(): TemplateResult {
    return html`<div class="patterns">
      ${patterns.map(pattern => html`<button type="button" class="quiet" @click=${(): void => this.#begin(pattern)}>${icon('add', 14)}${pattern.label}</button>`)}
    </div>`;
  }

  #renderCalculation(calculation: Calculation): TemplateResult {
    const { inputs, formula, unit } = calculation;
    const outcome = calculate(calculation);
    return html`
      <div class="inputs">
        <span class="heads small muted" aria-hidden="true">${parts.map(part => html`<span>${partLabels[part]}</span>`)}<span></span></span>
        ${inputs.map(
          (input, index) => html`<div class="input" role="group" aria-label=${`Number ${index + 1}`}>
            ${parts.map(
              part => html`<typed-field
                bare data-part=${`${part}-${index}`} label=${`${partLabels[part]} ${index + 1}`} .value=${input[part]} .change=${this.#typed(calculation, index, part)}
              ></typed-field>`,
            )}
            <button type="button" class="quiet icon" aria-label=${`Remove number ${index + 1}`} @click=${(): void => this.#drop(calculation, index)}>${icon('close', 14)}</button>
          </div>`,
        )}
      </div>
      <button id="add" type="button" class="quiet start" @click=${(): void => void this.#addInput(calculation)}>${icon('add', 14)}Add number</button>
      <typed-field data-part="formula" label="Formula" placeholder="end / start - 1" .value=${formula} .change=${this.#part(calculation, 'formula')}></typed-field>
      <typed-field data-part="unit" label="Unit of result" placeholder="%, $, times" .value=${unit} .change=${this.#part(calculation, 'unit')}></typed-field>
      <p class=${'value' in outcome ? 'result' : 'result muted'} role="status">
        ${'value' in outcome ? html`${icon('check', 16)}<span>Result: <b>${showResult(outcome.value, unit)}</b></span>` : html`${icon('problem', 16)}<span>${outcome.problem}</span>`}
      </p>
      ${'value' in outcome && unit === '%' ? html`<p class="small muted">0.25 is shown as 25 %.</p>` : nothing}
      <button type="button" class="quiet start" @click=${(): void => this.#set(null)}>Remove calculation</button>
    `;
  }

  #begin({ names, formula, unit }: (typeof patterns)[number]): void {
    this.#set({ inputs: names.map(name => ({ name, value: '', unit: '' })), formula, unit });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-part="value-0"]')?.focus());
  }

  async #addInput(calculation: Calculation): Promise<void> {
    this.#set({ ...calculation, inputs: [...calculation.inputs, { name: '', value: '', unit: '' }] });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-part="name-${calculation.inputs.length}"]`)?.focus();
  }

  #drop(calculation: Calculation, index: number): void {
    this.#set({ ...calculation, inputs: calculation.inputs.filter((_, at) => at !== index) });
    this.renderRoot.querySelector<HTMLElement>('#add')?.focus();
  }

  #set(calculation: Omit<Calculation, 'result'> | null): void {
    this.dispatchEvent(new ChangeEvent(setCalculation(this.annotation, this.evidence.id, calculation)));
  }

  // What is typed is handed over late: it must not put back what was changed in another field since.
  #now(otherwise: Calculation): Calculation {
    return this.evidence.calculation ?? otherwise;
  }

  #typed(calculation: Calculation, index: number, part: keyof CalculationInput): (value: string) => Change {
    return value => {
      const now = this.#now(calculation);
      const inputs = now.inputs.map((input, at) => (at === index ? { ...input, [part]: value } : input));
      return setCalculation(this.annotation, this.evidence.id, { ...now, inputs }, `${part}-${index}`);
    };
  }

  #part(calculation: Calculation, part: 'formula' | 'unit'): (value: string) => Change {
    return value => setCalculation(this.annotation, this.evidence.id, { ...this.#now(calculation), [part]: value }, part);
  }

  static override styles = [
    controls,
    fieldRow,
    css`
      .label {
        padding-block-start: var(--_gap-1);
      }
      .patterns {
        display: flex;
        flex-wrap: wrap;
        margin-inline: -6px;
      }
      button {
        padding-inline: 6px;
        color: var(--_accent);
      }
      .start {
        justify-self: start;
        margin-inline-start: -6px;
      }
      .inputs {
        display: grid;
        gap: 2px;
      }
      .heads,
      .input {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr) 28px;
        align-items: start;
        gap: 4px;
      }
      .input button {
        width: 28px;
        color: var(--_muted);
      }
      p {
        margin: 0;
      }
      .result {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 6px 8px;
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'calculation-editor': CalculationEditor;
  }
}
