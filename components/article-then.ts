import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { headline, isChecked, type Annotation } from '../src/domain/annotation.ts';
import type { Desk } from '../src/domain/desk.ts';
import { defaultScales, ratingOf, type Scales } from '../src/domain/scales.ts';
import { statusOf } from '../src/domain/status.ts';
import { articleOf, versionOf } from '../src/store/queries.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import './claim-article.ts';
import type { ArticleActivateEvent, ClaimArticle } from './claim-article.ts';
import { controls } from './controls.ts';
import { icon, type IconName } from './icons.ts';
import { statusLabels, typeIcons, typeLabels } from './labels.ts';
import { markRanges } from './mark-look.ts';
import { firstPlace } from './mark-places.ts';

/** Annotations that are listed; the text shows the marks of all. */
const listed = 500;

/** An article as it was at some time: its text with the marks, and beside it the annotations with their status then. Nothing can be changed. */
@customElement('article-then')
export class ArticleThen extends LitElement {
  /** The desk as it was. */
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) scales: Scales = defaultScales;
  /** Id of the annotation to show first; null for the beginning of the text. */
  @property({ attribute: false }) first: string | null = null;

  @state() private active: string | null = null;
  @query('claim-article') private text!: ClaimArticle | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('first')) this.active = this.first;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('first')) void this.#reveal(this.active);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (!desk) return nothing;
    const version = versionOf(desk);
    const annotations = annotationsInOrder(desk);
    const article = articleOf(desk);
    return html`<div class="text">
        ${version
          ? html`<claim-article
              .document=${version.document} .ranges=${markRanges(annotations, version.id, this.scales)} .active=${this.active} .lang=${article?.language ?? ''}
              label="The article as it was" @article-activate=${this.#onActivate}
            ></claim-article>`
          : html`<p class="muted">The text of that time is not kept in this browser.</p>`}
      </div>
      <div class="list" tabindex="0" role="group" aria-label="Marks at that time">
        <p class="small muted">${annotations.length === 0 ? 'Nothing was marked yet.' : annotations.length === 1 ? 'One mark' : `${annotations.length} marks`}</p>
        <ol>
          ${annotations.slice(0, listed).map(annotation => html`<li>${this.#renderAnnotation(annotation)}</li>`)}
        </ol>
        ${annotations.length > listed ? html`<p class="small muted">and ${annotations.length - listed} more in the text</p>` : nothing}
      </div>`;
  }

  #renderAnnotation(annotation: Annotation): TemplateResult {
    const status = statusOf(annotation);
    const rating = isChecked(annotation) && annotation.verdict && status === 'settled' ? ratingOf(this.scales, annotation.verdict) : undefined;
    const name: IconName = rating?.icon ?? typeIcons[annotation.type];
    return html`<button type="button" class="quiet ${rating?.colour ?? ''}" aria-pressed=${annotation.id === this.active} @click=${() => this.#choose(annotation.id)}>
      ${icon(name, 16)}<span><span class="visually-hidden">${typeLabels[annotation.type]}: </span><bdi class="headline">${headline(annotation)}</bdi><span class="status small">${rating?.label ?? statusLabels[status]}</span></span>
    </button>`;
  }

  #choose(id: string): void {
    this.active = id === this.active ? null : id;
    void this.#reveal(this.active);
  }

  async #reveal(id: string | null): Promise<void> {
    await this.updateComplete;
    await this.text?.updateComplete;
    const { desk, text } = this;
    const version = desk && versionOf(desk);
    const annotation = desk && annotationsInOrder(desk).find(one => one.id === id);
    const place = version && annotation ? firstPlace(annotation, version.id) : null;
    if (place && text?.isConnected) text.scrollToOffset(place.start);
    this.renderRoot.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #onActivate(event: ArticleActivateEvent): void {
    event.stopPropagation();
    this.active = event.ids[0] ?? null;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(200px, 300px);
        gap: var(--_gap-4);
        min-height: 0;
      }
      .text {
        min-height: 0;
        overflow: auto;
        padding: var(--_gap-4);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
      }
      /* There is nothing to move in the past. */
      claim-article::part(handle) {
        display: none;
      }
      .list {
        min-height: 0;
        overflow: auto;
      }
      p {
        margin: 0 0 6px;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        justify-content: flex-start;
        align-items: flex-start;
        width: 100%;
        height: auto;
        padding: 6px 8px;
        text-align: start;
        white-space: normal;
      }
      li svg {
        margin-block-start: 2px;
      }
      li span {
        min-width: 0;
      }
      .headline {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .status {
        color: var(--_muted);
      }
      .green { --_rated: var(--_green); }
      .lime { --_rated: var(--_lime); }
      .amber { --_rated: var(--_amber); }
      .orange { --_rated: var(--_orange); }
      .red { --_rated: var(--_red); }
      .purple { --_rated: var(--_purple); }
      .blue { --_rated: var(--_blue); }
      .grey { --_rated: var(--_grey); }
      li svg,
      li .status {
        color: var(--_rated, var(--_muted));
      }
      @media (max-width: 759.98px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'article-then': ArticleThen;
  }
}
