/**
 * `npm run bench`: builds, measures every part on this machine in Chromium and Firefox, and writes tests/bench/RESULTS.md.
 * `-- <part> …` runs these parts alone and replaces their sections; `-- built` takes the builds that are there.
 * Parts that take an hour run only by name.
 * A bench is no test: what fails is said in its row or section, the others go on, and a slow machine fails nothing.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { putSection, type Handed } from './bench-results';
import { checkAge, findBrowsers, versionOf } from './find-browsers.mjs';
import { build, ROOT, runCommand, say, SetupError } from './setup.mjs';

const FOLDER = join(ROOT, 'tests', 'bench');
const HANDED = join(ROOT, '.dalel', 'bench');
/** Parts in the order of the sections; one that is not named here comes last. */
const ORDER = [
  'peers',
  'sentinel',
  'scan',
  'marks',
  'index',
  'packs',
  'use',
  'tabs',
  'memory',
  'loading',
  'database',
  'growth',
  'work',
];

const PARTS = readdirSync(FOLDER)
  .flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? [])
  .toSorted((a, b) => rank(a) - rank(b));

/** An hour long, so only by name. */
const LONG = ['soak'];

function rank(part: string): number {
  const at = ORDER.indexOf(part);
  return at < 0 ? ORDER.length : at;
}

function machine(browsers: readonly string[]): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  return `${model}, ${cpus().length} cores, ${memory} GB; ${browsers.join(', ')}, Node ${process.version}; ${day}, load ${load} at its start`;
}

function readHanded(part: string): Handed | null {
  const file = join(HANDED, `${part}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Handed) : null; // The part wrote it.
}

/** A part that hangs must not keep the others from running. */
const PATIENCE_MS = 900_000;
const LONG_PATIENCE_MS = 7_200_000;
const TOLD_LETTERS = 400;

/** Runs a part as a process of its own; its last words are the fault, where it has one. */
function runPart(part: string, env: Readonly<Record<string, string>>): Promise<{ took: number; fault: string | null }> {
  say(`\n> ${part}`);
  const start = performance.now();
  const args = ['--import', './lib/commands/resolve-ts.mjs', join('tests', 'bench', `${part}.bench.ts`)];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    process.stderr.write(bytes);
    said = (said + bytes.toString()).slice(-10_000);
  });
  // The browsers that it opened end with it.
  const patience = LONG.includes(part) ? LONG_PATIENCE_MS : PATIENCE_MS;
  const timer = setTimeout(() => child.kill(), patience);
  return new Promise((resolve) => {
    const end = (how: string | null): void => {
      clearTimeout(timer);
      const words = /^.*(?:Error|Fault).*$/m.exec(said)?.[0] ?? said.slice(-TOLD_LETTERS);
      const fault = how === null ? null : `${how}. ${words.replaceAll(/\s+/g, ' ').slice(0, TOLD_LETTERS)}`;
      resolve({ took: (performance.now() - start) / 1000, fault });
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => {
      end(
        code === 0
          ? null
          : signal === null
            ? `it ended with status ${code}`
            : `it was ended after ${patience / 1000} s`,
      );
    });
  });
}

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const named = asked.filter((word) => word !== 'built');
  const unknown = named.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) {
    throw new SetupError(`The bench has no part "${unknown}". It has: ${PARTS.join(', ')}`);
  }
  const { chromium, firefox } = await findBrowsers(['chromium', 'firefox']);
  if (chromium === undefined || firefox === undefined) throw new SetupError('Both browsers are needed');
  checkAge('chromium', chromium);
  checkAge('firefox', firefox);
  if (!asked.includes('built')) {
    await build(process.execPath, 'chrome');
    await build(process.execPath, 'firefox');
  }
  mkdirSync(HANDED, { recursive: true });
  const env = { CHROME_PATH: chromium, FIREFOX_PATH: firefox };
  let failed = 0;
  for (const part of PARTS.filter((one) => (named.length > 0 ? named.includes(one) : !LONG.includes(one)))) {
    rmSync(join(HANDED, `${part}.json`), { force: true });
    const on = machine([versionOf(chromium), versionOf(firefox)]);
    const { took, fault } = await runPart(part, env);
    say(`  ${part}: ${took.toFixed(0)} s`);
    const handed = readHanded(part);
    if (fault !== null || handed === null) failed++;
    const markdown = `## ${part}\n\nFailed: ${fault ?? 'it handed nothing over'}\n`;
    putSection(FOLDER, PARTS, part, `${on}, ${took.toFixed(0)} s`, handed ?? { markdown, plots: [], targets: [] });
  }
  say(`\n${join('tests', 'bench', 'RESULTS.md')} is written${failed === 0 ? '' : `; ${failed} parts failed`}.`);
  return failed === 0 ? 0 : 1;
});
