/** What is refused of what an address answers and why, and that nothing held is lost. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { otherPack } from '../../support/other-pack';
import { asJson, asStatus, type Answer } from '../../support/pack-server';
import { sealPack } from '../../support/signer';
import {
  inNewBackground,
  PATH,
  publish,
  row,
  sealed,
  serveAnew,
  server,
  signer,
  subscribe,
  update,
  withHeader,
} from './subscribed';
import { wake, allCards } from './woken';

inNewBackground();

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
    ['signed by a stranger', async () => asJson(await sealed(2, [signer('stranger')])), { kind: 'other-key' }],
    ['without a signature', () => asJson(JSON.stringify(otherPack('lake-claims', 2))), { kind: 'unsigned' }],
    [
      'that is another pack',
      async () => asJson(await sealPack(otherPack('sea-claims', 2), [signer('editor')])),
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
    const cards = await allCards();
    publish(await answer());
    expect(await update()).toMatchObject({ kind: 'refused', fault });
    wake();
    const { subscription, ...after } = (await row()) ?? {};
    expect(after).toEqual(held);
    expect(await allCards()).toEqual(cards);
    expect(subscription).toMatchObject({ fault, failures: 1, offer: null });
    // Nobody else was asked.
    expect(server().asked.map(({ path }) => path)).toEqual([PATH, PATH]);
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
    // With a database of its own: one that was loaded before holds that of another test.
    vi.resetModules();
    const { fetchSubscribed } = await import('../../../lib/background/fetch-subscribed');
    const asked = { address: server().url(PATH), etag: null, isAdding: false };
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
    const address = server().url(PATH);
    await server().close();
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'unreachable' } });
    expect(await row()).toMatchObject({ header: { revision: 1 }, from: address });
    await serveAnew();
  });
});
