import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Annotation } from '../src/domain/annotation.ts';
import { newId } from '../src/domain/id.ts';
import { sameJson, type Json } from '../src/domain/json.ts';
import { givenRatings, languagesOf, type RatingScale } from '../src/domain/rating-scale.ts';
import { impactOf } from '../src/domain/scale-impact.ts';
import { copyDraft, draftOf, newDraft, scaleOf, withoutVersion, type ScaleDraft } from '../src/domain/scale-draft.ts';
import { isRatingScale } from '../src/domain/scale-problems.ts';
import { defaultScales, isShipped, type Scales } from '../src/domain/scales.ts';
import { withVersion } from '../src/domain/scales-of-desk.ts';
import { FormatError } from '../src/formats/format-error.ts';
import { readScale, scaleExtension, writeScale } from '../src/formats/scale-file.ts';
import { controls } from './controls.ts';
import { icon } from './icons.ts';
import { fileNameFor, saveFile } from './save-file.ts';
import type { ScaleForm } from './scale-form.ts';
import './scale-form.ts';
import './scale-impact-note.ts';
import type { DraftEvent } from './scale-label-form.ts';
import './scale-preview.ts';
import { scalesDialogStyles } from './scales-dialog-styles.ts';
import { tokens } from './tokens.ts';

/** The versions of one of the desk's own scales shall be these, the newest first; none: the scale shall be deleted. */
export class ScaleVersionsEvent extends Event {
  static readonly type = 'scale-versions';
  readonly id: string;
  readonly versions: readonly RatingScale[];
  constructor(id: string, versions: readonly RatingScale[]) {
    super(ScaleVersionsEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.versions = versions;
  }
}

/** What was just done, and how to take it back. */
interface Done {
  readonly text: string;
  readonly kind: 'done' | 'error';
  readonly undo?: () => void;
}

/**
 * The rating scales: which there are, how each looks, and an editor for the desk's own. What is being written stays while the
 * page is open, whatever else is looked at. Asks its owner for the versions of a scale to be kept.
 */
@customElement('scales-dialog')
export class ScalesDialog extends LitElement {
  @property({ attribute: false }) scales: Scales = defaultScales;
  /** The desk's own scales in every version. */
  @property({ attribute: false }) own: readonly RatingScale[] = [];
  /** The annotations of the open article. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  @property({ type: Boolean }) readonly = false;

  @state() private open = false;
  /** Id of the scale that is shown. */
  @state() private chosen = '';
  /** What is being written, by the scale's id. */
  @state() private drafts: ReadonlyMap<string, ScaleDraft> = new Map();
  @state() private done: Done | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('scale-form') private form!: ScaleForm | null;
  @query('input[type=file]') private file!: HTMLInputElement;

  /** Opens the dialog on the article's scale; on what was shown before, when something is being written. */
  show(): void {
    if (this.dialog.open) return;
    if (!this.#known(this.chosen) || this.drafts.size === 0) this.chosen = this.#known(this.scales.chosen) ? this.scales.chosen : 'accuracy';
    this.done = null;
    this.open = true;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose}>
      <div class="panel">
        <div class="row">
          <h2 id="heading">Rating scales</h2>
          <div class="done spread ${this.done?.kind ?? 'nothing'}" role="status">
            ${this.done ? html`<span>${this.done.text}</span>${this.done.undo ? html`<button type="button" class="quiet" @click=${this.done.undo}>${icon('undo', 16)} Undo</button>` : nothing}` : nothing}
          </div>
          <button class="icon quiet" type="button" aria-label="Close" @click=${() => this.dialog.close()}>${icon('close')}</button>
        </div>
        ${this.open ? html`<div class="columns">${this.#renderList()}<section class="detail" aria-labelledby="chosen" tabindex="-1">${this.#renderDetail()}</section></div>` : nothing}
      </div>
    </dialog>`;
  }

  #onClose(): void {
    this.open = false;
  }

  // ---------------------------------------------------------------- the list

  #renderList(): TemplateResult {
    const own = this.scales.own;
    const fresh = [...this.drafts.values()].filter(({ id }) => !own.some(scale => scale.id === id));
    const others = this.scales.offered.filter(scale => !own.includes(scale));
    const shipped = others.filter(({ id, usedBy }) => isShipped(id) && usedBy === undefined);
    const known = others.filter(({ id, usedBy }) => isShipped(id) && usedBy !== undefined);
    const brought = others.filter(({ id }) => !isShipped(id));
    const entries = (list: readonly RatingScale[]): TemplateResult[] => list.map(scale => this.#renderEntry(scale.id, this.drafts.get(scale.id)?.name ?? scale.name, this.#hint(scale)));
    return html`<nav aria-label="Scales">
      ${this.readonly
        ? nothing
        : html`<div class="row make">
            <button type="button" @click=${this.#new}>${icon('add', 16)} New</button>
            <button type="button" @click=${() => this.file.click()}>${icon('upload', 16)} Import</button>
            <input type="file" accept=".json,application/json" aria-label="File of a rating scale" hidden @change=${this.#import} />
          </div>`}
      <h3>This desk</h3>
      ${own.length + fresh.length === 0 ? html`<p class="small muted">None yet. Start a new one, or copy one of those below.</p>` : nothing}
      <ul>${entries(own)} ${fresh.map(draft => this.#renderEntry(draft.id, draft.name || 'New scale', 'not saved yet'))}</ul>
      ${brought.length > 0 ? html`<h3>Only in this article</h3><ul>${entries(brought)}</ul>` : nothing}
      <h3>Ready-made</h3>
      <ul>${entries(shipped)}</ul>
      <h3>Of other desks</h3>
      <ul>${entries(known)}</ul>
    </nav>`;
  }

  #hint(scale: RatingScale): string {
    const changed = this.#isChanged(scale.id) ? 'changed, not saved' : '';
    const used = scale.id === this.scales.chosen || scale.id === this.scales.chosenForQuotes ? 'scale of this article' : '';
    return [changed, used].filter(Boolean).join(', ');
  }

  #renderEntry(id: string, name: string, hint: string): TemplateResult {
    return html`<li>
      <button type="button" class="entry" aria-current=${id === this.chosen ? 'true' : nothing} @click=${() => this.#choose(id)}>
        <span dir="auto">${name}</span>${hint ? html`<span class="small muted">${hint}</span>` : nothing}
      </button>
    </li>`;
  }

  #choose(id: string): void {
    this.chosen = id;
    this.done = null;
    this.renderRoot.querySelector('.detail')?.scrollTo({ top: 0 });
  }

  // ---------------------------------------------------------------- one scale

  #renderDetail(): TemplateResult {
    const scale = this.scales.offered.find(({ id }) => id === this.chosen);
    const draft = this.drafts.get(this.chosen) ?? (scale && this.scales.own.includes(scale) ? draftOf(scale) : null);
    if (draft && !this.readonly) return this.#renderEditor(draft, scale);
    return scale ? this.#renderScale(scale) : html`<p class="muted">Choose a scale from the list.</p>`;
  }

  #renderScale(scale: RatingScale): TemplateResult {
    const languages = languagesOf(scale);
    return html`
      <h3 id="chosen" class="name" dir="auto">${scale.name}</h3>
      <p dir="auto">${scale.description}</p>
      <p class="small muted">
        ${scale.usedBy ? html`Used by ${scale.usedBy}. ` : nothing}For ${scale.appliesTo.map(subject => `${subject}s`).join(' and ')}. Version ${scale.version}.
        ${languages.length > 1 ? `Languages: ${languages.join(', ')}. ` : nothing}
        ${scale.url ? html`<a href=${scale.url} target="_blank" rel="noopener noreferrer">How it is explained ${icon('external', 14)}</a>` : nothing}
      </p>
      <scale-preview meanings .scale=${scale} .language=${this.scales.language}></scale-preview>
      <footer>
        <button type="button" @click=${() => this.#export(scale)}>${icon('download', 16)} Export</button>
        ${this.readonly || isShipped(scale.id)
          ? nothing
          : html`<button type="button" @click=${() => this.#keep(scale, `Added “${scale.name}” to this desk.`)}>${icon('add', 16)} Add to this desk</button>`}
        ${this.readonly || givenRatings(scale).length === 0 ? nothing : html`<button type="button" @click=${() => this.#duplicate(scale)}>${icon('copy', 16)} Make a copy to edit</button>`}
      </footer>
    `;
  }

  #renderEditor(draft: ScaleDraft, saved: RatingScale | undefined): TemplateResult {
    const version = this.#nextVersion(draft.id);
    const next = scaleOf(draft, version);
    const changed = this.#isChanged(draft.id);
    const shown = next as unknown as RatingScale; // by shape, though nothing of it need be right yet
    return html`
      <h3 id="chosen" class="name" dir="auto">${draft.name.trim() || 'New scale'}</h3>
      <div class="editor">
        <scale-form .draft=${draft} .version=${version} @scale-draft=${(event: DraftEvent) => this.#write(event.draft)}></scale-form>
        <aside aria-label="Preview">
          <h4>Preview</h4>
          <scale-preview .scale=${shown}></scale-preview>
          ${changed && saved ? html`<scale-impact-note role="status" .impacts=${impactOf(this.annotations, this.scales, shown)}></scale-impact-note>` : nothing}
        </aside>
      </div>
      <footer>
        ${saved
          ? html`<button type="button" class="danger" @click=${() => this.#delete(saved)}>${icon('remove', 16)} Delete</button>
              <button type="button" @click=${() => this.#export(saved)}>${icon('download', 16)} Export</button>`
          : nothing}
        <span class="spread"></span>
        ${changed ? html`<button type="button" @click=${() => this.#discard(draft.id)}>${saved ? 'Discard changes' : 'Discard'}</button>` : nothing}
        ${changed
          ? html`<button type="button" class="primary" @click=${() => void this.#save(draft.id)}>${saved ? `Save as version ${version}` : 'Save'}</button>`
          : html`<span class="muted">Version ${saved?.version ?? 1} is saved</span>`}
      </footer>
    `;
  }

  // ---------------------------------------------------------------- what is done

  #known(id: string): boolean {
    return this.drafts.has(id) || this.scales.offered.some(scale => scale.id === id);
  }

  #newest(id: string): RatingScale | undefined {
    return this.scales.own.find(scale => scale.id === id);
  }

  #nextVersion(id: string): number {
    return 1 + Math.max(0, ...[...this.own, ...this.scales.kept].filter(scale => scale.id === id).map(({ version }) => version));
  }

  #isChanged(id: string): boolean {
    const draft = this.drafts.get(id);
    const saved = this.#newest(id);
    return draft !== undefined && (!saved || !sameJson(scaleOf(draft, 1), scaleOf(draftOf(saved), 1)));
  }

  #write(draft: ScaleDraft): void {
    this.drafts = new Map(this.drafts).set(draft.id, draft);
    this.done = null;
  }

  #forget(id: string): void {
    const drafts = new Map(this.drafts);
    drafts.delete(id);
    this.drafts = drafts;
  }

  #begin(draft: ScaleDraft): void {
    this.#write(draft);
    this.#choose(draft.id);
    void this.updateComplete.then(async () => {
      await this.form?.updateComplete;
      this.form?.focus();
    });
  }

  #new(): void {
    this.#begin(newDraft(newId(), [newId(), newId()]));
  }

  #duplicate(scale: RatingScale): void {
    this.#begin(copyDraft(scale, newId()));
  }

  #discard(id: string): void {
    const draft = this.drafts.get(id);
    this.#forget(id);
    if (!this.#known(id)) this.chosen = this.scales.chosen;
    this.done = { text: 'What was written was discarded.', kind: 'done', undo: () => draft && this.#begin(draft) };
  }

  async #save(id: string): Promise<void> {
    const scale = (await this.form?.read()) ?? null;
    if (!scale) {
      this.done = { text: 'Not saved: something is missing or cannot be so. It is said at the field.', kind: 'error' };
      return;
    }
    this.#keep(scale, `Saved “${scale.name}”, version ${scale.version}.`);
    this.#forget(id);
  }

  /** Asks for one version more, and says how that is taken back. */
  #keep(scale: RatingScale, text: string): void {
    const before = this.own.filter(({ id }) => id === scale.id);
    this.dispatchEvent(new ScaleVersionsEvent(scale.id, withVersion(this.own, scale)));
    this.chosen = scale.id;
    this.done = { text, kind: 'done', undo: () => this.#putBack(scale.id, before) };
  }

  #delete(scale: RatingScale): void {
    const before = this.own.filter(({ id }) => id === scale.id);
    this.#forget(scale.id);
    this.dispatchEvent(new ScaleVersionsEvent(scale.id, []));
    void this.updateComplete.then(() => {
      if (!this.#known(this.chosen)) this.chosen = 'accuracy';
      this.renderRoot.querySelector<HTMLElement>('.done button')?.focus();
    });
    this.done = { text: `Deleted “${scale.name}”. Verdicts that were given on it keep their labels.`, kind: 'done', undo: () => this.#putBack(scale.id, before) };
  }

  #putBack(id: string, versions: readonly RatingScale[]): void {
    this.dispatchEvent(new ScaleVersionsEvent(id, versions));
    this.done = { text: 'Taken back.', kind: 'done' };
    if (versions.length > 0) this.chosen = id;
    else void this.updateComplete.then(() => this.#known(this.chosen) || (this.chosen = 'accuracy'));
  }

  #export(scale: RatingScale): void {
    saveFile(writeScale(scale), fileNameFor(scale.name, scaleExtension), 'application/json');
    this.done = { text: `Exported “${scale.name}”, version ${scale.version}.`, kind: 'done' };
  }

  async #import(): Promise<void> {
    const [file] = this.file.files ?? [];
    this.file.value = '';
    if (!file) return;
    try {
      this.importText(await file.text());
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.done = { text: `“${file.name}” was not imported. ${error.message}`, kind: 'error' };
    }
  }

  /**
   * Takes in the file of a scale. A scale that is here already gets one version more, unless its newest one says the same; one of
   * the program's comes as a copy.
   *
   * @throws FormatError when it is no such file; then nothing has changed.
   */
  importText(text: string): void {
    const read = readScale(text);
    const scale: RatingScale = isShipped(read.id) ? { ...read, id: newId(), version: 1 } : read;
    const newest = this.#newest(scale.id);
    // Both are JSON by shape.
    const same = newest && sameJson(withoutVersion(newest as unknown as Json), withoutVersion(scale as unknown as Json));
    if (same) {
      this.chosen = scale.id;
      this.done = { text: `“${scale.name}” is here already, as version ${newest.version}.`, kind: 'done' };
      return;
    }
    const version = newest ? Math.max(scale.version, newest.version + 1) : scale.version;
    const imported: Json = { ...(scale as unknown as { [key: string]: Json }), version };
    if (!isRatingScale(imported)) throw new TypeError('A scale with another version is no scale');
    this.#keep(imported, `Imported “${scale.name}”, version ${version}.`);
  }

  static override styles = [tokens, controls, scalesDialogStyles];
}

declare global {
  interface HTMLElementEventMap {
    'scale-versions': ScaleVersionsEvent;
  }
  interface HTMLElementTagNameMap {
    'scales-dialog': ScalesDialog;
  }
}
