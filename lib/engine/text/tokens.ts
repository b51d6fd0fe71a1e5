/**
 * Tokens: raw text to words, numbers and marks. A token keeps its raw place and carries its folded key, so no
 * second offset space exists: what matches on keys is reported in raw offsets. Letters and digits part, hyphens
 * drop out: `Su-30SM`, `Su 30 SM` and `Су30СМ` give three tokens each. `'s` and other endings after an
 * apostrophe are tokens of their own.
 */
import type { RawOffset } from '../types';
import { foldWord } from './fold';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly key: string;
  readonly start: RawOffset;
  readonly end: RawOffset;
  /** Numbers only. */
  readonly value: number;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

const LETTERS = '(?:(?!\\u02BC)[\\p{L}\\p{M}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF])';
/** The same of a text of Latin and Cyrillic letters and common marks, which most texts are. */
const PLAIN = /^[\0-\u02BB\u0400-\u0481\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2116]*$/;
const PLAIN_LETTERS =
  '[A-Za-z\\u00AA\\u00AD\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02BB\\u0400-\\u0481\\u048A-\\u052F]';
/** A word that goes on for longer is read in pieces: each letter is a place to go back to, and those have an end. */
const MOST_LETTERS = 100_000;
/** Groups of digits in one number. */
const MOST_GROUPS = 20;
/** A word, a number with its separators, an apostrophe with the ending after it, or one other character. */
const pieceOf = (letters: string): RegExp =>
  new RegExp(
    `${letters}{1,${MOST_LETTERS}}|\\p{Nd}{1,3}(?:[ \\u00A0\\u202F]\\p{Nd}{3}){1,${MOST_GROUPS}}(?!\\p{Nd})|\\p{Nd}+(?:[.,]\\p{Nd}+){0,${MOST_GROUPS}}|['’ʼ‘]${letters}{1,${MOST_LETTERS}}|[^\\s]`,
    'gu',
  );
const PIECE = pieceOf(LETTERS);
/** Ready in a tenth of a millisecond, where the other takes two to eight in each new page. */
const PLAIN_PIECE = pieceOf(PLAIN_LETTERS);
/** Longer than any word with an apostrophe in it. */
const MOST_JOINED = 100;
const CYRILLIC = /[\u0400-\u04FF]$/u;
const FIRST_LETTER = /\p{L}/u;
const CAPITAL = /^\p{Lu}/u;
const JOINERS = /^[-\u2010-\u2012\u00AD\u200B-\u200D\u2060]$/u;
/** French and Italian elision: what stands after it is a word of its own. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)$/u;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PLAIN.test(text) ? PLAIN_PIECE : PIECE)) {
    const piece = match[0];
    const start = match.index as RawOffset;
    const end = (match.index + piece.length) as RawOffset;
    if (JOINERS.test(piece)) continue;
    const first = piece.charCodeAt(0);
    if (isApostrophe(first) && piece.length > 1) {
      const before = tokens.at(-1);
      if (before?.end === start && before.key.length < MOST_JOINED && CYRILLIC.test(before.key)) {
        // "дев'ять": in Cyrillic an apostrophe stands inside the word.
        tokens[tokens.length - 1] = { ...before, key: before.key + foldWord(piece.slice(1)), end };
      } else tokens.push(afterApostrophe(piece, start, end, before));
    } else if (FIRST_LETTER.test(piece)) {
      tokens.push({ kind: 'word', key: foldWord(piece), start, end, value: NaN, capital: CAPITAL.test(piece) });
    } else if (/\p{Nd}/u.test(piece)) {
      const digits = piece.normalize('NFKC');
      tokens.push({ kind: 'number', key: digits, start, end, value: numberOf(digits), capital: false });
    } else {
      tokens.push({ kind: 'mark', key: piece.normalize('NFKC'), start, end, value: NaN, capital: false });
    }
  }
  return tokens;
}

/** A white space that parts words, of those that pages are written with. */
export const isSpace = (code: number): boolean => code <= 0x20 || code === 0xa0;

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x2018;
}

function afterApostrophe(piece: string, start: RawOffset, end: RawOffset, before: Token | undefined): Token {
  const letters = foldWord(piece.slice(1));
  const attached = before?.kind === 'word' && before.end === start;
  const isWord = !attached || (ELISION.test(before.key) && letters !== 's' && letters !== 't');
  return {
    kind: 'word',
    key: isWord ? letters : `'${letters}`,
    start: isWord ? ((start + 1) as RawOffset) : start,
    end,
    value: NaN,
    capital: isWord && CAPITAL.test(piece.slice(1)),
  };
}

/** `1,500`, `1 500` and `1.500` are 1500; `2.26` and `2,26` are 2.26. */
function numberOf(digits: string): number {
  const packed = digits.replace(/[ \u00A0\u202F]/gu, '');
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(packed)) return Number(packed.replace(/[.,]/g, ''));
  const parts = packed.split(/[.,]/);
  const fraction = parts.length > 1 ? parts.at(-1) : undefined;
  const whole = (fraction === undefined ? parts : parts.slice(0, -1)).join('');
  return Number(fraction === undefined ? whole : `${whole}.${fraction}`);
}
