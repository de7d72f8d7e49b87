import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { copiesOf, type ArchivedCopy, type Source } from '../src/domain/source.ts';
import { setCopies } from '../src/store/source-changes.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { linkTarget, readDate, readUrl } from './field-formats.ts';
import { icon } from './icons.ts';
import { today } from './time-label.ts';

/** The largest file that is hashed: it has to fit into memory as a whole. */
const mostBytes = 512 * 1024 * 1024;

/**
 * The archived copies of a source: addresses in an archive, and files of which only the fingerprint is kept here. A file is
 * read in the browser, hashed, and let go.
 */
@customElement('archived-copies')
export class ArchivedCopies extends LitElement {
  @property({ attribute: false }) source!: Source;
  @property({ type: Boolean }) readonly = false;

  @state() private adding = false;
  @state() private problem = '';
  @state() private hashing = '';
  @query('#url') private url!: HTMLInputElement;
  @query('#date') private date!: HTMLInputElement;
  @query('#file') private file!: HTMLInputElement;
  @query('#add') private add!: HTMLButtonElement | null;

  protected override render(): TemplateResult {
    const copies = copiesOf(this.source);
    return html`
      <div class="head">
        <span class="label" id="name">Archived copies</span>
        ${this.readonly || this.adding ? nothing : html`<button id="add" type="button" class="quiet" @click=${this.#begin}>${icon('add', 16)}Add copy</button>`}
      </div>
      ${copies.length === 0 ? nothing : html`<ul aria-labelledby="name">${copies.map((copy, index) => this.#renderCopy(copy, index))}</ul>`}
      ${this.adding ? this.#renderForm() : nothing}
      <p class="small muted" role="status">${this.hashing ? `Reading ${this.hashing} …` : nothing}</p>
    `;
  }

  #renderCopy(copy: ArchivedCopy, index: number): TemplateResult {
    const target = linkTarget(copy.url);
    const name = copy.url || copy.fileName || 'Copy';
    return html`<li>
      <div class="about">
        ${target ? html`<a href=${target} target="_blank" rel="noopener noreferrer">${copy.url}</a>` : html`<span>${name}</span>`}
        ${copy.date ? html`<span class="small muted">${copy.date}</span>` : nothing}
        ${copy.url && copy.fileName ? html`<span class="small muted">${copy.fileName}</span>` : nothing}
        ${copy.sha256 ? html`<code class="small muted" title="SHA-256 of the file">${copy.sha256}</code>` : nothing}
      </div>
      ${this.readonly
        ? nothing
        : html`<button type="button" class="quiet icon" aria-label=${`Remove copy ${index + 1}: ${name}`} @click=${(): void => this.#remove(index)}>${icon('remove', 16)}</button>`}
    </li>`;
  }

  #renderForm(): TemplateResult {
    return html`<div class="form" role="group" aria-label="New archived copy" @keydown=${this.#key}>
      <div class="field"><label for="url">Address in an archive</label><input id="url" inputmode="url" spellcheck="false" autocomplete="off" placeholder="https://" aria-describedby="problem" /></div>
      <div class="field"><label for="date">Made on</label><input id="date" autocomplete="off" .value=${today()} aria-describedby="problem" /></div>
      <div class="field">
        <label for="file">Or a file of yours, such as a PDF or a screenshot</label>
        <input id="file" type="file" />
        <span class="small muted">The file is not kept here: only its name and its SHA-256, by which it can be told later that nothing was changed in it. Keep the file where your desk keeps such things.</span>
      </div>
      <p id="problem" class="small error" role="alert">${this.problem}</p>
      <div class="row">
        <button type="button" @click=${(): void => void this.#finish()}>Add</button>
        <button type="button" class="quiet" @click=${this.#cancel}>Cancel</button>
      </div>
    </div>`;
  }

  async #begin(): Promise<void> {
    this.adding = true;
    this.problem = '';
    await this.updateComplete;
    this.url.focus();
  }

  #cancel(): void {
    this.adding = false;
    this.#focusAdd();
  }

  #focusAdd(): void {
    void this.updateComplete.then(() => this.add?.focus());
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#cancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'file' && !event.isComposing) {
      event.preventDefault();
      void this.#finish();
    }
  }

  async #finish(): Promise<void> {
    if (this.hashing) return;
    const written = this.url.value.trim();
    const url = written === '' ? '' : readUrl(written);
    const day = this.date.value.trim();
    const date = day === '' ? '' : readDate(day);
    const file = this.file.files?.[0];
    if (url === null) this.problem = 'Write a web address that starts with https:// or http://';
    else if (date === null) this.problem = 'Write the date as 2026-03-14, or only 2026-03 or 2026.';
    else if (url === '' && !file) this.problem = 'Write an address or choose a file.';
    else if (file && file.size > mostBytes) this.problem = `“${file.name}” is too large to be read here; the limit is 512 MB.`;
    else await this.#keep(url, date, file);
  }

  async #keep(url: string, date: string, file: File | undefined): Promise<void> {
    this.problem = '';
    this.hashing = file?.name ?? '';
    try {
      const hash = file ? await hashFile(file) : '';
      this.adding = false;
      this.#set([...copiesOf(this.source), { url, date, sha256: hash, fileName: file?.name ?? '' }]);
      this.#focusAdd();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.problem = `The browser could not read “${file?.name ?? ''}”. Has it been moved or changed? Choose it again.`;
    } finally {
      this.hashing = '';
    }
  }

  #remove(index: number): void {
    this.#set(copiesOf(this.source).filter((_, at) => at !== index));
    this.#focusAdd();
  }

  #set(copies: readonly ArchivedCopy[]): void {
    this.dispatchEvent(new ChangeEvent(setCopies(this.source, copies)));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      p,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--_gap-2);
      }
      .head button {
        margin-inline-end: -8px;
        padding-inline: 8px;
        color: var(--_accent);
      }
      li {
        display: flex;
        align-items: start;
        gap: var(--_gap-2);
        padding-block: 4px;
      }
      .about {
        display: grid;
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      a {
        color: var(--_accent);
      }
      li button {
        margin-block: -4px;
        margin-inline-end: -8px;
        color: var(--_muted);
      }
      .form {
        display: grid;
        gap: var(--_gap-2);
        padding: var(--_gap-2) var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      input[type='file'] {
        max-width: 100%;
      }
    `,
  ];
}

/** The SHA-256 of a file in hexadecimal digits. */
async function hashFile(file: File): Promise<string> {
  return bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())));
}

declare global {
  interface HTMLElementTagNameMap {
    'archived-copies': ArchivedCopies;
  }
}
