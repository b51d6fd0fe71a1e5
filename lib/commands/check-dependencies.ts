/**
 * Who imports whom, judged by dependency-cruiser under .dependency-cruiser.mjs. A cruiser that cannot read a file
 * passes it in silence, so the modules that it saw are compared with the files that are there.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { runTool, type Outcome } from './run-tool';

const FOLDERS = ['entrypoints', 'components', 'lib'];
const SOURCE = /\.(?:ts|tsx|mjs)$/;

const cruised = v.object({
  modules: v.array(v.object({ source: v.string() })),
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) })),
  }),
});

export async function judgeDependencies(root: string): Promise<Outcome> {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...FOLDERS];
  const { status, stdout, stderr } = await runTool(root, 'depcruise', args);
  if (!stdout.startsWith('{'))
    return { ok: false, output: `dependency-cruiser failed (exit status ${status})\n${stderr}` };
  const { modules, summary } = v.parse(cruised, JSON.parse(stdout));
  const seen = new Set(modules.map((module) => module.source));
  const lines = [
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...listSources(root).flatMap((file) => (seen.has(file) ? [] : [`not-read: ${file}`])),
  ];
  return { ok: lines.length === 0, output: lines.join('\n') };
}

/** All source files below FOLDERS, as the cruiser names them. */
function listSources(root: string): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => SOURCE.test(file)),
  );
}
