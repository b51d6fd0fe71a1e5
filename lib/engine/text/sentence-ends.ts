/**
 * Where sentences end in a text of Latin and Cyrillic letters and common marks, by the rules of UAX #29
 * (https://unicode.org/reports/tr29/#Sentence_Boundaries), which `Intl.Segmenter` follows for all scripts: a browser takes
 * ten milliseconds to make one in each new process, before the first sentence is read. Law: the same places.
 */
import { kindOf, LOWER, UPPER } from './letters';

/** Letters that stand alone, marks, signs, and what those rules look through. */
const PLAIN =
  /^[\t\n\r -~\u00A0-\u02AF\u0300-\u036F\u0400-\u0481\u048A-\u052F\u200B-\u200F\u2010-\u2023\u2026\u2030-\u205E\u2060\u20A0-\u20BF\u2116\u2122\u2190-\u2307\u2500-\u275A\uFEFF]*$/;
const LOOKED_THROUGH = /[\u00AD\u0300-\u036F\u200B-\u200F\u2060\uFEFF]+/g;
/** Nothing is looked through where a line has just ended. */
const AFTER_PARAGRAPH = /[\n\r][\u00AD\u0300-\u036F\u200B-\u200F\u2060\uFEFF]/;
const TERM_OR_PARAGRAPH = /[.!?\u203C\u203D\u2047-\u2049]|\r\n|[\r\n]/g;
const PARAGRAPH = /\r\n|[\r\n]/y;
const CLOSERS = /["'()[\]{}\u00AB\u00BB\u2018-\u201F\u2039\u203A\u2045\u2046]*/y;
const SPACES = /[\t \u00A0]*/y;
const GOES_ON = /[,\-:;\u2013\u2014.!?\u203C\u203D\u2047-\u2049]/y;
/** Before a small letter, the stop was that of an abbreviation. */
const BETWEEN =
  /[^A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0400-\u0481\u048A-\u052F.!?\u203C\u203D\u2047-\u2049\r\n]*/y;
/** Both cases in one letter. */
const TITLE_LETTERS = 'ǅǈǋǲ';

const endAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** The places after which a new sentence begins, the end of the text not among them; null where the text is not plain. */
export function plainEnds(text: string): readonly number[] | null {
  if (!PLAIN.test(text)) return null;
  const bare = text.replace(LOOKED_THROUGH, '');
  if (bare.length === text.length) return endsOf(text);
  return AFTER_PARAGRAPH.test(text) ? null : placesIn(text, endsOf(bare));
}

/** Places of the text without what is looked through, in the text itself: all that stands before a place is passed. */
function placesIn(text: string, ends: readonly number[]): readonly number[] {
  const places: number[] = [];
  let hidden = 0;
  let next = 0;
  for (const { index, 0: run } of text.matchAll(LOOKED_THROUGH)) {
    for (let end = ends[next]; end !== undefined && end + hidden < index; end = ends[++next]) places.push(end + hidden);
    hidden += run.length;
  }
  return [...places, ...ends.slice(next).map((end) => end + hidden)];
}

function endsOf(text: string): readonly number[] {
  const ends: number[] = [];
  TERM_OR_PARAGRAPH.lastIndex = 0;
  for (let found = TERM_OR_PARAGRAPH.exec(text); found !== null; found = TERM_OR_PARAGRAPH.exec(text)) {
    const end = isParagraph(found[0]) ? found.index + found[0].length : endOf(text, found.index);
    if (end === null) continue;
    if (end < text.length) ends.push(end);
    TERM_OR_PARAGRAPH.lastIndex = end;
  }
  return ends;
}

/** Of one letter, or of none beyond the text. */
const kindOfLetter = (letter: string): number => (letter === '' ? 0 : kindOf(letter.charCodeAt(0)));
const isTitle = (letter: string): boolean => letter !== '' && TITLE_LETTERS.includes(letter);
const isUpper = (letter: string): boolean => (kindOfLetter(letter) & UPPER) !== 0 || isTitle(letter);
const isLower = (letter: string): boolean => (kindOfLetter(letter) & LOWER) !== 0 || letter === 'ª' || letter === 'º';
const isCased = (letter: string): boolean => isUpper(letter) || isLower(letter);

const isParagraph = (found: string): boolean => found.startsWith('\r') || found.startsWith('\n');

/** After the sentence that this mark ends, or null where it ends none. */
function endOf(text: string, at: number): number | null {
  const isStop = text[at] === '.';
  const next = text.charAt(at + 1);
  if (isStop && ((next >= '0' && next <= '9') || (isUpper(next) && isCased(text.charAt(at - 1))))) return null;
  const end = endAt(SPACES, text, endAt(CLOSERS, text, at + 1));
  const paragraph = endAt(PARAGRAPH, text, end);
  if (paragraph >= 0) return paragraph;
  if (isStop && isLower(text.charAt(endAt(BETWEEN, text, end)))) return null;
  return endAt(GOES_ON, text, end) >= 0 ? null : end;
}
