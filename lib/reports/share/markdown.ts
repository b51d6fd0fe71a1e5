/** Reports as Markdown: what is claimed, the quote, and a list of what is known. The names of the parts are handed in. */
import { escapeAddress, escapeMarkdown } from '../../records/markdown';
import type { Report } from '../report';

export interface ReportWords {
  readonly parties: string;
  readonly figures: string;
  readonly evidence: string;
  readonly evidenceKind: (kind: Report['evidence'][number]) => string;
  readonly claim: string;
  readonly about: (about: Report['about']) => string;
  readonly address: string;
  readonly link: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
  readonly language: string;
  readonly review: string;
  readonly note: string;
}

/** A quote keeps its lines; each is one line of the block. */
function quoteLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => `> ${escapeMarkdown(line)}`.trimEnd());
}

const linkTo = (url: string): string => `[${escapeMarkdown(url)}](${escapeAddress(url)})`;

/** The facts that are known, in the order of the form. Values are Markdown. */
function listFacts(report: Report, words: ReportWords): readonly (readonly [name: string, value: string])[] {
  const text = (name: string, value: string | null): readonly (readonly [string, string])[] =>
    value === null || value.trim() === '' ? [] : [[name, escapeMarkdown(value)]];
  const { review } = report;
  return [
    ...text(words.claim, report.claim),
    ...text(words.parties, report.parties),
    ...text(words.figures, report.figures),
    ...text(words.evidence, report.evidence.map(words.evidenceKind).join(', ')),
    ...(report.url === '' ? [] : [[words.address, linkTo(report.url)] as const]),
    ...(report.link === null ? [] : [[words.link, linkTo(report.link)] as const]),
    ...text(words.title, report.title),
    ...text(words.author, report.author),
    ...text(words.published, report.date),
    ...text(words.language, report.lang),
    ...(review === null
      ? []
      : [[words.review, `${escapeMarkdown(`${review.reviewer}: ${review.verdict}`)} ${linkTo(review.url)}`] as const]),
    ...text(words.note, report.note),
  ];
}

export function reportToMarkdown(report: Report, words: ReportWords): string {
  const heading = report.sentence.trim() === '' ? words.about(report.about) : report.sentence;
  return [
    `## ${escapeMarkdown(heading.trim())}`,
    '',
    ...(report.quote.exact === '' ? [] : [...quoteLines(report.quote.exact), '']),
    ...listFacts(report, words).map(([name, value]) => `- **${escapeMarkdown(name)}**: ${value}`),
    '',
  ].join('\n');
}

export const toReportsMarkdown = (reports: readonly Report[], words: ReportWords): string =>
  reports.map((report) => reportToMarkdown(report, words)).join('\n');

/** For the clipboard, mail and the browser's own sharing: the same parts without markup. */
export function reportToText(report: Report, words: ReportWords): string {
  const { quote, review } = report;
  const line = (name: string, value: string | null): readonly string[] =>
    value === null || value.trim() === '' ? [] : [`${name}: ${value}`];
  return [
    ...(report.sentence.trim() === '' ? [words.about(report.about)] : [report.sentence]),
    ...(quote.exact === '' ? [] : ['', `“${quote.exact}”`]),
    '',
    ...line(words.claim, report.claim),
    ...line(words.parties, report.parties),
    ...line(words.figures, report.figures),
    ...line(words.evidence, report.evidence.map(words.evidenceKind).join(', ')),
    ...line(words.address, report.url),
    ...line(words.link, report.link),
    ...line(words.title, report.title),
    ...line(words.author, report.author),
    ...line(words.published, report.date),
    ...line(words.language, report.lang),
    ...line(words.review, review === null ? null : `${review.reviewer}: ${review.verdict} ${review.url}`),
    ...line(words.note, report.note),
    '',
  ].join('\n');
}
