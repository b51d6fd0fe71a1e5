/**
 * Reports as CSV (RFC 4180): one row each under a row of names, CRLF, every cell quoted. A cell that a spreadsheet
 * could take for a formula gets an apostrophe before it; so does one that begins with an apostrophe, so that reading
 * back is exact.
 */
import type { Report } from '../report';

/** What a spreadsheet may run, and the apostrophe itself. */
const RISKY = /^[=+\-@\t\r']/u;

export const CSV_COLUMNS = [
  'id',
  'state',
  'created',
  'changed',
  'about',
  'claim',
  'sentence',
  'parties',
  'figures',
  'evidence',
  'quote',
  'before',
  'after',
  'address',
  'title',
  'author',
  'published',
  'language',
  'link',
  'reviewer',
  'review',
  'verdict',
  'note',
] as const;

export function csvCell(text: string): string {
  const plain = RISKY.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

function rowOf(report: Report): Readonly<Record<(typeof CSV_COLUMNS)[number], string>> {
  const { quote, review } = report;
  return {
    id: report.id,
    state: report.state,
    created: report.created,
    changed: report.changed,
    about: report.about,
    claim: report.claim ?? '',
    sentence: report.sentence,
    parties: report.parties,
    figures: report.figures,
    evidence: report.evidence.join(' '),
    quote: quote.exact,
    before: quote.prefix,
    after: quote.suffix,
    address: report.url,
    title: report.title ?? '',
    author: report.author ?? '',
    published: report.date ?? '',
    language: report.lang ?? '',
    link: report.link ?? '',
    reviewer: review?.reviewer ?? '',
    review: review?.url ?? '',
    verdict: review?.verdict ?? '',
    note: report.note,
  };
}

export function toCsv(reports: readonly Report[]): string {
  const rows = reports.map((report) => {
    const row = rowOf(report);
    return CSV_COLUMNS.map((column) => csvCell(row[column]));
  });
  return [CSV_COLUMNS.map(csvCell), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}
