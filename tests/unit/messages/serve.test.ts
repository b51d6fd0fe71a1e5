import { describe, expect, test, vi } from 'vitest';
import type { Verb } from '../../../lib/messages/call';
import { REQUESTS } from '../../../lib/messages/requests';
import { decideSender, type BrowserSender } from '../../../lib/messages/sender';
import { answerCall, Refusal, type Routers } from '../../../lib/messages/serve';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { REPORT, SOUND } from '../../support/sound-requests';

const OWN = { id: 'own-id', base: 'chrome-extension://own-id/' };
const TAB = { id: 7, url: 'https://daily.example/', incognito: false };

const PAGE_URL = 'https://daily.example/';
const OWN_URL = 'chrome-extension://own-id/report.html#key';

/** Every kind of sender, with what a browser says of it and the router that is open to it. */
const SENDERS: Readonly<Record<string, readonly [sender: BrowserSender, kind: 'page' | 'extension' | null]>> = {
  'a script in a page': [{ id: 'own-id', url: PAGE_URL, frameId: 0, tab: TAB }, 'page'],
  'a script in a page whose origin is told': [
    { id: 'own-id', url: PAGE_URL, origin: 'https://daily.example', frameId: 0, documentId: 'd', tab: TAB },
    'page',
  ],
  'a script in a frame of another site': [
    { id: 'own-id', url: 'https://frame.example/', origin: 'https://frame.example', frameId: 3, tab: TAB },
    'page',
  ],
  'a script in an about:blank frame': [{ id: 'own-id', url: 'about:blank', frameId: 3, tab: TAB }, 'page'],
  'a script in a sandboxed frame': [
    { id: 'own-id', url: 'about:srcdoc', origin: 'null', frameId: 4, tab: TAB },
    'page',
  ],
  'a script in a sandboxed page': [{ id: 'own-id', url: PAGE_URL, origin: 'null', frameId: 0, tab: TAB }, 'page'],
  'a script in a data: page': [
    { id: 'own-id', url: 'data:text/html,chrome-extension://own-id/', origin: 'null', frameId: 0, tab: TAB },
    'page',
  ],
  'a script in a page of a private window': [
    { id: 'own-id', url: PAGE_URL, frameId: 0, tab: { ...TAB, incognito: true } },
    'page',
  ],
  'a script in a page that has our address in its own': [
    { id: 'own-id', url: 'https://daily.example/?chrome-extension://own-id/', frameId: 0, tab: TAB },
    'page',
  ],
  'a script in a page whose host begins like ours': [
    { id: 'own-id', url: 'https://own-id/popup.html', frameId: 0, tab: TAB },
    'page',
  ],
  'our popup': [{ id: 'own-id', url: 'chrome-extension://own-id/popup.html' }, 'extension'],
  'our popup whose origin is told': [
    { id: 'own-id', url: 'chrome-extension://own-id/popup.html', origin: 'chrome-extension://own-id' },
    'extension',
  ],
  'our page in a tab': [{ id: 'own-id', url: OWN_URL, frameId: 0, tab: TAB }, 'extension'],
  'our page in a private window': [
    { id: 'own-id', url: OWN_URL, frameId: 0, tab: { ...TAB, incognito: true } },
    'extension',
  ],
  'our address with the origin of a page': [
    { id: 'own-id', url: OWN_URL, origin: 'https://daily.example', frameId: 0, tab: TAB },
    null,
  ],
  'our address in a sandbox': [{ id: 'own-id', url: OWN_URL, origin: 'null', frameId: 0, tab: TAB }, null],
  'our origin at the address of a page': [
    { id: 'own-id', url: PAGE_URL, origin: 'chrome-extension://own-id', frameId: 0, tab: TAB },
    null,
  ],
  'our origin without an address': [{ id: 'own-id', origin: 'chrome-extension://own-id', frameId: 0, tab: TAB }, null],
  'another extension': [{ id: 'other-id', url: 'chrome-extension://other-id/page.html' }, null],
  'another extension in a page': [{ id: 'other-id', url: PAGE_URL, frameId: 0, tab: TAB }, null],
  'another extension that names our address': [
    { id: 'other-id', url: OWN_URL, origin: 'chrome-extension://own-id', frameId: 0, tab: TAB },
    null,
  ],
  'another extension with a longer name': [{ id: 'own-id', url: 'chrome-extension://own-id-2/popup.html' }, null],
  'a page without an extension': [{ url: PAGE_URL, origin: 'https://daily.example', frameId: 0, tab: TAB }, null],
  'a sender without a tab': [{ id: 'own-id', url: PAGE_URL }, null],
  'a sender in a tab that is none': [{ id: 'own-id', url: PAGE_URL, frameId: 0, tab: { ...TAB, id: -1 } }, null],
  'a sender without a frame': [{ id: 'own-id', url: PAGE_URL, tab: TAB }, null],
  nobody: [{}, null],
};

const VERBS = Object.keys(SOUND) as readonly Verb[];

/** Routers whose handlers answer with the verb they were asked for, or do what `work` does. */
function makeRouters(work: (verb: Verb) => unknown = (verb) => verb): Routers {
  const router = (from: 'page' | 'extension') =>
    Object.fromEntries(
      VERBS.filter((verb) => REQUESTS[verb].from === from).map((verb) => [verb, async () => work(verb)]),
    );
  return { page: router('page'), extension: router('extension') } as unknown as Routers;
}

const ask = (message: unknown, sender: BrowserSender, routers = makeRouters()) =>
  answerCall(routers, message, sender, OWN);

test('every verb of the table has a sound request here', () => {
  expect(VERBS.toSorted()).toEqual(Object.keys(REQUESTS).toSorted());
});

describe('every verb, from every sender', () => {
  const rows = VERBS.flatMap((verb) =>
    Object.entries(SENDERS).map(([name, [sender, kind]]) => ({ verb, name, sender, kind })),
  );
  test.each(rows)('$verb from $name', async ({ verb, sender, kind }) => {
    const work = vi.fn((asked: Verb) => asked);
    const reply = await ask({ call: verb, request: SOUND[verb] }, sender, makeRouters(work));
    const isAnswered = kind === REQUESTS[verb].from;
    expect(reply).toMatchObject(isAnswered ? { ok: true, value: verb } : { ok: false, error: { code: 'not-allowed' } });
    expect(work).toHaveBeenCalledTimes(isAnswered ? 1 : 0);
  });

  test.each(Object.entries(SENDERS))('%s is told apart', (_name, [sender, kind]) => {
    expect(decideSender(sender, OWN)?.kind ?? null).toBe(kind);
  });

  test('whether a window is private is told of pages and of our own', () => {
    const told = Object.entries(SENDERS).filter(([, [sender]]) => decideSender(sender, OWN)?.isPrivate === true);
    expect(told.map(([name]) => name)).toEqual([
      'a script in a page of a private window',
      'our page in a private window',
    ]);
  });

  test('who may not ask learns nothing of what is wrong with the request', async () => {
    const reply = await ask(
      { call: 'reports/save', request: { report: 'x' } },
      SENDERS['a script in a page']?.[0] ?? {},
    );
    expect(reply).toEqual({
      ok: false,
      error: { code: 'not-allowed', message: 'reports/save is not for this sender' },
    });
  });
});

test('the verbs that pages may send are these four', () => {
  expect(VERBS.filter((verb) => REQUESTS[verb].from === 'page').toSorted()).toEqual([
    'claims/for-page',
    'knock',
    'open',
    'page/found',
  ]);
});

describe('shape and size are checked before anything is done', () => {
  const popup = SENDERS['our popup']?.[0] ?? {};
  const page = SENDERS['a script in a page']?.[0] ?? {};
  const senderOf = (verb: Verb) => (REQUESTS[verb].from === 'page' ? page : popup);

  test.each(VERBS)('%s refuses a field that it does not know, and what is no request', async (verb) => {
    const work = vi.fn();
    const loop: Record<string, unknown> = { ...(SOUND[verb] as object) };
    loop['more'] = loop;
    const noRequests = [null, undefined, 'text', [], 7, 7n, true, new Map(), new Date(0), () => null, Symbol('s')];
    for (const request of [{ ...(SOUND[verb] as object), more: 1 }, { ...loop, more: 7n }, loop, ...noRequests]) {
      const reply = await ask({ call: verb, request }, senderOf(verb), makeRouters(work));
      expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
    expect(work).not.toHaveBeenCalled();
  });

  test.each(VERBS)('%s refuses what is too large', async (verb) => {
    const request = { ...(SOUND[verb] as object), more: 'x'.repeat(REQUESTS[verb].maxLength) };
    expect(await ask({ call: verb, request }, senderOf(verb))).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
  });

  test.each<[Verb, unknown]>([
    ['page/found', { counts: [['a-claim', -1]], capped: [] }],
    ['page/found', { counts: [['a-claim', 1.5]], capped: [] }],
    ['page/found', { counts: [['a-claim']], capped: [] }],
    ['page/found', { counts: [], capped: ['patience'] }],
    ['page/found', { counts: [['a-claim', 1]], capped: [], quote: 'the words of a page' }],
    ['open', { page: 'options', claim: null }],
    ['open', { page: 'database', claim: 'x'.repeat(201) }],
    ['open', { page: 'report', claim: 'a-claim', about: 'claim', quote: { exact: 'x', prefix: '', suffix: '' } }],
    ['open', { page: 'report', claim: 'a-claim', about: 'wrong-mark', quote: { exact: 'x' } }],
    ['claims/for-page', { ids: [7] }],
    ['tab/state', { tabId: -1 }],
    ['site/set', { host: '', on: true }],
    ['source-kind/set', { kind: 'gossip', on: true }],
    ['settings/set', { settings: { ...DEFAULT_SETTINGS, restMs: '300' } }],
    ['rows/list', { from: -1, count: 60 }],
    ['rows/list', { from: 0, count: 0 }],
    ['rows/texts', { from: 0, count: 2001 }],
    ['speakers/get', { id: '' }],
    ['subscriptions/add', { address: `https://desk.example/${'x'.repeat(500)}` }],
    ['subscriptions/take', { id: 7 }],
    ['reports/save', { report: { ...REPORT, url: 'javascript:alert(1)' } }],
    ['reports/save', { report: { ...REPORT, id: '../x' } }],
    ['reports/save', { report: { ...REPORT, created: 'yesterday' } }],
  ])('%s refuses %j', async (verb, request) => {
    expect(await ask({ call: verb, request }, senderOf(verb))).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });

  test('a refusal tells the place and the rule, and never what was sent', async () => {
    const request = { report: { ...REPORT, state: 'the words of a page' } };
    const reply = await ask({ call: 'reports/save', request }, popup);
    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'bad-request',
        message: 'reports/save: report.state: Invalid type: Expected ("draft" | "ready" | "shared")',
      },
    });
  });

  test('what a page may say of itself is at most 4 kB', () => {
    expect(REQUESTS['page/found'].maxLength).toBeLessThanOrEqual(4096);
  });
});

test.each([
  [null],
  ['knock'],
  [{}],
  [{ call: 'knock' }],
  [{ call: 7, request: {} }],
  [{ call: 'nonsense', request: {} }],
  [{ call: 'toString', request: {} }],
])('what is not ours gets no answer: %j', async (message) => {
  expect(await ask(message, SENDERS['our popup']?.[0] ?? {})).toBeNull();
});

describe('what a handler throws', () => {
  const popup = SENDERS['our popup']?.[0] ?? {};
  const message = { call: 'sources/list', request: {} };
  const throwing = (reason: unknown) =>
    makeRouters(() => {
      throw reason;
    });

  test('is answered with its code where it is a refusal', async () => {
    expect(await ask(message, popup, throwing(new Refusal('too-often', 'wait')))).toEqual({
      ok: false,
      error: { code: 'too-often', message: 'wait' },
    });
  });

  test('is answered as failed and told to the log where it is a fault', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    expect(await ask(message, popup, throwing(new TypeError('oh')))).toEqual({
      ok: false,
      error: { code: 'failed', message: 'oh' },
    });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test('is answered as failed where its owner cannot give it a code', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const reply = await answerCall(throwing(new RangeError('full')), message, popup, OWN, () =>
      Promise.reject(new Error('no storage either')),
    );
    expect(reply).toEqual({ ok: false, error: { code: 'failed', message: 'full' } });
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });

  test('gets the code that its owner gives it', async () => {
    const reply = await answerCall(throwing(new RangeError('full')), message, popup, OWN, async (reason) =>
      reason instanceof RangeError ? new Refusal('store', reason.message) : null,
    );
    expect(reply).toEqual({ ok: false, error: { code: 'store', message: 'full' } });
  });
});
