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

/** @typedef {{ passed: number, failed: number }} Tally */

/** Adds up one vitest report. @param {string} path @param {number} status vitest's exit status @returns {Tally} */
function tally(path, status) {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that fails before its first test reports no test at all.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: readonly unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  if (skipped > 0) say(`  ${skipped} tests were skipped; they count as failed.`);
  const failed = report.numFailedTests + skipped + broken;
  // An empty run, or an error outside of every test, shows in no count.
  return { passed, failed: failed === 0 && (passed === 0 || status !== 0) ? 1 : failed };
}

/** @param {string} node @param {string} project @param {Readonly<Record<string, string>>} env @returns {Promise<Tally>} */
async function runProject(node, project, env) {
  const report = join(ROOT, '.dalel', `tests-${project}.json`);
  rmSync(report, { force: true });
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runStep(`${project} tests`, node, [...args, ...reporters], env);
  return tally(report, status);
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
