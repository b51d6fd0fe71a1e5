/** The background as a whole, in a fake browser with a real (in-memory) database: from an event to what it does. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HandOver } from '../../../lib/messages/hand-over';
import type { Protocol, TabState } from '../../../lib/messages/protocol';
import type { Report, ReportDraft } from '../../../lib/reports/report';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { soundPack } from '../compile/sound';
import { fake, type FakeTab } from './fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).fake }));

const AIRCRAFT = 'us-bought-81-aircraft';
const BAN = 'export-ban';
const POPUP = { id: 'own-id', url: 'chrome-extension://own-id/popup.html' };

const tab = (id: number, host = 'daily.example', more: Partial<FakeTab> = {}): FakeTab => ({
  id,
  url: `https://${host}/page?query`,
  documents: [`top-${id}`],
  ...more,
});

/** Loads the background anew, as the browser does when an event wakes it. */
async function wake(): Promise<void> {
  fake.sleep();
  vi.resetModules();
  const { startBackground } = await import('../../../lib/background/start');
  startBackground();
}

let bundled = soundPack();

beforeEach(async () => {
  fake.reset();
  globalThis.indexedDB = new IDBFactory();
  bundled = soundPack();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json(bundled)),
  );
  await wake();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string } };

async function send(verb: string, request: unknown, sender: object): Promise<Answer> {
  const [listener] = fake.runtime.onMessage.listeners;
  return await new Promise<Answer>((resolve) => {
    listener?.({ call: verb, request }, sender, resolve);
  });
}

async function ask<V extends keyof Protocol>(verb: V, request: Protocol[V]['request']): Promise<Protocol[V]['reply']> {
  const answer = await send(verb, request, POPUP);
  if (!answer.ok) throw new Error(`${verb}: ${answer.error.code}`);
  return answer.value as Protocol[V]['reply'];
}

const pageOf = ({ id, url, incognito = false }: FakeTab, frameId = 0, documentId = `top-${id}`) => ({
  id: 'own-id',
  url,
  frameId,
  documentId,
  tab: { id, url, incognito },
});

const found = (
  from: FakeTab,
  counts: readonly (readonly [string, number])[],
  frameId = 0,
  documentId = `top-${from.id}`,
) => send('page/found', { counts, capped: false }, pageOf(from, frameId, documentId));

describe('a start', () => {
  test('registers every listener at once', () => {
    fake.sleep();
    const { runtime, commands, contextMenus, tabs } = fake;
    return import('../../../lib/background/start').then(({ startBackground }) => {
      startBackground();
      const events = [
        runtime.onMessage,
        runtime.onInstalled,
        commands.onCommand,
        contextMenus.onClicked,
        tabs.onUpdated,
        tabs.onRemoved,
      ];
      expect(events.map(({ listeners }) => listeners.length)).toEqual([1, 1, 1, 1, 1, 1]);
    });
  });

  test('seeds an empty database from the bundled pack', async () => {
    expect((await ask('pack/header', {})).revision).toBe(3);
  });

  test('answers a pack that cannot be read as a fault of the store', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    globalThis.indexedDB = new IDBFactory();
    vi.stubGlobal('fetch', async () => Response.json({ format: 'other' }));
    await wake();
    expect(await send('pack/header', {}, POPUP)).toMatchObject({ ok: false, error: { code: 'store' } });
  });

  test('answers a database that the browser refuses as a fault of the store, and tries again', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    globalThis.indexedDB = new IDBFactory();
    const refusing = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await wake();
    expect(await send('claims/list', {}, POPUP)).toMatchObject({ ok: false, error: { code: 'store' } });
    refusing.mockRestore();
    expect((await ask('claims/list', {})).cards).toHaveLength(2);
  });
});

test('a message that is not ours gets no answer, and is counted in the log', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const answer = vi.fn();
  for (let sent = 0; sent < 12; sent += 1) {
    expect(fake.runtime.onMessage.emit({ call: 'other' }, POPUP, answer)).toEqual([undefined]);
  }
  expect(answer).not.toHaveBeenCalled();
  expect(warn.mock.calls.map(([words]) => String(words).split(': ').at(-1))).toEqual(['1', '10']);
});

describe('an install or update', () => {
  test('makes the menu and gives open pages their sentinel', async () => {
    fake.tabsOpen = [tab(1), tab(2)];
    fake.runtime.onInstalled.emit({ reason: 'install' });
    await vi.waitFor(() => expect(fake.injected).toHaveLength(2));
    expect(fake.injected[0]).toEqual({ target: { tabId: 1, allFrames: true }, files: ['/sentinel.js'] });
    expect([...fake.menus]).toEqual([['report-claim', 'Report a claim']]);
  });

  test('puts a newer pack over the older one and keeps switches, mutes and reports', async () => {
    await ask('source/set', { source: 'steppe-wire', on: false });
    await ask('claim/mute', { id: BAN, muted: true });
    await ask('reports/save', { report });
    bundled = soundPack({ revision: 4 });
    await wake();
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(async () => expect((await ask('pack/header', {})).revision).toBe(4));
    expect(await ask('settings/get', {})).toMatchObject({ sourcesOff: ['steppe-wire'], muted: [BAN] });
    expect(await ask('reports/list', {})).toEqual([report]);
  });

  test('never puts an older pack over a newer one', async () => {
    await ask('pack/header', {});
    bundled = soundPack({ revision: 2 });
    await wake();
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(() => expect(fake.menus.size).toBe(1));
    expect((await ask('pack/header', {})).revision).toBe(3);
  });
});

describe('a knock', () => {
  test('lays the hand-over down and then injects the annotator into that document', async () => {
    fake.tabsOpen = [tab(1)];
    expect(await send('knock', {}, pageOf(tab(1)))).toEqual({ ok: true, value: { injected: true } });
    expect(fake.injected.map(({ target, files }) => [target, files])).toEqual([
      [{ tabId: 1, documentIds: ['top-1'] }, undefined],
      [{ tabId: 1, documentIds: ['top-1'] }, ['/annotator.js']],
    ]);
    const [name, handOver] = (fake.injected[0]?.args ?? []) as [string, HandOver];
    expect(name).toBe('dalelHandOver');
    expect(handOver.highlight).toMatch(/^d[0-9a-f]{16}$/u);
    expect(handOver.reading.claims.map(({ id }) => id)).toEqual([BAN, AIRCRAFT]);
    expect(handOver.settings).toMatchObject({ language: 'en', minConfidence: 0.6 });
    expect(Object.keys(handOver.words).every((key) => key.startsWith('card.'))).toBe(true);
  });

  test('goes by frame where the browser names no document', async () => {
    fake.tabsOpen = [tab(1)];
    const { documentId: _unnamed, ...sender } = pageOf(tab(1), 5);
    await send('knock', {}, sender);
    expect(fake.injected[0]?.target).toEqual({ tabId: 1, frameIds: [5] });
  });

  test('gets one name for highlights an origin, the same after a sleep, another elsewhere', async () => {
    fake.tabsOpen = [tab(1), tab(2, 'other.example')];
    const nameOn = async (from: FakeTab): Promise<string> => {
      fake.injected = [];
      await send('knock', {}, pageOf(from));
      const [, handOver] = (fake.injected[0]?.args ?? []) as [string, HandOver];
      return handOver.highlight;
    };
    const here = await nameOn(tab(1));
    await wake();
    expect(await nameOn(tab(1))).toBe(here);
    expect(await nameOn(tab(2, 'other.example'))).not.toBe(here);
  });

  test.each<[string, Parameters<typeof ask<'settings/set'>>[1]['settings']]>([
    ['Dalel is off', { on: false }],
    ['the site is off', { sitesOff: ['daily.example'] }],
  ])('is turned away where %s', async (_name, settings) => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings });
    expect(await send('knock', {}, pageOf(tab(1)))).toEqual({ ok: true, value: { injected: false } });
    expect(fake.injected).toEqual([]);
  });

  test('in a frame goes by the site of its tab', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { sitesOff: ['daily.example'] } });
    const framed = { ...pageOf(tab(1), 4), url: 'https://other.example/frame' };
    expect(await send('knock', {}, framed)).toMatchObject({ value: { injected: false } });
  });

  test('from a tab that is gone meanwhile is no fault', async () => {
    expect(await send('knock', {}, pageOf(tab(9)))).toEqual({ ok: true, value: { injected: false } });
  });
});

describe('findings', () => {
  test('are counted over all frames on the badge and in the popup', async () => {
    fake.tabsOpen = [tab(1, 'daily.example', { documents: ['top-1', 'frame-1'] })];
    await found(tab(1), [
      [AIRCRAFT, 2],
      ['no-such-claim', 5],
    ]);
    await found(
      tab(1),
      [
        [AIRCRAFT, 1],
        [BAN, 1],
      ],
      3,
      'frame-1',
    );
    expect(fake.badges.get(1)).toBe('4');
    const state = await ask('tab/state', { tabId: 1 });
    expect(state).toMatchObject({ host: 'daily.example', on: true, siteOn: true, capped: false });
    expect(state.claims.map(({ id, mentions, muted }) => [id, mentions, muted])).toEqual([
      [AIRCRAFT, 3, false],
      [BAN, 1, false],
    ]);
  });

  test('outlive a sleep', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 2]]);
    await wake();
    expect((await ask('tab/state', { tabId: 1 })).claims).toHaveLength(1);
  });

  test('stay when the page changes its own address, and go with their document', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 2]]);
    fake.tabs.onUpdated.emit(1, { status: 'loading', url: 'https://daily.example/next' });
    await vi.waitFor(() => expect(fake.injected).toHaveLength(1));
    expect(fake.badges.get(1)).toBe('2');
    fake.tabsOpen = [tab(1, 'daily.example', { documents: ['another'] })];
    fake.tabs.onUpdated.emit(1, { status: 'complete' });
    await vi.waitFor(() => expect(fake.badges.get(1)).toBe(''));
    expect((await ask('tab/state', { tabId: 1 })).claims).toEqual([]);
  });

  test('of a closed tab are forgotten', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 2]]);
    fake.tabs.onRemoved.emit(1, {});
    await vi.waitFor(() => expect([...fake.storage.session.items.keys()]).toEqual([]));
  });

  test('show no badge where the reader wants none, and again where one is wanted', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 2]]);
    await ask('settings/set', { settings: { badge: false } });
    await vi.waitFor(() => expect(fake.badges.get(1)).toBe(''));
    await ask('settings/set', { settings: { badge: true } });
    await vi.waitFor(() => expect(fake.badges.get(1)).toBe('2'));
  });

  test('the popup shows a mention by the frame that holds it', async () => {
    fake.tabsOpen = [tab(1, 'daily.example', { documents: ['top-1', 'frame-1'] })];
    await found(tab(1), [[AIRCRAFT, 1]]);
    await found(tab(1), [[AIRCRAFT, 1]], 3, 'frame-1');
    expect(await ask('tab/show', { tabId: 1, claim: AIRCRAFT, nth: 1 })).toEqual({ shown: true });
    expect(fake.toldCalls('page/show')).toEqual([{ tabId: 1, frameId: 3, request: { claim: AIRCRAFT, nth: 0 } }]);
    expect(await ask('tab/show', { tabId: 1, claim: AIRCRAFT, nth: 2 })).toEqual({ shown: false });
  });
});

describe('a switch', () => {
  test('of a source is told to every open tab and changes cards, status and counts', async () => {
    fake.tabsOpen = [tab(1), tab(2, 'other.example')];
    await found(tab(1), [
      [AIRCRAFT, 1],
      [BAN, 1],
    ]);
    await ask('source/set', { source: 'capital-daily', on: false });
    await ask('source/set', { source: 'export-office', on: false });
    await vi.waitFor(() => expect(fake.toldCalls('page/refresh').map(({ tabId }) => tabId)).toEqual([1, 2, 1, 2]));
    await vi.waitFor(() => expect(fake.badges.get(1)).toBe('1'));
    const reply = await send('claims/for-page', { ids: [AIRCRAFT, BAN] }, pageOf(tab(1)));
    expect(reply).toMatchObject({ ok: true, value: { cards: [{ id: AIRCRAFT, status: 'denied' }] } });
  });

  test('leaves the sources of a claim whose every source is off in the popup, to be switched on again', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[BAN, 1]]);
    await ask('source-kind/set', { kind: 'official', on: false });
    await ask('source-kind/set', { kind: 'independent-media', on: false });
    const state: TabState = await ask('tab/state', { tabId: 1 });
    expect(state.claims).toEqual([]);
    expect(state.pageSources.map(({ id, on }) => [id, on])).toEqual([
      ['capital-daily', false],
      ['export-office', false],
    ]);
    expect(state.otherSources.map(({ id }) => id)).toEqual(['steppe-wire']);
  });

  test('that mutes a claim takes it from pages and badge, and leaves it in the popup', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 1]]);
    await ask('claim/mute', { id: AIRCRAFT, muted: true });
    await vi.waitFor(() => expect(fake.badges.get(1)).toBe(''));
    expect(await send('claims/for-page', { ids: [AIRCRAFT] }, pageOf(tab(1)))).toMatchObject({ value: { cards: [] } });
    expect((await ask('tab/state', { tabId: 1 })).claims).toMatchObject([{ id: AIRCRAFT, muted: true }]);
  });

  test('of a site tells its tabs off, forgets their findings, and gives back a sentinel when on again', async () => {
    fake.tabsOpen = [tab(1), tab(2, 'other.example')];
    await found(tab(1), [[AIRCRAFT, 1]]);
    fake.injected = [];
    await ask('site/set', { host: 'daily.example', on: false });
    await vi.waitFor(() => expect(fake.badges.get(1)).toBe(''));
    expect(
      fake.toldCalls('page/refresh').map(({ tabId, request }) => [tabId, (request as { on: boolean }).on]),
    ).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((await ask('tab/state', { tabId: 1 })).siteOn).toBe(false);
    expect(fake.injected).toEqual([]);
    await ask('site/set', { host: 'daily.example', on: true });
    await vi.waitFor(() => expect(fake.injected.map(({ target }) => target.tabId)).toEqual([1]));
  });

  test('of the language retitles the menu', async () => {
    await ask('settings/set', { settings: { language: 'ru' } });
    await vi.waitFor(() => expect(fake.menus.get('report-claim')).toMatch(/[а-я]/u));
  });

  test('that storage refuses is told to whoever asked', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    fake.storage.local.refusal = new Error('QUOTA_BYTES quota exceeded');
    expect(await send('source/set', { source: 'steppe-wire', on: false }, POPUP)).toMatchObject({
      ok: false,
      error: { code: 'failed' },
    });
  });

  test('by two pages at once loses neither', async () => {
    await Promise.all([
      ask('source/set', { source: 'steppe-wire', on: false }),
      ask('source/set', { source: 'capital-daily', on: false }),
    ]);
    expect((await ask('settings/get', {})).sourcesOff).toEqual(['capital-daily', 'steppe-wire']);
    expect((await ask('sources/list', {})).sources.map(({ on }) => on)).toEqual([false, true, false]);
  });
});

describe('a command', () => {
  test('steps in the frames that hold mentions, the top frame first', async () => {
    fake.tabsOpen = [tab(1, 'daily.example', { documents: ['top-1', 'frame-1'] })];
    await found(tab(1), [[AIRCRAFT, 1]]);
    await found(tab(1), [[BAN, 1]], 3, 'frame-1');
    for (const expected of [[0], [0, 3]]) {
      fake.commands.onCommand.emit('next-mention', fake.tabsOpen[0]);
      await vi.waitFor(() => expect(fake.toldCalls('page/step').map(({ frameId }) => frameId)).toEqual(expected));
    }
    fake.commands.onCommand.emit('previous-mention', fake.tabsOpen[0]);
    await vi.waitFor(() =>
      expect(fake.toldCalls('page/step')[2]).toEqual({ tabId: 1, frameId: 0, request: { by: -1 } }),
    );
  });

  test('switches the site off and on', async () => {
    fake.tabsOpen = [tab(1)];
    fake.commands.onCommand.emit('toggle-site', fake.tabsOpen[0]);
    await vi.waitFor(async () => expect((await ask('settings/get', {})).sitesOff).toEqual(['daily.example']));
    fake.commands.onCommand.emit('toggle-site', undefined);
    await vi.waitFor(async () => expect(await ask('settings/get', {})).toEqual(DEFAULT_SETTINGS));
  });
});

describe('opening a page of ours', () => {
  test('is granted once a second and tab, to the database alone', async () => {
    fake.tabsOpen = [tab(1), tab(2)];
    expect(await send('open', { page: 'database', claim: AIRCRAFT }, pageOf(tab(1)))).toMatchObject({ ok: true });
    expect(await send('open', { page: 'database', claim: null }, pageOf(tab(1)))).toMatchObject({
      error: { code: 'too-often' },
    });
    expect(await send('open', { page: 'database', claim: null }, pageOf(tab(2)))).toMatchObject({ ok: true });
    expect(fake.created).toEqual([
      `chrome-extension://own-id/database.html#/claim/${AIRCRAFT}`,
      'chrome-extension://own-id/database.html',
    ]);
  });
});

const report: Report = {
  version: 1,
  id: 'b7c1a2d3-0000-4000-8000-000000000000',
  state: 'draft',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-01-01T00:00:00.000Z',
  note: 'seen twice',
  quote: { type: 'TextQuoteSelector', exact: 'words', prefix: 'some ', suffix: ' more' },
  position: null,
  url: 'https://daily.example/page',
  title: 'Title',
  lang: 'en',
  limited: false,
};

describe('a report', () => {
  const captured = {
    quote: report.quote,
    position: { type: 'TextPositionSelector', start: 5, end: 10 },
    title: 'Title',
    lang: 'en',
    address: 'https://daily.example/page?who=me#x',
  };
  const click = {
    menuItemId: 'report-claim',
    selectionText: 'words',
    frameId: 0,
    pageUrl: 'https://daily.example/page?who=me',
  };

  async function clickMenu(from: FakeTab): Promise<ReportDraft | null> {
    fake.contextMenus.onClicked.emit(click, from);
    await vi.waitFor(() => expect(fake.created).toHaveLength(1));
    const address = fake.created[0] ?? '';
    expect(address).toMatch(/^chrome-extension:\/\/own-id\/report\.html#[0-9a-f-]{36}$/u);
    return await ask('reports/draft', { key: address.split('#')[1] ?? '' });
  }

  test('from the menu holds what the clicked frame says, without query and fragment', async () => {
    fake.tabsOpen = [tab(1)];
    fake.result = captured;
    expect(await clickMenu(tab(1))).toEqual({
      isPrivate: false,
      capture: {
        quote: report.quote,
        position: captured.position,
        title: 'Title',
        lang: 'en',
        url: 'https://daily.example/page',
        limited: false,
      },
    });
  });

  test('says that it is limited where the browser lets nothing be read', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    expect(await clickMenu(tab(9))).toMatchObject({
      capture: {
        quote: { exact: 'words', prefix: '', suffix: '' },
        url: 'https://daily.example/page',
        position: null,
        limited: true,
      },
    });
  });

  test('from a private window is marked as such and cannot be kept', async () => {
    fake.tabsOpen = [tab(1, 'daily.example', { incognito: true })];
    fake.result = captured;
    const draft = await clickMenu(tab(1, 'daily.example', { incognito: true }));
    expect(draft?.isPrivate).toBe(true);
    const key = fake.created[0]?.split('#')[1] ?? '';
    const reply = await send('reports/save', { report: { ...report, id: key } }, POPUP);
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await ask('reports/list', {})).toEqual([]);
    expect([...fake.storage.local.items.keys()]).toEqual([]);
  });

  test('another menu’s click is not ours', async () => {
    fake.contextMenus.onClicked.emit({ ...click, menuItemId: 'other' }, tab(1));
    expect(await ask('reports/draft', { key: 'b7c1a2d3' })).toBeNull();
    expect(fake.created).toEqual([]);
  });

  test('is kept, listed, and gone when deleted', async () => {
    expect(await ask('reports/save', { report })).toEqual(report);
    await wake();
    expect(await ask('reports/list', {})).toEqual([report]);
    await ask('reports/delete', { id: report.id });
    globalThis.indexedDB = new IDBFactory();
    await wake();
    expect(await ask('reports/list', {})).toEqual([]);
  });

  test('comes back from its copy where the database was wiped', async () => {
    await ask('reports/save', { report });
    globalThis.indexedDB = new IDBFactory();
    await wake();
    expect(await ask('reports/list', {})).toEqual([report]);
  });

  test('a damaged copy is left out, loudly, and the others come back', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await fake.storage.local.set({ reports: { [report.id]: report, 'b7c1a2d3-1': { ...report, created: 'then' } } });
    globalThis.indexedDB = new IDBFactory();
    await wake();
    expect(await ask('reports/list', {})).toEqual([report]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('b7c1a2d3-1'));
  });

  test('is saved although its copy could not be made', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    fake.storage.local.refusal = new Error('QUOTA_BYTES quota exceeded');
    expect(await ask('reports/save', { report })).toEqual(report);
    expect(log).toHaveBeenCalled();
    expect(await ask('reports/list', {})).toEqual([report]);
  });
});

describe('the database page', () => {
  test('gets the whole record, or null', async () => {
    const record = await ask('claims/get', { id: BAN });
    expect(record?.record.topic).toBe('export-policy');
    expect(record?.uncounted.map(({ id }) => id)).toEqual(['office-first']);
    expect(await ask('claims/get', { id: 'nowhere' })).toBeNull();
  });

  test('gets every claim that has a statement left', async () => {
    expect((await ask('claims/list', {})).cards.map(({ id }) => id)).toEqual([BAN, AIRCRAFT]);
  });
});
