/** The figures beside the dial are those that the labelled sentences give now: `npm run eval` writes them. */
import { expect, test } from 'vitest';
import { dialFigures, engineDetector } from '../../lib/commands/eval/dial';
import { readRows } from '../../lib/commands/eval/rows';
import { compilePack } from '../../lib/compile/pack';
import written from '../../lib/settings/dial-figures.json';

test('the dial says what was measured', () => {
  const { pack } = compilePack('lib/claims');
  if (!pack) throw new Error('The claims do not compile.');
  expect(dialFigures(readRows('tests/eval/last'), engineDetector(pack))).toEqual(written);
});
