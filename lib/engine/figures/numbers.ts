/**
 * Numbers of a token run, in digits and in words, as values: "81", "eighty-one", "пятьсот", "half a thousand",
 * "2.26 million". A number in words is read as the usual sum and product: small numbers add, hundred and more multiply.
 * "80 to 90", "over 80" and "about 80" are numbers with bounds.
 */
import { openPhrases, type IsEnding, type Phrases, type Spoken, type WordList } from '../lexicon/phrases';
import type { Language } from '../pack/schema';
import { fold } from '../text/fold';
import { tokenize, type Token } from '../text/tokens';

export interface NumberMention {
  /** The first of a range. */
  readonly value: number;
  /** What it may stand for: both are `value` where it is said outright. */
  readonly low: number;
  readonly high: number;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The same with the word that bounds it: "over 80". */
  readonly said: { readonly from: number; readonly to: number };
}

type Bound = keyof Language['bounds'];

export interface NumberWords {
  readonly values: Pick<ReadonlyMap<string, number>, 'get'>;
  /** Words that may stand between the parts of one number. */
  readonly links: Pick<WordList, 'has'>;
  /** Words between the ends of a range. */
  readonly ranges: Pick<WordList, 'has'>;
  readonly bounds: readonly (readonly [Bound, Phrases])[];
}

/** What a bounded number may stand for, as shares of it: "over 100" is said of 117, and not of 200. */
const REACH: Readonly<Record<Bound, readonly [low: number, high: number]>> = {
  over: [1, 1.2],
  under: [0.9, 1],
  about: [0.97, 1.03],
};
/** A range whose end is further off than this is two numbers. */
const WIDEST_RANGE = 3;
const FIRST_YEAR = 1900;
const DOZEN = 12;
/** Of the phrases that bound a number, those before it are at most this long. */
const LONGEST_BOUND = 4;

/** Words that are one token and their own key. */
const PLAIN_WORD = /^(?:[a-z]+|[\u0430-\u044F]+)$/u;

const keyOf = (word: string): string => (PLAIN_WORD.test(word) ? word : (tokenize(word)[0]?.key ?? word));

/** Words for numbers by their keys. */
export const numberValues = (language: Pick<Language, 'numbers'>): ReadonlyMap<string, number> =>
  new Map(Object.entries(language.numbers).map(([word, value]) => [keyOf(word), value] as const));

/** Marks that stand for "to" in any language. */
export const RANGE_MARKS = ['–', '—'];

export function openNumberWords(language: Spoken, isEnding: IsEnding): NumberWords {
  return {
    values: numberValues(language),
    links: new Set(language.and.map(fold)),
    ranges: new Set([...language.ranges.map(fold), ...RANGE_MARKS]),
    bounds: (Object.entries(language.bounds) as [Bound, string[]][]).map(([bound, phrases]) => [
      bound,
      openPhrases(phrases, isEnding),
    ]),
  };
}

export function findNumbers(tokens: readonly Token[], words: NumberWords): NumberMention[] {
  const found: NumberMention[] = [];
  let i = 0;
  while (i < tokens.length) {
    const mention = readNumber(tokens, i, words);
    if (mention) {
      const before = found.at(-1);
      const range = before && joinRange(before, mention, tokens, words);
      if (range) found[found.length - 1] = range;
      else found.push(mention);
    }
    i = mention?.to ?? i + 1;
  }
  return found.map((mention) => withBound(mention, tokens, words));
}

function readNumber(tokens: readonly Token[], from: number, words: NumberWords): NumberMention | null {
  let total = 0;
  let group = 0;
  let to = from;
  for (let i = from; i < tokens.length; i++) {
    const value = valueOf(tokens[i], words);
    if (value === null) {
      if (i > from && isLink(tokens, i, words)) continue;
      break;
    }
    const isDigits = tokens[i]?.kind === 'number';
    if (isDigits && i > from) break;
    if (!isDigits && value >= 1000) [total, group] = [total + (group || 1) * value, 0];
    else if (!isDigits && value === 100 && group > 0 && group < 100) group *= 100;
    else if (!isDigits && value === DOZEN && group > 0 && group < DOZEN) group *= DOZEN;
    // French counts in twenties: quatre-vingts.
    else if (!isDigits && value === 20 && group === 4) group = 80;
    else if (group === 0 || (!isDigits && value < group && fitsBelow(group, value))) group += value;
    else break;
    to = i + 1;
  }
  if (to === from) return null;
  const value = total + group;
  return { value, low: value, high: value, from, to, said: { from, to } };
}

/** 80 takes 1, 500 takes 17, 20 does not take 30. */
function fitsBelow(group: number, value: number): boolean {
  if (group === 80) return value < 20;
  return group % 100 === 0 ? value < 100 : group % 10 === 0 && value < 10;
}

/** "five hundred and eighty": a link counts only between two parts of one number. */
function isLink(tokens: readonly Token[], i: number, words: NumberWords): boolean {
  const before = valueOf(tokens[i - 1], words);
  const after = tokens[i + 1];
  if (before === 0.5) return tokens[i]?.key === 'a';
  if (before === null || after?.kind !== 'word' || !words.links.has(tokens[i]?.key ?? '')) return false;
  const next = words.values.get(after.key) ?? Infinity;
  return before >= 100 ? next < 100 : before >= 20 && before % 10 === 0 && next < 10;
}

/** "80 to 90", "80–90", "40–50 million"; null where the two are no range. */
function joinRange(
  a: NumberMention,
  b: NumberMention,
  tokens: readonly Token[],
  words: NumberWords,
): NumberMention | null {
  // A hyphen is no token: its two numbers stand side by side, one character apart.
  const gap = (tokens[b.from]?.start ?? 0) - (tokens[a.to - 1]?.end ?? 0);
  const isHyphen = a.to === b.from && gap === 1;
  const isLinked = isHyphen || (b.from === a.to + 1 && words.ranges.has(tokens[a.to]?.key ?? ''));
  if (!isLinked || a.low !== a.high) return null;
  const scale = b.value / (valueOf(tokens[b.from], words) ?? b.value);
  const low = scale >= 1000 && a.value < 1000 ? a.value * scale : a.value;
  const areYears = low >= FIRST_YEAR && b.value <= FIRST_YEAR + 200;
  if (b.value <= low || b.value > low * WIDEST_RANGE || areYears) return null;
  return { value: low, low, high: b.value, from: a.from, to: b.to, said: { from: a.from, to: b.to } };
}

/** "over 80", "80-нен астам": the bounding word stands right before the number, or after it and its ending. */
function withBound(mention: NumberMention, tokens: readonly Token[], words: NumberWords): NumberMention {
  const { from, to, value } = mention;
  if (mention.low !== mention.high) return mention;
  for (const [bound, phrases] of words.bounds) {
    const before = phrases.all(tokens, Math.max(0, from - LONGEST_BOUND), from).find((hit) => hit.to === from);
    const after = [to, to + 1].find((at) => phrases.at(tokens, at) > 0);
    if (!before && after === undefined) continue;
    const said = before ? { from: before.from, to } : { from, to: phrases.at(tokens, after ?? to) };
    const [low, high] = REACH[bound];
    return { ...mention, low: value * low, high: value * high, said };
  }
  return mention;
}

function valueOf(token: Token | undefined, words: NumberWords): number | null {
  if (token === undefined) return null;
  if (token.kind === 'number') return token.value;
  return token.kind === 'word' ? (words.values.get(token.key) ?? null) : null;
}
