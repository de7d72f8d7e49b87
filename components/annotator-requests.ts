import { formats, type FormatId } from '../src/formats/formats.ts';
import type { ArticleDeleteEvent, ExportRequestEvent, FileImportEvent, TextOpenEvent } from './article-events.ts';
import type { DeskController } from './desk-controller.ts';
import type { Notice } from './notice-area.ts';
import type { OpenArticleDialog } from './open-article-dialog.ts';
import { fileNameFor, saveFile } from './save-file.ts';
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
    target.notify({ text: `Deleted ${title ? `“${title}”` : 'the article'}.`, kind: 'info', action: { label: 'Undo', run: putBack } });
  } catch (error) {
    target.notify({ text: messageOf(error), kind: 'error' });
  }
}
