/** What is told of a character by its code is what its Unicode properties say. */
import { expect, test } from 'vitest';
import { ACCENT, DIGIT, INVISIBLE, kindOf, LETTER, LOWER, SPACE, UPPER } from '../../../../lib/engine/text/letters';

const PATTERNS = [
  [LETTER, /\p{L}/u],
  [UPPER, /\p{Lu}/u],
  [LOWER, /\p{Ll}/u],
  [ACCENT, /\p{M}/u],
  [DIGIT, /\p{Nd}/u],
  [SPACE, /\s/u],
  [INVISIBLE, /[\u00AD\u200B-\u200D\u2060\uFEFF]/u],
] as const;

test('every character of the first plane, and letters and digits of others, are what their properties say', () => {
  const codes = [...Array.from({ length: 0x10000 }, (_, code) => code), 0x10400, 0x10428, 0x1d400, 0x1d7ce, 0x1f642];
  const wrong = codes.filter((code) => {
    const character = String.fromCodePoint(code);
    const kind = kindOf(code);
    return kind === 0 || PATTERNS.some(([bit, pattern]) => pattern.test(character) !== ((kind & bit) !== 0));
  });
  expect(wrong.map((code) => code.toString(16))).toEqual([]);
});
