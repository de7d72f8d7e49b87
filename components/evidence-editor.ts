import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Change } from '../src/domain/change.ts';
import type { Claim, Quote } from '../src/domain/annotation.ts';
import { sourceRoles, stances, type Evidence } from '../src/domain/evidence.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { removeEvidence, setEvidence } from '../src/store/changes.ts';
import type { ChooseEvent } from './choice-group.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { fieldRow } from './field-row.ts';
import { icon } from './icons.ts';
import { roleLabels, stanceIcons, stanceLabels } from './labels.ts';
import './choice-group.ts';
import './source-picker.ts';
import './typed-field.ts';

const stanceChoices = stances.map(value => ({ value, label: stanceLabels[value], icon: stanceIcons[value] }));
const roleChoices = sourceRoles.map(value => ({ value, label: roleLabels[value] }));

/** One piece of evidence, opened: its source, what the source says and where, and what that means for the annotation. */
@customElement('evidence-editor')
export class EvidenceEditor extends CompoundElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  @property({ attribute: false }) evidence!: Evidence;
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** How often each source is used, by id. */
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();

  /** Focuses the source. */
  override focus(): void {
    this.renderRoot.querySelector('source-picker')?.focus();
  }

  protected override render(): TemplateResult {
    const { stance, role, excerpt, locator, note } = this.evidence;
    return html`
      <div class="fields">
        <source-picker .annotation=${this.annotation} .evidence=${this.evidence} .sources=${this.sources} .uses=${this.uses}></source-picker>
        <typed-field multiline label="Excerpt" placeholder="The words of the source that matter" .value=${excerpt} .change=${this.#typed('excerpt')}></typed-field>
        <typed-field label="Where in it" placeholder="Page, table, time code" .value=${locator} .change=${this.#typed('locator')}></typed-field>
        <choice-group stacked label="Stance" .choices=${stanceChoices} .value=${stance} @choose=${this.#chooser('stance')}></choice-group>
        <choice-group label="Source is" .choices=${roleChoices} .value=${role} @choose=${this.#chooser('role')}></choice-group>
        <typed-field multiline label="What it shows" placeholder="In your own words" .value=${note} .change=${this.#typed('note')}></typed-field>
        <button type="button" class="quiet danger" @click=${this.#remove}>${icon('remove', 16)}Remove evidence</button>
      </div>
    `;
  }

  #typed(property: string): (value: string) => Change {
    return value => setEvidence(this.annotation, this.evidence.id, property, value, { typing: true });
  }

  #chooser(property: string): (event: ChooseEvent) => void {
    return event => {
      this.dispatchEvent(new ChangeEvent(setEvidence(this.annotation, this.evidence.id, property, event.value)));
    };
  }

  #remove(): void {
    this.dispatchEvent(new ChangeEvent(removeEvidence(this.annotation, this.evidence.id)));
  }

  static override styles = [
    controls,
    fieldRow,
    css`
      .danger {
        justify-self: start;
        margin-inline-start: -8px;
        padding-inline: 8px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-editor': EvidenceEditor;
  }
}
