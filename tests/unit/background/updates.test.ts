/** What an update brings, what waits for the reader, and what its editor withdrew. */
import { describe, expect, test, vi } from 'vitest';
import type { Pack } from '../../../lib/engine/pack/schema';
import { asJson, asStatus } from '../../support/pack-server';
import { seal, type Signer } from '../../support/signer';
import { fake } from './fake-browser';
import {
  DAY,
  HOUR,
  inNewBackground,
  later,
  MINUTE,
  publish,
  ring,
  row,
  sealed,
  server,
  signer,
  subscribe,
  take,
  update,
  withHeader,
} from './subscribed';
import { ask, wake, allCards } from './woken';

inNewBackground();

/** Three claims more than the pack has by itself. */
const withMore = (pack: Pack): Pack => ({
  ...pack,
  claims: [...pack.claims, ...[1, 2, 3].flatMap((n) => pack.claims.map((claim) => ({ ...claim, id: `more-${n}` })))],
});

describe('an update', () => {
  test('is taken where it is newer, says what changed, and comes back by one undo; the next one is taken again', async () => {
    await subscribe();
    publish(asJson(await sealed(2)));
    expect(await update()).toEqual({ kind: 'updated' });
    expect(await row()).toMatchObject({ header: { revision: 2 }, changes: [{ kind: 'status', after: 'denied' }] });
    await ask('packs/undo', { id: 'lake-claims' });
    expect(await row()).toMatchObject({ header: { revision: 1 }, canUndo: false });
    // What was undone does not come back by itself …
    later(2 * DAY);
    await ring();
    expect(await row()).toMatchObject({ header: { revision: 1 }, subscription: { fault: null } });
    // … but where the reader asks for it, and a newer one does.
    later(2 * MINUTE);
    expect(await update()).toEqual({ kind: 'updated' });
    expect(await row()).toMatchObject({ header: { revision: 2 } });
  });

  test('that is the same costs one request without an answer', async () => {
    await subscribe(undefined, '"one"');
    publish((response, headers) => void response.writeHead(headers['if-none-match'] === '"one"' ? 304 : 500).end());
    expect(await update()).toEqual({ kind: 'unchanged' });
    expect(await row()).toMatchObject({ subscription: { fault: null, failures: 0 } });
  });

  test('that lost more than half of its claims waits for the reader’s word', async () => {
    await subscribe(await sealed(1, undefined, withMore));
    publish(asJson(await sealed(2)));
    expect(await update()).toEqual({ kind: 'asks' });
    wake();
    expect(await row()).toMatchObject({
      header: { revision: 1 },
      subscription: { fault: null, offer: { revision: 2, gone: 3, of: 4 } },
    });
    await ask('subscriptions/leave', { id: 'lake-claims' });
    expect(await row()).toMatchObject({ header: { revision: 1 }, subscription: { offer: null } });
    later(2 * DAY);
    await ring();
    expect(await row()).toMatchObject({ header: { revision: 1 }, subscription: { offer: null } });
    later(2 * MINUTE);
    expect(await update()).toEqual({ kind: 'asks' });
    expect(await take()).toEqual({ kind: 'updated' });
    expect(await row()).toMatchObject({ header: { revision: 2 }, canUndo: true, subscription: { offer: null } });
  });

  test('under a new key is taken where the old one vouches for it, and from then on only under the new one', async () => {
    await subscribe();
    const before = (await row())?.fingerprint;
    publish(asJson(await sealed(2, [signer('successor')])));
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'other-key' } });
    expect((await row())?.fingerprint).toBe(before);
    publish(asJson(await sealed(2, [signer('successor'), signer('editor')])));
    later(2 * MINUTE);
    expect(await update()).toEqual({ kind: 'updated' });
    expect((await row())?.fingerprint).not.toBe(before);
    publish(asJson(await sealed(3)));
    later(2 * MINUTE);
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'other-key' } });
    // An undo brings back the older pack, never the older key.
    await ask('packs/undo', { id: 'lake-claims' });
    expect(await ask('packs/load', { text: await sealed(4), from: 'lake.json' })).toMatchObject({ ok: false });
    expect((await row())?.fingerprint).not.toBe(before);
  });

  test('by file is followed by the subscription', async () => {
    await subscribe();
    expect(await ask('packs/load', { text: await sealed(5), from: 'lake.json' })).toMatchObject({ ok: true });
    publish(asJson(await sealed(4)));
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'older', held: 5, given: 4 } });
  });

  test('of a pack that was removed meanwhile is let go', async () => {
    await subscribe();
    const text = await sealed(2);
    publish((response) => void ask('packs/remove', { id: 'lake-claims' }).then(() => asJson(text)(response, {})));
    expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'not-subscribed' } });
    expect(await row()).toBeUndefined();
    expect(fake.alarmsSet.has('updates')).toBe(false);
  });

  test('whose transaction fails leaves what was held', async () => {
    await subscribe();
    publish(asJson(await sealed(2)));
    const real = IDBObjectStore.prototype.put;
    const full = new DOMException('no room', 'QuotaExceededError');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (this.name === 'loaded') throw full;
      return real.call(this, value);
    });
    await expect(update()).rejects.toThrow('store');
    vi.restoreAllMocks();
    wake();
    expect(await row()).toMatchObject({ header: { revision: 1 } });
  });

  test('that a killed background left half-way is not tried over and over', async () => {
    await subscribe();
    publish(() => undefined);
    void update();
    await vi.waitFor(() => expect(server().asked).toHaveLength(2));
    wake();
    expect(await row()).toMatchObject({ header: { revision: 1 } });
    expect((await row())?.subscription?.nextAt).toBeGreaterThanOrEqual(Date.now() + 6 * HOUR - MINUTE);
  });
});

describe('the list of withdrawn claims', () => {
  const withList = withHeader({ retractions: 'withdrawn.json' });
  const list = (revision: number, claims: readonly string[], more: object = {}) => ({
    format: 'dalel-retractions',
    version: 1,
    pack: 'lake-claims',
    revision,
    key: signer('editor').key,
    claims: claims.map((claim) => ({ claim, date: '2026-11-20', why: { en: 'The letter was forged.' } })),
    ...more,
  });
  const publishList = async (data: object, signers = [signer('editor')]) =>
    publish(asJson(await seal(JSON.stringify(data), signers)), '/withdrawn.json');
  const CLAIM = 'orvelia-bought-gunboats';

  test('reaches the cards and the page of packs, with the pack and after it', async () => {
    await publishList(list(1, []));
    await subscribe(await sealed(1, undefined, withList), '"1"');
    expect((await row())?.withdrawn).toEqual([]);
    await publishList(list(2, [CLAIM, 'of-old']));
    expect(await update()).toEqual({ kind: 'unchanged' });
    expect((await row())?.withdrawn).toMatchObject([
      { id: CLAIM, proposition: { en: 'Orvelia bought six gunboats from Tukana.' }, date: '2026-11-20' },
      { id: 'of-old', proposition: null },
    ]);
    const cards = await allCards();
    expect(cards.find(({ id }) => id === `lake-claims/${CLAIM}`)).toMatchObject({
      withdrawn: { date: '2026-11-20', why: 'The letter was forged.' },
    });
  });

  test.each<readonly [string, () => object, (() => Signer[]) | null, string]>([
    ['under another key', () => list(3, [], { key: signer('stranger').key }), () => [signer('stranger')], 'other-key'],
    ['of another pack', () => list(3, [], { pack: 'sea-claims' }), null, 'other-pack'],
    ['of an older revision', () => list(1, []), null, 'older'],
    ['with a field too many', () => list(3, [], { script: 'x' }), null, 'bad-field'],
    ['with a claim that is a path', () => list(3, ['../x']), null, 'bad-field'],
  ])('%s is refused, and the one held stays', async (_what, data, signers, kind) => {
    await publishList(list(2, [CLAIM]));
    await subscribe(await sealed(1, undefined, withList));
    await publishList(data(), signers?.());
    expect(await update()).toEqual({ kind: 'unchanged' });
    expect(await row()).toMatchObject({
      withdrawn: [{ id: CLAIM }],
      subscription: { fault: { kind: 'retractions', fault: { kind } } },
    });
  });

  test('that is gone, unsigned or no list leaves the one held', async () => {
    await publishList(list(2, [CLAIM]));
    await subscribe(await sealed(1, undefined, withList));
    for (const answer of [asStatus(404), asJson(JSON.stringify(list(3, []))), asJson('nonsense')]) {
      publish(answer, '/withdrawn.json');
      await update();
      later(2 * MINUTE);
      expect(await row()).toMatchObject({
        withdrawn: [{ id: CLAIM }],
        subscription: { fault: { kind: 'retractions' } },
      });
    }
  });
});

test('a pack whose day is past is kept, and marked as old', async () => {
  await subscribe(await sealed(1, undefined, withHeader({ expires: '2026-12-01' })));
  expect((await row())?.isOld).toBe(false);
  later(30 * DAY);
  expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'expired' } });
  expect(await row()).toMatchObject({ isOld: true, header: { revision: 1 } });
  expect((await allCards()).some(({ id }) => id.startsWith('lake-claims/'))).toBe(true);
});
