/**
 * The database: whole packs as they were checked, their claims one by one, their indexes, what of them is subscribed to,
 * and the reader's reports.
 * Migrations are append-only, one function a version, and import nothing: what is released here never changes again.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Claim, Pack } from '../engine/pack/schema';
import type { Subscription } from '../packs/subscription';
import type { Report } from '../reports/report';

export const DATABASE_NAME = 'dalel';

/** A pack's index: the bytes that `buildIndex` made, as base64, and the number of their format. A cache beside the pack. */
export interface StoredIndex {
  readonly pack: string;
  readonly format: number;
  readonly base64: string;
  /** The version of Dalel that brought it; absent of one that was built here. */
  readonly shippedWith?: string;
}

export interface StoredPack {
  readonly id: string;
  readonly revision: number;
  /** True for the one pack that came with the extension. */
  readonly isBundled: boolean;
  readonly pack: Pack;
}

/** A pack that a person loaded, with the revision before it. */
export interface LoadedPack {
  readonly id: string;
  readonly pack: Pack;
  /** Of the pack under the names that it has beside the others. */
  readonly index: StoredIndex;
  /** The file or address that it came from. */
  readonly from: string;
  /** ISO time. */
  readonly loadedAt: string;
  readonly isOn: boolean;
  /** The reader's order, from 0. */
  readonly order: number;
  readonly previous: Pick<LoadedPack, 'pack' | 'index' | 'loadedAt'> | null;
}

export interface StoredClaim {
  readonly id: string;
  readonly pack: string;
  readonly claim: Claim;
}

/**
 * What cards of a pack's claims are made with, beside the claims: so that none of the others has to be read for one.
 * Made of the pack when it is stored.
 */
export interface StoredOutline {
  readonly id: string;
  readonly pack: Omit<Pack, 'languages' | 'concepts' | 'claims'>;
  /** How many statements rest on each source, by its id. */
  readonly statementCounts: Readonly<Record<string, number>>;
}

export interface DalelSchema extends DBSchema {
  packs: { key: string; value: StoredPack };
  claims: { key: [pack: string, id: string]; value: StoredClaim; indexes: { 'by-id': string; 'by-pack': string } };
  reports: { key: string; value: Report; indexes: { 'by-created': string } };
  indexes: { key: string; value: StoredIndex };
  loaded: { key: string; value: LoadedPack };
  subscriptions: { key: string; value: Subscription };
  outlines: { key: string; value: StoredOutline };
}

export type Database = IDBPDatabase<DalelSchema>;

type Upgrade = IDBPTransaction<DalelSchema, StoreNames<DalelSchema>[], 'versionchange'>;

/** `upgrade` reaches the rows that are there; whatever it throws leaves the older version whole. */
type Migration = (database: Database, upgrade: Upgrade) => void;

const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('packs', { keyPath: 'id' });
    const claims = database.createObjectStore('claims', { keyPath: ['pack', 'id'] });
    claims.createIndex('by-id', 'id');
    claims.createIndex('by-pack', 'pack');
    const reports = database.createObjectStore('reports', { keyPath: 'id' });
    reports.createIndex('by-created', 'created');
  },
  (database) => {
    database.createObjectStore('indexes', { keyPath: 'pack' });
  },
  (database) => {
    database.createObjectStore('loaded', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('subscriptions', { keyPath: 'pack' });
  },
  (database) => {
    database.createObjectStore('outlines', { keyPath: 'id' });
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

/** What a database of this version holds; one without any of them is damaged. */
export const STORES = [
  'packs',
  'claims',
  'reports',
  'indexes',
  'loaded',
  'subscriptions',
  'outlines',
] as const satisfies StoreNames<DalelSchema>[];

/** `from` is the version found, 0 for a new database. */
export function migrate(database: Database, from: number, upgrade: Upgrade): void {
  for (const migration of MIGRATIONS.slice(from)) migration(database, upgrade);
}

/** Written by a newer Dalel: what can be understood of it is read, nothing is written. */
export const isNewer = (database: { readonly version: number }): boolean => database.version > DATABASE_VERSION;
