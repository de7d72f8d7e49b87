import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TextRange } from '../src/domain/anchor.ts';
import type { JsonObject } from '../src/domain/json.ts';
import type { AnnotationRange } from '../src/editor/annotation-plugin.ts';
import { ArticleView } from '../src/editor/article-view.ts';
import type { EditCommand } from '../src/editor/editing.ts';
import type { Interval } from '../src/editor/interval-index.ts';
import { AnchorAdjustEvent, ArticleActivateEvent, ArticleEditEvent, ArticleSelectionEvent, ArticleViewChangeEvent } from './claim-article-events.ts';
import { claimArticleStyles } from './claim-article-styles.ts';

export { AnchorAdjustEvent, ArticleActivateEvent, ArticleSelectionEvent, ArticleViewChangeEvent } from './claim-article-events.ts';

/**
 * The text of an article with its marks: to be read, selected in and clicked on, and changed only while `editing`. All places are UTF-16 offsets in
 * the article's plain text. Draws what it is given and tells what a person does; it knows no store.
 *
 * @fires article-selection - When a person finished selecting: by pointer, keyboard or touch.
 * @fires article-activate - When a person clicked on the text, with the ids of the annotations there.
 * @fires article-view-change - When another part of the text is in view.
 * @fires article-edit - When a person has changed the text, while `editing`.
 * @fires anchor-adjust - When a person dragged an end of the active annotation.
 * @csspart handle - A handle at an end of the active annotation; also `handle-start` and `handle-end`.
 * @cssprop --claim-font-text - Font of the text; a serif by default.
 */
@customElement('claim-article')
export class ClaimArticle extends LitElement {
  static override readonly styles = claimArticleStyles;

  /** ProseMirror JSON in the schema of `src/editor/schema.ts`. */
  @property({ attribute: false }) document: JsonObject | null = null;

  /** Every piece of every annotation to draw. Replace the list to change it. */
  @property({ attribute: false }) ranges: readonly AnnotationRange[] = [];

  /** Id of the annotation that is drawn as active and has handles. */
  @property({ attribute: false }) active: string | null = null;

  /** Language of the text, BCP 47. */
  @property({ reflect: true }) override lang = '';

  /** Accessible name of the text. */
  @property() label = 'Article';

  /** Whether pictures may be loaded from elsewhere. Without it, only those inside the document are shown. */
  @property({ type: Boolean, attribute: 'load-images' }) loadImages = false;

  /** Whether the text may be changed. Until it ends, `ranges` and `follow` speak of the text as it was when it began. */
  @property({ type: Boolean, reflect: true }) editing = false;

  /** What the text had become when editing was broken off: it goes on from there. ProseMirror JSON; null for none. */
  @property({ attribute: false }) draft: JsonObject | null = null;

  @state() private failure = '';

  readonly #article = new ArticleView(this, {
    selected: (range, origin) => this.dispatchEvent(new ArticleSelectionEvent(range, origin)),
    activated: ids => this.dispatchEvent(new ArticleActivateEvent(ids)),
    viewed: ({ start, end }) => this.dispatchEvent(new ArticleViewChangeEvent(start, end)),
    adjusted: adjustment => this.dispatchEvent(new AnchorAdjustEvent(adjustment)),
    edited: () => this.dispatchEvent(new ArticleEditEvent()),
    rebuilt: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.addController(this.#article);
  }

  /** The selection in the text, snapped to words; null when nothing is selected. */
  selectionRange(): Interval | null {
    return this.#article.selectionRange();
  }

  /** Selects a stretch of the text without an event; with `start` equal to `end` it puts the caret there. */
  select(start: number, end: number): void {
    this.#article.select(start, end);
  }

  /** Leaves nothing selected, without an event. The caret stays where the selection ended. */
  clearSelection(): void {
    this.#article.clearSelection();
  }

  /** Where the caret is: the end of the selection that moves. UTF-16 offset in the article's text. */
  caretOffset(): number {
    return this.#article.caretOffset();
  }

  /** Ids of the annotations at the caret, the shortest first. */
  annotationsAtCursor(): string[] {
    return this.#article.annotationsAtCursor();
  }

  /** The rectangle around what is selected, in client coordinates; null when nothing is. */
  selectionRect(): DOMRect | null {
    const range = this.selectionRange();
    return range && this.rectOf(range.start, range.end);
  }

  /** The rectangle around a stretch of text, in client coordinates; null when it is not drawn. */
  rectOf(start: number, end: number): DOMRect | null {
    return this.#article.boundsOf(start, end);
  }

  /** How far below the element's top the line with this offset is, in pixels; null when it is not drawn. */
  topOf(offset: number): number | null {
    return this.#article.topsOf([offset])[0] ?? null;
  }

  /**
   * `topOf` for many offsets at once; 0 for what is not drawn. Exact for text in and near the view, estimated for text far from it,
   * whose layout the browser has not made yet.
   */
  topsOf(offsets: readonly number[]): number[] {
    return this.#article.topsOf(offsets).map(top => top ?? 0);
  }

  /** The lines that a stretch of text is on, from the element's top in pixels; none when it is not drawn. */
  linesOf(start: number, end: number): { top: number; bottom: number }[] {
    return this.#article.linesOf(start, end);
  }

  /** Scrolls whatever scrolls the article so that this offset is in the upper part of the view. */
  scrollToOffset(offset: number, { smooth = false }: { smooth?: boolean } = {}): void {
    this.#article.scrollToOffset(offset, smooth);
  }

  /** Offset of the first character in view. */
  offsetAtViewTop(): number {
    return this.#article.offsetAtViewTop();
  }

  /** The text as it is by now, with what was typed. */
  edited(): { document: JsonObject; text: string } {
    return this.#article.edited();
  }

  /** Where a place of the text that editing began with is by now, or that its words were deleted; null while nobody edits, and for a place that is not drawn. */
  follow(id: string, place: TextRange): TextRange | 'deleted' | null {
    return this.#article.follow(id, place);
  }

  /** Changes the text as a button asks for. False when that cannot be done here, or while nobody edits. */
  edit(command: EditCommand): boolean {
    return this.#article.edit(command);
  }

  /** Gives the text the keyboard. */
  override focus(): void {
    this.#article.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { document, ranges, active, lang: language, label, loadImages, editing, draft } = this;
    try {
      this.#article.show({ document, ranges, active, language, label, loadImages, editing, draft });
      if (changed.has('document')) this.failure = '';
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.failure = 'The text of this article is damaged and cannot be shown. Your marks and notes are still there: export them, then open the article again.';
      console.error(error);
    }
  }

  protected override render(): TemplateResult {
    return html`${this.failure === '' ? nothing : html`<p class="failure" role="alert">${this.failure}</p>`}
      <div class="page">${this.#article.dom ?? nothing}${this.#article.handles}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-article': ClaimArticle;
  }
}
