/** Phrases of a file: which of them would mark pages anew, and what is left of the file without them. */
import { expect, test } from 'vitest';
import { EMPTY_CONTENT } from '../../../lib/reports/content';
import { listNewMarkings, withKeptMarkings } from '../../../lib/reports/markings';
import type { Report } from '../../../lib/reports/report';

const report = (
  phrases: readonly string[] | null,
  changed = '2026-01-02T00:00:00.000Z',
  id = 'report-0001',
): Report => ({
  ...EMPTY_CONTENT,
  version: 1,
  id,
  state: 'ready',
  created: '2026-01-01T00:00:00.000Z',
  changed,
  marking: phrases === null ? null : { phrases },
});
const EARLIER = '2026-01-01T12:00:00.000Z';

test.each<[string, Report, readonly Report[], boolean]>([
  ['a report that is not kept', report(['jets']), [], true],
  ['one without phrases', report(null), [], false],
  ['other phrases than the kept one has', report(['jets']), [report(['boats'], EARLIER)], true],
  ['phrases where the kept one has none', report(['jets']), [report(null, EARLIER)], true],
  ['the very phrases of the kept one', report(['jets']), [report(['jets'], EARLIER)], false],
  ['an older state than the kept one', report(['jets'], EARLIER), [report(null)], false],
  ['another report than the kept one', report(['jets']), [report(['jets'], EARLIER, 'report-0002')], true],
])('what would mark pages anew: %s', (_what, given, kept, isNew) => {
  expect(listNewMarkings([given], kept)).toEqual(isNew ? [given] : []);
});

test('left aside, the phrases are those of the kept report, and the rest is the file’s', () => {
  const given = [{ ...report(['jets']), note: 'theirs' }, report(['tanks'], undefined, 'report-0002')];
  expect(withKeptMarkings(given, [report(['boats'], EARLIER)])).toEqual([
    { ...report(['boats']), note: 'theirs' },
    report(null, undefined, 'report-0002'),
  ]);
});
