/**
 * Letters: what a character is, by its Unicode properties. Those that most texts are written with are told by their code,
 * since a browser takes a tenth of a millisecond and more to make a pattern of properties ready; the others are asked
 * about once each. Law: what the patterns say.
 */
export const LETTER = 1;
export const UPPER = 2;
export const LOWER = 4;
/** Stands on the letter before it. */
export const ACCENT = 8;
export const DIGIT = 16;
export const SPACE = 32;
/** Soft hyphen, zero-width characters, word joiner, byte order mark (which is a space, too). */
export const INVISIBLE = 64;
const OTHER = 128;

/** What a word is made of. */
export const OF_WORD = LETTER | ACCENT | INVISIBLE;
/** Written as a letter, it stands where an apostrophe does. */
export const LETTER_APOSTROPHE = 0x2bc;

const TABLED = 0x530;
const tabled = new Uint8Array(TABLED);
const others = new Map<number, number>();

/** The bits above that hold for a character by its code point; never zero. */
export function kindOf(code: number): number {
  const known = code < TABLED ? tabled[code] : others.get(code);
  if (known !== undefined && known !== 0) return known;
  const kind = kindByCode(code) ?? kindByProperty(String.fromCodePoint(code));
  if (code < TABLED) tabled[code] = kind;
  else others.set(code, kind);
  return kind;
}

/** How many units of a string it takes. */
export const widthOf = (code: number): number => (code > 0xffff ? 2 : 1);

const isWithin = (code: number, first: number, last: number): boolean => code >= first && code <= last;

function kindByCode(code: number): number | null {
  if (code < 0x80) {
    if (isWithin(code | 0x20, 0x61, 0x7a)) return LETTER | (code < 0x61 ? UPPER : LOWER);
    if (isWithin(code, 0x30, 0x39)) return DIGIT;
    return code === 0x20 || isWithin(code, 0x09, 0x0d) ? SPACE : OTHER;
  }
  // Letters of Europe and Cyrillic: of what has two cases here every character is a letter of one of them.
  if (isWithin(code, 0xc0, 0x17f) || isWithin(code, 0x400, 0x52f)) {
    const letter = String.fromCharCode(code);
    if (letter.toLowerCase() !== letter) return LETTER | UPPER;
    return letter.toUpperCase() === letter ? null : LETTER | LOWER;
  }
  if (code === 0xa0) return SPACE;
  const isMark = code === 0xab || code === 0xb7 || code === 0xbb || code === 0x20ac;
  return isMark || isWithin(code, 0x2010, 0x2027) || isWithin(code, 0x2030, 0x205e) ? OTHER : null;
}

function kindByProperty(character: string): number {
  if (character === '\uFEFF') return INVISIBLE | SPACE;
  if (/[\u00AD\u200B-\u200D\u2060]/.test(character)) return INVISIBLE;
  if (/\p{L}/u.test(character))
    return LETTER | (/\p{Lu}/u.test(character) ? UPPER : /\p{Ll}/u.test(character) ? LOWER : 0);
  if (/\p{M}/u.test(character)) return ACCENT;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /\s/.test(character) ? SPACE : OTHER;
}
