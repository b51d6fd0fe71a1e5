/**
 * RESULTS.md of the bench: one section a part between two comments, so that a part run alone replaces its own section
 * and leaves the others as they were. Each section names the machine that it was measured on.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INTRO = `# What Dalel costs

Written by \`npm run bench\`; \`npm run bench -- <part>\` replaces one section. Times are medians in milliseconds, measured on the machine and in the browsers that each section names. *W*, the bare walk, is the first pass over every text node of a freshly loaded page that reads its length, in the same isolated world as what is beside it: ratios to it compare machines better than milliseconds do. A figure that missed its bar says so. Targets come first, each with the figure furthest from it; what is held by counts in the unit tests is not among them. No test fails on a clock: what must never grow is held by counts, in \`tests/bench/growth\`.
`;

const START = (part: string): string => `<!-- part: ${part} -->`;
const END = (part: string): string => `<!-- end: ${part} -->`;

/** What a part handed over, see tests/bench/table/section.ts. */
export interface Handed {
  readonly markdown: string;
  readonly plots: readonly { readonly name: string; readonly svg: string }[];
  readonly targets: readonly Figure[];
}

interface Figure {
  readonly id: string;
  readonly figure: string;
  readonly isMet: boolean;
}

/** A bar that was set, of targets.json; `why` says of an unmet one why it is not met, and is written by hand. */
interface Target {
  readonly id: string;
  readonly item: string;
  readonly target: string;
  readonly part: string;
  readonly why: string;
}

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);

/** Figures of earlier runs with those of this part, sorted; a part measured anew forgets its own. */
function keepFigures(folder: string, part: string, targets: readonly Target[], given: readonly Figure[]): Figure[] {
  const file = join(folder, 'figures.json');
  const ofPart = new Set(targets.filter((one) => one.part === part).map(({ id }) => id));
  const others = (readJson(file) as Figure[]).filter(({ id }) => !ofPart.has(id)); // Written below.
  const figures = [...others, ...given].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  return figures;
}

function targetTable(targets: readonly Target[], figures: readonly Figure[]): string {
  const rows = targets.map(({ id, item, target, part, why }) => {
    const measured = figures.find((one) => one.id === id);
    const judged = measured === undefined ? 'not measured' : measured.isMet ? 'met' : '**missed**';
    const reason = measured?.isMet === true ? '' : why;
    return `| ${item} | ${target} | ${measured?.figure ?? ''} | ${judged} | ${reason} | ${part} |`;
  });
  return [
    '## Targets',
    '',
    '| | target | figure | | why not | part |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
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
  { markdown, plots, targets: given }: Handed,
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
  const targets = readJson(join(folder, 'targets.json')) as Target[]; // The project's own file.
  const table = targetTable(targets, keepFigures(folder, part, targets, given));
  writeFileSync(file, [INTRO, table, ...body].join('\n'));
}
