/**
 * The ways in which reports leave, each as the exact text that leaves: what the preview shows is what the file, the
 * clipboard or the address then holds.
 */
import type { Report } from '../report';
import { toWebAnnotation } from './annotation';
import { isReviewed, toClaimReview } from './claim-review';
import { toCsv } from './csv';
import { isIssueAddress, toIssueAddress, toMailAddress, type Prefilled } from './links';
import { reportToMarkdown, reportToText, toReportsMarkdown, type ReportWords } from './markdown';
import { toReportsJson } from './report-json';

export const SHARE_KINDS = ['json', 'csv', 'markdown', 'annotation', 'claim-review', 'text', 'issue', 'mail'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

export interface ShareForm {
  readonly kind: ShareKind;
  /** Exactly what leaves. */
  readonly text: string;
  /** What it is saved as; null where it does not leave as a file. */
  readonly file: { readonly name: string; readonly type: string } | null;
  /** What is opened; null where nothing is. */
  readonly address: string | null;
  readonly isCut: boolean;
}

const FILES: Readonly<Partial<Record<ShareKind, { readonly name: string; readonly type: string }>>> = {
  json: { name: 'dalel-reports.json', type: 'application/json' },
  csv: { name: 'dalel-reports.csv', type: 'text/csv' },
  markdown: { name: 'dalel-reports.md', type: 'text/markdown' },
  annotation: { name: 'dalel-annotations.jsonld', type: 'application/ld+json' },
  'claim-review': { name: 'dalel-claim-reviews.jsonld', type: 'application/ld+json' },
  text: { name: 'dalel-reports.txt', type: 'text/plain' },
};

/** The kinds that these reports can take: a review only where one was published, an address for one report only. */
export function listShareKinds(reports: readonly Report[], isPrivate: boolean): readonly ShareKind[] {
  return SHARE_KINDS.filter((kind) => {
    if (kind === 'claim-review') return reports.some(isReviewed);
    return FILES[kind] !== undefined || (reports.length === 1 && !isPrivate);
  });
}

const titleOf = (report: Report, words: ReportWords): string =>
  [report.sentence, report.quote.exact, report.title ?? ''].find((text) => text.trim() !== '') ??
  words.about(report.about);

/** Null where there is nothing of that kind: no published review, or no address to open an issue at. */
export function makeShareForm(
  kind: ShareKind,
  reports: readonly Report[],
  words: ReportWords,
  issueAddress: string,
): ShareForm | null {
  const file = FILES[kind] ?? null;
  const asFile = (text: string | null): ShareForm | null =>
    text === null ? null : { kind, text, file, address: null, isCut: false };
  const asAddress = ({ address, text, isCut }: Prefilled): ShareForm => ({ kind, text, file, address, isCut });
  const [report] = reports;
  if (report === undefined) return null;
  switch (kind) {
    case 'json':
      return asFile(toReportsJson(reports));
    case 'csv':
      return asFile(toCsv(reports));
    case 'markdown':
      return asFile(toReportsMarkdown(reports, words));
    case 'annotation':
      return asFile(toWebAnnotation(reports));
    case 'claim-review':
      return asFile(toClaimReview(reports));
    case 'text':
      return asFile(reports.map((one) => reportToText(one, words)).join('\n'));
    case 'issue':
      return isIssueAddress(issueAddress)
        ? asAddress(toIssueAddress(issueAddress, titleOf(report, words), reportToMarkdown(report, words)))
        : null;
    case 'mail':
      return asAddress(toMailAddress(titleOf(report, words), reportToText(report, words)));
  }
}
