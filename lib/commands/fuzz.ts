/**
 * `npm run fuzz -- [cases] [seed]`: tries every law of tests/fuzz on made cases, so many in all (a million unless told),
 * from a seed (today's date unless told). Ends with `tried N, failed N` over all laws; a law that fails says the case
 * and goes on failing there: mend it, and keep the case in the list of its `fuzz(…)`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';

const FOLDER = join(ROOT, 'tests', 'fuzz');
const MILLION = 1_000_000;
/** A million cases take some twenty minutes on two cores. */
const PATIENCE_MS = 6 * 3_600_000;

function numberOf(given: string | undefined, fallback: number, what: string): number {
  const number = given === undefined ? fallback : Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new SetupError(`${what} "${given}" is no number. Say for example: npm run fuzz -- 1000000 7`);
}

function countLaws(): number {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts'));
  const calls = files.map((name) => readFileSync(join(FOLDER, name), 'utf8').match(/^fuzz\(/gmu)?.length ?? 0);
  return calls.reduce((sum, count) => sum + count, 0);
}

await runCommand(async () => {
  const [given, givenSeed] = process.argv.slice(2);
  const cases = numberOf(given, MILLION, 'Cases');
  const seed = numberOf(givenSeed, Number(new Date().toISOString().slice(0, 10).replaceAll('-', '')), 'Seed');
  const laws = countLaws();
  say(`${laws} laws, ${cases} cases, seed ${seed}`);
  const env = { DALEL_FUZZ_CASES: String(Math.ceil(cases / laws)), DALEL_FUZZ_SEED: String(seed) };
  const { status, stdout, stderr } = await runTool(
    ROOT,
    'vitest',
    ['run', '--project', 'unit', FOLDER],
    env,
    PATIENCE_MS,
  );
  const lines = [...stdout.matchAll(/^fuzz (.+): tried (\d+), failed (\d+)$/gmu)];
  for (const [line] of lines) say(line);
  // A law that says nothing was not tried.
  const failed = Math.max(
    lines.reduce((sum, line) => sum + Number(line[3]), 0),
    laws - lines.length,
    status === 0 ? 0 : 1,
  );
  if (failed > 0) say(`${stdout}\n${stderr}`);
  say(`tried ${lines.reduce((sum, line) => sum + Number(line[2]), 0)}, failed ${failed}`);
  return failed === 0 ? 0 : 1;
});
