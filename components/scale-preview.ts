import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isRetired, numbersOf, ratingInLanguage, type Rating, type RatingScale } from '../src/domain/rating-scale.ts';
import { marks } from './claim-article-mark-styles.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { ratingLook } from './rating-look.ts';

/** How the labels of a scale look: as chips where a verdict is given, with what they mean, and as marks in a line of text. */
@customElement('scale-preview')
export class ScalePreview extends LitElement {
  @property({ attribute: false }) scale!: RatingScale;
  /** BCP 47: the language to show the labels in. */
  @property() language = '';
  /** Whether the meanings stand beside the labels. */
  @property({ type: Boolean }) meanings = false;

  protected override render(): TemplateResult {
    const ratings = this.scale.ratings.map(rating => ratingInLanguage(rating, this.language));
    if (ratings.length === 0) return html`<p class="muted small">No labels: the explanation is the conclusion.</p>`;
    return html`
      <ul class=${this.meanings ? 'meant' : ''}>
        ${ratings.map(rating => this.#renderChip(rating))}
      </ul>
      <p class="text" aria-hidden="true">
        ${ratings.map((rating, index) => html`${index > 0 ? ' · ' : ''}<span class="mark type-claim colour-${rating.colour} line-${rating.line}">${nameOf(rating)}</span>`)}
      </p>
    `;
  }

  #renderChip(rating: Rating): TemplateResult {
    const numbers = numbersOf(this.scale, rating);
    return html`<li class=${rating.colour}>
      <span class="chip">${icon(rating.icon, 16)}</span>
      <span class="words">
        <span class="called" dir="auto">${nameOf(rating)}</span>
        ${numbers ? html`<span class="small muted" title="As ClaimReview says it: ${numbers.value} on a scale from ${numbers.worst} to ${numbers.best}">${numbers.value}</span>` : nothing}
        ${isRetired(rating) ? html`<span class="small muted">retired</span>` : nothing}
        ${this.meanings && rating.meaning ? html`<span class="small muted meaning" dir="auto">${rating.meaning}</span>` : nothing}
      </span>
    </li>`;
  }

  static override styles = [
    controls,
    ratingLook,
    marks,
    css`
      :host {
        display: grid;
        gap: var(--_gap-3);
        min-width: 0;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: var(--_gap-2) var(--_gap-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ul.meant {
        grid-template-columns: minmax(0, 1fr);
      }
      li {
        display: flex;
        align-items: flex-start;
        gap: 8px;
        min-width: 0;
      }
      .words {
        display: flex;
        flex-wrap: wrap;
        gap: 0 6px;
        align-items: baseline;
        min-width: 0;
        padding-block-start: 2px;
        overflow-wrap: anywhere;
      }
      .meant .called {
        font-weight: 600;
      }
      .meaning {
        flex-basis: 100%;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .text {
        font: 1rem/1.8 var(--_font-text);
      }
      .mark {
        cursor: inherit;
      }
    `,
  ];
}

function nameOf(rating: Rating): string {
  return rating.label.trim() || 'No name yet';
}

declare global {
  interface HTMLElementTagNameMap {
    'scale-preview': ScalePreview;
  }
}
