import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../../../lib/engine/text/sentences';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const cut = (text: string, language = ENGLISH): string[] =>
  sentences(text, language).map((s) => text.slice(s.start, s.end).trim());

describe('sentences', () => {
  test.each([
    ['One. Two.', ['One.', 'Two.']],
    ['Col. Nildibayev denied it. So did others.', ['Col. Nildibayev denied it.', 'So did others.']],
    ['The U.S. bought jets. Nobody knows why.', ['The U.S. bought jets.', 'Nobody knows why.']],
    ['58. Kazakhstan. 59. Chile.', ['58. Kazakhstan.', '59. Chile.']],
    ['Why? nobody said.', ['Why?', 'nobody said.']],
    ['He waited... Nobody came.', ['He waited...', 'Nobody came.']],
    ['He waited… Nobody came.', ['He waited…', 'Nobody came.']],
    ['He waited… and left.', ['He waited… and left.']],
    ['“He waited…” Nobody came.', ['“He waited…”', 'Nobody came.']],
    ['Why?… nobody said.', ['Why?… nobody said.']],
  ])('%s', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test('an initial and an abbreviation end no sentence in Russian', () => {
    expect(cut('А. Смайылов назвал 5 млн. тенге. Потом замолчал.', RUSSIAN)).toEqual([
      'А. Смайылов назвал 5 млн. тенге.',
      'Потом замолчал.',
    ]);
  });

  test('every character belongs to exactly one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          sentences(text, ENGLISH)
            .map((s) => text.slice(s.start, s.end))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
