/** What a person hands on of a report: a JSON file of one or more, and plain text for the clipboard; and how a form becomes a report. */
import type { Capture, Report } from '../../lib/reports/report';

export function reportFile(reports: readonly Report[]): string {
  return `${JSON.stringify({ format: 'dalel-reports', version: 1, reports }, null, 2)}\n`;
}

/** The parts in the order of the form, empty ones left out. */
export function reportText({ quote, title, url, note }: Capture & { readonly note: string }): string {
  return [`“${quote.exact}”`, title ?? '', url, note].filter((part) => part !== '').join('\n\n');
}

export interface Filled {
  readonly capture: Capture;
  readonly note: string;
}

/** `id` stays the same while the form does, so that saving twice keeps one. Times are ISO. */
export function makeReport(id: string, { capture, note }: Filled, created: string, changed: string): Report {
  return { ...capture, version: 1, id, state: 'draft', created, changed, note };
}
