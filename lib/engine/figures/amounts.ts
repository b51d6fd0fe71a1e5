/** Amounts of money in a token run: a number with a currency before or after it, "$2.26 million", "1 млрд тенге". */
import { openPhrases, type IsEnding, type Phrases, type Spoken } from '../lexicon/phrases';
import type { Token } from '../text/tokens';
import type { NumberMention } from './numbers';

export interface Amount {
  /** ISO 4217. */
  readonly currency: string;
  readonly low: number;
  readonly high: number;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export type Currencies = readonly (readonly [currency: string, names: Phrases])[];

/** The longest sign before a number, in tokens ("US $"). */
const LONGEST_SIGN = 2;
/** "$2.26m": letters that scale a number only where a sign of money stands before it. */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
]);

export function openCurrencies(language: Spoken, isEnding: IsEnding): Currencies {
  return Object.entries(language.currencies).map(([currency, names]) => [currency, openPhrases(names, isEnding)]);
}

export function findAmounts(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  currencies: Currencies,
): Amount[] {
  return numbers.flatMap(({ low, high, from, to }): Amount[] => {
    for (const [currency, names] of currencies) {
      const sign = names.all(tokens, Math.max(0, from - LONGEST_SIGN), from).find((hit) => hit.to === from);
      if (sign) {
        const scale = SHORT_SCALES.get(tokens[to]?.key ?? '') ?? 1;
        return [{ currency, low: low * scale, high: high * scale, from: sign.from, to: scale > 1 ? to + 1 : to }];
      }
      // "2,26 Mio. Dollar": the full stop of an abbreviated scale.
      const end = names.at(tokens, tokens[to]?.key === '.' ? to + 1 : to);
      if (end > 0) return [{ currency, low, high, from, to: end }];
    }
    return [];
  });
}
