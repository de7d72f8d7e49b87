import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Annotation } from '../src/domain/annotation.ts';
import type { Article } from '../src/domain/article.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { defaultScales, type Scales } from '../src/domain/scales.ts';
import './annotation-card.ts';
import type { AnnotationCard } from './annotation-card.ts';
import { alignCards, cardsInView, stackCards, type CardLayout } from './card-layout.ts';
import { controls } from './controls.ts';

/** Cards outside the view that are kept rendered, in pixels, so that scrolling never shows a gap. */
const margin = 600;
const gap = 6;

/**
 * The cards of an article: beside their marks (`aligned`) or one under the other. Only those near the view are in the
 * DOM, whatever their number. The owner says what is in view and where the marks stand.
 */
@customElement('card-column')
export class CardColumn extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
      }
      .card {
        position: absolute;
        inset-inline: 0;
        top: 0;
        display: block;
      }
      :host([settling]) .card {
        transition: transform var(--_quick) ease-out;
      }
      .card[open] {
        z-index: 1;
      }
    `,
  ];

  /** In the order in which they are shown. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  /** Number of each annotation in the article. */
  @property({ attribute: false }) numbers: ReadonlyMap<string, number> = new Map();
  @property() active: string | null = null;
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();
  /** What is known about the article; null for none. */
  @property({ attribute: false }) article: Article | null = null;
  /** Ids of the annotations whose words are others in the text that is being edited. */
  @property({ attribute: false }) drafted: ReadonlySet<string> = new Set();
  /** The current text. */
  @property({ attribute: false }) version: ArticleVersion | null = null;
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  @property({ attribute: false }) uses: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) tagSuggestions: readonly string[] = [];
  @property({ attribute: false }) scales: Scales = defaultScales;
  @property() reviewer = '';
  @property({ type: Boolean }) readonly = false;
  /** Top of each annotation's mark in pixels from this element's top; null: one under the other. */
  @property({ attribute: false }) markTops: readonly number[] | null = null;
  /** What is in view, in pixels from this element's top. */
  @property({ attribute: false }) view: { readonly top: number; readonly bottom: number } = { top: 0, bottom: 1000 };

  @state() private activeHeight = 0;
  @state() private lineHeight = matchMedia('(pointer: coarse)').matches ? 44 : 36;
  readonly #observer = new ResizeObserver(entries => {
    const height = entries.at(-1)?.borderBoxSize[0]?.blockSize;
    if (height !== undefined && height > 0 && Math.abs(height - this.activeHeight) > 0.5) this.activeHeight = height;
  });
  #observed: Element | null = null;
  #layout: CardLayout = { tops: [], height: 0 };
  #activeIndex = -1;
  #heights: readonly number[] = [];
  #settled = 0;

  /** The open card; null when there is none or it is not rendered. */
  get activeCard(): AnnotationCard | null {
    return this.renderRoot.querySelector<AnnotationCard>('annotation-card[open]');
  }

  /** Top of an annotation's card in pixels from this element's top; null when it is not shown. */
  topOf(id: string): number | null {
    const index = this.annotations.findIndex(annotation => annotation.id === id);
    return index < 0 ? null : (this.#layout.tops[index] ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#observed = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Cards glide when another one opens, not while the page scrolls under them.
    if (this.hasUpdated && changed.has('active')) {
      this.toggleAttribute('settling', true);
      clearTimeout(this.#settled);
      this.#settled = window.setTimeout(() => this.toggleAttribute('settling', false), 200);
    }
    const active = (this.#activeIndex = this.annotations.findIndex(annotation => annotation.id === this.active));
    this.#heights = this.annotations.map((_, index) => (index === active && this.activeHeight > 0 ? this.activeHeight : this.lineHeight));
    this.#layout = this.markTops ? alignCards(this.markTops, this.#heights, active, gap) : stackCards(this.#heights, gap);
  }

  protected override render(): TemplateResult {
    const activeIndex = this.#activeIndex;
    const heights = this.#heights;
    const [first, end] = cardsInView(this.#layout, heights, this.view.top - margin, this.view.bottom + margin);
    const shown = this.annotations.slice(first, end).map((annotation, at) => ({ annotation, index: first + at }));
    // The active card stays while one scrolls away from it: what is being typed there must not be torn down.
    if (activeIndex >= 0 && (activeIndex < first || activeIndex >= end)) shown.push({ annotation: this.annotations[activeIndex]!, index: activeIndex });
    return html`${repeat(shown, ({ annotation }) => annotation.id, ({ annotation, index }) => this.#card(annotation, index))}`;
  }

  #card(annotation: Annotation, index: number): TemplateResult {
    return html`<annotation-card
      class="card"
      role="listitem"
      aria-setsize=${this.annotations.length}
      aria-posinset=${index + 1}
      style="transform: translateY(${Math.round(this.#layout.tops[index]!)}px)"
      .annotation=${annotation}
      .article=${this.article}
      .version=${this.version}
      ?drafted=${this.drafted.has(annotation.id)}
      .sources=${this.sources}
      .uses=${this.uses}
      .tagSuggestions=${this.tagSuggestions}
      .scales=${this.scales}
      .reviewer=${this.reviewer}
      .number=${this.numbers.get(annotation.id) ?? 0}
      .checked=${this.ticked.has(annotation.id)}
      .readonly=${this.readonly}
      ?open=${annotation.id === this.active}
    ></annotation-card>`;
  }

  protected override updated(): void {
    this.style.blockSize = `${this.#layout.height}px`;
    const card = this.activeCard;
    if (card !== this.#observed) {
      if (this.#observed) this.#observer.unobserve(this.#observed);
      if (card) this.#observer.observe(card);
      this.#observed = card;
      if (!card) this.activeHeight = 0;
    }
    if (!this.hasAttribute('role')) this.setAttribute('role', 'list');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-column': CardColumn;
  }
}
