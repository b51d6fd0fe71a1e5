/**
 * A shared report into the template of a claim: its sentence as the proposition, sentence and quote as the first
 * fixtures, its page as the first statement's document. What a record has no field for stands in the head comment.
 */
import { stringify } from 'yaml';
import type { Report } from '../reports/report';

const KAZAKH = /[әғқңөұүһі]/iu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** By its letters: the reader wrote it in a language of the interface. */
function languageOf(text: string): 'en' | 'ru' | 'kk' {
  if (KAZAKH.test(text)) return 'kk';
  return CYRILLIC.test(text) ? 'ru' : 'en';
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().normalize('NFC');
const MOST_PROPOSITION = 300;
const MOST_FIXTURE = 600;

/** As the head of the file: a comment line each, so that nothing of it is taken for a field. */
function headOf(report: Report, documentId: string): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Parties', report.parties],
    ['Figures', report.figures],
    ['Evidence', report.evidence.join(', ')],
    ['Known claim', report.claim ?? ''],
    ['Note', report.note],
    [
      'Reviewed by',
      report.review === null ? '' : `${report.review.reviewer}, ${report.review.url}: ${report.review.verdict}`,
    ],
  ];
  const entry = {
    source: 'ID-OF-ITS-PUBLISHER',
    ...(report.title === null ? {} : { title: oneLine(report.title) }),
    ...(report.url === '' ? {} : { url: report.url }),
    ...(report.date === null ? {} : { date: report.date }),
    ...(report.lang === null ? {} : { lang: report.lang.slice(0, 2).toLowerCase() }),
  };
  return [
    `From a reader's report of ${report.created.slice(0, 10)}.`,
    ...facts.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${oneLine(value)}`),
    'Its page, for ../documents.yaml:',
    ...stringify({ [documentId]: entry }, { lineWidth: 0 })
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]
    .map((line) => `# ${line}\n`)
    .join('')
    .concat('\n');
}

/** A value on the line of its field. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();

/** The template is edited as text, so that its comments stay where an author looks for them. */
function replaceOnce(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`The template of a claim has no “${before.trim()}” any more`);
  return text.replace(before, () => after);
}

/** `template` is the text of a started claim with this id. Gives the text of its file. */
export function fillFrom(template: string, report: Report, id: string): string {
  const sentence = oneLine(report.sentence).slice(0, MOST_PROPOSITION);
  const quote = oneLine(report.quote.exact).slice(0, MOST_FIXTURE);
  const documentId = `${id}-report`;
  const pageLanguage = report.lang?.slice(0, 2).toLowerCase() ?? languageOf(quote);
  const edits: readonly (readonly [isWanted: boolean, before: string, after: string])[] = [
    [
      sentence !== '',
      'proposition:\n  en:\n  ru:\n  kk:\n',
      `proposition:\n${['en', 'ru', 'kk'].map((lang) => `  ${lang}:${lang === languageOf(sentence) ? ` ${scalar(sentence)}` : ''}\n`).join('')}`,
    ],
    [true, '    kind:\n', '    kind: report\n'],
    [report.date !== null, "    # date: '2024-04-28'\n", `    date: '${report.date ?? ''}'\n`],
    [report.url !== '', '    documents: []\n', `    documents: [${documentId}]\n`],
    [
      sentence !== '',
      '    - lang: en\n      stance: asserts\n      text:\n',
      `    - lang: ${languageOf(sentence)}\n      stance: asserts\n      text: ${scalar(sentence)}\n`,
    ],
    [
      quote !== '' && quote !== sentence,
      '    - lang: en\n      stance: reports\n      text:\n',
      `    # The page's own words: say it in words of your own.\n    - lang: ${pageLanguage}\n      stance: reports\n      text: ${scalar(quote)}\n`,
    ],
  ];
  const filled = edits.reduce(
    (text, [isWanted, before, after]) => (isWanted ? replaceOnce(text, before, after) : text),
    template,
  );
  return `${headOf(report, documentId)}${filled}`;
}
