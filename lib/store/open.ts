/**
 * Opens the database, or says within three seconds why not. A connection gives way at once to a newer version of
 * Dalel, and `onGone` tells its owner to open a new one when it is next needed.
 */
import { openDB } from 'idb';
import { StoreError, toStoreError } from './fault';
import { DATABASE_NAME, DATABASE_VERSION, migrate, type DalelSchema, type Database } from './schema';

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
    const opening = (async () =>
      await openDB<DalelSchema>(name, DATABASE_VERSION, {
        upgrade: (database, from) => migrate(database, from),
        blocked: () => fail(new StoreError({ kind: 'blocked' })),
        blocking: (_current, _wanted, event) => {
          // The event's target is the connection itself, which idb does not hand over here.
          (event.target as IDBDatabase | null)?.close();
          onGone();
        },
        terminated: onGone,
      }))();
    opening.then(
      (database) => {
        clearTimeout(timer);
        // Nobody waits any more: an open connection would only block the next one.
        if (isSettled) database.close();
        else resolve(database);
      },
      (reason: unknown) => {
        if (!isSettled) fail(toStoreError(reason));
      },
    );
  });
}
