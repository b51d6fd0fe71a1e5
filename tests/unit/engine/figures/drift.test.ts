/** When a passage's figure differs from the record's, and when it counts something else or says nothing at all. */
import { describe, expect, test } from 'vitest';
import { driftOf, isOutOfProportion, type Figures } from '../../../../lib/engine/figures/drift';
import type { Match } from '../../../../lib/engine/match/match';
import { mentionOf, openSentences } from '../../../support/small-sentence';

const { make } = openSentences();

/** What a sentence about jets is read to fill; `null` where it names no thing. */
function matchIn(text: string, object: string | null = 'jets') {
  const sentence = make(text);
  const thing = object === null ? null : mentionOf(sentence, object);
  const filled = thing === null ? [] : [{ role: 'object' as const, from: thing.from, to: thing.to, isSettled: true }];
  const match: Match = {
    frame: { id: 'deal', roles: {} },
    filled,
    away: [],
    fromContext: [],
    action: null,
    actions: [],
    trust: 1,
    from: 0,
    to: 1,
  };
  return { sentence, match };
}

const drift = (figures: Figures, text: string, object: string | null = 'jets') => {
  const { sentence, match } = matchIn(text, object);
  return driftOf(figures, match, sentence).map(({ role, page, record }) => `${role}: ${page}; ${record}`);
};

describe('a count', () => {
  const RECORD: Figures = { quantity: { count: 81, of: 117 } };
  test.each([
    ['90 jets', ['count: 90; 81 / 117']],
    ['five jets', ['count: 5; 81 / 117']],
    ['81 jets', []],
    ['117 jets', []],
    ['jets', []],
    ['jets 90', []],
    ['90 old Soviet era combat aircraft', ['count: 90; 81 / 117']],
    ['90 a b c d e jets', ['count: 90; 81 / 117']],
    ['90 a b c d e f jets', []],
    ['90, jets', []],
    ['90 and 95 jets', ['count: 95; 81 / 117']],
    ['one jet', []],
    ['2 jets', ['count: 2; 81 / 117']],
    ['2.5 jets', []],
    ['1899 jets', ['count: 1899; 81 / 117']],
    ['1900 jets', []],
    ['2100 jets', []],
    ['2101 jets', ['count: 2101; 81 / 117']],
    ['Su-27 jets', []],
    ['Su 27 jets', []],
    ['su-27 jets', ['count: 27; 81 / 117']],
    ['Over  27 jets', ['count: Over  27; 81 / 117']],
    ['- 27 jets', ['count: 27; 81 / 117']],
    ['over 70 jets', []],
    ['over 60 jets', ['count: over 60; 81 / 117']],
    ['80 to 85 jets', []],
    ['82 to 90 jets', ['count: 82 to 90; 81 / 117']],
    ['81 to 90 jets', []],
    ['70 to 81 jets', []],
  ])('"%s": %j', (text, expected) => {
    expect(drift(RECORD, text)).toEqual(expected);
  });

  test('without a second figure is told without it; without a record or a thing nothing is told', () => {
    expect(drift({ quantity: { count: 81 } }, '90 jets')).toEqual(['count: 90; 81']);
    expect(drift({}, '90 jets')).toEqual([]);
    expect(drift(RECORD, '90 were sold', null)).toEqual([]);
  });
});

describe('a sum', () => {
  const RECORD: Figures = { amounts: [{ currency: 'usd', value: 100 }] };
  test.each([
    ['$100', []],
    ['$107', []],
    ['$108', ['value: $108; USD 100']],
    ['$94', []],
    ['$93', ['value: $93; USD 100']],
    ['$999', ['value: $999; USD 100']],
    ['$1000', []],
    ['$1001', []],
    ['$11', ['value: $11; USD 100']],
    ['$10', []],
    ['$9', []],
    ['$50 to 150', []],
    ['$50 to 90', ['value: $50 to 90; USD 100']],
    ['150 tenge', []],
    ['150', []],
  ])('"%s": %j', (text, expected) => {
    expect(drift(RECORD, text, null)).toEqual(expected);
  });

  test('is told with all that the record has in its currency, where it is none of them', () => {
    const amounts = [
      { currency: 'usd', value: 100 },
      { currency: 'kzt', value: 5 },
      { currency: 'usd', value: 300 },
    ];
    expect(drift({ amounts }, 'for $200', null)).toEqual(['value: $200; USD 100 / USD 300']);
    expect(drift({ amounts }, 'for $300', null)).toEqual([]);
    expect(drift({ amounts: [] }, 'for $200', null)).toEqual([]);
    expect(drift({}, 'for $200', null)).toEqual([]);
  });
});

test.each([
  ['1180 jets', { count: 81, of: 117 }, true],
  ['1170 jets', { count: 81, of: 117 }, false],
  ['820 jets', { count: 81 }, true],
  ['810 jets', { count: 81 }, false],
  ['9000 jets', undefined, false],
  ['jets', { count: 81 }, false],
])('"%s" of a record of %o is out of proportion: %s', (text, quantity, expected) => {
  const { sentence, match } = matchIn(text);
  expect(isOutOfProportion({ quantity }, match, sentence)).toBe(expected);
});
