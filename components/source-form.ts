import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sourceFields, type Source, type SourceField } from '../src/domain/source.ts';
import { setSource } from '../src/store/changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import type { FieldFormat } from './field-formats.ts';
import { fieldRow } from './field-row.ts';
import { sourceFieldLabels } from './labels.ts';
import './dispute-box.ts';
import './typed-field.ts';

const formats: { readonly [field in SourceField]: FieldFormat } = {
  title: 'text', publisher: 'text', author: 'text', url: 'url', published: 'date', accessed: 'date', archivedUrl: 'url',
};

const placeholders: { readonly [field in SourceField]?: string } = {
  url: 'https://', published: 'Year, month or day', accessed: 'Day it was last opened', archivedUrl: 'https://',
};

/** What is known of a source. A change here is a change everywhere the source is used. */
@customElement('source-form')
export class SourceForm extends CompoundElement {
  @property({ attribute: false }) source!: Source;
  /** How often the source is used on the desk; null when that is not known. */
  @property({ attribute: false }) uses: number | null = null;
  @property({ type: Boolean }) readonly = false;

  /** Focuses the first field without a text, else the title. */
  override focus(options?: FocusOptions): void {
    const empty = sourceFields.find(field => this.source[field] === '') ?? 'title';
    this.renderRoot.querySelector<HTMLElement>(`[data-field="${empty}"]`)?.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="fields" role="group" aria-label="Source">
        ${this.source.disputes.map(
          dispute => html`<dispute-box .dispute=${dispute} .subject=${{ source: this.source.id }} .readonly=${this.readonly}></dispute-box>`,
        )}
        ${sourceFields.map(
          field => html`<typed-field
            data-field=${field} label=${sourceFieldLabels[field]} format=${formats[field]} placeholder=${placeholders[field] ?? ''}
            .value=${this.source[field]} .change=${(value: string) => setSource(this.source.id, field, value)} .readonly=${this.readonly}
          ></typed-field>`,
        )}
        ${this.uses !== null && this.uses > 1
          ? html`<p class="small muted">Used ${this.uses} times. What you change here changes everywhere.</p>`
          : nothing}
      </div>
    `;
  }

  static override styles = [
    controls,
    fieldRow,
    css`
      p {
        margin: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'source-form': SourceForm;
  }
}
