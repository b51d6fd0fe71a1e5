/**
 * A second copy of the reader's reports in storage.local: a browser's repair may wipe a database, and these are a
 * person's own words. Checked when it is read back. Its one caller holds the lock (kept-reports).
 */
import { browser } from 'wxt/browser';
import { completeReport } from '../reports/check';
import type { Report } from '../reports/report';
import { REPORTS_ITEM } from '../settings/kept';

/** Copies by id, damaged ones as well: they are left where they are, in case somebody can still make sense of them. */
export type Mirror = Readonly<Record<string, unknown>>;

export async function readMirror(): Promise<Mirror> {
  const stored: unknown = (await browser.storage.local.get(REPORTS_ITEM))[REPORTS_ITEM];
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
}

export async function writeMirror(mirror: Mirror): Promise<void> {
  await browser.storage.local.set({ [REPORTS_ITEM]: mirror });
}

export function soundCopies(mirror: Mirror): readonly Report[] {
  return Object.entries(mirror).flatMap(([id, stored]) => {
    const report = completeReport(stored);
    if (typeof report !== 'string') return [report];
    const fault = report;
    console.warn(`Dalel: the copy of report ${id} is damaged and was left out: ${fault}`);
    return [];
  });
}

/** As text, whatever order a browser's storage gives the fields of an object back in. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Reports that have no copy, or one of before they were saved last. */
export const withoutCopy = (reports: readonly Report[], mirror: Mirror): readonly Report[] =>
  reports.filter((report) => plain(mirror[report.id]) !== plain(report));
