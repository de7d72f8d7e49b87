import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { coverageStates, type CoveredSentence, type CoverageState } from '../src/store/coverage.ts';
import type { ClaimArticle } from './claim-article.ts';
import { controls } from './controls.ts';

/** What the margin says of a line on which sentences stand differently: the first of these that is there. */
const urgency: readonly CoverageState[] = ['to-decide', 'not-looked-at', 'open', 'settled', 'nothing-to-check'];

/** Lines whose tops differ by less than this, in pixels, are one: words in bold or with marks stand a little higher. */
const sameLine = 6;

/** The words of the interface for the states. */
export const coverageLabels: { readonly [state in CoverageState]: string } = {
  'to-decide': 'To decide', open: 'Open', settled: 'Settled', 'nothing-to-check': 'Nothing to check', 'not-looked-at': 'Not looked at',
};

/** Beside the lines of the text, how far each of them is. For the eye: the header and the list of sections say the same in words. */
@customElement('coverage-margin')
export class CoverageMargin extends LitElement {
  @property({ attribute: false }) sentences: readonly CoveredSentence[] = [];
  @property({ attribute: false }) text: ClaimArticle | null = null;
  /** UTF-16 offsets of the first and last text in view. */
  @property({ attribute: false }) view: { readonly first: number; readonly last: number } = { first: 0, last: 0 };
  /** Another number when the text was laid out anew. */
  @property({ type: Number }) layout = 0;

  protected override render(): TemplateResult {
    const span = this.view.last - this.view.first;
    const near = this.sentences.filter(({ start, end }) => end > this.view.first - span && start < this.view.last + span);
    return html`<div aria-hidden="true">${this.#lines(near).map(({ top, bottom, state }) => html`<i class=${state} style="top: ${top}px; height: ${bottom - top}px"></i>`)}</div>`;
  }

  #lines(sentences: readonly CoveredSentence[]): { top: number; bottom: number; state: CoverageState }[] {
    const lines: { top: number; bottom: number; state: CoverageState }[] = [];
    for (const { start, end, state } of sentences) {
      for (const { top, bottom } of this.text?.linesOf(start, end) ?? []) {
        const last = lines.at(-1);
        if (last && Math.abs(last.top - top) < sameLine) {
          if (urgency.indexOf(state) < urgency.indexOf(last.state)) last.state = state;
          last.bottom = Math.max(last.bottom, bottom);
        } else {
          lines.push({ top, bottom, state });
        }
      }
    }
    return lines;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: absolute;
        inset-block: 0;
        inset-inline-start: -18px;
        width: 6px;
        pointer-events: none;
      }
      i {
        position: absolute;
        inset-inline: 0;
        border-radius: 2px;
      }
      .not-looked-at {
        background: repeating-linear-gradient(-45deg, var(--_warning) 0 2px, transparent 2px 5px);
      }
      .to-decide {
        background: var(--_danger);
      }
      .open {
        inset-inline-end: 3px;
        background: var(--_accent);
      }
      .settled {
        inset-inline-end: 3px;
        background: var(--_green);
      }
      .nothing-to-check {
        inset-inline-end: 4px;
        background: var(--_line);
      }
    `,
  ];
}

/** Counts in words, without what there is none of: `12 not looked at, 3 open`. */
export function countsOfCoverage(counts: { readonly [state in CoverageState]: number }): string {
  return coverageStates
    .filter(state => counts[state] > 0)
    .map(state => `${counts[state]} ${coverageLabels[state].toLowerCase()}`)
    .join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'coverage-margin': CoverageMargin;
  }
}
