/**
 * Says a date known to the day, the month or the year ("28 Apr 2024", "April 2024", "2024") in a language of the interface.
 * Anything else comes back unchanged: a date that cannot be told is still shown as it is written.
 */
import type { Language } from './words';

/** British order puts the day before the month, as the other two languages do. */
const LOCALES = { en: 'en-GB', ru: 'ru' } as const;

/** Chromium ships no Kazakh month names and would write "M04". Short as the language abbreviates them, and in full. */
const KAZAKH_MONTHS = [
  ['қаң.', 'қаңтар'],
  ['ақп.', 'ақпан'],
  ['нау.', 'наурыз'],
  ['сәу.', 'сәуір'],
  ['мам.', 'мамыр'],
  ['мау.', 'маусым'],
  ['шіл.', 'шілде'],
  ['там.', 'тамыз'],
  ['қыр.', 'қыркүйек'],
  ['қаз.', 'қазан'],
  ['қар.', 'қараша'],
  ['жел.', 'желтоқсан'],
] as const;

/** Made once each: a formatter costs a hundred times what it then says. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${String(hasDay)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const parts: Intl.DateTimeFormatOptions = hasDay
    ? { year: 'numeric', month: 'short', day: 'numeric' }
    : { year: 'numeric', month: 'long' };
  const made = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

const PARTIAL = /^(\d{4})-(\d{2})(?:-(\d{2}))?/;

function sayKazakh(date: string, year: string, month: string, day: string | undefined): string {
  const [short, full] = KAZAKH_MONTHS[Number(month) - 1] ?? [];
  if (short === undefined || full === undefined) return date;
  return day === undefined ? `${year} ж. ${full}` : `${year} ж. ${Number(day)} ${short}`;
}

/** A moment as the clock shows it here: "14:35". Kazakh writes the hours as Russian does. */
export function sayTime(at: number, lang: Language): string {
  const locale = lang === 'en' ? LOCALES.en : LOCALES.ru;
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}

export function sayDate(date: string, lang: Language): string {
  const [, year, month, day] = PARTIAL.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  if (lang === 'kk') return sayKazakh(date, year, month, day);
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1'));
  if (Number.isNaN(at)) return date;
  return formatterFor(LOCALES[lang], day !== undefined).format(at);
}
