/**
 * The background is stopped at every moment of every write, and started again: what is there then is what was there
 * before or what was asked for, never a part of it; and what was answered is there.
 */
import { isDeepStrictEqual } from 'node:util';
import { IDBFactory } from 'fake-indexeddb';
import type { IDBPDatabase } from 'idb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Verb } from '../../../lib/messages/call';
import type { Pack } from '../../../lib/engine/pack/schema';
import type { Report } from '../../../lib/reports/report';
import { openStore } from '../../../lib/store/open';
import { DATABASE_VERSION } from '../../../lib/store/schema';
import { layDown, takeStock, type Frozen } from '../../support/frozen-store';
import { countMoments, liveUntil, quiet } from '../../support/killed';
import { makeSigner, sealPack } from '../../support/signer';
import { ENGLISH } from '../../support/small-pack';
import { SOUND } from '../../support/sound-requests';
import { soundPack } from '../compile/sound';
import { fake } from './fake-browser';
import { ask, bundle, POPUP, putBack, report, send, startAfresh, tab, wake } from './woken';

/** With a grammar of a few words: no write looks at any. */
const SMALL: Pack = { ...soundPack(), languages: [ENGLISH] };
const packText = (id: string, revision = 1): string =>
  JSON.stringify({ ...SMALL, header: { ...SMALL.header, id, revision, title: { en: `Pack ${id}` } } });

const other: Report = { ...report, id: 'b7c1a2d3-0000-4000-8000-000000000001', note: 'another' };
const marking = { phrases: ['retired jets', 'steppe'] };

interface Write {
  readonly given?: () => Promise<unknown>;
  readonly act: () => Promise<unknown>;
  /** Asked for before the start: whenever it is stopped, the next start does it. */
  readonly isOwed?: true;
}

const load = (id: string, revision?: number) => ask('packs/load', { text: packText(id, revision), from: `${id}.json` });
const doing = (verb: Verb, request: unknown) => () => send(verb, request, POPUP);
const save = (one: Report) => ask('reports/save', { report: one });

/** Signed once: a signature takes longer than a start. */
const sealed = (async () => {
  const editor = await makeSigner();
  const seal = (revision: number) =>
    sealPack({ ...SMALL, header: { ...SMALL.header, id: 'desk', revision } }, [editor]);
  return { first: await seal(1), second: await seal(2) };
})();

/** What the address of the subscription serves from now on. */
async function serve(which: 'first' | 'second'): Promise<void> {
  const text = (await sealed)[which];
  vi.stubGlobal('fetch', async (address: string) =>
    address.startsWith('https:')
      ? new Response(text, { headers: { 'content-type': 'application/json' } })
      : Response.json(bundle.pack),
  );
}
const address = 'https://desk.example/pack.json';
const offerFirst = async () => {
  await serve('first');
  await ask('subscriptions/add', { address });
};
/** Subscribed, with a later revision at the address, and the time come to ask for it. */
const subscribe = async () => {
  await offerFirst();
  await ask('subscriptions/take', { id: 'desk' });
  await serve('second');
  vi.setSystemTime(Date.now() + 2 * 86_400_000);
};
const loadTwo = async () => {
  await load('one');
  await load('two');
};

/** Every verb that changes what is kept, and what the browser's own events change. */
const WRITES: Readonly<Record<string, Write>> = {
  'site/set': { act: doing('site/set', { host: 'daily.example', on: false }) },
  'source/set': { act: doing('source/set', { source: 'steppe-wire', on: false }) },
  'source-kind/set': { act: doing('source-kind/set', { kind: 'wire', on: false }) },
  'claim/mute': { act: doing('claim/mute', { id: 'export-ban', muted: true }) },
  'settings/set': { act: doing('settings/set', { settings: { language: 'kk', pausedUntil: Date.now() + 900_000 } }) },
  'reports/save': { act: doing('reports/save', { report }) },
  'reports/save, changed': {
    given: () => save(report),
    act: doing('reports/save', { report: { ...report, note: 'x', marking } }),
  },
  'reports/delete': { given: () => save({ ...report, marking }), act: doing('reports/delete', { id: report.id }) },
  'reports/import': {
    given: () => save(report),
    act: doing('reports/import', { reports: [other, { ...other, id: 'b7c1a2d3-2' }] }),
  },
  'packs/load': { act: doing('packs/load', { text: packText('one'), from: 'one.json' }) },
  'packs/load, a later revision': {
    given: () => load('one'),
    act: doing('packs/load', { text: packText('one', 2), from: 'one.json' }),
  },
  'packs/set': { given: () => load('one'), act: doing('packs/set', { id: 'one', on: false }) },
  'packs/move': { given: loadTwo, act: doing('packs/move', { id: 'two', by: -1 }) },
  'packs/undo': {
    given: async () => {
      await load('one');
      await load('one', 2);
    },
    act: doing('packs/undo', { id: 'one' }),
  },
  'packs/remove': { given: loadTwo, act: doing('packs/remove', { id: 'one' }) },
  'subscriptions/take': { given: offerFirst, act: doing('subscriptions/take', { id: 'desk' }) },
  'subscriptions/update': { given: subscribe, act: doing('subscriptions/update', { id: 'desk' }) },
  'subscriptions/update, undone': {
    given: async () => {
      await subscribe();
      await ask('subscriptions/update', { id: 'desk' });
    },
    act: doing('packs/undo', { id: 'desk' }),
  },
  'subscriptions/update, removed': { given: subscribe, act: doing('packs/remove', { id: 'desk' }) },
  'store/noticed': {
    given: () => fake.storage.local.set({ restored: [report.id] }),
    act: doing('store/noticed', {}),
  },
  'store/renew': {
    given: async () => {
      await save(report);
      await save({ ...other, marking });
      await load('one');
    },
    act: doing('store/renew', {}),
  },
  'an update of Dalel': {
    given: async () => {
      await fake.storage.local.set({ settled: '0.9' });
      bundle.pack = { ...SMALL, header: { ...SMALL.header, revision: 9 } };
    },
    act: quiet,
    isOwed: true,
  },
  'a database that was lost': {
    given: async () => {
      await save(report);
      await save(other);
      await quiet();
      globalThis.indexedDB = new IDBFactory();
    },
    act: quiet,
    isOwed: true,
  },
  'reports/start': { act: doing('reports/start', { tabId: 1 }) },
};

const EVENTS = ['an update of Dalel', 'a database that was lost'];

/** What pages may send keeps nothing but what a tab holds, in the session alone. */
const OF_PAGES: readonly Verb[] = ['knock', 'claims/for-page', 'page/found', 'open'];

/** What an address offers is told by no list until it is taken, and is left by taking away the one row that holds it. */
const ELSEWHERE: readonly Verb[] = ['subscriptions/add', 'subscriptions/leave'];

/** Verbs that keep nothing. */
const READS: readonly Verb[] = [
  'tab/state',
  'tab/findings',
  'tab/show',
  'settings/get',
  'sources/list',
  'claims/get',
  'rows/list',
  'rows/texts',
  'speakers/list',
  'speakers/get',
  'sources/get',
  'sample/hand-over',
  'sample/cards',
  'packs/list',
  'reports/draft',
  'reports/list',
  'reports/preview',
  'reports/nearest',
  'store/state',
];

interface Disk {
  readonly local: ReadonlyMap<string, string>;
  readonly session: ReadonlyMap<string, string>;
  readonly alarms: ReadonlyMap<string, number>;
  readonly menus: ReadonlyMap<string, string>;
  readonly database: Frozen;
}

async function takeDisk(): Promise<Disk> {
  const database = await openStore();
  const stores = await takeStock(database as unknown as IDBPDatabase);
  database.close();
  return {
    local: new Map(fake.storage.local.items),
    session: new Map(fake.storage.session.items),
    alarms: new Map(fake.alarmsSet),
    menus: new Map(fake.menus),
    database: { version: DATABASE_VERSION, stores, local: {} },
  };
}

async function layDisk({ local, session, alarms, menus, database }: Disk): Promise<void> {
  fake.sleep();
  fake.storage.local.items = new Map(local);
  fake.storage.session.items = new Map(session);
  fake.alarmsSet = new Map(alarms);
  fake.menus = new Map(menus);
  globalThis.indexedDB = new IDBFactory();
  await layDown(database);
}

/** All that is kept, as a background that starts now finds it and leaves it. */
async function look(): Promise<unknown> {
  wake();
  await quiet();
  const packs = await ask('packs/list', {});
  const item = (name: string): unknown => JSON.parse(fake.storage.local.items.get(name) ?? 'null');
  return {
    settings: await ask('settings/get', {}),
    reports: await ask('reports/list', {}),
    copies: item('reports') ?? {},
    packs: packs.map(({ id, header, isOn, canUndo }) => ({ id, revision: header.revision, isOn, canUndo })),
    anchors: item('anchors'),
    alarms: [...fake.alarmsSet.keys()],
    menus: [...fake.menus],
    restored: item('restored'),
    drafts: [...fake.storage.session.items.keys()].filter((name) => name.startsWith('draft:')).length,
  };
}

interface Tally {
  tried: number;
  readonly lost: string[];
}

/** Stops the background at every moment of one write. */
async function killEverywhere({ given = () => Promise.resolve(), act, isOwed }: Write, tally: Tally): Promise<void> {
  bundle.pack = SMALL;
  fake.tabsOpen = [tab(1), tab(2)];
  await ask('sources/list', {});
  await given();
  await quiet();
  if (isOwed !== true) await look();
  const disk = await takeDisk();
  await layDisk(disk);
  const before = await look();
  await act();
  await quiet();
  const after = await look();
  expect(isDeepStrictEqual(after, before)).toBe(isOwed === true);

  // What lies there decides what a start finds, and at most moments nothing has changed since the one before.
  const seen = new Map<string, unknown>();
  const lookOnce = async (): Promise<unknown> => {
    const lies = JSON.stringify(await takeDisk(), (_key, part: unknown) => (part instanceof Map ? [...part] : part));
    if (!seen.has(lies)) seen.set(lies, await look());
    return seen.get(lies);
  };
  for (let at = 1, isOver = false; !isOver; at += 1) {
    await layDisk(disk);
    const { isAlive, answer } = await liveUntil(at, async () => {
      wake();
      return act();
    });
    isOver = isAlive;
    const found = await lookOnce();
    tally.tried += 1;
    const allowed = answer === null ? [before, after] : [after];
    if (allowed.some((one) => isDeepStrictEqual(one, found))) continue;
    tally.lost.push(`at moment ${at}, ${answer === null ? 'not answered' : 'answered'}: ${JSON.stringify(found)}`);
  }
}

const all: Tally = { tried: 0, lost: [] };

// Each row starts the background some fifty times.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => countMoments(fake));
beforeEach(async () => {
  for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockReturnValue();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-04T03:02:01.000Z') });
  await startAfresh();
});
afterEach(() => {
  vi.useRealTimers();
  putBack();
});
afterAll(() => void process.stdout.write(`background stopped: tried ${all.tried}, lost ${all.lost.length}\n`));

test.each(Object.entries(WRITES))('%s is whole, wherever the background is stopped', async (_name, write) => {
  const tally: Tally = { tried: 0, lost: [] };
  await killEverywhere(write, tally);
  all.tried += tally.tried;
  all.lost.push(...tally.lost);
  expect(tally.tried).toBeGreaterThan(3);
  expect(tally.lost).toEqual([]);
});

test('a write that is made in two parts would be found', async () => {
  const tally: Tally = { tried: 0, lost: [] };
  const act = async (): Promise<unknown> => {
    await ask('claim/mute', { id: 'export-ban', muted: true });
    return ask('source/set', { source: 'steppe-wire', on: false });
  };
  await killEverywhere({ act }, tally);
  expect(tally.lost.length).toBeGreaterThan(0);
});

test('an answer that comes before the write would be found', async () => {
  const tally: Tally = { tried: 0, lost: [] };
  const act = async (): Promise<unknown> => {
    void send('reports/save', { report }, POPUP);
    return 'done';
  };
  await killEverywhere({ act }, tally);
  expect(tally.lost.some((line) => line.includes(' answered'))).toBe(true);
});

test('every verb is among those that write or those that do not', () => {
  const written = Object.keys(WRITES).map((name) => name.split(',')[0]);
  expect(new Set([...written, ...EVENTS, ...READS, ...OF_PAGES, ...ELSEWHERE])).toEqual(
    new Set([...Object.keys(SOUND), ...EVENTS]),
  );
});
