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

test('a pack without languages is refused with a sentence', () => {
  expect(() => openLanguageTest([]).decide([], [], undefined)).toThrow(/without languages/);
});
