/**
 * The phrases that come with a file of reports: once kept, they mark pages as claims of the reader's own, so that nobody
 * but the reader lets them in. Pure; asked by the report page before anything of a file is kept.
 */
import type { Report } from './report';

const byId = (reports: readonly Report[]): ReadonlyMap<string, Report> =>
  new Map(reports.map((report) => [report.id, report]));

/** Those that would mark what the kept ones do not: new, or changed since, with phrases that are not the kept one's. */
export function listNewMarkings(given: readonly Report[], kept: readonly Report[]): readonly Report[] {
  const own = byId(kept);
  return given.filter(({ id, changed, marking }) => {
    const before = own.get(id);
    const isTaken = changed > (before?.changed ?? '');
    return isTaken && marking !== null && JSON.stringify(marking) !== JSON.stringify(before?.marking ?? null);
  });
}

/** The same reports with the phrases of the kept ones and no others. */
export function withKeptMarkings(given: readonly Report[], kept: readonly Report[]): readonly Report[] {
  const own = byId(kept);
  return given.map((report) => ({ ...report, marking: own.get(report.id)?.marking ?? null }));
}
