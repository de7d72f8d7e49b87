import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { candidatesFor } from '../src/anchoring/candidates.ts';
import type { Candidate, TextRange } from '../src/anchoring/placement.ts';
import type { Annotation } from '../src/domain/annotation.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import { removePiece } from '../src/store/changes.ts';
import { acceptPlace, confirmGone } from '../src/store/decisions.ts';
import { controls } from './controls.ts';
import { ChangeEvent, CommandEvent } from './events.ts';
import { icon } from './icons.ts';
import { keyText } from './key-table.ts';

/** A place in the text shall be shown, in passing; null: none any more. */
export class PlacePreviewEvent extends Event {
  static readonly type = 'place-preview';
  readonly range: TextRange | null;
  constructor(range: TextRange | null) {
    super(PlacePreviewEvent.type, { bubbles: true, composed: true });
    this.range = range;
  }
}

/** Words of the text that are shown around a candidate, in UTF-16 units. */
const surroundings = 60;

/** Confidences from which a place is called likely, and possible. */
const likely = 0.6;
const possible = 0.25;

/**
 * A piece whose words are gone or stand in several places: where they might stand now, the best first, for a person to decide.
 * A place that has the focus or the pointer is shown in the text; Enter, a click or its digit takes it.
 */
@customElement('place-decision')
export class PlaceDecision extends LitElement {
  @property({ attribute: false }) annotation!: Annotation;
  /** Index of the piece. */
  @property({ type: Number }) piece = 0;
  /** The current text. */
  @property({ attribute: false }) version: ArticleVersion | null = null;
  @property({ type: Boolean }) readonly = false;

  @state() private candidates: readonly Candidate[] = [];

  /** Focuses the best candidate; where there is none, what else can be done. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.places button, .rest button')?.focus();
  }

  /** Takes the candidate that has the focus, else the best. False when there is none. */
  accept(): boolean {
    return this.#accept(this.#focused ?? this.candidates[0]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#preview(null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('annotation') && !changed.has('version') && !changed.has('piece')) return;
    const anchor = this.annotation.anchors[this.piece];
    this.candidates = anchor && this.version ? candidatesFor(this.version.text, anchor, { near: anchor.placement.start }) : [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const anchor = this.annotation.anchors[this.piece];
    if (!anchor) return nothing;
    const { candidates, readonly } = this;
    const lost = anchor.placement.state === 'lost';
    return html`
      <p class="state">${icon(lost ? 'problem' : 'question', 16)}<strong>${lost ? 'These words are no longer in the text' : 'These words fit several places'}</strong></p>
      ${candidates.length > 0
        ? html`<p class="small muted" id="ask">${lost ? 'They may have become:' : 'Which is it?'}</p>
            <ol class="places" aria-labelledby="ask" @keydown=${this.#key} @focusout=${() => this.#preview(null)} @pointerleave=${() => this.#preview(this.#focused ?? null)}>
              ${candidates.map((candidate, index) => this.#renderPlace(candidate, index))}
            </ol>`
        : html`<p class="small muted">No place in the text resembles them.</p>`}
      ${readonly ? nothing : this.#renderRest()}
    `;
  }

  #renderPlace(candidate: Candidate, index: number): TemplateResult {
    const text = this.version!.text;
    const { start, end, confidence } = candidate;
    const before = text.slice(Math.max(0, start - surroundings), start).replace(/^\S*\s/, '');
    const after = text.slice(end, end + surroundings).replace(/\s\S*$/, '');
    return html`<li>
      <button
        type="button" aria-disabled=${this.readonly ? 'true' : nothing} aria-keyshortcuts=${index + 1}
        @click=${() => this.#accept(candidate)} @focus=${() => this.#preview(candidate)} @pointerenter=${() => this.#preview(candidate)}
      >
        <kbd aria-hidden="true">${index + 1}</kbd>
        <span class="words" dir="auto"><span class="muted">…${before}</span><mark>${text.slice(start, end)}</mark><span class="muted">${after}…</span></span>
        <span class="how small muted">${confidence >= likely ? 'likely' : confidence >= possible ? 'possible' : 'unlikely'}</span>
      </button>
    </li>`;
  }

  #renderRest(): TemplateResult {
    const several = this.annotation.anchors.length > 1;
    return html`<div class="rest">
      <button type="button" class="small" @click=${() => this.dispatchEvent(new ChangeEvent(confirmGone(this.annotation, this.piece)))}>
        ${icon('check', 14)} The words are gone <kbd>${keyText('confirm-gone')}</kbd>
      </button>
      ${several
        ? html`<button type="button" class="small" @click=${() => this.dispatchEvent(new ChangeEvent(removePiece(this.annotation, this.piece)))}>${icon('remove', 14)} Remove this piece</button>`
        : nothing}
      <span class="small muted">Or select the right words in the text and
        <button type="button" class="quiet link" @click=${() => this.dispatchEvent(new CommandEvent('adjust-mark'))}>put the mark there</button> <kbd>${keyText('adjust-mark')}</kbd></span>
    </div>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.places button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    } else if (!/^[1-9]$/.test(event.key) || !this.#accept(this.candidates[Number(event.key) - 1])) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #accept(candidate: Candidate | undefined): boolean {
    if (!candidate || !this.version || this.readonly) return false;
    this.#preview(null);
    this.dispatchEvent(new ChangeEvent(acceptPlace(this.annotation, this.version, this.piece, { start: candidate.start, end: candidate.end })));
    return true;
  }

  /** The candidate that has the focus. */
  get #focused(): Candidate | undefined {
    return this.candidates[[...this.renderRoot.querySelectorAll('.places button')].indexOf(this.shadowRoot?.activeElement as Element)];
  }

  #preview(range: TextRange | null): void {
    this.dispatchEvent(new PlacePreviewEvent(range));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--_gap-1);
        min-width: 0;
      }
      p {
        margin: 0;
      }
      .state {
        display: flex;
        align-items: flex-start;
        gap: 6px;
        color: var(--_warning);
      }
      .state svg {
        margin-block-start: 2px;
      }
      .places {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .places button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: start;
        gap: 8px;
        width: 100%;
        padding: 6px 8px;
        border-color: var(--_line);
        text-align: start;
        white-space: normal;
      }
      .words {
        font: 0.9375rem/1.45 var(--_font-text);
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
      }
      mark {
        background: color-mix(in srgb, var(--_accent) 18%, transparent);
        color: inherit;
        font-weight: 600;
      }
      .rest {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_gap-1) var(--_gap-2);
        padding-block-start: var(--_gap-1);
      }
      button.link {
        display: inline;
        min-height: 0;
        padding: 0;
        color: var(--_accent);
        text-decoration: underline;
        font-size: inherit;
      }
      @media (pointer: coarse) {
        .places button {
          min-height: 44px;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    'place-preview': PlacePreviewEvent;
  }
  interface HTMLElementTagNameMap {
    'place-decision': PlaceDecision;
  }
}
