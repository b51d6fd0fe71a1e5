/** A page with more claims than its messages hold says the first of them, and is not refused. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fitAsked, fitFound } from '../../../lib/messages/fit';
import { REQUESTS } from '../../../lib/messages/requests';

function isTaken(verb: 'page/found' | 'claims/for-page', request: unknown): boolean {
  const { schema, maxLength } = REQUESTS[verb];
  return JSON.stringify(request).length <= maxLength && v.safeParse(schema, request).success;
}

const EVERY_CAP = ['text', 'marks', 'fought', 'failed'] as const;
const ids = (count: number, length: number) =>
  Array.from({ length: count }, (_, nth) => `${nth}/`.padEnd(Math.max(length, 6), 'x'));

test.each([
  [0, 40],
  [1, 200],
  [60, 40],
  [120, 40],
  [1000, 6],
  [3000, 6],
  [3000, 200],
])('of %i claims with names of %i characters as many are told as there is room for', (count, length) => {
  const all = ids(count, length);
  const asked = fitAsked(all);
  expect(isTaken('claims/for-page', { ids: asked })).toBe(true);
  expect(asked).toEqual(all.slice(0, asked.length));
  expect(asked.length).toBeGreaterThanOrEqual(Math.min(count, 150));

  const counts = all.map((id) => [id, 99_999] as const);
  const told = fitFound({ counts, capped: EVERY_CAP });
  expect(isTaken('page/found', told)).toBe(true);
  expect(told.counts).toEqual(counts.slice(0, told.counts.length));
  expect(told.counts.length).toBeGreaterThanOrEqual(Math.min(count, 18));
  expect(told.capped.includes('claims')).toBe(told.counts.length < count);
});
