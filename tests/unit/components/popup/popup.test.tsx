// @vitest-environment happy-dom
/** The popup in each of its states, and what each of its controls asks for. */
import { expect, test, vi } from 'vitest';
import { Popup, type PopupProps } from '../../../../components/popup/Popup';
import type { TabState } from '../../../../lib/messages/protocol';
import { draw, faultsOf, find, press, settle, type } from '../draw';
import { SAMPLE_STATE } from '../samples';

function makeProps(change: Partial<TabState> = {}, problem: PopupProps['problem'] = null) {
  return {
    state: { ...SAMPLE_STATE, ...change },
    problem,
    onPower: vi.fn<PopupProps['onPower']>(),
    onSite: vi.fn<PopupProps['onSite']>(),
    onShow: vi.fn<PopupProps['onShow']>(),
    onMute: vi.fn<PopupProps['onMute']>(),
    onSource: vi.fn<PopupProps['onSource']>(),
    onKind: vi.fn<PopupProps['onKind']>(),
    onReport: vi.fn<PopupProps['onReport']>(),
    onPause: vi.fn<PopupProps['onPause']>(),
    onAccess: vi.fn<PopupProps['onAccess']>(),
    onCopy: vi.fn<PopupProps['onCopy']>().mockResolvedValue(),
    onPanel: vi.fn<() => void>(),
    exportAddress: '/findings.html?tab=7',
  };
}

const STATES: readonly (readonly [string, Partial<TabState>, string])[] = [
  ['claims found', {}, 'Jets were sold abroad'],
  ['nothing found', { claims: [], pageSources: [] }, 'No claim of the database was found on this page.'],
  ['Dalel off', { on: false, claims: [], pageSources: [] }, 'Dalel is off. No page is marked.'],
  ['off on this site', { siteOn: false, claims: [], pageSources: [] }, 'Dalel is off on news.example.'],
  ['a page that cannot be read', { host: null, claims: [], pageSources: [] }, 'Dalel cannot read this page.'],
  ['a pause', { pausedUntil: 'restart', claims: [], pageSources: [] }, 'Paused until the browser restarts'],
  [
    'access withheld',
    { isWithheld: true, claims: [], pageSources: [] },
    'The browser keeps Dalel away from news.example.',
  ],
  ['a page still being read', { page: 'waiting', claims: [], pageSources: [] }, 'This page is still being read.'],
  ['a page nobody read', { page: 'unread', claims: [], pageSources: [] }, 'This page was not read. Reload it'],
  ['another kind of page', { page: 'other-kind', claims: [], pageSources: [] }, 'not files of other kinds'],
  ['a page closed to extensions', { page: 'closed', claims: [], pageSources: [] }, 'Dalel cannot read this page.'],
  ['a fault', { capped: ['failed'], claims: [], pageSources: [] }, 'Something went wrong while Dalel read this page'],
  ['a fault in part of a page', { capped: ['failed'] }, 'Something went wrong while Dalel read this page'],
  ['a page with too much text', { capped: ['text'] }, 'Dalel read only its first two million characters.'],
  ['a page that takes long', { capped: ['time'] }, 'Dalel stopped after half a second'],
  ['a page with too many mentions', { capped: ['time', 'marks'] }, 'Dalel marked the first thousand.'],
];

test.each(STATES)('says what is so with %s, and axe finds no fault', async (_, change, words) => {
  const root = await draw(<Popup {...makeProps(change)} />);
  expect(root.textContent).toContain(words);
  expect(await faultsOf(root)).toEqual([]);
});

test.each(STATES)('keeps the counts and the caution in view with %s', async (_, change) => {
  const root = await draw(<Popup {...makeProps(change)} />);
  expect(find(root, 'footer').textContent).toContain(
    'The database knows 20 claims, as of 1 Feb 2026. Unmarked text is not checked text.',
  );
  expect([...root.querySelectorAll('footer a')].map((link) => link.getAttribute('href'))).toEqual([
    '/database.html',
    '/options.html',
    '/report.html',
  ]);
});

test.each(STATES.slice(2))('says that nothing was found of no page but one that was read: %s', async (_, change) => {
  const root = await draw(<Popup {...makeProps(change)} />);
  expect(root.textContent).not.toContain('No claim of the database');
});

test.each(['waiting', 'unread', 'other-kind', 'closed'] as const)(
  'lists what a frame of it holds, where the page itself is %s',
  async (page) => {
    const root = await draw(<Popup {...makeProps({ page })} />);
    expect(find(root, '[data-claim="jets-sold"]').textContent).toContain('3 mentions');
    expect(root.querySelector(`[data-state="${page}"]`)).toBeNull();
  },
);

test.each(['ru', 'kk'] as const)('speaks %s without a key left unsaid, and axe finds no fault', async (lang) => {
  const root = await draw(<Popup {...makeProps()} />, lang);
  expect(root.textContent).not.toMatch(/\b(?:popup|sources|status|shared|source-kind)\.[a-z]/u);
  expect(await faultsOf(root)).toEqual([]);
});

test('names the status in words and shape beside its colour, and counts the mentions', async () => {
  const row = find(await draw(<Popup {...makeProps()} />), '[data-claim="jets-sold"]');
  expect(row.textContent).toContain('Denied');
  expect(row.textContent).toContain('3 mentions');
  expect(find(row, '.status svg').getAttribute('aria-hidden')).toBe('true');
});

test('a claim asks to be shown, a muted one cannot be jumped to and offers the way back', async () => {
  const props = makeProps();
  const root = await draw(<Popup {...props} />);
  await press(root, '[data-claim="jets-sold"]');
  expect(props.onShow).toHaveBeenCalledWith(SAMPLE_STATE.claims[0]);
  await press(root, '[data-mute="jets-sold"]');
  expect(props.onMute).toHaveBeenLastCalledWith(SAMPLE_STATE.claims[0], true);
  expect(root.querySelector('[data-claim="plant-built"]')).toBeNull();
  await press(root, '[data-mute="plant-built"]');
  expect(props.onMute).toHaveBeenLastCalledWith(SAMPLE_STATE.claims[1], false);
});

test('each switch asks for the opposite of what it shows', async () => {
  const props = makeProps();
  const root = await draw(<Popup {...props} />);
  await press(root, '[data-switch="power"]');
  expect(props.onPower).toHaveBeenCalledWith(false);
  await press(root, '[data-switch="site"]');
  expect(props.onSite).toHaveBeenCalledWith('news.example', false);
  await press(root, '[data-switch="source:daily"]');
  expect(props.onSource).toHaveBeenCalledWith('daily', false);
  await press(root, '[data-switch="kind:official"]');
  expect(props.onKind).toHaveBeenCalledWith('official', false);
});

test('every switch is a labelled button that says whether it is on', async () => {
  const root = await draw(<Popup {...makeProps({ siteOn: false })} />);
  const switches = [...root.querySelectorAll('[role="switch"]')];
  expect(switches).toHaveLength(2 + 4 + 4);
  for (const one of switches) {
    expect(one.tagName).toBe('BUTTON');
    expect(one.getAttribute('aria-checked')).toMatch(/^(?:true|false)$/u);
    expect(root.querySelector(`label[for="${one.id}"]`)?.textContent).not.toBe('');
  }
  expect(find(root, '[data-switch="site"]').getAttribute('aria-checked')).toBe('false');
});

test('sources of a kind that is off are shown off and cannot be turned on one by one', async () => {
  const root = await draw(<Popup {...makeProps({ kindsOff: ['official'] })} />);
  const source = find<HTMLButtonElement>(root, '[data-switch="source:ministry"]');
  expect(source.getAttribute('aria-checked')).toBe('false');
  expect(source.disabled).toBe(true);
  expect(find(root, '[data-switch="kind:official"]').getAttribute('aria-checked')).toBe('false');
  expect(find(root, '[data-switch="source:daily"]').getAttribute('aria-checked')).toBe('true');
});

test('the search over all other sources folds case and ё, and says when nothing matches', async () => {
  const root = await draw(<Popup {...makeProps()} />);
  const all = find(root, '.all-sources');
  await type(root, 'input[type="search"]', 'елк');
  expect(
    [...all.querySelectorAll('.source-list [role="switch"]')].map((one) => one.getAttribute('data-switch')),
  ).toEqual(['source:blog']);
  await type(root, 'input[type="search"]', 'zzz');
  expect(all.textContent).toContain('No source matches “zzz”.');
});

test.each([
  [
    { kind: 'refused', reason: { code: 'store', detail: 'The disk is full.' } },
    'This was not changed: The disk is full.',
  ],
  [{ kind: 'not-shown' }, 'This mention is no longer on the page.'],
] as const)('says aloud what went wrong: %o', async (problem, words) => {
  const root = await draw(<Popup {...makeProps({}, problem)} />);
  expect(find(root, '[role="alert"]').textContent).toContain(words);
  expect(await faultsOf(root)).toEqual([]);
});

test('tells the page’s claims in two lines each, in the order of reading, and copies them', async () => {
  const props = makeProps();
  const root = await draw(<Popup {...props} />);
  await press(root, '[data-action="recap"]');
  expect([...root.querySelectorAll('[data-recap]')].map((entry) => entry.textContent)).toEqual([
    'Jets were sold abroadDenied Denied by Ministry, 28 Apr 2024.',
  ]);
  await press(root, '[data-action="copy-recap"]');
  expect(props.onCopy).toHaveBeenCalledWith(
    'Claims met on news.example (Dalel)\n\n• Jets were sold abroad\n  Denied. Denied by Ministry, 28 Apr 2024.\n\nUnmarked text is not checked text.',
  );
  await settle();
  expect(find(root, '.recap-end [role="status"]').textContent).toBe('Copied.');
  expect(await faultsOf(root)).toEqual([]);
});

test('says that the browser refused to copy', async () => {
  const onCopy = vi.fn<PopupProps['onCopy']>().mockRejectedValue(new Error('denied'));
  const root = await draw(<Popup {...makeProps()} onCopy={onCopy} />);
  await press(root, '[data-action="recap"]');
  await press(root, '[data-action="copy-recap"]');
  await settle();
  expect(find(root, '.recap-end [role="status"]').textContent).toBe('The browser refused to copy.');
});

test('asks for a pause, for its end, for access and for the panel', async () => {
  const props = makeProps();
  const root = await draw(<Popup {...props} />);
  await press(root, '[data-pause="hour"]');
  expect(props.onPause).toHaveBeenLastCalledWith('hour');
  await press(root, '[data-action="panel"]');
  expect(props.onPanel).toHaveBeenCalledOnce();
  const paused = await draw(<Popup {...makeProps({ pausedUntil: Date.now() + 1000 })} onPause={props.onPause} />);
  expect(paused.textContent).toMatch(/Paused until \d\d:\d\d/u);
  await press(paused, '[data-pause="end"]');
  expect(props.onPause).toHaveBeenLastCalledWith(null);
  const withheld = await draw(<Popup {...makeProps({ isWithheld: true })} onAccess={props.onAccess} />);
  await press(withheld, '[data-action="access"]');
  expect(props.onAccess).toHaveBeenCalledWith('news.example');
});

test('as a panel has no way to open the panel', async () => {
  const root = await draw(<Popup {...makeProps()} onPanel={null} />);
  expect(root.querySelector('[data-action="panel"]')).toBeNull();
});
