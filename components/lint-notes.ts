import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Claim, Quote } from '../src/domain/annotation.ts';
import type { Article } from '../src/domain/article.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { lintsOf, type Lint } from '../src/store/lints.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { lintLabels } from './lint-labels.ts';

/** What about the evidence deserves a second look: one quiet line, and the reasons on demand. Takes no room where there is nothing. */
@customElement('lint-notes')
export class LintNotes extends LitElement {
  @property({ attribute: false }) annotation!: Claim | Quote;
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  @property({ attribute: false }) article: Article | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const lints = lintsOf(this.annotation, { sources: this.sources, article: this.article });
    if (lints.length === 0) return nothing;
    const [first] = lints;
    return html`<details>
      <summary>${icon('alert', 16)}<span>${lints.length === 1 ? lintLabels[first!.id].title : `${lints.length} things to look at again`}</span>${icon('down', 14)}</summary>
      <ul>${lints.map(lint => this.#renderLint(lint, lints.length > 1))}</ul>
      <button type="button" class="quiet small" @click=${(): void => void this.dispatchEvent(new CommandEvent('checks'))}>Choose what is checked</button>
    </details>`;
  }

  #renderLint({ id, evidence, detail }: Lint, titled: boolean): TemplateResult {
    const { title, reason } = lintLabels[id];
    const numbers = evidence.map(piece => this.annotation.evidence.findIndex(one => one.id === piece) + 1);
    const where = numbers.length === 0 || this.annotation.evidence.length === 1 ? '' : `Evidence ${numbers.join(', ')}`;
    const about = [where, detail].filter(Boolean).join(': ');
    return html`<li>
      ${titled ? html`<b>${title}</b>` : nothing} ${about ? html`<span class="about" dir="auto">${about}</span>` : nothing}
      <span class="muted">${reason}</span>
    </li>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
        font-size: var(--_size-small);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 28px;
        border-radius: var(--_radius);
        color: var(--_warning);
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      [open] summary > svg:last-child {
        rotate: 180deg;
      }
      ul {
        display: grid;
        gap: var(--_gap-2);
        margin: 4px 0;
        padding: 0 0 0 22px;
        list-style: none;
      }
      li {
        display: grid;
        overflow-wrap: anywhere;
      }
      button {
        margin-inline-start: 14px;
        padding-inline: 8px;
        color: var(--_accent);
      }
      @media (pointer: coarse) {
        summary {
          min-height: 44px;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'lint-notes': LintNotes;
  }
}
