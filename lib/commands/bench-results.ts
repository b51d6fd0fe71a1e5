/**
 * RESULTS.md of the bench: one section a part between two comments, so that a part run alone replaces its own section
 * and leaves the others as they were. Each section names the machine that it was measured on.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INTRO = `# What Dalel costs

Written by \`npm run bench\`; \`npm run bench -- <part>\` replaces one section. Times are medians in milliseconds, measured on the machine and in the browsers that each section names. *W*, the bare walk, is the first pass over every text node of a freshly loaded page that reads its length, in the same isolated world as what is beside it: ratios to it compare machines better than milliseconds do. A figure that missed its bar says so. No test fails on a clock: what must never grow is held by counts, in \`tests/bench/growth\`.
`;

const START = (part: string): string => `<!-- part: ${part} -->`;
const END = (part: string): string => `<!-- end: ${part} -->`;

/** What a part handed over, see tests/bench/table/section.ts. */
export interface Handed {
  readonly markdown: string;
  readonly plots: readonly { readonly name: string; readonly svg: string }[];
}

/** Sections of a file by part. */
function readSections(file: string): Map<string, string> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sections = new Map<string, string>();
  for (const [, part = '', body = ''] of text.matchAll(/<!-- part: ([a-z-]+) -->\n([\s\S]*?)<!-- end: \1 -->/g)) {
    sections.set(part, body);
  }
  return sections;
}

/** Puts one section into `folder`/RESULTS.md, in the order of `parts`, and its plots beside it. */
export function putSection(
  folder: string,
  parts: readonly string[],
  part: string,
  measuredOn: string,
  { markdown, plots }: Handed,
): void {
  const file = join(folder, 'RESULTS.md');
  const sections = readSections(file);
  sections.set(part, `${markdown}\n*${measuredOn}*\n`);
  const body = parts.flatMap((name) => {
    const section = sections.get(name);
    return section === undefined ? [] : [`${START(name)}\n${section}${END(name)}\n`];
  });
  mkdirSync(join(folder, 'plots'), { recursive: true });
  for (const { name, svg } of plots) writeFileSync(join(folder, 'plots', `${name}.svg`), svg);
  writeFileSync(file, [INTRO, ...body].join('\n'));
}
