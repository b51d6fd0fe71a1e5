import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_CONTENT } from '../../../lib/reports/content';
import type { Report } from '../../../lib/reports/report';
import { describeFault, guardStore, StoreError } from '../../../lib/store/fault';
import { openStore } from '../../../lib/store/open';
import { readBundledPack, readClaims, readOutline } from '../../../lib/store/packs';
import { deleteReport, putReports, readReports } from '../../../lib/store/reports';
import { DATABASE_NAME, DATABASE_VERSION } from '../../../lib/store/schema';
import { seedPack } from '../../../lib/store/seed';
import { soundPack } from '../compile/sound';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const report = (id: string, created: string, note = ''): Report => ({
  ...EMPTY_CONTENT,
  version: 1,
  id,
  state: 'draft',
  created,
  changed: created,
  note,
  quote: { type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' },
  position: null,
  url: 'https://daily.example/',
  title: null,
  lang: null,
  limited: true,
});

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (reason) {
    return reason instanceof StoreError ? reason.fault : reason;
  }
  return 'no fault';
}

describe('opening', () => {
  test('makes the stores of the newest version', async () => {
    const database = await openStore();
    expect([...database.objectStoreNames].toSorted()).toEqual([
      'claims',
      'indexes',
      'loaded',
      'outlines',
      'packs',
      'reports',
      'subscriptions',
    ]);
    expect(database.version).toBe(DATABASE_VERSION);
    database.close();
  });

  test('gives up after the time limit', async () => {
    // A request that was made and is never answered.
    const silent = Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: { value: () => undefined },
    }) as IDBOpenDBRequest;
    vi.spyOn(indexedDB, 'open').mockReturnValue(silent);
    expect(await faultOf(openStore({ timeoutMs: 20 }))).toEqual({ kind: 'timeout', afterMs: 20 });
  });

  test('says where the browser refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no storage here', 'SecurityError');
    });
    expect(await faultOf(openStore())).toEqual({ kind: 'refused', reason: 'SecurityError: no storage here' });
  });

  test('gives way to a newer version and says that the connection is gone', async () => {
    const onGone = vi.fn();
    await openStore({ onGone });
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
    expect(onGone).toHaveBeenCalledOnce();
    newer.close();
  });

  test('says where an older connection does not let go', async () => {
    const request = Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: {
        value: (name: string, listener: (event: object) => void) => {
          if (name === 'blocked') queueMicrotask(() => listener({ oldVersion: 0, newVersion: 1 }));
        },
      },
    }) as IDBOpenDBRequest;
    vi.spyOn(indexedDB, 'open').mockReturnValue(request);
    expect(await faultOf(openStore())).toEqual({ kind: 'blocked' });
  });
});

describe('seeding', () => {
  test('writes the pack and its claims where there is none', async () => {
    const database = await openStore();
    expect(await readBundledPack(database)).toBeNull();
    expect(await seedPack(database, soundPack())).toBe('written');
    expect((await readBundledPack(database))?.header.revision).toBe(3);
    const claims = await readClaims(database, ['nowhere', 'export-ban']);
    expect(claims.map(({ id, topic }) => [id, topic])).toEqual([['export-ban', 'export-policy']]);
    expect((await readOutline(database))?.pack.header.revision).toBe(3);
  });

  test.each([
    [2, 'kept', 3],
    [3, 'kept', 3],
    [4, 'written', 4],
  ] as const)('of revision %i over 3 is %s', async (revision, expected, after) => {
    const database = await openStore();
    await seedPack(database, soundPack());
    expect(await seedPack(database, soundPack({ revision }))).toBe(expected);
    expect((await readBundledPack(database))?.header.revision).toBe(after);
  });

  test('of the same revision with other words is written', async () => {
    const database = await openStore();
    await seedPack(database, soundPack());
    expect(await seedPack(database, soundPack({ editor: 'another' }))).toBe('written');
  });

  test('leaves no claim of the older revision behind', async () => {
    const database = await openStore();
    const pack = soundPack();
    await seedPack(database, pack);
    await seedPack(database, { ...soundPack({ revision: 9 }), claims: pack.claims.slice(0, 1) });
    expect(await database.count('claims')).toBe(1);
  });

  test('takes the place of the bundled pack of another name, and keeps the reports', async () => {
    const database = await openStore();
    await putReports(database, [report('r-1', '2026-01-01T00:00:00.000Z')]);
    await seedPack(database, soundPack());
    await seedPack(database, soundPack({ id: 'renamed', revision: 1 }));
    expect(await database.count('packs')).toBe(1);
    expect((await readBundledPack(database))?.header.id).toBe('renamed');
    expect(await database.count('reports')).toBe(1);
  });

  test('that fails half-way leaves the older revision whole', async () => {
    const database = await openStore();
    const pack = soundPack();
    await seedPack(database, pack);
    const broken = {
      ...soundPack({ revision: 9 }),
      claims: [...pack.claims, { ...pack.claims[0], id: () => 'not data' }],
    };
    await expect(seedPack(database, broken as never)).rejects.toThrow();
    expect((await readBundledPack(database))?.header.revision).toBe(3);
    expect(await database.count('claims')).toBe(2);
  });
});

describe('reports', () => {
  test('are kept once however often they are saved, the newest first', async () => {
    const database = await openStore();
    await putReports(database, [report('r-1', '2026-01-01T00:00:00.000Z'), report('r-2', '2026-02-01T00:00:00.000Z')]);
    await putReports(database, [report('r-1', '2026-01-01T00:00:00.000Z', 'again')]);
    const kept = await readReports(database);
    expect(kept.map(({ id, note }) => [id, note])).toEqual([
      ['r-2', ''],
      ['r-1', 'again'],
    ]);
    await deleteReport(database, 'r-2');
    expect(await database.count('reports')).toBe(1);
  });
});

describe('a fault of the database is told in one sentence', () => {
  test.each([
    [{ kind: 'timeout', afterMs: 3000 }, '3 seconds'],
    [{ kind: 'blocked' }, 'close its pages'],
    [{ kind: 'newer-database' }, 'newer version'],
    [{ kind: 'damaged', reason: 'no shelf' }, 'no shelf'],
    [{ kind: 'full' }, 'no room'],
    [{ kind: 'refused', reason: 'why' }, 'why'],
    [{ kind: 'damaged-pack', reason: 'what' }, 'what'],
  ] as const)('%j', (fault, words) => {
    expect(describeFault(fault)).toContain(words);
  });

  test('a full disk is told as such, and an error of ours stays what it is', async () => {
    const fail = (reason: unknown) => guardStore(() => Promise.reject(reason));
    expect(await faultOf(fail(new DOMException('full', 'QuotaExceededError')))).toEqual({ kind: 'full' });
    const own = new TypeError('ours');
    expect(await faultOf(fail(own))).toBe(own);
  });

  test('what cannot be read any more is damage', async () => {
    const fail = (name: string) => guardStore(() => Promise.reject(new DOMException('lost', name)));
    expect(await faultOf(fail('NotReadableError'))).toEqual({ kind: 'damaged', reason: 'NotReadableError: lost' });
    expect(await faultOf(fail('UnknownError'))).toEqual({ kind: 'refused', reason: 'UnknownError: lost' });
  });
});
