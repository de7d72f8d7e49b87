import type { Adjustment } from '../src/editor/anchor-handles.ts';
import type { Interval } from '../src/editor/interval-index.ts';
import type { SelectionOrigin } from '../src/editor/settled-selection.ts';

/** A person finished selecting words of the article, or took the selection away. */
export class ArticleSelectionEvent extends Event {
  static readonly type = 'article-selection';
  /** UTF-16 offsets in the article's text, snapped to words; null when nothing is selected now. */
  readonly range: Interval | null;
  readonly origin: SelectionOrigin;
  constructor(range: Interval | null, origin: SelectionOrigin) {
    super(ArticleSelectionEvent.type, { bubbles: true, composed: true });
    this.range = range;
    this.origin = origin;
  }
}

/** A person clicked on the article's text. */
export class ArticleActivateEvent extends Event {
  static readonly type = 'article-activate';
  /** Annotations at that place, the shortest first; none when the text there is bare. A second click gives the same: cycle. */
  readonly ids: readonly string[];
  constructor(ids: readonly string[]) {
    super(ArticleActivateEvent.type, { bubbles: true, composed: true });
    this.ids = ids;
  }
}

/** Another part of the article is in view, because of scrolling or another size. At most once a frame. */
export class ArticleViewChangeEvent extends Event {
  static readonly type = 'article-view-change';
  /** UTF-16 offsets in the article's text; exact to about a line. */
  readonly firstOffset: number;
  readonly lastOffset: number;
  constructor(firstOffset: number, lastOffset: number) {
    super(ArticleViewChangeEvent.type, { bubbles: true, composed: true });
    this.firstOffset = firstOffset;
    this.lastOffset = lastOffset;
  }
}

/** A person dragged an end of a piece of the active annotation. Nothing has changed yet: that is up to the owner of the ranges. */
export class AnchorAdjustEvent extends Event {
  static readonly type = 'anchor-adjust';
  readonly id: string;
  /** Which piece of the annotation, counted in the order of `ranges`, from 0. */
  readonly piece: number;
  /** Where the piece is, and where it shall be; UTF-16 offsets in the article's text. */
  readonly before: Interval;
  readonly start: number;
  readonly end: number;
  constructor({ id, piece, before, start, end }: Adjustment) {
    super(AnchorAdjustEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.piece = piece;
    this.before = before;
    this.start = start;
    this.end = end;
  }
}

/** A person has changed the text, and rests. What it has become, `ClaimArticle.edited` says. */
export class ArticleEditEvent extends Event {
  static readonly type = 'article-edit';
  constructor() {
    super(ArticleEditEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-edit': ArticleEditEvent;
    'article-selection': ArticleSelectionEvent;
    'article-activate': ArticleActivateEvent;
    'article-view-change': ArticleViewChangeEvent;
    'anchor-adjust': AnchorAdjustEvent;
  }
}
