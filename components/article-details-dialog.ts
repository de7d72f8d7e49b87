import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { articleFields, type Article } from '../src/domain/article.ts';
import { publicScales } from '../src/domain/public-scales.ts';
import { givenRatings, type RatingScale } from '../src/domain/rating-scale.ts';
import { defaultScales, scaleById, scaleFor, type Scales } from '../src/domain/scales.ts';
import { setArticleFields } from '../src/store/changes.ts';
import './article-fields.ts';
import { noFields, type ArticleFields } from './article-fields.ts';
import { controls } from './controls.ts';
import { ChangeEvent, CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { tokens } from './tokens.ts';

/** What is known about the open article, and the scales that it is rated on. Asks for one change with what was changed. */
@customElement('article-details-dialog')
export class ArticleDetailsDialog extends LitElement {
  @property({ attribute: false }) article: Article | null = null;
  /** The scales to choose from. */
  @property({ attribute: false }) scales: Scales = defaultScales;

  /** The article when the dialog was opened: what the person saw and changed. */
  @state() private seen: Article | null = null;
  @state() private scale = '';
  @state() private quoteScale = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('article-fields') private fields!: ArticleFields;

  /** Opens the dialog with what is known about the article; nothing without an article or while it is open. */
  show(): void {
    if (!this.article || this.dialog.open) return;
    this.seen = this.article;
    this.scale = this.article.scale;
    this.quoteScale = this.article.quoteScale;
    this.dialog.showModal();
    this.fields.focus();
  }

  close(): void {
    this.dialog.close();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('article') && this.seen && this.article?.id !== this.seen.id) this.close();
  }

  protected override render(): TemplateResult {
    const { seen } = this;
    return html`
      <dialog aria-labelledby="heading" @close=${this.onClose}>
        <form @submit=${this.onSubmit} novalidate>
          <div class="row">
            <h2 id="heading" class="spread">Article details</h2>
            <button class="icon quiet" type="button" aria-label="Close" @click=${this.close}>${icon('close')}</button>
          </div>
          <article-fields .values=${seen ?? noFields}></article-fields>
          <fieldset>
            <legend class="label">Rating scale</legend>
            ${seen ? this.renderScales(seen) : nothing}
          </fieldset>
          <div class="row bottom">
            ${this.renderQuoteScale()}
            <button type="button" @click=${this.editScales}>${icon('scale', 16)} Edit rating scales</button>
          </div>
          <footer>
            <button type="button" @click=${this.close}>Cancel</button>
            <button class="primary" type="submit">Save</button>
          </footer>
        </form>
      </dialog>
    `;
  }

  /** The program's scales and the desk's own; those of other desks on demand. */
  private renderScales(seen: Article): TemplateResult {
    const render = (scale: RatingScale): TemplateResult => {
      const { id, name, description, usedBy } = scale;
      return this.renderScale(id, name, [usedBy ? `${usedBy}. ${description}` : description, givenRatings(scale).map(({ label }) => label).join(' · ')]);
    };
    const far = this.scales.offered.filter(scale => publicScales.includes(scale));
    return html`
      ${this.scales.offered.filter(scale => !publicScales.includes(scale)).map(render)}
      ${scaleById(this.scales, seen.scale)
        ? nothing
        : this.renderScale(seen.scale, seen.scale, ['This program does not have that scale; ratings on it are kept as they are.'])}
      <details ?open=${far.some(({ id }) => id === seen.scale)}>
        <summary>Scales of other desks (${far.length})</summary>
        <div class="more">${far.map(render)}</div>
      </details>
    `;
  }

  private renderQuoteScale(): TemplateResult {
    const forQuotes = this.scales.offered.filter(({ appliesTo }) => appliesTo.includes('quote'));
    const unasked = scaleFor({ ...this.scales, chosen: this.scale, chosenForQuotes: '' }, 'quote');
    const unknown = this.quoteScale !== '' && !forQuotes.some(({ id }) => id === this.quoteScale);
    return html`<div class="field spread">
      <label for="quote-scale">Scale for quotes</label>
      <select id="quote-scale" @change=${this.onQuoteScale}>
        <option value="" ?selected=${this.quoteScale === ''}>${unasked.id === this.scale ? `The same: ${unasked.name}` : unasked.name}</option>
        ${forQuotes.filter(scale => scale !== unasked).map(({ id, name }) => html`<option value=${id} ?selected=${this.quoteScale === id}>${name}</option>`)}
        ${unknown ? html`<option value=${this.quoteScale} selected>${this.quoteScale}</option>` : nothing}
      </select>
    </div>`;
  }

  private renderScale(id: string, name: string, lines: readonly string[]): TemplateResult {
    return html`
      <label class="choice">
        <input type="radio" name="scale" value=${id} .checked=${this.scale === id} @change=${this.onScale} />
        <span><strong>${name}</strong>${lines.filter(Boolean).map(line => html`<small>${line}</small>`)}</span>
      </label>
    `;
  }

  private onScale(event: Event & { readonly currentTarget: HTMLInputElement }): void {
    this.scale = event.currentTarget.value;
  }

  private onQuoteScale(event: Event & { readonly currentTarget: HTMLSelectElement }): void {
    this.quoteScale = event.currentTarget.value;
  }

  /** The scales open on top: whoever comes back finds what was written here, and new scales to choose from. */
  private editScales(): void {
    this.dispatchEvent(new CommandEvent('scales'));
  }

  private onClose(): void {
    this.seen = null;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { seen } = this;
    const values = this.fields.read();
    if (!values || !seen) return;
    // Only what was changed here: another tab may have changed the rest in the meantime.
    const written = { ...values, scale: this.scale, quoteScale: this.quoteScale };
    const changes = Object.fromEntries(articleFields.filter(field => written[field] !== seen[field]).map(field => [field, written[field]]));
    this.close();
    if (Object.keys(changes).length > 0) this.dispatchEvent(new ChangeEvent(setArticleFields(changes, this.scales)));
  }

  static override styles = [
    tokens,
    controls,
    css`
      fieldset {
        display: grid;
        gap: var(--_gap-1);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: var(--_gap-1);
        padding: 0;
      }
      .choice {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--_gap-2);
        padding: var(--_gap-2) var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        font-size: inherit;
        color: inherit;
        cursor: pointer;
      }
      .choice:hover {
        background: var(--_raised);
      }
      .choice:has(:checked) {
        border-color: var(--_accent);
        background: var(--_accent-wash);
      }
      .choice input {
        align-self: start;
        margin: 3px 0 0;
        accent-color: var(--_accent);
      }
      .choice strong {
        display: block;
        font-weight: 600;
      }
      .choice span {
        overflow-wrap: anywhere;
      }
      .more {
        display: grid;
        gap: var(--_gap-1);
        padding-block-start: var(--_gap-1);
      }
      summary {
        width: fit-content;
        padding: 6px 4px;
        color: var(--_accent);
        cursor: pointer;
      }
      .bottom {
        align-items: end;
      }
      .bottom .field {
        min-width: min(240px, 100%);
      }
      small {
        display: block;
        font-size: var(--_size-small);
        color: var(--_muted);
      }
      footer {
        position: sticky;
        bottom: 0;
        margin: 0 calc(-1 * var(--_gap-5)) calc(-1 * var(--_gap-5));
        padding: var(--_gap-3) var(--_gap-5);
        border-top: 1px solid var(--_line);
        background: var(--_surface);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'article-details-dialog': ArticleDetailsDialog;
  }
}
