/**
 * Tokens: raw text to words, numbers and marks. A token keeps its raw place and carries its folded key, so no
 * second offset space exists: what matches on keys is reported in raw offsets. Letters and digits part, hyphens
 * drop out: `Su-30SM`, `Su 30 SM` and `Су30СМ` give three tokens each. `'s` and other endings after an
 * apostrophe are tokens of their own.
 */
import type { RawOffset } from '../types';
import { foldWord } from './fold';
import { DIGIT, kindOf, LETTER, LETTER_APOSTROPHE, OF_WORD, SPACE, UPPER, widthOf } from './letters';

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

/** A word that goes on for longer is read in pieces. */
const MOST_LETTERS = 100_000;
/** Groups of digits in one number. */
const MOST_GROUPS = 20;
const GROUP_DIGITS = 3;
/** Longer than any word with an apostrophe in it. */
const MOST_JOINED = 100;
const CYRILLIC = /[\u0400-\u04FF]$/u;
const JOINERS = /^[-\u2010-\u2012\u00AD\u200B-\u200D\u2060]$/u;
/** French and Italian elision: what stands after it is a word of its own. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)$/u;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    const next = at + widthOf(code);
    const isApart = isApostrophe(code);
    const end = isApart
      ? wordEnd(text, next)
      : (kind & OF_WORD) !== 0
        ? wordEnd(text, at)
        : (kind & DIGIT) !== 0
          ? numberEnd(text, at)
          : next;
    if (kind !== SPACE) addPiece(tokens, text, at as RawOffset, end as RawOffset, kind);
    at = end;
  }
  return tokens;
}

/** After the characters of these kinds that stand there, `most` of them at most. */
function runEnd(text: string, start: number, kinds: number, most: number): number {
  let at = start;
  for (let left = most; left > 0 && at < text.length; left--) {
    const code = text.codePointAt(at) ?? 0;
    if ((kindOf(code) & kinds) === 0 || code === LETTER_APOSTROPHE) break;
    at += widthOf(code);
  }
  return at;
}

/** After the letters that stand there, and what stands on them or between them unseen. */
const wordEnd = (text: string, start: number): number => runEnd(text, start, OF_WORD, MOST_LETTERS);
const digitsEnd = (text: string, start: number, most = Infinity): number => runEnd(text, start, DIGIT, most);

/** After "1 500 000", or "1.500,26", or the digits alone. */
function numberEnd(text: string, start: number): number {
  let end = digitsEnd(text, start);
  const isShort = end === digitsEnd(text, start, GROUP_DIGITS);
  for (let groups = 0; isShort && groups < MOST_GROUPS && isGroupSpace(text.charCodeAt(end)); groups++) {
    const next = digitsEnd(text, end + 1);
    const isGroup =
      next === digitsEnd(text, end + 1, GROUP_DIGITS) && next !== digitsEnd(text, end + 1, GROUP_DIGITS - 1);
    if (!isGroup) break;
    end = next;
  }
  if (isShort && end > digitsEnd(text, start)) return end;
  for (let parts = 0; parts < MOST_GROUPS && (text[end] === '.' || text[end] === ','); parts++) {
    const next = digitsEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

const isGroupSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f;

/** A word, a number, an apostrophe with the letters after it, or one other character. */
function addPiece(tokens: Token[], text: string, start: RawOffset, end: RawOffset, kind: number): void {
  const piece = text.slice(start, end);
  if (isApostrophe(piece.charCodeAt(0)) && piece.length > 1) {
    const before = tokens.at(-1);
    if (before?.end === start && before.key.length < MOST_JOINED && CYRILLIC.test(before.key)) {
      // "дев'ять": in Cyrillic an apostrophe stands inside the word.
      tokens[tokens.length - 1] = { ...before, key: before.key + foldWord(piece.slice(1)), end };
    } else tokens.push(afterApostrophe(piece, start, end, before));
  } else if (hasLetter(piece, kind)) {
    tokens.push({ kind: 'word', key: foldWord(piece), start, end, value: NaN, capital: (kind & UPPER) !== 0 });
  } else if ((kind & DIGIT) !== 0) {
    const digits = piece.normalize('NFKC');
    tokens.push({ kind: 'number', key: digits, start, end, value: numberOf(digits), capital: false });
  } else if (!JOINERS.test(piece)) {
    tokens.push({ kind: 'mark', key: piece.normalize('NFKC'), start, end, value: NaN, capital: false });
  }
}

/** `kind` is that of its first character. Accents and what is not seen make no word alone. */
const hasLetter = (piece: string, kind: number): boolean =>
  (kind & LETTER) !== 0 || ((kind & OF_WORD) !== 0 && /\p{L}/u.test(piece));

/** A white space that parts words, of those that pages are written with. */
export const isSpace = (code: number): boolean => code <= 0x20 || code === 0xa0;

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === LETTER_APOSTROPHE || code === 0x2018;
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
    capital: isWord && (kindOf(piece.codePointAt(1) ?? 0) & UPPER) !== 0,
  };
}

/** `1,500`, `1 500` and `1.500` are 1500; `2.26` and `2,26` are 2.26. */
function numberOf(digits: string): number {
  if (/^[0-9]+$/.test(digits)) return Number(digits);
  const packed = digits.replace(/[ \u00A0\u202F]/gu, '');
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(packed)) return Number(packed.replace(/[.,]/g, ''));
  const parts = packed.split(/[.,]/);
  const fraction = parts.length > 1 ? parts.at(-1) : undefined;
  const whole = (fraction === undefined ? parts : parts.slice(0, -1)).join('');
  return Number(fraction === undefined ? whole : `${whole}.${fraction}`);
}
