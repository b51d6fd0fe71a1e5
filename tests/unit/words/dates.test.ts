/** Dates known to the day, the month or the year, in each language, whatever locales the machine knows. */
import { expect, test } from 'vitest';
import { sayDate } from '../../../lib/words/dates';

test.each([
  ['2024-04-28', 'en', '28 Apr 2024'],
  ['2024-04', 'en', 'April 2024'],
  ['2024', 'en', '2024'],
  ['2024-04-28', 'ru', '28 апр. 2024 г.'],
  ['2024-04', 'ru', 'апрель 2024 г.'],
  ['2024', 'ru', '2024'],
  ['2024-04-08', 'kk', '2024 ж. 8 сәу.'],
  ['2024-12', 'kk', '2024 ж. желтоқсан'],
  ['2024', 'kk', '2024'],
  ['2026-01-05T23:30:00.000Z', 'en', '5 Jan 2026'],
] as const)('says %s in %s as %s', (date, lang, said) => {
  expect(sayDate(date, lang)).toBe(said);
});

test.each(['', 'spring 2024', '2024-13'] as const)(
  'shows %o as it is written where it is no date in Kazakh',
  (date) => {
    expect(sayDate(date, 'kk')).toBe(date);
  },
);
