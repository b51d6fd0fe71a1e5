/** What the command-line scanner finds in some pages: it names the claim of a quote, which a mark alone does not. */
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { ROOT, SetupError } from './setup.mjs';

const scanned = v.object({ file: v.string(), claim: v.string(), quote: v.string(), stance: v.string() });
export type Scanned = v.InferOutput<typeof scanned>;

export function scanFiles(files: readonly string[]): readonly Scanned[] {
  const args = ['run', '-s', 'scan', '--', '--html', ...files];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new SetupError(`The scanner could not read the demo articles:\n${stderr}`);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => v.parse(scanned, JSON.parse(line)));
}
