/** What of a pack travels to a page: frames, counts, and the sums of its records as numbers. */
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../../../support/compiled-claims';
import { readingData } from '../../../../lib/engine/pack/reading';
import type { Pack } from '../../../../lib/engine/pack/schema';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const { pack } = compiledClaims();
if (pack === null) throw new Error('The claims of the project do not compile.');
const [first] = pack.claims;
if (first === undefined) throw new Error('The project has no claims.');

type Slots = Pack['claims'][number]['slots'];
const read = (slots: Slots, languages = [RUSSIAN, ENGLISH]) => {
  const { slots: _slots, ...bare } = first;
  const claim = slots === undefined ? bare : { ...bare, slots };
  return readingData({ ...pack, languages, claims: [claim] }).claims[0];
};
const plain = { id: first.id, frames: first.frames };

describe('a claim', () => {
  test('without slots, or with others, is its name and its frames', () => {
    expect(read(undefined)).toStrictEqual(plain);
    expect(read({ date: '2024' })).toStrictEqual(plain);
    expect(read({ value: 'a lot' })).toStrictEqual(plain);
  });

  test('with a count has it', () => {
    expect(read({ quantity: { count: 81, of: 117 } })).toStrictEqual({ ...plain, quantity: { count: 81, of: 117 } });
  });

  test.each<readonly [Slots, readonly { readonly currency: string; readonly value: number }[]]>([
    [{ value: '$2.26 million' }, [{ currency: 'usd', value: 2_260_000 }]],
    [{ value: { en: '$5', ru: '1 млн тенге' } }, [{ currency: 'usd', value: 5 }]],
    [{ value: '$80 to 90' }, [{ currency: 'usd', value: 85 }]],
    [
      { value: '$5, 7 tenge' },
      [
        { currency: 'usd', value: 5 },
        { currency: 'kzt', value: 7 },
      ],
    ],
  ])('with %o has the sums %j', (slots, amounts) => {
    expect(read(slots)?.amounts).toEqual(amounts);
  });

  test('of a pack without English has no sums', () => {
    expect(read({ value: '$5' }, [RUSSIAN])).toStrictEqual(plain);
  });
});

test('languages and concepts travel as they are', () => {
  const { languages, concepts } = readingData(pack);
  expect(languages).toBe(pack.languages);
  expect(concepts).toBe(pack.concepts);
});
