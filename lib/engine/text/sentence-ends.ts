/**
 * Where sentences end in a text of Latin and Cyrillic letters and common marks, by the rules of UAX #29
 * (https://unicode.org/reports/tr29/#Sentence_Boundaries), which `Intl.Segmenter` follows for all scripts: a browser takes
 * ten milliseconds to make one in each new process, before the first sentence is read. Law: the same places.
 */

/** Letters that stand alone, marks, and none of what those rules look through. */
const PLAIN =
  /^[\t\n\r -~\u00A0-\u00AC\u00AE-\u02AF\u0400-\u0481\u048A-\u052F\u2010-\u2023\u2026\u2030-\u205E\u20A0-\u20BF\u2116]*$/;
const TERM_OR_PARAGRAPH = /[.!?\u203C\u203D\u2047-\u2049]|\r\n|[\r\n]/g;
const PARAGRAPH = /\r\n|[\r\n]/y;
const CLOSERS = /["'()[\]{}\u00AB\u00BB\u2018-\u201F\u2039\u203A\u2045\u2046]*/y;
const SPACES = /[\t \u00A0]*/y;
const GOES_ON = /[,\-:;\u2013\u2014.!?\u203C\u203D\u2047-\u2049]/y;
/** Before a small letter, the stop was that of an abbreviation. */
const BETWEEN =
  /[^A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0400-\u0481\u048A-\u052F.!?\u203C\u203D\u2047-\u2049\r\n]*/y;
const LOWER = /\p{Lowercase}/u;
const CASED = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u;
const UPPER = /[\p{Uppercase}\p{Lt}]/u;

const endAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** The places after which a new sentence begins, the end of the text not among them; null where the text is not plain. */
export function plainEnds(text: string): readonly number[] | null {
  if (!PLAIN.test(text)) return null;
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

const isParagraph = (found: string): boolean => found.startsWith('\r') || found.startsWith('\n');

/** After the sentence that this mark ends, or null where it ends none. */
function endOf(text: string, at: number): number | null {
  const isStop = text[at] === '.';
  const next = text.charAt(at + 1);
  if (isStop && ((next >= '0' && next <= '9') || (UPPER.test(next) && CASED.test(text.charAt(at - 1))))) return null;
  const end = endAt(SPACES, text, endAt(CLOSERS, text, at + 1));
  const paragraph = endAt(PARAGRAPH, text, end);
  if (paragraph >= 0) return paragraph;
  if (isStop && LOWER.test(text.charAt(endAt(BETWEEN, text, end)))) return null;
  return endAt(GOES_ON, text, end) >= 0 ? null : end;
}
