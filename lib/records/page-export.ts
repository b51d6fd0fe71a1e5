/**
 * The findings on one page as texts that leave: W3C Web Annotations, Markdown with links into the text, JSON, plain
 * text. Attribution only: status and stance are named as they are on record, never judged. Pure; words are handed in.
 */
import type { PageFindings, PageFinding } from '../messages/protocol';
import { escapeAddress, escapeMarkdown } from './markdown';

export interface PageExportWords {
  readonly status: (status: PageFinding['status']) => string;
  readonly stance: (stance: PageFinding['stance']) => string;
  readonly found: (count: number) => string;
}

const LONG_WORDS = 10;
const EDGE_WORDS = 4;

/** A dash, a comma and an ampersand part the directive's terms: https://wicg.github.io/scroll-to-text-fragment/ */
const term = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))
    .replaceAll('-', '%2D')
    .replaceAll("'", '%27');

/** The page's address with a fragment that a browser scrolls to; a long quote is named by its ends. */
export function toTextLink(url: string, exact: string): string {
  const bare = url.replace(/#.*$/su, '');
  const words = exact.trim().split(/\s+/u);
  const text =
    words.length <= LONG_WORDS
      ? term(words.join(' '))
      : `${term(words.slice(0, EDGE_WORDS).join(' '))},${term(words.slice(-EDGE_WORDS).join(' '))}`;
  return `${bare}#:~:text=${text}`;
}

export const toPageJson = (page: PageFindings): string =>
  `${JSON.stringify({ format: 'dalel-page', version: 1, ...page }, null, 2)}\n`;

export function toPageAnnotations({ url, title, lang, findings }: PageFindings, words: PageExportWords): string {
  const items = findings.map((finding, index) => ({
    id: `urn:dalel:finding:${index + 1}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'TextualBody', value: finding.proposition, format: 'text/plain', purpose: 'describing' },
      { type: 'TextualBody', value: words.status(finding.status), format: 'text/plain', purpose: 'classifying' },
      { type: 'TextualBody', value: words.stance(finding.stance), format: 'text/plain', purpose: 'commenting' },
    ],
    target: {
      source: url === '' ? 'urn:dalel:no-page' : url,
      ...(lang === null ? {} : { language: lang }),
      ...(title === null ? {} : { 'dalel:title': title }),
      selector: [{ type: 'TextQuoteSelector', ...finding.quote }],
    },
    'dalel:claim': finding.claim,
    'dalel:confidence': finding.confidence,
  }));
  const context = ['http://www.w3.org/ns/anno.jsonld', { dalel: 'urn:dalel:' }];
  return `${JSON.stringify({ '@context': context, type: 'AnnotationPage', items }, null, 2)}\n`;
}

export function toPageMarkdown({ url, title, findings }: PageFindings, words: PageExportWords): string {
  const lines = findings.flatMap(({ proposition, status, stance, quote }) => {
    const said = `“${escapeMarkdown(quote.exact)}”`;
    return [
      `- **${escapeMarkdown(words.status(status))}**: ${escapeMarkdown(proposition)}`,
      `  ${url === '' ? said : `[${said}](${escapeAddress(toTextLink(url, quote.exact))})`}`,
      `  ${escapeMarkdown(words.stance(stance))}`,
    ];
  });
  const name = escapeMarkdown(title ?? url);
  const heading = url === '' ? name : `[${name}](${escapeAddress(url)})`;
  return [`# ${heading}`, '', words.found(findings.length), '', ...lines, ''].join('\n');
}

export function toPageText({ url, title, findings }: PageFindings, words: PageExportWords): string {
  const lines = findings.flatMap(({ proposition, status, stance, quote }) => [
    '',
    `${words.status(status)}: ${proposition}`,
    `“${quote.exact}”`,
    words.stance(stance),
  ]);
  return [title ?? '', url, words.found(findings.length), ...lines, '']
    .filter((line, at) => at > 1 || line !== '')
    .join('\n');
}
