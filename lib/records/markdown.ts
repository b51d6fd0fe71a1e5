/** A record as Markdown: proposition, status with its rule, statements with their pages. Pure; words are handed in. */
import type { CardDocument, CardStatement } from '../messages/protocol';

/** Characters that would be read as markup; a line that begins a list or a heading is broken by the same means. */
const MARKUP = /[\\`*_{}[\]<>#|~!&]/gu;
const LINE_START = /^(\s*)([-+=](?=[-+=\s]|$)|\d+[.)](?=\s|$))/gmu;

export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(MARKUP, '\\$&')
    .replace(LINE_START, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** Only what cannot end the link early; spaces are none in an address. */
export const escapeAddress = (url: string): string =>
  url.replace(/[()<>\\\s]/gu, (letter) => encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'));

export interface MarkdownWords {
  readonly status: string;
  readonly rule: string;
  readonly undated: string;
  readonly kind: (statement: CardStatement) => string;
  readonly date: (date: string) => string;
  readonly scope: (scope: string) => string;
}

export interface MarkdownRecord {
  readonly proposition: string;
  readonly statements: readonly CardStatement[];
  /** Where the record is. */
  readonly address: string;
}

function documentLine({ title, source, url }: CardDocument): string {
  const name = escapeMarkdown(title === null ? source : `${title} (${source})`);
  return url === null ? `  - ${name}` : `  - [${name}](${escapeAddress(url)})`;
}

function statementLines(statement: CardStatement, words: MarkdownWords): readonly string[] {
  const { speaker, office, date, scope, summary, documents } = statement;
  const when = date === null ? words.undated : words.date(date);
  const who = office === null ? escapeMarkdown(speaker) : `${escapeMarkdown(speaker)}, ${escapeMarkdown(office)}`;
  return [
    `- **${escapeMarkdown(words.kind(statement))}**, ${who}, ${escapeMarkdown(when)}: ${escapeMarkdown(summary)}`,
    ...(scope === null ? [] : [`  ${escapeMarkdown(words.scope(scope))}`]),
    ...documents.map(documentLine),
  ];
}

export function toMarkdown({ proposition, statements, address }: MarkdownRecord, words: MarkdownWords): string {
  return [
    `# ${escapeMarkdown(proposition)}`,
    '',
    `**${escapeMarkdown(words.status)}**`,
    '',
    escapeMarkdown(words.rule),
    '',
    ...statements.flatMap((statement) => statementLines(statement, words)),
    ...(statements.length === 0 ? [] : ['']),
    `<${address.replace(/[<>\s]/gu, encodeURIComponent)}>`,
    '',
  ].join('\n');
}
