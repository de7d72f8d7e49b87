import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Annotation } from '../src/domain/annotation.ts';
import type { Article } from '../src/domain/article.ts';
import { progressOf } from '../src/domain/status.ts';
import { detectFormat, formats, valueJson, type FormatId } from '../src/formats/formats.ts';
import { annotationById, articleOf } from '../src/store/queries.ts';
import { annotationsInOrder } from '../src/store/reading-order.ts';
import type { PlacementCounts } from '../src/store/relocation.ts';
import type { Store, StoreEvent, TakenBack } from '../src/store/store.ts';
import type { SaveStatus } from '../src/storage/autosave.ts';
import { askToPersist } from '../src/storage/indexed-db.ts';
import { AnnotationChangeEvent, ArticleLoadEvent, SaveStateChangeEvent } from './annotator-events.ts';
import { messageOf } from './annotator-requests.ts';
import { fetchText, readElement, readInput, type ArticleInput, type ReadInput } from './article-input.ts';
import { DeskController } from './desk-controller.ts';
import { stepLabel } from './labels.ts';
import type { Notice } from './notice-area.ts';
import { remembered } from './remembered.ts';

/** Where the reviewer's name is remembered when the embedder gives none. */
export const reviewerKey = 'claim-annotator.reviewer';

/**
 * What the annotator is to whoever embeds it: attributes, properties, methods, events, its part in a form, and its life.
 * What is seen of it is `claim-annotator.ts`.
 *
 * Told in the order it happens: attributes are read; the storage is opened; the article comes from `value`, or from the
 * storage by `article-id`, or from the element's own `<article>` child, or from `src`; without any of them there is none.
 * After that every change is an operation in `store`.
 */
export abstract class AnnotatorCore extends LitElement {
  static readonly formAssociated = true;

  /** Id of the article in the storage. Empty: the start page, or a new article from the element's content. */
  @property({ attribute: 'article-id' }) articleId = '';
  /** Address of an article or a saved fact check to load when the storage has none with this id. */
  @property() src = '';
  /** Address of a native file that "Try the sample" opens; without it there is no such button. */
  @property() sample = '';
  @property() name = '';
  /** `edit`: the text can be changed; setting it back makes what was typed the next version. */
  @property() mode: 'annotate' | 'edit' | 'read' = 'annotate';
  @property() reviewer = '';
  /** Rating scale of new articles. */
  @property() scale = '';
  @property() storage: 'indexeddb' | 'none' = 'indexeddb';
  /** Name of the database in IndexedDB; elements with the same name share their articles and sources. */
  @property() database = 'claim-annotator';
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() protected loading = true;
  @state() protected problem = '';

  readonly desk: DeskController;
  readonly #internals = this.attachInternals();
  #started: Promise<void> | null = null;
  #initialValue = '';
  #askedToPersist = false;

  constructor() {
    super();
    this.desk = new DeskController(this, { onEvent: event => this.onStoreEvent(event), onSave: status => this.#onSaveStatus(status) });
  }

  /** Tells the person something in passing. */
  abstract notify(notice: Notice): void;

  /** Another text of the open article is about to come. */
  protected abstract beforeNewText(): Promise<void>;

  /** The open article is about to be closed. */
  protected abstract beforeLeaving(): Promise<void>;

  /** Says what became of the marks when the text changed. */
  protected abstract placed(what: string, counts: PlacementCounts): void;

  /** Makes an annotation the active one; null for none. */
  abstract activate(id: string | null, reveal: boolean): void;

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

  /** Shows the article that the desk has opened. */
  showArticle(id: string): void {
    this.articleId = id;
    this.loaded();
  }

  get articleTitle(): string {
    return this.article?.title ?? '';
  }

  /** Resolves when the element has opened what its attributes name. */
  async whenReady(): Promise<void> {
    await this.#started;
  }

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
      this.loaded();
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
      await this.beforeNewText();
      const counts = await this.desk.newVersion(opened, 'page');
      if (counts) this.placed('The text was replaced', counts);
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

  /** An article is there to be shown. */
  protected loaded(): void {
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
    try {
      await this.#change(id);
    } catch (error) {
      // What cannot be kept stays open.
      this.articleId = this.store?.desk.id ?? '';
      this.notify({ text: messageOf(error), kind: 'error' });
    }
    this.requestUpdate();
  }

  async #change(id: string): Promise<void> {
    await this.beforeLeaving();
    if (id === '') {
      await this.desk.close();
      await this.desk.list();
    } else if (await this.desk.open(id)) {
      this.loaded();
    } else {
      this.notify({ text: 'This article is not kept in this browser. Import its file, or open its text again.', kind: 'error' });
      this.articleId = this.store?.desk.id ?? '';
      await this.desk.list();
    }
  }

  protected onStoreEvent(event: StoreEvent): void {
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

  #tellTakenBack(what: string, taken: TakenBack | null): boolean {
    if (!taken) return false;
    const kept = taken.kept > 0 ? ' Some of it was changed since by someone else and stays.' : '';
    this.notify({ text: `${what}: ${stepLabel(taken.step.name)}.${kept}`, kind: 'info' });
    return true;
  }
}
