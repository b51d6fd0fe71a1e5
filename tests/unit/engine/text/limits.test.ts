/** Where words, numbers and sentences end: the kinds of tokens, their places, and what goes on after a full stop. */
import { describe, expect, test } from 'vitest';
import { fold, foldWord } from '../../../../lib/engine/text/fold';
import { openLanguageTest, speechOf } from '../../../../lib/engine/text/language';
import { sentences } from '../../../../lib/engine/text/sentences';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

describe('tokens', () => {
  const say = (text: string) =>
    tokenize(text).map(
      ({ kind, key, start, end, capital }) => `${kind} ${key} ${start}-${end}${capital ? ' capital' : ''}`,
    );

  test.each([
    ['Su-30', ['word su 0-2 capital', 'number 30 3-5']],
    ['a ½ b', ['word a 0-1', 'mark 1⁄2 2-3', 'word b 4-5']],
    ['don’t', ['word don 0-3', "word 't 3-5"]],
    ["l'Armée", ['word l 0-1', 'word armee 2-7 capital']],
    ["l's", ['word l 0-1', "word 's 1-3"]],
    ["d't", ['word d 0-1', "word 't 1-3"]],
    ["qu'il", ['word qu 0-2', 'word il 3-5']],
    ["jets'", ['word jets 0-4', "mark ' 4-5"]],
    ["'Armée", ['word armee 1-6 capital']],
    ["80'a", ['number 80 0-2', 'word a 3-4']],
    ["jets 'a", ['word jets 0-4', 'word a 6-7']],
    ["Дев'ять", ['word девять 0-7 capital']],
    ["дев 'ять", ['word дев 0-3', 'word ять 5-8']],
    ['обʼєкт', ['word обєкт 0-6']],
    ['а‘б', ['word аб 0-3']],
    ['soft\u00ADhyphen', ['word softhyphen 0-11']],
    ['a\u2011b', ['word a 0-1', 'word b 2-3']],
    ['a – b', ['word a 0-1', 'mark – 2-3', 'word b 4-5']],
    ['\u2026', ['mark ... 0-1']],
    ['١٢', ['number ١٢ 0-2']],
  ])('"%s": %j', (text, tokens) => {
    expect(say(text)).toEqual(tokens);
  });

  test.each([
    ['1 500', [1500]],
    ['12 500 000', [12_500_000]],
    ['1500 000', [1500, 0]],
    ['1 5000', [1, 5000]],
    ['1.500.000', [1_500_000]],
    ['1,500.5', [1500.5]],
    ['15.04.2024', [1504.2024]],
    ['1.50', [1.5]],
    ['1,5000', [1.5]],
    ['1234,567', [1234.567]],
    ['81,', [81, Number.NaN]],
    ['word', [Number.NaN]],
    ['８１', [81]],
  ])('"%s" is worth %j', (text, values) => {
    expect(tokenize(text).map(({ value }) => value)).toEqual(values);
  });

  test('a word of more than a hundred letters takes no apostrophe', () => {
    const long = 'я'.repeat(100);
    expect(tokenize(`${long}'я`)).toHaveLength(2);
    expect(tokenize(`${long.slice(1)}'я`)).toHaveLength(1);
  });
});

describe('folding', () => {
  test.each([
    ['straße', 'strasse'],
    ['Ærø', 'aero'],
    ['Œuvre', 'oeuvre'],
    ['đ ı ł', 'd i l'],
    ['ЁЛКА', 'елка'],
    ['\u200BA\uFEFFb\uFE0F', 'ab'],
    ['ﬁ', 'fi'],
    ['Ђ', 'ђ'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['caзaхстан', 'сазахстан'],
    ['tест', 'тест'],
    ['ѕoviet', 'soviet'],
    ['qазахстан', 'qазахстан'],
    ['jets', 'jets'],
    ['ПРИВЕТ', 'привет'],
    ['Ёж', 'еж'],
  ])('the word %s becomes %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});

describe('sentences', () => {
  const cut = (text: string, language = ENGLISH) =>
    sentences(text, language).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['', []],
    ['No end', ['No end']],
    ['One. Two', ['One. ', 'Two']],
    ['One. two', ['One. two']],
    ['One. “two', ['One. “two']],
    ['One! Two? Three…', ['One! ', 'Two? ', 'Three…']],
    ['One? two', ['One? ', 'two']],
    ['One?” two', ['One?” ', 'two']],
    ['J. Smith. Next.', ['J. Smith. ', 'Next.']],
    ['Gen. Smith. Next.', ['Gen. Smith. ', 'Next.']],
    ['Prof. Smith.', ['Prof. ', 'Smith.']],
    ['58. Chile', ['58. Chile']],
    ['1958. Chile', ['1958. ', 'Chile']],
    ['In 58. Chile', ['In 58. ', 'Chile']],
    ['One\nTwo', ['One\n', 'Two']],
  ])('%j is cut into %j', (text, parts) => {
    expect(cut(text)).toEqual(parts);
  });

  test('lie end to end', () => {
    expect(sentences('One. Two.', RUSSIAN)).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 9 },
    ]);
  });
});

describe('the language of a block', () => {
  const { decide } = openLanguageTest(
    [ENGLISH, RUSSIAN, { ...ENGLISH, id: 'fr', words: ['le'], letters: 'ѣ' }].map(speechOf),
  );
  const of = (text: string, named: readonly string[] = [], hint?: string) => decide(tokenize(text), named, hint).id;
  test.each([
    ['jets', [], undefined, 'en'],
    ['jets', [], 'fr', 'fr'],
    ['jets', [], 'FR-ca', 'fr'],
    ['jets', [], 'ru', 'ru'],
    ['jets the', [], 'fr', 'en'],
    ['jets', ['fr'], undefined, 'fr'],
    ['jets', ['fr', 'ru', 'ru'], undefined, 'ru'],
    ['jets', ['fr'], 'en', 'en'],
    ['jets', ['fr', 'fr'], 'en', 'fr'],
    ['ѣ the of', [], undefined, 'fr'],
    ['the le le', [], undefined, 'fr'],
    ['самолет', [], undefined, 'ru'],
    ['самолет a b', [], undefined, 'ru'],
    ['самолет a b c', [], undefined, 'en'],
  ])('"%s", naming %j, with the hint %s is %s', (text, named, hint, language) => {
    expect(of(text, named, hint)).toBe(language);
  });

  test('what tells a language apart is folded, with its script', () => {
    expect(speechOf({ ...RUSSIAN, words: ['Ещё'] })).toEqual({
      id: 'ru',
      words: ['еще'],
      letters: 'ыэъ',
      usual: '',
      isCyrillic: true,
    });
    expect(speechOf(ENGLISH).isCyrillic).toBe(false);
  });

  test('usual letters tell from twenty letters on, and in its own script', () => {
    const usual = openLanguageTest(
      [
        { ...ENGLISH, words: [], usual: 'e' },
        { ...ENGLISH, id: 'fr', words: [] },
      ].map(speechOf),
    );
    expect(usual.decide(tokenize('a'.repeat(19)), [], undefined).id).toBe('en');
    expect(usual.decide(tokenize('a'.repeat(20)), [], undefined).id).toBe('fr');
    expect(usual.decide(tokenize(`e${'a'.repeat(20)}`), [], undefined).id).toBe('en');
    expect(usual.decide(tokenize('я'.repeat(30)), [], undefined).id).toBe('en');
    expect(usual.decide(tokenize(`${'1'.repeat(30)} a`), [], undefined).id).toBe('en');
  });
});
