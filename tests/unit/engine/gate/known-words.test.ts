/** Which word of a form an anchor is known by, how much of it, and how many bits that takes. */
import { describe, expect, test } from 'vitest';
import { openAnchorWords, writeAnchorWords } from '../../../../lib/engine/gate/anchor-words';
import type { Concept } from '../../../../lib/engine/pack/schema';

/** What is written of an anchor with these forms, where those of `others` name something else. */
const known = (forms: string[], others: string[] = []): ReturnType<typeof writeAnchorWords> => {
  const anchor: Concept = { id: 'one', kind: 'object', anchor: true, forms: { en: forms } };
  const other: Concept = { id: 'other', kind: 'object', forms: { en: others } };
  return writeAnchorWords([anchor, other]);
};

describe('a pack is known by', () => {
  test.each<[rule: string, forms: string[], words: string[]]>([
    ['the longest word of a form', ['hazara ministry'], ['ministry']],
    ['the first of two that are as long', ['hazara uigurs'], ['hazara']],
    ['the longest of short ones', ['new anka'], ['anka']],
    ['the rarest of long ones, longer or not', ['hazara ministry', 'uigur ministry'], ['hazara', 'uigur']],
    ['no word again that a form of its own has', ['hazara ministry', 'ministry'], ['ministry']],
    ['no short word again', ['anka', 'anka drone'], ['anka']],
    ['no word again that begins so', ['kazakh+', 'army of kazakhstan'], ['kazakh+']],
    ['no word again that is a known beginning', ['kazakh+', 'kazakh army'], ['kazakh+']],
    ['the words of other forms as well', ['kazakh+', 'uigur army'], ['kazakh+', 'uigur']],
    ['those of a shorter word than the known beginning', ['kazakh+', 'kaz army'], ['kazakh+', 'army']],
    ['an open word again where only the whole is known', ['anka', 'new anka+'], ['anka', 'anka+']],
    ['the same for each form that begins with the same six letters', ['kazakhs', 'kazakhstan'], ['kazakh+']],
    ['nothing of an ending after an apostrophe', ["o'neill"], ['o']],
    ['nothing of a form that cannot be read', ['kazakh+', 'uigur @unknown'], ['kazakh+']],
  ])('%s: %j by %j', (_rule, forms, words) => {
    expect(known(forms)).toEqual(known(words));
  });

  test.each<[rule: string, form: string, others: string[], word: string]>([
    ['a word that names nothing else, of five letters', 'spets aircraft', ['fighter aircraft'], 'spets'],
    ['not by one of four', 'army aircraft', ['aircraft'], 'aircraft'],
    ['the longest, where each names something else', 'spets aircraft', ['aircraft', 'spets'], 'aircraft'],
  ])('%s: "%s" beside %j by "%s"', (_rule, form, others, word) => {
    expect(known([form], others)).toEqual(known([word], others));
  });

  test('the forms of what stands for an anchor, too', () => {
    const land: Concept = { id: 'land', kind: 'object', anchor: true, forms: { en: ['kazakh'] } };
    const chief: Concept = { id: 'chief', kind: 'object', is: ['land'], forms: { en: ['tokayev'] } };
    expect(writeAnchorWords([land, chief])).toEqual(known(['kazakh', 'tokayev']));
  });
});

describe('a word is asked about before its end', () => {
  test.each<[rule: string, forms: string[], lengths: number[]]>([
    ['never, where all are short and whole', ['anka', 'kazakh', '=US'], []],
    ['at six letters, where one is longer', ['kazakhs'], [6]],
    ['at six letters of an open one', ['kazakhstan+'], [6]],
    ['where an open one of fewer letters ends', ['anka+', 'ab*'], [2, 4]],
    ['at each length once, the shortest first', ['kazakh+', 'uigurs+', 'anka+'], [4, 6]],
    ['at six letters of a longer one in exact case', ['=ROSOBORON'], [6]],
    ['and not at all, where one form is all figures', ['117'], [0]],
    ['nor beside others', ['117', 'kazakh'], [0]],
  ])('%s: %j', (_rule, forms, lengths) => {
    expect([...known(forms).anchorLengths]).toEqual(lengths);
  });
});

test.each([
  ['ankara', true],
  ['uigurs', true],
  ['kazakhs', true],
  ['ankle', false],
  ['kazaks', false],
])('of beginnings of several lengths each is asked about: %s', (text, passes) => {
  expect(openAnchorWords(known(['anka+', 'uigur+', 'kazakh+']))(text)).toBe(passes);
});

describe('the bits', () => {
  const LETTERS = 'bdfglnqrtuvwz';
  /** A word of six letters of its own for each number. */
  const wordOf = (n: number): string =>
    Array.from({ length: 6 }, (_, at) => LETTERS[Math.floor(n / LETTERS.length ** at) % LETTERS.length]).join('');
  const words = (count: number, step: number, from: number): string[] =>
    Array.from({ length: count }, (_, i) => wordOf(from + i * step));

  test.each([
    [1, 4_096],
    [1_000, 4_096],
    [2_000, 4_096],
    [2_100, 8_192],
    [4_000, 8_192],
  ])('of %i words take %i bytes', (count, bytes) => {
    expect(known(words(count, 7, 0)).anchorBits).toHaveLength(bytes);
  });

  test('of four thousand words let each of them through, and of others one in two hundred', () => {
    const passes = openAnchorWords(known(words(4_000, 7, 0)));
    expect(words(4_000, 7, 0).filter((word) => !passes(word))).toEqual([]);
    expect(words(4_000, 7, 3).filter(passes).length / 4_000).toBeLessThan(0.01);
  });
});
