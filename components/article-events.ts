import type { ArticleField } from '../src/domain/article.ts';
import type { OpenedText } from '../src/editor/open-text.ts';

/** What somebody dropped, pasted or chose, as it came. Empty when they only want to begin. */
export interface Offered {
  readonly html?: string;
  readonly text?: string;
  readonly files?: readonly File[];
}

/** An article of the list shall be opened. */
export class ArticleOpenEvent extends Event {
  static readonly type = 'article-open';
  readonly id: string;
  constructor(id: string) {
    super(ArticleOpenEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** An article of the list shall be deleted. Whoever does it offers to undo it. */
export class ArticleDeleteEvent extends Event {
  static readonly type = 'article-delete';
  readonly id: string;
  constructor(id: string) {
    super(ArticleDeleteEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

/** A new article shall be opened, perhaps from something that is already there. */
export class ArticleNewEvent extends Event {
  static readonly type = 'article-new';
  readonly offered: Offered;
  constructor(offered: Offered = {}) {
    super(ArticleNewEvent.type, { bubbles: true, composed: true });
    this.offered = offered;
  }
}

/** The sample article shall be opened. */
export class SampleOpenEvent extends Event {
  static readonly type = 'sample-open';
  constructor() {
    super(SampleOpenEvent.type, { bubbles: true, composed: true });
  }
}

/** A text was read and looked through, and shall become an article. */
export class TextOpenEvent extends Event {
  static readonly type = 'text-open';
  readonly opened: OpenedText;
  /** What the person made of the fields; they count, not those in `opened`. */
  readonly fields: { readonly [field in ArticleField]?: string };
  readonly origin: 'paste' | 'file';
  constructor(opened: OpenedText, fields: { readonly [field in ArticleField]?: string }, origin: 'paste' | 'file') {
    super(TextOpenEvent.type, { bubbles: true, composed: true });
    this.opened = opened;
    this.fields = fields;
    this.origin = origin;
  }
}

/** A file of this program or of another annotator shall be taken in. Whoever does it tells the dialog how it went. */
export class FileImportEvent extends Event {
  static readonly type = 'file-import';
  readonly text: string;
  /** Empty for what was pasted. */
  readonly fileName: string;
  /** The file as it came, undecoded; undefined for what was pasted. */
  readonly bytes: Uint8Array | undefined;
  constructor(text: string, fileName: string, bytes?: Uint8Array) {
    super(FileImportEvent.type, { bubbles: true, composed: true });
    this.text = text;
    this.fileName = fileName;
    this.bytes = bytes;
  }
}

/** The fact check shall be written in a format, and saved as a file or put on the clipboard. */
export class ExportRequestEvent extends Event {
  static readonly type = 'export-request';
  readonly format: string;
  readonly how: 'download' | 'copy';
  constructor(format: string, how: 'download' | 'copy') {
    super(ExportRequestEvent.type, { bubbles: true, composed: true });
    this.format = format;
    this.how = how;
  }
}

/** What to do about storage that failed: try it again, or bring the work out of the browser first. */
export class StorageAnswerEvent extends Event {
  static readonly type = 'storage-answer';
  readonly answer: 'export' | 'retry';
  constructor(answer: 'export' | 'retry') {
    super(StorageAnswerEvent.type, { bubbles: true, composed: true });
    this.answer = answer;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-open': ArticleOpenEvent;
    'article-delete': ArticleDeleteEvent;
    'article-new': ArticleNewEvent;
    'sample-open': SampleOpenEvent;
    'text-open': TextOpenEvent;
    'file-import': FileImportEvent;
    'export-request': ExportRequestEvent;
    'storage-answer': StorageAnswerEvent;
  }
}
