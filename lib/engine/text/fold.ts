/**
 * Fold: brings a word to the one spelling under which the lexicon knows it.
 * NFKC and case, ё to е, Latin letters without their accents, invisible characters out, and look-alike
 * Latin letters inside a Cyrillic word (and the reverse) turned back. Used for matching only, never for display.
 */

/** Soft hyphen, zero-width characters, word joiner, byte order mark, variation selectors. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF\uFE00-\uFE0F]/gu;
const PLAIN_WORD = /^[a-z\u0430-\u0434\u0436-\u0438\u043A-\u044F]+$/u;
const LATIN = /[a-z]/u;
const CYRILLIC = /[\u0400-\u04FF]/u;
const ACCENTED_LATIN = /[\u00DF-\u024F\u1E00-\u1EFF\u0131]/u;
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

/** Letters that look alike in both scripts, lower case. */
const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  і: 'i',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  т: 't',
  х: 'x',
  у: 'y',
  ѕ: 's',
  ј: 'j',
};

/** Lower-case letters of one script that fold to themselves. */
const PURE_WORD = /^(?:[a-z]+|[\u0430-\u044F]+)$/u;

/** The folded form of one word or of a whole text; folding twice changes nothing. */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  if (PLAIN_WORD.test(lower)) return lower;
  return lower.replace(/ё/g, 'е').replace(/[\u00DF-\u024F\u1E00-\u1EFF]|i\u0307/gu, plainLatin);
}

/** The folded form of one word, with look-alike letters of the other script turned back. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PURE_WORD.test(lower)) return lower;
  const folded = fold(word);
  return LATIN.test(folded) && CYRILLIC.test(folded) ? unmix(folded) : folded;
}

function plainLatin(letter: string): string {
  if (!ACCENTED_LATIN.test(letter) && letter.length === 1) return letter;
  const bare = letter.normalize('NFD').replace(/[\u0300-\u036F]/gu, '');
  return LETTERS_WITHOUT_DECOMPOSITION[bare] ?? bare;
}

/** A word of two scripts is read as Cyrillic where that is possible for every letter, else as Latin, else left. */
function unmix(word: string): string {
  return swapAll(word, LATIN, LATIN_TO_CYRILLIC) ?? swapAll(word, CYRILLIC, CYRILLIC_TO_LATIN) ?? word;
}

function swapAll(word: string, foreign: RegExp, table: Readonly<Record<string, string>>): string | null {
  let out = '';
  for (const letter of word) {
    const swapped = foreign.test(letter) ? table[letter] : letter;
    if (swapped === undefined) return null;
    out += swapped;
  }
  return out;
}
