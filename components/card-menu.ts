import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { icon, type IconName } from './icons.ts';
import { PopoverPosition } from './popover-position.ts';

/** One line of a menu. */
export interface MenuEntry {
  readonly label: string;
  readonly icon: IconName;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** A button with a menu, as in the ARIA practices: arrow keys move, letters find, Escape closes. */
@customElement('card-menu')
export class CardMenu extends LitElement {
  /** Accessible name of the button and the menu. */
  @property() label = 'More';
  @property({ attribute: false }) entries: readonly MenuEntry[] = [];

  @state() private open = false;
  @query('#button') private button!: HTMLButtonElement;
  @query('#menu') private menu!: HTMLElement;

  readonly #position = new PopoverPosition(this);

  override focus(options?: FocusOptions): void {
    this.button.focus(options);
  }

  protected override render(): TemplateResult {
    return html`
      <button
        id="button" type="button" class="quiet icon" popovertarget="menu" aria-haspopup="menu" aria-expanded=${this.open}
        aria-label=${this.label} title=${this.label} @keydown=${this.#buttonKey}
      >${icon('more')}</button>
      <div id="menu" role="menu" popover aria-label=${this.label} @toggle=${this.#toggled} @keydown=${this.#key}>
        ${this.entries.map(
          entry => html`<button type="button" role="menuitem" tabindex="-1" class=${entry.danger ? 'danger' : ''} @click=${(): void => this.#run(entry)}>
            ${icon(entry.icon, 16)}<span>${entry.label}</span>
          </button>`,
        )}
      </div>
    `;
  }

  get #items(): HTMLButtonElement[] {
    return [...this.menu.querySelectorAll('button')];
  }

  async #toggled(event: ToggleEvent): Promise<void> {
    this.open = event.newState === 'open';
    if (!this.open) return this.#position.hide();
    await this.#position.show(this.button, this.menu, { placement: 'bottom-end' });
    if (this.open) this.#items[0]?.focus();
  }

  #buttonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.menu.showPopover();
  }

  #key(event: KeyboardEvent): void {
    // What is typed in the menu is for the menu, not for the commands of the page.
    event.stopPropagation();
    const items = this.#items;
    const at = items.findIndex(item => item.matches(':focus'));
    const target = this.#targetOf(event, items, at);
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.#position.hide();
      this.button.focus();
    }
  }

  #targetOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, items: readonly HTMLButtonElement[], at: number): HTMLButtonElement | undefined {
    switch (key) {
      case 'ArrowDown':
        return items[(at + 1) % items.length];
      case 'ArrowUp':
        return items.at(Math.max(at, 0) - 1);
      case 'Home':
        return items[0];
      case 'End':
        return items.at(-1);
      default: {
        if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
        const next = [...items.slice(at + 1), ...items.slice(0, at + 1)];
        return next.find(item => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
      }
    }
  }

  #run(entry: MenuEntry): void {
    this.#position.hide();
    this.button.focus();
    entry.run();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      [role='menu'] {
        position: fixed;
        inset: auto;
        min-width: 200px;
        max-width: min(320px, calc(100vw - 16px));
        margin: 0;
        padding: 4px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
        color: var(--_ink);
        box-shadow: var(--_shadow);
        overflow-y: auto;
      }
      [role='menuitem'] {
        justify-content: flex-start;
        gap: 8px;
        width: 100%;
        padding: 4px 8px;
        border: 0;
        border-radius: 4px;
        background: transparent;
        text-align: start;
        white-space: normal;
      }
      [role='menuitem']:focus-visible {
        background: var(--_accent-wash);
        outline-offset: -2px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'card-menu': CardMenu;
  }
}
