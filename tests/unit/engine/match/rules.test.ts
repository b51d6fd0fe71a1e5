/** What a frame asks of the places of its words, and what parts one clause from another. */
import { describe, expect, test } from 'vitest';
import { isParted, keepsAllRules, turnsOf } from '../../../../lib/engine/match/rules';
import type { Filled, Match } from '../../../../lib/engine/match/match';
import { distance, gapBetween, rangeOf, spanOf } from '../../../../lib/engine/match/match';
import type { Frame, RoleName } from '../../../../lib/engine/pack/schema';
import { ENGLISH } from '../../../support/small-pack';
import { mentionOf, openSentences } from '../../../support/small-sentence';

const { make, lexicon } = openSentences({ ...ENGLISH, affirming: [...ENGLISH.affirming, 'all but'] });
const at = (from: number, to: number): Filled => ({ role: 'object', from, to, isSettled: true });

describe('places in tokens', () => {
  test.each([
    [at(0, 2), at(5, 6), 3],
    [at(5, 6), at(0, 2), 3],
    [at(0, 2), at(2, 3), 0],
    [at(2, 3), at(0, 2), 0],
    [at(0, 5), at(2, 3), 0],
    [at(2, 3), at(0, 5), 0],
  ])('between %o and %o stand %i', (a, b, gap) => {
    expect(gapBetween(a, b)).toBe(gap);
  });

  test('the distance is that to the nearest, the range holds all', () => {
    expect(distance(at(5, 6), [at(0, 1), at(8, 9)])).toBe(2);
    expect(distance(at(5, 6), [])).toBe(0);
    expect(rangeOf([at(3, 4), at(1, 9), at(8, 11)])).toEqual({ from: 1, to: 11 });
    expect(spanOf([at(3, 4), at(1, 9), at(8, 11)])).toBe(10);
  });
});

interface Asked {
  readonly frame?: Partial<Frame>;
  readonly action?: string;
  readonly roles?: Readonly<Partial<Record<RoleName, string>>>;
  readonly away?: Readonly<Partial<Record<RoleName, string>>>;
  readonly fromContext?: Readonly<Partial<Record<RoleName, string>>>;
  readonly open?: RoleName;
}

function keeps(text: string, { frame = {}, action, roles = {}, away = {}, fromContext = {}, open }: Asked): boolean {
  const sentence = make(text);
  const fill = (of: Readonly<Partial<Record<RoleName, string>>>): Filled[] =>
    (Object.entries(of) as [RoleName, string][]).map(([role, concept]) => {
      const { from, to } = mentionOf(sentence, concept);
      return { role, from, to, isSettled: role !== open };
    });
  const doing = action === undefined ? null : mentionOf(sentence, action);
  const filled = fill(roles);
  if (doing) filled.push({ role: 'action', from: doing.from, to: doing.to, isSettled: true });
  const match: Match = {
    frame: { id: 'f', roles: {}, ...frame },
    filled,
    away: fill(away),
    fromContext: (Object.entries(fromContext) as [RoleName, string][]).map(([role, concept]) => ({
      role,
      named: { concept, age: 1, words: concept },
    })),
    action: doing,
    actions: [],
    trust: 1,
    ...rangeOf(filled),
  };
  return keepsAllRules(match, sentence, lexicon);
}

test.each<readonly [string, Asked, boolean]>([
  // Order.
  ['The US bought jets', { frame: { order: ['party', 'object'] }, roles: { party: 'usa', object: 'jets' } }, true],
  ['The US bought jets', { frame: { order: ['object', 'party'] }, roles: { party: 'usa', object: 'jets' } }, false],
  ['The US bought jets', { frame: { order: ['object', 'count'] }, roles: { party: 'usa', object: 'jets' } }, true],
  [
    'The US bought jets',
    { frame: { order: ['party', 'cue', 'object'] }, roles: { party: 'usa', object: 'jets' } },
    true,
  ],
  // Neighbours: three words between, and no more.
  ['jets a b c US', { frame: { near: ['party', 'object'] }, roles: { party: 'usa', object: 'jets' } }, true],
  ['jets a b c d US', { frame: { near: ['party', 'object'] }, roles: { party: 'usa', object: 'jets' } }, false],
  ['jets a b c d US', { roles: { party: 'usa', object: 'jets' } }, true],
  ['jets a b c d US', { frame: { near: ['party', 'cue'] }, roles: { party: 'usa', object: 'jets' } }, true],
  // A turn or a relative clause between a thing and its doing.
  ['bought jets', { action: 'buy', roles: { object: 'jets' } }, true],
  ['bought but jets', { action: 'buy', roles: { object: 'jets' } }, false],
  ['jets but bought', { action: 'buy', roles: { object: 'jets' } }, false],
  ['but jets bought', { action: 'buy', roles: { object: 'jets' } }, true],
  ['bought it, which jets fly', { action: 'buy', roles: { object: 'jets' } }, false],
  ['bought it, which jets', { action: 'buy', away: { object: 'jets' } }, false],
  ['bought it, which the US jets', { action: 'buy', roles: { party: 'usa' }, away: { object: 'jets' } }, false],
  ['bought jets, which the US flew', { action: 'buy', roles: { party: 'usa' }, away: { object: 'jets' } }, true],
  // Another thing of the frame may stand further off, not nearer.
  ['bought jets and locomotives', { action: 'buy', roles: { object: 'jets', other: 'trains' } }, true],
  ['bought locomotives and jets', { action: 'buy', roles: { object: 'jets', other: 'trains' } }, false],
  ['locomotives bought jets', { action: 'buy', roles: { object: 'jets', other: 'trains' } }, true],
  ['locomotives and jets', { roles: { object: 'jets', other: 'trains' } }, true],
  // Who owns the thing is not given it, where no doing says so.
  ['India US jets', { roles: { giver: 'india', receiver: 'usa', object: 'jets' }, open: 'receiver' }, false],
  ['India US jets', { roles: { giver: 'india', receiver: 'usa', object: 'jets' } }, true],
  ['India US jets', { roles: { receiver: 'usa', object: 'jets' }, open: 'receiver' }, true],
  ['India US the jets', { roles: { giver: 'india', receiver: 'usa', object: 'jets' }, open: 'receiver' }, true],
  [
    'sold India US jets',
    { action: 'sell', roles: { giver: 'india', receiver: 'usa', object: 'jets' }, open: 'receiver' },
    true,
  ],
  [
    'halts India US jets',
    { action: 'halt', roles: { giver: 'india', receiver: 'usa', object: 'jets' }, open: 'receiver' },
    false,
  ],
  // One of ours whom the headline named, and whom these words place otherwise.
  ['sold to Kazakhstan', { action: 'sell', fromContext: { giver: 'kazakhstan' } }, false],
  ['sold to Kazspetsexport', { action: 'sell', fromContext: { giver: 'kazakhstan' } }, true],
  ['sold to Kazakhstan', { action: 'sell', fromContext: { giver: 'exporter' } }, false],
  ['sold from Kazakhstan', { action: 'sell', fromContext: { giver: 'kazakhstan' } }, true],
  ['sold from Kazakhstan', { action: 'sell', fromContext: { receiver: 'kazakhstan' } }, false],
  ['sold to Kazakhstan', { action: 'sell', fromContext: { receiver: 'kazakhstan' } }, true],
  ['sold to Kazakhstan', { action: 'sell', fromContext: { party: 'kazakhstan' } }, true],
  ['halts for Kazakhstan', { action: 'halt', fromContext: { giver: 'kazakhstan' } }, true],
  // A thing named before, and another one here.
  ['bought locomotives', { action: 'buy', fromContext: { object: 'jets' } }, false],
  ['bought from US locomotives', { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } }, false],
  [
    'bought from US a b c d e f locomotives',
    { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } },
    false,
  ],
  [
    'bought from US a b c d e f g locomotives',
    { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } },
    true,
  ],
  ['bought from US, locomotives', { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } }, true],
  ['bought locomotives from US', { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } }, false],
  ['locomotives bought from US', { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } }, true],
  ['bought jets from US', { action: 'buy', roles: { giver: 'usa' }, fromContext: { object: 'jets' } }, true],
  [
    'bought locomotives from US',
    { action: 'buy', roles: { giver: 'usa', object: 'trains' }, fromContext: { object: 'jets' } },
    true,
  ],
  [
    'bought locomotives from US',
    { action: 'buy', roles: { giver: 'usa', topic: 'usa' }, fromContext: { object: 'jets' } },
    true,
  ],
  [
    'bought locomotives from US',
    { action: 'buy', roles: { giver: 'usa', purpose: 'usa' }, fromContext: { object: 'jets' } },
    true,
  ],
  // Where it is done.
  ['halts in India', { action: 'halt', frame: { roles: { party: ['kazakhstan'] } } }, false],
  [
    'halts jets in India',
    { action: 'halt', roles: { object: 'jets' }, frame: { roles: { party: ['kazakhstan'] } } },
    false,
  ],
  [
    'halts jets then in India',
    { action: 'halt', roles: { object: 'jets' }, frame: { roles: { party: ['kazakhstan'] } } },
    true,
  ],
  [
    'halts jets from India',
    { action: 'halt', roles: { object: 'jets' }, frame: { roles: { party: ['kazakhstan'] } } },
    true,
  ],
  [
    'halts jets in India',
    { action: 'halt', roles: { object: 'jets', party: 'india' }, frame: { roles: { party: ['india'] } } },
    true,
  ],
  ['halts jets in India', { action: 'halt', roles: { object: 'jets' } }, true],
  ['jets in India', { roles: { object: 'jets' }, frame: { roles: { party: ['kazakhstan'] } } }, true],
])('"%s" as %o keeps the rules: %s', (text, asked, expected) => {
  expect(keeps(text, asked)).toBe(expected);
});

describe('parted', () => {
  test.each([
    ['jets but bought', true],
    ['jets bought but', false],
    ['jets not only a but also bought', false],
    ['jets not only a but bought', true],
    ['the jets which bought', false],
    ['it, which jets flew bought', false],
    ['it, which jets flew, bought', true],
    ['it, which flew, jets bought', false],
    ['bought which jets', true],
    ['bought which it, jets', true],
    ['bought jets which', false],
  ])('"%s": %s', (text, expected) => {
    const sentence = make(text);
    const [thing, doing] = [mentionOf(sentence, 'jets'), mentionOf(sentence, 'buy')];
    expect(isParted(sentence, thing, doing)).toBe(expected);
  });

  test.each([
    ['a but b', 0, 3, [[1, 2]]],
    ['a but b', 2, 3, []],
    ['a but b', 0, 1, []],
    ['not only a but also b', 0, 6, []],
    ['not only a but also b but c', 0, 8, [[6, 7]]],
    ['not only a but also b', 3, 4, []],
    ['a but not only b', 0, 5, [[1, 2]]],
    ['it all but b', 0, 4, []],
  ])('"%s" from %i to %i turns at %j', (text, from, to, turns) => {
    expect(turnsOf(make(text), from, to).map((hit) => [hit.from, hit.to])).toEqual(turns);
  });
});
