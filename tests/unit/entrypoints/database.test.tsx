// @vitest-environment happy-dom
/** The database page while something changes in storage: what is kept is shown anew, without losing what is on screen. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../../entrypoints/database/App';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { loadWords } from '../../../lib/words/load-words';
import { fake } from '../background/fake-browser';
import { find, settle, type } from '../components/draw';
import { sampleRow } from '../components/samples';

const ALL = 90;
/** More than the first part that is brought in, and than the first step that is shown. */
const FITTING = 80;

const asked = vi.hoisted(() => ({ calls: [] as string[], edition: 'first', areTextsHeld: false }));
vi.mock('../../../lib/messages/call', () => ({
  call: async (verb: string, request: { from: number; count: number }) => {
    asked.calls.push(verb);
    const part = <T,>(make: (at: number) => T): T[] =>
      Array.from({ length: ALL }, (_, at) => make(at)).slice(request.from, request.from + request.count);
    const wordsOf = (at: number): string => `${at < FITTING ? 'jet' : 'tank'} ${at} ${asked.edition}`;
    if (verb === 'settings/get') return { ...DEFAULT_SETTINGS, language: 'en' };
    if (verb === 'rows/list')
      return { rows: part((at) => sampleRow(`claim-${at}`, { proposition: wordsOf(at) })), total: ALL };
    if (verb === 'rows/texts' && asked.areTextsHeld) return new Promise(() => undefined);
    if (verb === 'rows/texts')
      return { texts: part((at) => ({ proposition: wordsOf(at), summaries: '', speakers: '', sources: '' })) };
    if (verb === 'speakers/list') return { speakers: [{ id: 'ministry', name: 'Ministry' }] };
    return { sources: [{ id: 'daily', name: 'Daily' }] };
  },
}));

const root = document.createElement('div');

const listed = (): readonly string[] => [...root.querySelectorAll('[data-claim]')].map((row) => row.textContent ?? '');
const waitFor = (fits: () => boolean) =>
  vi.waitFor(async () => {
    await settle();
    expect(fits()).toBe(true);
  });
const change = (items: object, area: string) =>
  act(() => void fake.storage.onChanged.emit(items, area, 'and what else a browser may tell'));

beforeEach(async () => {
  fake.reset();
  asked.calls = [];
  asked.edition = 'first';
  asked.areTextsHeld = false;
  history.replaceState(null, '', '#/?q=jet');
  document.body.append(root);
  await loadWords('en');
  await act(() => render(<App />, root));
  await waitFor(() => root.textContent?.includes(`${FITTING} claims`) === true);
  asked.calls = [];
});
afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
});

test.each([
  [{ 'found:7': {} }, 'session'],
  [{ settings: {} }, 'session'],
  [{ spread: {} }, 'local'],
  [{ anchors: {} }, 'local'],
] as const)('asks for nothing where %j changes in the %s storage', async (items, area) => {
  await change(items, area);
  await settle();
  expect(asked.calls).toEqual([]);
});

test.each(['settings', 'anchors-of', 'reports'])(
  'where %s changes, the results stand, and the focus in them, until all of the new ones are there',
  async (item) => {
    await act(() => find(root, '[data-action="more"]').click());
    const last = [...root.querySelectorAll<HTMLElement>('[data-claim]')].at(-1);
    last?.focus();
    const before = listed();
    const seen = new Set<string>();
    const watcher = new MutationObserver(() => seen.add(listed().join('\n')));
    watcher.observe(root, { childList: true, subtree: true, characterData: true });
    asked.edition = 'second';
    await change({ [item]: {} }, 'local');
    await waitFor(() => listed()[0]?.includes('second') === true);
    watcher.disconnect();
    expect(before).toHaveLength(60);
    const after = before.map((words) => words.replace('first', 'second')).join('\n');
    expect([...seen].filter((words) => words !== before.join('\n') && words !== after)).toEqual([]);
    expect(document.activeElement).toBe(last);
    // What was renewed can be searched, too.
    await type(root, 'input[type="search"]', 'tank second');
    await waitFor(() => listed().length === ALL - FITTING);
  },
);

test('a list that was still coming in is shown in parts again', async () => {
  await act(() => render(null, root));
  history.replaceState(null, '', '#/');
  asked.areTextsHeld = true;
  await act(() => render(<App />, root));
  await waitFor(() => listed().length === 30);
  asked.edition = 'second';
  await change({ settings: {} }, 'local');
  await waitFor(() => listed()[0]?.includes('second') === true);
});
