/**
 * `npm run package`: the archives for the three stores and of the sources, into .output, with their SHA-256 sums.
 * That they come out the same everywhere is held by `npm run check -- packages`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeExtension } from './check-extension';
import { makePackages } from './make-packages';
import { ROOT, runCommand, say } from './setup.mjs';

const OUT = '.output';

await runCommand(async () => {
  const sums = await makePackages(ROOT, OUT);
  const { ok, output } = await judgeExtension(ROOT);
  if (!ok) say(`web-ext lint on the Firefox build:\n${output}`);
  const lines = [...sums].map(([name, sum]) => `${sum}  ${name}`).join('\n');
  writeFileSync(join(ROOT, OUT, 'SHA256SUMS'), `${lines}\n`);
  say(`${lines}\n\nThey are in ${join(ROOT, OUT)}, with SHA256SUMS. How to publish them: lib/stores/README.md`);
  return ok ? 0 : 1;
});
