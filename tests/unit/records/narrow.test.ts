/** Filters and order: what stays of the rows. */
import { expect, test } from 'vitest';
import { narrowRows } from '../../../lib/records/narrow';
import { WHOLE_LIST, type ListQuery } from '../../../lib/records/route';
import { sampleRow } from '../components/samples';

const ROWS = [
  sampleRow('new', { topic: 'drones', status: 'reported', speakers: ['maker'], sources: ['wire'], years: ['2026'] }),
  sampleRow('mid', { years: ['2024', '2025'] }),
  sampleRow('old', {
    status: 'confirmed',
    speakers: ['ministry', 'maker'],
    sources: ['daily', 'wire'],
    years: ['2023'],
  }),
];

test.each<[Partial<ListQuery>, readonly string[]]>([
  [{}, ['new', 'mid', 'old']],
  [{ topic: 'drones' }, ['new']],
  [{ status: 'confirmed' }, ['old']],
  [{ speaker: 'maker' }, ['new', 'old']],
  [{ source: 'daily' }, ['mid', 'old']],
  [{ year: '2025' }, ['mid']],
  [{ speaker: 'maker', source: 'daily' }, ['old']],
  [{ topic: 'drones', year: '2023' }, []],
])('%j leaves %j', (part, ids) => {
  expect(narrowRows(ROWS, null, { ...WHOLE_LIST, ...part }).map(({ id }) => id)).toEqual(ids);
});

test.each<[Partial<ListQuery>, readonly string[]]>([
  [{}, ['old', 'new']],
  [{ sort: 'date' }, ['new', 'old']],
  [{ status: 'reported' }, ['new']],
])('of what was found, best first, %j leaves %j', (part, ids) => {
  const found = Int32Array.of(2, 0);
  expect(narrowRows(ROWS, found, { ...WHOLE_LIST, q: 'x', ...part }).map(({ id }) => id)).toEqual(ids);
});
