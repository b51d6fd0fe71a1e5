/** The address of every view, there and back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUSES, TOPIC_NAMES } from '../../../lib/records/closed-sets';
import { addressOf, claimAddress, listWith, readRoute, WHOLE_LIST, type Route } from '../../../lib/records/route';
import { TOPICS, RUNGS } from '../../../lib/engine/pack/schema';
import { LADDER } from '../../../lib/records/closed-sets';

const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed());
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    view: fc.constant('list' as const),
    list: fc.record({
      q: fc.string().filter((text) => text.isWellFormed()),
      topic: perhaps(fc.constantFrom(...TOPIC_NAMES)),
      status: perhaps(fc.constantFrom(...STATUSES)),
      speaker: perhaps(id),
      source: perhaps(id),
      year: perhaps(fc.integer({ min: 1900, max: 2100 }).map(String)),
      sort: fc.constantFrom('relevance' as const, 'date' as const),
      steps: fc.integer({ min: 1, max: 1000 }),
    }),
  }),
  fc.record({ view: fc.constantFrom('claim' as const, 'source' as const), id }),
  fc.record({
    view: fc.constant('speaker' as const),
    id,
    only: fc.constantFrom('all' as const, 'denials' as const, 'confirmed-later' as const),
  }),
  fc.record({ view: fc.constantFrom('speakers' as const, 'sources' as const) }),
);

test('property: every view has an address that leads back to it', () => {
  fc.assert(
    fc.property(route, (one) => {
      expect(readRoute(addressOf(one))).toEqual(one);
    }),
  );
});

test.each([
  ['', WHOLE_LIST],
  ['#', WHOLE_LIST],
  ['#/', WHOLE_LIST],
  ['#/claim/', WHOLE_LIST],
  ['#/other/x', WHOLE_LIST],
  ['#/?q=su-30&topic=aircraft&status=denied', { ...WHOLE_LIST, q: 'su-30', topic: 'aircraft', status: 'denied' }],
  // What the database cannot filter by is no filter.
  ['#/?topic=gossip&status=false&year=soon&sort=fame&show=-3', WHOLE_LIST],
  ['#/?show=99999999', WHOLE_LIST],
] as const)('%o is the list %o', (hash, list) => {
  expect(readRoute(hash)).toEqual({ view: 'list', list });
});

test.each([
  ['#/claim/%zz', { view: 'claim', id: '%zz' }],
  ['#/claim/jets-sold?utm=1', { view: 'claim', id: 'jets-sold' }],
  ['#/speaker/ministry?only=lies', { view: 'speaker', id: 'ministry', only: 'all' }],
] as const)('%o is %o', (hash, expected) => {
  expect(readRoute(hash)).toEqual(expected);
});

test('addresses are as short as they can be', () => {
  expect([claimAddress('jets-sold'), listWith({}), listWith({ q: 'ё', year: '2024' })]).toEqual([
    '#/claim/jets-sold',
    '#/',
    '#/?q=%D1%91&year=2024',
  ]);
});

test('the page knows every topic and every rung that a pack can hold', () => {
  expect(TOPIC_NAMES.toSorted()).toEqual(TOPICS.toSorted());
  expect(LADDER).toEqual(RUNGS);
});
