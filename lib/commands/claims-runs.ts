/**
 * `npm run claims:runs`: hashes the seven-word runs of the articles in ../shared/seeds into tests/claims/seed-runs.txt.
 * Needed only when those articles change; they lie beside the checkout and are not part of it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';
import { formatHashes } from './word-runs';

const SEEDS = '../shared/seeds';
const RUNS = 'tests/claims/seed-runs.txt';

await runCommand(async () => {
  const folder = join(ROOT, SEEDS);
  if (!existsSync(folder))
    throw new SetupError(`The articles are not in ${SEEDS}. ${RUNS} stays as it is: the tests need no more than that.`);
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const hashes = formatHashes(texts);
  writeFileSync(join(ROOT, RUNS), hashes);
  say(`${RUNS}: ${hashes.split('\n').length - 1} runs of ${texts.length} articles`);
  return 0;
});
