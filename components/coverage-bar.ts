import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { lookedAt, type Coverage } from '../src/store/coverage.ts';
import { controls } from './controls.ts';
import { countsOfCoverage } from './coverage-margin.ts';
import { CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { keyText } from './key-table.ts';

/** A section of the text shall be shown: the offset at which it begins. */
export class SectionPickEvent extends Event {
  static readonly type = 'section-pick';
  readonly offset: number;
  constructor(offset: number) {
    super(SectionPickEvent.type, { bubbles: true, composed: true });
    this.offset = offset;
  }
}

/** How much of the article was looked at, in all and by section, and the way to what was not. */
@customElement('coverage-bar')
export class CoverageBar extends LitElement {
  @property({ attribute: false }) coverage: Coverage | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { coverage } = this;
    if (!coverage) return nothing;
    const { counts, sections } = coverage;
    const left = counts['not-looked-at'];
    return html`<div class="bar">
      <div class="row">
        <span class="words" role="status"><strong>${percent(lookedAt(counts))} looked at</strong> <span class="small muted">of ${counts.total} ${counts.total === 1 ? 'sentence' : 'sentences'}</span></span>
        ${left > 0
          ? html`<button type="button" class="small" title=${keyText('next-unseen')} @click=${() => this.dispatchEvent(new CommandEvent('next-unseen'))}>Next <kbd>${keyText('next-unseen')}</kbd></button>`
          : nothing}
        <button type="button" class="icon quiet" aria-label="Hide the coverage" @click=${() => this.dispatchEvent(new CommandEvent('coverage'))}>${icon('close', 16)}</button>
      </div>
      <p class="small muted">${countsOfCoverage(counts)}</p>
      ${sections.length > 1
        ? html`<details>
            <summary class="small">By section</summary>
            <ul>
              ${sections.map(
                section => html`<li>
                  <button type="button" class="quiet" @click=${() => this.dispatchEvent(new SectionPickEvent(section.start))}>
                    <span class="title" dir="auto">${section.title || 'Beginning'}</span>
                    <span class="small muted">${countsOfCoverage(section.counts)}</span>
                    <span class="share">${percent(lookedAt(section.counts))}</span>
                    <span class="track" aria-hidden="true"><i style="inline-size: ${lookedAt(section.counts) * 100}%"></i></span>
                  </button>
                </li>`,
              )}
            </ul>
          </details>`
        : nothing}
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .bar {
        display: grid;
        gap: 2px;
        margin-block-end: var(--_gap-2);
        padding: 6px 6px 6px 12px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      .row {
        display: flex;
        align-items: center;
        gap: var(--_gap-2);
      }
      .words {
        flex: 1;
        min-width: 0;
      }
      p {
        margin: 0;
      }
      summary {
        color: var(--_accent);
        cursor: pointer;
      }
      ul {
        display: grid;
        max-height: 34vh;
        margin: 4px 0 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        width: 100%;
        padding: 4px 6px;
        text-align: start;
        white-space: normal;
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .share {
        grid-area: 1 / 2;
        font-variant-numeric: tabular-nums;
      }
      .small.muted {
        grid-column: 1 / -1;
      }
      .track {
        grid-column: 1 / -1;
        height: 3px;
        margin-block-start: 3px;
        border-radius: 2px;
        background: var(--_line);
      }
      .track i {
        display: block;
        height: 100%;
        border-radius: 2px;
        background: var(--_accent);
      }
    `,
  ];
}

function percent(share: number): string {
  // 99.6 % is not all of it.
  return `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))} %`;
}

declare global {
  interface HTMLElementEventMap {
    'section-pick': SectionPickEvent;
  }
  interface HTMLElementTagNameMap {
    'coverage-bar': CoverageBar;
  }
}
