/** What the popup is told of a tab's page: read, or why not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fake } from './fake-browser';
import { AIRCRAFT, ask, found, pageOf, putBack, send, startAfresh, tab } from './woken';

beforeEach(async () => {
  await startAfresh();
  fake.tabsOpen = [tab(1)];
});
afterEach(putBack);

const stateOf = async () => (await ask('tab/state', { tabId: 1 })).page;

/** Answers of the page, one after the other; the last one stays. Gives how often it was asked. */
function answer(...states: readonly unknown[]): () => number {
  let asked = 0;
  fake.pageState = () => states[Math.min(asked++, states.length - 1)];
  return () => asked;
}

describe('the page of a tab', () => {
  test.each(['read', 'waiting', 'other-kind'])('is told to be %s at once where it says so', async (state) => {
    const asked = answer(state);
    expect(await stateOf()).toBe(state);
    expect(asked()).toBe(1);
  });

  test('without a script of ours is asked once more, since one may be on its way', async () => {
    answer('unread', 'read');
    expect(await stateOf()).toBe('read');
    answer('unread');
    expect(await stateOf()).toBe('unread');
  });

  test('in which the question cannot run is unread', async () => {
    answer(null);
    expect(await stateOf()).toBe('unread');
  });

  test('that does not answer is busy', async () => {
    answer(new Promise(() => undefined));
    expect(await stateOf()).toBe('waiting');
  });

  test('that the browser keeps for itself is closed, without a word in the log', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    answer(Promise.reject(new Error('The extensions gallery cannot be scripted.')));
    expect(await stateOf()).toBe('closed');
    expect(warn).not.toHaveBeenCalled();
  });

  test('that cannot be asked for a reason nobody expects is closed, and the log has the reason without an address', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    answer(Promise.reject(new Error('A fault on https://daily.example/page')));
    expect(await stateOf()).toBe('closed');
    expect(warn.mock.calls[0]?.join(' ')).toMatch(/A fault on \(an address\)$/u);
  });

  test.each([{ on: false }, { pausedUntil: 'restart' }, { sites: { mode: 'only', hosts: [] } }] as const)(
    'is not asked where Dalel is not on: %j',
    async (settings) => {
      await ask('settings/set', { settings });
      const asked = answer('read');
      expect(await stateOf()).toBe('unread');
      expect(asked()).toBe(0);
    },
  );
});

describe('a frame that knocked', () => {
  test('is waited for until its annotator is there', async () => {
    answer('unread');
    let arrive = (): void => undefined;
    const arrived = new Promise<never[]>((resolve) => {
      arrive = () => resolve([]);
    });
    const inject = fake.scripting.executeScript;
    const spy = vi
      .spyOn(fake.scripting, 'executeScript')
      .mockImplementation((injection) => (injection.files?.includes('/annotator.js') ? arrived : inject(injection)));
    const knocked = send('knock', {}, pageOf(tab(1)));
    expect(await stateOf()).toBe('waiting');
    arrive();
    expect(await knocked).toMatchObject({ ok: true });
    expect(await stateOf()).toBe('unread');
    spy.mockRestore();
  });

  test('and could not be given its annotator has failed, and what it told before stands', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await found(tab(1), [[AIRCRAFT, 2]]);
    vi.spyOn(fake.scripting, 'executeScript').mockRejectedValueOnce(new Error('The disk is on fire'));
    expect(await send('knock', {}, pageOf(tab(1)))).toMatchObject({ ok: false });
    vi.restoreAllMocks();
    const state = await ask('tab/state', { tabId: 1 });
    expect(state.capped).toEqual(['failed']);
    expect(state.claims).toMatchObject([{ id: AIRCRAFT, mentions: 2 }]);
  });

  test('and went away meanwhile has not', async () => {
    fake.tabsOpen = [tab(1, 'daily.example', { documents: ['another'] })];
    await send('knock', {}, pageOf(tab(1)));
    expect((await ask('tab/state', { tabId: 1 })).capped).toEqual([]);
  });
});
