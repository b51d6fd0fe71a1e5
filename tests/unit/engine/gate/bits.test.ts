/** The loaded packs' anchors as bits: a text that holds one always passes, and a text without one hardly ever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeAnchorBits, openAnchorBits } from '../../../../lib/engine/gate/bits';
import { shortestAnchors } from '../../../../lib/engine/gate/anchors';
import { soundPack } from '../../compile/sound';

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопқңөұүһі'),
  minLength: 1,
  maxLength: 12,
});

test('property: whatever anchors, a text that holds one passes, glued to others, in any case or look-alike', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.string(),
      fc.string(),
      (anchors, nth, a, b) => {
        const gate = openAnchorBits(makeAnchorBits(anchors));
        const anchor = anchors[nth % anchors.length] ?? '';
        expect(gate.test(`${a} ${anchor}${b}`)).toBe(true);
        expect(gate.test(`x${anchor.toUpperCase()} ${b}`)).toBe(true);
      },
    ),
  );
});

test('property: an anchor in exact case passes in that case', () => {
  fc.assert(
    fc.property(fc.constantFrom('US', 'UAE', 'ОАЭ', 'EU'), fc.string(), (anchor, around) => {
      expect(openAnchorBits(makeAnchorBits([`=${anchor}`])).test(`${around} ${anchor} ${around}`)).toBe(true);
    }),
  );
  expect(openAnchorBits(makeAnchorBits(['=US'])).test('he gave us a ride')).toBe(false);
});

test('a page of other words does not pass', () => {
  const gate = openAnchorBits(makeAnchorBits(['tukana', 'orvelia', 'президент орвелии']));
  expect(gate.test('The weather stays dry until the weekend, with light wind from the west.')).toBe(false);
  expect(gate.test('Orvelia bought')).toBe(true);
});

test('no anchors let nothing through, and the bits of a pack stay small', () => {
  expect(openAnchorBits(makeAnchorBits([])).test('anything at all')).toBe(false);
  const bits = makeAnchorBits(shortestAnchors(soundPack().concepts));
  expect(JSON.stringify(bits).length).toBeLessThan(11_500);
});

describe('of an anchor is known', () => {
  test.each<[rule: string, anchors: string[], lengths: number[], exactLengths: number[]]>([
    ['all that it has, where it is short', ['uk'], [2], []],
    ['all of six letters', ['kazakh'], [6], []],
    ['six letters of more', ['kazakhs'], [6], []],
    ['a length once, whatever the anchors', ['uk', 'kazakh', 'tatars'], [2, 6], []],
    ['one in exact case by itself, without its sign', ['=US', 'kazak'], [5], [2]],
    ['one in exact case by six letters too', ['=ROSOBORON'], [], [6]],
    ['what is left without accents', ['é\u0301é'], [2], []],
    ['nothing, where nothing is left', ['\u0301', '='], [], []],
  ])('%s: %j', (_rule, anchors, lengths, exactLengths) => {
    expect(makeAnchorBits(anchors)).toMatchObject({ lengths, exactLengths });
  });

  test.each([
    ['the longest word of several', 'nur sultan', 'sultan'],
    ['wherever it stands', 'sultan nur', 'sultan'],
    ['the first of those that are as long', 'uigur tatar', 'uigur'],
    ['its beginning', 'kazakhstan', 'kazakh'],
    ['one spelling for all that look alike', 'семей', 'CEMEИ'],
  ])('%s: of "%s" as of "%s"', (_rule, anchor, known) => {
    expect(makeAnchorBits([anchor])).toEqual(makeAnchorBits([known]));
  });
});

test('an anchor in exact case is not known in any case, nor the other way round', () => {
  expect(openAnchorBits(makeAnchorBits(['us'])).test('the US')).toBe(true);
  expect(makeAnchorBits(['=us']).bits).not.toBe(makeAnchorBits(['us']).bits);
});

describe('of thousands of anchors', () => {
  const LETTERS = 'bdfglnqrtuvwz';
  /** A word of its own for each number, of `length` letters. */
  const wordOf = (n: number, length: number): string =>
    Array.from({ length }, (_, at) => LETTERS[Math.floor(n / LETTERS.length ** at) % LETTERS.length]).join('');
  const numbers = Array.from({ length: 8_000 }, (_, i) => i);
  const anchors = numbers.map((n) => wordOf(n * 7, 6));

  test('each passes, and its bits are letters that JSON writes as they are', () => {
    const known = makeAnchorBits(anchors);
    const gate = openAnchorBits(known);
    expect(anchors.filter((anchor) => !gate.test(anchor))).toEqual([]);
    expect(known.bits).toMatch(/^[0-o]{10923}$/);
  });

  test('one in eight other words passes by chance, but none that is shorter than all of them', () => {
    const gate = openAnchorBits(makeAnchorBits(anchors));
    const others = numbers.map((n) => wordOf(n * 7 + 3, 6));
    const passing = others.filter((word) => gate.test(word)).length;
    expect(passing / others.length).toBeGreaterThan(0.05);
    expect(passing / others.length).toBeLessThan(0.15);
    expect(numbers.filter((n) => gate.test(wordOf(n, 5)))).toEqual([]);
  });
});
