import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';

/** One mark on the strip. */
export interface StripMark {
  /** Id of the annotation. */
  readonly id: string;
  /** 0 (top of the article) to 1. */
  readonly at: number;
  /** Name of the rating's colour; null while there is none. */
  readonly colour: string | null;
}

/** Somebody pointed at a place on the strip; `at` runs from 0 to 1. */
export class StripPickEvent extends Event {
  static readonly type = 'strip-pick';
  readonly at: number;
  constructor(at: number) {
    super(StripPickEvent.type, { bubbles: true, composed: true });
    this.at = at;
  }
}

/** Marks closer together than this share of the strip are drawn as one. */
const slots = 240;

function tick({ at, colour }: StripMark, look: string): TemplateResult {
  return html`<i class=${look} style="top: ${(at * 100).toFixed(2)}%; ${colour ? `--colour: var(--_${colour})` : ''}"></i>`;
}

/**
 * A narrow strip beside the scroll bar: where in the article the marks are and how they were rated. Solid ticks are rated,
 * hollow ones are not. A picture for the eye; the same is said in words by the progress bar and the cards.
 */
@customElement('mark-strip')
export class MarkStrip extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      cursor: pointer;
      touch-action: none;
      background: var(--_sunken);
      border-inline-start: 1px solid var(--_line);
    }
    i {
      position: absolute;
      inset-inline: 2px;
      height: 4px;
      margin-top: -2px;
      border-radius: 1px;
      background: var(--colour, transparent);
      border: 1px solid var(--colour, var(--_muted));
    }
    i.active {
      inset-inline: 0;
      outline: 2px solid var(--_accent);
    }
    .view {
      position: absolute;
      inset-inline: 0;
      background: color-mix(in srgb, var(--_ink) 9%, transparent);
    }
    @media (forced-colors: active) {
      i {
        forced-color-adjust: none;
      }
    }
  `;

  @property({ attribute: false }) marks: readonly StripMark[] = [];
  /** Id of the active annotation. */
  @property({ attribute: false }) active: string | null = null;
  /** Share of the article that is in view. */
  @property({ attribute: false }) view: { readonly top: number; readonly bottom: number } = { top: 0, bottom: 1 };

  #drawn = new Map<string, StripMark>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('marks')) return;
    this.#drawn = new Map();
    for (const mark of this.marks) {
      const key = `${Math.round(mark.at * slots)} ${mark.colour}`;
      if (!this.#drawn.has(key)) this.#drawn.set(key, mark);
    }
  }

  protected override render(): TemplateResult {
    const active = this.active === null ? undefined : this.marks.find(({ id }) => id === this.active);
    return html`<div class="view" style="top: ${this.view.top * 100}%; height: ${(this.view.bottom - this.view.top) * 100}%"></div>
      ${guard([this.#drawn], () => repeat(this.#drawn, ([key]) => key, ([, mark]) => tick(mark, '')))} ${active ? tick(active, 'active') : ''}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
    this.addEventListener('pointerdown', this.#pick);
    this.addEventListener('pointermove', this.#pick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.#pick);
    this.removeEventListener('pointermove', this.#pick);
  }

  readonly #pick = (event: PointerEvent): void => {
    if ((event.buttons & 1) === 0) return;
    if (event.type === 'pointerdown') this.setPointerCapture(event.pointerId);
    const box = this.getBoundingClientRect();
    this.dispatchEvent(new StripPickEvent(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height))));
  };
}

declare global {
  interface HTMLElementEventMap {
    'strip-pick': StripPickEvent;
  }
  interface HTMLElementTagNameMap {
    'mark-strip': MarkStrip;
  }
}
