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

test('a text of plain letters is cut as in the company of any others', () => {
  const unit = fc.constantFrom(..."aBé ßяЁїқ19 .,-–’ʼ'\u00A0\u00AD\u202F€₸№_/º");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      // One letter of another script sends the whole text the longer way.
      const beside = tokenize(`${text} 字`);
      expect(beside.slice(0, -1)).toEqual(tokenize(text));
    }),
    { numRuns: 2_000 },
  );
});
