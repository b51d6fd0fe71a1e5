/** A file of reports, from its text to what pages are read with: a stranger's phrases mark nothing unasked. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toReportsJson } from '../../../lib/reports/share/report-json';
import { toWebAnnotation } from '../../../lib/reports/share/annotation';
import { allCards, ask, putBack, report, startAfresh } from './woken';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).fake }));
vi.mock('../../../lib/messages/call', async () => ({ call: (await import('./woken')).ask }));

beforeEach(async () => {
  await startAfresh();
  // The page's own address, which says what its form is about.
  vi.stubGlobal('location', { hash: '' });
});
afterEach(putBack);

const importing = async () => (await import('../../../entrypoints/report/ask')).importReports;
const theirs = { ...report, marking: { phrases: ['patrol boats', 'handed over'] } };
const markings = async () => (await ask('reports/list', {})).map(({ marking }) => marking);
const ownClaims = async () => (await allCards()).filter(({ pack }) => pack === 'Your own claims').length;

const FILES = [
  ['our own', toReportsJson([theirs])],
  ['of annotations', toWebAnnotation([theirs])],
] as const;

test.each(FILES)('a file %s with phrases adds nothing before the reader has answered', async (_kind, file) => {
  const importReports = await importing();
  expect(await importReports(file, 'ask')).toMatchObject({ kind: 'asks', marking: [{ id: report.id }] });
  expect(await ask('reports/list', {})).toEqual([]);

  expect(await importReports(file, 'leave')).toMatchObject({ kind: 'done', taken: 1, left: [] });
  expect(await markings()).toEqual([null]);
  expect(await ownClaims()).toBe(0);
});

test.each(FILES)('a file %s marks where the reader says so, and is not asked about again', async (_kind, file) => {
  const importReports = await importing();
  expect(await importReports(file, 'take')).toMatchObject({ kind: 'done', taken: 1 });
  expect(await markings()).toEqual([theirs.marking]);
  expect(await ownClaims()).toBe(1);
  expect(await importReports(file, 'ask')).toMatchObject({ kind: 'done', taken: 0 });
});

test('a file without phrases is taken at once', async () => {
  const importReports = await importing();
  expect(await importReports(toReportsJson([report]), 'ask')).toMatchObject({ kind: 'done', taken: 1 });
});
