/**
 * A second copy of the reader's reports in storage.local: a browser's repair may wipe a database, and these are a
 * person's own words. Written inside a lock; read back, and checked, only where the database has none.
 */
import { browser } from 'wxt/browser';
import { completeReport } from '../reports/check';
import type { Report } from '../reports/report';

const MIRROR_ITEM = 'reports';
const LOCK = 'dalel-reports';

async function readItem(): Promise<Record<string, unknown>> {
  const stored: unknown = (await browser.storage.local.get(MIRROR_ITEM))[MIRROR_ITEM];
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
}

async function changeMirror(change: (reports: Record<string, unknown>) => Record<string, unknown>): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    await browser.storage.local.set({ [MIRROR_ITEM]: change(await readItem()) });
  });
}

export async function mirrorReport(report: Report): Promise<void> {
  await changeMirror((reports) => ({ ...reports, [report.id]: report }));
}

export async function unmirrorReport(id: string): Promise<void> {
  await changeMirror((reports) => Object.fromEntries(Object.entries(reports).filter(([key]) => key !== id)));
}

export async function readMirror(): Promise<readonly Report[]> {
  return Object.entries(await readItem()).flatMap(([id, stored]) => {
    const report = completeReport(stored);
    if (typeof report !== 'string') return [report];
    console.warn(`Dalel: the copy of report ${id} is damaged and was left out: ${report}`);
    return [];
  });
}
