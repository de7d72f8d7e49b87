import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { icon } from './icons.ts';

/** How many of an article's claims and quotes are settled: a bar, and the same in words. */
@customElement('progress-bar')
export class ProgressBar extends LitElement {
  /** How many have a verdict. */
  @property({ type: Number }) settled = 0;
  /** How many need one. */
  @property({ type: Number }) total = 0;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 5px;
        min-width: 0;
        font-size: var(--_size-small);
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
      }
      .track {
        height: 4px;
        border-radius: 2px;
        background: var(--_line);
        overflow: hidden;
      }
      .done {
        height: 100%;
        border-radius: 2px;
        background: var(--_accent);
        transition: width var(--_quick);
      }
      .complete {
        background: var(--_success);
      }
      .words {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      .words svg {
        color: var(--_success);
      }
      @media (forced-colors: active) {
        .track {
          background: Canvas;
          outline: 1px solid CanvasText;
        }
        .done {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override render() {
    const total = Math.max(0, this.total);
    const settled = Math.min(Math.max(0, this.settled), total);
    if (total === 0) return html`<span class="words">Nothing to settle yet</span>`;
    const complete = settled === total;
    const words = complete ? (total === 1 ? 'Settled' : `All ${total} settled`) : `${settled} of ${total} settled`;
    return html`
      <div
        class="track"
        role="progressbar"
        aria-label="Progress"
        aria-valuemin="0"
        aria-valuemax=${total}
        aria-valuenow=${settled}
        aria-valuetext=${words}
      >
        <div class="done ${complete ? 'complete' : ''}" style="width: ${(settled / total) * 100}%"></div>
      </div>
      <span class="words" aria-hidden="true">${complete ? icon('check', 14) : nothing}${words}</span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'progress-bar': ProgressBar;
  }
}
