/** Pages that a tab brings back from before the open tabs were last given their sentinels. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quiet } from '../../support/killed';
import { fake } from './fake-browser';
import { ask, putBack, startAfresh, tab } from './woken';

beforeEach(startAfresh);
afterEach(putBack);

const sentinels = () => fake.injected.filter(({ files }) => files?.includes('/sentinel.js') === true);

/** The tab's page is complete; it was made that long before now. */
async function comes(tabId: number, madeMsAgo: number): Promise<number> {
  fake.injected = [];
  fake.result = Date.now() - madeMsAgo;
  fake.tabs.onUpdated.emit(tabId, { status: 'complete' });
  await quiet();
  return sentinels().length;
}

/** Off and on again: every open tab is given its sentinel. */
async function giveSentinels(): Promise<void> {
  await ask('settings/set', { settings: { on: false } });
  await ask('settings/set', { settings: { on: true } });
  await vi.waitFor(() => expect(sentinels()).toHaveLength(fake.tabsOpen.length));
  await quiet();
}

test('nothing is asked of any page before that', async () => {
  fake.tabsOpen = [tab(1)];
  expect(await comes(1, 60_000)).toBe(0);
  expect(fake.injected).toEqual([]);
});

test('of the tabs that were open then, an older page gets its sentinel and a newer one has it', async () => {
  fake.tabsOpen = [tab(1), tab(2)];
  await giveSentinels();
  expect(await comes(1, 60_000)).toBe(1);
  expect(await comes(2, 60_000)).toBe(1);
  expect(await comes(1, -60_000)).toBe(0);
});

test('a tab that was opened since brings none back, and is not asked', async () => {
  fake.tabsOpen = [tab(1)];
  await giveSentinels();
  fake.tabsOpen = [tab(1), tab(3)];
  expect(await comes(3, 60_000)).toBe(0);
  expect(fake.injected).toEqual([]);
});

test('a page that the browser keeps to itself is left alone', async () => {
  fake.tabsOpen = [tab(1)];
  await giveSentinels();
  fake.tabsOpen = [];
  const heard = vi.spyOn(console, 'error');
  expect(await comes(1, 60_000)).toBe(0);
  expect(heard).not.toHaveBeenCalled();
});
