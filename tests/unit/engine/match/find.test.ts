/** From a match to a finding: how sure, what is quoted as evidence, which of several counts, what is taken up later. */
import { describe, expect, test } from 'vitest';
import { check, EMPTY_CONTEXT, openReader } from '../../../../lib/engine/read';
import type { Concept, Frame } from '../../../../lib/engine/pack/schema';
import type { Block, Context, Finding, Reader } from '../../../../lib/engine/types';
import { SMALL } from '../../../support/small-pack';

const text = (words: string): Block => ({ text: words, kind: 'text' });
const CONCEPTS: readonly Concept[] = [...SMALL.concepts, { id: 'plant', kind: 'object', forms: { en: ['plant'] } }];
const open = (frames: readonly Frame[], quantity?: { count: number }): Reader =>
  openReader({ ...SMALL, concepts: CONCEPTS, claims: [{ id: 'claim', frames, ...(quantity && { quantity }) }] });
const one = (reader: Reader, words: string, context: Context = EMPTY_CONTEXT): Finding | undefined =>
  reader.read(text(words), context).findings[0];

const DEAL: Frame = {
  id: 'deal',
  roles: { action: ['buy', 'sell'], object: ['jets'], receiver: ['usa'], giver: ['kazakhstan'] },
};
const HALT: Frame = { id: 'halt', roles: { action: ['halt'], object: ['jets'], party: ['kazakhstan'] } };

describe('confidence', () => {
  const deal = open([DEAL]);
  const far = (words: number): string => `Kazakhstan halts ${'a '.repeat(words)}jets`;
  test.each([
    [deal, 'The US bought jets from Kazakhstan', 0.9],
    [deal, 'The US bought Kazakh jets', 0.86],
    [deal, 'Bought jets US Kazakhstan', 0.81],
    [open([{ ...DEAL, weight: 0.5 }]), 'The US bought jets from Kazakhstan', 0.5],
    [open([HALT]), far(13), 0.9],
    [open([HALT]), far(14), 0.84],
    [open([{ ...DEAL, settled: ['giver'] }]), 'The US bought Kazakh jets', 0.56],
  ])('%#: of %o in "%s" is %d', (reader, words, confidence) => {
    expect(one(reader, words)?.confidence).toBe(confidence);
  });

  const FROM_BEFORE: Frame = { ...HALT, context: ['party'] };
  const before = (reader: Reader) => reader.read(text('Kazakhstan.'), EMPTY_CONTEXT).context;
  test.each([
    ['It halts jets', 0.81],
    ['It halts a b c d e f g h jets', 0.81],
    ['It halts a b c d e f g h i jets', 0.65],
    ['Kazakhstan a b c d e f g h halts jets', 0.87],
  ])('of "%s" after one of ours was named is %d', (words, confidence) => {
    const reader = open([FROM_BEFORE]);
    expect(one(reader, words, before(reader))?.confidence).toBe(confidence);
  });

  test('falls where far more are counted than the record has, and nobody of ours is in the sentence', () => {
    const reader = open([FROM_BEFORE], { count: 81 });
    expect(one(reader, 'It halts 810 jets', before(reader))?.confidence).toBe(0.81);
    expect(one(reader, 'It halts 820 jets', before(reader))?.confidence).toBe(0.49);
    expect(one(reader, 'Kazakhstan halts 820 jets')?.confidence).toBe(0.9);
  });
});

test('the evidence stands in the order of the words, with what came from before behind', () => {
  const reader = open([{ ...DEAL, context: ['giver'] }]);
  const { context } = reader.read(text('Old Kazakhstan.'), EMPTY_CONTEXT);
  const finding = one(reader, 'Then a US purchase of jets', context);
  expect(finding).toMatchObject({ claim: 'claim', start: 7, end: 26, quote: 'US purchase of jets' });
  expect(finding?.evidence).toEqual([
    { role: 'receiver', text: 'US', start: 7 },
    { role: 'action', text: 'purchase', start: 10 },
    { role: 'object', text: 'jets', start: 22 },
    { role: 'giver', text: 'Kazakhstan', start: null },
  ]);
  const away = one(reader, 'Kazakhstan a b c d e f g h: the US bought jets');
  expect(away?.evidence.map(({ role, start }) => [role, start])).toEqual([
    ['giver', 0],
    ['receiver', 32],
    ['action', 35],
    ['object', 42],
  ]);
  expect(away?.quote).toBe('US bought jets');
});

test('of several frames of one claim the surest counts, and claims stand in the order of the page, then by name', () => {
  const weak = { ...DEAL, id: 'weak', weight: 0.7 };
  for (const frames of [
    [weak, DEAL],
    [DEAL, weak],
  ]) {
    expect(one(open(frames), 'The US bought jets from Kazakhstan')?.confidence).toBe(0.9);
  }
  const reader = openReader({
    ...SMALL,
    claims: [
      { id: 'z', frames: [HALT] },
      { id: 'b', frames: [DEAL] },
      { id: 'a', frames: [DEAL] },
    ],
  });
  const words = 'Kazakhstan halts jets, the US bought jets from Kazakhstan';
  expect(reader.read(text(words), EMPTY_CONTEXT).findings.map(({ claim }) => claim)).toEqual(['z', 'a', 'b']);
});

test.each([
  ['Kazakhstan jets', 0],
  ['Kazakhstan jets sold', 0],
  ['Kazakhstan jets US', 0],
  ['Kazakhstan sold US locomotives', 1],
  ['Kazakhstan jets US sold', 2],
  ['Kazakhstan halts', 0],
  ['Kazakhstan halts jets', 1],
])('"%s" has all that %i frames need', (words, frames) => {
  const reader = openReader(SMALL);
  reader.read(text(words), EMPTY_CONTEXT);
  expect(reader.work.frames).toBe(frames);
});

test('a frame told by a negation is found under one alone', () => {
  const reader = open([{ ...HALT, negated: true }]);
  expect(one(reader, 'Kazakhstan halts jets')).toBeUndefined();
  expect(one(reader, 'Kazakhstan never halts jets')?.stance).toBe('asserts');
});

describe('taken up in the sentences after', () => {
  const found = (frame: Frame, words: string, filler = 0): Finding | undefined => {
    const blocks = [text('The US bought jets from Kazakhstan.'), text('It rained. '.repeat(filler)), text(words)];
    return check(open([frame]), blocks).at(-1)?.findings[0];
  };

  test('by what stands for its thing, with our side from before', () => {
    const finding = found(DEAL, 'The US bought them.');
    expect(finding?.confidence).toBe(0.69);
    expect(finding?.evidence.map(({ role, start }) => [role, start])).toEqual([
      ['receiver', 4],
      ['action', 7],
      ['object', 14],
      ['object', null],
      ['giver', null],
    ]);
  });

  test.each<readonly [string, Partial<Frame>, boolean]>([
    ['plain', {}, true],
    ['telling the opposite', { says: 'opposite' }, false],
    ['told by a negation', { negated: true }, false],
    ['refuting', { refutes: true }, false],
    ['with a topic', { roles: { ...DEAL.roles, topic: ['jets', 'buy'] } }, false],
    ['with a number', { roles: { ...DEAL.roles, count: ['#81'] } }, false],
    ['without a doing', { roles: { object: ['jets'], receiver: ['usa'], giver: ['kazakhstan'] } }, false],
    ['without a thing', { roles: { action: ['buy'], receiver: ['usa'], giver: ['kazakhstan'] } }, false],
  ])('a frame %s (%o): %s', (_what, more, expected) => {
    expect(found({ ...DEAL, ...more }, 'The US bought them.') !== undefined).toBe(expected);
  });

  test('within twelve words, less where the frame says less, and never surer than its frame', () => {
    const words = (n: number): string => `The US ${'a '.repeat(n)}bought them.`;
    expect(found(DEAL, words(9))).toBeDefined();
    expect(found(DEAL, words(10))).toBeUndefined();
    expect(found({ ...DEAL, within: 7 }, words(4))).toBeDefined();
    expect(found({ ...DEAL, within: 7 }, words(5))).toBeUndefined();
    expect(found({ ...DEAL, weight: 0.5 }, 'The US bought them.')?.confidence).toBe(0.41);
    expect(found({ ...DEAL, weight: 1 }, 'The US bought them.')?.confidence).toBe(0.69);
  });

  test('where the claims just found are about several things, it may be either: less sure', () => {
    const reader = openReader({
      ...SMALL,
      concepts: CONCEPTS,
      claims: [
        { id: 'a', frames: [DEAL] },
        { id: 'b', frames: [{ ...DEAL, roles: { ...DEAL.roles, object: ['plant'] } }] },
      ],
    });
    const both = [
      text('The US bought jets from Kazakhstan and bought a plant from Kazakhstan.'),
      text('The US bought them.'),
    ];
    expect(check(reader, both).map(({ findings }) => findings.map(({ confidence }) => confidence))).toEqual([
      [0.9, 0.9],
      [0.45, 0.45],
    ]);
  });

  test('of claims found at different times the latest alone', () => {
    const reader = openReader({
      ...SMALL,
      claims: [
        { id: 'a', frames: [DEAL] },
        { id: 'b', frames: [HALT] },
      ],
    });
    const blocks = [
      text('The US bought jets from Kazakhstan.'),
      text('Kazakhstan halts jets.'),
      text('The US bought them.'),
    ];
    expect(check(reader, blocks).at(-1)?.findings).toEqual([]);
  });
});

describe('an echo', () => {
  const reader = open([DEAL]);
  const told = reader.read(text('The US bought jets from Kazakhstan.'), EMPTY_CONTEXT).context;
  test.each([
    ['The exporter denied this information.', 'denies', 0.75],
    ['The exporter denied it: a b c d this information.', 'denies', 0.75],
    ['The exporter denied a b c d e f this information.', 'denies', 0.75],
    ['The exporter denied a b c d e f g this information.', null, null],
    ['This information of a b c jets denied.', null, null],
    ['This information of a b c d jets denied.', 'denies', 0.75],
    ['This information was sold, denied.', null, null],
    ['This information jets denied.', null, null],
    ['Jets: the exporter denied this information.', 'denies', 0.75],
    ['This information is doubtful.', 'doubts', 0.75],
    ['Is this information false?', 'denies', 0.75],
    ['The exporter reportedly has this information.', null, null],
    ['The exporter asked whether this information', null, null],
    ['The reports of locomotives and this information are false.', 'denies', 0.75],
  ])('"%s" %s', (words, stance, confidence) => {
    const finding = one(reader, words, told);
    expect(finding?.stance ?? null).toBe(stance);
    expect(finding?.confidence ?? null).toBe(confidence);
  });

  test('quotes from the cue to what it is said of, and both are its evidence', () => {
    const finding = one(reader, 'The exporter denied this information.', told);
    expect(finding).toMatchObject({ claim: 'claim', quote: 'denied this information' });
    expect(finding?.evidence).toEqual([
      { role: 'cue', text: 'denied', start: 13 },
      { role: 'object', text: 'this information', start: 20 },
    ]);
    expect(one(reader, 'This information is false.', told)?.quote).toBe('This information is false');
  });

  test('is of the claim found last', () => {
    const two = openReader({
      ...SMALL,
      claims: [
        { id: 'a', frames: [DEAL] },
        { id: 'b', frames: [HALT] },
      ],
    });
    const blocks = [
      text('Kazakhstan halts jets.'),
      text('The US bought jets from Kazakhstan.'),
      text('This information is false.'),
    ];
    expect(
      check(two, blocks)
        .at(-1)
        ?.findings.map(({ claim }) => claim),
    ).toEqual(['a']);
    expect(one(two, 'This information is false.')).toBeUndefined();
  });

  test('where a claim is told there is none', () => {
    const finding = one(reader, 'The exporter denied this information that the US bought jets from Kazakhstan.', told);
    expect(finding?.confidence).toBe(0.9);
  });
});
