/** Choosing a language, and saying an entry: values, plurals, and what happens to a key that is not there. */
import { expect, test } from 'vitest';
import { makeSay } from '../../../lib/words/say';
import { resolveLanguage } from '../../../lib/words/languages';
import { entriesFor, wordsFor } from '../../../lib/words/words';

test.each([
  ['ru', ['en-US'], 'ru'],
  ['auto', ['kk-KZ', 'ru', 'en'], 'kk'],
  ['auto', ['de-DE', 'RU-ru', 'en'], 'ru'],
  ['auto', ['de'], 'en'],
  ['auto', [], 'en'],
  // Three-letter codes that only begin like ours are other languages.
  ['auto', ['rue', 'enm', 'kkz'], 'en'],
] as const)('with %s set and %o preferred, speaks %s', (setting, preferred, lang) => {
  expect(resolveLanguage(setting, preferred)).toBe(lang);
});

test.each([
  ['en', 1, '1 mention'],
  ['en', 2, '2 mentions'],
  ['ru', 1, '1 упоминание'],
  ['ru', 3, '3 упоминания'],
  ['ru', 11, '11 упоминаний'],
  ['ru', 21, '21 упоминание'],
  ['kk', 5, '5 рет аталған'],
] as const)('in %s counts %i as “%s”', (lang, n, said) => {
  expect(wordsFor(lang)('popup.mentions', { n })).toBe(said);
});

test('writes values as they are, even where they look like placeholders or replacement patterns', () => {
  const say = makeSay({ greet: 'Hello {name} of {place}' }, 'en');
  expect(say('greet', { name: '$& {place}', place: '$1' })).toBe('Hello $& {place} of $1');
});

test.each(['en', 'ru', 'kk'])('in %s writes numbers as the language does', (lang) => {
  const say = makeSay({ count: '{n}' }, lang);
  const numbers = new Intl.NumberFormat(lang);
  for (const n of [0, 7, 81, 999, 1_000, 12_345, -3, 2.26]) expect(say('count', { n })).toBe(numbers.format(n));
});

test('an unknown key and a missing value show as they are', () => {
  const say = makeSay({ greet: 'Hello {name}' }, 'en');
  expect(say('part')).toBe('part');
  expect(say('greet')).toBe('Hello {name}');
});

test('hands over only the entries under a prefix', () => {
  const entries = Object.keys(entriesFor('ru', 'status.'));
  expect(entries).toContain('status.denied');
  expect(entries.every((key) => key.startsWith('status.'))).toBe(true);
});
