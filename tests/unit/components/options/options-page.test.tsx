// @vitest-environment happy-dom
/** The options page: each control asks for its one change, and what cannot be taken over is said. */
import { expect, test, vi } from 'vitest';
import { OptionsPage, type OptionsPageProps } from '../../../../components/options/OptionsPage';
import { DEFAULT_SETTINGS, type Sites } from '../../../../lib/settings/settings';
import { draw, redraw, faultsOf, find, press, settle, type } from '../draw';
import { SAMPLE_DIAL, sampleSource } from '../samples';

function makeProps(change: Partial<Omit<OptionsPageProps, 'onChange'>> = {}) {
  return {
    settings: { ...DEFAULT_SETTINGS, sites: { mode: 'all-but', hosts: ['quiet.example'] } } as const,
    sources: [sampleSource('daily'), sampleSource('ministry', { kind: 'official' })],
    kindsOff: [],
    muted: [
      { id: 'jets-sold', proposition: 'Jets were sold abroad' },
      { id: 'long-gone', proposition: null },
    ],
    shortcuts: [
      { command: 'popup', keys: 'Alt+Shift+D' },
      { command: 'toggle-site', keys: '' },
    ],
    outcome: null,
    dial: SAMPLE_DIAL,
    onPause: vi.fn<OptionsPageProps['onPause']>(),
    onShortcuts: vi.fn<OptionsPageProps['onShortcuts']>(),
    onReset: vi.fn<OptionsPageProps['onReset']>(),
    onChange: vi.fn<OptionsPageProps['onChange']>(),
    onUnmute: vi.fn<OptionsPageProps['onUnmute']>(),
    onSource: vi.fn<OptionsPageProps['onSource']>(),
    onKind: vi.fn<OptionsPageProps['onKind']>(),
    onExport: vi.fn<OptionsPageProps['onExport']>().mockResolvedValue([]),
    onImport: vi.fn<OptionsPageProps['onImport']>(),
    ...change,
  } satisfies OptionsPageProps;
}

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault in %s, and no key is left unsaid', async (lang) => {
  const root = await draw(<OptionsPage {...makeProps()} />, lang);
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(/\b(?:options|popup|sources|shared)\.[a-z]/u);
});

test.each([
  ['[data-switch="power"]', { on: false }],
  ['[data-switch="badge"]', { badge: false }],
  ['[data-switch="screen-reader"]', { screenReader: true }],
  ['[data-choice="language:kk"]', { language: 'kk' }],
  ['[data-choice="loudness:first"]', { loudness: 'first' }],
  ['[data-choice="confidence:thorough"]', { confidence: 'thorough' }],
  ['[data-choice="open-by:modifier"]', { openBy: 'modifier' }],
  ['[data-remove="quiet.example"]', { sites: { mode: 'all-but', hosts: [] } }],
  ['[data-choice="sites:only"]', { sites: { mode: 'only', hosts: [], otherHosts: ['quiet.example'] } }],
] as const)('%s asks for %o', async (selector, change) => {
  const props = makeProps();
  await press(await draw(<OptionsPage {...props} />), selector);
  expect(props.onChange.mock.calls).toEqual([[change]]);
});

test('the other choice of sites and back leaves both lists as they were', async () => {
  let sites: Sites = { mode: 'all-but', hosts: ['quiet.example'], otherHosts: ['wanted.example'] };
  const before = sites;
  const shown: unknown[] = [];
  for (const mode of ['only', 'all-but']) {
    const onChange: OptionsPageProps['onChange'] = (change) => {
      sites = change.sites ?? sites;
    };
    const root = await draw(
      <OptionsPage {...makeProps({ settings: { ...DEFAULT_SETTINGS, sites } })} onChange={onChange} />,
    );
    shown.push([...root.querySelectorAll('[data-remove]')].map((button) => button.getAttribute('data-remove')));
    await press(root, `[data-choice="sites:${mode}"]`);
  }
  expect(shown).toEqual([['quiet.example'], ['wanted.example']]);
  expect(sites).toEqual(before);
});

test.each([
  ['[data-remove="wanted.example"]', []],
  ['.add button', ['new.example', 'wanted.example']],
] as const)('%s leaves the list of the other choice alone', async (selector, hosts) => {
  const sites: Sites = { mode: 'only', hosts: ['wanted.example'], otherHosts: ['quiet.example'] };
  const props = makeProps({ settings: { ...DEFAULT_SETTINGS, sites } });
  const root = await draw(<OptionsPage {...props} />);
  await type(root, '.add input', 'new.example');
  await press(root, selector);
  expect(props.onChange.mock.calls).toEqual([[{ sites: { ...sites, hosts } }]]);
});

test('each setting of the dial says what it finds and what it marks wrongly, and below them of how many', async () => {
  const root = await draw(<OptionsPage {...makeProps()} />);
  const { settings, mentions, misleading } = SAMPLE_DIAL;
  for (const [name, { found, marked }] of Object.entries(settings)) {
    const label = find(root, `[data-choice="confidence:${name}"]`).closest('label')?.textContent;
    expect(label).toContain(`finds ${found} of 100 mentions, and marks ${marked} of ${misleading} misleading`);
  }
  expect(root.textContent).toContain(`on ${mentions} mentions that nobody looked at`);
});

test('lists muted claims by what they say, or by id where the record is gone, with a way back for each', async () => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  expect(root.textContent).toContain('Jets were sold abroad');
  await press(root, '[data-unmute="long-gone"]');
  expect(props.onUnmute).toHaveBeenCalledWith('long-gone');
});

test('switches of sources and of kinds ask for what they say', async () => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  await press(root, '[data-switch="source:daily"]');
  await press(root, '[data-switch="kind:official"]');
  expect(props.onSource).toHaveBeenCalledWith('daily', false);
  expect(props.onKind).toHaveBeenCalledWith('official', false);
});

test.each([
  ['450', 450],
  ['0', 0],
  ['3000', 3000],
] as const)('takes %s milliseconds of rest', async (typed, restMs) => {
  const props = makeProps();
  await type(await draw(<OptionsPage {...props} />), 'input[type="number"]', typed, 'change');
  expect(props.onChange).toHaveBeenCalledWith({ restMs });
});

test.each(['', '-1', '3001', '1.5'])('refuses %o milliseconds of rest and says the range', async (typed) => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  await type(root, 'input[type="number"]', typed, 'change');
  expect(props.onChange).not.toHaveBeenCalled();
  expect(find(root, '[role="alert"]').textContent).toBe('Give a whole number from 0 to 3000.');
});

test('the rest counts only where resting opens a card', async () => {
  const root = await draw(<OptionsPage {...makeProps({ settings: { ...DEFAULT_SETTINGS, openBy: 'click' } })} />);
  expect(find<HTMLInputElement>(root, 'input[type="number"]').disabled).toBe(true);
});

test.each([
  ['News.Example', 'news.example'],
  [' https://news.example:8080/a/b?c ', 'news.example'],
  ['пример.example', 'xn--e1afmkfd.example'],
  ['127.0.0.1', '127.0.0.1'],
] as const)('adds the site typed as %o under its host %s', async (typed, host) => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  await type(root, '.add input', typed);
  await press(root, '.add button');
  expect(props.onChange).toHaveBeenCalledWith({ sites: { mode: 'all-but', hosts: [host, 'quiet.example'].sort() } });
});

test.each([
  ['', 'is not a host name'],
  ['two words', 'is not a host name'],
  ['https://', 'is not a host name'],
  ['me@bank.example', 'is not a host name'],
  ['quiet.example', 'is already in the list'],
] as const)('does not add %o and says why', async (typed, why) => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  await type(root, '.add input', typed);
  await press(root, '.add button');
  expect(props.onChange).not.toHaveBeenCalled();
  expect(find(root, '[role="alert"]').textContent).toContain(why);
  expect(await faultsOf(root)).toEqual([]);
});

test.each([
  [
    { kind: 'done', reports: 2, refusedReports: 0, packs: [] },
    '[data-tone="plain"]',
    'The settings and 2 reports were read from mine.json.',
  ],
  [
    {
      kind: 'done',
      reports: 1,
      refusedReports: 0,
      packs: ['lake (lake.json)', 'desk (https://desk.example/pack.json)'],
    },
    '[data-tone="plain"]',
    'The settings and 1 report were read from mine.json. It names packs that are not loaded here. Load them, or subscribe to them: lake (lake.json), desk (https://desk.example/pack.json).',
  ],
  [
    { kind: 'done', reports: 1, refusedReports: 1, packs: [] },
    '[data-tone="plain"]',
    'The settings were read from mine.json. 1 report in it is damaged and was left out.',
  ],
  [{ kind: 'not-json' }, '[role="alert"]', 'mine.json is not JSON. Nothing was changed.'],
  [{ kind: 'not-settings' }, '[role="alert"]', 'mine.json is not a Dalel settings file. Nothing was changed.'],
  [{ kind: 'too-large' }, '[role="alert"]', 'mine.json is too large for a settings file. Nothing was changed.'],
  [
    { kind: 'bad-field', field: 'restMs' },
    '[role="alert"]',
    'mine.json: the value of “restMs” is not one that Dalel knows. Nothing was changed.',
  ],
  [
    { kind: 'refused', reason: { code: 'store', detail: 'Storage is full.' } },
    '[role="alert"]',
    'This was not changed: Storage is full.',
  ],
  [
    { kind: 'stopped', reports: 2, reason: { code: 'store', detail: 'Storage is full.' } },
    '[role="alert"]',
    '2 reports were added from mine.json; the settings were not changed. Import the file once more: no report is added twice. What went wrong: Storage is full.',
  ],
] as const)('says what became of an imported file: %o', async (outcome, selector, words) => {
  const onImport = vi.fn<OptionsPageProps['onImport']>().mockResolvedValue(outcome);
  const root = await draw(<OptionsPage {...makeProps({ onImport })} />);
  const input = find<HTMLInputElement>(root, 'input[type="file"]');
  Object.defineProperty(input, 'files', { value: [new File(['{"a":1}'], 'mine.json')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  await settle();
  expect(onImport).toHaveBeenCalledWith('{"a":1}');
  expect(find(root, selector).textContent).toBe(words);
});

test('exports on demand', async () => {
  const props = makeProps();
  await press(await draw(<OptionsPage {...props} />), '[data-action="export"]');
  expect(props.onExport).toHaveBeenCalledOnce();
});

test('says which packs the written file only names', async () => {
  const onExport = vi.fn<OptionsPageProps['onExport']>().mockResolvedValue(['lake (lake.json)', 'desk (desk.json)']);
  const root = await draw(<OptionsPage {...makeProps({ onExport })} />);
  await press(root, '[data-action="export"]');
  await settle();
  expect(find(root, '[data-tone="plain"]').textContent).toMatch(
    /^Saved as dalel\.json\. .*: lake \(lake\.json\), desk \(desk\.json\)\./u,
  );
});

test.each([
  [{ kind: 'saved' }, 'Saved.'],
  [
    { kind: 'refused', reason: { code: 'store', detail: 'Storage is full.' } },
    'This was not changed: Storage is full.',
  ],
] as const)('says what became of a change: %o', async (outcome, words) => {
  const root = await draw(<OptionsPage {...makeProps({ outcome })} />);
  expect(find(root, '[aria-live="polite"]').textContent).toBe(words);
});

test('says “saved” anew for each change that was saved, and not for a drawing between', async () => {
  const props = makeProps();
  const saidOn = async (outcome: OptionsPageProps['outcome']) => {
    const root = await redraw(<OptionsPage {...props} outcome={outcome} />);
    return find(root, '[aria-live="polite"] .notice');
  };
  await draw(<OptionsPage {...props} />);
  const once = { kind: 'saved' } as const;
  const first = await saidOn(once);
  expect(await saidOn(once)).toBe(first);
  const second = await saidOn({ kind: 'saved' });
  expect(second).not.toBe(first);
  expect(second.textContent).toBe('Saved.');
});

test('finds a source by name, country or id, and shows it unfolded', async () => {
  const sources = [sampleSource('daily', { country: 'KZ' }), sampleSource('ministry', { kind: 'official' })];
  const root = await draw(<OptionsPage {...makeProps({ sources })} />);
  expect([...root.querySelectorAll<HTMLDetailsElement>('.source-kind details')].map(({ open }) => open)).toEqual([
    false,
    false,
  ]);
  await type(root, '[data-search="sources"]', 'kz');
  const found = [...root.querySelectorAll('.source-list [role="switch"]')].map((one) =>
    one.getAttribute('data-switch'),
  );
  expect(found).toEqual(['source:daily']);
  expect(find<HTMLDetailsElement>(root, '.source-kind details').open).toBe(true);
  await type(root, '[data-search="sources"]', 'zzz');
  expect(root.textContent).toContain('No source matches “zzz”.');
});

test('shows the shortcuts as the browser has them, and leads to where they are changed', async () => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  expect(find(root, 'kbd').textContent).toBe('Alt+Shift+D');
  expect(find(root, '.row .hint').textContent).toBe('not set');
  await press(root, '[data-action="shortcuts"]');
  expect(props.onShortcuts).toHaveBeenCalledOnce();
});

test('resets after one more question, and not before', async () => {
  const props = makeProps();
  const root = await draw(<OptionsPage {...props} />);
  await press(root, '[data-action="reset"]');
  expect(props.onReset).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(find(root, '[data-action="not:reset"]'));
  await press(root, '[data-action="not:reset"]');
  expect(document.activeElement).toBe(find(root, '[data-action="reset"]'));
  await press(root, '[data-action="reset"]');
  await press(root, '[data-action="now:reset"]');
  expect(props.onReset).toHaveBeenCalledOnce();
});

test.each([
  ['hour', null],
  ['restart', null],
  ['end', 'restart'],
] as const)('asks for a pause: %s', async (what, pausedUntil) => {
  const props = makeProps({ settings: { ...DEFAULT_SETTINGS, pausedUntil } });
  await press(await draw(<OptionsPage {...props} />), `[data-pause="${what}"]`);
  expect(props.onPause).toHaveBeenCalledWith(what === 'end' ? null : what);
});

test('leads to each of its sections', async () => {
  const root = await draw(<OptionsPage {...makeProps()} />);
  const links = [...root.querySelectorAll('.contents a')].map((link) => link.getAttribute('href'));
  expect(links.length).toBe(root.querySelectorAll('section').length);
  for (const link of links) expect(root.querySelector(`h2${link ?? ''}`)).not.toBeNull();
});
