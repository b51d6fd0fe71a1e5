// @vitest-environment happy-dom
/** The saved reports: newest first, exported one by one or together, deleted and brought back. */
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { ReportPage } from '../../../../components/report/ReportPage';
import type { SavedReportsProps } from '../../../../components/report/SavedReports';
import type { Answer } from '../../../../components/shared/use-answer';
import type { Report } from '../../../../lib/reports/report';
import { draw, faultsOf, find, press, settle, type } from '../draw';
import { SAMPLE_REPORT } from '../samples';
import { makeProps, makeSharing } from './form-props';
import { EMPTY_CONTENT } from '../../../../lib/reports/content';

const LATER: Report = {
  ...SAMPLE_REPORT,
  id: 'report-0002',
  created: '2026-01-06T10:00:00.000Z',
  note: '',
  url: '',
  title: null,
};

function makeList() {
  return {
    sharing: makeSharing(),
    onDelete: vi.fn<SavedReportsProps['onDelete']>().mockResolvedValue(undefined),
    onRestore: vi.fn<SavedReportsProps['onRestore']>().mockResolvedValue(undefined),
    onImport: vi.fn<SavedReportsProps['onImport']>().mockResolvedValue({ kind: 'done', taken: 2, left: [] }),
  };
}

function drawPage(saved: Answer<readonly Report[]>, list = makeList(), lang: 'en' | 'ru' | 'kk' = 'en') {
  const form = makeProps({ content: EMPTY_CONTENT, isTyped: true });
  return draw(<ReportPage form={form} saved={saved} list={list} />, lang);
}

const BOTH = { state: 'ready', value: [SAMPLE_REPORT, LATER] } as const;

test.each(['en', 'ru', 'kk'] as const)('axe finds no fault in %s', async (lang) => {
  const root = await drawPage(BOTH, makeList(), lang);
  expect(await faultsOf(root)).toEqual([]);
  expect(root.textContent).not.toMatch(/\breport\.[a-z]/u);
});

test('lists the newest first, with note, date and a safe link', async () => {
  const root = await drawPage(BOTH);
  expect([...root.querySelectorAll('[data-report]')].map((row) => row.getAttribute('data-report'))).toEqual([
    'report-0002',
    'report-0001',
  ]);
  const older = find(root, '[data-report="report-0001"]');
  expect(older.textContent).toContain('Seen twice.');
  expect(older.textContent).toContain('5 Jan 2026');
  expect(find<HTMLAnchorElement>(older, 'a').href).toBe('https://news.example/jets');
});

test('shares one or all, with a preview of exactly what leaves', async () => {
  const list = makeList();
  const root = await drawPage(BOTH, list);
  await press(root, '[data-share-one="report-0001"]');
  const preview = () => find<HTMLTextAreaElement>(root, '[data-field="preview"]').value;
  expect(JSON.parse(preview())).toEqual({ format: 'dalel-reports', version: 1, reports: [SAMPLE_REPORT] });
  await press(root, '[data-action="share-all"]');
  expect(JSON.parse(preview())).toMatchObject({ reports: [LATER, SAMPLE_REPORT] });
  await press(root, '[data-action="save-file"]');
  await settle();
  expect(list.sharing.onFile).toHaveBeenLastCalledWith('dalel-reports.json', preview(), 'application/json');
  expect(list.sharing.onShared).toHaveBeenLastCalledWith([LATER, SAMPLE_REPORT]);
  expect(await faultsOf(root)).toEqual([]);
});

test('each says its state and leads to where it is edited', async () => {
  const root = await drawPage({ state: 'ready', value: [SAMPLE_REPORT, { ...LATER, state: 'shared' }] });
  expect([...root.querySelectorAll('.state')].map((state) => state.textContent)).toEqual(['Shared', 'Draft']);
  const edit = find<HTMLAnchorElement>(root, '[data-report="report-0002"] .row-actions a');
  expect(edit.getAttribute('href')).toBe('/report.html#report-0002');
});

test('from four reports on they can be searched', async () => {
  const many = ['a', 'b', 'c', 'd'].map((id) => ({ ...SAMPLE_REPORT, id: `report-000${id}`, note: `Note ${id}.` }));
  const root = await drawPage({ state: 'ready', value: many });
  await type(root, '[data-field="search"]', 'note c');
  expect([...root.querySelectorAll('[data-report]')].map((row) => row.getAttribute('data-report'))).toEqual([
    'report-000c',
  ]);
  await type(root, '[data-field="search"]', 'nowhere');
  expect(root.textContent).toContain('No saved report holds “nowhere”.');
});

test('a deleted report can be brought back whole', async () => {
  const list = makeList();
  const root = await drawPage(BOTH, list);
  await press(root, '[data-delete="report-0001"]');
  await settle();
  expect(list.onDelete).toHaveBeenCalledWith(SAMPLE_REPORT);
  expect(root.textContent).toContain('Deleted: “jets were sold”');
  await press(root, '[data-action="undo"]');
  await settle();
  expect(list.onRestore).toHaveBeenCalledWith(SAMPLE_REPORT);
  expect(root.querySelector('[data-action="undo"]')).toBeNull();
});

test('what cannot be brought back can be tried again, and says why', async () => {
  const list = makeList();
  list.onRestore.mockRejectedValue(new Error('The disk is full.'));
  const root = await drawPage(BOTH, list);
  await press(root, '[data-delete="report-0001"]');
  await settle();
  await press(root, '[data-action="undo"]');
  await settle();
  expect(find(root, '[role="alert"]').textContent).toContain('The disk is full.');
  expect(root.querySelector('[data-action="undo"]')).not.toBeNull();
});

test('says so where nothing is saved, and where the list cannot be read the form still stands', async () => {
  expect((await drawPage({ state: 'ready', value: [] })).textContent).toContain('No report is saved yet.');
  const root = await drawPage({ state: 'failed', reason: { code: 'store', detail: 'The database is closed.' } });
  expect(find(root, '[role="alert"]').textContent).toContain('The database is closed.');
  expect(root.querySelector('[data-action="save"]')).not.toBeNull();
});

async function choose(root: HTMLElement, text: string): Promise<void> {
  const input = find<HTMLInputElement>(root, '[data-field="import"]');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'theirs.json')] });
  await act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
  await settle();
}

const marking = { phrases: ['patrol boats', 'handed over'] };

test.each(['en', 'ru', 'kk'] as const)(
  'a file with phrases is asked about before anything of it is added, in %s',
  async (lang) => {
    const list = makeList();
    list.onImport.mockResolvedValueOnce({ kind: 'asks', marking: [{ ...SAMPLE_REPORT, marking }] });
    const root = await drawPage(BOTH, list, lang);
    await choose(root, 'what the file says');
    expect(list.onImport.mock.calls).toEqual([['what the file says', 'ask']]);
    const { textContent } = find(root, '[data-tone="plain"]');
    for (const part of ['theirs.json', 'patrol boats · handed over']) expect(textContent).toContain(part);
    expect(textContent).not.toMatch(/report\.import/u);
    expect(await faultsOf(root)).toEqual([]);
  },
);

test.each([
  [
    'take',
    [
      ['x', 'ask'],
      ['x', 'take'],
    ],
  ],
  [
    'leave',
    [
      ['x', 'ask'],
      ['x', 'leave'],
    ],
  ],
  ['none', [['x', 'ask']]],
] as const)('what is answered for its phrases is done: %s', async (answer, calls) => {
  const list = makeList();
  list.onImport.mockResolvedValueOnce({ kind: 'asks', marking: [{ ...SAMPLE_REPORT, marking }] });
  const root = await drawPage(BOTH, list);
  await choose(root, 'x');
  await press(root, `[data-phrases="${answer}"]`);
  expect(list.onImport.mock.calls).toEqual(calls);
  expect(root.querySelector('[data-phrases]')).toBeNull();
  expect(root.textContent?.includes('2 reports of theirs.json were added.')).toBe(answer !== 'none');
  expect(document.activeElement).toBe(find(root, '[data-field="import"]'));
});
