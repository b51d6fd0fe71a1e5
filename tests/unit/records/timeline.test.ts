/** The order of events whose dates are known to the day, the month, the year, or not at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawTimeline, makeTimeline } from '../../../lib/records/timeline';
import type { StatementKind } from '../../../lib/engine/pack/schema';
import { anyDate } from '../../support/any-date';
import { SAMPLE_DENIAL } from '../components/samples';

const event = (id: string, kind: StatementKind, date: string | null) => ({ ...SAMPLE_DENIAL, id, kind, date });
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
  const statements = fc.array(fc.tuple(kind, fc.option(anyDate, { nil: null })), { maxLength: 12 });
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
