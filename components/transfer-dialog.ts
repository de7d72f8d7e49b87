import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ExportRequestEvent, FileImportEvent } from './article-events.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { tokens } from './tokens.ts';

/** A format that a fact check can be written in. */
export interface TransferFormat {
  readonly id: string;
  readonly name: string;
  /** What it is good for, in one sentence. */
  readonly description: string;
  /** With its dot. */
  readonly extension: string;
  /** Whether it is written without what must not leave the desk. */
  readonly audience: 'desk' | 'public';
}

/** How many sources of the article public formats say less of. */
export interface HiddenSources {
  readonly confidential: number;
  /** Those of which the name is left. */
  readonly internal: number;
}

/**
 * Takes a fact check out, or annotations in. Asks by `export-request` and `file-import`; its owner says what came of it
 * by setting `report` or `problem`, and the dialog stays open to show it.
 */
@customElement('transfer-dialog')
export class TransferDialog extends LitElement {
  @property() mode: 'export' | 'import' = 'export';
  @property({ attribute: false }) formats: readonly TransferFormat[] = [];
  /** What public formats leave out. */
  @property({ attribute: false }) withheld: HiddenSources = { confidential: 0, internal: 0 };
  /** What came of the last request, line by line; empty for nothing to say. */
  @property({ attribute: false }) report: readonly string[] = [];
  /** Why the last request failed, in words; empty when it did not. */
  @property() problem = '';

  @state() private busy = false;
  @state() private dragged = false;
  @state() private pasted = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('#file') private fileInput!: HTMLInputElement;

  /** Opens the dialog; while it is open, changes only what it is for. */
  show(mode: 'export' | 'import'): void {
    this.mode = mode;
    if (this.dialog.open) return;
    this.report = [];
    this.problem = '';
    // The focus goes to what is there when the dialog opens.
    this.performUpdate();
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report') || changed.has('problem')) this.busy = false;
    if (changed.has('report') && this.report.length > 0 && !this.problem) this.pasted = '';
  }

  protected override render(): TemplateResult {
    const exporting = this.mode === 'export';
    return html`
      <dialog aria-labelledby="heading" @close=${this.onClose}>
        <div class="panel" @paste=${this.onPaste} @dragover=${this.onDrag} @dragleave=${this.onDragLeave} @drop=${this.onDrop}>
          <div class="row">
            <h2 id="heading" class="spread">${exporting ? 'Export' : 'Import'}</h2>
            <button class="icon quiet" type="button" aria-label="Close" @click=${this.close}>${icon('close')}</button>
          </div>
          ${exporting ? this.renderExport() : this.renderImport()}
          <div class="result" role="status">
            ${this.busy ? html`<p class="muted">Reading …</p>` : nothing}
            ${!this.busy && this.report.length > 0 ? html`<ul class="report">${this.report.map(line => html`<li>${line}</li>`)}</ul>` : nothing}
          </div>
          <div class="result" role="alert">
            ${!this.busy && this.problem ? html`<p class="problem">${icon('problem')}<span>${this.problem}</span></p>` : nothing}
          </div>
        </div>
      </dialog>
    `;
  }

  private renderExport(): TemplateResult {
    const of = (audience: TransferFormat['audience']): readonly TransferFormat[] => this.formats.filter(format => format.audience === audience);
    return html`
      ${this.renderAudience('For others', this.leftOut(), of('public'))}
      ${this.renderAudience('For the desk', 'Everything, confidential sources and contacts included. Keep it to yourselves.', of('desk'))}
    `;
  }

  /** What others will not see, in words. */
  private leftOut(): string {
    const { confidential, internal } = this.withheld;
    if (confidential === 0 && internal === 0) return 'Contacts of sources are left out.';
    const few = (count: number, what: string): string => (count === 1 ? `1 ${what} source` : `${count} ${what} sources`);
    const parts = [
      ...(confidential > 0 ? [`${few(confidential, 'confidential')} ${confidential === 1 ? 'is' : 'are'} left out: only that the desk knows a source is said.`] : []),
      ...(internal > 0 ? [`Of ${few(internal, 'internal')} only the name is left.`] : []),
    ];
    return parts.join(' ');
  }

  private renderAudience(title: string, note: string, formats: readonly TransferFormat[]): TemplateResult | typeof nothing {
    if (formats.length === 0) return nothing;
    const first = this.formats.find(({ audience }) => audience === 'public') ?? this.formats[0];
    return html`<section>
      <h3 class="audience">${title}</h3>
      <p class="small muted">${note}</p>
      <ul class="formats">
        ${formats.map(
          format => html`
            <li>
              <div>
                <h4>${format.name} <span class="muted">${format.extension}</span></h4>
                <p class="muted">${format.description}</p>
              </div>
              <div class="row">
                <button type="button" aria-label="Download ${format.name}" ?autofocus=${format === first} @click=${() => this.request(format.id, 'download')}>${icon('download', 16)} Download</button>
                <button type="button" aria-label="Copy ${format.name}" @click=${() => this.request(format.id, 'copy')}>${icon('copy', 16)} Copy</button>
              </div>
            </li>
          `,
        )}
      </ul>
    </section>`;
  }

  private renderImport(): TemplateResult {
    return html`
      <p class="muted lead">Takes in a fact check that was saved as a file, or annotations in W3C JSON-LD. What is here already stays.</p>
      <div class="drop ${this.dragged ? 'dragged' : ''}">
        <input id="file" type="file" accept=".json,.jsonld,application/json,application/ld+json" hidden @change=${this.onChoose} />
        <button class="primary" type="button" autofocus @click=${() => this.fileInput.click()}>${icon('upload')} Choose a file</button>
        <span class="muted">or drop it here</span>
      </div>
      <div class="field">
        <label for="pasted">Or paste what is in it</label>
        <textarea id="pasted" spellcheck="false" rows="3" .value=${this.pasted} @input=${this.onInput}></textarea>
      </div>
      <div class="row">
        <button type="button" ?disabled=${this.pasted.trim() === ''} @click=${() => this.take(this.pasted, '')}>Import the pasted text</button>
      </div>
    `;
  }

  private request(format: string, how: 'download' | 'copy'): void {
    this.report = [];
    this.problem = '';
    this.dispatchEvent(new ExportRequestEvent(format, how));
  }

  private take(text: string, fileName: string, bytes?: Uint8Array): void {
    this.begin();
    this.dispatchEvent(new FileImportEvent(text, fileName, bytes));
  }

  private begin(): void {
    this.report = [];
    this.problem = '';
    // The owner's answer may be the same words as before: only when the old ones have gone is it seen as an answer.
    this.performUpdate();
    this.busy = true;
  }

  private async takeFile(file: File): Promise<void> {
    this.begin();
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      this.take(new TextDecoder().decode(bytes), file.name, bytes);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.problem = `The browser could not read “${file.name}”. Has it been moved or changed? Choose it again.`;
    }
  }

  private onChoose(): void {
    const file = this.fileInput.files?.[0];
    // So that the same file can be chosen again.
    this.fileInput.value = '';
    if (file) void this.takeFile(file);
  }

  private onInput(event: InputEvent & { readonly currentTarget: HTMLTextAreaElement }): void {
    this.pasted = event.currentTarget.value;
  }

  private onDrag(event: DragEvent): void {
    if (this.mode !== 'import' || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragged = true;
  }

  private onDragLeave(): void {
    this.dragged = false;
  }

  private onClose(): void {
    this.busy = false;
  }

  private onDrop(event: DragEvent): void {
    this.dragged = false;
    const file = event.dataTransfer?.files[0];
    if (this.mode !== 'import' || !file) return;
    event.preventDefault();
    void this.takeFile(file);
  }

  private onPaste(event: ClipboardEvent): void {
    const file = event.clipboardData?.files[0];
    if (this.mode !== 'import' || !file) return;
    event.preventDefault();
    void this.takeFile(file);
  }

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        container-type: inline-size;
      }
      p,
      ul,
      h3 {
        margin: 0;
      }
      .formats {
        padding: 0;
        list-style: none;
      }
      .formats li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--_gap-2) var(--_gap-4);
        padding: var(--_gap-3) 0;
        border-top: 1px solid var(--_line);
      }
      @container (max-width: 520px) {
        .formats li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      h3,
      h4 {
        margin: 0;
        font-size: var(--_size);
        font-weight: 600;
      }
      section .formats {
        margin-block-start: var(--_gap-2);
      }
      h4 .muted {
        font-weight: 400;
      }
      .drop {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--_gap-3);
        padding: var(--_gap-5);
        border: 1px dashed var(--_control-line);
        border-radius: var(--_radius);
      }
      .dragged {
        border-color: var(--_accent);
        background: var(--_accent-wash);
      }
      textarea {
        max-height: 10em;
        font: var(--_size-small) / 1.4 ui-monospace, monospace;
      }
      .result:not(:has(*)) {
        display: none;
      }
      .report {
        display: grid;
        gap: var(--_gap-1);
        padding: var(--_gap-3) var(--_gap-4);
        border-radius: var(--_radius);
        background: var(--_sunken);
        list-style: none;
        overflow-wrap: anywhere;
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
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'transfer-dialog': TransferDialog;
  }
}
