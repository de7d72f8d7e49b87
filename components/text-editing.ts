import { sameJson, type JsonObject } from '../src/domain/json.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import { versionOf } from '../src/store/queries.ts';
import type { Draft } from '../src/store/screen.ts';
import type { Follow, PlacementCounts } from '../src/store/relocation.ts';
import type { Store } from '../src/store/store.ts';
import type { DeskController } from './desk-controller.ts';

/** A text that is being edited. */
export interface Editing {
  /** The version that it began as. */
  readonly version: ArticleVersion;
  /** What had become of it when the editing was broken off; null when it begins anew. */
  readonly draft: JsonObject | null;
}

/** What the editing of a text needs of the root element. */
export interface EditingHost {
  readonly store: Store | null;
  readonly workspace: {
    editedText(): { document: JsonObject; text: string } | null;
    followPlace: Follow;
  } | null;
  readonly desk: DeskController;
  requestUpdate(): void;
}

/**
 * The editing of the open article's text. Told in the order it happens: `begin` opens the text, from the draft if one was
 * left; every rest of the hands keeps a draft (`keep`), which is part of the screen and not of the work; `finish` makes it a
 * new version in one step, with the marks where the editor has followed them to; or `drop` forgets it.
 */
export class TextEditing {
  readonly #host: EditingHost;
  #now: Editing | null = null;
  #kept: Draft | null = null;
  #finishing: Promise<PlacementCounts | null> | null = null;

  constructor(host: EditingHost) {
    this.#host = host;
  }

  /** Null while nobody edits. */
  get now(): Editing | null {
    return this.#now;
  }

  /** Whether a draft was left that says something else than the current text. */
  get isBrokenOff(): boolean {
    const { store } = this.#host;
    const draft = store?.screen.draft;
    return store !== null && draft != null && !sameJson(draft.document, versionOf(store.desk)?.document ?? null);
  }

  /** Opens the text. False when there is none, or it is open already. */
  begin(): boolean {
    const { store } = this.#host;
    const version = store && versionOf(store.desk);
    if (!store || !version || this.#now) return false;
    const { draft } = store.screen;
    this.#now = { version: (draft && store.desk.versions.get(draft.version)) ?? version, draft: draft?.document ?? null };
    this.#host.requestUpdate();
    return true;
  }

  /** Whether all that was typed is kept, as a draft. */
  get kept(): boolean {
    return this.#kept !== null && this.#kept === this.#host.store?.screen.draft;
  }

  /** Keeps what was typed so far. What fails is told by the state of saving, and tried again by whatever saves next. */
  async keep(): Promise<void> {
    const { store, workspace, desk } = this.#host;
    const edited = workspace?.editedText();
    if (!this.#now || !store || !edited) return;
    const draft: Draft = { version: this.#now.version.id, document: edited.document };
    store.setScreen({ draft });
    await desk.flush().then(() => (this.#kept = draft), () => undefined);
    this.#host.requestUpdate();
  }

  /** Whether the text is on its way to be a version. */
  get isFinishing(): boolean {
    return this.#finishing !== null;
  }

  /** Makes the text a version and ends. What became of the marks; null when nothing was changed. Asked twice it is done once. */
  async finish(): Promise<PlacementCounts | null> {
    if (this.#finishing) return this.#finishing;
    this.#finishing = this.#finish();
    try {
      return await this.#finishing;
    } finally {
      this.#finishing = null;
    }
  }

  async #finish(): Promise<PlacementCounts | null> {
    const { workspace, desk, store } = this.#host;
    let counts: PlacementCounts | null = null;
    // Whoever goes on typing meanwhile loses nothing.
    for (let edited = workspace?.editedText(); edited; ) {
      counts = (await desk.newVersion(edited, 'edit', 'edit-text', (id, place) => workspace?.followPlace(id, place) ?? null)) ?? counts;
      const later = workspace?.editedText();
      edited = later && later.text !== edited.text ? later : undefined;
    }
    store?.setScreen({ draft: null });
    this.leave();
    // What fails is told by the state of saving.
    await desk.flush().catch(() => undefined);
    return counts;
  }

  /** Ends without a version. Gives back what was typed; null when that was nothing. */
  drop(): JsonObject | null {
    const { store } = this.#host;
    void this.keep();
    const draft = this.changed ? (store?.screen.draft?.document ?? null) : null;
    store?.setScreen({ draft: null });
    this.leave();
    return draft;
  }

  /** Ends, and leaves the draft for the next time. */
  leave(): void {
    this.#now = null;
    this.#host.requestUpdate();
  }

  /** Whether the text differs from the version that it began as. */
  get changed(): boolean {
    return this.#now !== null && (this.#host.store?.screen.draft ?? null) !== null;
  }
}
