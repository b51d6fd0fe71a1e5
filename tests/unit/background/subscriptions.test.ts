/** Subscriptions against a real server on this computer: what is taken, what is refused and why, and that nothing held is lost. */
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pack } from '../../../lib/engine/pack/schema';
import type { PackRow } from '../../../lib/messages/pack-rows';
import { otherPack } from '../../support/other-pack';
import { asJson, asStatus, servePacks, type Answer, type PackServer } from '../../support/pack-server';
import { makeSigner, seal, sealPack, type Signer } from '../../support/signer';
import { fake } from './fake-browser';
import { ask, bundle, putBack, startAfresh, wake } from './woken';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).fake }));

const webFetch = globalThis.fetch;
const START = Date.parse('2026-11-22T10:00:00Z');
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const PATH = '/lake.json';

let server: PackServer;
let [editor, successor, stranger]: Signer[] = [];

beforeAll(async () => {
  [editor, successor, stranger] = [await makeSigner(), await makeSigner(), await makeSigner()];
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  server = await servePacks();
  await startAfresh();
  vi.stubGlobal('fetch', async (address: string, options?: RequestInit) =>
    address.startsWith('chrome-extension:') ? Response.json(bundle.pack) : webFetch(address, options),
  );
  await ask('settings/set', { settings: { developerSubscriptions: true } });
});

afterEach(async () => {
  await server.close();
  vi.useRealTimers();
  putBack();
});

function signer(one: Signer | undefined): Signer {
  if (one === undefined) throw new Error('No key was made');
  return one;
}

const publish = (answer: Answer, path = PATH) => void server.answers.set(path, answer);
const sealed = (revision: number, signers = [signer(editor)], change: (pack: Pack) => Pack = (pack) => pack) =>
  sealPack(change(otherPack('lake-claims', revision)), signers);
const withHeader =
  (header: Partial<Pack['header']>) =>
  (pack: Pack): Pack => ({ ...pack, header: { ...pack.header, ...header } });
/** Three claims more than the pack has by itself. */
const withMore = (pack: Pack): Pack => ({
  ...pack,
  claims: [...pack.claims, ...[1, 2, 3].flatMap((n) => pack.claims.map((claim) => ({ ...claim, id: `more-${n}` })))],
});

const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);
const add = (path = PATH) => ask('subscriptions/add', { address: server.url(path) });
const update = () => ask('subscriptions/update', { id: 'lake-claims' });
const take = () => ask('subscriptions/take', { id: 'lake-claims' });

async function row(): Promise<PackRow | undefined> {
  return (await ask('packs/list', {})).find(({ id }) => id === 'lake-claims');
}

async function subscribe(text?: string, etag?: string): Promise<void> {
  publish(asJson(text ?? (await sealed(1)), etag));
  expect(await add()).toMatchObject({ ok: true });
  expect(await take()).toEqual({ kind: 'updated' });
  later(2 * MINUTE);
}

/** The alarm rings, and its work is done. */
async function ring(): Promise<void> {
  const before = fake.alarmsSet.get('updates');
  fake.alarms.onAlarm.emit({ name: 'updates' });
  await vi.waitFor(() => expect(fake.alarmsSet.get('updates')).not.toBe(before));
  await vi.waitFor(async () => {
    const due = (await row())?.subscription?.nextAt ?? 0;
    expect(fake.alarmsSet.get('updates')).toBe(Math.min(Math.max(due, Date.now() + MINUTE), Date.now() + 7 * DAY));
  });
}

describe('an address', () => {
  test('is asked once, and what it offers is held only after the reader takes it', async () => {
    publish(asJson(await sealed(1)));
    const added = await add();
    expect(added).toMatchObject({ ok: true, offer: { id: 'lake-claims', header: { editor: 'Lake Desk' } } });
    expect(added.ok && added.offer.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
    expect(await row()).toBeUndefined();
    expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'not-subscribed' } });
    expect(server.asked).toHaveLength(1);
    await wake();
    expect(await take()).toEqual({ kind: 'updated' });
    expect(await row()).toMatchObject({
      isOn: true,
      from: server.url(PATH),
      subscription: { fault: null, failures: 0 },
    });
    expect((await ask('claims/list', {})).cards.some(({ pack }) => pack?.startsWith('Claims of the lake'))).toBe(true);
  });

  test('that the reader leaves is forgotten, and never asked again', async () => {
    publish(asJson(await sealed(1)));
    await add();
    await ask('subscriptions/leave', { id: 'lake-claims' });
    expect(await take()).toMatchObject({ kind: 'refused' });
    expect(await row()).toBeUndefined();
    expect(fake.alarmsSet.has('updates')).toBe(false);
    expect(server.asked).toHaveLength(1);
  });

  test('is told nothing but what is wanted', async () => {
    await subscribe(undefined, '"1"');
    await update();
    const [first, second] = server.asked.map(({ headers }) => headers);
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
    expect(server.asked).toHaveLength(1);
    expect(await row()).toMatchObject({ header: { revision: 1 } });
  });

  test('that nobody subscribed to is never asked, whoever wants it', async () => {
    await subscribe();
    const other = await servePacks();
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
    publish(asJson(await sealed(2, [signer(stranger)])));
    expect(await add()).toEqual({ ok: false, fault: { kind: 'other-key' } });
    publish(asJson(await sealed(1)));
    expect(await add()).toEqual({ ok: false, fault: { kind: 'older', held: 2, given: 1 } });
    await subscribe(await sealed(2));
    expect(await row()).toMatchObject({ header: { revision: 2 }, canUndo: false, changes: null });
    publish(asJson(await sealed(3)));
    expect(await update()).toEqual({ kind: 'updated' });
  });
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
    await wake();
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
    publish(asJson(await sealed(2, [signer(successor)])));
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'other-key' } });
    expect((await row())?.fingerprint).toBe(before);
    publish(asJson(await sealed(2, [signer(successor), signer(editor)])));
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
    await wake();
    expect(await row()).toMatchObject({ header: { revision: 1 } });
  });

  test('that a killed background left half-way is not tried over and over', async () => {
    await subscribe();
    publish(() => undefined);
    void update();
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    await wake();
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
    key: editor?.key,
    claims: claims.map((claim) => ({ claim, date: '2026-11-20', why: { en: 'The letter was forged.' } })),
    ...more,
  });
  const publishList = async (data: object, signers = [signer(editor)]) =>
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
    const { cards } = await ask('claims/list', {});
    expect(cards.find(({ id }) => id === `lake-claims/${CLAIM}`)).toMatchObject({
      withdrawn: { date: '2026-11-20', why: 'The letter was forged.' },
    });
  });

  test.each<readonly [string, () => object, (() => Signer[]) | null, string]>([
    ['under another key', () => list(3, [], { key: stranger?.key }), () => [signer(stranger)], 'other-key'],
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

describe('the times', () => {
  test('by hand are a minute apart', async () => {
    await subscribe();
    expect(await update()).toEqual({ kind: 'unchanged' });
    later(30_000);
    expect(await update()).toEqual({ kind: 'wait', until: Date.now() + 30_000 });
    expect(server.asked).toHaveLength(2);
    later(30_000);
    expect(await update()).toEqual({ kind: 'unchanged' });
  });

  test('of the alarm are a day apart, give or take a fifth, and survive a sleep', async () => {
    await subscribe();
    await wake();
    const at = fake.alarmsSet.get('updates') ?? 0;
    expect(at).toBeGreaterThanOrEqual(START + 0.8 * DAY);
    expect(at).toBeLessThanOrEqual(START + 1.2 * DAY);
    publish(asJson(await sealed(2)));
    vi.setSystemTime(at - HOUR);
    await ring();
    expect(server.asked).toHaveLength(1);
    vi.setSystemTime(at);
    await ring();
    expect(await row()).toMatchObject({ header: { revision: 2 } });
  });

  test('grow with every failure, up to seven days', async () => {
    await subscribe();
    publish(asStatus(500));
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      vi.setSystemTime((await row())?.subscription?.nextAt ?? 0);
      await ring();
      waits.push(((await row())?.subscription?.nextAt ?? 0) - Date.now());
    }
    // Waiting in the test moves its clock by a few milliseconds.
    expect(waits[0]).toBeGreaterThanOrEqual(6 * HOUR - MINUTE);
    expect(waits[2]).toBeGreaterThan(waits[0] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(7 * DAY);
    expect(waits.at(-1)).toBeGreaterThan(7 * DAY - MINUTE);
    expect(await row()).toMatchObject({ header: { revision: 1 }, subscription: { failures: 8 } });
  });

  test('that the server asks for hold for the reader as well', async () => {
    await subscribe();
    publish(asStatus(429, { 'retry-after': '7200' }));
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'busy', status: 429 } });
    const until = Date.now() + 2 * HOUR;
    later(HOUR);
    expect(await update()).toEqual({ kind: 'wait', until });
    publish(asStatus(503, { 'retry-after': new Date(until + 3 * DAY).toUTCString() }));
    later(HOUR);
    expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'busy' } });
    expect((await row())?.subscription?.nextAt).toBeGreaterThanOrEqual(until + 3 * DAY - 1000);
    publish(asStatus(503, { 'retry-after': '99999999' }));
    later(4 * DAY);
    await update();
    expect((await row())?.subscription?.notBefore).toBe(Date.now() + 7 * DAY);
  });

  test('of a clock that was put back neither hold it up for years nor let it ask at once', async () => {
    vi.setSystemTime(Date.parse('2100-01-01T00:00:00Z'));
    await subscribe();
    vi.setSystemTime(START);
    await ring();
    expect(server.asked).toHaveLength(1);
    expect((await row())?.subscription?.nextAt).toBeLessThanOrEqual(START + 1.2 * DAY);
    vi.setSystemTime(START + 1.2 * DAY);
    publish(asJson(await sealed(2)));
    await ring();
    expect(await row()).toMatchObject({ header: { revision: 2 } });
  });

  test('without a subscription set no alarm', async () => {
    await ask('packs/load', { text: await sealed(1), from: 'lake.json' });
    expect(fake.alarmsSet.has('updates')).toBe(false);
    await ask('packs/remove', { id: 'lake-claims' });
    await subscribe();
    expect(fake.alarmsSet.has('updates')).toBe(true);
    await ask('packs/remove', { id: 'lake-claims' });
    expect(fake.alarmsSet.has('updates')).toBe(false);
  });
});

test('a pack whose day is past is kept, and marked as old', async () => {
  await subscribe(await sealed(1, undefined, withHeader({ expires: '2026-12-01' })));
  expect((await row())?.isOld).toBe(false);
  later(30 * DAY);
  expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'expired' } });
  expect(await row()).toMatchObject({ isOld: true, header: { revision: 1 } });
  expect((await ask('claims/list', {})).cards.some(({ id }) => id.startsWith('lake-claims/'))).toBe(true);
});

describe('an answer', () => {
  const stream =
    (headers: Readonly<Record<string, string>>, write: (response: Parameters<Answer>[0]) => void): Answer =>
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      write(response);
    };
  /** Spaces without end, as fast as they are taken. */
  const endless = (response: Parameters<Answer>[0]): void => {
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(200_000)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));

  test.each<readonly [string, () => Answer | Promise<Answer>, object]>([
    [
      'with a signature that does not hold',
      async () => asJson((await sealed(2)).replace(/"payload":"e/u, '"payload":"f')),
      { kind: 'bad-signature' },
    ],
    ['signed by a stranger', async () => asJson(await sealed(2, [signer(stranger)])), { kind: 'other-key' }],
    ['without a signature', () => asJson(JSON.stringify(otherPack('lake-claims', 2))), { kind: 'unsigned' }],
    [
      'that is another pack',
      async () => asJson(await sealPack(otherPack('sea-claims', 2), [signer(editor)])),
      { kind: 'other-pack', held: 'lake-claims', given: 'sea-claims' },
    ],
    ['that is older', async () => asJson(await sealed(2)), { kind: 'older', held: 3, given: 2 }],
    [
      'that has expired',
      async () => asJson(await sealed(4, undefined, withHeader({ expires: '2026-11-21' }))),
      { kind: 'expired', day: '2026-11-21' },
    ],
    [
      'that is hostile inside',
      async () => asJson(await sealed(4, undefined, withHeader({ editor: 'A\u202EB' }))),
      { kind: 'bad-field', field: 'header.editor' },
    ],
    ['that sends us on', () => asStatus(302, { location: '/elsewhere.json' }), { kind: 'unreachable' }],
    [
      'that sends us on for good',
      () => asStatus(301, { location: 'https://elsewhere.example/' }),
      { kind: 'unreachable' },
    ],
    ['that nothing changed, though nothing was said of it', () => asStatus(304), { kind: 'status', status: 304 }],
    ['of a fault', () => asStatus(500), { kind: 'status', status: 500 }],
    ['that there is nothing', () => asStatus(404), { kind: 'status', status: 404 }],
    ['in part', () => asStatus(206), { kind: 'status', status: 206 }],
    ['that asks for patience', () => asStatus(429, { 'retry-after': '60' }), { kind: 'busy', status: 429 }],
    ['that is a web page', () => asStatus(200, { 'content-type': 'text/html; charset=utf-8' }), { kind: 'html' }],
    ['that is a web page by another name', () => asJson('<!doctype html><title>Sign in</title>'), { kind: 'html' }],
    ['of a picture', () => asStatus(200, { 'content-type': 'image/png' }), { kind: 'wrong-type', type: 'image/png' }],
    ['of no type', () => asStatus(200), { kind: 'wrong-type', type: '' }],
    [
      'that is a script',
      () => asStatus(200, { 'content-type': 'text/javascript' }),
      { kind: 'wrong-type', type: 'text/javascript' },
    ],
    ['without end', () => stream({}, endless), { kind: 'text-too-large', most: 16_000_000 }],
    [
      'without end, packed',
      () =>
        stream({}, (response) => {
          response.write(Buffer.from([0x1f]));
          response.write(Buffer.from([0x8b]));
          endless(response);
        }),
      { kind: 'file-too-large', most: 2_000_000 },
    ],
    [
      'that is a bomb',
      () => stream({ 'content-type': 'application/gzip' }, (response) => void response.end(bomb)),
      { kind: 'text-too-large', most: 16_000_000 },
    ],
    [
      'that is a bomb on its way',
      () => stream({ 'content-encoding': 'gzip' }, (response) => void response.end(bomb)),
      { kind: 'text-too-large', most: 16_000_000 },
    ],
    [
      'that breaks off',
      () =>
        stream({ 'content-length': '5000' }, (response) => {
          response.write('{');
          setTimeout(() => response.destroy(), 20);
        }),
      { kind: 'unreachable' },
    ],
    [
      'with a gzip that is cut',
      () => stream({}, (response) => void response.end(bomb.subarray(0, 500))),
      { kind: 'not-gzip' },
    ],
    [
      'that is no text',
      () => stream({}, (response) => void response.end(Buffer.from([0x7b, 0xff]))),
      { kind: 'not-text' },
    ],
    ['that is empty', () => asJson(''), { kind: 'not-json' }],
  ])('%s is refused, the reason is kept, and nothing is lost', async (_what, answer, fault) => {
    await subscribe(await sealed(3));
    const { subscription: _before, ...held } = (await row()) ?? {};
    const cards = await ask('claims/list', {});
    publish(await answer());
    expect(await update()).toMatchObject({ kind: 'refused', fault });
    await wake();
    const { subscription, ...after } = (await row()) ?? {};
    expect(after).toEqual(held);
    expect(await ask('claims/list', {})).toEqual(cards);
    expect(subscription).toMatchObject({ fault, failures: 1, offer: null });
    // Nobody else was asked.
    expect(server.asked.map(({ path }) => path)).toEqual([PATH, PATH]);
  });

  test('packed by gzip is taken', async () => {
    await subscribe();
    const text = await sealed(2);
    publish(stream({ 'content-type': 'application/gzip' }, (response) => void response.end(gzipSync(text))));
    expect(await update()).toEqual({ kind: 'updated' });
  });

  test('that never ends costs no more memory than its limit', async () => {
    await subscribe();
    publish(stream({}, endless));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    await update();
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  test('that does not come, or only drips, is let go', async () => {
    await subscribe();
    const { fetchSubscribed } = await import('../../../lib/background/fetch-subscribed');
    const asked = { address: server.url(PATH), etag: null, isAdding: false };
    publish(() => undefined);
    const patience = { stallMs: 80, wholeMs: 60_000, now: () => performance.now() };
    expect(await fetchSubscribed(asked, patience)).toMatchObject({ fault: { kind: 'stalled' } });
    publish(stream({}, (response) => void response.write('{')));
    expect(await fetchSubscribed(asked, patience)).toMatchObject({ fault: { kind: 'stalled' } });
    // A byte now and then is never a standstill; by this clock a quarter of a minute lies between two of them.
    let dripping: NodeJS.Timeout | undefined;
    publish(stream({}, (response) => void (dripping = setInterval(() => response.write(' '), 5))));
    let clock = 0;
    const slow = { stallMs: 5000, wholeMs: 240_000, now: () => (clock += 15_000) };
    expect(await fetchSubscribed(asked, slow)).toMatchObject({ fault: { kind: 'too-slow', seconds: 240 } });
    clearInterval(dripping);
  });

  test('of nobody is refused, and the next one taken', async () => {
    await subscribe();
    const address = server.url(PATH);
    await server.close();
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'unreachable' } });
    expect(await row()).toMatchObject({ header: { revision: 1 }, from: address });
    server = await servePacks();
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
