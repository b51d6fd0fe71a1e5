/** Where numbers, ranges and sums begin and end: each limit from both sides, with the words that they are said in. */
import { describe, expect, test } from 'vitest';
import { findAmounts, openCurrencies } from '../../../../lib/engine/figures/amounts';
import { findNumbers, openNumberWords } from '../../../../lib/engine/figures/numbers';
import { endingsOf } from '../../../../lib/engine/lexicon/phrases';
import type { Language } from '../../../../lib/engine/pack/schema';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH } from '../../../support/small-pack';

const COUNTING: Language = {
  ...ENGLISH,
  numbers: {
    ...ENGLISH.numbers,
    zero: 0,
    two: 2,
    four: 4,
    ten: 10,
    dozen: 12,
    twelve: 12,
    thirteen: 13,
    twenty: 20,
    fifty: 50,
    Ältere: 7,
    billion: 1e9,
  },
};

const read = (text: string, language: Language = COUNTING) =>
  findNumbers(tokenize(text), openNumberWords(language, endingsOf(language)));

describe('a number in words', () => {
  test.each([
    ['eighty-one', [81]],
    ['eighty seventeen', [97]],
    ['eighty twenty', [80, 20]],
    ['eighty ten', [90]],
    ['fifty ten', [50, 10]],
    ['fifty four', [54]],
    ['seventeen one', [17, 1]],
    ['five hundred seventeen', [517]],
    ['five hundred fifty four', [554]],
    ['five hundred hundred', [500, 100]],
    ['hundred hundred', [100, 100]],
    ['hundred', [100]],
    ['thousand', [1000]],
    ['one thousand one', [1001]],
    ['five million five thousand five', [5_005_005]],
    ['two dozen', [24]],
    ['dozen dozen', [12, 12]],
    ['thirteen dozen', [13, 12]],
    ['one dozen', [12]],
    ['four twenty', [80]],
    ['five twenty', [5, 20]],
    ['four twenty seventeen', [97]],
    ['5 million', [5_000_000]],
    ['five 81', [5, 81]],
    ['81 five', [81, 5]],
    ['81  82', [81, 82]],
    ['zero', [0]],
    ['one zero', [1, 0]],
    ['half a million', [500_000]],
    ['half the million', [0.5, 1e6]],
    ['half and five', [0.5, 5]],
    ['5 hundred', [500]],
  ])('"%s" is %j', (text, values) => {
    expect(read(text).map(({ value }) => value)).toEqual(values);
  });

  test.each([
    ['five hundred and eighty', [580]],
    ['hundred and hundred', [100, 100]],
    ['hundred and fifty', [150]],
    ['twenty and four', [24]],
    ['twenty and ten', [20, 10]],
    ['ten and four', [10, 4]],
    ['twenty and 4', [20, 4]],
    ['twenty and jets', [20]],
    ['twenty and', [20]],
    ['twenty plus four', [20, 4]],
    ['twenty the four', [20, 4]],
    ['thirteen and four', [13, 4]],
    ['and four', [4]],
  ])('"%s" with a link is %j', (text, values) => {
    expect(read(text).map(({ value }) => value)).toEqual(values);
  });

  test('stands from its first word to the one after its last, and is said so', () => {
    expect(read('sold eighty one jets')).toEqual([
      { value: 81, low: 81, high: 81, from: 1, to: 3, said: { from: 1, to: 3 } },
    ]);
    expect(read('hundred and jets')).toEqual([
      { value: 100, low: 100, high: 100, from: 0, to: 1, said: { from: 0, to: 1 } },
    ]);
  });

  test('is known by its folded key, whatever way the grammar writes it', () => {
    expect(read('ältere').map(({ value }) => value)).toEqual([7]);
  });
});

describe('a range', () => {
  test.each([
    ['80 to 90', [[80, 90]]],
    ['80 – 90', [[80, 90]]],
    ['80 — 90', [[80, 90]]],
    ['80-90', [[80, 90]]],
    [
      '80  90',
      [
        [80, 80],
        [90, 90],
      ],
    ],
    [
      '80/90',
      [
        [80, 80],
        [90, 90],
      ],
    ],
    ['1000 to 2 thousand', [[1000, 2000]]],
    [
      '80 of 90',
      [
        [80, 80],
        [90, 90],
      ],
    ],
    [
      '80 to of 90',
      [
        [80, 80],
        [90, 90],
      ],
    ],
    [
      '90 to 80',
      [
        [90, 90],
        [80, 80],
      ],
    ],
    [
      '80 to 80',
      [
        [80, 80],
        [80, 80],
      ],
    ],
    ['30 to 90', [[30, 90]]],
    [
      '30 to 91',
      [
        [30, 30],
        [91, 91],
      ],
    ],
    [
      '0 to 2',
      [
        [0, 0],
        [2, 2],
      ],
    ],
    [
      '1900 to 2024',
      [
        [1900, 1900],
        [2024, 2024],
      ],
    ],
    ['1899 to 2024', [[1899, 2024]]],
    [
      '1900 to 2100',
      [
        [1900, 1900],
        [2100, 2100],
      ],
    ],
    ['1900 to 2101', [[1900, 2101]]],
    ['40 to 50 million', [[40e6, 50e6]]],
    ['40 million to 50 million', [[40e6, 50e6]]],
    [
      '999 to 1 thousand',
      [
        [999, 999],
        [1000, 1000],
      ],
    ],
    [
      '2 to 3 hundred',
      [
        [2, 2],
        [300, 300],
      ],
    ],
    ['two to four', [[2, 4]]],
    [
      '80 to 90 to 95',
      [
        [80, 90],
        [95, 95],
      ],
    ],
  ])('"%s" is %j', (text, bounds) => {
    expect(read(text).map(({ low, high }) => [low, high])).toEqual(bounds);
  });

  test('stands over both its ends', () => {
    expect(read('sold 80 to 90 jets')).toEqual([
      { value: 80, low: 80, high: 90, from: 1, to: 4, said: { from: 1, to: 4 } },
    ]);
  });
});

describe('a bound', () => {
  const bounds = (text: string) => read(text).map(({ low, high, said }) => [low, high, said.from, said.to]);
  test.each([
    ['over 100 jets', [[100, 120, 0, 2]]],
    ['more than 100 jets', [[100, 120, 0, 3]]],
    ['nearly 100 jets', [[90, 100, 0, 2]]],
    ['about 100 jets', [[97, 103, 0, 2]]],
    ['100 over', [[100, 120, 0, 2]]],
    ['100 or over', [[100, 120, 0, 3]]],
    ['100 or so over', [[100, 100, 0, 1]]],
    ['over the 100', [[100, 100, 2, 3]]],
    ['over 80 to 90', [[80, 90, 1, 4]]],
    ['it is over 80 to us', [[80, 96, 2, 4]]],
  ])('"%s": %j', (text, expected) => {
    expect(bounds(text)).toEqual(expected);
  });

  test('of four words is taken, of five is not', () => {
    const language = { ...COUNTING, bounds: { over: ['a b c d', 'e f g h k'], under: [], about: [] } };
    expect(read('a b c d 100', language)[0]?.high).toBe(120);
    expect(read('e f g h k 100', language)[0]?.high).toBe(100);
  });
});

describe('a sum of money', () => {
  const sums = (text: string) => {
    const tokens = tokenize(text);
    const isEnding = endingsOf(COUNTING);
    const language = { ...COUNTING, currencies: { ...COUNTING.currencies, usd: ['$', 'us $', 'a us $', 'dollar+'] } };
    const found = findAmounts(tokens, read(text), openCurrencies(language, isEnding));
    return found.map(({ currency, low, high, from, to }) => [currency, low, high, from, to]);
  };
  test.each([
    ['$5 in all', [['usd', 5, 5, 0, 2]]],
    ['for US $5', [['usd', 5, 5, 1, 4]]],
    ['a US $5', [['usd', 5, 5, 1, 4]]],
    ['$ of 5', []],
    ['5 $', [['usd', 5, 5, 0, 2]]],
    ['5 dollars', [['usd', 5, 5, 0, 2]]],
    ['5 million dollars in all', [['usd', 5e6, 5e6, 0, 3]]],
    ['5. dollars', [['usd', 5, 5, 0, 3]]],
    ['5, dollars', []],
    ['5 of dollars', []],
    ['$5m', [['usd', 5e6, 5e6, 0, 3]]],
    ['$5k', [['usd', 5e3, 5e3, 0, 3]]],
    ['$5b', [['usd', 5e9, 5e9, 0, 3]]],
    ['$5 x', [['usd', 5, 5, 0, 2]]],
    ['5m', []],
    ['$5 to 10', [['usd', 5, 10, 0, 4]]],
    ['$5 to 10 m', [['usd', 5e6, 10e6, 0, 5]]],
    ['5 tenge', [['kzt', 5, 5, 0, 2]]],
    ['81 jets', []],
  ])('"%s": %j', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });
});
