import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { confidentialities, type Source, type SourceField } from '../src/domain/source.ts';
import { setSource } from '../src/store/changes.ts';
import { setConfidentiality } from '../src/store/source-changes.ts';
import type { ChooseEvent } from './choice-group.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { sourceTypes } from './csl-types.ts';
import { ChangeEvent } from './events.ts';
import type { FieldFormat } from './field-formats.ts';
import { fieldRow } from './field-row.ts';
import { confidentialityLabels, confidentialityMeanings, sourceFieldLabels } from './labels.ts';
import './archived-copies.ts';
import './choice-group.ts';
import './dispute-box.ts';
import './typed-field.ts';

type TypedSourceField = Exclude<SourceField, 'type' | 'archivedUrl'>;

const formats: { readonly [field in TypedSourceField]: FieldFormat } = {
  title: 'text', publisher: 'text', author: 'text', url: 'url', doi: 'doi', published: 'date', accessed: 'date', contact: 'text',
};

const placeholders: { readonly [field in TypedSourceField]?: string } = {
  url: 'https://', doi: '10.…', published: 'Year, month or day', accessed: 'Day it was last opened', contact: 'Name, number, terms: never exported',
};

const shown: readonly TypedSourceField[] = ['title', 'publisher', 'author', 'url', 'doi', 'published', 'accessed'];
const confidentialityChoices = confidentialities.map(value => ({ value, label: confidentialityLabels[value] }));

/** What is known of a source. A change here is a change everywhere the source is used. */
@customElement('source-form')
export class SourceForm extends CompoundElement {
  @property({ attribute: false }) source!: Source;
  /** How often the source is used on the desk; null when that is not known. */
  @property({ attribute: false }) uses: number | null = null;
  @property({ type: Boolean }) readonly = false;

  /** Focuses the first field without a text, else the title. */
  override focus(options?: FocusOptions): void {
    const empty = shown.find(field => this.source[field] === '' && (field !== 'doi' || this.source.url === '')) ?? 'title';
    this.renderRoot.querySelector<HTMLElement>(`[data-field="${empty}"]`)?.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="fields" role="group" aria-label="Source">
        ${this.source.disputes.map(
          dispute => html`<dispute-box .dispute=${dispute} .subject=${{ source: this.source.id }} .readonly=${this.readonly}></dispute-box>`,
        )}
        ${shown.map(field => this.#renderField(field))}
        ${this.#renderType()}
        <choice-group
          label="Who may know" .choices=${confidentialityChoices} .value=${this.source.confidentiality} .readonly=${this.readonly} @choose=${this.#choose}
        ></choice-group>
        <p class="small muted meaning">${confidentialityMeanings[this.source.confidentiality]}</p>
        ${this.source.confidentiality !== 'public' || this.source.contact !== '' ? this.#renderField('contact') : nothing}
        <archived-copies .source=${this.source} .readonly=${this.readonly}></archived-copies>
        ${this.uses !== null && this.uses > 1
          ? html`<p class="small muted">Used ${this.uses} times. What you change here changes everywhere.</p>`
          : nothing}
      </div>
    `;
  }

  #renderField(field: TypedSourceField): TemplateResult {
    return html`<typed-field
      data-field=${field} label=${sourceFieldLabels[field]} format=${formats[field]} placeholder=${placeholders[field] ?? ''}
      .value=${this.source[field]} .change=${(value: string) => setSource(this.source.id, field, value)} .readonly=${this.readonly}
    ></typed-field>`;
  }

  #renderType(): TemplateResult {
    const { type } = this.source;
    const types = sourceTypes.has(type) || type === '' ? [...sourceTypes] : [...sourceTypes, [type, type] as const];
    return html`<div class="select">
      <label for="type">${sourceFieldLabels.type}</label>
      <select id="type" class=${type === '' ? 'empty' : ''} ?disabled=${this.readonly} @change=${this.#chooseType}>
        <option value="" .selected=${live(type === '')}>Not said</option>
        ${types.map(([value, label]) => html`<option value=${value} .selected=${live(value === type)}>${label}</option>`)}
      </select>
    </div>`;
  }

  #chooseType(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.dispatchEvent(new ChangeEvent(setSource(this.source.id, 'type', event.target.value)));
  }

  #choose(event: ChooseEvent): void {
    event.stopPropagation();
    const confidentiality = confidentialities.find(value => value === event.value);
    if (confidentiality) this.dispatchEvent(new ChangeEvent(setConfidentiality(this.source, confidentiality)));
  }

  static override styles = [
    controls,
    fieldRow,
    css`
      p {
        margin: 0;
      }
      .meaning {
        padding-inline-start: calc(var(--label-width, 88px) + var(--_gap-2));
      }
      archived-copies {
        margin-block-start: var(--_gap-1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'source-form': SourceForm;
  }
}
