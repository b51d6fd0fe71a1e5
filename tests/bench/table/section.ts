/**
 * Section: what one part of the bench hands to `npm run bench`, which puts it into RESULTS.md. Written as JSON into
 * .dalel/bench, and as Markdown there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawPlot, type Plot } from './plot';
import { measuredTargets } from './targets';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Section {
  readonly title: string;
  /** One paragraph: what was measured, and how. */
  readonly about: string;
  readonly tables: readonly Table[];
  /** Name of the file and what it shows. */
  readonly plots?: readonly { readonly name: string; readonly plot: Plot }[];
}

const OUT = resolve(import.meta.dirname, '../../../.dalel/bench');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function markdownOf({ title, about, tables, plots = [] }: Section): string {
  const parts = tables.map(({ head, rows }) =>
    [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n'),
  );
  const images = plots.map(({ name, plot }) => `![${plot.title}](plots/${name}.svg)`);
  return `${[`## ${title}`, about, ...parts, ...images].join('\n\n')}\n`;
}

/** Called once by each part, with all that it measured. */
export function hand(part: string, section: Section): void {
  mkdirSync(OUT, { recursive: true });
  const plots = (section.plots ?? []).map(({ name, plot }) => ({ name, svg: drawPlot(plot) }));
  const markdown = markdownOf(section);
  writeFileSync(join(OUT, `${part}.json`), JSON.stringify({ markdown, plots, targets: measuredTargets() }));
  console.log(`\n${markdown}`);
}

const short = (reason: unknown): string => {
  const text = reason instanceof Error ? reason.message : String(reason);
  return text.replaceAll(/\s+/g, ' ').slice(0, 160);
};

/**
 * One row, or several: says that it is at work, and where it fails becomes a row that says so, so that the others
 * go on.
 */
export async function rowsOf(
  name: string,
  columns: number,
  measure: () => Promise<readonly (readonly string[])[]>,
): Promise<readonly (readonly string[])[]> {
  const started = performance.now();
  try {
    const rows = await measure();
    console.log(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return rows;
  } catch (reason) {
    console.error(`  ${name} failed:`, reason);
    return [[name, `failed: ${short(reason)}`, ...Array.from({ length: Math.max(0, columns - 2) }, () => '')]];
  }
}
