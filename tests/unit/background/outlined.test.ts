/** What a waking background reads for its first answers: an outline of the pack and the claims asked for, not the whole. */
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DATABASE_NAME } from '../../../lib/store/schema';
import { layDown, readFrozen } from '../../support/frozen-store';
import { AIRCRAFT, ask, BAN, found, pageOf, putBack, send, startAfresh, tab, wake, bundledHeader } from './woken';
import { fake } from './fake-browser';

beforeEach(startAfresh);
afterEach(async () => {
  await navigator.locks.request('dalel-install', () => null);
  putBack();
});

/** The whole pack is nowhere to be had: not in the database, nor in what the extension brings along. */
async function takePackAway(): Promise<void> {
  const database = await openDB(DATABASE_NAME);
  await database.clear('packs');
  database.close();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('No pack')));
}

test('cards, counts, sources and a claim’s record come without the whole pack', async () => {
  fake.tabsOpen = [tab(1)];
  await ask('sources/list', {});
  await found(tab(1), [[AIRCRAFT, 2]]);
  const before = [
    await send('claims/for-page', { ids: [BAN, 'nowhere', AIRCRAFT] }, pageOf(tab(1))),
    await ask('tab/state', { tabId: 1 }),
    await ask('sources/list', {}),
    await ask('claims/get', { id: BAN }),
  ];
  await takePackAway();
  wake();
  expect([
    await send('claims/for-page', { ids: [BAN, 'nowhere', AIRCRAFT] }, pageOf(tab(1))),
    await ask('tab/state', { tabId: 1 }),
    await ask('sources/list', {}),
    await ask('claims/get', { id: BAN }),
  ]).toEqual(before);
  expect(before[0]).toMatchObject({ value: { cards: [{ id: BAN }, { id: AIRCRAFT }] } });
  expect(before[2]).toMatchObject({ sources: expect.arrayContaining([expect.objectContaining({ statements: 2 })]) });
});

test('the words of a part of the list are those of its rows', async () => {
  const { rows } = await ask('rows/list', { from: 0, count: 50 });
  await takePackAway();
  const { texts } = await ask('rows/texts', { from: 1, count: 1 });
  expect(texts).toHaveLength(1);
  expect(texts[0]?.proposition).toContain(rows[1]?.proposition);
});

test('a database that an earlier Dalel filled gets its outline at the first question', async () => {
  globalThis.indexedDB = new IDBFactory();
  await layDown(readFrozen(4));
  wake();
  expect((await bundledHeader()).revision).toBe(3);
  const database = await openDB(DATABASE_NAME);
  expect(await database.count('outlines')).toBe(1);
  database.close();
});
