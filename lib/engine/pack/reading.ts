/** What the engine needs of a pack, and nothing else: this is what travels to a page. */
import { findAmounts, openCurrencies } from '../figures/amounts';
import { findNumbers, openNumberWords } from '../figures/numbers';
import { endingsOf } from '../lexicon/phrases';
import { tokenize } from '../text/tokens';
import type { Money, ReadingData } from '../types';
import type { Pack } from './schema';

/** Of the languages that a record gives its sums in, the one that each has. */
const SUMS_ARE_IN = 'en';

export function readingData(pack: Pack): ReadingData {
  const amountsOf = openAmounts(pack);
  return {
    languages: pack.languages,
    concepts: pack.concepts,
    claims: pack.claims.map(({ id, frames, slots }) => {
      const value = slots?.value ?? '';
      const amounts = amountsOf(typeof value === 'string' ? value : value.en);
      return {
        id,
        frames,
        ...(slots?.quantity ? { quantity: slots.quantity } : {}),
        ...(amounts.length > 0 ? { amounts } : {}),
      };
    }),
  };
}

function openAmounts(pack: Pack): (value: string) => readonly Money[] {
  const language = pack.languages.find(({ id }) => id === SUMS_ARE_IN);
  if (!language) return () => [];
  const isEnding = endingsOf(language);
  const [numbers, currencies] = [openNumberWords(language, isEnding), openCurrencies(language, isEnding)];
  return (value) => {
    const tokens = tokenize(value);
    const amounts = findAmounts(tokens, findNumbers(tokens, numbers), currencies);
    return amounts.map(({ currency, low, high }) => ({ currency, value: (low + high) / 2 }));
  };
}
