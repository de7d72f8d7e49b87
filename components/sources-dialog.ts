import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Annotation } from '../src/domain/annotation.ts';
import type { FieldRecord } from '../src/domain/record.ts';
import { readSource, resolveSourceId, type Source } from '../src/domain/source.ts';
import { bibliographyFormats, writeBibliography, type BibliographyFormat } from '../src/formats/bibliography.ts';
import { publicSources } from '../src/formats/redact.ts';
import { likelySame } from '../src/store/likely-same.ts';
import { sourcesOf, sourceUses } from '../src/store/queries.ts';
import { mergeSources } from '../src/store/source-changes.ts';
import { controls } from './controls.ts';
import { ChangeEvent } from './events.ts';
import { icon } from './icons.ts';
import { Latest } from './latest.ts';
import { saveFile } from './save-file.ts';
import { findSources } from './source-search.ts';
import { tokens } from './tokens.ts';
import type { ImportDoneEvent } from './source-import.ts';
import './source-import.ts';
import type { SourceMergeEvent } from './source-merge.ts';
import './source-merge.ts';
import type { SourceTickEvent, SourceUse } from './source-row.ts';
import './source-row.ts';

/** Sources that are shown at once; more on demand. */
const shownAtOnce = 60;

/** The sources of the desk, over all its articles: search, edit, merge, delete, bring in and take out. */
@customElement('sources-dialog')
export class SourcesDialog extends LitElement {
  @property({ attribute: false }) sources: ReadonlyMap<string, FieldRecord> = new Map();
  /** Those of the open article. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  /** Title and id of the open article. */
  @property({ attribute: false }) article: { readonly id: string; readonly title: string } | null = null;
  /** Where sources are used in the other articles, by the ids that stand there; null while that is being counted. */
  @property({ attribute: false }) elsewhere: ReadonlyMap<string, readonly SourceUse[]> | null = null;
  @property({ type: Boolean }) readonly = false;

  @state() private open = false;
  @state() private search = '';
  @state() private limit = shownAtOnce;
  @state() private importing = false;
  @state() private said = '';
  @state() private problem = '';
  @state() private ticked: ReadonlySet<string> = new Set();
  @query('dialog') private dialog!: HTMLDialogElement;

  readonly #uses = new Latest<ReadonlyMap<string, readonly SourceUse[]>>();
  readonly #twins = new Latest<ReturnType<typeof likelySame>>();

  /** Opens the dialog. */
  show(): void {
    this.open = true;
    this.said = this.problem = '';
    this.limit = shownAtOnce;
    this.ticked = new Set();
    this.importing = false;
    this.performUpdate();
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}><div class="panel">
      <div class="row">
        <h2 id="heading" class="spread">Sources</h2>
        <button class="icon quiet" type="button" aria-label="Close" @click=${(): void => this.dialog.close()}>${icon('close')}</button>
      </div>
      ${this.open ? this.#renderContent() : nothing}
    </div></dialog>`;
  }

  #renderContent(): TemplateResult {
    const all = sourcesOf(this.sources);
    if (all.length === 0 && !this.importing) {
      return html`<p>No source has been entered yet. Sources come with the evidence on a card, or from a reference manager.</p>
        ${this.readonly ? nothing : html`<footer><button type="button" autofocus @click=${this.#import}>${icon('upload', 16)} Import</button></footer>`}`;
    }
    return html`
      ${all.length > 0 ? this.#renderTools(all) : nothing}
      ${this.importing ? html`<source-import .sources=${all} @import-done=${this.#imported}></source-import>` : nothing}
      <p role="status" class="small muted">${this.said}</p>
      <div role="alert">${this.problem ? html`<p class="error">${this.problem}</p>` : nothing}</div>
      <div class="content" @source-tick=${this.#tick} @source-merge=${this.#merge}>${this.#renderMerges(all)} ${this.#renderList(all)}</div>
    `;
  }

  #renderTools(all: readonly Source[]): TemplateResult {
    return html`<div class="tools">
      <div class="field find">
        <label for="search">Search ${all.length === 1 ? '1 source' : `${all.length} sources`}</label>
        <input id="search" type="search" autofocus autocomplete="off" placeholder="Title, publisher, author, address, DOI" .value=${this.search} @input=${this.#searching} />
      </div>
      ${this.readonly ? nothing : html`<button type="button" ?disabled=${this.importing} @click=${this.#import}>${icon('upload', 16)} Import</button>`}
      <span class="exports" role="group" aria-label="Export">
        <span class="small muted">Export</span>
        ${bibliographyFormats.map(format => html`<button type="button" class="quiet" @click=${(): void => void this.#export(format)}>${format.name}</button>`)}
      </span>
    </div>`;
  }

  #renderMerges(all: readonly Source[]): TemplateResult | typeof nothing {
    if (this.readonly) return nothing;
    const ticked = all.filter(({ id }) => this.ticked.has(id));
    if (ticked.length > 1) return html`<source-merge .sources=${ticked} why="ticked"></source-merge>`;
    const twins = this.search === '' ? this.#twins.of([this.sources], () => likelySame(all, id => this.sources.get(id)?.createdAt ?? '')) : [];
    if (twins.length === 0) return nothing;
    return html`<details>
      <summary>${icon('merge', 16)}${twins.length === 1 ? 'Some sources look like the same one' : `${twins.length} groups of sources look like the same one`}</summary>
      <div class="twins">${repeat(twins, ({ sources }) => sources[0]!.id, ({ sources, why }) => html`<source-merge .sources=${sources} why=${why}></source-merge>`)}</div>
    </details>`;
  }

  #renderList(all: readonly Source[]): TemplateResult {
    const found = this.#found(all);
    const uses = this.#usesOf();
    if (found.length === 0) return this.search === '' ? html`` : html`<p class="muted">No source has all these words.</p>`;
    return html`
      <div role="list" aria-label="Sources">
        ${repeat(found.slice(0, this.limit), ({ id }) => id, source => html`<source-row
          role="listitem" .source=${source} .uses=${this.elsewhere ? (uses.get(source.id) ?? []) : null} .checked=${this.ticked.has(source.id)} .readonly=${this.readonly}
        ></source-row>`)}
      </div>
      ${found.length > this.limit ? html`<button type="button" class="quiet" @click=${this.#showMore}>Show more (${found.length - this.limit})</button>` : nothing}
    `;
  }

  #found(all: readonly Source[]): readonly Source[] {
    if (this.search.trim() === '') return all;
    return findSources(this.sources, this.search, Infinity).flatMap(option => ('source' in option ? [option.source] : []));
  }

  /** Where each source is used, in the open article as it stands and in the others as they are kept. */
  #usesOf(): ReadonlyMap<string, readonly SourceUse[]> {
    const { annotations, sources, elsewhere, article } = this;
    return this.#uses.of([annotations, sources, elsewhere, article?.id, article?.title], () => {
      const uses = new Map<string, SourceUse[]>();
      const add = (source: string, use: SourceUse): void => {
        const id = resolveSourceId(sources, source);
        const before = uses.get(id) ?? [];
        const same = before.find(one => one.article === use.article);
        uses.set(id, same ? before.map(one => (one === same ? { ...one, count: one.count + use.count } : one)) : [...before, use]);
      };
      for (const [id, count] of sourceUses(annotations, sources)) add(id, { article: article?.id ?? '', title: article?.title ?? '', count });
      for (const [id, list] of elsewhere ?? []) for (const use of list) add(id, use);
      return uses;
    });
  }

  #closed(): void {
    this.open = false;
  }

  #showMore(): void {
    this.limit += shownAtOnce;
  }

  #searching(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.search = event.target.value;
    this.limit = shownAtOnce;
  }

  #import(): void {
    this.importing = true;
    this.said = this.problem = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector('source-import')?.focus());
  }

  #imported(event: ImportDoneEvent): void {
    event.stopPropagation();
    this.importing = false;
    this.said = event.count === 0 ? '' : event.count === 1 ? '1 source came in.' : `${event.count} sources came in.`;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#search, footer button')?.focus());
  }

  #tick(event: SourceTickEvent): void {
    event.stopPropagation();
    const ticked = new Set(this.ticked);
    if (event.checked) ticked.add(event.id);
    else ticked.delete(event.id);
    this.ticked = ticked;
  }

  #merge(event: SourceMergeEvent): void {
    event.stopPropagation();
    const [kept, ...others] = [event.kept, ...event.others].flatMap(id => {
      const record = this.sources.get(id);
      return record ? [readSource(record)] : [];
    });
    if (!kept || others.length === 0) return;
    this.dispatchEvent(new ChangeEvent(mergeSources(kept, others, this.annotations, this.sources)));
    this.ticked = new Set();
    this.said = `Merged ${others.length + 1} sources into one. Evidence of every article follows.`;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#search')?.focus());
  }

  /** Writes the sources that the search shows. */
  async #export(format: BibliographyFormat): Promise<void> {
    this.said = this.problem = '';
    const found = this.#found(sourcesOf(this.sources));
    const open = publicSources(this.sources);
    const sources = found.flatMap(({ id }) => open.get(id) ?? []).map(readSource);
    const confidential = found.length - sources.length;
    try {
      const text = await writeBibliography(format.id, sources);
      saveFile(text, `sources${format.extension}`, format.mediaType);
      const left = confidential === 0 ? '' : confidential === 1 ? ' 1 confidential source was left out.' : ` ${confidential} confidential sources were left out.`;
      this.said = `${sources.length === 1 ? '1 source was' : `${sources.length} sources were`} saved as ${format.name}.${left}`;
    } catch (error) {
      // A chunk that cannot be loaded comes as a TypeError.
      if (!(error instanceof TypeError)) throw error;
      this.problem = 'The part of the program that writes this format could not be loaded. Reload the page and try again.';
    }
  }

  static override styles = [
    tokens,
    controls,
    css`
      dialog {
        width: min(860px, calc(100vw - 24px));
      }
      .panel {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_gap-3);
      }
      p {
        margin: 0;
      }
      [role='status']:empty,
      [role='alert']:empty {
        display: none;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--_gap-2) var(--_gap-3);
      }
      .find {
        flex: 1 1 220px;
      }
      .exports {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
      }
      .exports button {
        padding-inline: 8px;
        color: var(--_accent);
      }
      .content {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_gap-3);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        color: var(--_warning);
        cursor: pointer;
      }
      .twins {
        display: grid;
        gap: var(--_gap-2);
        padding-block: var(--_gap-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sources-dialog': SourcesDialog;
  }
}
