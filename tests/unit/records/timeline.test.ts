/** The order of events whose dates are known to the day, the month, the year, or not at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDates, isLater, spanOf } from '../../../lib/engine/figures/partial-date';
import { drawTimeline, makeTimeline } from '../../../lib/records/timeline';
import type { StatementKind } from '../../../lib/engine/pack/schema';
import { SAMPLE_DENIAL } from '../components/samples';

const event = (id: string, kind: StatementKind, date: string | null) => ({ ...SAMPLE_DENIAL, id, kind, date });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partialDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

test.each([
  ['2024-04-28', { first: '2024-04-28', last: '2024-04-28' }],
  ['2024-02', { first: '2024-02-01', last: '2024-02-29' }],
  ['2023', { first: '2023-01-01', last: '2023-12-31' }],
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
] as const)('that %s is later than %s is %o', (date, than, is) => {
  expect(isLater(date, than)).toBe(is);
});

test('property: dates are in one order, and what is surely later never stands before', () => {
  fc.assert(
    fc.property(partialDate, partialDate, partialDate, (a, b, c) => {
      expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      if (isLater(a, b)) expect(compareDates(a, b)).toBe(1);
    }),
  );
});

describe('a timeline', () => {
  const timeline = makeTimeline(
    [
      event('c', 'confirmation', '2025-01'),
      event('u', 'doubt', null),
      event('d', 'denial', '2024-04-28'),
      event('r', 'report', '2024-04-26'),
      event('late', 'report', '2025-06-01'),
      event('m', 'comment', '2024-04'),
    ],
    { date: '2024-04-26', by: 'A channel' },
  );

  test('tells the events in the order of their dates, and those without one apart', () => {
    expect(timeline.dated.map(({ id }) => id)).toEqual(['m', 'first', 'r', 'd', 'c', 'late']);
    expect(timeline.undated.map(({ id }) => id)).toEqual(['u']);
  });

  test('has a line for each kind of event', () => {
    const lanes = Object.fromEntries([...timeline.dated, ...timeline.undated].map(({ id, lane }) => [id, lane]));
    expect(lanes).toEqual({
      first: 'first',
      r: 'report',
      d: 'denial',
      m: 'view',
      u: 'view',
      c: 'later',
      late: 'later',
    });
  });

  test('writes years below what took years, and days below what took less', () => {
    expect(drawTimeline(timeline).ticks.map(({ date }) => date)).toEqual(['2024-04-01', '2025-06-01']);
    const long = makeTimeline([event('a', 'report', '2020'), event('b', 'denial', '2024-04')], null);
    expect(drawTimeline(long).ticks.map(({ date }) => date)).toEqual(['2020', '2021', '2022', '2023', '2024']);
  });
});

test('a record without a date has nothing to draw', () => {
  const nothing = makeTimeline([event('u', 'doubt', null)], { date: null, by: 'A channel' });
  expect(nothing.undated).toHaveLength(2);
  expect(drawTimeline(nothing)).toEqual({ lanes: [], dots: [], ticks: [] });
});

test('property: every dated event is drawn once, within the width', () => {
  const kind = fc.constantFrom<StatementKind>('denial', 'doubt', 'support', 'confirmation', 'report', 'comment');
  const statements = fc.array(fc.tuple(kind, fc.option(partialDate, { nil: null })), { maxLength: 12 });
  fc.assert(
    fc.property(statements, (rows) => {
      const timeline = makeTimeline(
        rows.map(([one, date], i) => event(String(i), one, date)),
        null,
      );
      const { dots, ticks } = drawTimeline(timeline);
      const drawn = dots.flatMap(({ events }) => events.map(({ id }) => id));
      expect(drawn.toSorted()).toEqual(timeline.dated.map(({ id }) => id).toSorted());
      const places = [
        ...dots.flatMap(({ at, spans }) => [at, ...spans.flatMap(({ from, to }) => [from, to])]),
        ...ticks.map(({ at }) => at),
      ];
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(1);
      }
      expect(timeline.dated.length + timeline.undated.length).toBe(rows.length);
    }),
  );
});
