import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
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
import './calculation-editor.ts';
import './choice-group.ts';
import './source-picker.ts';
import './typed-field.ts';

const stanceChoices = stances.map(value => ({ value, label: stanceLabels[value], icon: stanceIcons[value] }));
const roleChoices = sourceRoles.map(value => ({ value, label: roleLabels[value] }));

/**
 * One piece of evidence, opened: its source, what the source says and where, and what that means for the annotation. What is
 * seldom needed waits under "More" until it is asked for or filled in. Where nothing was found, how it was looked for comes first.
 */
@customElement('evidence-editor')
export class EvidenceEditor extends CompoundElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  @property({ attribute: false }) evidence!: Evidence;
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** How often each source is used, by id. */
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();

  /** Whether the seldom needed fields show. */
  @state() private more = false;

  /** Focuses the source; where nothing was found, how it was looked for. */
  override focus(): void {
    const looked = this.evidence.stance === 'nothing-found' && this.evidence.method === '';
    this.renderRoot.querySelector<HTMLElement>(looked ? '[data-field="method"]' : 'source-picker')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('evidence') && changed.get('evidence')?.id !== this.evidence.id) this.more = false;
    // Once they are there they stay: a field that is emptied must not vanish under the fingers.
    this.more ||= this.#isFilled;
  }

  /** Whether something stands in the seldom needed fields. */
  get #isFilled(): boolean {
    const { group, method, searched, calculation, stance } = this.evidence;
    return group !== '' || calculation !== null || (stance !== 'nothing-found' && (method !== '' || searched !== ''));
  }

  protected override render(): TemplateResult {
    const { stance, role, excerpt, locator, note } = this.evidence;
    const looked = stance === 'nothing-found';
    return html`
      <div class="fields">
        ${looked ? this.#renderMethod() : nothing}
        <source-picker .annotation=${this.annotation} .evidence=${this.evidence} .sources=${this.sources} .uses=${this.uses}></source-picker>
        ${looked && excerpt === '' && locator === ''
          ? nothing
          : html`<typed-field multiline label="Excerpt" placeholder="The words of the source that matter" .value=${excerpt} .change=${this.#typed('excerpt')}></typed-field>
              <typed-field label="Where in it" placeholder="Page, table, time code" .value=${locator} .change=${this.#typed('locator')}></typed-field>`}
        <choice-group stacked label="Stance" .choices=${stanceChoices} .value=${stance} @choose=${this.#chooser('stance')}></choice-group>
        <choice-group label="Source is" .choices=${roleChoices} .value=${role} @choose=${this.#chooser('role')}></choice-group>
        <typed-field multiline label="What it shows" placeholder="In your own words" .value=${note} .change=${this.#typed('note')}></typed-field>
        <div id="more" class="more">${this.more ? this.#renderMore(looked) : nothing}</div>
        <div class="row">
          ${this.#isFilled ? nothing : html`<button id="show-more" type="button" class="quiet" aria-expanded=${this.more} aria-controls="more" @click=${this.#toggleMore}>
            ${icon(this.more ? 'up' : 'down', 16)}${this.more ? 'Less' : 'More'}
          </button>`}
          <span class="spread"></span>
          <button type="button" class="quiet danger" @click=${this.#remove}>${icon('remove', 16)}Remove evidence</button>
        </div>
      </div>
    `;
  }

  #renderMore(looked: boolean): TemplateResult {
    return html`
      <typed-field
        data-field="group" label="Same origin" placeholder="What they all print, such as an agency" .value=${this.evidence.group} .change=${this.#typed('group')}
      ></typed-field>
      ${this.evidence.group === '' ? nothing : html`<p class="small muted">Evidence with the same words here counts as one source.</p>`}
      ${looked ? nothing : this.#renderMethod()}
      <calculation-editor .annotation=${this.annotation} .evidence=${this.evidence}></calculation-editor>
    `;
  }

  #renderMethod(): TemplateResult {
    const { method, searched } = this.evidence;
    return html`
      <typed-field
        data-field="method" multiline label="How it was looked for" placeholder="Where, with which words, whom you asked" .value=${method} .change=${this.#typed('method')}
      ></typed-field>
      <typed-field data-field="searched" label="Looked on" format="date" placeholder="Year, month or day" .value=${searched} .change=${this.#typed('searched')}></typed-field>
    `;
  }

  async #toggleMore(): Promise<void> {
    this.more = !this.more;
    await this.updateComplete;
    if (this.more) this.renderRoot.querySelector<HTMLElement>('[data-field="group"]')?.focus();
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
      .more {
        display: grid;
        gap: var(--_gap-1);
      }
      .more:empty {
        display: none;
      }
      p {
        margin: 0;
      }
      .row {
        margin-inline: -8px;
      }
      .row button {
        padding-inline: 8px;
      }
      #show-more {
        border-color: transparent;
        background: transparent;
        color: var(--_accent);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-editor': EvidenceEditor;
  }
}
