/**
 * A record's events in the order of their dates: the first report, reports, denials, views, and what came later. An event
 * that is known to the month or the year keeps its span; one without a date is told apart. Pure.
 */
import { compareDates, DAY_MS, dayNumber, spanOf } from '../engine/figures/partial-date';
import type { StatementKind } from '../engine/pack/schema';
import type { CardStatement } from '../messages/protocol';

/** Top to bottom, as they are drawn. */
export const LANES = ['first', 'report', 'denial', 'view', 'later'] as const;
export type Lane = (typeof LANES)[number];

export interface TimelineEvent {
  /** The statement's id; `first` for the first report. */
  readonly id: string;
  readonly lane: Lane;
  readonly kind: StatementKind;
  readonly who: string;
  readonly date: string | null;
}

export interface Timeline {
  readonly dated: readonly (TimelineEvent & { readonly date: string })[];
  readonly undated: readonly TimelineEvent[];
}

/** A report so long after the first one tells of what came later. */
const LATER_DAYS = 365;

function isMuchLater(date: string | null, first: string | null): boolean {
  const [at, from] = [date === null ? null : spanOf(date), first === null ? null : spanOf(first)];
  return at !== null && from !== null && dayNumber(at.first) - dayNumber(from.last) > LATER_DAYS;
}

function laneOf({ kind, date }: CardStatement, first: string | null): Lane {
  switch (kind) {
    case 'denial':
      return 'denial';
    case 'confirmation':
      return 'later';
    case 'report':
      return isMuchLater(date, first) ? 'later' : 'report';
    case 'doubt':
    case 'support':
    case 'comment':
      return 'view';
  }
}

export function makeTimeline(
  statements: readonly CardStatement[],
  firstReport: { readonly date: string | null; readonly by: string } | null,
): Timeline {
  const first: TimelineEvent[] =
    firstReport === null
      ? []
      : [{ id: 'first', lane: 'first', kind: 'report', who: firstReport.by, date: firstReport.date }];
  const events = [
    ...first,
    ...statements.map((statement) => ({
      id: statement.id,
      lane: laneOf(statement, firstReport?.date ?? null),
      kind: statement.kind,
      who: statement.speaker,
      date: statement.date,
    })),
  ];
  const isDated = (event: TimelineEvent): event is TimelineEvent & { readonly date: string } =>
    event.date !== null && spanOf(event.date) !== null;
  return {
    dated: events
      .filter(isDated)
      .toSorted((a, b) => compareDates(a.date, b.date) || LANES.indexOf(a.lane) - LANES.indexOf(b.lane)),
    undated: events.filter((event) => !isDated(event)),
  };
}

/** One dot of the drawing: events of one lane that fall together. Places are shares of the width, 0 to 1. */
export interface Dot {
  readonly lane: Lane;
  readonly at: number;
  /** What the events that are not known to the day leave open. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly events: readonly TimelineEvent[];
}

export interface TimelineDrawing {
  readonly lanes: readonly Lane[];
  readonly dots: readonly Dot[];
  /** Partial dates to write below. */
  readonly ticks: readonly { readonly date: string; readonly at: number }[];
}

/** Nearer than this share of the width, two dots would touch on a narrow screen. */
const NEAR = 0.06;
const MOST_TICKS = 6;
/** Years are written below what takes longer than this, first and last day below the rest. */
const YEARS_FROM_DAYS = 550;

interface Placed {
  readonly event: TimelineEvent;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function gather(placed: readonly Placed[]): readonly Dot[] {
  const dots: { lane: Lane; at: number; spans: Placed[]; events: TimelineEvent[] }[] = [];
  for (const one of placed.toSorted((a, b) => a.at - b.at)) {
    const near = dots.findLast((dot) => dot.lane === one.event.lane);
    const spans = one.to > one.from ? [one] : [];
    if (near !== undefined && one.at - near.at < NEAR) {
      near.events.push(one.event);
      near.spans.push(...spans);
    } else dots.push({ lane: one.event.lane, at: one.at, spans, events: [one.event] });
  }
  return dots.map(({ spans, ...dot }) => ({ ...dot, spans: spans.map(({ from, to }) => ({ from, to })) }));
}

export function drawTimeline({ dated }: Timeline): TimelineDrawing {
  const spans = dated.flatMap((event) => {
    const span = spanOf(event.date);
    return span === null ? [] : [{ event, first: dayNumber(span.first), last: dayNumber(span.last) }];
  });
  const start = Math.min(...spans.map(({ first }) => first));
  const length = Math.max(1, ...spans.map(({ last }) => last - start));
  const dots = gather(
    spans.map(({ event, first, last }) => {
      const [from, to] = [(first - start) / length, (last - start) / length];
      return { event, from, to, at: (from + to) / 2 };
    }),
  );
  const ticks = spans.length === 0 ? [] : listTicks(start, length);
  return { lanes: LANES.filter((lane) => dots.some((dot) => dot.lane === lane)), dots, ticks };
}

function listTicks(start: number, length: number): TimelineDrawing['ticks'] {
  const dayOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
  const [first, last] = [dayOf(start), dayOf(start + length)];
  if (length < YEARS_FROM_DAYS) {
    return [
      { date: first, at: 0 },
      { date: last, at: 1 },
    ];
  }
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const step = Math.ceil((to - from + 1) / MOST_TICKS);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => String(from + i * step)).map((date) => ({
    date,
    at: Math.max(0, (dayNumber(`${date}-01-01`) - start) / length),
  }));
}
