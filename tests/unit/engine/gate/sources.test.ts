/** What the gate searches for, letter by letter, and what folding leaves of a letter. */
import { describe, expect, test } from 'vitest';
import { gateSources, shortestAnchors } from '../../../../lib/engine/gate/anchors';
import { bare, makeGate } from '../../../../lib/engine/gate/gate';

const NOTHING = '(?!)';

describe('the sources of a search', () => {
  test.each([
    [[], NOTHING, NOTHING],
    [['abc'], 'abc', NOTHING],
    [['abc', 'abd'], 'ab(?:c|d)', NOTHING],
    [['abc', 'xyz'], '(?:abc|xyz)', NOTHING],
    [['abc', 'abcd'], 'abc', NOTHING],
    [['=US'], NOTHING, 'U[SЅ]'],
    [['abc', '=US'], 'abc', 'U[SЅ]'],
    [['abcdefghi'], 'abcdefg', NOTHING],
    [['abcdefghi qrs'], 'abcdefg qrs', NOTHING],
  ])('for %j are %s and %s', (anchors, loose, exact) => {
    expect(gateSources(anchors)).toEqual({ loose, exact });
  });

  test('a thousand anchors are searched for, and one more is too much', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `name${i}`);
    expect(gateSources(many)).toEqual({ loose: '(?:)', exact: NOTHING });
    expect(gateSources(many.slice(1)).loose).toContain('name');
  });

  test('a name in exact case passes in it, in either script but not wholly in the other', () => {
    const gate = makeGate(gateSources(['=РК']));
    expect(['РК', 'PК', 'РK', 'PK', 'рк', 'Рк'].map((text) => gate.test(text))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test.each([
  ['łøđıßæœ', 'lodissaeoe'],
  ['ŁØẞ', 'loss'],
  ['Kázakh\u00ADstan', 'Kazakhstan'],
  ['abc', 'abc'],
])('of %s is left %s', (text, left) => {
  expect(bare(text)).toBe(left);
});

describe('the anchors of names of several words', () => {
  const anchors = (...forms: string[]) => shortestAnchors([{ id: 'a', anchor: true, forms: { en: forms } }]);
  test.each([
    [['nur sultan'], ['nur sultan']],
    [['abcd efgh'], ['abcd']],
    [['nur sultanate'], ['sultan']],
    [['kazakh', 'old kazakh army'], ['kazakh']],
    [['old kazakhs army', 'kazakhs'], ['kazakh']],
  ])('of %j are %j', (forms, expected) => {
    expect(anchors(...forms)).toEqual(expected);
  });
});
