/**
 * Numbers of a token run, in digits and in words, as values: "81", "eighty-one", "пятьсот", "half a thousand",
 * "2.26 million". A number in words is read as the usual sum and product: small numbers add, hundred and more multiply.
 */
import type { Language } from '../pack/schema';
import { tokenize, type Token } from '../text/tokens';

export interface NumberMention {
  readonly value: number;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export type NumberWords = ReadonlyMap<string, number>;

export function openNumberWords(languages: readonly Language[]): NumberWords {
  return new Map(
    languages.flatMap((language) =>
      Object.entries(language.numbers).map(([word, value]) => [tokenize(word)[0]?.key ?? word, value] as const),
    ),
  );
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
    else if (group === 0 || (!isDigits && value < group && fitsBelow(group, value))) group += value;
    else break;
    to = i + 1;
  }
  return to > from ? { value: total + group, from, to } : null;
}

/** 80 takes 1, 500 takes 17, 20 does not take 30. */
function fitsBelow(group: number, value: number): boolean {
  return group % 100 === 0 ? value < 100 : group % 10 === 0 && value < 10;
}

/** "five hundred and eighty": a link counts only between two parts of one number. */
function isLink(tokens: readonly Token[], i: number, words: NumberWords): boolean {
  const before = valueOf(tokens[i - 1], words);
  const after = tokens[i + 1];
  if (before === 0.5) return tokens[i]?.key === 'a';
  return (
    tokens[i]?.key === 'and' &&
    before !== null &&
    before >= 100 &&
    after?.kind === 'word' &&
    (words.get(after.key) ?? 1000) < 100
  );
}

function valueOf(token: Token | undefined, words: NumberWords): number | null {
  if (token === undefined) return null;
  if (token.kind === 'number') return token.value;
  return token.kind === 'word' ? (words.get(token.key) ?? null) : null;
}
