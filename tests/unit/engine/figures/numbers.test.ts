import { describe, expect, test } from 'vitest';
import { findNumbers, openNumberWords } from '../../../../lib/engine/figures/numbers';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const words = openNumberWords([ENGLISH, RUSSIAN]);
const values = (text: string): number[] => findNumbers(tokenize(text), words).map((n) => n.value);

describe('findNumbers', () => {
  test.each([
    ['81 jets', [81]],
    ['eighty-one jets', [81]],
    ['a hundred and seventeen jets', [117]],
    ['five hundred new jets', [500]],
    ['half a thousand jets', [500]],
    ['seventeen hundred units', [1700]],
    ['2.26 million', [2_260_000]],
    ['five and one', [5, 1]],
    ['сто семнадцать', [117]],
    ['пятьсот', [500]],
    ['1,5 млн', [1_500_000]],
    ['no figures here', []],
  ])('%s holds %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});
