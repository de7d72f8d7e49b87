import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { judgedText, type Quote } from '../src/domain/annotation.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { keyText } from './key-table.ts';
import { classLabels, deedOf, outcomeLabels } from './quote-labels.ts';

/** On the card of a quote: what its comparison with a transcript found, and the way to make one. */
@customElement('quote-check-line')
export class QuoteCheckLine extends LitElement {
  @property({ attribute: false }) quote!: Quote;
  @property({ type: Boolean }) readonly = false;

  protected override render(): TemplateResult | typeof nothing {
    const { check } = this.quote;
    if (!check) {
      return this.readonly ? nothing : html`<button type="button" class="quiet" @click=${this.#ask} title=${keyText('check-quote')}>${icon('transcript', 16)}Check against a transcript</button>`;
    }
    const outcome = outcomeLabels[check.outcome];
    const stale = check.words !== judgedText(this.quote);
    const raised = [...new Set(check.differences.flatMap(difference => {
      const known = Object.hasOwn(classLabels, difference.class) ? classLabels[difference.class as keyof typeof classLabels] : null;
      return known?.look === 'alarm' ? [`${known.label.toLowerCase()} ${deedOf(difference)}`] : [];
    }))];
    const wrong = check.speakerAgrees === false;
    return html`<button type="button" class="result ${stale ? 'stale' : wrong ? 'bad' : outcome.look}" @click=${this.#ask}>
      ${icon(stale ? 'alert' : wrong ? 'person-off' : outcome.icon, 16)}
      <span>
        <strong>${stale ? 'Transcript: check again' : `Transcript: ${outcome.label.toLowerCase()}`}</strong>${check.locator ? html` <span class="muted">at ${check.locator}</span>` : nothing}
        ${stale
          ? html`<span class="small muted">The words have changed since.</span>`
          : html`${wrong ? html`<span class="small">Said by <bdi>${check.speaker}</bdi></span>` : nothing}
              ${raised.length > 0 ? html`<span class="small alarm">${raised.join(', ')}</span>` : nothing}
              ${check.meaningChanged === true ? html`<span class="small">Meaning changed</span>` : nothing}
              ${check.contextFair === false ? html`<span class="small">Not fair to its context</span>` : nothing}`}
      </span>
    </button>`;
  }

  #ask(): void {
    this.dispatchEvent(new CommandEvent('check-quote'));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      button.quiet {
        margin-inline-start: -8px;
        padding-inline: 8px;
        color: var(--_accent);
      }
      .result {
        display: flex;
        align-items: flex-start;
        justify-content: flex-start;
        gap: 8px;
        width: 100%;
        padding: 6px 10px;
        border-color: var(--_line);
        text-align: start;
        white-space: normal;
      }
      .result svg {
        margin-block-start: 2px;
      }
      .result .small {
        display: block;
      }
      .good > svg {
        color: var(--_success);
      }
      .bad > svg,
      .alarm {
        color: var(--_danger);
      }
      .stale > svg,
      .stale strong {
        color: var(--_warning);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'quote-check-line': QuoteCheckLine;
  }
}
