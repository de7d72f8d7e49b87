import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StorageProblem as Kind } from '../src/storage/storage.ts';
import { StorageAnswerEvent } from './article-events.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { tokens } from './tokens.ts';

/** What it means for the work; the message says why, and what to do. */
const headings: { readonly [kind in Kind]: string } = {
  full: 'Your changes are not being saved',
  unavailable: 'Your work is kept only in this tab',
  'newer-version': 'This page is out of date',
  outdated: 'This tab is out of date',
  blocked: 'Your articles cannot be opened yet',
  purged: 'This article was deleted',
  damaged: 'This article cannot be read',
  failed: 'Your changes are not being saved',
};

/**
 * Says that the storage failed, what still works and what to do: a banner above the work, or with `page` a screen of its
 * own. Asks by `storage-answer`.
 */
@customElement('storage-problem')
export class StorageProblem extends LitElement {
  @property() kind: Kind = 'failed';
  /** What happened and what to do, in words for the person. */
  @property() message = '';
  /** Fills the page: there is nothing else to show. */
  @property({ type: Boolean, reflect: true }) page = false;
  /** Whether there is work in memory that could be exported. */
  @property({ attribute: false }) exportable = true;

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .box {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--_gap-2) var(--_gap-3);
        padding: var(--_gap-2) var(--_gap-4);
        border-bottom: 1px solid var(--_line);
        border-left: 4px solid var(--_warning);
        background: var(--_raised);
      }
      .box > svg {
        color: var(--_warning);
      }
      h2 {
        margin: 0;
        font-size: var(--_size);
      }
      p {
        margin: 0;
        max-width: 65ch;
      }
      @container (max-width: 640px) {
        .box {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .row {
          grid-column: 2;
        }
      }
      :host([page]) {
        min-height: 100%;
        background: var(--_surface);
      }
      :host([page]) .box {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_gap-4);
        max-width: 560px;
        margin: 12vh auto 0;
        padding: var(--_gap-5);
        border: 0;
        background: none;
      }
      :host([page]) h2 {
        margin-bottom: var(--_gap-2);
        font-size: 1.25rem;
        line-height: 1.3;
      }
      :host([page]) .row {
        grid-column: 1;
      }
    `,
  ];

  override render() {
    return html`
      <div class="box" role="alert">
        ${icon('unsaved', this.page ? 32 : 20)}
        <div>
          <h2>${headings[this.kind]}</h2>
          ${this.message ? html`<p>${this.message}</p>` : nothing}
        </div>
        <div class="row">
          ${this.exportable
            ? html`<button class="primary" type="button" @click=${() => this.dispatchEvent(new StorageAnswerEvent('export'))}>
                ${icon('download')} Export now
              </button>`
            : nothing}
          <button class=${this.exportable ? '' : 'primary'} type="button" @click=${() => this.dispatchEvent(new StorageAnswerEvent('retry'))}>Try again</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-problem': StorageProblem;
  }
}
