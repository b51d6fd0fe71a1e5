/** What is remembered, for how long, and what of it a role may take. */
import { describe, expect, test } from 'vitest';
import {
  afterSentence,
  BLOCKS_REMEMBERED,
  EMPTY_CONTEXT,
  forgotten,
  hasAnchor,
  knows,
  sameContext,
  withTitle,
} from '../../../../lib/engine/match/context';
import type { RoleName } from '../../../../lib/engine/pack/schema';
import type { Context, Named } from '../../../../lib/engine/types';
import { ENGLISH } from '../../../support/small-pack';
import { openSentences } from '../../../support/small-sentence';

const { make, lexicon } = openSentences(ENGLISH, [{ id: 'army', kind: 'cue', forms: { en: ['army'] } }]);
const after = (context: Context, text: string, count?: number): Context => afterSentence(context, make(text), count);
const named = (concept: string, age = 0): Named => ({ concept, age, words: concept });
const ages = (list: readonly Named[]) => list.map(({ concept, age }) => `${concept} ${age}`);

describe('after a sentence', () => {
  test('all that it names is remembered but cues, the last named last, in the words of the page', () => {
    const context = after(EMPTY_CONTEXT, 'The US army and India bought old jets, said the US');
    expect(context.parties).toEqual([
      { concept: 'india', age: 0, words: 'India' },
      { concept: 'usa', age: 0, words: 'US' },
    ]);
    expect(ages(context.objects)).toEqual(['buy 0', 'jets 0']);
    expect(context.title).toEqual([]);
    expect(context.claims).toEqual([]);
  });

  test('what is named again is young again and last, and the rest ages', () => {
    const context = after(after(EMPTY_CONTEXT, 'The US and India'), 'The US');
    expect(ages(context.parties)).toEqual(['india 1', 'usa 0']);
    expect(ages(after(context, 'It rained', 3).parties)).toEqual(['india 4', 'usa 3']);
  });

  test('no more than sixty letters of the words are kept', () => {
    const long = openSentences(ENGLISH, [{ id: 'long', kind: 'object', forms: { en: ['long*'] } }]);
    const told = long.make(`long${'g'.repeat(80)}`);
    expect(afterSentence(EMPTY_CONTEXT, told).objects[0]?.words).toBe(`long${'g'.repeat(56)}`);
  });

  test('parties last twelve sentences, things and claims three', () => {
    const told = { ...make('The US bought jets'), claims: ['a-claim'] };
    const context = afterSentence(EMPTY_CONTEXT, told);
    const left = (count: number) => {
      const { parties, objects, claims } = after(context, 'It rained', count);
      return [parties.length, objects.length, claims.length];
    };
    expect(context.claims).toEqual([['a-claim', 0]]);
    expect([left(1), left(3), left(4), left(12), left(13)]).toEqual([
      [1, 2, 1],
      [1, 2, 1],
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    expect(after(context, 'It rained', 3).claims).toEqual([['a-claim', 3]]);
    expect(BLOCKS_REMEMBERED).toBe(13);
  });
});

describe('a title', () => {
  const { title } = withTitle(EMPTY_CONTEXT, make('The US and India: India buys Kazakh jets with its army'));
  test('holds each concept once but cues, by name, in the words of its first mention', () => {
    expect(title).toEqual([
      { concept: 'buy', age: 0, words: 'buys' },
      { concept: 'india', age: 0, words: 'India' },
      { concept: 'jets', age: 0, words: 'jets' },
      { concept: 'kazakhstan', age: 0, words: 'Kazakh' },
      { concept: 'usa', age: 0, words: 'US' },
    ]);
    expect(withTitle(EMPTY_CONTEXT, make('Indian jets of India')).title[0]?.words).toBe('Indian');
  });

  test('holds for the page, and leaves what else is known', () => {
    expect(after({ ...EMPTY_CONTEXT, title }, 'It rained', 99).title).toEqual(title);
    const before = after(EMPTY_CONTEXT, 'India');
    expect(withTitle(before, make('jets')).parties).toEqual(before.parties);
  });
});

describe('a role is filled', () => {
  const PARTIES: readonly RoleName[] = ['giver', 'receiver', 'party'];
  const at = (age: number, title: readonly Named[] = []): Context => ({
    ...EMPTY_CONTEXT,
    parties: [named('kazakhstan', age)],
    objects: [named('jets', 1), named('trains', 2)],
    title,
  });
  const known = (context: Context, fillers: readonly string[], role: RoleName) =>
    knows(context, fillers, lexicon, role)?.concept ?? null;

  test.each(PARTIES)('as %s by a party named up to twelve sentences before', (role) => {
    expect(known(at(12), ['kazakhstan'], role)).toBe('kazakhstan');
    expect(known(at(13), ['kazakhstan'], role)).toBeNull();
    expect(known(at(1), ['india'], role)).toBeNull();
    expect(known(at(1), ['jets'], role)).toBeNull();
  });

  test.each(PARTIES)('as %s under a title about another country up to two sentences before', (role) => {
    expect(known(at(2, [named('india')]), ['kazakhstan'], role)).toBe('kazakhstan');
    expect(known(at(3, [named('india')]), ['kazakhstan'], role)).toBeNull();
    expect(known(at(3, [named('jets')]), ['kazakhstan'], role)).toBe('kazakhstan');
  });

  test.each(['object', 'topic', 'action', 'other'] as const)('as %s by a thing alone', (role) => {
    expect(known(at(1), ['jets'], role)).toBe('jets');
    expect(known(at(1), ['kazakhstan'], role)).toBeNull();
  });

  test('by the title first, then by what was named last; by what stands for it, too', () => {
    const context = { ...at(1), parties: [named('kazakhstan', 1), named('exporter', 0)] };
    expect(known(context, ['kazakhstan'], 'giver')).toBe('exporter');
    expect(known({ ...context, title: [named('kazakhstan')] }, ['kazakhstan'], 'giver')).toBe('kazakhstan');
    expect(known({ ...context, title: [named('jets')] }, ['jets', 'trains'], 'object')).toBe('jets');
    expect(known(context, ['jets', 'trains'], 'object')).toBe('trains');
    expect(known(context, ['exporter'], 'giver')).toBe('exporter');
    expect(known(at(1), ['exporter'], 'giver')).toBeNull();
  });
});

test.each([
  [{ ...EMPTY_CONTEXT, title: [named('ours')] }, true],
  [{ ...EMPTY_CONTEXT, title: [named('other'), named('ours')] }, true],
  [{ ...EMPTY_CONTEXT, parties: [named('other'), named('ours')] }, true],
  [{ ...EMPTY_CONTEXT, parties: [named('other')], title: [named('other')] }, false],
  [{ ...EMPTY_CONTEXT, objects: [named('ours')] }, false],
])('in %o one of ours is in force: %s', (context, expected) => {
  expect(hasAnchor(context, (concept) => concept === 'ours')).toBe(expected);
});

test('forgetting leaves the titles, those of joined readers too', () => {
  const full: Context = {
    parties: [named('usa')],
    objects: [named('jets')],
    title: [named('india')],
    claims: [['a-claim', 1]],
  };
  const left: Context = { ...EMPTY_CONTEXT, title: full.title };
  expect(forgotten(full)).toEqual(left);
  expect(Object.keys(forgotten(full))).not.toContain('others');
  expect(forgotten({ ...full, others: [full] })).toEqual({ ...left, others: [left] });
});

test('two contexts are the same where all they hold is', () => {
  const context = after(EMPTY_CONTEXT, 'India');
  expect(sameContext(context, structuredClone(context))).toBe(true);
  expect(sameContext(context, context)).toBe(true);
  expect(sameContext(context, after(EMPTY_CONTEXT, 'US'))).toBe(false);
});
