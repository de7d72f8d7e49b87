import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sourceName, type Source } from '../src/domain/source.ts';
import { readBibliography } from '../src/formats/bibliography.ts';
import { FormatError } from '../src/formats/format-error.ts';
import { draftSource, likelySame } from '../src/store/likely-same.ts';
import { addSources, type SourceDraft } from '../src/store/source-changes.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { icon } from './icons.ts';

/** The person is done with bringing in sources, or has brought them in. */
export class ImportDoneEvent extends Event {
  static readonly type = 'import-done';
  /** How many came in; 0 when it was broken off. */
  readonly count: number;
  constructor(count: number) {
    super(ImportDoneEvent.type, { bubbles: true, composed: true });
    this.count = count;
  }
}

/** One source of a file, before it is taken in. */
interface Coming {
  readonly draft: SourceDraft;
  readonly source: Source;
  /** The source of the desk, or an earlier one of the file, that it is likely to be. */
  readonly same: Source | null;
  readonly chosen: boolean;
}

/** Brings in the sources of a bibliography: choose or paste it, see what would come in, take it in in one go. */
@customElement('source-import')
export class SourceImport extends LitElement {
  /** The sources that are there. */
  @property({ attribute: false }) sources: readonly Source[] = [];

  @state() private coming: readonly Coming[] | null = null;
  @state() private problem = '';
  @state() private busy = false;
  @query('#file') private fileInput!: HTMLInputElement;
  @query('#pasted') private pasted!: HTMLTextAreaElement;

  protected override render(): TemplateResult {
    return html`<div class="import" role="group" aria-label="Import sources">
      ${this.coming ? this.#renderPreview(this.coming) : this.#renderChoice()}
      <p role="status" class="muted">${this.busy ? 'Reading …' : nothing}</p>
      <div role="alert">${this.problem ? html`<p class="problem">${icon('problem', 16)}<span>${this.problem}</span></p>` : nothing}</div>
    </div>`;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('button')?.focus());
  }

  #renderChoice(): TemplateResult {
    return html`
      <p class="muted">Takes in what reference managers write: CSL-JSON, BibTeX, RIS. Nothing is fetched, and nothing comes in before you have seen it.</p>
      <div class="row">
        <input id="file" type="file" accept=".json,.bib,.bibtex,.ris,.txt,application/json" hidden @change=${this.#choose} />
        <button type="button" class="primary" @click=${(): void => this.fileInput.click()}>${icon('upload', 16)} Choose a file</button>
        <button type="button" class="quiet" @click=${(): void => this.#done(0)}>Cancel</button>
      </div>
      <div class="field"><label for="pasted">Or paste what is in it</label><textarea id="pasted" rows="3" spellcheck="false"></textarea></div>
      <div class="row"><button type="button" @click=${(): void => void this.#read(this.pasted.value)}>Read the pasted text</button></div>
    `;
  }

  #renderPreview(coming: readonly Coming[]): TemplateResult {
    const chosen = coming.filter(one => one.chosen).length;
    return html`
      <p>${coming.length === 1 ? '1 source' : `${coming.length} sources`} in the file. Choose what comes in.</p>
      <ul>
        ${coming.map(
          ({ source, same, chosen }, index) => html`<li><label>
            <input type="checkbox" .checked=${chosen} @change=${(): void => this.#toggle(index)} />
            <span class="about">
              <bdi>${sourceName(source) || source.author}</bdi>
              <span class="small muted" dir="auto">${[source.title && source.publisher, source.author, source.published].filter(Boolean).join(' · ')}</span>
              ${same ? html`<span class="small same">Here already: <bdi>${sourceName(same)}</bdi></span>` : nothing}
            </span>
          </label></li>`,
        )}
      </ul>
      <div class="row">
        <button type="button" class="primary" ?disabled=${chosen === 0} @click=${this.#take}>Bring in ${chosen === 1 ? '1 source' : `${chosen} sources`}</button>
        <button type="button" class="quiet" @click=${(): void => this.#done(0)}>Cancel</button>
      </div>
    `;
  }

  async #choose(): Promise<void> {
    const file = this.fileInput.files?.[0];
    // So that the same file can be chosen again.
    this.fileInput.value = '';
    if (!file) return;
    try {
      await this.#read(await file.text());
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.problem = `The browser could not read “${file.name}”. Has it been moved or changed? Choose it again.`;
    }
  }

  async #read(text: string): Promise<void> {
    this.problem = '';
    this.busy = true;
    try {
      this.coming = this.#compare(await readBibliography(text));
      this.focus();
    } catch (error) {
      // A chunk that cannot be loaded comes as a TypeError.
      if (!(error instanceof FormatError) && !(error instanceof TypeError)) throw error;
      this.problem = error instanceof FormatError ? error.message : 'The part of the program that reads this format could not be loaded. Reload the page and try again.';
    } finally {
      this.busy = false;
    }
  }

  /** Those that are here already, or twice in the file, are not chosen at first. */
  #compare(drafts: readonly SourceDraft['fields'][]): readonly Coming[] {
    const sources = drafts.map((fields, index) => draftSource(`coming:${String(index).padStart(6, '0')}`, fields));
    const same = new Map<string, Source>();
    for (const group of likelySame([...this.sources, ...sources], id => (id.startsWith('coming:') ? `2 ${id}` : '1'))) {
      for (const source of group.sources.slice(1)) same.set(source.id, group.sources[0]!);
    }
    return sources.map((source, index) => ({ draft: { fields: drafts[index]! }, source, same: same.get(source.id) ?? null, chosen: !same.has(source.id) }));
  }

  #toggle(index: number): void {
    this.coming = this.coming!.map((one, at) => (at === index ? { ...one, chosen: !one.chosen } : one));
  }

  #take(): void {
    const drafts = this.coming!.filter(({ chosen }) => chosen).map(({ draft }) => draft);
    this.dispatchEvent(new ChangeEvent(addSources(drafts)));
    this.#done(drafts.length);
  }

  #done(count: number): void {
    this.coming = null;
    this.problem = '';
    this.dispatchEvent(new ImportDoneEvent(count));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .import {
        display: grid;
        gap: var(--_gap-2);
        padding: var(--_gap-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      p,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ul {
        max-height: 40vh;
        overflow-y: auto;
      }
      li label {
        display: flex;
        align-items: start;
        gap: 8px;
        padding-block: 4px;
        color: var(--_ink);
        font-size: var(--_size);
        cursor: pointer;
      }
      li input {
        margin-block-start: 4px;
      }
      .about {
        display: grid;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .same {
        color: var(--_warning);
      }
      .problem {
        display: flex;
        gap: 6px;
        color: var(--_danger);
      }
    `,
  ];
}

declare global {
  interface HTMLElementEventMap {
    'import-done': ImportDoneEvent;
  }
  interface HTMLElementTagNameMap {
    'source-import': SourceImport;
  }
}
