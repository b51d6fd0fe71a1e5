/**
 * `npm run bench -- <name>`: builds, then measures on this machine, which it names, and prints medians. A bench is no
 * test: it fails where an answer is wrong, never because a machine is slow. `-- <name> built` takes the build that is there.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { build, mustRun, ROOT, runCommand, say, SetupError } from './setup.mjs';

const FOLDER = join(ROOT, 'tests', 'bench');

await runCommand(async () => {
  const [name = '', how] = process.argv.slice(2);
  const file = join(FOLDER, `${name}.bench.ts`);
  if (name === '' || !existsSync(file)) {
    const names = readdirSync(FOLDER).flatMap((one) => /^(.+)\.bench\.ts$/.exec(one)?.[1] ?? []);
    throw new SetupError(`No bench is named "${name}". There are: ${names.join(', ')}`);
  }
  if (how !== 'built') await build(process.execPath, 'chrome');
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  say(`\n${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, Node ${process.version}`);
  await mustRun(name, process.execPath, ['--import', './lib/commands/resolve-ts.mjs', file]);
  return 0;
});
