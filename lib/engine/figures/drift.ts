/**
 * Drift: where the passage counts the object or names a sum otherwise than the record does ("page: 90; record: 81 of
 * 117"). A figure in words, a range and "over 80" drift only where the record's figure lies outside what they say.
 */
import type { FigureDrift, Money } from '../types';
import type { Match } from '../match/match';
import type { Sentence } from '../match/sentence';
import type { Token } from '../text/tokens';
import { findAmounts } from './amounts';
import type { NumberMention } from './numbers';

export interface Figures {
  readonly quantity?: { readonly count: number; readonly of?: number | undefined } | undefined;
  readonly amounts?: readonly Money[] | undefined;
}

/** How many tokens may stand between the number and the thing ("81 retired Soviet-era combat aircraft"). */
const NUMBER_REACH = 5;
/** Sums are rounded on the way: nearer than this they are the same. */
const ROUNDING = 0.07;
/** A figure this many times the record's, or as much less, counts something else: all that there are, the price of one. */
const SAME_KIND = 10;

export function driftOf(figures: Figures, match: Match, sentence: Sentence): FigureDrift[] {
  return [...countDrift(figures, match, sentence), ...sumDrift(figures, sentence)];
}

/** Whether the passage counts so many of the object that the record's deal can hardly be what it is about. */
export function isOutOfProportion({ quantity }: Figures, match: Match, sentence: Sentence): boolean {
  const number = countOf(match, sentence);
  const most = Math.max(quantity?.count ?? Infinity, quantity?.of ?? 0);
  return number !== null && number.low > most * SAME_KIND;
}

/** How many of the object the passage says there are. */
function countOf(match: Match, sentence: Sentence): NumberMention | null {
  const object = match.filled.find((f) => f.role === 'object');
  if (!object) return null;
  const number = sentence.numbers.findLast((n) => n.to <= object.from && object.from - n.to <= NUMBER_REACH);
  if (!number || !isCount(number, sentence)) return null;
  return sentence.tokens.slice(number.to, object.from).every((t) => t.kind === 'word') ? number : null;
}

function countDrift({ quantity }: Figures, match: Match, sentence: Sentence): FigureDrift[] {
  const number = countOf(match, sentence);
  if (!quantity || !number) return [];
  if ([quantity.count, quantity.of].some((n) => n !== undefined && n >= number.low && n <= number.high)) return [];
  const record = quantity.of === undefined ? String(quantity.count) : `${quantity.count} / ${quantity.of}`;
  return [{ role: 'count', page: sayNumber(number, sentence), record }];
}

/** A number that is part of a name, a year or a fraction says nothing about how many. */
function isCount({ value, from }: NumberMention, { tokens }: Sentence): boolean {
  if (!Number.isInteger(value) || value <= 1 || (value >= 1900 && value <= 2100)) return false;
  const [before, first] = [tokens[from - 1], tokens[from]];
  const touches = before?.kind === 'word' && first !== undefined && first.start - before.end <= 1;
  return !(touches && before.capital);
}

function sumDrift({ amounts = [] }: Figures, sentence: Sentence): FigureDrift[] {
  if (amounts.length === 0) return [];
  const said = findAmounts(sentence.tokens, sentence.numbers, sentence.grammar.currencies);
  return said.flatMap(({ currency, low, high, from, to }): FigureDrift[] => {
    const ours = amounts.filter((amount) => amount.currency === currency);
    const isOther = (value: number): boolean => value < low * (1 - ROUNDING) || value > high * (1 + ROUNDING);
    const isOfItsKind = ours.some(({ value }) => high * SAME_KIND > value && low < value * SAME_KIND);
    if (!isOfItsKind || !ours.every(({ value }) => isOther(value))) return [];
    const record = ours.map(({ value }) => `${currency.toUpperCase()} ${value}`).join(' / ');
    return [{ role: 'value', page: slice(sentence, from, to), record }];
  });
}

/** A plain number in digits, whatever words it is said in; a bounded one as the page has it. */
function sayNumber({ value, low, high, said }: NumberMention, sentence: Sentence): string {
  return low === high ? String(value) : slice(sentence, said.from, said.to);
}

function slice({ text, tokens }: Sentence, from: number, to: number): string {
  const [first, last]: readonly (Token | undefined)[] = [tokens[from], tokens[to - 1]];
  return text.slice(first?.start, last?.end);
}
