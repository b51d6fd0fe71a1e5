/** The page's day beside the record's. */
import { expect, test } from 'vitest';
import { readAsOf, type AsOf } from '../../../lib/page/as-of';
import type { CardStatement } from '../../../lib/messages/protocol';
import { SAMPLE_DENIAL } from '../components/samples';

const said = (kind: CardStatement['kind'], date: string | null, speaker = 'Ministry'): CardStatement => ({
  ...SAMPLE_DENIAL,
  kind,
  date,
  speaker,
});
const DENIED = [said('denial', '2024-05-01', 'Embassy'), said('denial', '2024-04-28'), said('doubt', '2024-04-01')];

test.each<[string | null, readonly CardStatement[], Partial<AsOf> | null]>([
  ['2024-04-26', DENIED, { event: 'denial', speaker: 'Ministry', when: 'before', n: 2, unit: 'days' }],
  ['2024-04-28', DENIED, { when: 'same', n: 0, unit: 'days' }],
  ['2024-06-27', DENIED, { when: 'after', n: 60, unit: 'days' }],
  ['2024-06-28', DENIED, { when: 'after', n: 2, unit: 'months' }],
  ['2022-04-28', DENIED, { when: 'before', n: 2, unit: 'years' }],
  ['2024-04-26', [said('confirmation', '2024-05-26', 'Maker')], { event: 'confirmation', speaker: 'Maker', n: 30 }],
  // A denial stands before a confirmation, whichever came first.
  ['2024-04-26', [said('confirmation', '2024-04-01'), ...DENIED], { event: 'denial' }],
  ['2024-04-26', [said('denial', '2024-04'), said('denial', '2024'), said('denial', null)], null],
  ['2024-04-26', [said('doubt', '2024-04-28')], null],
  [null, DENIED, null],
  ['soon', DENIED, null],
])('of %s beside %#', (day, statements, expected) => {
  const found = readAsOf(day, statements);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});
