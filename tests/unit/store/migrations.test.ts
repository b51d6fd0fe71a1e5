/** Databases of every past version open in today's Dalel with all that was in them; one of a newer version is only read. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB, type IDBPDatabase } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../../lib/store/fault';
import { readLoaded } from '../../../lib/store/loaded';
import { openStore, removeStore } from '../../../lib/store/open';
import { putIndex } from '../../../lib/store/packs';
import { putReports, readReports } from '../../../lib/store/reports';
import { DATABASE_NAME, DATABASE_VERSION, isNewer, STORES, type Database } from '../../../lib/store/schema';
import { frozenVersions, layDown, readFrozen, takeStock } from '../../support/frozen-store';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const stockOf = (database: Database) => takeStock(database as unknown as IDBPDatabase);

/** Without the rows: what a migration makes. */
const shapeOf = (stores: Awaited<ReturnType<typeof takeStock>>) =>
  Object.fromEntries(Object.entries(stores).map(([name, { key, indexes }]) => [name, { key, indexes }]));

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no fault',
    (reason: unknown) => (reason instanceof StoreError ? reason.fault : reason),
  );

test('every version is frozen, today’s as well', () => {
  expect(frozenVersions()).toEqual(Array.from({ length: DATABASE_VERSION }, (_, at) => at + 1));
});

test('today’s version is the one that is frozen last: another schema needs another version', async () => {
  const stock = await stockOf(await openStore());
  expect(shapeOf(stock)).toEqual(shapeOf(readFrozen(DATABASE_VERSION).stores));
  expect(Object.keys(stock).toSorted()).toEqual([...STORES].toSorted());
});

describe.each(frozenVersions())('a database of version %i', (version) => {
  test('opens with every row as it was, in the shape of a new one', async () => {
    const frozen = readFrozen(version);
    await layDown(frozen);
    const database = await openStore();
    expect(database.version).toBe(DATABASE_VERSION);
    const stock = await stockOf(database);
    expect(shapeOf(stock)).toEqual(shapeOf(readFrozen(DATABASE_VERSION).stores));
    for (const [name, { rows }] of Object.entries(frozen.stores))
      expect([name, stock[name]?.rows]).toEqual([name, rows]);
  });

  test('opened a second time is not changed again', async () => {
    await layDown(readFrozen(version));
    const first = await openStore();
    const stock = await stockOf(first);
    first.close();
    expect(await stockOf(await openStore())).toEqual(stock);
  });
});

describe('a database of a newer Dalel', () => {
  const layNewer = async (): Promise<void> => {
    const frozen = readFrozen(DATABASE_VERSION);
    const later = { key: 'id', indexes: {}, rows: [{ id: 'of a later day' }] };
    await layDown({ ...frozen, version: DATABASE_VERSION + 1, stores: { ...frozen.stores, later } });
  };

  test('is read', async () => {
    await layNewer();
    const database = await openStore();
    expect(isNewer(database)).toBe(true);
    expect(await readReports(database)).toHaveLength(1);
    expect(await readLoaded(database)).toHaveLength(1);
  });

  test('is never written to, and whoever tries hears why', async () => {
    await layNewer();
    const database = await openStore();
    const before = await stockOf(database);
    const [report] = await readReports(database);
    if (report === undefined) throw new Error('The frozen database has no report');
    const newer = { kind: 'newer-database' };
    expect(await faultOf(putReports(database, [{ ...report, note: 'changed' }]))).toEqual(newer);
    expect(await faultOf(putIndex(database, { pack: 'p', format: 1, base64: '' }))).toEqual(newer);
    expect(await stockOf(database)).toEqual(before);
  });
});

describe('an upgrade', () => {
  test('that an older connection holds up is said to be, and goes through once that one is closed', async () => {
    await layDown(readFrozen(1));
    // A connection that hears of the newer version and stays.
    const older = await openDB(DATABASE_NAME, 1);
    expect(await faultOf(openStore())).toEqual({ kind: 'blocked' });
    older.close();
    const database = await openStore();
    expect(database.version).toBe(DATABASE_VERSION);
    expect(await readReports(database)).toHaveLength(1);
  });

  test('that fails half-way leaves the older version whole', async () => {
    await layDown(readFrozen(1));
    await new Promise<void>((fail) => {
      const request = indexedDB.open(DATABASE_NAME, 2);
      request.addEventListener('upgradeneeded', () => {
        request.result.deleteObjectStore('reports');
        request.result.createObjectStore('half');
        request.transaction?.abort();
      });
      request.addEventListener('error', () => fail());
    });
    const database = await openStore();
    expect(await readReports(database)).toHaveLength(1);
    expect([...database.objectStoreNames]).not.toContain('half');
  });
});

describe('a damaged database', () => {
  test('that lacks a store is said to be damaged, and can be removed and made anew', async () => {
    const { reports: _lost, ...stores } = readFrozen(DATABASE_VERSION).stores;
    await layDown({ ...readFrozen(DATABASE_VERSION), stores });
    expect(await faultOf(openStore())).toEqual({ kind: 'damaged', reason: 'it has no reports' });
    await removeStore();
    expect((await openStore()).objectStoreNames).toHaveLength(STORES.length);
  });

  test('that another connection holds is not removed, and whoever asks hears why', async () => {
    const held = await openDB(DATABASE_NAME, 1);
    expect(await faultOf(removeStore())).toEqual({ kind: 'blocked' });
    held.close();
  });
});
