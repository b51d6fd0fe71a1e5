import { expect, test } from 'vitest';
import { openLanguageTest, speechOf } from '../../../../lib/engine/text/language';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const languages = openLanguageTest([ENGLISH, RUSSIAN].map(speechOf));

test.each([
  ['The jets went to Washington', undefined, 'en'],
  ['Самолеты проданы', undefined, 'ru'],
  ['Самолеты проданы и в США', 'en', 'ru'],
  ['81', 'ru', 'ru'],
])('%s with the hint %s is read as %s', (text, hint, id) => {
  expect(languages.decide(tokenize(text), [], hint).id).toBe(id);
});

test('a text without any letter that is usual in a language is hardly in it', () => {
  const ukrainian = { ...RUSSIAN, id: 'uk', letters: 'їє', usual: 'ії', words: ['у', 'з', 'на'] };
  const both = openLanguageTest([ukrainian, { ...RUSSIAN, words: ['у'] }].map(speechOf));
  expect(both.decide(tokenize('Вряд ли покупали у Казахстана на торгах'), [], undefined).id).toBe('ru');
  expect(both.decide(tokenize('Навряд чи купили літаки у Казахстані'), [], undefined).id).toBe('uk');
});

test('a pack without languages is refused with a sentence', () => {
  expect(() => openLanguageTest([]).decide([], [], undefined)).toThrow(/without languages/);
});
