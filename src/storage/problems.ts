import { StorageError, type StorageProblem } from './storage.ts';

/** What each problem is called for the user: what happened, and what to do. */
const messages: { readonly [problem in StorageProblem]: string } = {
  full: 'There is no space left to save in. Your work is safe in this tab: free some disk space or export it to a file, then try again.',
  unavailable: 'This browser gives the page nowhere to save, as in a private window. Work on, but export to a file before you close the tab.',
  'newer-version': 'What is saved here was written by a newer version of this page. Reload the page to get that version.',
  outdated: 'A newer version of this page was opened in another tab and took over the saved work. Reload this tab; export first if it says that something is not saved.',
  blocked: 'Another tab with an older version of this page is in the way. Close the other tabs of this page, then reload.',
  purged: 'This article is no longer kept: it was deleted in another tab, or with the browser’s site data. Export it to a file if you still need it.',
  damaged: 'What is kept of this article can no longer be read. It was left as it is; import it from a file if you exported one.',
  failed: 'Saving did not work. Your work is safe in this tab: try again, or export it to a file.',
};

/** The error for a problem; `cause` is what the browser said. */
export function storageError(problem: StorageProblem, cause?: unknown): StorageError {
  return new StorageError(problem, messages[problem], cause === undefined ? undefined : { cause });
}

/** What a database error means to the user. A `StorageError` is handed back as it is. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  switch (error instanceof Error ? error.name : '') {
    case 'QuotaExceededError':
      return storageError('full', error);
    case 'VersionError':
      return storageError('newer-version', error);
    case 'SecurityError':
    case 'InvalidStateError':
    case 'InvalidAccessError':
    case 'NotAllowedError':
    case 'ReferenceError':
      return storageError('unavailable', error);
    default:
      return storageError('failed', error);
  }
}

/** True for the error of a request that failed only because its transaction did. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
