/**
 * Sentences of a block, as raw ranges. Cut by the rules of all languages, and then pieces that it cut too early are joined again:
 * after initials ("А. Смайылов"), after listed abbreviations ("Col. Nildibayev", "млн."), and where the next
 * piece begins in lower case.
 */
import type { Language } from '../pack/schema';
import { ACCENT, DIGIT, kindOf, LETTER, LOWER, SPACE, UPPER, widthOf } from './letters';
import { plainEnds } from './sentence-ends';

export interface Span {
  readonly start: number;
  readonly end: number;
}

let segmenter: Intl.Segmenter | null = null;
/** Where none of these stands, nothing ends before the text does (https://unicode.org/reports/tr29/#Sentence_Boundaries). */
const MAY_END = /[\p{Sentence_Terminal}\u2024\n\r\u0085\u2028\u2029]/u;
const BEFORE_INITIAL = '.(«"“';
const OPENING = '"\'«“(';
const ENDS_FOR_GOOD = /[?!]["'»”)]*\s*$/;
/** "58." before a name is the number of a list's line, no sentence. */
const MOST_LIST_DIGITS = 3;

/** Whether a sentence goes on shows in its last words. */
const END_LENGTH = 80;

export function sentences(text: string, language: Pick<Language, 'order' | 'abbreviations'>): Span[] {
  if (text === '') return [];
  // The rules know three dots and not the one sign for them; a stop in its place leaves all places as they are.
  const stopped = text.replaceAll('…', '.');
  const ends = plainEnds(stopped) ?? (MAY_END.test(stopped) ? segmentEnds(stopped) : []);
  const spans: Span[] = [];
  let start = 0;
  ends.forEach((end, i) => {
    if (continues(text, Math.max(start, end - END_LENGTH), end, ends[i + 1] ?? text.length, language)) return;
    spans.push({ start, end });
    start = end;
  });
  spans.push({ start, end: text.length });
  return spans;
}

function segmentEnds(text: string): readonly number[] {
  // Made when first needed: it loads the rules of all scripts.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return Array.from(segmenter.segment(text), ({ index }) => index).slice(1);
}

/** Whether what stands from `from` to `at` goes on in what stands from there to `end`. */
function continues(
  text: string,
  from: number,
  at: number,
  end: number,
  language: Pick<Language, 'order' | 'abbreviations'>,
): boolean {
  if (startsLower(text, at, end) && !ENDS_FOR_GOOD.test(text.slice(from, at))) return true;
  const stop = runStart(text, from, at, SPACE) - 1;
  if (stop < from || text[stop] !== '.') return false;
  const word = runStart(text, from, stop, LETTER | ACCENT);
  if (word === stop) return isListNumber(text, from, stop);
  return isInitial(text, from, word, stop) || language.abbreviations.includes(text.slice(word, stop).toLowerCase());
}

function startsLower(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && (OPENING.includes(text.charAt(at)) || isSpaceAt(text, at))) at++;
  return at < end && (kindOf(text.codePointAt(at) ?? 0) & LOWER) !== 0;
}

function isInitial(text: string, from: number, word: number, stop: number): boolean {
  const isOne = runStart(text, word, stop, UPPER, 1) === word;
  return isOne && (word === from || BEFORE_INITIAL.includes(text.charAt(word - 1)) || isSpaceAt(text, word - 1));
}

function isListNumber(text: string, from: number, stop: number): boolean {
  const first = runStart(text, from, stop, DIGIT, MOST_LIST_DIGITS);
  return first < stop && runStart(text, from, first, SPACE) === from;
}

const isSpaceAt = (text: string, at: number): boolean => (kindOf(text.charCodeAt(at)) & SPACE) !== 0;

/** Where the run of characters of these kinds begins that ends at `end`; of `most` characters at most. */
function runStart(text: string, from: number, end: number, kinds: number, most = Infinity): number {
  let at = end;
  for (let left = most; left > 0 && at > from; left--) {
    const pair = text.codePointAt(at - 2) ?? 0;
    const code = pair > 0xffff ? pair : text.charCodeAt(at - 1);
    if ((kindOf(code) & kinds) === 0) break;
    at -= widthOf(code);
  }
  return at;
}
