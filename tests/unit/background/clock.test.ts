/** Clocks that stand in another century, jump, or go back: nothing is lost, hidden or off for good because of them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pauseEnd } from '../../../lib/settings/settings';
import { fake } from './fake-browser';
import { ask, bundle, pageOf, putBack, report, send, startAfresh, tab, wake, bundledHeader } from './woken';

const setClock = (iso: string): void => void vi.setSystemTime(new Date(iso));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock('2026-05-04T03:02:01.000Z');
  await startAfresh();
});
afterEach(() => {
  vi.useRealTimers();
  putBack();
});

const CLOCKS = ['1970-01-01T00:00:10.000Z', '2026-05-04T03:02:01.000Z', '2100-12-31T23:59:59.000Z'] as const;
const JUMPS = CLOCKS.flatMap((from) => CLOCKS.map((to) => [from, to] as const));

async function isRead(): Promise<boolean> {
  fake.tabsOpen = [tab(1)];
  const reply = await send('knock', {}, pageOf(tab(1)));
  return JSON.stringify(reply).includes('"injected":true');
}

describe.each(JUMPS)('from %s to %s', (from, to) => {
  test('what was kept is there, and what is kept after it as well', async () => {
    setClock(from);
    const kept = (id: string) => {
      const now = new Date().toISOString();
      return { ...report, id: `b7c1a2d3-${id}`, created: now, changed: now };
    };
    const first = await ask('reports/save', { report: kept('1') });
    setClock(to);
    wake();
    const second = await ask('reports/save', { report: kept('2') });
    const again = await ask('reports/save', { report: { ...first, note: 'changed', changed: second.changed } });
    const list = await ask('reports/list', {});
    expect(list).toHaveLength(2);
    expect(list).toEqual(expect.arrayContaining([again, second]));
  });

  test('a pause of an hour ends within an hour of the clock that goes on', async () => {
    setClock(from);
    await ask('settings/set', { settings: { pausedUntil: pauseEnd('hour') } });
    expect(await isRead()).toBe(false);
    setClock(to);
    wake();
    vi.setSystemTime(Date.now() + 3_600_001);
    expect(await isRead()).toBe(true);
  });

  test('a newer pack takes the place of the older one', async () => {
    setClock(from);
    const { revision } = await bundledHeader();
    setClock(to);
    bundle.pack = { ...bundle.pack, header: { ...bundle.pack.header, revision: revision + 1 } };
    fake.runtime.onInstalled.emit({ reason: 'update' });
    await vi.waitFor(async () => expect((await bundledHeader()).revision).toBe(revision + 1));
  });
});

test('of more drafts than are kept the first ones go, not those of a clock that was put back', async () => {
  fake.tabsOpen = [tab(1)];
  setClock('2100-01-01T00:00:00.000Z');
  for (let made = 0; made < 40; made += 1) await ask('reports/start', { tabId: 1 });
  setClock('1970-01-02T00:00:00.000Z');
  for (let made = 0; made < 3; made += 1) await ask('reports/start', { tabId: 1 });
  const keys = fake.created.map((url) => url.split('#')[1] ?? '');
  const isThere = await Promise.all(keys.map(async (key) => (await ask('reports/draft', { key })) !== null));
  expect(isThere).toEqual(keys.map((_key, nth) => nth >= 3));
});
