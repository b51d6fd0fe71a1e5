/** Plain texts are cut where `Intl.Segmenter` cuts them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainEnds } from '../../../../lib/engine/text/sentence-ends';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const segmentEnds = (text: string): number[] => Array.from(segmenter.segment(text), ({ index }) => index).slice(1);

test.each([
  ['They sold it. We bought it.', [14]],
  ['It cost 1.5 million. No more!', [21]],
  ['The U.S. bought them.', []],
  ['He left. “So what?” she said.', [9, 20]],
  ['Первое. Второе… третье? Да.', [8, 24]],
  ['One line\r\nand another\nand a third', [10, 22]],
  ['A list: item. – another; item.', []],
  ['Сле\u0301ва. Зна\u00ADчит.\u200B Да.', [8, 18]],
  ['', []],
] as const)('"%s" is cut at %j', (text, ends) => {
  expect(plainEnds(text)).toEqual(ends);
});

test.each(['नमस्ते।', 'Ω. Α', '\n\u00ADA line', '一。二'])('leaves "%s" to the rules of all scripts', (text) => {
  expect(plainEnds(text)).toBeNull();
});

test('cuts where the rules of all scripts cut', () => {
  const marks = [...'.!?,;:-–—"\'()[]«»“”„‘’ \u00A0\n\r\t…%€₸№º&*\u203C\u2047'];
  const letters = [...'aBzZёЖяІ1930éßǅ'];
  const letter = fc.constantFrom(...letters, ...marks, ...marks);
  let cuts = 0;
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 20 }), (text) => {
      const ends = plainEnds(text);
      cuts += ends?.length ?? 0;
      expect(ends).toEqual(segmentEnds(text));
    }),
    { numRuns: 3_000 },
  );
  expect(cuts).toBeGreaterThan(1_000);
});
