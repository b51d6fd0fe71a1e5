/** Drift: where the passage counts the object otherwise than the record does ("page: 90; record: 81 of 117"). */
import type { FigureDrift } from '../types';
import type { Match } from '../match/match';
import type { Sentence } from '../match/sentence';

export interface Quantity {
  readonly count: number;
  readonly of?: number | undefined;
}

/** How many tokens may stand between the number and the thing ("81 retired Soviet-era combat aircraft"). */
const NUMBER_REACH = 5;

export function driftOf(quantity: Quantity | undefined, match: Match, sentence: Sentence): FigureDrift[] {
  const object = match.filled.find((f) => f.role === 'object');
  if (!quantity || !object) return [];
  const number = sentence.numbers.findLast((n) => n.to <= object.from && object.from - n.to <= NUMBER_REACH);
  if (!number || number.value === quantity.count || number.value === quantity.of) return [];
  // A number that is part of a name or a year says nothing about how many.
  const isCount = Number.isInteger(number.value) && number.value > 1 && !(number.value >= 1900 && number.value <= 2100);
  const before = sentence.tokens[number.from - 1];
  const first = sentence.tokens[number.from];
  const isName =
    before !== undefined &&
    first !== undefined &&
    before.kind === 'word' &&
    first.start - before.end <= 1 &&
    before.capital;
  const between = sentence.tokens.slice(number.to, object.from);
  if (!isCount || isName || between.some((t) => t.kind !== 'word')) return [];
  const record = quantity.of === undefined ? String(quantity.count) : `${quantity.count} / ${quantity.of}`;
  return [{ role: 'count', page: String(number.value), record }];
}
