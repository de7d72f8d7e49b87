import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { readTranscript, TranscriptError } from '../src/quotes/transcript.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';

/** A transcript was given that can be read. */
export class TranscriptGivenEvent extends Event {
  static readonly type = 'transcript-given';
  readonly title: string;
  /** As it came, HTML made plain text. */
  readonly content: string;
  /** Empty for a pasted one. */
  readonly fileName: string;
  constructor(title: string, content: string, fileName: string) {
    super(TranscriptGivenEvent.type, { bubbles: true, composed: true });
    this.title = title;
    this.content = content;
    this.fileName = fileName;
  }
}

/** A file of more bytes than this is no transcript: 30 MB are some three hundred hours of talk. */
const mostBytes = 30_000_000;

/** Takes in a transcript or a document, pasted or from a file. What cannot be read is said, and what was given stays. */
@customElement('transcript-form')
export class TranscriptForm extends LitElement {
  /** Whether there is something to go back to. */
  @property({ type: Boolean }) cancellable = false;

  @state() private problem = '';
  @state() private content = '';
  @state() private fileName = '';
  @state() private title_ = '';
  @query('textarea') private textarea!: HTMLTextAreaElement;
  @query('#file') private fileInput!: HTMLInputElement;

  override focus(): void {
    void this.updateComplete.then(() => this.textarea?.focus());
  }

  protected override render(): TemplateResult {
    return html`<form novalidate @submit=${this.#submit} @dragover=${(event: Event) => event.preventDefault()} @drop=${this.#drop}>
      <label class="field">What it is
        <input .value=${this.title_} placeholder="Interview with …, recording, speech, document" @input=${this.#onTitle} />
      </label>
      <div class="field">
        <label for="text">Transcript or document</label>
        <textarea id="text" rows="9" dir="auto" placeholder="Paste it here: plain text with or without speakers and times, WebVTT or SRT." .value=${this.content} @input=${this.#onInput}></textarea>
      </div>
      <div class="row">
        <input id="file" type="file" hidden accept=".txt,.vtt,.srt,.html,.htm,.md,text/plain,text/vtt,text/html,application/x-subrip" @change=${this.#choose} />
        <button type="button" @click=${() => this.fileInput.click()}>${icon('upload', 16)} Choose a file</button>
        <span class="muted small">${this.fileName ? html`<bdi>${this.fileName}</bdi>` : 'or drop it here: text, HTML, WebVTT, SRT. It stays in this browser.'}</span>
      </div>
      <div role="alert">${this.problem ? html`<p class="problem">${icon('problem')}<span>${this.problem}</span></p>` : nothing}</div>
      <footer>
        ${this.cancellable ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('transcript-cancel', { bubbles: true, composed: true }))}>Cancel</button>` : nothing}
        <button class="primary" type="submit">Check the quotes</button>
      </footer>
    </form>`;
  }

  #onTitle(event: Event): void {
    this.title_ = (event.target as HTMLInputElement).value;
  }

  #onInput(): void {
    this.content = this.textarea.value;
    this.fileName = '';
    this.problem = '';
  }

  #choose(): void {
    const file = this.fileInput.files?.[0];
    // So that the same file can be chosen again.
    this.fileInput.value = '';
    if (file) void this.#take(file);
  }

  #drop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.#take(file);
  }

  async #take(file: File): Promise<void> {
    this.problem = '';
    try {
      if (file.size > mostBytes) throw new TranscriptError(`“${file.name}” is too large for a transcript. Save only its text.`);
      this.content = await textOf(file);
      this.fileName = file.name;
      if (this.title_ === '') this.title_ = file.name.replace(/\.\w+$/, '');
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    try {
      readTranscript(this.content, { name: this.fileName });
    } catch (error) {
      this.problem = messageOf(error);
      this.textarea.focus();
      return;
    }
    const { content, fileName } = this;
    const title = this.title_.trim() || fileName || 'Transcript';
    this.content = this.fileName = this.title_ = '';
    this.dispatchEvent(new TranscriptGivenEvent(title, content, fileName));
  }

  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: var(--_gap-3);
      }
      textarea {
        font-family: var(--_font-text);
        min-height: 12em;
        max-height: 44vh;
      }
      .problem {
        display: flex;
        gap: 8px;
        margin: 0;
        padding: 8px 12px;
        border: 1px solid var(--_danger);
        border-radius: var(--_radius);
      }
      .problem svg {
        color: var(--_danger);
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];
}

/** The text of a file; of a page only what is read. */
async function textOf(file: File): Promise<string> {
  if (!/\.html?$/i.test(file.name) && file.type !== 'text/html') return file.text();
  const { openText } = await import('../src/editor/open-text.ts');
  return (await openText({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name, mime: file.type })).text;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

declare global {
  interface HTMLElementEventMap {
    'transcript-given': TranscriptGivenEvent;
  }
  interface HTMLElementTagNameMap {
    'transcript-form': TranscriptForm;
  }
}
