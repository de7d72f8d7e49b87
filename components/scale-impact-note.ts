import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Impact } from '../src/domain/scale-impact.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';

/** What a changed scale would mean for the verdicts of the open article, before it is saved. Nothing when none was given on it. */
@customElement('scale-impact-note')
export class ScaleImpactNote extends LitElement {
  @property({ attribute: false }) impacts: readonly Impact[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { impacts } = this;
    if (impacts.length === 0) return nothing;
    const anew = impacts.filter(({ outcome }) => outcome !== 'keeps').reduce((sum, { count }) => sum + count, 0);
    return html`<div class=${anew > 0 ? 'box alarm' : 'box'}>
      <p>${icon(anew > 0 ? 'alert' : 'check', 16)}<strong>${anew > 0 ? `In the open article ${verdicts(anew)} would have to be rated anew` : 'Every verdict in the open article keeps its label'}</strong></p>
      <ul>
        ${impacts.map(impact => html`<li>${sentence(impact)}</li>`)}
      </ul>
      ${anew > 0 ? html`<p class="small muted">Until then each shows the label that it was given with.</p>` : nothing}
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .box {
        display: grid;
        gap: 4px;
        padding: var(--_gap-2) var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow-wrap: anywhere;
      }
      .alarm {
        border-color: var(--_warning);
      }
      p {
        display: flex;
        gap: 6px;
        margin: 0;
      }
      p svg {
        margin-block-start: 2px;
      }
      .alarm svg {
        color: var(--_warning);
      }
      ul {
        margin: 0;
        padding-inline-start: 22px;
      }
    `,
  ];
}

function verdicts(count: number): string {
  return count === 1 ? 'one verdict' : `${count} verdicts`;
}

function sentence({ label, outcome, next, count }: Impact): string {
  const who = `${count === 1 ? 'One verdict' : `${count} verdicts`} “${label}”`;
  const verb = count === 1;
  switch (outcome) {
    case 'keeps':
      return `${who} ${verb ? 'keeps' : 'keep'} it.`;
    case 'renamed':
      return `${who}: the label is now called “${next}”; rate anew.`;
    case 'retired':
      return `${who}: the label is no longer given; rate anew.`;
    case 'gone':
      return `${who} would have no label any more; rate anew.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scale-impact-note': ScaleImpactNote;
  }
}
