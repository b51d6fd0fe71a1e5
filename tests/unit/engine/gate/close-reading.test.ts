/**
 * What of a text is read letter by letter and what more closely, cut into words as everywhere. The quick way takes the
 * ending after an apostrophe for a word, so it lets `O'Neill` through where "neill" is known; the close one does not.
 */
import { describe, expect, test, vi } from 'vitest';
import { openAnchorWords, writeAnchorWords } from '../../../../lib/engine/gate/anchor-words';

const passing = (...forms: string[]): ((text: string) => boolean) =>
  openAnchorWords(writeAnchorWords([{ id: 'one', anchor: true, forms: { en: forms } }]));
const code = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Both ways differ on this name, whether the known word is whole or a beginning. */
const NAME = "O'Neill";
const KNOWN = ['neill', 'neill+'];

describe.each(KNOWN)('where %s is known, a text is read letter by letter', (form) => {
  test.each([
    ['of plain Latin letters', "an elder O'Neill"],
    ['after a word with an accent', "Łódź, São-O'Neill"],
    ['after a Cyrillic word', "дом-O'Neill"],
    ['after figures and signs', "5%/O'Neill"],
    ['after a close look at what stands before the space', "ko\u00ADrt O'Neill"],
    ['where a letter folds to two', "groß O'Neill"],
  ])('%s: %s', (_what, text) => {
    expect(passing(form)(text)).toBe(true);
  });

  test.each(
    ['\u2010', '\u2014', '\u2019', '\u201C', '\u2026', '\u2027', '\u2030', '\u203A', '\u205E', '\uFFFD'].map((mark) => [
      code(mark),
      mark,
    ]),
  )('after %s, which parts words', (_code, mark) => {
    expect(passing(form)(`x${mark}${NAME}`)).toBe(true);
  });
});

describe.each(KNOWN)('where %s is known, what stands between two spaces is read closely', (form) => {
  test.each(
    [
      '\u0370',
      '\u03B1',
      '\u03FF',
      '\u0301',
      '\u00AD',
      '\u0483',
      '\u0531',
      '\u05D0',
      '\u0E01',
      '\u1E31',
      '\u200B',
      '\u200F',
      '\u2028',
      '\u202F',
      '\u205F',
      '\u2060',
      '\u20B8',
      '\u2116',
      '\u3042',
      '\u5B57',
      '\uFEFF',
      '\uFF2B',
      '\uFFFC',
      '\uD835',
    ].map((odd) => [code(odd), odd]),
  )('with %s in it', (_code, odd) => {
    expect(passing(form)(`x${odd}-${NAME}`)).toBe(false);
    expect(passing(form)(`x ${odd} ${NAME}`)).toBe(true);
  });

  test.each([
    ['a word of both scripts', `Kазах-${NAME}`],
    ['an apostrophe in a Cyrillic word', `об'єкт-${NAME}`],
    ['another apostrophe in one', `об’єкт-${NAME}`],
    ['an odd character in the name itself', "O'Ne\u00ADill"],
    ['one after a name', `x\u00AD’${NAME}`],
  ])('with %s', (_what, text) => {
    expect(passing(form)(text)).toBe(false);
  });
});

describe('read closely, a text passes', () => {
  test.each<[what: string, form: string, text: string, passes: boolean]>([
    ['with a soft hyphen', 'kazakh+', 'Ka\u00ADzakhs', true],
    ['with a zero-width space', 'kazakh+', 'the Kaz\u200Bakhs', true],
    ['with a word joiner', 'kazakh+', 'the Kaz\u2060akhs', true],
    ['with a byte order mark', 'kazakh+', '\uFEFFKazakhs', true],
    ['with a letter and its mark apart', 'kazakh+', 'Ka\u0301zakhs', true],
    ['with й as two', 'семей', 'в Семеи\u0306', true],
    ['in full width', 'kazakh+', 'Ｋａｚａｋｈｓ', true],
    ['with an accent beyond the table', 'kazakh+', 'Ḱazakhs', true],
    ['with a letter that is two', 'strasse', 'Straße', true],
    ['with both scripts', 'казах+', 'Kазахи', true],
    ['in the words after an odd one', 'kazakh+', 'grün\u00ADer/Kazakhs', true],
    ['in another script', 'ქართული', 'ეს ქართული', true],
    ['by the whole of a short word', 'anka', 'An\u00ADka', true],
    ['not by the beginning of a longer one', 'anka', 'An\u00ADkara', false],
    ['by the beginning of an open one', 'anka+', 'An\u00ADkara', true],
    ['by an open one with nothing after it', 'anka+', 'An\u00ADka', true],
    ['not in exact case with anything in it', '=US', 'the U\u00ADS', false],
    ['in exact case, beside an odd word', '=US', 'ol\u00ADd-US', true],
    ['not in another case', '=US', 'ol\u00ADd-us', false],
    ['not for a sign that stands for letters', 'kg', '5 ㎏', false],
    ['not for other words', 'kazakh+', 'Ta\u00ADtars', false],
    ['cut where the space is, not before', 'x', 'six o\u00ADne', false],
    ['at the very end', 'x', 'o\u00ADne-x', true],
    ['with the Cyrillic word before an apostrophe', "дев'ять", 'дев’ять', true],
    ['not with another after it', "дев'ять", 'дев’яте', false],
    ['with a beginning that ends before it', 'дев+', 'дев’ять', true],
  ])('%s: of %s in %j', (_what, form, text, passes) => {
    expect(passing(form)(text)).toBe(passes);
  });
});

describe('a whole word', () => {
  test.each([
    ['of six letters is not the beginning of one', 'kazakh', 'kazakhs', false],
    ['of six letters passes', 'kazakh', 'a kazakh.', true],
    ['of seven is known by six', 'kazakhs', 'kazakhi', true],
    ['of one letter is none of two', 'x', 'xy yx', false],
    ['passes at the end', 'anka', 'the anka', true],
    ['that must be spelled so is no beginning', '=US', 'USA', false],
  ])('%s: of %s in "%s"', (_rule, form, text, passes) => {
    expect(passing(form)(text)).toBe(passes);
  });
});

test('each odd word is folded once, however many there are', () => {
  const passes = passing('kazakh+');
  const text = 'Ta\u00ADtar '.repeat(200);
  const folded = vi.spyOn(String.prototype, 'normalize');
  passes(text);
  const calls = folded.mock.calls.length;
  folded.mockRestore();
  expect(calls).toBeGreaterThan(199);
  expect(calls).toBeLessThan(250);
});
