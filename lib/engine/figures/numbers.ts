/**
 * Numbers of a token run, in digits and in words, as values: "81", "eighty-one", "пятьсот", "half a thousand",
 * "2.26 million". A number in words is read as the usual sum and product: small numbers add, hundred and more multiply.
 */
import type { Language } from '../pack/schema';
import { fold } from '../text/fold';
import { tokenize, type Token } from '../text/tokens';

export interface NumberMention {
  readonly value: number;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export interface NumberWords {
  readonly values: ReadonlyMap<string, number>;
  /** Words that may stand between the parts of one number. */
  readonly links: ReadonlySet<string>;
}

export function openNumberWords(languages: readonly Language[]): NumberWords {
  const values = languages.flatMap((language) =>
    Object.entries(language.numbers).map(([word, value]) => [tokenize(word)[0]?.key ?? word, value] as const),
  );
  return { values: new Map(values), links: new Set(languages.flatMap((language) => language.and.map(fold))) };
}

export function findNumbers(tokens: readonly Token[], words: NumberWords): NumberMention[] {
  const found: NumberMention[] = [];
  let i = 0;
  while (i < tokens.length) {
    const mention = readNumber(tokens, i, words);
    if (mention) found.push(mention);
    i = mention?.to ?? i + 1;
  }
  return found;
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
    // French counts in twenties: quatre-vingts.
    else if (!isDigits && value === 20 && group === 4) group = 80;
    else if (group === 0 || (!isDigits && value < group && fitsBelow(group, value))) group += value;
    else break;
    to = i + 1;
  }
  return to > from ? { value: total + group, from, to } : null;
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

function valueOf(token: Token | undefined, words: NumberWords): number | null {
  if (token === undefined) return null;
  if (token.kind === 'number') return token.value;
  return token.kind === 'word' ? (words.values.get(token.key) ?? null) : null;
}
