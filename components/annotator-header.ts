import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Progress } from '../src/domain/status.ts';
import { controls } from './controls.ts';
import { CommandEvent } from './events.ts';
import { icon, type IconName } from './icons.ts';
import { keyText } from './key-table.ts';
import './progress-bar.ts';

/** What the status line says about keeping. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'off';

const saveLabels: { readonly [state in SaveState]: string } = {
  saved: 'Saved', saving: 'Saving …', failed: 'Not saved', off: 'Kept only in this tab',
};

/** Somebody gave the name under which they work. */
export class ReviewerEvent extends Event {
  static readonly type = 'reviewer-change';
  readonly reviewer: string;
  constructor(reviewer: string) {
    super(ReviewerEvent.type, { bubbles: true, composed: true });
    this.reviewer = reviewer;
  }
}

/** The line above an open article: its name, the progress, whether it is saved, undo and redo, and what else can be done. */
@customElement('annotator-header')
export class AnnotatorHeader extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--_gap-2);
        min-height: 52px;
        padding: 6px var(--_gap-3);
        border-bottom: 1px solid var(--_line);
        background: var(--_surface);
        container: header / inline-size;
      }
      .title {
        flex: 1 1 0;
        min-width: 0;
        justify-content: flex-start;
        padding-inline: 8px;
      }
      .title span {
        overflow: hidden;
        text-overflow: ellipsis;
        font: 600 1.0625rem/1.3 var(--_font-text);
      }
      progress-bar {
        flex: 0 1 200px;
        min-width: 90px;
      }
      .save {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        color: var(--_muted);
        font-size: var(--_size-small);
        white-space: nowrap;
      }
      .save.failed {
        color: var(--_danger);
        font-weight: 600;
      }
      .save.off {
        color: var(--_warning);
      }
      .menu {
        position: relative;
      }
      details > summary {
        list-style: none;
      }
      details > summary::-webkit-details-marker {
        display: none;
      }
      .list {
        position: absolute;
        inset-inline-end: 0;
        inset-block-start: calc(100% + 4px);
        z-index: 30;
        display: grid;
        min-width: 240px;
        max-height: min(80dvh, 720px);
        overflow: auto;
        padding: 6px;
        border: 1px solid var(--_line);
        border-radius: 10px;
        background: var(--_raised);
        box-shadow: var(--_shadow);
      }
      .list button {
        justify-content: flex-start;
        border-color: transparent;
        background: transparent;
      }
      .list button:hover {
        background: var(--_accent-wash);
      }
      .list kbd {
        margin-inline-start: auto;
      }
      .list hr {
        width: 100%;
        margin: 4px 0;
        border: 0;
        border-top: 1px solid var(--_line);
      }
      .list .field {
        padding: 6px 12px 8px;
      }
      .narrow-only {
        display: none;
      }
      @container header (max-width: 820px) {
        .save .words,
        .export .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        progress-bar {
          flex-basis: 120px;
        }
      }
      @container header (max-width: 520px) {
        .wide-only {
          display: none;
        }
        .narrow-only {
          display: inline-flex;
        }
        progress-bar {
          min-width: 84px;
          flex-basis: 84px;
          font-size: 0.75rem;
          white-space: nowrap;
        }
      }
    `,
  ];

  @property() override title = '';
  @property({ attribute: false }) progress: Progress = { total: 0, settled: 0 };
  @property() save: SaveState = 'saved';
  @property() reviewer = '';
  /** Name of what undo would take back; empty when there is nothing. */
  @property() undoName = '';
  @property() redoName = '';
  /** Whether there is a list of articles to go back to. */
  @property({ type: Boolean }) home = false;
  @property({ type: Boolean }) readonly = false;
  /** Whether the reviewer's name comes from the embedder and is not to be changed here. */
  @property({ type: Boolean }) reviewerFixed = false;
  /** Whether it is shown how far each sentence is. */
  @property({ type: Boolean }) covering = false;
  /** Whether the text is being edited: then undo and redo are those of typing. */
  @property({ type: Boolean }) editing = false;
  /** Whether annotations are there that "Start clean" would take away. */
  @property({ type: Boolean }) clearable = false;

  protected override render(): TemplateResult {
    return html`
      ${this.home ? html`<button type="button" class="icon quiet" @click=${this.#ask('home')} title="All articles">${icon('back')}<span class="visually-hidden">All articles</span></button>` : ''}
      <button type="button" class="title quiet" @click=${this.#ask('details')} title="Details of the article" aria-label="Details of the article: ${this.title || 'Untitled article'}"><span dir="auto">${this.title || 'Untitled article'}</span></button>
      <button type="button" class="icon quiet wide-only" aria-pressed=${this.covering} @click=${this.#ask('coverage')} title=${`What was looked at (${keyText('coverage')})`}>${icon('eye')}<span class="visually-hidden">What was looked at</span></button>
      <progress-bar .settled=${this.progress.settled} .total=${this.progress.total}></progress-bar>
      <span class="save ${this.save}" role="status">${icon(this.save === 'failed' || this.save === 'off' ? 'unsaved' : 'saved', 16)}<span class="words">${saveLabels[this.save]}</span></span>
      ${this.readonly || this.editing
        ? ''
        : html`<button type="button" class="icon quiet wide-only" aria-disabled=${this.undoName === ''} @click=${this.#ask('undo')} title=${this.undoName ? `Undo: ${this.undoName}` : 'Nothing to undo'}>${icon('undo')}<span class="visually-hidden">${this.undoName ? `Undo: ${this.undoName}` : 'Undo'}</span></button>
            <button type="button" class="icon quiet wide-only" aria-disabled=${this.redoName === ''} @click=${this.#ask('redo')} title=${this.redoName ? `Redo: ${this.redoName}` : 'Nothing to redo'}>${icon('redo')}<span class="visually-hidden">${this.redoName ? `Redo: ${this.redoName}` : 'Redo'}</span></button>`}
      <button type="button" class="export wide-only" @click=${this.#ask('export')}>${icon('download', 16)}<span class="words">Export</span></button>
      <details class="menu" @keydown=${this.#closeOnEscape} @focusout=${this.#closeOnLeave}>
        <summary class="button icon quiet" role="button" aria-label="More" title="More">${icon('more')}</summary>
        <div class="list">
          ${this.readonly || this.editing
            ? ''
            : html`<button type="button" class="narrow-only" aria-disabled=${this.undoName === ''} @click=${this.#ask('undo')}>${icon('undo', 16)} Undo${this.undoName ? `: ${this.undoName}` : ''}</button>
                <button type="button" class="narrow-only" aria-disabled=${this.redoName === ''} @click=${this.#ask('redo')}>${icon('redo', 16)} Redo${this.redoName ? `: ${this.redoName}` : ''}</button>`}
          ${this.#entry('details', 'details', 'Details and rating scale')} ${this.#entry('scales', 'scale', 'Rating scales')} ${this.#entry('export', 'download', 'Export')}
          ${this.readonly ? '' : html`${this.#entry('import', 'upload', 'Import annotations')}
                <hr />
                ${this.#entry('edit-text', 'pencil', 'Edit the text')} ${this.#entry('new-text', 'replace', 'New text of this article')}`}
          ${this.#entry('sources', 'list', 'Sources of the desk')} ${this.#entry('checks', 'nothing-to-check', 'Checks of the evidence')}
          ${this.#entry('history', 'history', 'History')} ${this.#entry('versions', 'article', 'Versions of the text')} ${this.#entry('check-quote', 'transcript', 'Quotes against a transcript')}
          <hr />
          ${this.clearable && !this.readonly ? this.#entry('start-clean', 'remove', 'Start clean: remove all marks') : ''}
          ${this.#entry('coverage', 'eye', this.covering ? 'Hide what was looked at' : 'Show what was looked at')}
          ${this.#entry('help', 'keyboard', 'Help and keys')}
          ${this.reviewerFixed
            ? ''
            : html`<hr />
                <label class="field">Your name, for verdicts and changes<input .value=${this.reviewer} autocomplete="name" @change=${(event: Event) => this.dispatchEvent(new ReviewerEvent((event.target as HTMLInputElement).value.trim()))} /></label>`}
        </div>
      </details>
    `;
  }

  #entry(command: string, name: IconName, label: string): TemplateResult {
    return html`<button type="button" @click=${this.#ask(command)}>${icon(name, 16)} ${label}</button>`;
  }

  #ask(command: string): () => void {
    return () => {
      this.#closeMenu();
      this.dispatchEvent(new CommandEvent(command));
    };
  }

  #closeMenu(): void {
    this.renderRoot.querySelector('details')?.removeAttribute('open');
  }

  #closeOnEscape(event: KeyboardEvent): void {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }

  #closeOnLeave(event: FocusEvent): void {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  }
}

declare global {
  interface HTMLElementEventMap {
    'reviewer-change': ReviewerEvent;
  }
  interface HTMLElementTagNameMap {
    'annotator-header': AnnotatorHeader;
  }
}
