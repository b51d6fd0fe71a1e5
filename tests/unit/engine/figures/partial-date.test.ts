/** Dates of which only the month or the year is known: what they leave open, and their order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDates, dayNumber, isLater, spanOf } from '../../../../lib/engine/figures/partial-date';
import { anyDate } from '../../../support/any-date';

test.each([
  ['2024-04-28', { first: '2024-04-28', last: '2024-04-28' }],
  ['2024-02', { first: '2024-02-01', last: '2024-02-29' }],
  ['2023', { first: '2023-01-01', last: '2023-12-31' }],
  ['2024-01', { first: '2024-01-01', last: '2024-01-31' }],
  ['2024-12', { first: '2024-12-01', last: '2024-12-31' }],
  ['2024-00', null],
  ['2024-13', null],
  ['2024-04-99', null],
  ['spring', null],
] as const)('%s leaves open %o', (date, span) => {
  expect(spanOf(date)).toEqual(span);
});

test.each([
  ['2024-05-01', '2024-04-28', true],
  ['2024-05', '2024-04', true],
  ['2024', '2024-04-28', false],
  ['2024-04', '2024-04-28', false],
  ['2025', '2024', true],
  ['2024-04-28', '2024-04-28', false],
  ['later', '2024', false],
  ['2024', 'earlier', false],
] as const)('that %s is later than %s is %o', (date, than, is) => {
  expect(isLater(date, than)).toBe(is);
});

test.each([
  ['2024-01-01', '2024'],
  ['2024-01-01', '2024-01'],
  ['2024-01', '2024'],
  ['2023', '2024-01-01'],
  ['2023-12-31', '2024'],
  ['2024', '2024-01-02'],
  ['2024', 'some day'],
])('%s stands before %s', (first, second) => {
  expect(compareDates(first, second)).toBe(-1);
  expect(compareDates(second, first)).toBe(1);
});

test.each([
  ['2024', '2024'],
  ['2024-02', '2024-02'],
  ['2024-02-29', '2024-02-29'],
  ['some day', 'another'],
])('%s and %s stand at one place', (one, other) => {
  expect(compareDates(one, other)).toBe(0);
});

test('days are counted from the first of 1970', () => {
  expect(['1970-01-01', '1970-01-02', '2024-02-29'].map(dayNumber)).toEqual([0, 1, 19_782]);
});

test('property: dates are in one order, and what is surely later never stands before', () => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
      expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      if (isLater(a, b)) expect(compareDates(a, b)).toBe(1);
    }),
  );
});
