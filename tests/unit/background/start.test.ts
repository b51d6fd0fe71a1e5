/** From an event to what the background does: starts, installs, messages, knocks. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openIndex } from '../../../lib/engine/index/open';
import type { HandOver } from '../../../lib/messages/hand-over';
import { soundPack } from '../compile/sound';
import { fake, type FakeTab } from './fake-browser';
import {
  AIRCRAFT,
  ask,
  BAN,
  bundle,
  pageOf,
  POPUP,
  putBack,
  report,
  send,
  startAfresh,
  tab,
  wake,
  allCards,
  bundledHeader,
} from './woken';

beforeEach(startAfresh);
afterEach(async () => {
  // What settles in still works on the tabs: the next test's are not meant.
  await navigator.locks.request('dalel-install', () => null);
  putBack();
});

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

  test('seeds an empty database from the bundle.pack pack', async () => {
    expect((await bundledHeader()).revision).toBe(3);
  });

  test('answers a pack that cannot be read as a fault of the store', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    globalThis.indexedDB = new IDBFactory();
    vi.stubGlobal('fetch', async () => Response.json({ format: 'other' }));
    wake();
    expect(await send('sources/list', {}, POPUP)).toMatchObject({ ok: false, error: { code: 'store' } });
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
    expect(fake.injected[0]).toEqual({
      target: { tabId: 1, allFrames: true },
      files: ['/sentinel.js', '/pack-sentinel.js'],
    });
    expect([...fake.menus]).toEqual([['report-claim', 'Report a claim']]);
  });

  test('puts a newer pack over the older one and keeps switches, mutes and reports', async () => {
    await ask('source/set', { source: 'steppe-wire', on: false });
    await ask('claim/mute', { id: BAN, muted: true });
    await ask('reports/save', { report });
    bundle.pack = soundPack({ revision: 4 });
    wake();
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(async () => expect((await bundledHeader()).revision).toBe(4));
    expect(await ask('settings/get', {})).toMatchObject({ sourcesOff: ['steppe-wire'], muted: [BAN] });
    expect(await ask('reports/list', {})).toEqual([report]);
  });

  test('never puts an older pack over a newer one', async () => {
    await ask('sources/list', {});
    bundle.pack = soundPack({ revision: 2 });
    wake();
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(() => expect(fake.menus.size).toBe(1));
    expect((await bundledHeader()).revision).toBe(3);
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
    const index = openIndex(Buffer.from(handOver.readings[0] ?? '', 'base64'));
    expect([index.claim(0).id, index.claim(1).id]).toEqual([BAN, AIRCRAFT]);
    expect(handOver.settings).toMatchObject({ language: 'en', minConfidence: 0.6 });
    expect(Object.keys(handOver.words).every((key) => /^(?:card|rung)\./u.test(key))).toBe(true);
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
    wake();
    expect(await nameOn(tab(1))).toBe(here);
    expect(await nameOn(tab(2, 'other.example'))).not.toBe(here);
  });

  test.each<[string, Parameters<typeof ask<'settings/set'>>[1]['settings']]>([
    ['Dalel is off', { on: false }],
    ['the site is off', { sites: { mode: 'all-but', hosts: ['daily.example'] } }],
  ])('is turned away where %s', async (_name, settings) => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings });
    expect(await send('knock', {}, pageOf(tab(1)))).toEqual({ ok: true, value: { injected: false } });
    expect(fake.injected).toEqual([]);
  });

  test('in a frame goes by the site of its tab', async () => {
    fake.tabsOpen = [tab(1)];
    await ask('settings/set', { settings: { sites: { mode: 'all-but', hosts: ['daily.example'] } } });
    const framed = { ...pageOf(tab(1), 4), url: 'https://other.example/frame' };
    expect(await send('knock', {}, framed)).toMatchObject({ value: { injected: false } });
  });

  test('from a tab that is gone meanwhile is no fault', async () => {
    expect(await send('knock', {}, pageOf(tab(9)))).toEqual({ ok: true, value: { injected: false } });
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
    expect((await allCards()).map(({ id }) => id)).toEqual([BAN, AIRCRAFT]);
  });
});
