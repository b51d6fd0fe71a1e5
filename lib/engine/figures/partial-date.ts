/**
 * Partial dates ("2024-04-28", "2024-04", "2024") as the span of days that they leave open. Compared only where the
 * spans say so: "2024" is neither before nor after "2024-04-28". Pure; the database page, the store and the card use it.
 */
export interface DaySpan {
  /** ISO days, both included. */
  readonly first: string;
  readonly last: string;
}

export const DAY_MS = 86_400_000;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Null for what is no partial date. */
export function spanOf(date: string): DaySpan | null {
  const [, year, month, day] = PARTIAL.exec(date) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return Number.isNaN(Date.parse(date)) ? null : { first: date, last: date };
  if (Number(month) < 1 || Number(month) > 12) return null;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return { first: `${year}-${month}-01`, last };
}

/** Days since 1970, for distances. */
export const dayNumber = (isoDay: string): number => Math.round(Date.parse(isoDay) / DAY_MS);

/** Whether all of `date` comes after all of `than`. */
export function isLater(date: string, than: string): boolean {
  const [span, other] = [spanOf(date), spanOf(than)];
  return span !== null && other !== null && span.first > other.last;
}

/** By first day, then the shorter span, so that "2024-01-01" stands before "2024". */
export function compareDates(a: string, b: string): number {
  const [one, other] = [spanOf(a), spanOf(b)];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (one.first !== other.first) return one.first < other.first ? -1 : 1;
  if (one.last !== other.last) return one.last < other.last ? -1 : 1;
  return 0;
}
