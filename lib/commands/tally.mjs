/**
 * Counts one vitest run for `npm test`. Stricter than vitest: a skipped test, a file that could not be loaded, an
 * error outside of every test and a run without any test are failures, so that nothing is left out in silence.
 */

/** @typedef {{ passed: number, failed: number }} Tally */
/** @typedef {{ status: string, assertionResults: readonly unknown[] }} FileResult */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: readonly FileResult[] }} Report */

/**
 * @param {Report | null} report vitest's JSON report, null where it wrote none
 * @param {number} status vitest's exit status
 * @returns {Tally}
 */
export function tally(report, status) {
  if (report === null) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  // A file that fails before its first test reports no test at all.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken;
  const isSilentFailure = failed === 0 && (passed === 0 || status !== 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}
