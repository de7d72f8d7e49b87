import { openDB } from 'idb';
import { storageError, toStorageError } from './problems.ts';
import { schemaVersion, upgrade, type Database, type Schema } from './schema.ts';
import type { StorageError } from './storage.ts';

/** What happens to an open connection. */
export interface ConnectionEvents {
  /** The connection was closed to make way for another tab, and cannot be opened again by this program. */
  readonly onTakenOver: (error: StorageError) => void;
  /** The browser closed the connection; it may be opened again. */
  readonly onTerminated: () => void;
}

/** How long another tab may take to make way before the user is told; an honest tab needs one transaction. */
const patience = 3000;

/**
 * Opens the database and brings it up to date.
 *
 * - `blocked`: an older tab does not make way: rejects after `patience`, and closes the connection should it come later
 * - `blocking`: a newer tab, or somebody who deletes the database, waits for this one: closes and tells
 * - `terminated`: tells
 *
 * Rejects with a `StorageError`.
 */
export async function openDatabase(name: string, { onTakenOver, onTerminated }: ConnectionEvents): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gaveUp = false;
  try {
    return await new Promise<Database>((resolve, reject) => {
      const opening = openDB<Schema>(name, schemaVersion, {
        upgrade: (db, from, _to, tx) => upgrade(db, from, tx),
        blocked: () => {
          timer = setTimeout(() => {
            gaveUp = true;
            reject(storageError('blocked'));
          }, patience);
        },
        blocking: (_version, newer, event) => {
          (event.target as IDBDatabase).close(); // `versionchange` is only ever sent to a connection
          onTakenOver(storageError(newer === null ? 'unavailable' : 'outdated'));
        },
        terminated: onTerminated,
      });
      opening.then(db => (gaveUp ? db.close() : resolve(db)), reject);
    });
  } catch (error) {
    const known = toStorageError(error);
    throw known.problem === 'failed' ? storageError('unavailable', error) : known;
  } finally {
    clearTimeout(timer);
  }
}
