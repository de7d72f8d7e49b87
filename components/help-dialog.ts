import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { keyCaps, keyGroups, keys, type KeyBinding } from './key-table.ts';
import { tokens } from './tokens.ts';

/** How the work goes, and every key. */
@customElement('help-dialog')
export class HelpDialog extends LitElement {
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(840px, calc(100vw - 24px));
        container-type: inline-size;
      }
      /* It has the focus at first, so that the arrow keys scroll; it is no control. */
      h2:focus-visible {
        outline: none;
      }
      ol {
        display: grid;
        gap: var(--_gap-1) var(--_gap-5);
        margin: 0;
        padding: 0;
        list-style: none;
        counter-reset: step;
      }
      ol li {
        display: grid;
        grid-template-columns: 1.6em minmax(0, 1fr);
        counter-increment: step;
      }
      ol li::before {
        content: counter(step);
        color: var(--_accent);
        font-weight: 600;
      }
      .groups {
        columns: 2;
        column-gap: var(--_gap-6);
      }
      @container (max-width: 640px) {
        .groups {
          columns: 1;
        }
      }
      section {
        break-inside: avoid;
        padding-bottom: var(--_gap-4);
      }
      h3 {
        margin: 0 0 var(--_gap-1);
        font-size: var(--_size-small);
        color: var(--_muted);
      }
      dl {
        margin: 0;
      }
      dl div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        gap: 0 var(--_gap-3);
        padding: 4px 0;
        border-top: 1px solid var(--_line);
      }
      dt {
        order: 1;
        margin-left: auto;
        color: var(--_muted);
        white-space: nowrap;
      }
      dd {
        margin: 0;
      }
      kbd {
        color: var(--_ink);
      }
    `,
  ];

  /** Opens the dialog; nothing when it is open. */
  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" closedby="any">
        <div class="panel">
          <div class="row">
            <h2 id="heading" class="spread" tabindex="-1" autofocus>Help</h2>
            <button class="icon quiet" type="button" aria-label="Close" @click=${this.close}>${icon('close')}</button>
          </div>
          <ol aria-label="How it works">
            <li><span><strong>Mark</strong> what can be checked: select the words, then choose claim or quote.</span></li>
            <li><span><strong>Evidence:</strong> on its card, say which source shows what, and where in it. Quotes are checked against a transcript.</span></li>
            <li><span><strong>Verdict:</strong> rate it and explain in a sentence. Then it is settled. “Rating scales” in the menu shows the labels and makes your own.</span></li>
            <li><span><strong>New text?</strong> Every mark finds its words again, or asks. Verdicts on words that changed are to be re-checked.</span></li>
            <li><span><strong>Export</strong> the fact check as a file when every line is settled, or before.</span></li>
          </ol>
          <p class="muted small" style="margin: 0">The ⋯ menu has the rest: sources of the desk, rating scales, checks of the evidence, history, versions of the text.</p>
          <div class="groups">
            ${keyGroups.map(
              group => html`
                <section>
                  <h3>${group}</h3>
                  <dl>${keys.filter(binding => binding.group === group).map(line)}</dl>
                </section>
              `,
            )}
          </div>
          <p class="muted small" style="margin: 0">Single keys do nothing while you type in a field.</p>
        </div>
      </dialog>
    `;
  }
}

function line(binding: KeyBinding) {
  return html`
    <div>
      <dt>${binding.keys.map((key, index) => html`${index > 0 ? ' or ' : ''}${keyCaps(key).map((cap, at) => html`${at > 0 ? ' ' : ''}<kbd>${cap}</kbd>`)}`)}</dt>
      <dd>${binding.label}</dd>
    </div>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'help-dialog': HelpDialog;
  }
}
