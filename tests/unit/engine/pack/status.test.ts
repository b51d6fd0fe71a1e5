import { describe, expect, test } from 'vitest';
import { ALL_ON, liveStatements, statusOf } from '../../../../lib/engine/pack/status';
import type { Claim, Statement, StatementKind } from '../../../../lib/engine/pack/schema';

const statement = (kind: StatementKind, speaker: string, more: Partial<Statement> = {}): Statement => ({
  id: `${kind}-${speaker}`,
  kind,
  speaker,
  summary: { en: 'x' },
  documents: ['page'],
  ...more,
});
const classOf = (speaker: string): 'official' | 'expert' => (speaker === 'ministry' ? 'official' : 'expert');

describe('status', () => {
  test.each<[string, Statement[], string | undefined, string]>([
    ['a report alone', [statement('report', 'paper')], undefined, 'reported'],
    ['a comment alone', [statement('comment', 'ministry')], undefined, 'reported'],
    ['an official denial', [statement('denial', 'ministry')], undefined, 'denied'],
    ['a denial by others', [statement('denial', 'paper')], undefined, 'doubted'],
    ['a doubt', [statement('doubt', 'paper')], undefined, 'doubted'],
    ['a confirmation', [statement('confirmation', 'paper'), statement('doubt', 'paper')], undefined, 'confirmed'],
    [
      'confirmation and official denial',
      [statement('confirmation', 'paper'), statement('denial', 'ministry')],
      undefined,
      'contested',
    ],
    [
      'confirmation and a denial by others',
      [statement('confirmation', 'paper'), statement('denial', 'paper')],
      undefined,
      'confirmed',
    ],
    [
      'a denial that was replaced',
      [statement('denial', 'ministry'), statement('comment', 'ministry', { replaces: 'denial-ministry' })],
      undefined,
      'reported',
    ],
    ['a named successor', [statement('denial', 'ministry')], 'other', 'superseded'],
  ])('%s', (_name, live, supersededBy, status) => {
    expect(statusOf(supersededBy === undefined ? {} : { supersededBy }, live, classOf)).toBe(status);
  });
});

describe('liveStatements', () => {
  const claim = {
    statements: [statement('report', 'a', { documents: ['x', 'y'] }), statement('denial', 'b', { documents: ['y'] })],
  } as unknown as Claim;
  const sources = { x: { id: 'paper', kind: 'wire' }, y: { id: 'blog', kind: 'blog' } } as const;
  const sourceOf = (document: string): (typeof sources)[keyof typeof sources] | undefined =>
    sources[document as keyof typeof sources];
  const live = (off: Partial<typeof ALL_ON>): string[] =>
    liveStatements(claim, sourceOf, { ...ALL_ON, ...off }).map((s) => s.id);

  test('a statement lives while any of its sources is on', () => {
    expect(live({})).toEqual(['report-a', 'denial-b']);
    expect(live({ sourcesOff: new Set(['blog']) })).toEqual(['report-a']);
    expect(live({ kindsOff: new Set(['blog']) })).toEqual(['report-a']);
    expect(live({ sourcesOff: new Set(['paper', 'blog']) })).toEqual([]);
  });
});
