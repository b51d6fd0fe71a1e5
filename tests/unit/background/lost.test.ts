/** A database that refuses, is of another version, or was lost: pages are read on, nothing is lost, and the reader is told. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../../lib/reports/report';
import { DATABASE_VERSION } from '../../../lib/store/schema';
import { frozenVersions, layDown, readFrozen } from '../../support/frozen-store';
import { soundPack } from '../compile/sound';
import { fake } from './fake-browser';
import { ask, pageOf, POPUP, putBack, report, send, startAfresh, tab, wake, allCards, bundledHeader } from './woken';

beforeEach(startAfresh);
afterEach(putBack);

const WELL = { fault: null, isRenewable: false, restored: 0, uncopied: 0 };
const other = (id: number, change: Partial<Report> = {}): Report => ({
  ...report,
  id: `b7c1a2d3-0000-4000-8000-${String(id).padStart(12, '0')}`,
  ...change,
});
const mirrored = async () => (await fake.storage.local.get('reports'))['reports'];

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  wake();
}

/** The browser opens no database until the spy is restored. */
function refuse() {
  vi.spyOn(console, 'error').mockReturnValue();
  globalThis.indexedDB = new IDBFactory();
  return vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
}

describe('a database that the browser refuses', () => {
  test('costs no page its marks', async () => {
    refuse();
    wake();
    fake.tabsOpen = [tab(1)];
    expect(await send('knock', {}, pageOf(tab(1)))).toEqual({ ok: true, value: { injected: true } });
    expect(await allCards()).toHaveLength(2);
  });

  test.each([
    ['en', 'refuses'],
    ['ru', 'не даёт доступа'],
    ['kk', 'жібермейді'],
  ] as const)('is told in the reader’s language, with what can be done: %s', async (language, words) => {
    await ask('settings/set', { settings: { language } });
    refuse();
    wake();
    const said = expect.stringContaining(words);
    expect(await ask('store/state', {})).toEqual({ ...WELL, fault: said, isRenewable: true });
    const refused = { ok: false, error: { code: 'store', message: said } };
    expect(await send('reports/save', { report }, POPUP)).toEqual(refused);
    expect(await send('reports/list', {}, POPUP)).toEqual(refused);
  });

  test('is used again once the browser gives way, with what was kept', async () => {
    await ask('reports/save', { report });
    const refusing = refuse();
    wake();
    await ask('sources/list', {});
    refusing.mockRestore();
    expect(await ask('store/state', {})).toEqual({ ...WELL, restored: 1 });
    expect(await ask('reports/list', {})).toEqual([report]);
  });
});

describe('a full storage', () => {
  test('is told where a report is saved, and the one before stays', async () => {
    await ask('reports/save', { report });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const said = expect.stringContaining('no room');
    expect(await send('reports/save', { report: { ...report, note: 'longer' } }, POPUP)).toEqual({
      ok: false,
      error: { code: 'store', message: said },
    });
    put.mockRestore();
    expect(await ask('reports/list', {})).toEqual([report]);
    expect(await mirrored()).toEqual({ [report.id]: report });
  });

  test('that holds no copy of a report says so, and the copy is made once there is room', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    fake.storage.local.refusal = new Error('QUOTA_BYTES quota exceeded');
    await ask('reports/save', { report });
    expect(await ask('store/state', {})).toEqual({ ...WELL, uncopied: 1 });
    fake.storage.local.refusal = null;
    wake();
    expect(await ask('store/state', {})).toEqual(WELL);
    expect(await mirrored()).toEqual({ [report.id]: report });
  });
});

describe('a database that was wiped', () => {
  test('gets its reports back, and the reader is told until they say that they know', async () => {
    for (const one of [report, other(1), other(2)]) await ask('reports/save', { report: one });
    await wipe();
    expect(await ask('store/state', {})).toEqual({ ...WELL, restored: 3 });
    wake();
    expect(await ask('reports/list', {})).toHaveLength(3);
    expect((await ask('store/state', {})).restored).toBe(3);
    await ask('store/noticed', {});
    expect(await ask('store/state', {})).toEqual(WELL);
  });

  test('brings no deleted report back', async () => {
    await ask('reports/save', { report });
    await ask('reports/delete', { id: report.id });
    await wipe();
    expect(await ask('store/state', {})).toEqual(WELL);
    expect(await ask('reports/list', {})).toEqual([]);
  });

  test('in part gets back what is missing', async () => {
    for (const one of [report, other(1)]) await ask('reports/save', { report: one });
    await layDownOne(other(1));
    wake();
    expect(await ask('store/state', {})).toEqual({ ...WELL, restored: 1 });
    expect(await ask('reports/list', {})).toHaveLength(2);
  });
});

/** A database of today with this report alone. */
async function layDownOne(one: Report): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  const frozen = readFrozen(DATABASE_VERSION);
  const reports = { key: 'id', indexes: { 'by-created': 'created' }, rows: [one] };
  await layDown({ ...frozen, stores: { ...frozen.stores, reports } });
}

describe('a damaged database', () => {
  test('is made anew when the reader asks for it, with the reports that have a copy', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await ask('reports/save', { report });
    globalThis.indexedDB = new IDBFactory();
    const { reports: _lost, ...stores } = readFrozen(DATABASE_VERSION).stores;
    await layDown({ ...readFrozen(DATABASE_VERSION), stores });
    wake();
    expect(await ask('store/state', {})).toEqual({
      ...WELL,
      fault: expect.stringContaining('has no reports'),
      isRenewable: true,
    });
    await ask('store/renew', {});
    expect(await ask('store/state', {})).toEqual({ ...WELL, restored: 1 });
    expect(await ask('reports/list', {})).toEqual([report]);
    expect(await allCards()).toHaveLength(2);
  });
});

describe('another version', () => {
  test('newer than this one is read and not changed: its reports are listed, nothing is saved, pages are read', async () => {
    const frozen = readFrozen(DATABASE_VERSION);
    globalThis.indexedDB = new IDBFactory();
    await layDown({ ...frozen, version: DATABASE_VERSION + 1 });
    for (const [name, value] of Object.entries(frozen.local)) await fake.storage.local.set({ [name]: value });
    await ask('settings/set', { settings: { language: 'en' } });
    wake();
    const said = expect.stringContaining('newer version');
    expect(await ask('store/state', {})).toEqual({ ...WELL, fault: said });
    expect(await ask('reports/list', {})).toEqual(frozen.stores['reports']?.rows);
    expect(await send('reports/save', { report }, POPUP)).toEqual({
      ok: false,
      error: { code: 'store', message: said },
    });
    expect((await bundledHeader()).id).toBe(soundPack().header.id);
  });

  test.each(frozenVersions())('%i keeps reports and settings, and its packs are read', async (version) => {
    const { local, stores } = readFrozen(version);
    globalThis.indexedDB = new IDBFactory();
    await layDown(readFrozen(version));
    for (const [name, value] of Object.entries(local)) await fake.storage.local.set({ [name]: value });
    wake();
    const settings = await ask('settings/get', {});
    expect(settings).toMatchObject({ sourcesOff: ['24kz'], muted: ['export-ban'], restMs: 450, language: 'kk' });
    expect(settings.sites.hosts.length).toBeGreaterThan(0);
    const kept = stores['reports']?.rows as readonly Report[];
    expect(await ask('reports/list', {})).toMatchObject(kept);
    expect((await ask('packs/list', {})).map(({ id }) => id)).toEqual([
      soundPack().header.id,
      ...(stores['loaded']?.rows ?? []).map((row) => (row as { readonly id: string }).id),
    ]);
    expect(await ask('store/state', {})).toEqual(WELL);
  });
});
