/**
 * Databases of past versions as they lay on a reader's disk, from `tests/unit/store/frozen/v<version>.json`: every store
 * with its key, its indexes and a row or more, and beside them the items of storage.local of that time. A frozen file
 * never changes again. A new migration brings a new file: the one before it, with what the migration makes of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB, type IDBPDatabase } from 'idb';
import { DATABASE_NAME } from '../../lib/store/schema';

type KeyPath = string | readonly string[];

interface FrozenStore {
  readonly key: KeyPath;
  readonly indexes: Readonly<Record<string, KeyPath>>;
  readonly rows: readonly unknown[];
}

export interface Frozen {
  readonly version: number;
  readonly stores: Readonly<Record<string, FrozenStore>>;
  readonly local: Readonly<Record<string, unknown>>;
}

const FOLDER = join(import.meta.dirname, '../unit/store/frozen');

export function readFrozen(version: number): Frozen {
  return JSON.parse(readFileSync(join(FOLDER, `v${version}.json`), 'utf8')) as Frozen; // Written once, by hand.
}

/** The versions that are frozen, the oldest first. */
export const frozenVersions = (): readonly number[] =>
  readdirSync(FOLDER)
    .map((name) => Number(/^v(\d+)\.json$/u.exec(name)?.[1]))
    .toSorted((a, b) => a - b);

const asKeyPath = (path: KeyPath): string | string[] => (typeof path === 'string' ? path : [...path]);

/** Lays the database down as it was then, without any of today's code. */
export async function layDown({ version, stores }: Frozen): Promise<void> {
  const database = await openDB(DATABASE_NAME, version, {
    upgrade(made) {
      for (const [name, { key, indexes }] of Object.entries(stores)) {
        const store = made.createObjectStore(name, { keyPath: asKeyPath(key) });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, asKeyPath(path));
      }
    },
  });
  for (const [name, { rows }] of Object.entries(stores)) for (const row of rows) await database.put(name, row);
  database.close();
}

/** What stands in a database now, in the form of a frozen one. */
export async function takeStock(database: IDBPDatabase): Promise<Frozen['stores']> {
  const names = [...database.objectStoreNames];
  const stores = await Promise.all(
    names.map(async (name) => {
      const { store } = database.transaction(name);
      const indexes = Object.fromEntries([...store.indexNames].map((index) => [index, store.index(index).keyPath]));
      return [name, { key: store.keyPath ?? '', indexes, rows: await store.getAll() }] as const;
    }),
  );
  return Object.fromEntries(stores);
}
