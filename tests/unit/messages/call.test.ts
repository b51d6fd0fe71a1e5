import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { call, CallError } from '../../../lib/messages/call';
import { knock } from '../../../lib/messages/knock';
import { listen, type PageHandlers } from '../../../lib/messages/listen';
import type { RawRuntime, RawSender } from '../../../lib/messages/runtime';

type Listener = Parameters<RawRuntime['onMessage']['addListener']>[0];

const listeners = new Set<Listener>();
const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();

function setRuntime(id: string | undefined): void {
  const onMessage = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  vi.stubGlobal('chrome', { runtime: { ...(id === undefined ? {} : { id }), sendMessage, onMessage } });
}

beforeEach(() => setRuntime('own-id'));
afterEach(() => {
  vi.unstubAllGlobals();
  sendMessage.mockReset();
  listeners.clear();
});

async function faultOf(work: Promise<unknown>): Promise<readonly [name: string, code: string]> {
  try {
    await work;
  } catch (reason) {
    if (reason instanceof CallError) return [reason.name, reason.code];
  }
  return ['no', 'CallError'];
}

describe('a call', () => {
  test('goes out with its verb and resolves to the value', async () => {
    sendMessage.mockResolvedValue({ ok: true, value: { shown: true } });
    expect(await call('tab/show', { tabId: 1, claim: 'a', nth: 0 })).toEqual({ shown: true });
    expect(sendMessage).toHaveBeenCalledWith({ call: 'tab/show', request: { tabId: 1, claim: 'a', nth: 0 } });
  });

  test('takes `browser` where there is one', async () => {
    const other = vi.fn().mockResolvedValue({ ok: true, value: null });
    vi.stubGlobal('browser', { runtime: { id: 'own-id', sendMessage: other } });
    await call('claim/mute', { id: 'a', muted: true });
    expect(other).toHaveBeenCalledOnce();
    expect(sendMessage).not.toHaveBeenCalled();
  });

  test('rejects with the code of a refusal', async () => {
    sendMessage.mockResolvedValue({ ok: false, error: { code: 'store', message: 'full' } });
    expect(await faultOf(call('reports/list', {}))).toEqual(['CallError', 'store']);
  });

  test.each([[undefined], [null], ['text'], [{}], [{ ok: true }]])(
    'rejects as unanswered where the reply is %j',
    async (reply) => {
      sendMessage.mockResolvedValue(reply);
      expect(await faultOf(call('reports/list', {}))).toEqual(['CallError', 'unanswered']);
    },
  );

  test('rejects as unanswered where nobody listens', async () => {
    sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await faultOf(call('reports/list', {}))).toEqual(['CallError', 'unanswered']);
  });

  test('rejects as gone after an update, without asking anybody', async () => {
    setRuntime(undefined);
    expect(await faultOf(call('reports/list', {}))).toEqual(['CallError', 'gone']);
    expect(sendMessage).not.toHaveBeenCalled();
  });

  test('rejects as gone where the update comes while it waits', async () => {
    sendMessage.mockImplementation(async () => {
      setRuntime(undefined);
      throw new Error('Extension context invalidated.');
    });
    expect(await faultOf(call('reports/list', {}))).toEqual(['CallError', 'gone']);
  });
});

describe('a knock', () => {
  test('is one message with nothing in it', async () => {
    sendMessage.mockResolvedValue({ ok: true, value: { injected: true } });
    await knock();
    expect(sendMessage.mock.calls).toEqual([[{ call: 'knock', request: {} }]]);
  });

  test('that nobody hears is no error', async () => {
    const log = vi.spyOn(console, 'warn').mockReturnValue();
    sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    await knock();
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test('is not made once the extension is gone', async () => {
    setRuntime(undefined);
    await knock();
    expect(sendMessage).not.toHaveBeenCalled();
  });
});

describe('an annotator that listens', () => {
  const handlers: PageHandlers = {
    'page/refresh': () => null,
    'page/step': vi.fn(() => null),
    'page/findings': () => ({ lang: null, findings: [] }),
    'page/show': ({ nth }) => {
      if (nth > 1) throw new Error('no such mention');
      return { shown: true };
    },
  };

  /** What the listener said at once, and its answer if it promised one. */
  async function tell(message: unknown, sender: RawSender = { id: 'own-id' }) {
    const [listener] = listeners;
    if (listener === undefined) return { promised: undefined, reply: undefined };
    let promised: boolean | undefined;
    const reply = new Promise<unknown>((resolve) => {
      promised = listener(message, sender, resolve);
    });
    return { promised, reply: promised === true ? await reply : undefined };
  }

  test('answers what it knows', async () => {
    listen(handlers, new AbortController().signal);
    const answer = await tell({ call: 'page/show', request: { claim: 'a', nth: 0 } });
    expect(answer).toEqual({ promised: true, reply: { ok: true, value: { shown: true } } });
  });

  test('answers a fault as data', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    listen(handlers, new AbortController().signal);
    expect((await tell({ call: 'page/show', request: { claim: 'a', nth: 9 } })).reply).toMatchObject({ ok: false });
    log.mockRestore();
  });

  test.each<[string, unknown, RawSender]>([
    ['an unknown verb', { call: 'page/erase', request: {} }, { id: 'own-id' }],
    ['a name that every object has', { call: 'constructor', request: {} }, { id: 'own-id' }],
    ['no call at all', 'page/step', { id: 'own-id' }],
    ['another extension', { call: 'page/step', request: { by: 1 } }, { id: 'other' }],
    ['a tab', { call: 'page/step', request: { by: 1 } }, { id: 'own-id', tab: { id: 1 } }],
  ])('leaves alone what is not from our background: %s', async (_name, message, sender) => {
    listen(handlers, new AbortController().signal);
    expect((await tell(message, sender)).promised).toBeUndefined();
    expect(handlers['page/step']).not.toHaveBeenCalled();
  });

  test('hears nothing after its signal', () => {
    const controller = new AbortController();
    listen(handlers, controller.signal);
    expect(listeners.size).toBe(1);
    controller.abort();
    expect(listeners.size).toBe(0);
    listen(handlers, controller.signal);
    expect(listeners.size).toBe(0);
  });
});
