/**
 * The page's day beside the record's: how long before or after the first denial (else the first confirmation) a page was
 * published. Only where both are known to the day. Pure.
 */
import { dayNumber, spanOf } from '../engine/figures/partial-date';
import type { CardStatement } from '../messages/protocol';

export interface AsOf {
  /** What the page's day stands beside. */
  readonly event: 'denial' | 'confirmation';
  readonly speaker: string;
  /** `before`: the page came first. */
  readonly when: 'before' | 'same' | 'after';
  /** Whole units, never 0 unless `same`. */
  readonly n: number;
  readonly unit: 'days' | 'months' | 'years';
}

const MOST_DAYS = 60;
const MOST_MONTHS = 23;
const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

function firstOf(statements: readonly CardStatement[], kind: AsOf['event']): { day: string; speaker: string } | null {
  let first: { day: string; speaker: string } | null = null;
  for (const statement of statements) {
    if (statement.kind !== kind || statement.date === null || statement.date.length !== 10) continue;
    if (first === null || statement.date < first.day) first = { day: statement.date, speaker: statement.speaker };
  }
  return first;
}

function inUnits(days: number): Pick<AsOf, 'n' | 'unit'> {
  if (days <= MOST_DAYS) return { n: days, unit: 'days' };
  const months = Math.floor(days / DAYS_A_MONTH);
  if (months <= MOST_MONTHS) return { n: months, unit: 'months' };
  return { n: Math.floor(days / DAYS_A_YEAR), unit: 'years' };
}

/** Null where the page tells no day, or no denial and no confirmation is known to the day. */
export function readAsOf(pageDay: string | null, statements: readonly CardStatement[]): AsOf | null {
  if (pageDay === null || spanOf(pageDay) === null) return null;
  for (const event of ['denial', 'confirmation'] as const) {
    const first = firstOf(statements, event);
    if (first === null || spanOf(first.day) === null) continue;
    const days = dayNumber(first.day) - dayNumber(pageDay);
    const when = days === 0 ? 'same' : days > 0 ? 'before' : 'after';
    return { event, speaker: first.speaker, when, ...inUnits(Math.abs(days)) };
  }
  return null;
}
