import type { StoreNames } from 'idb';
import { isAbort } from './problems.ts';
import { storeNames, type Database, type ReadTransaction, type Schema, type WriteTransaction } from './schema.ts';

/** Takes a request that nobody waits for, so that many can be under way at once. */
export type Queue = (request: Promise<unknown>) => void;

/** Reads in one transaction. `work` must await nothing but requests of it, or it ends too soon. */
export async function read<T>(db: Database, work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
  const tx = db.transaction(storeNames, 'readonly') as unknown as ReadTransaction; // idb types each mode apart
  // It may fail without a request that tells.
  const done = tx.done;
  done.catch(() => undefined);
  const result = await work(tx);
  await done;
  return result;
}

/**
 * Writes in one transaction: all of it or nothing. Resolves when it is on the disk, not only handed to the system.
 * `work` must await nothing but requests of it.
 */
export async function write<T>(
  db: Database,
  work: (tx: WriteTransaction, queue: Queue) => Promise<T>,
  stores: StoreNames<Schema>[] = storeNames,
): Promise<T> {
  const tx: WriteTransaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const done = tx.done;
  done.catch(() => undefined);
  const failures: unknown[] = [];
  try {
    const result = await work(tx, request => void request.catch((error: unknown) => failures.push(error)));
    await done;
    return result;
  } catch (error) {
    abort(tx);
    // When one request fails, so do all others and the transaction, with an AbortError: look for what came first.
    throw [...failures, error, tx.error].find(reason => reason && !isAbort(reason)) ?? error;
  }
}

function abort(tx: WriteTransaction): void {
  try {
    tx.abort();
  } catch {
    // It has ended already; that is why we are here.
  }
}
