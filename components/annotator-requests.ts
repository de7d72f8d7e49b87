import { formats, type FormatId } from '../src/formats/formats.ts';
import type { ArticleDeleteEvent, ExportRequestEvent, FileImportEvent, TextOpenEvent } from './article-events.ts';
import type { DeskController } from './desk-controller.ts';
import type { Notice } from './notice-area.ts';
import type { Store } from '../src/store/store.ts';
import type { PlacementCounts } from '../src/store/relocation.ts';
import type { OpenArticleDialog } from './open-article-dialog.ts';
import { fileNameFor, saveFile } from './save-file.ts';
import { countsInWords } from './text-versions.ts';
import type { TransferDialog } from './transfer-dialog.ts';

/** What the dialogs' requests need of the root element. */
export interface RequestTarget {
  readonly desk: DeskController;
  /** Rating scale of new articles; empty for the default. */
  readonly scale: string;
  readonly articleTitle: string;
  showArticle(id: string): void;
  focus(): void;
  notify(notice: Notice): void;
  importFrom(text: string, format?: FormatId): Promise<readonly string[]>;
  exportAs(format: FormatId): Promise<string>;
  readonly store: Store | null;
  readonly editing: boolean;
  finishEditing(): Promise<void>;
  /** Takes a step back, if it is still the last one. */
  undoStep(id: string | undefined): void;
  /** Does one of the commands of the keys and menus. */
  command(name: string): void;
}

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Makes an article of a text that was pasted or chosen, and shows it. */
export async function openAsArticle(target: RequestTarget, event: TextOpenEvent, dialog: OpenArticleDialog): Promise<void> {
  const scale = event.fields.scale || target.scale;
  try {
    const id = await target.desk.create(event.opened, { ...event.fields, ...(scale && { scale }) }, event.origin);
    dialog.close();
    target.showArticle(id);
    target.focus();
  } catch (error) {
    target.notify({ text: messageOf(error), kind: 'error' });
  }
}

/** Makes a text that was pasted or chosen the next one of the open article, and says what became of the marks. */
export async function replaceText(target: RequestTarget, event: TextOpenEvent, dialog: OpenArticleDialog): Promise<void> {
  dialog.close();
  try {
    if (target.editing) await target.finishEditing();
    tellPlaced(target, 'New text', await target.desk.newVersion(event.opened, event.origin));
    target.focus();
  } catch (error) {
    target.notify({ text: messageOf(error), kind: 'error' });
  }
}

/** Goes back to a version that is kept, and says what became of the marks. */
export async function restoreVersion(target: RequestTarget, id: string): Promise<void> {
  if (target.editing) await target.finishEditing();
  tellPlaced(target, 'The text is that of another version now', await target.desk.restoreVersion(id));
  target.focus();
}

/** Says what became of the marks when the text changed. */
export function tellPlaced(target: RequestTarget, what: string, counts: PlacementCounts | null): void {
  if (!counts) {
    target.notify({ text: 'This is the text that is here already.', kind: 'info' });
    return;
  }
  const marks = countsInWords(counts);
  const step = target.store?.undoStep?.id;
  const actions = [
    ...(counts.undecided > 0 ? [{ label: 'Decide', run: () => target.command('next-to-decide') }] : []),
    { label: 'Compare', run: () => target.command('versions') },
    { label: 'Undo', run: () => target.undoStep(step) },
  ];
  target.notify({ text: `${what}.${marks ? ` Marks: ${marks}.` : ''}`, kind: 'info', actions });
}

/** Takes in a file and tells the dialog how it went. What cannot be read changes nothing. */
export async function importFile(target: RequestTarget, event: FileImportEvent, dialog: OpenArticleDialog | TransferDialog): Promise<void> {
  try {
    const report = await target.importFrom(event.text);
    if ('report' in dialog) {
      dialog.report = report;
    } else {
      dialog.close();
      target.focus();
      target.notify({ text: `Imported ${event.fileName || 'the file'}: ${report.join(' ')}`, kind: 'success' });
    }
  } catch (error) {
    dialog.problem = messageOf(error);
  }
}

/** Writes the fact check in a format, to a file or to the clipboard. */
export async function exportFile(target: RequestTarget, event: ExportRequestEvent, dialog: TransferDialog): Promise<void> {
  const format = formats.find(({ id }) => id === event.format);
  if (!format) throw new RangeError(`No format "${event.format}"`);
  try {
    const text = await target.exportAs(format.id);
    if (event.how === 'copy') await navigator.clipboard.writeText(text);
    else saveFile(text, fileNameFor(target.articleTitle, format.extension), format.mediaType);
    dialog.close();
    target.notify({ text: `${format.name} ${event.how === 'copy' ? 'is on the clipboard' : 'was saved as a file'}.`, kind: 'success' });
  } catch (error) {
    target.notify({ text: `The export did not work: ${messageOf(error)}`, kind: 'error' });
  }
}

/** Takes an article off the list and offers to put it back. */
export async function deleteArticle(target: RequestTarget, event: ArticleDeleteEvent): Promise<void> {
  const { id } = event;
  const title = target.desk.titleOf(id);
  const putBack = (): void => void target.desk.setRemoved(id, false).catch((error: unknown) => target.notify({ text: messageOf(error), kind: 'error' }));
  try {
    await target.desk.setRemoved(id, true);
    target.notify({ text: `Deleted ${title ? `“${title}”` : 'the article'}.`, kind: 'info', actions: [{ label: 'Undo', run: putBack }] });
  } catch (error) {
    target.notify({ text: messageOf(error), kind: 'error' });
  }
}
