/** A moment as day and time of the reader's own clock. */
import { sayDate, sayTime } from '../../lib/words/dates';
import type { Language, SayWord } from '../../lib/words/words';

/** `at` in milliseconds since 1970. */
export function sayMoment(at: number, say: SayWord, lang: Language): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return say('packs.moment', { date: sayDate(parts.join('-'), lang), time: sayTime(at, lang) });
}
