import type { PropertyValues } from 'lit';
import type { JsonObject } from '../src/domain/json.ts';
import { versionOf } from '../src/store/queries.ts';
import type { StoreEvent } from '../src/store/store.ts';
import { AnnotatorCore } from './annotator-core.ts';
import { messageOf } from './annotator-requests.ts';
import type { ArticleWorkspace } from './article-workspace.ts';
import { EditLock } from './edit-lock.ts';
import { TextEditing } from './text-editing.ts';

/**
 * The annotator with a text that can be edited. One tab edits an article at a time. Whatever ends the editing, nothing typed is
 * lost: leaving the article or the page keeps a draft; another text of the article that comes meanwhile, here, makes the
 * edited one a version first; one that comes from another tab stays among the versions, and both are told.
 */
export abstract class EditingAnnotator extends AnnotatorCore {
  abstract readonly workspace: ArticleWorkspace | null;
  /** Whether nothing may be changed. */
  abstract readonly locked: boolean;

  protected readonly textEditing = new TextEditing(this);
  readonly #lock = new EditLock();
  /** Id of the newest version that whoever edits was told of. */
  #told = '';

  get editing(): boolean {
    return this.textEditing.now !== null;
  }

  /** Opens the text for editing; what is changed becomes the next version with `finishEditing`. */
  async editText(): Promise<void> {
    if (this.editing || !this.store) return;
    if (await this.#lock.isElsewhere(this.#lockName)) {
      this.notify({ text: 'This text is being edited in another tab. End the editing there first.', kind: 'info' });
      return;
    }
    this.mode = 'edit';
    await this.updateComplete;
    this.workspace?.focusText();
  }

  /** Ends editing: the text as it is becomes the next version, and every mark finds its words in it. */
  async finishEditing(): Promise<void> {
    if (this.mode === 'edit') this.mode = 'annotate';
    // The change of the mode ends it; whoever waits here waits for that.
    await this.#endEditing();
  }

  /** Ends editing without keeping anything of it; what was typed can be brought back for a moment. */
  cancelEditing(): void {
    const { store } = this;
    const version = this.textEditing.now?.version.id;
    if (!store || version === undefined) return;
    const document = this.textEditing.drop();
    this.#lock.release();
    this.mode = 'annotate';
    this.workspace?.focusText();
    if (document) this.#offerBack(version, document);
  }

  #offerBack(version: string, document: JsonObject): void {
    const { store } = this;
    const bringBack = (): void => {
      if (this.store !== store || !store || this.locked) return;
      store.setScreen({ draft: { version, document } });
      void this.editText();
    };
    this.notify({ text: 'The changes to the text were dropped.', kind: 'info', actions: [{ label: 'Bring back', run: bringBack }] });
  }

  // In edit mode undo and redo are those of typing.
  override undo(): boolean {
    return this.editing ? (this.workspace?.editText('undo') ?? false) : super.undo();
  }

  override redo(): boolean {
    return this.editing ? (this.workspace?.editText('redo') ?? false) : super.redo();
  }

  /** Takes a step back that a notice speaks of, if it is still the last one and may be. */
  undoStep(id: string | undefined): void {
    if (this.locked || this.editing || id === undefined || this.store?.undoStep?.id !== id) {
      this.notify({ text: 'Other things were done since. Undo takes them back one by one.', kind: 'info' });
    } else {
      this.undo();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Before the autosave hears that the page goes.
    window.addEventListener('pagehide', this.#keep, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.#keep, { capture: true });
    this.#lock.release();
  }

  protected override loaded(): void {
    // Whoever edited another text does not edit this one.
    if (this.editing) this.#park();
    super.loaded();
    if (this.textEditing.isBrokenOff && !this.locked) void this.#goOn();
  }

  async #goOn(): Promise<void> {
    const { store } = this;
    if (await this.#lock.isElsewhere(this.#lockName)) {
      this.notify({ text: 'This text is being edited in another tab.', kind: 'info' });
    } else if (this.store === store && !this.locked) {
      this.mode = 'edit';
      this.notify({ text: 'You were editing the text of this article: it goes on where it broke off.', kind: 'info' });
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.mode === 'edit' && !this.locked) {
      if (this.textEditing.begin()) void this.#lock.take(this.#lockName);
    } else if (this.editing && this.locked && this.mode === 'edit') {
      void this.textEditing.keep();
      this.#park();
      this.notify({ text: 'Editing has ended, as nothing may be changed now. What was typed is kept as a draft.', kind: 'info' });
    } else if (this.editing && changed.has('mode')) {
      void this.#endEditing();
    }
  }

  protected override onStoreEvent(event: StoreEvent): void {
    super.onStoreEvent(event);
    const version = this.store && versionOf(this.store.desk);
    if (event.type !== 'received' || !this.editing || !version || version.id === this.textEditing.now?.version.id || version.id === this.#told) return;
    this.#told = version.id;
    this.notify({ text: 'The text was changed in another tab while you edit it. When you end, yours becomes the current one; the other stays among the versions.', kind: 'error' });
  }

  /** Another text of the article is about to come: what is being edited becomes a version before it. */
  protected override async beforeNewText(): Promise<void> {
    await this.updateComplete;
    if (this.editing) await this.finishEditing();
  }

  /** The article is about to be closed: what was typed is kept as a draft. */
  protected override async beforeLeaving(): Promise<void> {
    if (!this.editing) return;
    await this.textEditing.keep();
    this.#park();
  }

  /** Ends editing and leaves the draft for the next time. */
  #park(): void {
    this.textEditing.leave();
    this.#lock.release();
    if (this.mode === 'edit') this.mode = 'annotate';
  }

  async #endEditing(): Promise<void> {
    if (!this.editing) return;
    const told = this.textEditing.isFinishing;
    const base = this.textEditing.now?.version.id;
    const overtaken = this.store !== null && versionOf(this.store.desk)?.id !== base;
    try {
      const counts = await this.textEditing.finish();
      if (counts && !told) this.placed(overtaken ? 'Your text is the current one now, and the one from the other tab stays among the versions' : 'The text was edited', counts);
    } catch (error) {
      this.notify({ text: messageOf(error), kind: 'error' });
    }
    this.#lock.release();
    await this.updateComplete;
    this.workspace?.focusText();
  }

  get #lockName(): string {
    return this.storage === 'none' ? '' : `claim-annotator edits ${this.database} ${this.store?.desk.id ?? ''}`;
  }

  readonly #keep = (): void => void this.textEditing.keep();
}
