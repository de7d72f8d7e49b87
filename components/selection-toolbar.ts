import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon, type IconName } from './icons.ts';

/**
 * The small toolbar at a selection: what to make of the words. Beside the selection for a mouse or keyboard; at the
 * bottom of the screen for a finger, where it does not meet the system's own menu.
 */
@customElement('selection-toolbar')
export class SelectionToolbar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: none;
        position: fixed;
        z-index: 20;
        inset-block-start: 0;
        inset-inline-start: 0;
        max-width: calc(100vw - 16px);
      }
      :host([shown]) {
        display: block;
      }
      :host([docked]) {
        inset: auto 8px calc(8px + env(safe-area-inset-bottom)) 8px;
        transform: none !important;
      }
      .bar {
        display: flex;
        gap: 2px;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: 10px;
        background: var(--_raised);
        box-shadow: var(--_shadow);
        overflow-x: auto;
      }
      :host([docked]) .bar {
        justify-content: space-between;
      }
      button {
        border-color: transparent;
        background: transparent;
        padding-inline: 8px;
      }
      :host([docked]) button {
        flex: 1;
        flex-direction: column;
        gap: 2px;
        min-height: 52px;
        font-size: var(--_size-small);
        padding-inline: 4px;
        white-space: normal;
        line-height: 1.15;
      }
      :host([docked]) kbd {
        display: none;
      }
      .rule {
        width: 1px;
        margin: 4px 2px;
        background: var(--_line);
      }
      kbd {
        color: var(--_muted);
        font-weight: 500;
      }
    `,
  ];

  /** The selection's rectangle in the window; null hides the toolbar. */
  @property({ attribute: false }) anchor: DOMRect | null = null;
  /** Whether an annotation is active that the selection could be added to. */
  @property({ type: Boolean }) extendable = false;
  @property({ type: Boolean, reflect: true }) docked = false;

  protected override render(): TemplateResult {
    return html`<div class="bar" role="toolbar" aria-label="Mark the selected words" @pointerdown=${this.#keepSelection}>
      ${this.#button('mark-claim', 'claim', 'Claim', 'c')} ${this.#button('mark-quote', 'quote', 'Quote', 'q')}
      ${this.#button('mark-note', 'note', 'Note', 'n')} ${this.#button('mark-nothing', 'nothing-to-check', 'Nothing to check', 'x')}
      ${this.extendable
        ? html`<span class="rule"></span> ${this.#button('add-piece', 'add-piece', 'Add piece', 'a')} ${this.#button('adjust-mark', 'edit', 'Move mark here', 'r')}`
        : ''}
    </div>`;
  }

  #button(command: string, name: IconName, label: string, key: string): TemplateResult {
    return html`<button type="button" @click=${() => this.dispatchEvent(new CommandEvent(command))} aria-keyshortcuts=${key.toUpperCase()}>
      ${icon(name, 16)}<span>${label}</span><kbd aria-hidden="true">${key.toUpperCase()}</kbd>
    </button>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.toggleAttribute('shown', this.anchor !== null);
    if (!this.anchor || this.docked || !(changed.has('anchor') || changed.has('extendable') || changed.has('docked'))) return;
    const box = this.anchor;
    void computePosition({ getBoundingClientRect: () => box }, this, {
      strategy: 'fixed',
      placement: 'top',
      middleware: [offset(8), flip({ fallbackPlacements: ['bottom', 'top'] }), shift({ padding: 8, crossAxis: true })],
    }).then(({ x, y }) => {
      this.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    });
  }

  /** A press on the toolbar must not take the selection or the focus away from the text. */
  #keepSelection(event: PointerEvent): void {
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'selection-toolbar': SelectionToolbar;
  }
}
