import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { articleFields, type Article } from '../src/domain/article.ts';
import { ratingScales, scaleById } from '../src/domain/rating-scales.ts';
import { setArticleFields } from '../src/store/changes.ts';
import './article-fields.ts';
import { noFields, type ArticleFields } from './article-fields.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { icon } from './icons.ts';
import { tokens } from './tokens.ts';

/** What is known about the open article, and the scale that it is rated on. Asks for one change with what was changed. */
@customElement('article-details-dialog')
export class ArticleDetailsDialog extends LitElement {
  @property({ attribute: false }) article: Article | null = null;

  /** The article when the dialog was opened: what the person saw and changed. */
  @state() private seen: Article | null = null;
  @state() private scale = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('article-fields') private fields!: ArticleFields;

  /** Opens the dialog with what is known about the article; nothing without an article or while it is open. */
  show(): void {
    if (!this.article || this.dialog.open) return;
    this.seen = this.article;
    this.scale = this.article.scale;
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
            ${ratingScales.map(({ id, name, description, ratings }) =>
              this.renderScale(id, name, [description, ratings.map(({ label }) => label).join(' · ')]),
            )}
            ${seen && !scaleById(seen.scale)
              ? this.renderScale(seen.scale, seen.scale, ['This program does not have that scale; ratings on it are kept as they are.'])
              : nothing}
          </fieldset>
          <footer>
            <button type="button" @click=${this.close}>Cancel</button>
            <button class="primary" type="submit">Save</button>
          </footer>
        </form>
      </dialog>
    `;
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

  private onClose(): void {
    this.seen = null;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { seen } = this;
    const values = this.fields.read();
    if (!values || !seen) return;
    // Only what was changed here: another tab may have changed the rest in the meantime.
    const written = { ...values, scale: this.scale };
    const changes = Object.fromEntries(articleFields.filter(field => written[field] !== seen[field]).map(field => [field, written[field]]));
    this.close();
    if (Object.keys(changes).length > 0) this.dispatchEvent(new ChangeEvent(setArticleFields(changes)));
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
