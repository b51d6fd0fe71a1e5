/** The figures beside the dial and in the pack's header are those that the labelled sentences give: `npm run eval` writes them. */
import { expect, test } from 'vitest';
import {
  dialFigures,
  engineDetector,
  packFigures,
  rememberGuesses,
  withPackFigures,
} from '../../lib/commands/eval/dial';
import { readRows } from '../../lib/commands/eval/rows';
import { compiledClaims } from '../support/compiled-claims';
import written from '../../lib/settings/dial-figures.json';

test('the dial and the pack say what was measured, and of what', () => {
  const { pack } = compiledClaims();
  if (!pack) throw new Error('The claims do not compile.');
  const detect = rememberGuesses(engineDetector(pack));
  const unseen = readRows('tests/eval/last');
  expect(dialFigures(unseen, readRows('tests/eval/sentences'), detect)).toEqual(written);
  const { on, ...figures } = pack.header.measured ?? { on: {} };
  expect(figures).toEqual(packFigures(unseen, detect));
  for (const words of Object.values(on)) expect(words).toContain(`${unseen.length} `);
  expect(Object.keys(on)).toEqual(['en', 'ru', 'kk']);
});

test('a header without figures is not passed over in silence', () => {
  expect(() => withPackFigures('id: pack\n', { precision: 1, recall: 1 })).toThrow('precision');
  expect(withPackFigures('measured:\n  precision: 0\n  recall: 0\n', { precision: 0.98, recall: 0.5 })).toBe(
    'measured:\n  precision: 0.98\n  recall: 0.5\n',
  );
});

test('every labelled sentence can be read: mentions and hard negatives in nine languages', () => {
  const rows = readRows('tests/eval/sentences');
  expect(new Set(rows.map(({ lang }) => lang)).size).toBe(9);
  expect(rows.filter((row) => 'stance' in row).length).toBeGreaterThan(200);
  expect(rows.filter((row) => 'differs' in row).length).toBeGreaterThan(200);
});
