/** What `npm test` adds up: nothing that did not run may pass for green. */
import { expect, test } from 'vitest';
import { tally, type Report } from '../../../lib/commands/tally.mjs';

const GREEN: Report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const UNREAD = { status: 'failed', assertionResults: [] };

test.each<[fact: string, report: Report | null, status: number, passed: number, failed: number]>([
  ['three tests that passed', GREEN, 0, 3, 0],
  ['a failed test', { ...GREEN, numFailedTests: 1 }, 1, 3, 1],
  ['a skipped test', { ...GREEN, numPendingTests: 2 }, 0, 3, 2],
  ['a test that is yet to be written', { ...GREEN, numTodoTests: 1 }, 0, 3, 1],
  ['a file that cannot be loaded', { ...GREEN, testResults: [UNREAD] }, 1, 3, 1],
  ['an error outside of every test', GREEN, 1, 3, 1],
  ['a run without a test', { ...GREEN, numPassedTests: 0 }, 0, 0, 1],
  ['a run that wrote no report', null, 0, 0, 1],
])('counts %s', (_, report, status, passed, failed) => {
  expect(tally(report, status)).toEqual({ passed, failed });
});
