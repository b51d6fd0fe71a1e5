/** What the gate searches for, letter by letter, and what folding leaves of a letter. */
import { describe, expect, test } from 'vitest';
import { areSearched, gateSources } from '../../../../lib/engine/gate/anchors';
import { bare, makeGate } from '../../../../lib/engine/gate/gate';
import { standingFor } from '../../../../lib/engine/gate/look-alikes';

const NOTHING = '(?!)';

describe('the sources of a search', () => {
  test.each([
    ['of nothing find nothing', [], NOTHING, NOTHING],
    ['are a word', ['abc'], 'abc', NOTHING],
    ['have a common beginning once', ['abc', 'abd'], 'ab(?:c|d)', NOTHING],
    ['have words side by side', ['abc', 'xyz'], '(?:abc|xyz)', NOTHING],
    ['end where the shorter word ends', ['abc', 'abcd'], 'abc', NOTHING],
    ['are exact for a name in exact case', ['=US'], NOTHING, 'U[SЅ]'],
    ['are of both kinds', ['abc', '=US'], 'abc', 'U[SЅ]'],
    ['keep the case of each letter', ['=Us'], NOTHING, 'U[sѕ]'],
    ['have seven letters', ['abcdefghi'], 'abcdefg', NOTHING],
    ['have seven of each word', ['abcdefghi qrs'], 'abcdefg qrs', NOTHING],
    ['have one letter for all that look alike', ['семей'], 'cemeи', NOTHING],
    ['take a letter and its mark as one', ['\u0438\u0306зраил'], 'изpaил', NOTHING],
  ])('%s: for %j', (_rule, anchors, loose, exact) => {
    expect(gateSources(anchors)).toEqual({ loose, exact });
  });

  test('a thousand anchors are searched for, and one more is too much', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `name${i}`);
    expect([areSearched(many), gateSources(many)]).toEqual([false, { loose: '(?:)', exact: NOTHING }]);
    expect(areSearched(many.slice(1))).toBe(true);
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

describe('spellings of one name', () => {
  const loose = (...anchors: string[]): string => gateSources(anchors).loose;

  test.each<[rule: string, anchors: string[], source: string]>([
    ['are one where a letter differs', ['kasachs', 'kazachs'], 'ka[sz]achs'],
    ['at six letters too', ['kazakh', 'kasakh'], 'ka[sz]akh'],
    ['not at five, which could be anything', ['kazak', 'kasak'], 'ka(?:zak|sak)'],
    ['not at five after others', ['uigur', 'kazak', 'kazah'], '(?:uigur|kaza(?:k|h))'],
    ['are one where two letters differ, with what lies between', ['kasachs', 'kazaghs'], 'ka[sz]a[cg]hs'],
    ['not where three differ', ['kasachs', 'gazaghs'], '(?:kasachs|gazaghs)'],
    ['grow by one letter after another', ['kasachs', 'kazachs', 'kashchs', 'kashdhs'], 'ka[sz][ah][cd]hs'],
    ['count only what is new to them', ['kasachs', 'kazaghs', 'gazachs'], '[gk]a[sz]a[cg]hs'],
    ['stand once', ['kasachs', 'kasachs'], 'kasachs'],
    ['join the ones that they are near', ['uiguria', 'kasachs', 'kazachs'], '(?:uiguria|ka[sz]achs)'],
    ['not a longer one', ['kazakh', 'kasakhs'], 'ka(?:zakh|sakhs)'],
    ['not a shorter one', ['kasakhs', 'kazakh'], 'ka(?:sakhs|zakh)'],
    ['are one in the second of two words', ['nur sultan', 'nur zultan'], 'nur [sz]ultan'],
    ['not where the words part elsewhere', ['abc defg', 'abcd efg'], 'abc(?: defg|d efg)'],
    ['nor where only one is parted', ['abc def', 'abczdef'], 'abc(?: def|zdef)'],
  ])('%s: %j', (_rule, anchors, source) => {
    expect(loose(...anchors)).toBe(source);
  });

  test('are forty-eight together at most: one more is a name of its own', () => {
    // Each has one letter of the first six and one of the eight after: six times eight with all that lies between.
    const near = Array.from({ length: 8 }, (_, i) => `${'abcdef'[i % 6]}${'ghlnpqrs'[i]}wwwww`);
    expect(loose(...near)).toBe('[abcdef][ghlnpqrs]wwwww');
    expect(loose(...near, 'zgwwwww')).toBe('(?:[abcdef][ghlnpqrs]wwwww|zgwwwww)');
  });

  test('are found each, and in letters of an old script too', () => {
    const gate = makeGate(gateSources(['𐰴𐰀𐰔𐰴𐰀𐰴', '𐰴𐰀𐰖𐰴𐰀𐰴']));
    expect(['𐰴𐰀𐰔𐰴𐰀𐰴', '𐰴𐰀𐰖𐰴𐰀𐰴', '𐰴𐰀𐰴𐰴𐰀𐰴'].map((text) => gate.test(text))).toEqual([true, true, false]);
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

test.each([
  ['Казах', 'Kaзax'],
  ['ТЁС', 'TEC'],
  ['Һунс-7', 'Hyhc-7'],
  ['plain', 'plain'],
])('%s is looked up as %s', (text, plain) => {
  expect(standingFor(text)).toBe(plain);
});
