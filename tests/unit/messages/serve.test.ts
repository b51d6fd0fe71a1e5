import { describe, expect, test, vi } from 'vitest';
import type { Verb } from '../../../lib/messages/call';
import { REQUESTS } from '../../../lib/messages/requests';
import { decideSender, type BrowserSender } from '../../../lib/messages/sender';
import { answerCall, Refusal, type Handlers } from '../../../lib/messages/serve';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';

const OWN = { id: 'own-id', base: 'chrome-extension://own-id/' };
const TAB = { id: 7, url: 'https://daily.example/', incognito: false };

const SENDERS: Readonly<
  Record<string, { readonly sender: BrowserSender; readonly kind: 'page' | 'extension' | null }>
> = {
  'a script in a page': { sender: { id: 'own-id', url: 'https://daily.example/', frameId: 0, tab: TAB }, kind: 'page' },
  'a script in an about:blank frame': {
    sender: { id: 'own-id', url: 'about:blank', frameId: 3, tab: TAB },
    kind: 'page',
  },
  'a script in a page that has our address in its own': {
    sender: { id: 'own-id', url: 'https://daily.example/?chrome-extension://own-id/', frameId: 0, tab: TAB },
    kind: 'page',
  },
  'our popup': { sender: { id: 'own-id', url: 'chrome-extension://own-id/popup.html' }, kind: 'extension' },
  'our page in a tab': {
    sender: { id: 'own-id', url: 'chrome-extension://own-id/report.html#key', frameId: 0, tab: TAB },
    kind: 'extension',
  },
  'another extension': { sender: { id: 'other-id', url: 'chrome-extension://other-id/page.html' }, kind: null },
  'another extension that names our address': {
    sender: { id: 'other-id', url: 'chrome-extension://own-id/popup.html' },
    kind: null,
  },
  'another extension with a longer name': {
    sender: { id: 'own-id', url: 'chrome-extension://own-id-2/popup.html' },
    kind: null,
  },
  'a sender without a tab': { sender: { id: 'own-id', url: 'https://daily.example/' }, kind: null },
  nobody: { sender: {}, kind: null },
};

const REPORT = {
  version: 1,
  id: 'b7c1a2d3-0000-4000-8000-000000000000',
  state: 'draft',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-01-01T00:00:00.000Z',
  note: '',
  quote: { type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' },
  position: null,
  url: 'https://daily.example/',
  title: null,
  lang: null,
  limited: false,
} as const;

/** One sound request a verb. */
const SOUND: Readonly<Record<Verb, unknown>> = {
  knock: {},
  'claims/for-page': { ids: ['a-claim'] },
  'page/found': { counts: [['a-claim', 2]], capped: [] },
  open: { page: 'database', claim: null },
  'tab/state': { tabId: 1 },
  'tab/findings': { tabId: 7 },
  'tab/show': { tabId: 1, claim: 'a-claim', nth: 0 },
  'site/set': { host: 'daily.example', on: false },
  'source/set': { source: 'avweb', on: false },
  'source-kind/set': { kind: 'blog', on: false },
  'claim/mute': { id: 'a-claim', muted: true },
  'settings/get': {},
  'settings/set': { settings: { on: false } },
  'sources/list': {},
  'pack/header': {},
  'claims/list': {},
  'claims/get': { id: 'a-claim' },
  'rows/list': { from: 0, count: 60 },
  'rows/texts': { from: 0, count: 500 },
  'speakers/list': {},
  'speakers/get': { id: 'a-speaker' },
  'sources/get': { id: 'a-source' },
  'sample/hand-over': {},
  'sample/cards': { ids: ['a-claim'] },
  'packs/list': {},
  'packs/load': { text: '{}', from: 'pack.json' },
  'packs/set': { id: 'a-pack', on: true },
  'packs/move': { id: 'a-pack', by: 1 },
  'packs/undo': { id: 'a-pack' },
  'packs/remove': { id: 'a-pack' },
  'reports/draft': { key: 'b7c1a2d3' },
  'reports/save': { report: REPORT },
  'reports/list': {},
  'reports/start': { tabId: 7 },
  'reports/preview': { report: REPORT, texts: ['words'] },
  'reports/nearest': { text: 'words', lang: 'en' },
  'reports/delete': { id: 'b7c1a2d3' },
};

const VERBS = Object.keys(SOUND) as readonly Verb[];

/** Handlers that answer with the verb they were asked for, or do what `work` does. */
function makeHandlers(work: (verb: Verb) => unknown = (verb) => verb): Handlers {
  const rows = VERBS.map((verb) => [verb, async () => work(verb)] as const);
  return Object.fromEntries(rows) as unknown as Handlers;
}

const ask = (message: unknown, sender: BrowserSender, handlers = makeHandlers()) =>
  answerCall(handlers, message, sender, OWN);

test('every verb of the table has a sound request here', () => {
  expect(VERBS.toSorted()).toEqual(Object.keys(REQUESTS).toSorted());
});

describe('every verb, from every sender', () => {
  const rows = VERBS.flatMap((verb) => Object.keys(SENDERS).map((name) => [verb, name] as const));
  test.each(rows)('%s from %s', async (verb, name) => {
    const { sender, kind } = SENDERS[name] ?? { sender: {}, kind: null };
    const handlers = makeHandlers(vi.fn((asked: Verb) => asked));
    const reply = await ask({ call: verb, request: SOUND[verb] }, sender, handlers);
    if (kind === REQUESTS[verb].from) expect(reply).toEqual({ ok: true, value: verb });
    else expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  test.each(Object.entries(SENDERS))('%s is told apart', (_name, { sender, kind }) => {
    expect(decideSender(sender, OWN)?.kind ?? null).toBe(kind);
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
  const popup = SENDERS['our popup']?.sender ?? {};
  const page = SENDERS['a script in a page']?.sender ?? {};
  const senderOf = (verb: Verb) => (REQUESTS[verb].from === 'page' ? page : popup);

  test.each(VERBS)('%s refuses a field that it does not know, and what is no request', async (verb) => {
    const work = vi.fn();
    for (const request of [{ ...(SOUND[verb] as object), more: 1 }, null, 'text', [], 7]) {
      const reply = await ask({ call: verb, request }, senderOf(verb), makeHandlers(work));
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
    ['reports/save', { report: { ...REPORT, url: 'javascript:alert(1)' } }],
    ['reports/save', { report: { ...REPORT, id: '../x' } }],
    ['reports/save', { report: { ...REPORT, created: 'yesterday' } }],
  ])('%s refuses %j', async (verb, request) => {
    expect(await ask({ call: verb, request }, senderOf(verb))).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
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
  expect(await ask(message, SENDERS['our popup']?.sender ?? {})).toBeNull();
});

describe('what a handler throws', () => {
  const popup = SENDERS['our popup']?.sender ?? {};
  const message = { call: 'pack/header', request: {} };
  const throwing = (reason: unknown) =>
    makeHandlers(() => {
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

  test('gets the code that its owner gives it', async () => {
    const reply = await answerCall(throwing(new RangeError('full')), message, popup, OWN, (reason) =>
      reason instanceof RangeError ? new Refusal('store', reason.message) : null,
    );
    expect(reply).toEqual({ ok: false, error: { code: 'store', message: 'full' } });
  });
});
