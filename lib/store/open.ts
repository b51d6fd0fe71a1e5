/**
 * Opens the database, or says within three seconds why not. A connection gives way at once to a newer version of
 * Dalel, and `onGone` tells its owner to open a new one when it is next needed. A newer Dalel's database is opened as
 * it is, to be read only (`isNewer`).
 */
import { deleteDB, openDB } from 'idb';
import { StoreError, toStoreError } from './fault';
import { DATABASE_NAME, DATABASE_VERSION, isNewer, migrate, STORES, type DalelSchema, type Database } from './schema';

const OPEN_TIMEOUT_MS = 3000;

export interface OpenOptions {
  readonly name?: string;
  readonly timeoutMs?: number;
  /** The connection was closed under us: by a newer version, or by the browser. */
  readonly onGone?: () => void;
}

export async function openStore(options: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE_NAME, timeoutMs = OPEN_TIMEOUT_MS, onGone = () => undefined } = options;
  return await new Promise<Database>((resolve, reject) => {
    let isSettled = false;
    const fail = (error: unknown): void => {
      isSettled = true;
      clearTimeout(timer);
      reject(error instanceof Error ? error : new StoreError({ kind: 'refused', reason: String(error) }));
    };
    const timer = setTimeout(() => fail(new StoreError({ kind: 'timeout', afterMs: timeoutMs })), timeoutMs);
    // Async, since a browser without storage throws at once.
    const open = async (version?: number) =>
      await openDB<DalelSchema>(name, version, {
        upgrade: (database, from, _to, upgrade) => migrate(database, from, upgrade),
        blocked: () => fail(new StoreError({ kind: 'blocked' })),
        blocking: (_current, _wanted, event) => {
          // The event's target is the connection itself, which idb does not hand over here.
          (event.target as IDBDatabase | null)?.close();
          onGone();
        },
        terminated: onGone,
      });
    const opening = open(DATABASE_VERSION).catch((reason: unknown) => {
      if (reason instanceof DOMException && reason.name === 'VersionError') return open();
      throw reason;
    });
    opening.then(
      (database) => {
        clearTimeout(timer);
        const missing = isNewer(database) ? [] : STORES.filter((store) => !database.objectStoreNames.contains(store));
        // Nobody waits any more, or for this: an open connection would only block the next one.
        if (isSettled || missing.length > 0) database.close();
        if (isSettled) return;
        if (missing.length === 0) resolve(database);
        else fail(new StoreError({ kind: 'damaged', reason: `it has no ${missing.join(', ')}` }));
      },
      (reason: unknown) => {
        if (!isSettled) fail(toStoreError(reason));
      },
    );
  });
}

/** Removes the database whole, for one that cannot be used any more. */
export async function removeStore(name: string = DATABASE_NAME, timeoutMs: number = OPEN_TIMEOUT_MS): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreError({ kind: 'timeout', afterMs: timeoutMs })), timeoutMs);
    deleteDB(name, { blocked: () => reject(new StoreError({ kind: 'blocked' })) })
      .then(resolve, (reason: unknown) => reject(toStoreError(reason) as Error))
      .finally(() => clearTimeout(timer));
  });
}
