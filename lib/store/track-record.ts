/**
 * How a speaker's denials turned out: of those, which stand on claims that somebody confirmed later. Counts only, and
 * none at all under five days on which the speaker denied something: one press release that concerns five claims says
 * nothing of a speaker.
 */
import { isLater } from '../engine/figures/partial-date';
import type { Statement } from '../engine/pack/schema';
import type { DenialCount } from '../messages/protocol';

export const FEWEST_DAYS = 5;

/** `dates` are of one speaker's denials. A date without a day may be any of those with one, and so may an unknown one. */
export function countDenials(dates: readonly (string | null)[]): DenialCount {
  const known = [...new Set(dates)].filter((date) => date !== null);
  const surelyApart = known.filter((date) => !known.some((other) => other.startsWith(`${date}-`)));
  return { denials: dates.length, days: Math.max(surelyApart.length, Math.min(dates.length, 1)) };
}

/** Whether any of a claim's standing statements confirms it on a date that is surely later than the denial's. */
export function isConfirmedLater(denial: Statement, standing: readonly Statement[]): boolean {
  const { date } = denial;
  if (date === undefined) return false;
  return standing.some(
    (other) => other.kind === 'confirmation' && other.date !== undefined && isLater(other.date, date),
  );
}
