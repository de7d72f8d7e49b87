import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { gravity, type EditClass, type QuoteEdit } from '../src/quotes/quote-edit.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import type { ComparedQuote } from './quote-check-task.ts';
import { classLabels, deedOf, outcomeLabels } from './quote-labels.ts';

/** A printed quote beside what was said: every difference marked and named, and the surroundings to read it in. */
@customElement('quote-comparison')
export class QuoteComparison extends LitElement {
  @property({ attribute: false }) compared: ComparedQuote | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { compared } = this;
    if (!compared) return nothing;
    const { check, printed } = compared;
    const outcome = outcomeLabels[check.outcome];
    return html`
      <p class="outcome ${outcome.look}" role="status">
        ${icon(outcome.icon, 18)}<strong>${outcome.label}</strong>
        ${check.outcome === 'not-found' ? nothing : html`<span class="muted">${Math.round(check.similarity * 100)} % alike</span>`}
        <span class="muted small">${outcome.meaning}</span>
      </p>
      ${check.speaker.agrees === false
        ? html`<p class="wrong">${icon('person-off', 16)}<span>Printed as said by <bdi><strong>${check.speaker.printed}</strong></bdi>; in the transcript it is <bdi><strong>${check.speaker.said}</strong></bdi>.</span></p>`
        : nothing}
      ${check.outcome === 'not-found'
        ? html`<blockquote dir="auto">${printed}</blockquote>
            <p class="small muted">Nothing in the transcript is near enough to be these words${check.similarity > 0 ? `; the nearest passage shares ${Math.round(check.similarity * 100)} %` : ''}. Was it said elsewhere, or is a part of the transcript missing?</p>`
        : this.#renderSides(compared)}
      ${check.places.length > 1 ? html`<p class="small muted">The same words stand in ${check.places.length} places; the first is shown.</p>` : nothing}
      ${this.#renderDifferences(check.edits)} ${compared.passages.length > 0 ? this.#renderPassages(compared) : nothing}
    `;
  }

  #renderSides({ spans }: ComparedQuote): TemplateResult {
    const side = (which: 'printed' | 'said'): unknown[] =>
      spans.map(span => {
        const text = span[which];
        if (text === '') return nothing;
        if (span.class === null) return text;
        const other = which === 'printed' ? span.said : span.printed;
        // A capital or a mark is no news; it is listed below.
        const { label, look } = classLabels[span.class];
        return html`<mark class="${look} ${other === '' ? 'alone' : ''}" title=${label}><span class="visually-hidden"> [${label}: </span>${text}<span class="visually-hidden">] </span></mark>`;
      });
    // No white space around the parts: it would be seen.
    return html`<div class="sides">
      <section aria-label="Printed"><h3>Printed</h3><blockquote dir="auto">${side('printed')}</blockquote></section>
      <section aria-label="Said"><h3>Said</h3><blockquote dir="auto">${side('said')}</blockquote></section>
    </div>`;
  }

  #renderDifferences(edits: readonly QuoteEdit[]): TemplateResult | typeof nothing {
    if (edits.length === 0) return nothing;
    const loud = edits.filter(edit => classLabels[edit.class].look !== 'harmless').sort((a, b) => gravity(a.class) - gravity(b.class));
    const quiet = edits.filter(edit => classLabels[edit.class].look === 'harmless');
    return html`
      ${loud.length > 0 ? html`<ul class="differences">${loud.map(edit => this.#renderDifference(edit))}</ul>` : nothing}
      ${quiet.length > 0
        ? html`<details><summary>${quiet.length} ${quiet.length === 1 ? 'difference' : 'differences'} in capitals, marks or fillers</summary>
            <ul class="differences">${quiet.map(edit => this.#renderDifference(edit))}</ul></details>`
        : nothing}
    `;
  }

  #renderDifference(edit: QuoteEdit): TemplateResult {
    const { label, look } = classLabels[edit.class];
    return html`<li class=${look}>
      ${icon(look === 'alarm' ? 'alert' : look === 'unmarked' ? 'pencil' : look === 'marked' ? 'scissors' : 'dash', 14)}
      <span><strong>${label}${isRaised(edit.class) ? ` ${deedOf(edit)}` : ''}</strong>${edit.said.trim() === '' ? nothing : html` · said: <q dir="auto">${edit.said.trim()}</q>`}${edit.printed.trim() === '' ? nothing : html` · printed: <q dir="auto">${edit.printed.trim()}</q>`}</span>
    </li>`;
  }

  #renderPassages({ passages }: ComparedQuote): TemplateResult {
    return html`<section class="passages" aria-label="In the transcript">
      <h3>In the transcript</h3>
      ${passages.map(
        ({ before, said, after, speaker, locator }) => html`<p class="small where"><strong>${locator}</strong>${speaker ? html` · <bdi>${speaker}</bdi>` : nothing}</p>
          <p class="passage" dir="auto"><span class="muted">${before}</span><strong>${said}</strong><span class="muted">${after}</span></p>`,
      )}
    </section>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-3);
        align-content: start;
      }
      p,
      h3,
      ul,
      blockquote {
        margin: 0;
      }
      h3 {
        color: var(--_muted);
        font-size: var(--_size-small);
        font-weight: 600;
      }
      .outcome {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }
      .outcome strong {
        font-size: 1.0625rem;
      }
      .good > svg,
      .good > strong {
        color: var(--_success);
      }
      .bad > svg,
      .bad > strong {
        color: var(--_danger);
      }
      .wrong {
        display: flex;
        gap: 8px;
        padding: 8px 12px;
        border: 1px solid var(--_danger);
        border-radius: var(--_radius);
        color: var(--_danger);
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: var(--_gap-3);
      }
      .sides section {
        display: grid;
        gap: 4px;
        align-content: start;
        padding: 8px 12px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      blockquote {
        font: 1.0625rem/1.6 var(--_font-text);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      mark {
        padding: 0 2px;
        border-radius: 3px;
        background: transparent;
        color: inherit;
        text-decoration: underline 2px;
        text-underline-offset: 4px;
      }
      mark.alarm {
        background: color-mix(in srgb, var(--_danger) 16%, transparent);
        text-decoration: underline wavy var(--_danger) 1.5px;
        font-weight: 600;
      }
      mark.unmarked {
        background: color-mix(in srgb, var(--_warning) 16%, transparent);
        text-decoration-color: var(--_warning);
      }
      mark.marked {
        background: color-mix(in srgb, var(--_accent) 12%, transparent);
        text-decoration: underline dashed var(--_accent) 2px;
      }
      mark.harmless {
        text-decoration: underline dotted var(--_muted) 1px;
      }
      .differences {
        display: grid;
        gap: 4px;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      li svg {
        margin-block-start: 3px;
      }
      li.alarm > svg,
      li.alarm strong {
        color: var(--_danger);
      }
      li.unmarked > svg,
      li.unmarked strong {
        color: var(--_warning);
      }
      summary {
        color: var(--_muted);
        cursor: pointer;
      }
      .passages {
        display: grid;
        gap: 4px;
      }
      .passage {
        font: 0.9375rem/1.6 var(--_font-text);
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .passage strong {
        font-weight: 600;
      }
    `,
  ];
}

function isRaised(name: EditClass): boolean {
  return classLabels[name].look === 'alarm';
}

declare global {
  interface HTMLElementTagNameMap {
    'quote-comparison': QuoteComparison;
  }
}
