import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { keyText } from './key-table.ts';

/** What the last change of the text left for a person: marks without a sure place, verdicts on words that have changed. */
@customElement('decide-bar')
export class DecideBar extends LitElement {
  /** Number of annotations to decide. */
  @property({ type: Number }) undecided = 0;
  /** Number of annotations to re-check. */
  @property({ type: Number }) rechecks = 0;
  /** Number of annotations without a verdict whose words have changed. */
  @property({ type: Number }) changed = 0;
  /** True for a re-check because a figure, a name or a negation changed. */
  @property({ type: Boolean }) grave = false;
  /** True while only what is to decide is shown. */
  @property({ type: Boolean }) deciding = false;

  protected override render(): TemplateResult | typeof nothing {
    const { undecided, rechecks, changed, deciding, grave } = this;
    if (undecided + rechecks + changed === 0) return nothing;
    return html`<div class="bar ${grave ? 'grave' : ''}" role="status">
      ${icon('alert', 16)}
      <span class="words">${[undecided > 0 ? `${undecided} to decide` : '', rechecks > 0 ? `${rechecks} to re-check` : '', changed > 0 ? `${changed} changed` : ''].filter(part => part !== '').join(' · ')}</span>
      <button type="button" class="small" title=${keyText('next-to-decide')} @click=${() => this.dispatchEvent(new CommandEvent('next-to-decide'))}>
        ${deciding ? 'Next' : undecided > 0 ? 'Decide' : rechecks > 0 ? 'Re-check' : 'Look'} <kbd>${keyText('next-to-decide')}</kbd>
      </button>
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--_gap-2);
        margin-block-end: var(--_gap-2);
        padding: 4px 6px 4px 12px;
        border: 1px solid color-mix(in srgb, var(--_warning) 50%, transparent);
        border-radius: var(--_radius);
        background: color-mix(in srgb, var(--_warning) 8%, var(--_surface));
        color: var(--_warning);
      }
      .bar.grave {
        border-color: var(--_danger);
        background: color-mix(in srgb, var(--_danger) 8%, var(--_surface));
        color: var(--_danger);
      }
      .words {
        flex: 1;
        font-weight: 600;
      }
      button {
        color: var(--_ink);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'decide-bar': DecideBar;
  }
}
