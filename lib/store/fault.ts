/** What can go wrong between us and the browser's database, as data; one sentence each for the log. */
import { isNewer } from './schema';

export type StoreFault =
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** Another context holds an older version open and does not let go. */
  | { readonly kind: 'blocked' }
  /** The database was written by a newer Dalel: it is only read. */
  | { readonly kind: 'newer-database' }
  /** It opens, but what it must hold is not in it or cannot be read. */
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The bundled pack cannot be read or does not keep its schema. */
  | { readonly kind: 'damaged-pack'; readonly reason: string };

export function describeFault(fault: StoreFault): string {
  switch (fault.kind) {
    case 'timeout':
      return `The browser's database did not open within ${fault.afterMs / 1000} seconds`;
    case 'blocked':
      return 'Another window of Dalel keeps an older database open: close its pages and try again';
    case 'newer-database':
      return 'The database was written by a newer version of Dalel and is only read';
    case 'damaged':
      return `The database is damaged: ${fault.reason}`;
    case 'full':
      return 'The browser has no room left for the database';
    case 'refused':
      return `The browser refused the database: ${fault.reason}`;
    case 'damaged-pack':
      return `The bundled claims cannot be read: ${fault.reason}`;
  }
}

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(fault: StoreFault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

/** A store that is not there, rows or files behind them that cannot be read. */
const DAMAGE: ReadonlySet<string> = new Set(['NotFoundError', 'NotReadableError']);

/** Turns what IndexedDB throws into a fault; an error that is not the database's is handed back as it is. */
export function toStoreError(reason: unknown): unknown {
  if (!(reason instanceof DOMException)) return reason;
  if (reason.name === 'VersionError') return new StoreError({ kind: 'newer-database' });
  if (reason.name === 'QuotaExceededError') return new StoreError({ kind: 'full' });
  if (DAMAGE.has(reason.name)) return new StoreError({ kind: 'damaged', reason: `${reason.name}: ${reason.message}` });
  return new StoreError({ kind: 'refused', reason: `${reason.name}: ${reason.message}` });
}

/** Runs one piece of work on the database; what the database throws comes out as a StoreError. */
export async function guardStore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    throw toStoreError(reason);
  }
}

interface Abortable {
  readonly done: Promise<void>;
  readonly db: { readonly version: number };
  abort(): void;
}

/**
 * One transaction, whole or not at all: whatever its work throws aborts it, and it resolves when all is written.
 * Every write of the store goes through here, so that a newer Dalel's database is never written to.
 * `work` gives the promises of its writes, so that none of them is left to fail unheard.
 */
export async function inTransaction<T extends Abortable>(
  transaction: T,
  work: (transaction: T) => Promise<unknown>,
): Promise<void> {
  await guardStore(async () => {
    // Awaited below; until then a rejection must not count as unheard.
    const done = transaction.done.then(
      () => null,
      (reason: unknown) => ({ reason }),
    );
    try {
      if (isNewer(transaction.db)) throw new StoreError({ kind: 'newer-database' });
      await work(transaction);
    } catch (reason) {
      abortIfRunning(transaction);
      await done;
      throw reason;
    }
    const failed = await done;
    if (failed !== null) throw failed.reason;
  });
}

function abortIfRunning(transaction: Abortable): void {
  try {
    transaction.abort();
  } catch (reason) {
    // A write that failed has aborted it already.
    if (!(reason instanceof DOMException && reason.name === 'InvalidStateError')) throw reason;
  }
}
