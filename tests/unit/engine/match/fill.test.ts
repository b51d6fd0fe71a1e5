/** How a frame is filled: which words, what from before, what stands for a thing, and whom another country displaces. */
import { describe, expect, test } from 'vitest';
import { EMPTY_CONTEXT } from '../../../../lib/engine/match/context';
import { fillFrame, numberRange } from '../../../../lib/engine/match/fill';
import type { Match } from '../../../../lib/engine/match/match';
import type { Frame } from '../../../../lib/engine/pack/schema';
import type { Context, Named } from '../../../../lib/engine/types';
import { ENGLISH } from '../../../support/small-pack';
import { openSentences } from '../../../support/small-sentence';

const { make, lexicon } = openSentences({ ...ENGLISH, numbers: { ...ENGLISH.numbers, two: 2, four: 4 } }, [
  { id: 'tender', kind: 'object', forms: { en: ['tender'] } },
  { id: 'army', kind: 'cue', forms: { en: ['army'] } },
  { id: 'stop', kind: 'action', forms: { en: ['stopping @n'] } },
]);
const named = (concept: string, age = 1): Named => ({ concept, age, words: `the ${concept}` });
const BEFORE: Context = { ...EMPTY_CONTEXT, parties: [named('kazakhstan')], objects: [named('jets')] };

const DEAL: Frame = {
  id: 'deal',
  roles: { action: ['buy', 'sell'], object: ['jets'], receiver: ['usa'], giver: ['kazakhstan'] },
};
const HALT: Frame = { id: 'halt', roles: { action: ['halt'], object: ['jets'], party: ['kazakhstan'] } };
const FROM_BEFORE: Frame = { ...HALT, context: ['party'] };
const TAKEN_UP: Frame = {
  id: 'up',
  roles: { action: ['buy', 'halt'], object: ['jets'], receiver: ['usa'] },
  context: ['object'],
};

const fill = (frame: Frame, text: string, context: Context = EMPTY_CONTEXT): Match | null =>
  fillFrame(frame, make(text), context, lexicon);

/** What fills what, in the page's words, "?" where it is left open; null where nothing does. */
function filling(frame: Frame, text: string, context: Context = EMPTY_CONTEXT): string | null {
  const sentence = make(text);
  const match = fillFrame(frame, sentence, context, lexicon);
  if (match === null) return null;
  const say = (from: number, to: number) => text.slice(sentence.tokens[from]?.start, sentence.tokens[to - 1]?.end);
  const here = match.filled.toSorted((a, b) => a.from - b.from);
  return [
    ...here.map((f) => `${f.role}=${say(f.from, f.to)}${f.isSettled ? '' : '?'}`),
    ...match.away.map((f) => `(${f.role}=${say(f.from, f.to)})`),
    ...match.fromContext.map((f) => `[${f.role}=${f.named.words}]`),
  ].join(' ');
}

describe('a frame', () => {
  test.each([
    ['The US bought jets from Kazakhstan', 'receiver=US action=bought object=jets giver=Kazakhstan'],
    ['Kazakhstan sold jets to the US', 'giver=Kazakhstan action=sold object=jets receiver=US'],
    ['The US bought Kazakh jets', 'receiver=US action=bought giver=Kazakh? object=jets'],
    ['Kazakhstan bought jets from the US', null],
    ['The US bought jets', null],
    ['The US took jets from Kazakhstan', null],
    ['bought jets US Kazakhstan', 'action=bought object=jets receiver=US? giver=Kazakhstan?'],
    [
      'The US bought locomotives, then the US bought jets from Kazakhstan',
      'receiver=US action=bought object=jets giver=Kazakhstan',
    ],
    ['The US bought jets unlike Kazakhstan', null],
  ])('"%s": %s', (text, expected) => {
    expect(filling(DEAL, text)).toBe(expected);
  });

  test('takes the doing next to its thing, and names all doings around which it could be filled', () => {
    const match = fill(DEAL, 'The US bought what Kazakhstan sold: jets');
    expect(match?.action?.concept.id).toBe('sell');
    expect(match?.actions.map(({ concept }) => concept.id)).toEqual(['buy', 'sell']);
    expect(match?.from).toBe(1);
  });

  test('of as near ones the one in the shorter run counts, whichever stands first', () => {
    const one: Frame = { id: 'one', roles: { action: ['buy'], party: ['usa'] } };
    expect(fill(one, 'bought a b US bought')?.action?.from).toBe(4);
    expect(fill(one, 'bought US a b bought')?.action?.from).toBe(0);
  });

  test('is ruled out by a concept or a number that it must not meet', () => {
    expect(fill({ ...HALT, without: ['india'] }, 'Kazakhstan halts jets')).not.toBeNull();
    expect(
      fill({ ...HALT, without: ['trains', 'usa'], beside: ['usa'] }, 'Kazakhstan halts jets of the US'),
    ).toBeNull();
    expect(fill({ ...HALT, without: ['#80-89'] }, 'Kazakhstan halts 85 jets')).toBeNull();
    expect(fill({ ...HALT, without: ['#80-89'] }, 'Kazakhstan halts 90 jets')).not.toBeNull();
  });

  test.each([
    [4, `Kazakhstan halts jets${' a'.repeat(30)}`, true],
    [5, 'Kazakhstan a b halts jets', true],
    [5, 'Kazakhstan a b c halts jets', false],
  ])('is filled within %i tokens: "%s" %s', (within, text, expected) => {
    expect(fill({ ...HALT, within }, text) !== null).toBe(expected);
  });

  test('is filled within twenty-four tokens unless told', () => {
    expect(fill(HALT, `Kazakhstan ${'a '.repeat(21)}halts jets`)).not.toBeNull();
    expect(fill(HALT, `Kazakhstan ${'a '.repeat(22)}halts jets`)).toBeNull();
  });

  test('what it may hold beside is taken where it stands near enough', () => {
    const frame: Frame = { ...HALT, optional: { count: ['#81'], other: ['tender'] }, within: 6 };
    expect(filling(frame, 'Kazakhstan halts 81 jets')).toBe('party=Kazakhstan action=halts count=81 object=jets');
    expect(filling(frame, 'Kazakhstan halts jets a tender')).toBe(
      'party=Kazakhstan action=halts object=jets other=tender',
    );
    expect(filling(frame, 'Kazakhstan halts jets a b c tender')).toBe('party=Kazakhstan action=halts object=jets');
    expect(fill(frame, 'Kazakhstan halts jets a tender')).toMatchObject({ from: 0, to: 5 });
  });

  test.each([
    ['Kazakhstan halts 81 jets', '#81', true],
    ['Kazakhstan halts 82 jets', '#81', false],
    ['Kazakhstan halts 80 jets', '#80-89', true],
    ['Kazakhstan halts 89 jets', '#80-89', true],
    ['Kazakhstan halts 79 jets', '#80-89', false],
    ['Kazakhstan halts 90 jets', '#80-89', false],
    ['Kazakhstan halts over 70 jets', '#80-89', true],
    ['Kazakhstan halts jets', '#81', false],
  ])('"%s" holds %s: %s', (text, count, expected) => {
    expect(fill({ ...HALT, roles: { ...HALT.roles, count: [count] } }, text) !== null).toBe(expected);
  });

  test('a party that must be settled and is not makes it loose', () => {
    const settled: Frame = { ...DEAL, settled: ['giver'] };
    expect(fill(settled, 'The US bought jets from Kazakhstan')?.trust).toBe(1);
    expect(fill(settled, 'The US bought Kazakh jets')?.trust).toBe(0.65);
    expect(fill({ ...DEAL, settled: ['receiver'] }, 'The US bought Kazakh jets')?.trust).toBe(1);
  });

  test('one that is settled is better than one that stands nearer and is loose', () => {
    const frame: Frame = { ...DEAL, settled: ['giver', 'receiver'] };
    expect(fill(frame, 'The US bought jets from Kazakhstan, sold jets')?.trust).toBe(1);
    expect(fill(frame, 'A sale of jets, the US bought it from Kazakhstan')?.trust).toBe(1);
  });

  test.each([
    ['Kazakhstan halts locomotives instead of jets', null],
    ['Kazakhstan halts locomotives instead of the old Soviet US jets', 'party=Kazakhstan action=halts object=jets'],
    ['Kazakhstan halts locomotives instead of old, jets', 'party=Kazakhstan action=halts object=jets'],
    ['Kazakhstan halts locomotives instead of « jets', null],
    ['Kazakhstan halts jets instead of locomotives', 'party=Kazakhstan action=halts object=jets'],
    ['instead of jets, Kazakhstan halts jets', 'party=Kazakhstan action=halts object=jets'],
  ])('"%s": the thing passed over is not the one: %s', (text, expected) => {
    expect(filling({ ...HALT, beside: ['usa'] }, text)).toBe(expected);
  });

  test('a thing may hold the name of its owner, and no other two roles share words', () => {
    const { make: read, lexicon: own } = openSentences(ENGLISH, [
      { id: 'kazakh-jets', kind: 'object', is: ['jets'], forms: { en: ['kazakh fighters'] } },
      { id: 'jets-too', kind: 'action', forms: { en: ['jets'] } },
    ]);
    expect(fillFrame(HALT, read('It halts Kazakh fighters'), EMPTY_CONTEXT, own)).not.toBeNull();
    const both: Frame = { id: 'both', roles: { object: ['jets'], topic: ['jets'] } };
    expect(fillFrame(both, read('the jets'), EMPTY_CONTEXT, own)).toBeNull();
    expect(fillFrame(both, read('the jets jets'), EMPTY_CONTEXT, own)).not.toBeNull();
  });
});

describe('words that two roles share', () => {
  const { make: read, lexicon: own } = openSentences(ENGLISH, [
    { id: 'go', kind: 'action', forms: { en: ['went to'] } },
    { id: 'trade', kind: 'action', forms: { en: ['orvelia trade', 'kazakh trade'] } },
    { id: 'orvelia', kind: 'party', forms: { en: ['to orvelia @to'] } },
    { id: 'talks', kind: 'object', forms: { en: ['to talks'] } },
  ]);
  test.each<readonly [string, Frame['roles'], boolean]>([
    ['Jets went to Orvelia', { action: ['go'], object: ['jets'], receiver: ['orvelia'] }, true],
    ['Jets went to talks', { action: ['go'], topic: ['talks'] }, false],
    ['To Orvelia trade', { action: ['trade'], receiver: ['orvelia'] }, false],
    ['Kazakh trade', { action: ['trade'], giver: ['kazakhstan'] }, false],
  ])('"%s" as %o: %s', (text, roles, expected) => {
    expect(fillFrame({ id: 'shared', roles }, read(text), EMPTY_CONTEXT, own) !== null).toBe(expected);
  });

  test('who is no party is placed by nothing', () => {
    expect(filling({ id: 'army', roles: { action: ['buy'], giver: ['army'] } }, 'bought it, the army')).toBe(
      'action=bought giver=army',
    );
  });
});

describe('what the sentence lacks', () => {
  test.each([
    ['It halts jets', 'action=halts object=jets [party=the kazakhstan]'],
    ['Kazakhstan halts jets', 'party=Kazakhstan action=halts object=jets'],
    ['Kazakhstan a b c d e f g halts jets', 'party=Kazakhstan action=halts object=jets'],
    ['Kazakhstan a b c d e f g h halts jets', 'action=halts object=jets (party=Kazakhstan)'],
    ['It halts', null],
  ])('"%s": %s', (text, expected) => {
    expect(filling(FROM_BEFORE, text, BEFORE)).toBe(expected);
  });

  test('comes from nowhere where nothing was named, or the frame does not allow it', () => {
    expect(fill(FROM_BEFORE, 'It halts jets')).toBeNull();
    expect(fill(HALT, 'It halts jets', BEFORE)).toBeNull();
    expect(fill({ ...FROM_BEFORE, context: ['object'] }, 'It halts jets', BEFORE)).toBeNull();
  });

  test('at least two roles are filled here, unless the frame has but one', () => {
    const bare: Frame = { id: 'bare', roles: { object: ['jets'], party: ['kazakhstan'] }, context: ['party'] };
    expect(fill(bare, 'The jets', BEFORE)).toBeNull();
    expect(fill({ id: 'one', roles: { object: ['jets'] } }, 'The jets')).not.toBeNull();
  });

  const TOLD: Frame = {
    id: 'told',
    roles: { action: ['halt'], object: ['jets'], giver: ['exporter'] },
    context: ['giver'],
  };
  test.each([
    ['It halts jets, it was said to Kazspetsexport', true],
    ['It halts jets, it was denied to Kazspetsexport', true],
    ['It halts jets, it was said a b to Kazspetsexport', true],
    ['It halts jets, it was said a b c to Kazspetsexport', false],
    ['It halts jets, it was heard for Kazspetsexport', false],
    ['It halts jets, it was said to the US', false],
  ])('"%s": one of ours among those who tell it counts as named before: %s', (text, expected) => {
    expect(fill({ ...TOLD, beside: ['usa'] }, text) !== null).toBe(expected);
  });

  test('who tells it is quoted in the words of the sentence', () => {
    expect(fill(TOLD, 'It halts jets, it was said to Kazspetsexport')?.fromContext).toEqual([
      { role: 'giver', named: { concept: 'exporter', age: 0, words: 'Kazspetsexport' } },
    ]);
  });
});

describe('a thing named before', () => {
  const CALLS: Frame = { ...TAKEN_UP, implied: ['object'] };
  test.each([
    ['The US bought them', 'receiver=US action=bought object=them [object=the jets]', 1],
    ['The US bought these jets', 'receiver=US action=bought object=jets', 1],
    ['The US bought the first', 'receiver=US action=bought object=the first [object=the jets]', 1],
    ['The US bought the first tender', null, null],
    ['The US bought the first of tender', null, null],
    ['The US bought five', 'receiver=US action=bought object=five [object=the jets]', 1],
    ['The US bought five.', 'receiver=US action=bought object=five [object=the jets]', 1],
    ['The US bought five more', 'receiver=US action=bought [object=the jets]', 0.65],
    ['The US bought one', 'receiver=US action=bought [object=the jets]', 0.65],
    ['The US bought 5', 'receiver=US action=bought [object=the jets]', 0.65],
    ['The US five bought', 'receiver=US object=five action=bought [object=the jets]', 1],
    ['The US bought a b c them', 'receiver=US action=bought object=them [object=the jets]', 1],
    ['The US bought a b c d them', 'receiver=US action=bought [object=the jets]', 0.65],
    ['The US bought a b c d e f the first', 'receiver=US action=bought object=the first [object=the jets]', 1],
    ['The US bought a b c d e f g the first', 'receiver=US action=bought [object=the jets]', 0.65],
    ['The US purchase', 'receiver=US action=purchase [object=the jets]', 1],
    ['It bought for the US', 'action=bought receiver=US [object=the jets]', 0.65],
    ['The US bought', 'receiver=US action=bought [object=the jets]', 0.65],
    ['The US bought another', null, null],
    ['another a b c d e f g h The US bought them', null, null],
  ])('"%s": %s, trust %s', (text, expected, trust) => {
    expect(filling(TAKEN_UP, text, BEFORE)).toBe(expected);
    expect(fill(TAKEN_UP, text, BEFORE)?.trust ?? null).toBe(trust);
  });

  test('needs nothing to stand for it where the wording calls it up', () => {
    expect(filling(CALLS, 'The US bought', BEFORE)).toBe('receiver=US action=bought [object=the jets]');
    expect(fill(CALLS, 'The US bought', BEFORE)?.trust).toBe(1);
  });

  test('a doing named by a noun stands for it where something is given or got alone', () => {
    expect(
      fill({ ...TAKEN_UP, roles: { ...TAKEN_UP.roles, action: ['stop'] } }, 'The US stopping', BEFORE)?.trust,
    ).toBe(0.65);
  });

  test('a count or a topic stands for it', () => {
    const counted: Frame = { ...TAKEN_UP, roles: { ...TAKEN_UP.roles, count: ['#81'] } };
    expect(fill(counted, 'The US bought 81 more', BEFORE)?.trust).toBe(1);
    const topical: Frame = { ...TAKEN_UP, roles: { ...TAKEN_UP.roles, topic: ['india'] }, beside: ['india'] };
    expect(fill(topical, 'The US bought for India', BEFORE)?.trust).toBe(1);
  });
});

describe('another country', () => {
  test.each([
    ['India and Kazakhstan halts jets', true],
    ['Kazakhstan and India halts jets', true],
    ['Kazakhstan halts Indian jets', false],
    ['Kazakhstan halts old Indian old jets', false],
    ['Kazakhstan halts jets of India', true],
    ['India halts jets for Kazakhstan', false],
    ['India halts jets in Kazakhstan', false],
    ['India halts jets of Kazakhstan', true],
    ['India waits but Kazakhstan halts jets', true],
    ['Kazakhstan waits but India halts jets', false],
    ['Kazakhstan halts jets, India said', true],
    ['An Indian newspaper said Kazakhstan halts jets', true],
    ['Ally India said Kazakhstan halts jets', true],
    ['Kazspetsexport halts jets', true],
  ])('"%s" beside ours, who halts: %s', (text, expected) => {
    expect(fill(HALT, text) !== null).toBe(expected);
  });

  test.each([
    ['While Kazakhstan hesitates, India halts jets', false],
    ['While Kazakhstan hesitates India halts jets', true],
    ['While Kazakhstan hesitates, India, too, halts jets', true],
    ['While Kazakhstan hesitates, in India they halts jets', true],
  ])('"%s", where the doing says nothing of giving: %s', (text, expected) => {
    expect(fill({ ...HALT, roles: { action: ['halt'], object: ['jets'], giver: ['kazakhstan'] } }, text) !== null).toBe(
      expected,
    );
  });

  test('that the frame lets stand beside takes no place', () => {
    expect(fill({ ...HALT, beside: ['india'] }, 'Kazakhstan halts Indian jets')).not.toBeNull();
    expect(
      fill({ ...HALT, roles: { ...HALT.roles, purpose: ['india'] } }, 'Kazakhstan halts Indian jets for India'),
    ).not.toBeNull();
  });

  test.each([
    ['It halts jets', true],
    ['India halts jets', false],
    ['India, it is said, halts jets', false],
    ['India waits but it halts jets', true],
    ['Indian army halts jets', false],
    ['Indian locomotives: it halts jets', true],
    ['It halts jets India', false],
    ['It halts jets a b India', false],
    ['It halts jets a b c India', true],
    ['It halts jets, an Indian newspaper wrote', true],
    ['It halts jets, an Indian old daily newspaper wrote', true],
    ["It halts jets, India's newspaper wrote", true],
    ['It halts jets, India wrote in a newspaper', false],
    ['It halts jets unlike India', true],
    ['For India it halts jets', false],
    ['a India a b c it halts jets', false],
  ])('"%s" where ours was named before: %s', (text, expected) => {
    expect(fill(FROM_BEFORE, text, BEFORE) !== null).toBe(expected);
  });

  test.each([
    ['The US bought jets from Kazakhstan and India', true],
    ['The US bought jets from India, not from Kazakhstan', false],
    ['India and the US bought jets from Kazakhstan', true],
    ['India bought jets from Kazakhstan for the US', false],
    ['The sale of Kazakh jets to India pleased the US', false],
    ['The sale of Kazakh jets from India pleased the US', false],
    ['The sale of Kazakh jets pleased the US, then to India', false],
    ['The sale of Kazakh jets pleased the US, but to India they went', true],
    ['The sale of Kazakh jets to an Indian newspaper pleased the US', true],
    ['While the US hesitates, India bought jets from Kazakhstan', false],
    ['The US bought jets from Kazakhstan, but India sold locomotives', true],
    ['The US waits but India bought jets from Kazakhstan', false],
  ])('"%s" in a deal: %s', (text, expected) => {
    expect(fill(DEAL, text) !== null).toBe(expected);
  });
});

test.each([
  ['#81', [81, 81]],
  ['#80-89', [80, 89]],
  ['#2.5', [2.5, 2.5]],
  ['jets', null],
])('%s stands for %j', (filler, range) => {
  expect(numberRange(filler)).toEqual(range);
});
