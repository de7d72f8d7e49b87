import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Annotation } from '../src/domain/annotation.ts';
import type { Step } from '../src/domain/operation.ts';
import { readTranscripts } from '../src/domain/attached-transcript.ts';
import { defaultScales } from '../src/domain/scales.ts';
import { ownScales, scaleSetting, scaleSettingValue, scalesOf } from '../src/domain/scales-of-desk.ts';
import { progressOf } from '../src/domain/status.ts';
import { formats } from '../src/formats/formats.ts';
import { publicDesk } from '../src/formats/redact.ts';
import { headingsOf } from '../src/editor/headings.ts';
import { removeAnnotations } from '../src/store/changes.ts';
import { coverageOf, type Coverage } from '../src/store/coverage.ts';
import type { PlacementCounts } from '../src/store/relocation.ts';
import { annotationById, articleOf, filterAnnotations, quotesOf, sortAnnotations, sourceUses, tagsOf, versionOf } from '../src/store/queries.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import type { Store } from '../src/store/store.ts';
import { lintSetting } from '../src/store/lints.ts';
import { runCommand } from './annotator-commands.ts';
import { reviewerKey } from './annotator-core.ts';
import { EditingAnnotator } from './annotator-editing.ts';
import { AnnotationSelectEvent, ArticleLoadEvent } from './annotator-events.ts';
import './annotator-header.ts';
import type { ReviewerEvent } from './annotator-header.ts';
import { deleteArticle, exportFile, importFile, messageOf, openAsArticle, replaceText, restoreVersion, tellPlaced, type RequestTarget } from './annotator-requests.ts';
import { annotatorStyles } from './annotator-styles.ts';
import type { CardTickEvent } from './annotation-card.ts';
import './article-details-dialog.ts';
import type { ArticleDetailsDialog } from './article-details-dialog.ts';
import type { ArticleDeleteEvent, ArticleNewEvent, ArticleOpenEvent, ExportRequestEvent, FileImportEvent, StorageAnswerEvent, TextOpenEvent } from './article-events.ts';
import { fetchText } from './article-input.ts';
import './article-workspace.ts';
import type { ArticleWorkspace, ReadingEvent } from './article-workspace.ts';
import { ClaimArticle } from './claim-article.ts';
import { goOnDeciding } from './deciding.ts';
import type { CommandTarget, DialogName } from './command-target.ts';
import { controls } from './controls.ts';
import type { ActivateEvent, ChangeEvent, CommandEvent, EndTypingEvent } from './events.ts';
import type { FilterEvent } from './filter-bar.ts';
import './help-dialog.ts';
import type { HelpDialog } from './help-dialog.ts';
import './history-dialog.ts';
import type { HistoryDialog } from './history-dialog.ts';
import { keys, matchKey } from './key-table.ts';
import { stepLabel } from './labels.ts';
import './notice-area.ts';
import type { Notice, NoticeArea } from './notice-area.ts';
import './open-article-dialog.ts';
import type { OpenArticleDialog } from './open-article-dialog.ts';
import { Latest } from './latest.ts';
import { remember } from './remembered.ts';
import './quote-check-dialog.ts';
import type { QuoteCheckDialog } from './quote-check-dialog.ts';
import './scales-dialog.ts';
import type { ScaleVersionsEvent, ScalesDialog } from './scales-dialog.ts';
import './start-page.ts';
import type { StartPage } from './start-page.ts';
import './storage-problem.ts';
import { tokens } from './tokens.ts';
import './checks-dialog.ts';
import type { CheckSwitchEvent, ChecksDialog } from './checks-dialog.ts';
import type { SourceUse } from './source-row.ts';
import './sources-dialog.ts';
import type { SourcesDialog } from './sources-dialog.ts';
import './transfer-dialog.ts';
import type { HiddenSources, TransferDialog } from './transfer-dialog.ts';
import './versions-dialog.ts';
import type { VersionRestoreEvent, VersionsDialog } from './versions-dialog.ts';

const noSources: Store['desk']['sources'] = new Map();

/**
 * The fact-checking annotator: open an article, mark claims and quotes, attach evidence, give verdicts, export. One
 * element, for a page of its own and for a form in a CMS.
 *
 * Renders what follows from the state of `store`, and does there what its components, keys and commands ask for.
 *
 * @fires article-load - An article was opened.
 * @fires annotation-change - Something about the article or its annotations changed.
 * @fires annotation-select - Another annotation became the active one.
 * @fires save-state-change - Saving began, ended or failed.
 * @fires input - The value changed.
 * @fires change - The value changed; after `input`.
 */
@customElement('claim-annotator')
export class ClaimAnnotator extends EditingAnnotator implements CommandTarget, RequestTarget {
  static override styles = [tokens, controls, annotatorStyles];

  /** Where sources are used in the other articles; null while that is being counted. */
  @state() private usesElsewhere: ReadonlyMap<string, readonly SourceUse[]> | null = null;
  @state() private ticked: ReadonlySet<string> = new Set();

  @query('article-workspace') readonly workspace!: ArticleWorkspace | null;
  @query('notice-area') private notices!: NoticeArea | null;
  @query('open-article-dialog') private openDialog!: OpenArticleDialog;
  @query('article-details-dialog') private detailsDialog!: ArticleDetailsDialog;
  @query('transfer-dialog') private transferDialog!: TransferDialog;
  @query('help-dialog') private helpDialog!: HelpDialog;
  @query('checks-dialog') private checksDialog!: ChecksDialog;
  @query('sources-dialog') private sourcesDialog!: SourcesDialog;
  @query('versions-dialog') private versionsDialog!: VersionsDialog;
  @query('history-dialog') private historyDialog!: HistoryDialog;
  @query('scales-dialog') private scalesDialog!: ScalesDialog;
  @query('quote-check-dialog') private quotesDialog!: QuoteCheckDialog;

  readonly #coverage = new Latest<Coverage>();

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
    // A dialog whose focused field has gone leaves the focus on the page; the keys are not for what lies behind it.
    const isCovered = [...this.renderRoot.querySelectorAll('*')].some(element => element.shadowRoot?.querySelector('dialog:modal'));
    if (!isCovered) this.#onKey(event);
  }

  /** Whether nothing may be changed. */
  get locked(): boolean {
    return this.readonly || this.disabled || this.mode === 'read';
  }

  protected override loaded(): void {
    this.ticked = new Set();
    super.loaded();
  }

  protected override placed(what: string, counts: PlacementCounts): void {
    tellPlaced(this, what, counts);
  }

  command(name: string): void {
    void runCommand(this, name);
  }

  /** How far each sentence of the current text is. Made anew only when marks, text or language are others. */
  readonly coverage = (): Coverage => {
    const { annotations, article } = this;
    const version = this.store && versionOf(this.store.desk);
    if (!version) throw new TypeError('No article is open');
    const language = article?.language ?? '';
    return this.#coverage.of([annotations, version, language], () => coverageOf(version, annotations, language, headingsOf(version.document)));
  };

  readonly #readHistory = (): Promise<readonly Step[]> => this.desk.history();

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
    return sortAnnotations(filterAnnotations(annotationsInOrder(store.desk), store.screen.filter, store.desk.sources, scalesOf(store.desk)), store.screen.sorting);
  }

  showDialog(name: DialogName): void {
    switch (name) {
      case 'details':
        return this.detailsDialog.show();
      case 'help':
        return this.helpDialog.show();
      case 'checks':
        return this.checksDialog.show();
      case 'sources':
        void this.#countUses();
        return this.sourcesDialog.show();
      case 'versions':
        return this.versionsDialog.show();
      case 'history':
        return void this.historyDialog.show();
      case 'annotation-history':
        return void this.historyDialog.show(this.store?.screen.active ?? null);
      case 'scales':
        return this.scalesDialog.show();
      case 'quotes':
        return this.quotesDialog.show(this.store?.screen.active ?? null);
      case 'new-text':
        return this.openDialog.show({}, { replacing: true });
      default:
        return this.transferDialog.show(name);
    }
  }

  /** Counts where sources are used; another tab may have changed it since. */
  async #countUses(): Promise<void> {
    this.usesElsewhere = null;
    try {
      this.usesElsewhere = await this.desk.sourceUsesElsewhere();
    } catch (error) {
      this.notify({ text: messageOf(error), kind: 'error' });
    }
  }

  readonly #publicView = new Latest<HiddenSources>();

  /** What public exports leave out of the open article. */
  #withheld(): HiddenSources {
    const { store } = this;
    return store ? this.#publicView.of([store.desk], () => publicDesk(store.desk, [])) : { confidential: 0, internal: 0 };
  }

  async goHome(): Promise<void> {
    try {
      await this.beforeLeaving();
      await this.desk.close();
    } catch (error) {
      this.notify({ text: messageOf(error), kind: 'error' });
      return;
    }
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
        @text-open=${(event: TextOpenEvent) => (this.openDialog.replacing ? replaceText : openAsArticle)(this, event, this.openDialog)}
        @file-import=${(event: FileImportEvent) => importFile(this, event, this.openDialog)}
      ></open-article-dialog>
      <article-details-dialog .article=${this.article} .scales=${this.store ? scalesOf(this.store.desk) : defaultScales}></article-details-dialog>
      <scales-dialog
        .scales=${this.store ? scalesOf(this.store.desk) : defaultScales}
        .own=${this.store ? ownScales(this.store.desk.sources) : []}
        .annotations=${this.annotations}
        ?readonly=${this.locked}
        @scale-versions=${this.#onScaleVersions}
      ></scales-dialog>
      <transfer-dialog
        .formats=${formats.filter(format => format.write).map(({ id, name, description, extension, audience }) => ({ id, name, description, extension, audience }))}
        .withheld=${this.#withheld()}
        @export-request=${(event: ExportRequestEvent) => exportFile(this, event, this.transferDialog)}
        @file-import=${(event: FileImportEvent) => importFile(this, event, this.transferDialog)}
      ></transfer-dialog>
      <help-dialog></help-dialog>
      <sources-dialog
        .sources=${this.store?.desk.sources ?? noSources}
        .annotations=${this.annotations}
        .article=${this.article}
        .elsewhere=${this.usesElsewhere}
        ?readonly=${this.locked}
      ></sources-dialog>
      <checks-dialog
        .sources=${this.store?.desk.sources ?? noSources} ?readonly=${this.locked}
        @check-switch=${(event: CheckSwitchEvent) => this.store?.setSetting(lintSetting(event.lint), event.on ? null : false)}
      ></checks-dialog>
      <versions-dialog
        .versions=${this.store ? [...this.store.desk.versions.values()] : []}
        .current=${this.article?.version ?? ''}
        .annotations=${this.annotations}
        ?readonly=${this.locked}
        @version-restore=${(event: VersionRestoreEvent) => restoreVersion(this, event.id)}
      ></versions-dialog>
      <history-dialog .desk=${this.store?.desk ?? null} .load=${this.#readHistory}></history-dialog>
      <quote-check-dialog
        .quotes=${quotesOf(this.annotations)}
        .transcripts=${readTranscripts(this.store?.desk.article ?? null)}
        .language=${this.article?.language ?? ''}
        .reviewer=${this.reviewer}
        ?readonly=${this.locked}
      ></quote-check-dialog>
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
        ?covering=${screen.coverage}
        ?editing=${this.editing}
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
        .scales=${scalesOf(desk)}
        .uses=${sourceUses(annotations, desk.sources)}
        .tags=${tagsOf(annotations)}
        .screen=${screen}
        .ticked=${this.ticked}
        .reviewer=${this.reviewer}
        ?readonly=${this.locked}
        .coverage=${screen.coverage ? this.coverage() : null}
        .editing=${this.textEditing.now}
        ?edited=${this.textEditing.changed}
        ?drafted=${this.textEditing.kept}
        @article-edit=${() => void this.textEditing.keep()}
        @filter-change=${(event: FilterEvent) => store.setScreen({ filter: event.filter, sorting: event.sorting })}
        @reading-change=${(event: ReadingEvent) => store.setScreen({ readingOffset: event.offset })}
      ></article-workspace>`;
  }

  // ---------------------------------------------------------------- what is asked for

  #onChange(event: ChangeEvent): void {
    event.stopPropagation();
    if (this.locked || !this.store?.change(event.change)) return;
    void goOnDeciding(this).then(() => this.#keepFocus(event.change.name));
  }

  /** What was decided takes its buttons away: the focus goes on to what is left to do on the card. */
  async #keepFocus(change: string): Promise<void> {
    if (!['keep-verdict', 'accept-words', 'accept-place', 'confirm-gone'].includes(change)) return;
    await this.updateComplete;
    const card = await this.workspace?.activeCard();
    if (this.matches(':focus-within') && !this.matches(':focus')) return;
    if (!(await card?.focusVerdict())) this.workspace?.focusText();
  }

  #onActivate(event: ActivateEvent): void {
    event.stopPropagation();
    this.activate(event.id, event.reveal);
  }

  #onCommand(event: CommandEvent): void {
    event.stopPropagation();
    void runCommand(this, event.command);
  }

  #onScaleVersions(event: ScaleVersionsEvent): void {
    event.stopPropagation();
    if (!this.locked) this.store?.setSetting(scaleSetting(event.id), scaleSettingValue(event.versions));
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
    const matched = matchKey(event);
    // The editor takes Enter and Escape for itself although it does nothing with them.
    const inText = event.composedPath().some(node => node instanceof ClaimArticle);
    const taken = event.defaultPrevented && !(inText && (!this.editing || matched === 'finish-editing'));
    const command = taken ? null : matched;
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
    const step = store.undoStep?.id;
    this.ticked = new Set();
    this.notify({ text: `Removed ${annotations.length} annotations.`, kind: 'info', actions: [{ label: 'Undo', run: () => this.undoStep(step) }] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-annotator': ClaimAnnotator;
  }
}
