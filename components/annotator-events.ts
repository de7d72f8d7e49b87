import type { Step } from '../src/domain/operation.ts';
import type { SaveStatus } from '../src/storage/autosave.ts';

/** An article was opened; with an empty id the list of articles is shown. */
export class ArticleLoadEvent extends Event {
  static readonly type = 'article-load';
  readonly articleId: string;
  constructor(articleId: string) {
    super(ArticleLoadEvent.type, { bubbles: true, composed: true });
    this.articleId = articleId;
  }
}

/** The article or its annotations changed. */
export class AnnotationChangeEvent extends Event {
  static readonly type = 'annotation-change';
  /** What was done here; null when the change came from another tab. */
  readonly step: Step | null;
  constructor(step: Step | null) {
    super(AnnotationChangeEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

/** Another annotation became the active one. */
export class AnnotationSelectEvent extends Event {
  static readonly type = 'annotation-select';
  /** Null when none is active any longer. */
  readonly annotationId: string | null;
  constructor(annotationId: string | null) {
    super(AnnotationSelectEvent.type, { bubbles: true, composed: true });
    this.annotationId = annotationId;
  }
}

/** Saving began, ended or failed. */
export class SaveStateChangeEvent extends Event {
  static readonly type = 'save-state-change';
  readonly status: SaveStatus;
  constructor(status: SaveStatus) {
    super(SaveStateChangeEvent.type, { bubbles: true, composed: true });
    this.status = status;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-load': ArticleLoadEvent;
    'annotation-change': AnnotationChangeEvent;
    'annotation-select': AnnotationSelectEvent;
    'save-state-change': SaveStateChangeEvent;
  }
}
