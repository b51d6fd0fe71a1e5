/**
 * Sentences of a block, as raw ranges. Cut by the rules of all languages, and then pieces that it cut too early are joined again:
 * after initials ("А. Смайылов"), after listed abbreviations ("Col. Nildibayev", "млн."), and where the next
 * piece begins in lower case.
 */
import type { Language } from '../pack/schema';
import { plainEnds } from './sentence-ends';

export interface Span {
  readonly start: number;
  readonly end: number;
}

let segmenter: Intl.Segmenter | null = null;
/** Where none of these stands, nothing ends before the text does (https://unicode.org/reports/tr29/#Sentence_Boundaries). */
const MAY_END = /[\p{Sentence_Terminal}\u2024\n\r\u0085\u2028\u2029]/u;
const ENDS_WITH_INITIAL = /(?:^|[\s.(«"“])\p{Lu}\.\s*$/u;
const LAST_WORD_WITH_STOP = /([\p{L}\p{M}]+)\.\s*$/u;
/** "58." before a name is the number of a list's line, no sentence. */
const IS_LIST_NUMBER = /^\s*\p{Nd}{1,3}\.\s*$/u;
const STARTS_LOWER = /^[\s"'«“(]*\p{Ll}/u;
const ENDS_FOR_GOOD = /[?!]["'»”)]*\s*$/u;

/** Whether a sentence goes on shows in its last words. */
const END_LENGTH = 80;

export function sentences(text: string, language: Pick<Language, 'order' | 'abbreviations'>): Span[] {
  // The rules know three dots and not the one sign for them; a stop in its place leaves all places as they are.
  const stopped = text.replaceAll('…', '.');
  if (!MAY_END.test(stopped)) return text === '' ? [] : [{ start: 0, end: text.length }];
  const ends = plainEnds(stopped) ?? segmentEnds(stopped);
  const spans: Span[] = [];
  let start = 0;
  ends.forEach((end, i) => {
    if (continues(text.slice(Math.max(start, end - END_LENGTH), end), text.slice(end, ends[i + 1]), language)) return;
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

function continues(before: string, next: string, language: Pick<Language, 'order' | 'abbreviations'>): boolean {
  if (STARTS_LOWER.test(next) && !ENDS_FOR_GOOD.test(before)) return true;
  if (ENDS_WITH_INITIAL.test(before) || IS_LIST_NUMBER.test(before)) return true;
  const last = LAST_WORD_WITH_STOP.exec(before)?.[1];
  return last !== undefined && language.abbreviations.includes(last.toLowerCase());
}
