/** Reports as a JSON file: the record itself, so that nothing of it is lost. Read back by `read-file.ts`. */
import type { Report } from '../report';

export const REPORTS_FORMAT = 'dalel-reports';

/** Indented, with an end of line. */
export function toReportsJson(reports: readonly Report[]): string {
  return `${JSON.stringify({ format: REPORTS_FORMAT, version: 1, reports }, null, 2)}\n`;
}
