/** Pauses, sites, the toolbar, the address bar and the welcome: what a person sets, and what follows in every tab. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openIndex } from '../../../lib/engine/index/open';
import type { Settings } from '../../../lib/settings/settings';
import { fake } from './fake-browser';
import { AIRCRAFT, ask, BAN, found, pageOf, putBack, send, startAfresh, tab, wake } from './woken';

beforeEach(startAfresh);
afterEach(putBack);

const HOUR_MS = 3_600_000;
const isInjected = async (): Promise<boolean> => {
  fake.injected = [];
  const answer = await send('knock', {}, pageOf(tab(1)));
  return answer.ok && (answer.value as { injected: boolean }).injected;
};

describe('a pause', () => {
  test('for an hour silences every page, and its alarm gives open tabs their sentinel back', async () => {
    fake.tabsOpen = [tab(1)];
    const until = Date.now() + HOUR_MS;
    await ask('settings/set', { settings: { pausedUntil: until } });
    await vi.waitFor(() => expect(fake.alarmsSet.get('resume')).toBe(until));
    expect(await isInjected()).toBe(false);
    expect((await ask('tab/state', { tabId: 1 })).pausedUntil).toBe(until);

    vi.spyOn(Date, 'now').mockReturnValue(until + 1);
    fake.injected = [];
    fake.alarms.onAlarm.emit({ name: 'resume' });
    await vi.waitFor(() =>
      expect(fake.injected.map(({ files }) => files)).toEqual([['/sentinel.js', '/pack-sentinel.js']]),
    );
    expect((await ask('settings/get', {})).pausedUntil).toBeNull();
    expect(await isInjected()).toBe(true);
  });

  test('is not ended by an alarm that rings early, nor by another one', async () => {
    const until = Date.now() + HOUR_MS;
    await ask('settings/set', { settings: { pausedUntil: until } });
    fake.alarms.onAlarm.emit({ name: 'resume' });
    fake.alarms.onAlarm.emit({ name: 'other' });
    await ask('settings/set', { settings: { badge: false } });
    expect((await ask('settings/get', {})).pausedUntil).toBe(until);
  });

  test('that ran out while the browser was closed is over without an alarm', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { pausedUntil: Date.now() - 1 } });
    expect(await isInjected()).toBe(true);
    expect((await ask('tab/state', { tabId: 1 })).pausedUntil).toBeNull();
  });

  test('until the browser restarts is over when it does', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { pausedUntil: 'restart' } });
    expect(await isInjected()).toBe(false);
    wake();
    expect(await isInjected()).toBe(false);
    fake.runtime.onStartup.emit();
    await vi.waitFor(async () => expect(await isInjected()).toBe(true));
  });

  test('until the browser restarts outlives an update of Dalel', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { pausedUntil: 'restart' } });
    await fake.storage.local.set({ settled: 'an earlier version' });
    wake();
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(async () => expect(await fake.storage.local.get('settled')).toEqual({ settled: '1.0' }));
    expect((await ask('settings/get', {})).pausedUntil).toBe('restart');
    expect(await isInjected()).toBe(false);
  });

  // Firefox keeps no alarm over a restart; no browser promises to keep one over an update.
  test.each<[string, () => void]>([
    ['wakes', () => undefined],
    ['starts with the browser', () => fake.runtime.onStartup.emit()],
    ['is updated', () => fake.runtime.onInstalled.emit({ reason: 'update' })],
  ])('for an hour gets its lost alarm back when Dalel %s', async (_how, happen) => {
    const until = Date.now() + HOUR_MS;
    await ask('settings/set', { settings: { pausedUntil: until } });
    await vi.waitFor(() => expect(fake.alarmsSet.get('resume')).toBe(until));
    fake.alarmsSet.clear();
    wake();
    happen();
    await vi.waitFor(() => expect(fake.alarmsSet.get('resume')).toBe(until));
    expect((await ask('settings/get', {})).pausedUntil).toBe(until);
  });

  test('for an hour whose alarm rang early gets another', async () => {
    const until = Date.now() + HOUR_MS;
    await ask('settings/set', { settings: { pausedUntil: until } });
    await vi.waitFor(() => expect(fake.alarmsSet.get('resume')).toBe(until));
    fake.alarmsSet.clear();
    fake.alarms.onAlarm.emit({ name: 'resume' });
    await vi.waitFor(() => expect(fake.alarmsSet.get('resume')).toBe(until));
  });

  test('that ran out without its alarm gives open tabs their sentinel back at the next start, once', async () => {
    fake.tabsOpen = [tab(1)];
    const until = Date.now() + HOUR_MS;
    await ask('settings/set', { settings: { pausedUntil: until } });
    await vi.waitFor(() => expect(fake.alarmsSet.get('resume')).toBe(until));
    // What that set going has come to its end.
    await vi.waitFor(async () =>
      expect(await fake.storage.local.get('spread')).toMatchObject({ spread: { pausedUntil: until } }),
    );
    fake.alarmsSet.clear();
    vi.spyOn(Date, 'now').mockReturnValue(until + 1);
    fake.injected = [];
    wake();
    fake.runtime.onStartup.emit();
    fake.alarms.onAlarm.emit({ name: 'resume' });
    await vi.waitFor(() => expect(fake.injected).not.toEqual([]));
    await vi.waitFor(async () =>
      expect(await fake.storage.local.get('spread')).toMatchObject({ spread: { pausedUntil: null } }),
    );
    expect(fake.injected.map(({ files }) => files)).toEqual([['/sentinel.js', '/pack-sentinel.js']]);
  });
});

describe('sites', () => {
  test('in the mode of chosen sites only those are looked through for claims', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { sites: { mode: 'only', hosts: [] } } });
    expect(await isInjected()).toBe(false);
    expect((await ask('tab/state', { tabId: 1 })).siteOn).toBe(false);
    await ask('site/set', { host: 'daily.example', on: true });
    expect((await ask('settings/get', {})).sites).toEqual({ mode: 'only', hosts: ['daily.example'] });
    expect(await isInjected()).toBe(true);
  });

  test('that the browser withholds are told apart from those without a claim', async () => {
    fake.tabsOpen = [tab(1)];
    expect((await ask('tab/state', { tabId: 1 })).isWithheld).toBe(false);
    fake.withheld = ['https://daily.example/*'];
    expect((await ask('tab/state', { tabId: 1 })).isWithheld).toBe(true);
  });
});

describe('where Dalel is not wanted', () => {
  const kept = () => [new Map(fake.storage.local.items), new Map(fake.storage.session.items)];

  test.each<[string, Partial<Settings>]>([
    ['off', { on: false }],
    ['paused for an hour', { pausedUntil: Date.now() + HOUR_MS }],
    ['paused until a restart', { pausedUntil: 'restart' }],
    ['off on this site', { sites: { mode: 'all-but', hosts: ['daily.example'] } }],
    ['on on other sites only', { sites: { mode: 'only', hosts: ['weekly.example'] } }],
  ])(
    '%s: a page that knocks gets no annotator and no card, and nothing of it is counted or kept',
    async (_how, off) => {
      fake.tabsOpen = [tab(1)];
      await ask('settings/set', { settings: off });
      await vi.waitFor(() => expect(fake.storage.local.items.has('spread')).toBe(true));
      const before = kept();
      const page = pageOf(tab(1));
      expect(await isInjected()).toBe(false);
      expect(fake.injected).toEqual([]);
      expect(await send('claims/for-page', { ids: [AIRCRAFT] }, page)).toEqual({ ok: true, value: { cards: [] } });
      expect((await found(tab(1), [[AIRCRAFT, 1]])).ok).toBe(true);
      expect(kept()).toEqual(before);
      expect([...fake.badges.values()].filter((text) => text !== '')).toEqual([]);
    },
  );
});

describe('the toolbar button', () => {
  test('says the counts in words, in the language that is set, also where it shows no number', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { badge: false, language: 'ru' } });
    await found(tab(1), [
      [AIRCRAFT, 3],
      [BAN, 2],
    ]);
    expect(fake.badges.get(1)).toBe('');
    expect(fake.titles.get(1)).toBe('Dalel: 2 известных утверждения, 5 упоминаний');
  });

  test('says the name alone where nothing was found', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [[AIRCRAFT, 1]]);
    await found(tab(1), []);
    expect(fake.titles.get(1)).toBe('Dalel');
  });
});

describe('a recap', () => {
  test('tells the claims in the order of reading, without the muted ones', async () => {
    fake.tabsOpen = [tab(1)];
    await found(tab(1), [
      [BAN, 1],
      [AIRCRAFT, 5],
    ]);
    const { claims, recap } = await ask('tab/state', { tabId: 1 });
    expect(claims.map(({ id }) => id)).toEqual([AIRCRAFT, BAN]);
    expect(recap.map(({ id }) => id)).toEqual([BAN, AIRCRAFT]);
    expect(recap[1]?.voices[0]?.kind).toMatch(/^(?:denial|confirmation|doubt|support)$/u);
    await ask('claim/mute', { id: BAN, muted: true });
    expect((await ask('tab/state', { tabId: 1 })).recap.map(({ id }) => id)).toEqual([AIRCRAFT]);
  });
});

describe('the address bar', () => {
  const suggestions = async (typed: string): Promise<readonly { content: string; description: string }[]> =>
    await new Promise((offer) => fake.omnibox.onInputChanged.emit(typed, offer));

  test('suggests claims that hold every typed word, in any order and case', async () => {
    const all = await suggestions('AIRCRAFT us');
    expect(all.map(({ content }) => content)).toEqual([`claim:${AIRCRAFT}`]);
    expect(all[0]?.description).not.toMatch(/[<>]/u);
    expect(await suggestions('aircraft zebra')).toEqual([]);
    expect(await suggestions('  ')).toEqual([]);
  });

  test.each([
    [`claim:${AIRCRAFT}`, `#/claim/${AIRCRAFT}`],
    ['su-30 & co', '#/?q=su-30%20%26%20co'],
    [' ', ''],
  ])('opens what was entered: %j', async (entered, route) => {
    fake.omnibox.onInputEntered.emit(entered, 'newForegroundTab');
    await vi.waitFor(() => expect(fake.created).toEqual([`chrome-extension://own-id/database.html${route}`]));
  });
});

describe('the welcome', () => {
  test('opens once in the life of an installation, and never on an update', async () => {
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(() => expect(fake.menus.size).toBe(1));
    expect(fake.created).toEqual([]);
    fake.runtime.onInstalled.emit({ reason: 'install' });
    await vi.waitFor(() => expect(fake.created).toEqual(['chrome-extension://own-id/welcome.html']));
    wake();
    fake.menus.clear();
    fake.runtime.onInstalled.emit({ reason: 'install' });
    await vi.waitFor(() => expect(fake.menus.size).toBe(1));
    expect(fake.created).toHaveLength(1);
  });

  test('hands its sample what a page is handed', async () => {
    const { highlight, readings, words } = await ask('sample/hand-over', {});
    const index = openIndex(Buffer.from(readings[0] ?? '', 'base64'));
    expect(highlight).toMatch(/^d[0-9a-f]{16}$/u);
    expect([index.claim(0).id, index.claim(1).id]).toEqual([BAN, AIRCRAFT]);
    expect(Object.keys(words)).toContain('card.close');
    expect((await ask('sample/cards', { ids: [AIRCRAFT, 'nowhere'] })).cards.map(({ id }) => id)).toEqual([AIRCRAFT]);
  });
});
