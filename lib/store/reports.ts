/** The reader's reports in the database. Every write resolves when its transaction is complete, not before. */
import type { Report } from '../reports/report';
import { guardStore, inTransaction } from './fault';
import type { Database } from './schema';

/** Saving the same report twice keeps one, as it was saved last. */
export async function putReports(database: Database, reports: readonly Report[]): Promise<void> {
  // Strict: a report that was said to be saved is on the disk, even where the power fails next.
  await inTransaction(database.transaction('reports', 'readwrite', { durability: 'strict' }), ({ store }) =>
    Promise.all(reports.map(async (report) => await store.put(report))),
  );
}

export async function readReport(database: Database, id: string): Promise<Report | undefined> {
  return await guardStore(() => database.get('reports', id));
}

/** The newest first. */
export async function readReports(database: Database): Promise<readonly Report[]> {
  const reports = await guardStore(() => database.getAllFromIndex('reports', 'by-created'));
  return reports.toReversed();
}

export async function deleteReport(database: Database, id: string): Promise<void> {
  await inTransaction(database.transaction('reports', 'readwrite', { durability: 'strict' }), ({ store }) =>
    store.delete(id),
  );
}
