/**
 * Says a date known to the day, the month or the year ("28 Apr 2024", "April 2024", "2024") in a language of the interface.
 * Anything else comes back unchanged: a date that cannot be told is still shown as it is written.
 */
import type { Language } from './words';

/** British order puts the day first, as the other two languages do. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', kk: 'kk' };

const PARTIAL = /^(\d{4})-(\d{2})(?:-(\d{2}))?/;

export function sayDate(date: string, lang: Language): string {
  const [, year, month, day] = PARTIAL.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1'));
  if (Number.isNaN(at)) return date;
  const parts: Intl.DateTimeFormatOptions =
    day === undefined ? { year: 'numeric', month: 'long' } : { year: 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(LOCALES[lang], { ...parts, timeZone: 'UTC' }).format(at);
}
