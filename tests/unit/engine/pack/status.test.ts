import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPEAKER_CLASSES, STATEMENT_KINDS } from '../../../../lib/engine/pack/schema';
import type { Status } from '../../../../lib/messages/protocol';
import { computeStatus, statusesOf, type StandingStatement } from '../../../../lib/engine/pack/status';
import { soundPack } from '../../compile/sound';

const say = (text: string): readonly StandingStatement[] =>
  text === ''
    ? []
    : text.split(', ').map((words) => {
        const [speakerClass, kind] = words.split(' ') as [StandingStatement['speakerClass'], StandingStatement['kind']];
        return { kind, speakerClass };
      });

const TABLE: readonly (readonly [statements: string, status: Status])[] = [
  ['', 'reported'],
  ['outlet report', 'reported'],
  ['official comment', 'reported'],
  ['maker support', 'reported'],
  ['official support, outlet report', 'reported'],
  ['expert doubt', 'doubted'],
  ['official doubt', 'doubted'],
  ['expert denial', 'doubted'],
  ['maker denial, outlet support', 'doubted'],
  ['outlet denial', 'doubted'],
  ['official denial', 'denied'],
  ['official denial, expert doubt', 'denied'],
  ['official denial, outlet support, outlet report', 'denied'],
  ['official confirmation', 'confirmed'],
  ['maker confirmation', 'confirmed'],
  ['maker confirmation, expert denial', 'confirmed'],
  ['maker confirmation, official doubt', 'confirmed'],
  ['maker confirmation, official denial', 'contested'],
  ['official confirmation, official denial, expert doubt', 'contested'],
];

describe('the first rule that fits decides', () => {
  test.each(TABLE)('%s: %s', (statements, status) => {
    expect(computeStatus(say(statements), false)).toBe(status);
  });

  test.each(TABLE)('%s: superseded where the record names its successor', (statements) => {
    expect(computeStatus(say(statements), true)).toBe('superseded');
  });
});

test('the order of statements, and saying one twice, change nothing', () => {
  const statement = fc.record({
    kind: fc.constantFrom(...STATEMENT_KINDS),
    speakerClass: fc.constantFrom(...SPEAKER_CLASSES),
  });
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      const status = computeStatus(statements, false);
      expect(computeStatus(statements.toReversed(), false)).toBe(status);
      expect(computeStatus([...statements, ...statements], false)).toBe(status);
    }),
  );
});

describe('of the claims of a pack', () => {
  const pack = soundPack();
  const [claim] = pack.claims;
  const [statement] = claim?.statements ?? [];
  const [speaker] = pack.speakers;
  if (claim === undefined || statement === undefined || speaker === undefined)
    throw new Error('The sound pack is empty');
  const speakers = (['official', 'maker', 'outlet'] as const).map((one) => ({ ...speaker, id: one, class: one }));
  const said = (id: string, by: string, kind: typeof statement.kind, more: object = {}) => ({
    ...statement,
    id,
    kind,
    speaker: by,
    ...more,
  });

  test.each([
    ['a denial and what was reported', [said('a', 'outlet', 'report'), said('b', 'official', 'denial')], 'denied'],
    [
      'a denial that its speaker replaced',
      [said('a', 'official', 'denial'), said('b', 'official', 'comment', { replaces: 'a' })],
      'reported',
    ],
    [
      'a report that a denial replaced',
      [said('a', 'official', 'report'), said('b', 'official', 'denial', { replaces: 'a' })],
      'denied',
    ],
    ['the word of nobody whom the pack knows', [said('a', 'nobody', 'denial')], 'reported'],
    ['nothing', [], 'reported'],
  ])('%s', (_what, statements, status) => {
    const { supersededBy: _successor, ...one } = { ...claim, statements };
    expect(statusesOf({ ...pack, speakers, claims: [one] })).toEqual(new Map([[claim.id, status]]));
    const followed = { ...one, supersededBy: 'another-claim' };
    expect(statusesOf({ ...pack, speakers, claims: [followed] })).toEqual(new Map([[claim.id, 'superseded']]));
  });
});
