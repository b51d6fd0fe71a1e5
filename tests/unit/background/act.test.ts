/** From an event to what the background does: findings, switches, commands, pages opened. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TabState } from '../../../lib/messages/protocol';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { fake } from './fake-browser';
import { AIRCRAFT, ask, BAN, found, pageOf, POPUP, putBack, send, startAfresh, tab, wake } from './woken';

beforeEach(startAfresh);
afterEach(putBack);

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
    expect(state).toMatchObject({ host: 'daily.example', on: true, siteOn: true, capped: [] });
    expect(state.claims.map(({ id, mentions, muted }) => [id, mentions, muted])).toEqual([
      [AIRCRAFT, 3, false],
      [BAN, 1, false],
    ]);
  });

  test('outlive a sleep', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 2]]);
    wake();
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
      error: { code: 'store', message: expect.stringContaining('no room') },
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
    await vi.waitFor(async () => expect((await ask('settings/get', {})).sites.hosts).toEqual(['daily.example']));
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
