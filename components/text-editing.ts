import { sameJson, type JsonObject } from '../src/domain/json.ts';
import type { ArticleVersion } from '../src/domain/article-version.ts';
import { versionOf } from '../src/store/queries.ts';
import { parseDocument } from '../src/editor/document.ts';
import { textOf } from '../src/editor/text-projection.ts';
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

/** Whether a draft is a document; the storage may have been damaged. */
function isReadable(document: JsonObject): boolean {
  try {
    parseDocument(document);
    return true;
  } catch {
    return false;
  }
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
    if (draft && !isReadable(draft.document)) {
      // A damaged draft must not keep anybody from the text.
      store.setScreen({ draft: null });
      return this.begin();
    }
    this.#now = { version: (draft && store.desk.versions.get(draft.version)) ?? version, draft: draft?.document ?? null };
    this.#host.requestUpdate();
    return true;
  }

  /** What was typed so far as a draft; null while it says what the version says that it began as. */
  #draft(): Draft | null {
    const now = this.#now;
    const document = now && (this.#host.workspace?.editedText()?.document ?? now.draft);
    return now && document && !sameJson(document, now.version.document) ? { version: now.version.id, document } : null;
  }

  /** Whether all that was typed is kept, as a draft. */
  get kept(): boolean {
    return this.#kept !== null && this.#kept === this.#host.store?.screen.draft;
  }

  /** Keeps what was typed so far. What fails is told by the state of saving, and tried again by whatever saves next. */
  async keep(): Promise<void> {
    const { store, desk } = this.#host;
    if (!this.#now || !store) return;
    const draft = this.#draft();
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
    const now = this.#now;
    if (!now) return null;
    // Places of another text than editing began with say nothing of where it went.
    const isBase = store !== null && versionOf(store.desk)?.id === now.version.id;
    const follow: Follow = (id, place) => (isBase ? (workspace?.followPlace(id, place) ?? null) : null);
    const first = workspace?.editedText() ?? (now.draft && { document: now.draft, text: textOf(parseDocument(now.draft)) });
    // Whoever goes on typing meanwhile loses nothing.
    for (let edited = first; edited; ) {
      counts = (await desk.newVersion(edited, 'edit', 'edit-text', follow)) ?? counts;
      const later = workspace?.editedText();
      edited = later && later.text !== edited.text ? later : null;
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
    const draft = this.#draft();
    store?.setScreen({ draft: null });
    this.leave();
    return draft?.document ?? null;
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
