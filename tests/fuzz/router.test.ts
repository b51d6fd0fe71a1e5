/**
 * Messages of any shape from any sender. The router never throws and hands a handler nothing that it did not check; and
 * no script in a page, nor anybody who is not ours, changes anything that is kept, with the whole background behind it.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import * as v from 'valibot';
import type { Verb } from '../../lib/messages/call';
import { REQUESTS } from '../../lib/messages/requests';
import { decideSender, type BrowserSender } from '../../lib/messages/sender';
import { answerCall, type Routers } from '../../lib/messages/serve';
import { isWireReply } from '../../lib/messages/runtime';
import { SOUND } from '../support/sound-requests';
import { fake } from '../unit/background/fake-browser';
import { AIRCRAFT, found, pageOf, putBack, send, startAfresh, tab } from '../unit/background/woken';
import { fuzz } from './fuzz';
import { edits, mutate, nasty, nastyText } from './mutate';

const OWN = { id: 'own-id', base: 'chrome-extension://own-id/' };
const VERBS = Object.keys(REQUESTS) as readonly Verb[];
const orNot = <T>(made: fc.Arbitrary<T>) => fc.option(made, { nil: undefined });

const sender: fc.Arbitrary<BrowserSender> = fc.record({
  id: orNot(fc.constantFrom('own-id', 'own-id', 'own-id', 'other-id', '')),
  url: orNot(
    fc.constantFrom(
      'https://daily.example/page?query',
      'chrome-extension://own-id/popup.html',
      'chrome-extension://own-id/report.html#key',
      'chrome-extension://other-id/',
      'about:blank',
      '',
    ),
  ),
  origin: orNot(fc.constantFrom('https://daily.example', 'chrome-extension://own-id', 'null', '')),
  frameId: orNot(fc.constantFrom(0, 3, -1)),
  documentId: orNot(fc.constantFrom('top-1', 'gone')),
  tab: orNot(
    fc.record({
      id: orNot(fc.constantFrom(1, 2, -1)),
      url: orNot(fc.constantFrom('https://daily.example/', 'about:blank', 'x')),
      incognito: fc.boolean(),
    }),
  ),
});

/** A sound request with a few things wrong, none of them wrong, or something else altogether. */
const message: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ verb: fc.constantFrom(...VERBS), changes: edits })
      .map(({ verb, changes }) => ({ call: verb, request: mutate(JSON.stringify(SOUND[verb]), changes) })),
  },
  { weight: 2, arbitrary: fc.record({ call: fc.oneof(nastyText, fc.constantFrom(...VERBS)), request: nasty }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ verb: fc.constantFrom(...VERBS), changes: edits })
      .map(({ verb, changes }) => mutate(JSON.stringify({ call: verb, request: SOUND[verb] }), changes)),
  },
  { weight: 1, arbitrary: fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true }) },
);

function makeRouters(handled: [verb: Verb, request: unknown][]): Routers {
  const router = (from: 'page' | 'extension') =>
    Object.fromEntries(
      VERBS.filter((verb) => REQUESTS[verb].from === from).map((verb) => [
        verb,
        async (request: unknown) => {
          handled.push([verb, request]);
          return null;
        },
      ]),
    );
  // One handler a verb, by the line above.
  return { page: router('page'), extension: router('extension') } as unknown as Routers;
}

fuzz('messages', fc.record({ given: message, from: sender }), async ({ given, from }) => {
  const handled: [Verb, unknown][] = [];
  const reply = await answerCall(makeRouters(handled), given, from, OWN);
  if (reply === null || !reply.ok) {
    expect(handled).toEqual([]);
    if (reply !== null) expect(['not-allowed', 'bad-request', 'too-large']).toContain(reply.error.code);
    return;
  }
  const [[verb, request] = []] = handled;
  if (verb === undefined) throw new Error('Answered without a handler');
  expect(decideSender(from, OWN)?.kind).toBe(REQUESTS[verb].from);
  expect(v.is(REQUESTS[verb].schema, request)).toBe(true);
});

/** Writes since the background came to rest. */
let written: string[] = [];

beforeAll(async () => {
  await startAfresh();
  fake.tabsOpen = [tab(1)];
  // A first mark leaves a secret, a first reading the index: from here on a page has nothing left to cause.
  await send('knock', {}, pageOf(tab(1)));
  await found(tab(1), [[AIRCRAFT, 1]]);
  for (const name of ['put', 'add', 'delete', 'clear'] as const) {
    const real = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      written.push(`${this.name}: ${name}`);
      return real.apply(this, given) as never; // Each of the four gives what its own type says.
    });
  }
  for (const name of ['set', 'remove'] as const) {
    const real = fake.storage.local[name].bind(fake.storage.local) as (given: never) => Promise<void>;
    vi.spyOn(fake.storage.local, name).mockImplementation(async (given: unknown) => {
      written.push(`storage.local: ${name}`);
      await real(given as never);
    });
  }
});
afterAll(putBack);

fuzz(
  'messages to the background',
  fc.record({ given: message, from: sender }).filter(({ from }) => decideSender(from, OWN)?.kind !== 'extension'),
  async ({ given, from }) => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    written = [];
    const [listener] = fake.runtime.onMessage.listeners;
    const reply = await new Promise((answer) => {
      // Whoever is not answered is not kept waiting.
      if (listener?.(given, from, answer) !== true) answer(null);
    });
    expect(reply === null || isWireReply(reply)).toBe(true);
    expect(written).toEqual([]);
    expect(log.mock.calls).toEqual([]);
    log.mockRestore();
    fake.injected.length = 0;
    fake.created.length = 0;
    fake.told.length = 0;
  },
);
