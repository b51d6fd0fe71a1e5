/** What someone who works on Dalel waits for: a build, and the unit tests. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { median, ms } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROOT = resolve(import.meta.dirname, '../..');
const HEAD = ['what', 'seconds', 'bar'];
const BUILDS = 3;
/** Beside the builds that are there, so that a part measured later still finds them. */
const ASIDE = { DALEL_OUT: '.dalel/bench-output' };

/** Seconds of a command that must end well. */
function secondsOf(args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, CI: 'true', ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}: ${stderr.slice(-300)}`);
  return (performance.now() - start) / 1000;
}

const rows = [
  ...(await rowsOf('build', HEAD.length, async () => {
    const took = Array.from({ length: BUILDS }, () => secondsOf(['node_modules/wxt/bin/wxt.mjs', 'build'], ASIDE));
    return [['npm run build', ms(median(took)), barOf('build', median(took), 15, '≤ 15 s:', `${ms(median(took))} s`)]];
  })),
  ...(await rowsOf('unit tests', HEAD.length, async () => {
    const took = secondsOf(['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit']);
    return [['unit tests', ms(took), barOf('unit-tests', took, 30, '≤ 30 s:', `${ms(took)} s`)]];
  })),
];
hand('work', {
  title: 'Working on it',
  about: `The build for Chromium, median of ${BUILDS}, and the unit tests once, each as a process of its own.`,
  tables: [{ head: HEAD, rows }],
});
