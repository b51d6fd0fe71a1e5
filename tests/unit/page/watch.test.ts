// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gateSources } from '../../../lib/engine/gate/anchors';
import { makeGate, type Gate } from '../../../lib/engine/gate/gate';
import { startLifetime } from '../../../lib/page/lifetime';
import type { Lifetime } from '../../../lib/page/lifetime';
import { watch } from '../../../lib/page/watch';
import { pageOf } from './page-fixture';

const PROSE = 'A sentence about nothing in particular that only takes room. '.repeat(5);
const gate = makeGate(gateSources(['kazakh']));

let lifetime: Lifetime;
beforeEach(() => {
  vi.useFakeTimers();
  // happy-dom knows no idle moments: the next task is one.
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  lifetime = startLifetime({}, 'key', () => true);
});
afterEach(() => {
  lifetime.end();
  // In this order: what is spied on here is the made clock.
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function start(html: string): () => number {
  let matches = 0;
  watch({ doc: pageOf(html), gate, lifetime, onMatch: () => matches++ });
  return () => matches;
}
const add = (text: string): void => {
  const p = document.createElement('p');
  p.textContent = text;
  document.body.append(p);
};
const later = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1_000);

describe('the watch', () => {
  test('matches a page that holds an anchor, once, and is over', async () => {
    const matches = start(`<p>${PROSE} Kazakhstan</p>`);
    add('Kazakhstan again');
    await later();
    expect(matches()).toBe(1);
    expect(lifetime.signal.aborted).toBe(true);
  });

  test('lets the page go first: nothing is read before an idle moment, and no longer than 200 ms waited for one', () => {
    const asked = vi.fn<typeof requestIdleCallback>(() => 1);
    vi.stubGlobal('requestIdleCallback', asked);
    const matches = start(`<p>${PROSE} Kazakhstan</p>`);
    expect(matches()).toBe(0);
    const [run, options] = asked.mock.calls[0] ?? [];
    expect(options).toEqual({ timeout: 200 });
    run?.({ didTimeout: false, timeRemaining: () => 10 });
    expect(matches()).toBe(1);
  });

  test('finds an anchor that two elements share', async () => {
    const matches = start(`<p>${PROSE} Ka<b>zakh</b>stan</p>`);
    await later();
    expect(matches()).toBe(1);
  });

  test('finds an anchor in the title alone', async () => {
    document.title = '';
    const doc = pageOf(`<p>${PROSE}</p>`);
    doc.title = 'Kazakhstan';
    let matches = 0;
    watch({ doc, gate, lifetime, onMatch: () => matches++ });
    await later();
    expect(matches).toBe(1);
  });

  test('notices text that is added or changed later', async () => {
    const matches = start(`<p>${PROSE}</p>`);
    add('nothing');
    await later();
    expect(matches()).toBe(0);
    const text = document.querySelector('p')?.firstChild;
    if (text) text.nodeValue = 'The Kazakh side';
    await later();
    expect(matches()).toBe(1);
  });

  test('notices a word that arrives in pieces', async () => {
    const matches = start(`<p>${PROSE}</p>`);
    const p = document.querySelector('p');
    p?.append('from Kaz');
    await later();
    p?.append('akhstan');
    await later();
    expect(matches()).toBe(1);
  });

  test('waits for two hundred characters, and then counts what came before', async () => {
    const matches = start('<p>Kazakhstan</p>');
    await later();
    expect(matches()).toBe(0);
    add(PROSE);
    await later();
    expect(matches()).toBe(1);
  });

  test('reads only what is new', async () => {
    const asked: string[] = [];
    watch({
      doc: pageOf(`<p>${PROSE}</p>`),
      gate: { test: (text) => asked.push(text) === 0 },
      lifetime,
      onMatch: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(5_000);
    asked.length = 0;
    add('new words');
    await later();
    expect(asked).toHaveLength(1);
    // The end of what was read before counts with it.
    expect(asked[0]?.length).toBeLessThan(220);
    expect(asked[0]).toContain('new words');
  });

  test('costs a page without a match one read of its text and one search, and touches no text node', async () => {
    const doc = pageOf(`<p>${PROSE}</p>`.repeat(50));
    const reads = vi.spyOn(Element.prototype, 'textContent', 'get');
    const data = vi.spyOn(CharacterData.prototype, 'data', 'get');
    const walks = [vi.spyOn(doc, 'createTreeWalker'), vi.spyOn(doc, 'createNodeIterator')];
    const test = vi.fn<Gate['test']>(() => false);
    watch({ doc, gate: { test }, lifetime, onMatch: () => undefined });
    await later();
    expect(reads.mock.contexts.filter((node) => node === doc.body)).toHaveLength(1);
    expect(test.mock.calls.filter(([text]) => text.includes(PROSE))).toHaveLength(1);
    expect([data, ...walks].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
  });

  test('searches no piece longer than three hundred thousand characters', async () => {
    const test = vi.fn<Gate['test']>(() => false);
    watch({ doc: pageOf(`<p>${'word '.repeat(200_000)}</p>`), gate: { test }, lifetime, onMatch: () => undefined });
    await later();
    expect(test.mock.calls.length).toBeGreaterThan(3);
    expect(Math.max(...test.mock.calls.map(([text]) => text.length))).toBeLessThan(300_300);
  });

  test('takes turns with a page of very many nodes without text, and finds what stands behind them', async () => {
    const doc = pageOf(`<p>${PROSE}</p>${'<i></i>'.repeat(20_000)}<p>Kazakhstan</p>`);
    // Each look at the clock finds a slice used up.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const pauses = vi.spyOn(globalThis, 'setTimeout');
    let matches = 0;
    watch({ doc, gate, lifetime, onMatch: () => matches++ });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(matches).toBe(1);
    expect(pauses.mock.calls.length).toBeGreaterThan(20);
  });

  test('searches nothing on a page of less than two hundred characters', async () => {
    const test = vi.fn<Gate['test']>(() => false);
    watch({ doc: pageOf('<p>A short page about Kazakhstan</p>'), gate: { test }, lifetime, onMatch: () => undefined });
    await later();
    expect(test).not.toHaveBeenCalled();
  });

  test('waits for a prerendered page to be shown', async () => {
    const doc = pageOf(`<p>${PROSE} Kazakhstan</p>`);
    Object.defineProperty(doc, 'prerendering', { value: true, configurable: true });
    let matches = 0;
    watch({ doc, gate, lifetime, onMatch: () => matches++ });
    await later();
    expect(matches).toBe(0);
    Object.defineProperty(doc, 'prerendering', { value: false, configurable: true });
    doc.dispatchEvent(new Event('prerenderingchange'));
    await later();
    expect(matches).toBe(1);
  });

  test('never reads what a person types into an editor', async () => {
    const matches = start(`<p>${PROSE}</p><div contenteditable="true">x</div>`);
    document.querySelector('[contenteditable]')?.append('Kazakhstan');
    await later();
    expect(matches()).toBe(0);
  });

  test.each([
    ['a list of countries', '<select><option>Kazakhstan</option></select>'],
    ['the data of a script', '<script type="application/json">{"c":"Kazakhstan"}</script>'],
    ['an editor', '<div contenteditable="true">Kazakhstan</div>'],
  ])('of names in %s it says nothing', async (_what, html) => {
    const matches = start(`<div><p>${PROSE}</p>${html}</div>`);
    await later();
    expect(matches()).toBe(0);
    add('Kazakhstan');
    await later();
    expect(matches()).toBe(1);
  });

  test('looks into open shadow roots', async () => {
    const doc = pageOf(`<p>${PROSE}</p><div id="host"></div>`);
    const root = doc.getElementById('host')?.attachShadow({ mode: 'open' });
    root?.append('Kazakhstan');
    let matches = 0;
    watch({ doc, gate, lifetime, onMatch: () => matches++ });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(matches).toBe(1);
  });

  test('sleeps while the page is hidden', async () => {
    const matches = start(`<p>${PROSE}</p>`);
    await later();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    add('Kazakhstan');
    await later();
    expect(matches()).toBe(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await later();
    expect(matches()).toBe(1);
  });

  test('keeps nothing of what came and went while the page was hidden, and reads it anew once, where it changed', async () => {
    const asked: string[] = [];
    const doc = pageOf(`<p>${PROSE}</p>`);
    watch({ doc, gate: { test: (text) => asked.push(text) === 0 }, lifetime, onMatch: () => undefined });
    await vi.advanceTimersByTimeAsync(5_000);
    const hidden = vi.spyOn(document, 'hidden', 'get');
    const turn = async (isHidden: boolean): Promise<void> => {
      asked.length = 0;
      hidden.mockReturnValue(isHidden);
      document.dispatchEvent(new Event('visibilitychange'));
      await later();
    };
    await turn(true);
    await turn(false);
    expect(asked).toEqual([]);
    await turn(true);
    add('came and went');
    await later();
    document.querySelector('p:last-child')?.remove();
    add('stayed');
    await later();
    expect(asked).toEqual([]);
    await turn(false);
    const text = asked.join(' ');
    expect(text).toContain(PROSE);
    expect(text).toContain('stayed');
    expect(text).not.toContain('came and went');
    await turn(true);
    await turn(false);
    expect(asked).toEqual([]);
  });

  test('finds what an open shadow root was given while the page was hidden', async () => {
    const doc = pageOf(`<p>${PROSE}</p><div id="host"></div>`);
    const root = doc.getElementById('host')?.attachShadow({ mode: 'open' });
    root?.append('nothing');
    let matches = 0;
    watch({ doc, gate, lifetime, onMatch: () => matches++ });
    await vi.advanceTimersByTimeAsync(5_000);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    root?.append('Kazakhstan');
    await later();
    expect(matches).toBe(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await later();
    expect(matches).toBe(1);
  });

  test('does not match what only a style sheet in a shadow root holds', async () => {
    const doc = pageOf(`<p>${PROSE}</p><div id="host"></div>`);
    const root = doc.getElementById('host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<style>.kazakhstan { color: red }</style><p>nothing</p>';
    let matches = 0;
    watch({ doc, gate, lifetime, onMatch: () => matches++ });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(matches).toBe(0);
    root?.append('Kazakhstan');
    await later();
    expect(matches).toBe(1);
  });

  test('leaves a document alone that is no prose', async () => {
    vi.spyOn(document, 'contentType', 'get').mockReturnValue('application/xml');
    const matches = start(`<p>${PROSE} Kazakhstan</p>`);
    await later();
    expect(matches()).toBe(0);
  });

  test('is silent from its end on', async () => {
    const matches = start(`<p>${PROSE}</p>`);
    await later();
    lifetime.end();
    add('Kazakhstan');
    await later();
    expect(matches()).toBe(0);
  });
});
