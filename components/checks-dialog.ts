import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { FieldRecord } from '../src/domain/record.ts';
import { activeLints, lintIds, type LintId } from '../src/store/lints.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { lintLabels } from './lint-labels.ts';
import { tokens } from './tokens.ts';

/** A check of the evidence is to be made, or not any longer, for the whole desk. */
export class CheckSwitchEvent extends Event {
  static readonly type = 'check-switch';
  readonly lint: LintId;
  readonly on: boolean;
  constructor(lint: LintId, on: boolean) {
    super(CheckSwitchEvent.type, { bubbles: true, composed: true });
    this.lint = lint;
    this.on = on;
  }
}

/** Which checks of the evidence the desk wants, each with its reason. */
@customElement('checks-dialog')
export class ChecksDialog extends LitElement {
  /** The sources of the desk with its settings. */
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  @property({ type: Boolean }) readonly = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const active = activeLints(this.sources);
    return html`<dialog aria-labelledby="heading"><div class="panel">
      <div class="row">
        <h2 id="heading" class="spread">Checks of the evidence</h2>
        <button class="icon quiet" type="button" aria-label="Close" @click=${(): void => this.dialog.close()}>${icon('close')}</button>
      </div>
      <p class="muted">What is found stands below the evidence on the card. It keeps nobody from anything. The choice is the desk’s: it holds for all its articles.</p>
      <ul>
        ${lintIds.map(
          id => html`<li><label>
            <input
              type="checkbox" aria-describedby=${`why-${id}`} .checked=${live(active.has(id))} ?disabled=${this.readonly}
              @change=${(event: Event): void => this.#switch(id, event)}
            /><span class="title">${lintLabels[id].title}</span>
          </label><span id=${`why-${id}`} class="small muted">${lintLabels[id].reason}</span></li>`,
        )}
      </ul>
    </div></dialog>`;
  }

  #switch(id: LintId, event: Event): void {
    if (event.target instanceof HTMLInputElement) this.dispatchEvent(new CheckSwitchEvent(id, event.target.checked));
  }

  static override styles = [
    tokens,
    controls,
    css`
      p,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: var(--_gap-2);
        border-top: 1px solid var(--_line);
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        color: var(--_ink);
        font-size: var(--_size);
        cursor: pointer;
      }
      .title {
        font-weight: 600;
      }
      li > span {
        display: block;
        padding-inline-start: 24px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    'check-switch': CheckSwitchEvent;
  }
  interface HTMLElementTagNameMap {
    'checks-dialog': ChecksDialog;
  }
}
