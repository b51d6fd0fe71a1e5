/**
 * web-ext lint on the Firefox build: no error, and exactly the warnings of tests/support/web-ext-warnings.json,
 * so that a new one is looked at and a vanished one leaves the list.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { outFolder } from './out-folder';
import { runTool, type Outcome } from './run-tool';

const note = v.object({ code: v.string(), message: v.string(), file: v.optional(v.nullable(v.string())) });
const report = v.object({ errors: v.array(note), warnings: v.array(note) });
const accepted = v.object({ warnings: v.array(v.object({ code: v.string(), file: v.string(), why: v.string() })) });

type Note = v.InferOutput<typeof note>;

export async function judgeExtension(root: string): Promise<Outcome> {
  const folder = join(outFolder(root), 'firefox-mv3');
  const { status, stdout, stderr } = await runTool(root, 'web-ext', [
    'lint',
    '--source-dir',
    folder,
    '--output',
    'json',
    '--no-config-discovery',
  ]);
  const start = stdout.indexOf('{');
  if (start < 0) return { ok: false, output: `web-ext lint failed (exit status ${status})\n${stdout}${stderr}` };
  const { errors, warnings } = v.parse(report, JSON.parse(stdout.slice(start)));
  const list = v.parse(accepted, JSON.parse(readFileSync(join(root, 'tests/support/web-ext-warnings.json'), 'utf8')));
  const expected = new Set(list.warnings.map(({ code, file }) => `${code} in ${file}`));
  const found = new Set(warnings.map(place));
  const lines = [
    ...errors.map((one) => `error ${place(one)}: ${one.message}`),
    ...warnings.filter((one) => !expected.has(place(one))).map((one) => `new warning ${place(one)}: ${one.message}`),
    ...[...expected].filter((one) => !found.has(one)).map((one) => `listed, but no longer given: ${one}`),
  ];
  return { ok: lines.length === 0, output: lines.join('\n') };
}

/** How shared code is cut into chunks, and so their names, changes with every import. */
function place({ code, file }: Note): string {
  return `${code} in ${(file ?? 'the extension').replace(/^chunks\/.*$/, 'chunks')}`;
}
