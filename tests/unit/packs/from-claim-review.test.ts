/** A feed of ClaimReviews becomes a pack that passes every check, and says what it could not take. */
import { describe, expect, test } from 'vitest';
import { readingData } from '../../../lib/engine/pack/reading';
import { EMPTY_CONTEXT, openReader } from '../../../lib/engine/read';
import { statusesOf } from '../../../lib/engine/pack/status';
import { checkPack } from '../../../lib/packs/check';
import { convertFeed } from '../../../lib/packs/from-claim-review';
import { soundPack } from '../compile/sound';

const HEADER = {
  id: 'lake-reviews',
  title: 'Reviews of the lake',
  date: '2026-11-22',
  editor: 'Lake Desk',
  licence: 'CC-BY-4.0',
  revision: 1,
};

const review = (change: object = {}) => ({
  '@type': 'ClaimReview',
  url: 'https://lake.example/reviews/1',
  claimReviewed: 'Orvelia bought six gunboats from Tukana',
  author: { '@type': 'Organization', name: 'Lake Check' },
  datePublished: '2026-03-01T10:00:00Z',
  inLanguage: 'en-GB',
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Did not happen' },
  ...change,
});
const feed = (...reviews: readonly object[]) => ({
  '@context': 'https://schema.org',
  '@type': 'DataFeed',
  dataFeedElement: reviews.map((item) => ({ '@type': 'DataFeedItem', item: [item] })),
});
const convert = (...reviews: readonly object[]) => convertFeed(feed(...reviews), HEADER, soundPack().languages);

test('a review becomes a claim that the page of packs takes and pages are marked with', () => {
  const { pack, left } = convert(review());
  if (pack === null) throw new Error('Nothing was converted');
  expect(left).toEqual([]);
  expect(checkPack(JSON.stringify(pack), '2026-11-22')).toEqual({ ok: true, pack });
  expect(pack.claims[0]?.statements).toMatchObject([{ kind: 'denial', date: '2026-03-01', verdict: 'Did not happen' }]);
  expect([...statusesOf(pack).values()]).toEqual(['doubted']);
  const reader = openReader(readingData(pack));
  const found = (text: string) => reader.read({ text, kind: 'text' }, EMPTY_CONTEXT).findings.length;
  expect(found('A clerk says that Orvelia bought gunboats from Tukana in spring.')).toBe(1);
  expect(found('Orvelia has no gunboats.')).toBe(0);
});

test('the same feed gives the same pack, in whatever order it comes', () => {
  const other = review({ url: 'https://lake.example/reviews/2', claimReviewed: 'Tukana closed its harbour in March' });
  expect(convert(review(), other).pack).toEqual(convert(other, review()).pack);
});

describe('a rating', () => {
  test.each([
    [{ ratingValue: '5', bestRating: 5, worstRating: 1 }, 'confirmation'],
    [{ ratingValue: 3, bestRating: 5, worstRating: 1 }, 'doubt'],
    [{ ratingValue: 1, bestRating: 5, worstRating: 1 }, 'denial'],
    [{ ratingValue: 1 }, 'comment'],
    [{}, 'comment'],
    [{ ratingValue: 1, bestRating: 1, worstRating: 1 }, 'comment'],
  ])('of %j is a %s', (rating, kind) => {
    const { pack } = convert(review({ reviewRating: { alternateName: 'Their words', ...rating } }));
    expect(pack?.claims[0]?.statements[0]).toMatchObject({ kind, verdict: 'Their words' });
  });
});

test.each([
  [{ '@type': 'Review' }, 'no ClaimReview'],
  [{ claimReviewed: ' ' }, 'claimReviewed'],
  [{ claimReviewed: 'x'.repeat(301) }, 'longer than 300'],
  [{ claimReviewed: 'It is so' }, 'too few words'],
  [{ url: 'javascript:alert(1)' }, 'http address'],
  [{ author: {} }, 'no reviewer'],
  [{ reviewRating: { ratingValue: 1 } }, 'no verdict'],
])('%j is left out and listed', (change, says) => {
  const { pack, left } = convert(review({ url: 'https://lake.example/reviews/9', ...change }), review(), review());
  expect(pack?.claims).toHaveLength(1);
  expect(left).toMatchObject([
    { entry: 1, reason: expect.stringContaining(says) },
    { entry: 3, reason: expect.stringContaining('before') },
  ]);
});

test('a feed without a review that can be taken gives no pack', () => {
  expect(convertFeed({}, HEADER, []).pack).toBeNull();
  expect(convertFeed(null, HEADER, []).pack).toBeNull();
});
