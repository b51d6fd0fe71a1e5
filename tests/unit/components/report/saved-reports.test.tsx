// @vitest-environment happy-dom
/** The saved reports: newest first, exported one by one or together, deleted and brought back. */
import { expect, test, vi } from 'vitest';
import { makeReport, reportFile, reportText } from '../../../../components/report/report-file';
import { ReportPage } from '../../../../components/report/ReportPage';
import type { SavedReportsProps } from '../../../../components/report/SavedReports';
import type { Answer } from '../../../../components/shared/use-answer';
import type { Report } from '../../../../lib/reports/report';
import { draw, faultsOf, find, press, settle } from '../draw';
import { SAMPLE_CAPTURE, SAMPLE_REPORT } from '../samples';

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
    onExport: vi.fn<SavedReportsProps['onExport']>(),
    onDelete: vi.fn<SavedReportsProps['onDelete']>().mockResolvedValue(undefined),
    onRestore: vi.fn<SavedReportsProps['onRestore']>().mockResolvedValue(undefined),
  };
}

const refuse = () => Promise.reject(new Error('Not asked for here'));

function drawPage(saved: Answer<readonly Report[]>, list = makeList(), lang: 'en' | 'ru' | 'kk' = 'en') {
  const form = { draft: null, isGone: false, onSave: refuse, onExport: () => undefined, onCopy: refuse };
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

test('exports one or all', async () => {
  const list = makeList();
  const root = await drawPage(BOTH, list);
  await press(root, '[data-report="report-0001"] button');
  expect(list.onExport).toHaveBeenLastCalledWith([SAMPLE_REPORT]);
  await press(root, '[data-action="export-all"]');
  expect(list.onExport).toHaveBeenLastCalledWith([LATER, SAMPLE_REPORT]);
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
  const root = await drawPage({ state: 'failed', reason: 'The database is closed.' });
  expect(find(root, '[role="alert"]').textContent).toContain('The database is closed.');
  expect(root.querySelector('[data-action="save"]')).not.toBeNull();
});

test('a report carries its capture, its id and both times', () => {
  const report = makeReport(
    'report-0009',
    { capture: SAMPLE_CAPTURE, note: 'n' },
    '2026-01-01T00:00:00.000Z',
    '2026-01-02T00:00:00.000Z',
  );
  expect(report).toEqual({
    ...SAMPLE_CAPTURE,
    version: 1,
    id: 'report-0009',
    state: 'draft',
    note: 'n',
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-02T00:00:00.000Z',
  });
});

test('a file of reports says what it is and holds them unchanged', () => {
  expect(JSON.parse(reportFile([SAMPLE_REPORT, LATER]))).toEqual({
    format: 'dalel-reports',
    version: 1,
    reports: [SAMPLE_REPORT, LATER],
  });
});

test('the text for the clipboard holds what the form shows and leaves out what is empty', () => {
  expect(reportText({ ...SAMPLE_CAPTURE, note: 'Which jets?' })).toBe(
    '“jets were sold”\n\nJets\n\nhttps://news.example/jets\n\nWhich jets?',
  );
  expect(reportText({ ...SAMPLE_CAPTURE, title: null, url: '', note: '' })).toBe('“jets were sold”');
});
