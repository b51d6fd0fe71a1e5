/**
 * Anchor words: whether a text may name an anchor, told word by word from hashes alone, however many anchors there are.
 * Every form of an anchor is known by the first letters of one of its words, the one that tells most; a text without
 * such a word names none. May let too much through; never drops a text in which the lexicon finds an anchor.
 */
import { parseForm, type FormToken } from '../lexicon/forms';
import { growA, hasBit, joinA, setBit, settle, START_A } from '../lexicon/hash';
import { powerAbove } from '../index/strings';
import type { Sections } from '../index/sections';
import type { Concept } from '../pack/schema';
import { fold } from '../text/fold';
import { ACCENT, INVISIBLE, kindOf, LETTER, LETTER_APOSTROPHE } from '../text/letters';
import { isApostrophe, isSpace, tokenize } from '../text/tokens';
import { anchorConcepts } from './anchors';

export type AnchorSections = Pick<Sections, 'anchorBits' | 'anchorLengths'>;
type Forms = Pick<Concept, 'id' | 'is' | 'anchor' | 'forms'>;

const BITS_A_WORD = 16;
/** Few words in as many, which take four kilobytes, pass hardly any other. */
const LEAST_BITS = 16_384;
const HAS_LETTER = /\p{L}/u;
/** A shorter word stands in too many texts to tell much. */
const LEAST_TELLING = 5;
/** Of a longer word the first letters tell enough, and to ask at one length is what makes the walk cheap. */
const MOST_LETTERS = 6;

/** Among the lengths: every text passes. */
const ANY_TEXT = 0;
/** How a word is known: by its first letters, as a whole, or as one that counts in one spelling, and in which. */
const BEGINNING = 0x7feb352d;
const WHOLE = 0x68e31da4;
const SPELLED = 0x1b873593;
const SPELLING = 0x3c6ef372;

function hashWord(word: string, how: number): number {
  let hash = START_A;
  for (let i = 0; i < word.length; i++) hash = growA(hash, word.charCodeAt(i));
  return hash ^ how;
}

/** Three bits for each hash: with sixteen a word, one word in two hundred passes by chance, mostly fewer. */
const secondOf = (first: number): number => settle(first ^ START_A);
const thirdOf = joinA;

const tokensOf = ({ forms }: Forms): readonly (readonly FormToken[])[] =>
  Object.values(forms)
    .flat()
    .map(parseForm)
    .flatMap((form) => (typeof form === 'string' ? [] : [form.tokens]));

/**
 * The words by which anchors are known, as bits, and the lengths at which a word is asked about before its end. What a
 * form of one word knows need not be known again; of other forms it is the rarest long word that names nothing else.
 */
export function writeAnchorWords(concepts: readonly Forms[]): AnchorSections {
  const anchors = new Set(anchorConcepts(concepts));
  const everyday = new Set(
    concepts
      .filter((concept) => !anchors.has(concept))
      .flatMap((one) =>
        tokensOf(one)
          .flat()
          .map(({ key }) => key),
      ),
  );
  const forms = [...anchors].flatMap(tokensOf);
  const counts = new Map<string, number>();
  for (const { key } of forms.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rarity = ({ key }: FormToken): number => counts.get(key) ?? 0;

  const hashes = new Set<number>();
  const lengths = new Set<number>();
  const add = ({ key, match, exact }: FormToken): void => {
    const isBeginning = match !== 'whole' || key.length > MOST_LETTERS;
    const known = key.slice(0, MOST_LETTERS);
    if (isBeginning) lengths.add(known.length);
    hashes.add(hashWord(known, isBeginning ? BEGINNING : exact === null ? WHOLE : SPELLED));
    if (exact !== null && !isBeginning) hashes.add(hashWord(exact, SPELLING));
  };
  const isKnown = ({ key, match }: FormToken): boolean =>
    [...lengths].some((length) => hashes.has(hashWord(key.slice(0, length), BEGINNING))) ||
    (match === 'whole' && hashes.has(hashWord(key, WHOLE)));
  const words = forms.map((tokens) => tokens.filter(({ key }) => HAS_LETTER.test(key) && !key.startsWith("'")));
  // One that has no word at all could stand in any text.
  if (words.some((form) => form.length === 0)) lengths.add(ANY_TEXT);
  for (const [only, ...others] of words) if (only !== undefined && others.length === 0) add(only);
  for (const form of words) {
    if (form.some(isKnown)) continue;
    const byLength = form.toSorted((a, b) => b.key.length - a.key.length);
    const own = byLength.filter(({ key }) => key.length >= LEAST_TELLING && !everyday.has(key));
    const telling = own.toSorted((a, b) => rarity(a) - rarity(b))[0] ?? byLength[0];
    if (telling !== undefined) add(telling);
  }
  const anchorBits = new Uint8Array(powerAbove(Math.max(hashes.size * BITS_A_WORD, LEAST_BITS) / 8));
  for (const hash of hashes) {
    const first = settle(hash);
    const second = secondOf(first);
    for (const place of [first, second, thirdOf(first, second)]) setBit(anchorBits, place);
  }
  return { anchorBits, anchorLengths: Uint8Array.from([...lengths].sort((a, b) => a - b)) };
}

/** What a letter is to the walk over a text: its folded code, or one of these. */
const UNSEEN = 0;
const NO_LETTER = 1;
const ODD = 2;
/** Letters below have a place in the table. */
const TABLED = 0x530;
const FIRST_CYRILLIC = 0x400;
const BOTH_SCRIPTS = 3;
const CYRILLIC_ALONE = 2;

/** Dashes, quotation marks and dots beyond the table, which part words; other characters there are looked at closely. */
const isPlainMark = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x205e) || code === 0xfffd;

/** A letter that folds by itself as it does in any word, or `ODD`. */
function classOf(code: number): number {
  const kind = kindOf(code);
  const isGreek = code >= 0x370 && code <= 0x3ff;
  if ((kind & (ACCENT | INVISIBLE)) !== 0 || code === LETTER_APOSTROPHE || isGreek) return ODD;
  if ((kind & LETTER) === 0) return NO_LETTER;
  const folded = fold(String.fromCharCode(code));
  return folded.length === 1 ? folded.charCodeAt(0) : ODD;
}

/** Whether a text may name an anchor. Time is linear in it, and most of it costs a few additions a letter. */
export function openAnchorWords({ anchorBits, anchorLengths }: AnchorSections): (text: string) => boolean {
  const classes = new Uint16Array(TABLED);
  const [firstLength = 0] = anchorLengths;
  if (anchorLengths.length > 0 && firstLength === ANY_TEXT) return () => true;

  const isKnown = (hash: number): boolean => {
    const first = settle(hash);
    if (!hasBit(anchorBits, first)) return false;
    const second = secondOf(first);
    return hasBit(anchorBits, second) && hasBit(anchorBits, thirdOf(first, second));
  };
  const isSpelled = (hash: number, spelling: string): boolean =>
    isKnown(hash ^ SPELLED) && isKnown(hashWord(spelling, SPELLING));

  /** A word by its key, as the lexicon gets it. */
  const isKey = (key: string, spelling: string): boolean => {
    for (const length of anchorLengths)
      if (length <= key.length && isKnown(hashWord(key.slice(0, length), BEGINNING))) return true;
    const hash = hashWord(key, 0);
    return isKnown(hash ^ WHOLE) || isSpelled(hash, spelling);
  };
  /** What stands between two spaces, cut and folded as everywhere. */
  const isChunk = (text: string): boolean =>
    tokenize(text).some(({ kind, key, start, end }) => kind === 'word' && isKey(key, text.slice(start, end)));

  return (text) => {
    const { length } = text;
    for (let at = 0; at < length; at++) {
      const first = at;
      let hash = START_A;
      let next = firstLength;
      let scripts = 0;
      let code = 0;
      let letter = NO_LETTER;
      for (; at < length; at++) {
        code = text.charCodeAt(at);
        letter = code < TABLED ? (classes[code] ?? ODD) : isPlainMark(code) ? NO_LETTER : ODD;
        if (letter === UNSEEN) letter = classes[code] = classOf(code);
        if (letter <= ODD) break;
        scripts |= letter < FIRST_CYRILLIC ? 1 : CYRILLIC_ALONE;
        const long = at - first + 1;
        if (long > MOST_LETTERS) continue;
        hash = growA(hash, letter);
        if (long !== next) continue;
        if (isKnown(hash ^ BEGINNING)) return true;
        next = anchorLengths.find((one) => one > long) ?? 0;
      }
      // Inside a Cyrillic word an apostrophe is a part of it.
      if (letter === ODD || scripts === BOTH_SCRIPTS || (scripts === CYRILLIC_ALONE && isApostrophe(code))) {
        let from = first;
        while (from > 0 && !isSpace(text.charCodeAt(from - 1))) from--;
        while (at < length && !isSpace(text.charCodeAt(at))) at++;
        if (isChunk(text.slice(from, at))) return true;
      } else if (at > first && at - first <= MOST_LETTERS) {
        if (isKnown(hash ^ WHOLE) || isSpelled(hash, text.slice(first, at))) return true;
      }
    }
    return false;
  };
}
