/**
 * The one writer of reports: database and mirror, one change after another, inside one lock. A report is saved first
 * in the database and deleted first in the mirror, so that wherever the background is stopped between the two, the
 * database tells what is right; `agree` brings the mirror in line when the database is opened next. A copy without its
 * report is therefore the sign of a database that was lost.
 */
import { browser } from 'wxt/browser';
import type { Report } from '../reports/report';
import { deleteReport, putReports, readReport, readReports } from '../store/reports';
import { isNewer, type Database } from '../store/schema';
import { readMirror, soundCopies, withoutCopy, writeMirror } from './mirror';

const LOCK = 'dalel-reports';
/** Which reports came back from their copies since the reader last said that they know. */
const RESTORED_ITEM = 'restored';

const inTurn = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(LOCK, work);

const byId = (reports: readonly Report[]): Readonly<Record<string, Report>> =>
  Object.fromEntries(reports.map((report) => [report.id, report]));

/** The reports are safe in the database: that a copy failed must not tell the person that they are lost. */
async function copy(reports: readonly Report[]): Promise<void> {
  try {
    await writeMirror({ ...(await readMirror()), ...byId(reports) });
  } catch (reason) {
    console.error('Dalel: a report has no second copy', reason);
  }
}

/** Gives what stood there before under the same ids. */
export function keepReports(database: Database, reports: readonly Report[]): Promise<readonly Report[]> {
  return inTurn(async () => {
    const before = await Promise.all(reports.map(({ id }) => readReport(database, id)));
    await putReports(database, reports);
    await copy(reports);
    return before.filter((report) => report !== undefined);
  });
}

/** Gives what stood there. */
export function dropReport(database: Database, id: string): Promise<Report | undefined> {
  return inTurn(async () => {
    const before = await readReport(database, id);
    const mirror = await readMirror();
    if (id in mirror) await writeMirror(Object.fromEntries(Object.entries(mirror).filter(([key]) => key !== id)));
    await deleteReport(database, id);
    return before;
  });
}

async function readRestored(): Promise<readonly string[]> {
  const stored: unknown = (await browser.storage.local.get(RESTORED_ITEM))[RESTORED_ITEM];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

export const countRestored = async (): Promise<number> => (await readRestored()).length;

export const forgetRestored = (): Promise<void> => browser.storage.local.remove(RESTORED_ITEM);

/** Takes back what the database lost, and copies what has no copy. */
export function agree(database: Database): Promise<void> {
  return inTurn(async () => {
    if (isNewer(database)) return;
    const [kept, mirror] = await Promise.all([readReports(database), readMirror()]);
    const ids = new Set(kept.map(({ id }) => id));
    const lost = soundCopies(mirror).filter(({ id }) => !ids.has(id));
    if (lost.length > 0) {
      // Noted before it is done, and by id: what is cut off here is done and noted again, and counts once.
      const restored = new Set([...(await readRestored()), ...lost.map(({ id }) => id)]);
      await browser.storage.local.set({ [RESTORED_ITEM]: [...restored] });
      await putReports(database, lost);
    }
    const uncopied = withoutCopy(kept, mirror);
    if (uncopied.length > 0) await copy(uncopied);
  });
}

/** How many saved reports have no copy: the browser had no room for it. */
export async function countUncopied(database: Database): Promise<number> {
  const [kept, mirror] = await Promise.all([readReports(database), readMirror()]);
  return withoutCopy(kept, mirror).length;
}
