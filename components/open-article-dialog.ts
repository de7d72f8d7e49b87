import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { OpenedText, openText } from '../src/editor/open-text.ts';
import { FileImportEvent, TextOpenEvent, type Offered } from './article-events.ts';
import './article-fields.ts';
import type { ArticleFields } from './article-fields.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import './opened-text-preview.ts';
import { tokens } from './tokens.ts';

type OpenText = typeof openText;

/** Files of more bytes than this are no articles; reading one would only hold everything up. */
const mostBytes = 100_000_000;

/**
 * Makes an article of what somebody pastes, drops or chooses, in two steps: give the text; look at what was read and
 * correct title, byline and the like. Asks by `text-open` and closes.
 *
 * JSON is no article: it goes out by `file-import`, and the dialog waits until its owner calls `close` or sets `problem`.
 * What was given stays until it was opened, whatever fails, and when the dialog is closed in between.
 */
@customElement('open-article-dialog')
export class OpenArticleDialog extends LitElement {
  /** Why what was given cannot be opened, in words; empty when nothing is wrong. */
  @property() problem = '';
  /** Reads a text; by default `openText`, loaded when it is first needed. */
  @property({ attribute: false }) read: OpenText = async input => (await import('../src/editor/open-text.ts')).openText(input);

  /** Whether the text becomes the next one of the open article, whose details stay as they are. */
  @state() replacing = false;
  @state() private text = '';
  /** The rich form of `text`; empty when it was typed, changed by hand or came without. */
  @state() private html = '';
  @state() private file: File | null = null;
  /** How many more files came with it. */
  @state() private others = 0;
  @state() private opened: OpenedText | null = null;
  @state() private busy = false;
  @state() private dragged = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private textarea!: HTMLTextAreaElement;
  @query('#file') private fileInput!: HTMLInputElement;
  @query('article-fields') private fields!: ArticleFields | null;

  /** Counts the readings, so that the answer to an old one is not taken for that to the newest. */
  private reading = 0;

  /** Opens the dialog, and reads what is offered; with nothing offered, what was left in it is still there. */
  show(offered: Offered = {}, { replacing = false } = {}): void {
    this.replacing = replacing;
    if (!this.dialog.open) this.dialog.showModal();
    this.take(offered);
  }

  /** Closes the dialog. Called by the owner after a `file-import` that went well, it also forgets what was given. */
  close(): void {
    if (this.busy) this.forget();
    this.dialog.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('problem') && this.problem) this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" @close=${this.onClose} @cancel=${this.onCancel}>
        <form
          novalidate @submit=${this.onSubmit} @paste=${this.onPaste}
          @dragover=${this.onDrag} @dragleave=${this.onDragLeave} @drop=${this.onDrop}
        >
          <div class="row">
            <h2 id="heading" class="spread">${this.opened ? 'Is this right?' : this.replacing ? 'New text of this article' : 'Open an article'}</h2>
            <button class="icon quiet" type="button" aria-label="Close" @click=${this.leave}>${icon('close')}</button>
          </div>
          <div ?hidden=${this.opened !== null} class="give">${this.renderGive()}</div>
          ${this.opened ? this.renderCheck(this.opened) : nothing}
          <div class="messages" role="alert">
            ${this.problem && !this.busy ? html`<p class="problem">${icon('problem')}<span>${this.problem}</span></p>` : nothing}
          </div>
          <footer>
            <span class="spread muted" role="status">${this.busy ? 'Reading …' : ''}</span>
            ${this.opened
              ? html`<button type="button" @click=${this.back}>Back</button><button class="primary" type="submit">${this.replacing ? 'Replace the text' : 'Open'}</button>`
              : html`<button type="button" @click=${this.leave}>Cancel</button>
                  <button class="primary" type="submit">Continue</button>`}
          </footer>
        </form>
      </dialog>
    `;
  }

  private renderGive(): TemplateResult {
    return html`
      <div class="field">
        <label for="text">Text of the article</label>
        <textarea
          id="text" rows="7" dir="auto" autofocus aria-describedby="kind"
          placeholder="Paste it here. Headings, lists, links and emphasis are kept."
          .value=${this.text} @input=${this.onInput}
        ></textarea>
        <span id="kind" class="small muted">${this.html ? describeMarkup(this.html) : ''}</span>
      </div>
      <div class="drop ${this.dragged ? 'dragged' : ''}">
        <input
          id="file" type="file" hidden accept=".txt,.html,.htm,.md,.markdown,.json,.jsonld,text/plain,text/html,text/markdown,application/json"
          @change=${this.onChoose}
        />
        <button type="button" @click=${() => this.fileInput.click()}>${icon('upload', 16)} Choose a file</button>
        <span class="muted">${this.file ? html`<bdi>${this.file.name}</bdi>` : `or drop it here: plain text, HTML, Markdown${this.replacing ? '' : ', or a saved fact check'}`}</span>
      </div>
    `;
  }

  private renderCheck(opened: OpenedText): TemplateResult {
    return html`
      ${this.others > 0 ? html`<p class="muted">Only <bdi>${this.file?.name}</bdi> was read; open the other ${this.others === 1 ? 'file' : `${this.others} files`} one by one.</p>` : nothing}
      ${this.replacing
        ? html`<p class="muted">Every mark finds its words in the new text, or says that it cannot. The text as it is now is kept among the versions.</p>`
        : html`<article-fields .values=${opened}></article-fields>`}
      <opened-text-preview .opened=${opened}></opened-text-preview>
    `;
  }

  private take({ files, html = '', text = '' }: Offered): void {
    if (files?.[0]) {
      this.others = files.length - 1;
      this.file = files[0];
    } else if (html || text.trim()) {
      this.file = null;
      this.text = text || plainText(html);
      this.html = describeMarkup(html) ? html : '';
    } else {
      return;
    }
    void this.begin();
  }

  /** Reads what was given, a file before a text. */
  private async begin(): Promise<void> {
    const reading = ++this.reading;
    this.opened = null;
    this.problem = '';
    // The owner's answer may be the same words as before: only when the old ones have gone is it seen as an answer.
    this.performUpdate();
    this.busy = true;
    try {
      const opened = this.file ? await this.openFile(this.file, reading) : await this.openPasted();
      if (!opened || reading !== this.reading) return;
      this.opened = opened;
      this.busy = false;
      await this.updateComplete;
      this.fields?.focus();
    } catch (error) {
      if (reading !== this.reading) return;
      this.problem = explain(error, this.file);
      this.busy = false;
      await this.updateComplete;
      this.textarea.focus();
    }
  }

  private async openFile(file: File, reading: number): Promise<OpenedText | null> {
    if (file.size > mostBytes) throw new TooLarge(file);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (reading !== this.reading) return null;
    if (!/\.json(ld)?$/i.test(file.name) && !/json/.test(file.type)) return this.read({ bytes, fileName: file.name, mime: file.type });
    this.dispatchEvent(new FileImportEvent(new TextDecoder().decode(bytes), file.name, bytes));
    return null;
  }

  private async openPasted(): Promise<OpenedText | null> {
    if (!looksLikeJson(this.text)) return this.read(this.html ? { html: this.html, text: this.text } : { text: this.text });
    this.dispatchEvent(new FileImportEvent(this.text, ''));
    return null;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { opened } = this;
    if (!opened) {
      if (this.file || this.text.trim()) {
        void this.begin();
      } else {
        this.problem = 'There is nothing to open yet: paste the text of the article above, or choose a file.';
        this.textarea.focus();
      }
      return;
    }
    const fields = this.replacing ? {} : this.fields?.read();
    if (!fields) return;
    const origin = this.file ? 'file' : 'paste';
    this.forget();
    // Closing gives the focus back, so it comes before whatever the owner does with the focus.
    this.dialog.close();
    this.dispatchEvent(new TextOpenEvent(opened, fields, origin));
  }

  private forget(): void {
    this.text = '';
    this.html = '';
    this.file = null;
    this.others = 0;
    this.opened = null;
    this.problem = '';
    this.busy = false;
  }

  private back(): void {
    this.opened = null;
    this.file = null;
    void this.updateComplete.then(() => this.textarea.focus());
  }

  /** The person leaves: a reading that goes on is no longer waited for, and what was given stays. */
  private leave(): void {
    this.busy = false;
    this.dialog.close();
  }

  private onCancel(): void {
    this.busy = false;
  }

  private onClose(): void {
    this.reading++;
    this.dragged = false;
  }

  private onInput(): void {
    this.text = this.textarea.value;
    this.html = '';
    this.file = null;
    this.problem = '';
  }

  private onChoose(): void {
    const files = [...(this.fileInput.files ?? [])];
    // So that the same file can be chosen again.
    this.fileInput.value = '';
    this.take({ files });
  }

  /** A paste into a field, or between words that are there already, is an ordinary one. */
  private onPaste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    const target = event.composedPath()[0];
    if (!data || target instanceof HTMLInputElement) return;
    const { value, selectionStart, selectionEnd } = this.textarea;
    if (target === this.textarea && data.files.length === 0 && value.trim() !== '' && selectionEnd - selectionStart < value.length) return;
    event.preventDefault();
    this.take({ files: [...data.files], html: data.getData('text/html'), text: data.getData('text/plain') });
  }

  private onDrag(event: DragEvent): void {
    if (event.composedPath()[0] instanceof HTMLInputElement) return;
    event.preventDefault();
    this.dragged = true;
  }

  private onDragLeave(): void {
    this.dragged = false;
  }

  private onDrop(event: DragEvent): void {
    this.dragged = false;
    const data = event.dataTransfer;
    if (!data || event.composedPath()[0] instanceof HTMLInputElement) return;
    event.preventDefault();
    this.take({ files: [...data.files], html: data.getData('text/html'), text: data.getData('text/plain') });
  }

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(680px, calc(100vw - 24px));
      }
      p {
        margin: 0;
      }
      .give {
        display: grid;
        gap: var(--_gap-4);
      }
      textarea {
        min-height: 10em;
        max-height: 40vh;
        font-family: var(--_font-text);
        font-size: 1rem;
      }
      #kind:empty,
      .messages:empty {
        display: none;
      }
      .drop {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_gap-2) var(--_gap-3);
        padding: var(--_gap-3);
        border: 1px dashed var(--_control-line);
        border-radius: var(--_radius);
      }
      .drop span {
        flex: 1 1 200px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .dragged {
        border-color: var(--_accent);
        background: var(--_accent-wash);
      }
      .problem {
        display: flex;
        gap: var(--_gap-2);
        padding: var(--_gap-3);
        border: 1px solid var(--_danger);
        border-radius: var(--_radius);
        overflow-wrap: anywhere;
      }
      .problem span {
        min-width: 0;
      }
      .problem svg {
        color: var(--_danger);
      }
      footer {
        position: sticky;
        bottom: 0;
        align-items: center;
        margin: 0 calc(-1 * var(--_gap-5)) calc(-1 * var(--_gap-5));
        padding: var(--_gap-3) var(--_gap-5);
        border-top: 1px solid var(--_line);
        background: var(--_surface);
      }
    `,
  ];
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
  constructor(file: File) {
    super(`“${file.name}” is too large for an article (${Math.round(file.size / 1_000_000)} MB). Save only its text, or paste the part to check.`);
  }
}

/** Errors whose message is written for the person who gave the text. */
const explained = new Set(['OpenTextError', 'FormatError', 'TooLarge']);

function explain(error: unknown, file: File | null): string {
  if (error instanceof Error && explained.has(error.name)) return error.message;
  if (error instanceof DOMException && file) return `The browser could not read “${file.name}”. Has it been moved or changed? Choose it again.`;
  reportError(error);
  return 'This could not be read as an article. Try to paste it as plain text.';
}

/** Whether a pasted text is JSON, whole or damaged, and not prose. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*\{\s*")/.test(text);
}

/** A document that runs no script and loads nothing. */
function parse(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

function plainText(markup: string): string {
  return parse(markup).body.textContent.trim();
}

const counted: readonly [selector: string, one: string, many: string][] = [
  ['h1, h2, h3, h4, h5, h6', 'heading', 'headings'], ['ul, ol', 'list', 'lists'], ['a[href]', 'link', 'links'],
  ['blockquote', 'block quote', 'block quotes'], ['table', 'table', 'tables'], ['img', 'picture', 'pictures'],
];

/** What a rich text has that plain text has not: `Rich text with 3 links and 2 lists`. Empty when there is no text in it. */
export function describeMarkup(markup: string): string {
  const { body } = parse(markup);
  if (body.textContent.trim() === '') return '';
  const parts = counted.flatMap(([selector, one, many]) => {
    const count = body.querySelectorAll(selector).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'Rich text' : `Rich text with ${new Intl.ListFormat('en').format(parts)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'open-article-dialog': OpenArticleDialog;
  }
}
