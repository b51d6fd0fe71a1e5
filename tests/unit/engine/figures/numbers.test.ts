import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../../../support/compiled-claims';
import { findAmounts, openCurrencies } from '../../../../lib/engine/figures/amounts';
import { findNumbers, openNumberWords } from '../../../../lib/engine/figures/numbers';
import { endingsOf } from '../../../../lib/engine/lexicon/phrases';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const { pack } = compiledClaims();
const language = (id: string) => {
  const found = pack?.languages.find((one) => one.id === id);
  if (!found) throw new Error(`The pack has no language ${id}.`);
  return found;
};
const valuesIn = (text: string, lang = ENGLISH): number[] =>
  findNumbers(tokenize(text), openNumberWords(lang, endingsOf(lang))).map((n) => n.value);

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
    ['no figures here', []],
  ])('%s holds %j', (text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
  });

  test.each([
    ['сто семнадцать', [117]],
    ['пятьсот', [500]],
    ['1,5 млн', [1_500_000]],
  ])('%s holds %j', (text, expected) => {
    expect(valuesIn(text, RUSSIAN)).toEqual(expected);
  });

  test.each([
    ['en', 'four three', [4, 3]],
    ['en', 'twenty and thirty', [20, 30]],
    ['en', 'twenty and ten', [20, 10]],
    ['en', 'twenty five 6', [25, 6]],
    ['fr', 'quatre-vingts avions', [80]],
    ['fr', 'quatre-vingt-dix-sept avions', [97]],
    ['fr', 'cinq vingt', [5, 20]],
  ] as const)('in %s, "%s" holds %j', (lang, text, expected) => {
    expect(valuesIn(text, language(lang))).toEqual(expected);
  });

  test('words of one language are no numbers in another', () => {
    expect(valuesIn('on', language('tr'))).toEqual([10]);
    expect(valuesIn('on', language('en'))).toEqual([]);
  });

  test('"two dozen" multiplies', () => {
    expect(valuesIn('two dozen jets', { ...ENGLISH, numbers: { two: 2, dozen: 12 } })).toEqual([24]);
  });
});

describe('bounds and ranges, in every language', () => {
  test.each([
    ['en', 'over 80 jets', 80, 96],
    ['en', '80 to 90 jets', 80, 90],
    ['en', '80–90 jets', 80, 90],
    ['en', '80-90 jets', 80, 90],
    ['en', '40–50 million', 40e6, 50e6],
    ['en', 'nearly 100 jets', 90, 100],
    ['en', 'in 2023–2024', 2023, 2023],
    ['en', 'from 3 to 81', 3, 3],
    ['ru', 'свыше 80 самолётов', 80, 96],
    ['ru', 'от 80 до 90 машин', 80, 90],
    ['uk', 'понад 80 літаків', 80, 96],
    ['kk', '80-нен астам ұшақ', 80, 96],
    ['kk', '80 шақты ұшақ', 77.6, 82.4],
    ['de', 'mehr als 80 Flugzeuge', 80, 96],
    ['de', '80 bis 90 Flugzeuge', 80, 90],
    ['fr', 'plus de 80 avions', 80, 96],
    ['es', 'más de 80 aviones', 80, 96],
    ['pl', 'ponad 80 samolotów', 80, 96],
    ['pl', 'około 80 samolotów', 77.6, 82.4],
    ['tr', "80'den fazla uçak", 80, 96],
    ['tr', 'yaklaşık 80 uçak', 77.6, 82.4],
  ])('%s: %s lies between %d and %d', (id, text, low, high) => {
    const [number] = findNumbers(tokenize(text), openNumberWords(language(id), endingsOf(language(id))));
    expect(number?.low).toBeCloseTo(low);
    expect(number?.high).toBeCloseTo(high);
  });
});

describe('sums of money, in every language', () => {
  test.each([
    ['en', 'sold for $2.26 million', 'usd', 2_260_000],
    ['en', 'a $4.5bn deal', 'usd', 4_500_000_000],
    ['en', 'about $2.26m in all', 'usd', 2_260_000],
    ['en', 'one billion tenge', 'kzt', 1e9],
    ['ru', '1 млрд тенге', 'kzt', 1e9],
    ['ru', '2,26 млн долларов', 'usd', 2_260_000],
    ['uk', '2,26 млн доларів', 'usd', 2_260_000],
    ['kk', '1 миллиард теңгеге', 'kzt', 1e9],
    ['kk', '2,26 млн долларға', 'usd', 2_260_000],
    ['de', '4,5 Milliarden Dollar', 'usd', 4_500_000_000],
    ['de', '2,26 Millionen US-Dollar', 'usd', 2_260_000],
    ['de', '2,26 Mio. Dollar', 'usd', 2_260_000],
    ['fr', '4,5 milliards de dollars', 'usd', 4_500_000_000],
    ['es', '2,26 millones de dólares', 'usd', 2_260_000],
    ['pl', '4,5 mld dolarów', 'usd', 4_500_000_000],
    ['tr', '4,5 milyar dolar', 'usd', 4_500_000_000],
    ['tr', '2 trilyon tenge', 'kzt', 2e12],
  ])('%s: %s', (id, text, currency, value) => {
    const [numbers, currencies] = [
      openNumberWords(language(id), endingsOf(language(id))),
      openCurrencies(language(id), endingsOf(language(id))),
    ];
    const tokens = tokenize(text);
    const amounts = findAmounts(tokens, findNumbers(tokens, numbers), currencies);
    expect(amounts.map((amount) => [amount.currency, amount.low])).toEqual([[currency, value]]);
  });

  test('a bare number is none', () => {
    const tokens = tokenize('81 jets');
    expect(
      findAmounts(
        tokens,
        findNumbers(tokens, openNumberWords(ENGLISH, endingsOf(ENGLISH))),
        openCurrencies(ENGLISH, endingsOf(ENGLISH)),
      ),
    ).toEqual([]);
  });
});
