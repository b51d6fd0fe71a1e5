/** The loaded packs' anchors as bits: a text that holds one always passes, and a text without one hardly ever. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
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
