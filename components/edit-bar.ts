import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EditCommand } from '../src/editor/editing.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon, type IconName } from './icons.ts';
import { isMac, keyText } from './key-table.ts';

/** A button asks for a change of the text. */
export class EditCommandEvent extends Event {
  static readonly type = 'edit-command';
  readonly command: EditCommand;
  constructor(command: EditCommand) {
    super(EditCommandEvent.type, { bubbles: true, composed: true });
    this.command = command;
  }
}

const mod = isMac ? '⌘' : 'Ctrl+';

/** Above a text that is being edited: what can be done with it, and the two ways out. */
@customElement('edit-bar')
export class EditBar extends LitElement {
  /** True when the text differs from the version that it began as. */
  @property({ type: Boolean }) changed = false;
  /** True when all of it is kept as a draft. */
  @property({ type: Boolean }) kept = false;

  protected override render(): TemplateResult {
    return html`<div class="bar" role="toolbar" aria-label="Edit the text">
      <strong class="what">${icon('pencil', 16)} Editing the text</strong>
      ${this.#button('bold', 'bold', `Bold (${mod}B)`)} ${this.#button('italic', 'italic', `Italic (${mod}I)`)}
      ${this.#button('undo', 'undo', `Undo typing (${mod}Z)`)} ${this.#button('redo', 'redo', `Redo typing (${mod}${isMac ? '⇧Z' : 'Y'})`)}
      <span class="spread small muted" role="status">${this.changed && this.kept ? 'Draft kept' : ''}</span>
      <button type="button" class="quiet" @click=${() => this.dispatchEvent(new CommandEvent('cancel-editing'))}>${this.changed ? 'Drop changes' : 'Cancel'}</button>
      <button type="button" class="primary" title=${keyText('finish-editing')} @click=${() => this.dispatchEvent(new CommandEvent('finish-editing'))}>Done</button>
    </div>`;
  }

  #button(command: EditCommand, name: IconName, label: string): TemplateResult {
    // The press must not take the focus, and with it the selection, out of the text.
    return html`<button
      type="button" class="icon quiet" title=${label} aria-label=${label}
      @pointerdown=${(event: Event) => event.preventDefault()} @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.dispatchEvent(new EditCommandEvent(command))}
    >${icon(name, 16)}</button>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 40rem;
        margin: 0 auto var(--_gap-4);
        position: sticky;
        top: 0;
        z-index: 6;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_gap-1);
        padding: 6px 8px 6px 12px;
        border: 1px solid var(--_accent);
        border-radius: var(--_radius);
        background: var(--_raised);
        box-shadow: var(--_shadow);
      }
      .what {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        margin-inline-end: var(--_gap-2);
        color: var(--_accent);
      }
      .spread {
        flex: 1;
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    'edit-command': EditCommandEvent;
  }
  interface HTMLElementTagNameMap {
    'edit-bar': EditBar;
  }
}
