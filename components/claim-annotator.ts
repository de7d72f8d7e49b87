import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Annotation } from '../src/domain/annotation.ts';
import type { Article } from '../src/domain/article.ts';
import { progressOf } from '../src/domain/status.ts';
import { detectFormat, formats, valueJson, type FormatId } from '../src/formats/formats.ts';
import { removeAnnotations } from '../src/store/changes.ts';
import { annotationById, articleOf, filterAnnotations, sortAnnotations, sourceUses, tagsOf, versionOf } from '../src/store/queries.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import type { Store, StoreEvent } from '../src/store/store.ts';
import type { SaveStatus } from '../src/storage/autosave.ts';
import { askToPersist } from '../src/storage/indexed-db.ts';
import { runCommand, type CommandTarget } from './annotator-commands.ts';
import { AnnotationChangeEvent, AnnotationSelectEvent, ArticleLoadEvent, SaveStateChangeEvent } from './annotator-events.ts';
import './annotator-header.ts';
import type { ReviewerEvent } from './annotator-header.ts';
import { deleteArticle, exportFile, importFile, messageOf, openAsArticle, type RequestTarget } from './annotator-requests.ts';
import { annotatorStyles } from './annotator-styles.ts';
import type { CardTickEvent } from './annotation-card.ts';
import './article-details-dialog.ts';
import type { ArticleDetailsDialog } from './article-details-dialog.ts';
import type { ArticleDeleteEvent, ArticleNewEvent, ArticleOpenEvent, ExportRequestEvent, FileImportEvent, StorageAnswerEvent, TextOpenEvent } from './article-events.ts';
import { fetchText, readElement, readInput, type ArticleInput, type ReadInput } from './article-input.ts';
import './article-workspace.ts';
import type { ArticleWorkspace, ReadingEvent } from './article-workspace.ts';
import { ClaimArticle } from './claim-article.ts';
import { controls } from './controls.ts';
import { DeskController } from './desk-controller.ts';
import type { ActivateEvent, ChangeEvent, CommandEvent, EndTypingEvent } from './events.ts';
import type { FilterEvent } from './filter-bar.ts';
import './help-dialog.ts';
import type { HelpDialog } from './help-dialog.ts';
import { keys, matchKey } from './key-table.ts';
import { stepLabel } from './labels.ts';
import './notice-area.ts';
import type { Notice, NoticeArea } from './notice-area.ts';
import './open-article-dialog.ts';
import type { OpenArticleDialog } from './open-article-dialog.ts';
import { remember, remembered } from './remembered.ts';
import './start-page.ts';
import type { StartPage } from './start-page.ts';
import './storage-problem.ts';
import { tokens } from './tokens.ts';
import './transfer-dialog.ts';
import type { TransferDialog } from './transfer-dialog.ts';

/** Where the reviewer's name is remembered when the embedder gives none. */
const reviewerKey = 'claim-annotator.reviewer';

/**
 * The fact-checking annotator: open an article, mark claims and quotes, attach evidence, give verdicts, export. One
 * element, for a page of its own and for a form in a CMS.
 *
 * Told in the order it happens: attributes are read; the storage is opened; the article comes from the storage by
 * `article-id`, or from the element's own `<article>` child, or from `src`; without any of them the start page shows.
 * After that every change is an operation in `store`, and this element renders what follows from it.
 *
 * @fires article-load - An article was opened.
 * @fires annotation-change - Something about the article or its annotations changed.
 * @fires annotation-select - Another annotation became the active one.
 * @fires save-state-change - Saving began, ended or failed.
 * @fires input - The value changed.
 * @fires change - The value changed; after `input`.
 */
@customElement('claim-annotator')
export class ClaimAnnotator extends LitElement implements CommandTarget, RequestTarget {
  static override styles = [tokens, controls, annotatorStyles];
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: false };

  /** Id of the article in the storage. Empty: the start page, or a new article from the element's content. */
  @property({ attribute: 'article-id' }) articleId = '';
  /** Address of an article or a saved fact check to load when the storage has none with this id. */
  @property() src = '';
  /** Address of a native file that "Try the sample" opens; without it there is no such button. */
  @property() sample = '';
  @property() name = '';
  @property() mode: 'annotate' | 'read' = 'annotate';
  @property() reviewer = '';
  /** Rating scale of new articles. */
  @property() scale = '';
  @property() storage: 'indexeddb' | 'none' = 'indexeddb';
  /** Name of the database in IndexedDB; elements with the same name share their articles and sources. */
  @property() database = 'claim-annotator';
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private loading = true;
  @state() private problem = '';

  @query('article-workspace') readonly workspace!: ArticleWorkspace | null;
  @query('notice-area') private notices!: NoticeArea | null;
  @query('open-article-dialog') private openDialog!: OpenArticleDialog;
  @query('article-details-dialog') private detailsDialog!: ArticleDetailsDialog;
  @query('transfer-dialog') private transferDialog!: TransferDialog;
  @query('help-dialog') private helpDialog!: HelpDialog;

  readonly desk: DeskController;
  readonly #internals = this.attachInternals();
  #started: Promise<void> | null = null;
  #initialValue = '';
  #askedToPersist = false;

  constructor() {
    super();
    this.desk = new DeskController(this, { onEvent: event => this.#onStoreEvent(event), onSave: status => this.#onSaveStatus(status) });
  }

  // ---------------------------------------------------------------- the public surface

  /** The open article as it stands; null when none is open. */
  get article(): Article | null {
    return this.store && articleOf(this.store.desk);
  }

  /** All annotations of the open article, in reading order. */
  get annotations(): readonly Annotation[] {
    return this.store ? annotationsInOrder(this.store.desk) : [];
  }

  /** The state of the open article and the one way to change it; null when none is open. */
  get store(): Store | null {
    return this.desk.store;
  }

  /** The whole fact check as one line of ASCII JSON in the native format; empty when no article is open. */
  get value(): string {
    return this.store ? valueJson({ desk: this.store.desk, steps: this.store.steps }) : this.#initialValue;
  }

  /** Setting a native JSON text opens it. What cannot be read is refused with a notice, and what was open stays. */
  set value(value: string) {
    if (value === '') return;
    if (!this.store) this.#initialValue = value;
    if (this.#started) void this.#openValue(value);
  }

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /**
   * Gives the element an article: a text (HTML when it holds tags, else plain text), or one of `html`, `text` and
   * `markdown` with what is known about it. When the open article has another text, this one becomes its next version
   * and every mark finds its words again.
   *
   * @throws OpenTextError when there is nothing to read in it.
   */
  async setArticle(input: string | ArticleInput): Promise<void> {
    await this.#ready();
    await this.#take(await readInput(input));
  }

  /**
   * The fact check in a format.
   *
   * @throws RangeError for a format that cannot be written.
   */
  async exportAs(format: FormatId): Promise<string> {
    const { store } = this;
    const row = formats.find(({ id }) => id === format);
    if (!row?.write) throw new RangeError(`No format "${format}" that can be written; there are ${formats.map(({ id }) => id).join(', ')}`);
    if (!store) throw new TypeError('No article is open that could be exported');
    return row.write({ desk: store.desk, steps: await this.desk.history() });
  }

  /**
   * Takes in a file: a native one opens its article; annotations in another format go into the open article. Returns
   * what came in, in words.
   *
   * @throws FormatError when the file is not what it should be; then nothing has changed.
   */
  async importFrom(text: string, format?: FormatId): Promise<readonly string[]> {
    await this.#ready();
    const id = format ?? detectFormat(text);
    if (id === 'native') {
      this.showArticle(await this.desk.importNative(text));
      const { total, settled } = progressOf(this.annotations);
      return [`${this.annotations.length} annotations, ${settled} of ${total} settled.`];
    }
    return this.desk.importAnnotations(text, id);
  }

  /** Takes back the last step. False when there is none. */
  undo(): boolean {
    return this.#tellTakenBack('Undone', this.store?.undo() ?? null);
  }

  /** Does again what was undone last. False when there is nothing. */
  redo(): boolean {
    return this.#tellTakenBack('Done again', this.store?.redo() ?? null);
  }

  /** Makes an annotation the active one and shows it; null for none. */
  select(annotationId: string | null): void {
    this.activate(annotationId, true);
  }

  /** Puts the focus into the text, or on the start page's first button. */
  override focus(): void {
    void this.updateComplete.then(async () => {
      await this.workspace?.updateComplete;
      if (this.workspace) this.workspace.focusText();
      else this.renderRoot.querySelector<StartPage>('start-page')?.focus();
    });
  }

  /** Does what a key stands for. For a page that is nothing but the annotator: keys pressed while nothing has the focus. */
  handleKey(event: KeyboardEvent): void {
    this.#onKey(event);
  }

  /** Resolves when the element has opened what its attributes name. */
  async whenReady(): Promise<void> {
    await this.#started;
  }

  // ---------------------------------------------------------------- life

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.reviewer) this.reviewer = remembered(reviewerKey);
    this.#started ??= this.#start();
    this.form?.addEventListener('formdata', this.#onFormData);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.form?.removeEventListener('formdata', this.#onFormData);
    // Moving the element in the page disconnects it as well: only what is still away a moment later is gone.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#started = null;
      void this.desk.disconnect();
    });
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    form?.addEventListener('formdata', this.#onFormData);
  }

  async #start(): Promise<void> {
    this.desk.reviewer = this.reviewer;
    await this.desk.connect(this.storage, this.database);
    try {
      await this.#openFirst();
    } catch (error) {
      this.problem = messageOf(error);
    }
    this.loading = false;
    if (!this.store) await this.desk.list();
  }

  async #openFirst(): Promise<void> {
    const value = this.#initialValue || this.getAttribute('value') || '';
    if (value) return this.#openValue(value);
    const child = this.querySelector(':scope > article');
    if (this.articleId && (await this.desk.open(this.articleId))) {
      this.#loaded();
      // The page's own text may have changed since: then it is the next version.
      if (child) await this.#take(await readElement(child));
    } else if (child) {
      await this.#take(await readElement(child));
    } else if (this.src) {
      const text = await fetchText(this.src);
      if (/^\s*[{[]/.test(text)) await this.importFrom(text);
      else await this.setArticle(text);
    }
  }

  async #take({ opened, fields }: ReadInput): Promise<void> {
    if (this.article) {
      const summary = this.desk.newVersion(opened, 'page');
      if (summary) this.notify({ text: summary, kind: 'info' });
    } else {
      this.showArticle(await this.desk.create(opened, { ...fields, ...(this.scale && { scale: this.scale }) }, 'page', this.articleId || undefined));
    }
  }

  #ready(): Promise<void> {
    if (!this.#started) this.#started = this.#start();
    return this.desk.connect(this.storage, this.database).then(() => undefined);
  }

  async #openValue(value: string): Promise<void> {
    try {
      this.showArticle(await this.desk.importNative(value));
    } catch (error) {
      this.problem = messageOf(error);
      this.notify({ text: this.problem, kind: 'error' });
    }
  }

  #loaded(): void {
    this.ticked = new Set();
    this.problem = '';
    this.loading = false;
    this.requestUpdate();
    this.dispatchEvent(new ArticleLoadEvent(this.articleId));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reviewer')) {
      this.desk.reviewer = this.reviewer;
      if (this.store) this.store.reviewer = this.reviewer;
    }
    if (changed.has('articleId') && this.hasUpdated && !this.loading && this.articleId !== (this.store?.desk.id ?? '')) {
      void this.#show(this.articleId);
    }
  }

  async #show(id: string): Promise<void> {
    if (id === '') {
      await this.desk.close();
      await this.desk.list();
    } else if (await this.desk.open(id)) {
      this.#loaded();
    } else {
      this.notify({ text: 'This article is not kept in this browser. Import its file, or open its text again.', kind: 'error' });
      this.articleId = this.store?.desk.id ?? '';
      await this.desk.list();
    }
    this.requestUpdate();
  }

  // ---------------------------------------------------------------- what happened

  #onStoreEvent(event: StoreEvent): void {
    if (event.type === 'screen') return;
    if (this.store?.screen.active && !annotationById(this.store.desk, this.store.screen.active)) this.store.setScreen({ active: null });
    this.dispatchEvent(new AnnotationChangeEvent(event.type === 'step' ? event.step : null));
    if (event.type !== 'step') return;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    if (!this.#askedToPersist && !this.desk.inMemory) {
      // Asked once there is work to lose. Browsers decide by themselves; none of them sends anything anywhere.
      this.#askedToPersist = true;
      void askToPersist().catch(() => false);
    }
  }

  #onSaveStatus(status: SaveStatus): void {
    this.dispatchEvent(new SaveStateChangeEvent(status));
  }

  readonly #onFormData = (event: FormDataEvent): void => {
    if (this.name && !this.disabled && this.isConnected) event.formData.set(this.name, this.value);
  };

  #tellTakenBack(what: string, taken: ReturnType<Store['undo']>): boolean {
    if (!taken) return false;
    const kept = taken.kept > 0 ? ' Some of it was changed since by someone else and stays.' : '';
    this.notify({ text: `${what}: ${stepLabel(taken.step.name)}.${kept}`, kind: 'info' });
    return true;
  }

  // ---------------------------------------------------------------- for commands

  /** Shows the article that the desk has opened. */
  showArticle(id: string): void {
    this.articleId = id;
    this.#loaded();
  }

  get articleTitle(): string {
    return this.article?.title ?? '';
  }

  /** Whether nothing may be changed. */
  get locked(): boolean {
    return this.readonly || this.disabled || this.mode === 'read';
  }

  get tickedIds(): ReadonlySet<string> {
    return this.ticked;
  }

  setTicked(ids: ReadonlySet<string>): void {
    this.ticked = ids;
  }

  notify(notice: Notice): void {
    void this.updateComplete.then(() => this.notices?.add(notice));
  }

  activate(id: string | null, reveal: boolean): void {
    const { store } = this;
    if (!store) return;
    const annotation = annotationById(store.desk, id);
    if (store.screen.active !== (annotation?.id ?? null)) {
      store.endJoin();
      store.setScreen({ active: annotation?.id ?? null });
      this.dispatchEvent(new AnnotationSelectEvent(annotation?.id ?? null));
    }
    if (annotation && reveal) void this.updateComplete.then(() => this.workspace?.reveal(annotation));
  }

  /** The cards as they are shown: filtered and in order. */
  get shown(): readonly Annotation[] {
    const { store } = this;
    if (!store) return [];
    return sortAnnotations(filterAnnotations(annotationsInOrder(store.desk), store.screen.filter, store.desk.sources), store.screen.sorting);
  }

  showDialog(name: 'details' | 'export' | 'import' | 'help'): void {
    if (name === 'details') this.detailsDialog.show();
    else if (name === 'help') this.helpDialog.show();
    else this.transferDialog.show(name);
  }

  async goHome(): Promise<void> {
    await this.desk.close();
    this.articleId = '';
    await this.desk.list();
    this.dispatchEvent(new ArticleLoadEvent(''));
  }

  focusSearch(): void {
    if (this.workspace) this.workspace.focusSearch();
    else this.renderRoot.querySelector<StartPage>('start-page')?.focusSearch();
  }

  // ---------------------------------------------------------------- what is seen

  protected override render(): TemplateResult {
    return html`<div
      class="root"
      @keydown=${this.#onKey}
      @claim-change-request=${this.#onChange}
      @claim-activate-request=${this.#onActivate}
      @claim-command-request=${this.#onCommand}
      @claim-end-typing=${this.#onEndTyping}
      @card-tick=${this.#onTick}
    >
      ${this.#problemBanner()} ${this.loading ? html`<p class="loading" role="status">Opening …</p>` : this.store && this.article ? this.#workspace(this.store) : this.#startPage()}
      <open-article-dialog
        @text-open=${(event: TextOpenEvent) => openAsArticle(this, event, this.openDialog)}
        @file-import=${(event: FileImportEvent) => importFile(this, event, this.openDialog)}
      ></open-article-dialog>
      <article-details-dialog .article=${this.article}></article-details-dialog>
      <transfer-dialog
        .formats=${formats.filter(format => format.write).map(({ id, name, description, extension }) => ({ id, name, description, extension }))}
        @export-request=${(event: ExportRequestEvent) => exportFile(this, event, this.transferDialog)}
        @file-import=${(event: FileImportEvent) => importFile(this, event, this.transferDialog)}
      ></transfer-dialog>
      <help-dialog></help-dialog>
      <notice-area></notice-area>
    </div>`;
  }

  #problemBanner(): TemplateResult | '' {
    const { problem, saveStatus, store } = this.desk;
    const error = saveStatus.kind === 'failed' ? saveStatus.error : problem;
    if (!error) return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : '';
    return html`<storage-problem .kind=${error.problem} .message=${error.message} .exportable=${store !== null} @storage-answer=${this.#onStorageAnswer}></storage-problem>`;
  }

  #startPage(): TemplateResult {
    return html`<start-page
      .articles=${this.desk.articles}
      .sample=${this.sample !== ''}
      @article-open=${(event: ArticleOpenEvent) => (this.articleId = event.id)}
      @article-delete=${(event: ArticleDeleteEvent) => deleteArticle(this, event)}
      @article-new=${(event: ArticleNewEvent) => this.openDialog.show(event.offered)}
      @sample-open=${this.openSample}
    ></start-page>`;
  }

  #workspace(store: Store): TemplateResult {
    const { desk, screen } = store;
    const article = articleOf(desk);
    const annotations = annotationsInOrder(desk);
    return html`<annotator-header
        .title=${article?.title ?? ''}
        .progress=${progressOf(annotations)}
        .save=${this.desk.saveStatus.kind}
        .reviewer=${this.reviewer}
        .undoName=${store.undoStep && store.undoStep.name !== 'open-article' ? stepLabel(store.undoStep.name) : ''}
        .redoName=${store.redoStep ? stepLabel(store.redoStep.name) : ''}
        .reviewerFixed=${this.hasAttribute('reviewer')}
        .clearable=${annotations.length > 0}
        ?home=${this.storage !== 'none'}
        ?readonly=${this.locked}
        @reviewer-change=${this.#onReviewer}
      ></annotator-header>
      <article-workspace
        .article=${article}
        .version=${versionOf(desk)}
        .annotations=${annotations}
        .shown=${this.shown}
        .sources=${desk.sources}
        .uses=${sourceUses(annotations)}
        .tags=${tagsOf(annotations)}
        .screen=${screen}
        .ticked=${this.ticked}
        .reviewer=${this.reviewer}
        ?readonly=${this.locked}
        @filter-change=${(event: FilterEvent) => store.setScreen({ filter: event.filter, sorting: event.sorting })}
        @reading-change=${(event: ReadingEvent) => store.setScreen({ readingOffset: event.offset })}
      ></article-workspace>`;
  }

  // ---------------------------------------------------------------- what is asked for

  #onChange(event: ChangeEvent): void {
    event.stopPropagation();
    if (!this.locked) this.store?.change(event.change);
  }

  #onActivate(event: ActivateEvent): void {
    event.stopPropagation();
    this.activate(event.id, event.reveal);
  }

  #onCommand(event: CommandEvent): void {
    event.stopPropagation();
    void runCommand(this, event.command);
  }

  #onEndTyping(event: EndTypingEvent): void {
    event.stopPropagation();
    this.store?.endJoin();
  }

  #onTick(event: CardTickEvent): void {
    event.stopPropagation();
    const ticked = new Set(this.ticked);
    if (event.checked) ticked.add(event.id);
    else ticked.delete(event.id);
    this.ticked = ticked;
  }

  #onKey(event: KeyboardEvent): void {
    // The editor takes Enter and Escape for itself although it is locked and does nothing with them.
    const taken = event.defaultPrevented && !event.composedPath().some(node => node instanceof ClaimArticle);
    const command = taken ? null : matchKey(event);
    if (command) {
      const binding = keys.find(({ id }) => id === command)!;
      const possible =
        binding.when === 'anywhere' ||
        (this.store !== null && (binding.when === 'workspace' || binding.when === 'text' || this.store.screen.active !== null));
      if (possible) {
        event.preventDefault();
        void runCommand(this, command);
      }
    }
    // A CMS around the element must not take our keys for its own: WordPress would undo the author's article.
    event.stopPropagation();
  }

  #onReviewer(event: ReviewerEvent): void {
    this.reviewer = event.reviewer;
    remember(reviewerKey, event.reviewer);
  }

  #onStorageAnswer(event: StorageAnswerEvent): void {
    event.stopPropagation();
    if (event.answer === 'export') this.showDialog('export');
    else if (this.desk.problem?.problem === 'newer-version' || this.desk.problem?.problem === 'outdated') location.reload();
    else void this.desk.retry();
  }

  /** Opens the sample article, as it was left if it was opened before. */
  readonly openSample = async (): Promise<void> => {
    try {
      await this.importFrom(await fetchText(this.sample), 'native');
    } catch (error) {
      this.notify({ text: messageOf(error), kind: 'error' });
    }
  };

  /** Takes away all marks of the open article, in one step. */
  startClean(): void {
    const { annotations, store } = this;
    if (!store || annotations.length === 0) return;
    store.change({ ...removeAnnotations(annotations), name: 'clear-annotations' });
    this.ticked = new Set();
    this.notify({ text: `Removed ${annotations.length} annotations.`, kind: 'info', action: { label: 'Undo', run: () => this.undo() } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-annotator': ClaimAnnotator;
  }
}
