/**
 * How a speaker's denials turned out: of those, which stand on claims that somebody confirmed later. Counts only, and
 * none at all under five: a few cases say nothing of a speaker.
 */
import { isLater } from '../engine/figures/partial-date';
import type { Statement } from '../engine/pack/schema';

export const FEWEST_DENIALS = 5;

/** Whether any of a claim's standing statements confirms it on a date that is surely later than the denial's. */
export function isConfirmedLater(denial: Statement, standing: readonly Statement[]): boolean {
  const { date } = denial;
  if (date === undefined) return false;
  return standing.some(
    (other) => other.kind === 'confirmation' && other.date !== undefined && isLater(other.date, date),
  );
}
