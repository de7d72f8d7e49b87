import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Claim, Quote } from '../src/domain/annotation.ts';
import type { Evidence } from '../src/domain/evidence.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { calculate, showResult, type Calculation } from '../src/domain/calculation.ts';
import { addressOf, copiesOf, sourceAt, sourceName, type Source } from '../src/domain/source.ts';
import { addEvidence } from '../src/store/changes.ts';
import { CompoundElement } from './compound-element.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { linkTarget } from './field-formats.ts';
import { icon } from './icons.ts';
import { confidentialityLabels, roleLabels, stanceIcons, stanceLabels } from './labels.ts';
import { today } from './time-label.ts';
import './evidence-editor.ts';

/** The evidence of an annotation: each piece in a few lines, one of them open to be edited. */
@customElement('evidence-list')
export class EvidenceList extends CompoundElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** How often each source is used, by id. */
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();
  @property({ type: Boolean }) readonly = false;

  /** Id of the piece that is open. */
  @state() private opened: string | null = null;

  /** The piece that was asked for and has not come yet, and who waits for it. */
  #expected: { readonly id: string; readonly arrived: (focused: boolean) => void } | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#expected?.arrived(false);
    this.#expected = null;
  }

  /** Asks for a new piece of evidence; resolves when its source has the focus, or to false when there is none to be had. */
  add(): Promise<boolean> {
    return this.#add({});
  }

  /** Asks for a piece that says that nothing was found; resolves when the field for how it was looked for has the focus. */
  addNothingFound(): Promise<boolean> {
    return this.#add({ stance: 'nothing-found', searched: today() });
  }

  #add(fields: Parameters<typeof addEvidence>[1]): Promise<boolean> {
    if (this.readonly) return Promise.resolve(false);
    this.#expected?.arrived(false);
    const { id, change } = addEvidence(this.annotation, fields);
    return new Promise(arrived => {
      this.#expected = { id, arrived };
      this.dispatchEvent(new ChangeEvent(change));
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('annotation')) return;
    const ids = new Set(this.annotation.evidence.map(piece => piece.id));
    if (this.#expected && ids.has(this.#expected.id)) this.opened = this.#expected.id;
    else if (this.opened !== null && !ids.has(this.opened)) this.#closeRemoved();
  }

  protected override updated(): void {
    const expected = this.#expected;
    if (!expected || this.opened !== expected.id) return;
    this.#expected = null;
    void this.#focusEditor().then(expected.arrived);
  }

  protected override render(): TemplateResult {
    const { evidence } = this.annotation;
    return html`
      <div class="head">
        <span id="title" class="title">Evidence${evidence.length > 0 ? html` <span class="count">${evidence.length}</span>` : nothing}</span>
        ${this.readonly
          ? nothing
          : html`<span class="adds">
              <button id="add" type="button" class="quiet" @click=${(): void => void this.add()}>${icon('add', 16)}Add evidence</button>
              <button type="button" class="quiet" title="Looked for, and nothing found" @click=${(): void => void this.addNothingFound()}>Nothing found</button>
            </span>`}
      </div>
      ${evidence.length === 0
        ? nothing
        : html`<ul aria-labelledby="title">
            ${repeat(evidence, piece => piece.id, (piece, index) => this.#renderPiece(piece, index))}
          </ul>`}
    `;
  }

  #renderPiece(piece: Evidence, index: number): TemplateResult {
    const source = sourceAt(this.sources, piece.source);
    const open = piece.id === this.opened;
    const name = source ? sourceName(source) || 'source without a name' : 'no source yet';
    return html`<li>
      <div class="summary ${piece.stance}" @click=${(event: Event): void => this.#summaryClick(event, piece)}>
        ${icon(stanceIcons[piece.stance], 18)}
        <div class="about">
          ${open ? html`<span class="small muted">Evidence ${index + 1} of ${this.annotation.evidence.length}</span>` : this.#renderAbout(piece, source)}
        </div>
        ${this.readonly
          ? nothing
          : html`<button
              type="button" class="quiet icon toggle" data-toggle=${piece.id} aria-expanded=${open}
              aria-label=${`Edit evidence ${index + 1}: ${stanceLabels[piece.stance]}, ${name}`} @click=${(): void => void this.#toggle(piece)}
            >${icon(open ? 'up' : 'down', 18)}</button>`}
      </div>
      ${open
        ? html`<evidence-editor .annotation=${this.annotation} .evidence=${piece} .sources=${this.sources} .uses=${this.uses}></evidence-editor>`
        : nothing}
    </li>`;
  }

  #renderAbout(piece: Evidence, source: Source | null): TemplateResult {
    const target = source && linkTarget(addressOf(source));
    const archived = source && copiesOf(source).map(({ url }) => linkTarget(url)).find(url => url !== null);
    const looked = piece.stance === 'nothing-found' && !source && piece.method !== '';
    const name = source ? html`<bdi>${sourceName(source) || 'Source without a name'}</bdi>` : 'No source yet';
    return html`
      <span class="line"><span class="stance">${stanceLabels[piece.stance]}</span><span class="muted">${roleLabels[piece.role]}</span>${piece.locator
        ? html`<bdi class="muted">${piece.locator}</bdi>`
        : nothing}${source && source.confidentiality !== 'public'
        ? html`<span class="kept">${icon('person-off', 14)}${confidentialityLabels[source.confidentiality]}</span>`
        : nothing}${piece.group ? html`<bdi class="muted">Same origin: ${piece.group}</bdi>` : nothing}</span>
      ${looked ? nothing : html`<span class="source">${target
        ? html`<a href=${target} target="_blank" rel="noopener noreferrer">${name}</a>`
        : html`<span class=${source ? '' : 'muted'}>${name}</span>`}${archived
        ? html` <a class="small archived" href=${archived} target="_blank" rel="noopener noreferrer">Archived copy</a>`
        : nothing}</span>`}
      ${piece.method ? html`<span class="note small" dir="auto">Looked for${piece.searched ? ` on ${piece.searched}` : ''}: ${piece.method}</span>` : nothing}
      ${piece.excerpt ? html`<span class="excerpt" dir="auto">${piece.excerpt}</span>` : nothing}
      ${piece.calculation ? renderResult(piece.calculation) : nothing}
      ${piece.note ? html`<span class="note small muted" dir="auto">${piece.note}</span>` : nothing}
    `;
  }

  /** A click on the lines opens them too, where it is neither a link nor the end of selecting words. */
  #summaryClick(event: Event, piece: Evidence): void {
    if (this.readonly || event.composedPath().some(node => node instanceof HTMLAnchorElement || node instanceof HTMLButtonElement)) return;
    if (getSelection()?.isCollapsed === false) return;
    void this.#toggle(piece);
  }

  async #toggle(piece: Evidence): Promise<void> {
    this.opened = this.opened === piece.id ? null : piece.id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-toggle="${CSS.escape(piece.id)}"]`)?.focus();
  }

  async #focusEditor(): Promise<boolean> {
    const editor = this.renderRoot.querySelector('evidence-editor');
    await editor?.updateComplete;
    editor?.focus();
    return editor !== null;
  }

  /** The open piece is gone; if the focus was in it, it goes to what is next. */
  #closeRemoved(): void {
    this.opened = null;
    if (!this.renderRoot.querySelector('evidence-editor')?.matches(':focus-within')) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#add')?.focus());
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--_gap-2);
      }
      .title {
        font-weight: 600;
      }
      .count {
        font-weight: 400;
        color: var(--_muted);
      }
      .adds {
        display: flex;
        flex-wrap: wrap;
        margin-inline: -8px;
      }
      .kept {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--_warning);
      }
      .head button {
        padding-inline: 8px;
        color: var(--_accent);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: var(--_gap-2);
      }
      li:last-child {
        padding-block-end: 0;
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      .summary {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr) auto;
        gap: 0 var(--_gap-2);
        cursor: pointer;
      }
      .summary > svg {
        margin-block-start: 1px;
        color: var(--_muted);
      }
      .supports > svg,
      .supports .stance {
        color: var(--_success);
      }
      .refutes > svg,
      .refutes .stance {
        color: var(--_danger);
      }
      .about {
        display: grid;
        gap: 2px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--_gap-2);
        font-size: var(--_size-small);
      }
      .stance {
        font-weight: 600;
      }
      .source {
        display: -webkit-box;
        font-weight: 500;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      .source a:focus-visible {
        outline-offset: -2px;
      }
      a {
        color: var(--_accent);
        text-decoration-thickness: 1px;
        text-underline-offset: 3px;
      }
      .excerpt {
        display: -webkit-box;
        font: 0.9375rem/1.45 var(--_font-text);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      .note {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .toggle {
        align-self: start;
        margin-block: -4px;
        margin-inline-end: -8px;
        color: var(--_muted);
      }
      button.toggle[aria-expanded='true'] {
        border-color: transparent;
        background: transparent;
      }
      @media (pointer: coarse) {
        .toggle {
          margin-block: -12px;
        }
      }
      evidence-editor {
        margin-block-start: var(--_gap-1);
      }
    `,
  ];
}

function renderResult(calculation: Calculation): TemplateResult {
  const outcome = calculate(calculation);
  return 'value' in outcome
    ? html`<span class="small"><span class="muted">Calculated:</span> <b>${showResult(outcome.value, calculation.unit)}</b></span>`
    : html`<span class="small muted">The calculation does not work out yet.</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-list': EvidenceList;
  }
}
