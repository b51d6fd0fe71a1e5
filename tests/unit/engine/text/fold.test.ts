import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWord } from '../../../../lib/engine/text/fold';

describe('fold', () => {
  test.each([
    ['Казахстан', 'казахстан'],
    ['самолёт', 'самолет'],
    ['Türkiye', 'turkiye'],
    ['Kazakh\u00ADstan', 'kazakhstan'],
    ['Ｋａｚａｋｈ', 'kazakh'],
    ['İstanbul', 'istanbul'],
    ['słoń', 'slon'],
    ['Қазақстан', 'қазақстан'],
    ['їжак', 'їжак'],
    ['йод', 'йод'],
  ])('%s becomes %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldWord', () => {
  test.each([
    ['Kaзaхcтaн', 'казахстан'],
    ['МиГ', 'миг'],
    ['Rаfаle', 'rafale'],
    ['Дrиву', 'дrиву'],
  ])('%s of two scripts becomes %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});
