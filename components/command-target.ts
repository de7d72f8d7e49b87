import type { Annotation } from '../src/domain/annotation.ts';
import type { Coverage } from '../src/store/coverage.ts';
import type { Store } from '../src/store/store.ts';
import type { ArticleWorkspace } from './article-workspace.ts';
import type { Notice } from './notice-area.ts';

/** The dialogs of an open article. */
export type DialogName = 'details' | 'export' | 'import' | 'help' | 'new-text' | 'versions' | 'sources' | 'checks' | 'scales' | 'quotes' | 'history' | 'annotation-history';

/** What a command may ask of the root element. */
export interface CommandTarget {
  /** Resolves when what was changed is on the screen. */
  readonly updateComplete: Promise<boolean>;
  readonly store: Store | null;
  readonly workspace: ArticleWorkspace | null;
  /** The cards as they are shown: filtered and in order. */
  readonly shown: readonly Annotation[];
  readonly locked: boolean;
  /** How far each sentence of the current text is. */
  readonly coverage: () => Coverage;
  /** Whether the text is being edited. */
  readonly editing: boolean;
  readonly tickedIds: ReadonlySet<string>;
  setTicked(ids: ReadonlySet<string>): void;
  activate(id: string | null, reveal: boolean): void;
  notify(notice: Notice): void;
  /** Takes a step back that a notice speaks of, if it is still the last one. */
  undoStep(id: string | undefined): void;
  undo(): boolean;
  redo(): boolean;
  startClean(): void;
  editText(): Promise<void>;
  finishEditing(): Promise<void>;
  cancelEditing(): void;
  showDialog(name: DialogName): void;
  goHome(): Promise<void>;
  focusSearch(): void;
}
