import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { anyText } from '../../../support/any-text';

const keys = (text: string): string[] => tokenize(text).map((t) => t.key);

describe('tokenize', () => {
  test.each([
    ['Su-30SM', ['su', '30', 'sm']],
    ['Su 30 SM', ['su', '30', 'sm']],
    ['Су30СМ', ['су', '30', 'см']],
    ["Kazakhstan's", ['kazakhstan', "'s"]],
    ['didn’t', ['didn', "'t"]],
    ["l'armée", ['l', 'armee']],
    ["дев'ять", ['девять']],
    ['обʼєкт', ['обєкт']],
    ["Kazakistan'a", ['kazakistan', "'a"]],
    ['81, 117.', ['81', ',', '117', '.']],
    ['', []],
  ])('%s gives %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test.each([
    ['1,500', 1500],
    ['1 500', 1500],
    ['1\u00A0019\u00A0782', 1_019_782],
    ['1.500', 1500],
    ['2.26', 2.26],
    ['2,26', 2.26],
    ['2024', 2024],
  ])('%s is worth %d', (text, value) => {
    expect(tokenize(text).map((t) => t.value)).toEqual([value]);
  });

  test('a year and the figure after it stay two numbers', () => {
    expect(tokenize('in 2024 117 aircraft').flatMap((t) => (t.kind === 'number' ? [t.value] : []))).toEqual([
      2024, 117,
    ]);
  });

  test('tokens stand in order, never overlap, and never reach beyond the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

/** The same pieces as one pattern of properties would give, which takes milliseconds to be made ready. */
test('a text is cut where the pattern of all scripts cuts it', () => {
  const letters = '(?:(?!\\u02BC)[\\p{L}\\p{M}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF])+';
  const pieces = new RegExp(
    `${letters}|\\p{Nd}{1,3}(?:[ \\u00A0\\u202F]\\p{Nd}{3}){1,20}(?!\\p{Nd})|\\p{Nd}+(?:[.,]\\p{Nd}+){0,20}|['’ʼ‘]${letters}|[^\\s]`,
    'gu',
  );
  // What parts the halves of a word, or joins them, is no token.
  const isToken = (piece: string): boolean => !/^[-\u2010-\u2012\u00AD\u200B-\u200D\u2060]$/u.test(piece);
  const unit = fc.constantFrom(..."aBé ßяЁїқ1930 .,-–’ʼ'\u00A0\u00AD\u202F\u0301\u200D€₸№_/º字α𝟎𐐀");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const cut = [...text.matchAll(pieces)].filter(([piece]) => isToken(piece));
      const starts = cut.map(({ index }) => index);
      for (const { start } of tokenize(text)) {
        // After an apostrophe that joins nothing a word begins behind it.
        expect(starts.includes(start) || /['’ʼ‘]/u.test(text.charAt(start - 1))).toBe(true);
      }
      // In Cyrillic what stands after an apostrophe is a part of the word before.
      const joined = cut.filter(([piece]) => /^['’ʼ‘]./u.test(piece)).length;
      expect(tokenize(text).length).toBeGreaterThanOrEqual(cut.length - joined);
      expect(tokenize(text).at(-1)?.end ?? 0).toBe((cut.at(-1)?.index ?? 0) + (cut.at(-1)?.[0].length ?? 0));
    }),
    { numRuns: 2_000 },
  );
});
