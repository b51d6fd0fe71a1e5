/** The figures beside the dial are those that the labelled sentences give now: `npm run eval` writes them. */
import { expect, test } from 'vitest';
import { dialFigures, engineDetector } from '../../lib/commands/eval/dial';
import { readRows } from '../../lib/commands/eval/rows';
import { compiledClaims } from '../support/compiled-claims';
import written from '../../lib/settings/dial-figures.json';

test('the dial says what was measured', () => {
  const { pack } = compiledClaims();
  if (!pack) throw new Error('The claims do not compile.');
  expect(dialFigures(readRows('tests/eval/last'), engineDetector(pack))).toEqual(written);
});

test('every labelled sentence can be read: mentions and hard negatives in nine languages', () => {
  const rows = readRows('tests/eval/sentences');
  expect(new Set(rows.map(({ lang }) => lang)).size).toBe(9);
  expect(rows.filter((row) => 'stance' in row).length).toBeGreaterThan(200);
  expect(rows.filter((row) => 'differs' in row).length).toBeGreaterThan(200);
});
