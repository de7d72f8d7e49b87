import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isGone, type Anchor, type PlacementState } from '../src/domain/anchor.ts';
import { controls } from './controls.ts';
import { icon, type IconName } from './icons.ts';

/** What is said of a piece; of one without a place, `place-decision` says more. */
const placements: { readonly [state in Exclude<PlacementState, 'ambiguous' | 'lost'> | 'gone']: { readonly icon: IconName; readonly words: string } } = {
  exact: { icon: 'check', words: 'Unchanged, in its place' },
  moved: { icon: 'sort', words: 'Unchanged, moved to another place in the text' },
  changed: { icon: 'alert', words: 'The words in the text have changed' },
  gone: { icon: 'cross', words: 'Gone from the text, as confirmed' },
};

/** The marked words and how sure their place is, a line for each piece, long ones cut after four lines until they are asked for. */
@customElement('marked-words')
export class MarkedWords extends LitElement {
  @property({ attribute: false }) anchors: readonly Anchor[] = [];

  @state() private all = false;
  /** True when some words are cut. */
  @state() private cut = false;

  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The first time the observer does it, after the layout that is due anyway.
    if (changed.get('anchors') !== undefined) this.#measure();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.anchors.map((anchor, index) => {
        const place = placeOf(anchor);
        // Pieces that stand alike are told of once, below the last of them.
        const next = this.anchors[index + 1];
        const told = place === null || (next !== undefined && placeOf(next) === place);
        return html`
          <blockquote dir="auto" class=${this.all ? 'all' : ''}>${anchor.exact}</blockquote>
          ${told ? nothing : html`<p class="small ${place}">${icon(placements[place].icon, 14)}${placements[place].words}</p>`}
        `;
      })}
      ${this.cut || this.all
        ? html`<button type="button" class="quiet" aria-expanded=${this.all} @click=${this.#toggle}>${this.all ? 'Show less' : 'Show all'}</button>`
        : nothing}
    `;
  }

  #toggle(): void {
    this.all = !this.all;
  }

  #measure(): void {
    if (this.all) return;
    const quotes = [...this.renderRoot.querySelectorAll('blockquote')];
    this.cut = quotes.some(quote => quote.scrollHeight > quote.clientHeight + 1);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-1);
        min-width: 0;
      }
      blockquote {
        display: -webkit-box;
        margin: 0;
        font: 1rem/1.5 var(--_font-text);
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      blockquote.all {
        display: block;
      }
      p {
        display: flex;
        align-items: center;
        gap: 6px;
        margin: 0;
        color: var(--_muted);
      }
      .changed {
        color: var(--_warning);
      }
      button.quiet {
        justify-self: start;
        min-height: 28px;
        margin-inline-start: -8px;
        padding: 2px 8px;
        color: var(--_accent);
        font-size: var(--_size-small);
      }
      button.quiet[aria-expanded='true'] {
        border-color: transparent;
        background: transparent;
      }
    `,
  ];
}

function placeOf(anchor: Anchor): keyof typeof placements | null {
  const { state } = anchor.placement;
  return isGone(anchor) ? 'gone' : state === 'ambiguous' || state === 'lost' ? null : state;
}

declare global {
  interface HTMLElementTagNameMap {
    'marked-words': MarkedWords;
  }
}
