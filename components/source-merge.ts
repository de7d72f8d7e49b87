import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addressOf, sourceName, type Source } from '../src/domain/source.ts';
import type { LikelySame } from '../src/store/likely-same.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';

/** Several sources shall become one. */
export class SourceMergeEvent extends Event {
  static readonly type = 'source-merge';
  readonly kept: string;
  readonly others: readonly string[];
  constructor(kept: string, others: readonly string[]) {
    super(SourceMergeEvent.type, { bubbles: true, composed: true });
    this.kept = kept;
    this.others = others;
  }
}

const reasons: { readonly [why in LikelySame['why'] | 'ticked']: string } = {
  doi: 'Same DOI', address: 'Same address', title: 'Same title and publisher', ticked: 'Ticked',
};

/** Sources that are, or are said to be, the same: choose the one that stays, and merge. */
@customElement('source-merge')
export class SourceMerge extends LitElement {
  @property({ attribute: false }) sources: readonly Source[] = [];
  @property() why: LikelySame['why'] | 'ticked' = 'ticked';

  @state() private kept = '';

  protected override render(): TemplateResult {
    const kept = this.sources.find(({ id }) => id === this.kept) ?? this.sources[0];
    if (!kept) return html``;
    return html`<fieldset>
      <legend class="small muted">${reasons[this.why]}: which one stays?</legend>
      ${this.sources.map(
        source => html`<label>
          <input type="radio" name="kept" .checked=${source === kept} @change=${(): void => this.#choose(source)} />
          <span class="about"><bdi>${sourceName(source)}</bdi><span class="small muted" dir="auto">${[source.title && source.publisher, source.author, source.published, addressOf(source)].filter(Boolean).join(' · ')}</span></span>
        </label>`,
      )}
      <button type="button" @click=${(): void => this.#merge(kept)}>${icon('merge', 16)}Merge ${this.sources.length} into one</button>
      ${this.why === 'ticked' ? html`<p class="small muted">Evidence of every article follows. What the one that stays lacks, it takes over; the strictest confidentiality holds. Undo takes it back.</p>` : nothing}
    </fieldset>`;
  }

  #choose(source: Source): void {
    this.kept = source.id;
  }

  #merge(kept: Source): void {
    this.dispatchEvent(new SourceMergeEvent(kept.id, this.sources.filter(source => source !== kept).map(({ id }) => id)));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      fieldset {
        display: grid;
        gap: 4px;
        min-width: 0;
        margin: 0;
        padding: var(--_gap-2) var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      legend {
        padding: 0 4px;
      }
      label {
        display: flex;
        align-items: start;
        gap: 8px;
        min-height: 28px;
        color: var(--_ink);
        font-size: var(--_size);
        cursor: pointer;
      }
      input {
        margin-block-start: 4px;
      }
      .about {
        display: grid;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      button {
        justify-self: start;
      }
      p {
        margin: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    'source-merge': SourceMergeEvent;
  }
  interface HTMLElementTagNameMap {
    'source-merge': SourceMerge;
  }
}
