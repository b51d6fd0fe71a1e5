/** Narrows the list: rows, what the search found and the chosen filters to the rows that are shown, in their order. Pure. */
import type { ClaimRow } from '../messages/protocol';
import type { ListQuery } from './route';

function fits(row: ClaimRow, { topic, status, speaker, source, year }: ListQuery): boolean {
  return (
    (topic === null || row.topic === topic) &&
    (status === null || row.status === status) &&
    (speaker === null || row.speakers.includes(speaker)) &&
    (source === null || row.sources.includes(source)) &&
    (year === null || row.years.includes(year))
  );
}

export const hasFilter = ({ topic, status, speaker, source, year }: ListQuery): boolean =>
  [topic, status, speaker, source, year].some((part) => part !== null);

/** `found` are row numbers, best first, or null where nothing is searched for. Rows stand the latest first. */
export function narrowRows(rows: readonly ClaimRow[], found: Int32Array | null, list: ListQuery): readonly ClaimRow[] {
  const isFree = !hasFilter(list);
  if (found === null) return isFree ? rows : rows.filter((row) => fits(row, list));
  const order = list.sort === 'date' ? found.toSorted() : found;
  const kept: ClaimRow[] = [];
  for (const number of order) {
    const row = rows[number];
    if (row !== undefined && (isFree || fits(row, list))) kept.push(row);
  }
  return kept;
}
