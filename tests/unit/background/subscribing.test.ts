/** What an address must be and serve to be subscribed to, and that only such are asked. */
import { describe, expect, test, vi } from 'vitest';
import { otherPack } from '../../support/other-pack';
import { asJson, servePacks } from '../../support/pack-server';
import { fake } from './fake-browser';
import {
  add,
  inNewBackground,
  PATH,
  publish,
  row,
  sealed,
  server,
  signer,
  subscribe,
  take,
  update,
  withHeader,
} from './subscribed';
import { ask, bundle, wake, allCards } from './woken';

inNewBackground();

describe('an address', () => {
  test('is asked once, and what it offers is held only after the reader takes it', async () => {
    publish(asJson(await sealed(1)));
    const added = await add();
    expect(added).toMatchObject({ ok: true, offer: { id: 'lake-claims', header: { editor: 'Lake Desk' } } });
    expect(added.ok && added.offer.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
    expect(await row()).toBeUndefined();
    expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'not-subscribed' } });
    expect(server().asked).toHaveLength(1);
    wake();
    expect(await take()).toEqual({ kind: 'updated' });
    expect(await row()).toMatchObject({
      isOn: true,
      from: server().url(PATH),
      subscription: { fault: null, failures: 0 },
    });
    expect((await allCards()).some(({ pack }) => pack?.startsWith('Claims of the lake'))).toBe(true);
  });

  test('that the reader leaves is forgotten, and never asked again', async () => {
    publish(asJson(await sealed(1)));
    await add();
    await ask('subscriptions/leave', { id: 'lake-claims' });
    expect(await take()).toMatchObject({ kind: 'refused' });
    expect(await row()).toBeUndefined();
    expect(fake.alarmsSet.has('updates')).toBe(false);
    expect(server().asked).toHaveLength(1);
  });

  test('is told nothing but what is wanted', async () => {
    await subscribe(undefined, '"1"');
    await update();
    const [first, second] = server().asked.map(({ headers }) => headers);
    expect(second?.['if-none-match']).toBe('"1"');
    for (const headers of [first, second])
      for (const name of ['cookie', 'referer', 'authorization', 'origin']) expect(headers?.[name]).toBeUndefined();
  });

  test('that breaks a rule is refused before anybody is asked', async () => {
    const asking = vi.spyOn(globalThis, 'fetch');
    for (const address of ['no address', 'http://desk.example/pack.json', 'https://192.168.0.7/pack.json'])
      expect(await ask('subscriptions/add', { address })).toMatchObject({ ok: false });
    expect(asking).not.toHaveBeenCalled();
  });

  test('of this computer is refused unless developer subscriptions are on, also later', async () => {
    await subscribe();
    await ask('settings/set', { settings: { developerSubscriptions: false } });
    expect(await add('/other.json')).toEqual({ ok: false, fault: { kind: 'local-address' } });
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'local-address' } });
    expect(server().asked).toHaveLength(1);
    expect(await row()).toMatchObject({ header: { revision: 1 } });
  });

  test('that nobody subscribed to is never asked, whoever wants it', async () => {
    await subscribe();
    const other = await servePacks();
    // With a database of its own: one that was loaded before holds that of another test.
    vi.resetModules();
    const { fetchSubscribed } = await import('../../../lib/background/fetch-subscribed');
    const asked = await fetchSubscribed({ address: other.url(PATH), etag: null, isAdding: false });
    expect(asked).toMatchObject({ kind: 'failed', fault: { kind: 'not-subscribed' } });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  test.each<readonly [string, () => Promise<string>, object]>([
    ['an unsigned pack', async () => JSON.stringify(otherPack()), { kind: 'unsigned' }],
    [
      'the id of the bundled pack',
      () => sealed(9, undefined, withHeader({ id: bundle.pack.header.id })),
      { kind: 'bundled' },
    ],
    ['what has expired', () => sealed(1, undefined, withHeader({ expires: '2026-11-21' })), { kind: 'expired' }],
    ['no pack', async () => '{}', { kind: 'not-a-pack' }],
  ])('that serves %s is not subscribed to', async (_what, text, fault) => {
    publish(asJson(await text()));
    expect(await add()).toMatchObject({ ok: false, fault });
    expect((await ask('packs/list', {})).length).toBe(1);
  });

  test('is subscribed to once, and a pack from one address', async () => {
    await subscribe();
    expect(await add()).toEqual({ ok: false, fault: { kind: 'subscribed' } });
    publish(asJson(await sealed(2)), '/mirror.json');
    expect(await add('/mirror.json')).toEqual({ ok: false, fault: { kind: 'subscribed' } });
  });

  test('may serve a pack that is held by file, under the same key, and keeps it up to date from then on', async () => {
    await ask('packs/load', { text: await sealed(2), from: 'lake.json' });
    publish(asJson(await sealed(2, [signer('stranger')])));
    expect(await add()).toEqual({ ok: false, fault: { kind: 'other-key' } });
    publish(asJson(await sealed(1)));
    expect(await add()).toEqual({ ok: false, fault: { kind: 'older', held: 2, given: 1 } });
    await subscribe(await sealed(2));
    expect(await row()).toMatchObject({ header: { revision: 2 }, canUndo: false, changes: null });
    publish(asJson(await sealed(3)));
    expect(await update()).toEqual({ kind: 'updated' });
  });
});

test('offline, nobody is asked and no failure counted', async () => {
  vi.stubGlobal('navigator', { onLine: false, locks: navigator.locks });
  const asking = vi.spyOn(globalThis, 'fetch');
  expect(await ask('subscriptions/add', { address: 'https://desk.example/lake.json' })).toEqual({
    ok: false,
    fault: { kind: 'offline' },
  });
  expect(asking).not.toHaveBeenCalledWith(expect.stringContaining('desk.example'), expect.anything());
});
