/**
 * `npm test`: installs what is missing, builds for both browsers, runs the unit tests and then the browser tests in
 * Chromium and Firefox. Ends with the browsers' versions and `N passed, N failed` over all runs.
 * A skipped test, an empty run and a file that cannot be loaded count as failures: nothing is left out in silence.
 * `npm test -- --only unit` (or e2e) runs one part while working.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkAge, findBrowsers, versionOf } from './find-browsers.mjs';
import { build, prepare, ROOT, runCommand, runStep, say, SetupError } from './setup.mjs';
import { tally } from './tally.mjs';

/** @param {string} node @param {string} project @param {Readonly<Record<string, string>>} env @returns {Promise<import('./tally.mjs').Tally>} */
async function runProject(node, project, env) {
  const report = join(ROOT, '.dalel', `tests-${project}.json`);
  rmSync(report, { force: true });
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runStep(`${project} tests`, node, [...args, ...reporters], env);
  return tally(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, status);
}

function readParts() {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return ['unit', 'e2e'];
  if (only === 'unit' || only === 'e2e') return [only];
  throw new SetupError(`--only ${only} is not known. It takes unit or e2e.`);
}

await runCommand(async () => {
  const parts = readParts();
  const needsBrowsers = parts.includes('e2e');
  // Browsers are looked for first: to hear of a missing one after minutes of work helps nobody.
  const browsers = needsBrowsers ? await findBrowsers(['chromium', 'firefox']) : {};
  const { chromium, firefox } = browsers;
  if (chromium !== undefined) checkAge('chromium', chromium);
  if (firefox !== undefined) checkAge('firefox', firefox);
  const node = await prepare();
  await build(node, 'chrome');
  await build(node, 'firefox');
  mkdirSync(join(ROOT, '.dalel'), { recursive: true });
  const env = { CHROME_PATH: chromium ?? '', FIREFOX_PATH: firefox ?? '' };
  const sum = { passed: 0, failed: 0 };
  for (const part of parts) {
    const { passed, failed } = await runProject(node, part, needsBrowsers ? env : {});
    say(`  ${part}: ${passed} passed, ${failed} failed`);
    sum.passed += passed;
    sum.failed += failed;
  }
  say('');
  for (const path of [chromium, firefox]) if (path !== undefined) say(versionOf(path));
  say(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
});
