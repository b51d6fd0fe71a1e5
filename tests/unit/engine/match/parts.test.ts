/** Which part a party plays: by preposition, by case, by its place at the verb, in each kind of grammar. */
import { describe, expect, test } from 'vitest';
import { isJoined, isPassive, isSubject, markerOf, ownsThingAhead, partOf } from '../../../../lib/engine/match/parts';
import type { Concept, Language } from '../../../../lib/engine/pack/schema';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';
import { mentionOf, openSentences, type Sentences } from '../../../support/small-sentence';

/** A body of a state, which stands in the case of the party that it belongs to, and verbs in further forms. */
const MORE: readonly Concept[] = [
  { id: 'ministry', kind: 'cue', forms: { ru: ['министерству @to', 'министерства @of'], en: ['command @from'] } },
  { id: 'sell-on', kind: 'action', flow: 'out', forms: { en: ['selling', 'passed on @p'], any: ['xport'] } },
];
/** The verb second or last, and one word for the doer of a passive and for the origin. */
const VERB_SECOND: Language = {
  ...ENGLISH,
  order: 'v2',
  markers: { ...ENGLISH.markers, fromBy: ['von'], to: ['an', 'to'] },
};
const NO_BARE_RECEIVER: Language = { ...ENGLISH, bareReceiver: false };
const NO_ARTICLES: Language = { ...ENGLISH, articles: [] };

const english = openSentences(ENGLISH, MORE);
const russian = openSentences(RUSSIAN, MORE);
const verbSecond = openSentences(VERB_SECOND, MORE);
const noReceiver = openSentences(NO_BARE_RECEIVER, MORE);
const noArticles = openSentences(NO_ARTICLES, MORE);

/** "giver!" where the words settle it, "giver?" where they leave it open. */
function part(sentences: Sentences, text: string, party: string, action: string | null): string {
  const sentence = sentences.make(text);
  const assigned = partOf(sentence, mentionOf(sentence, party), action === null ? null : mentionOf(sentence, action));
  return `${assigned.part}${assigned.isSettled ? '!' : '?'}`;
}

describe('in English', () => {
  test.each([
    ['The US bought jets from Kazakhstan', 'kazakhstan', 'buy', 'giver!'],
    ['The US bought jets from Kazakhstan', 'usa', 'buy', 'receiver!'],
    ['Kazakhstan sold jets to the US', 'usa', 'sell', 'receiver!'],
    ['Kazakhstan sold jets to the US', 'kazakhstan', 'sell', 'giver!'],
    ['Jets for Kazakhstan', 'kazakhstan', null, 'receiver!'],
    ['Jets were sold by Kazakhstan', 'kazakhstan', 'sell', 'giver!'],
    ['Jets were bought by Kazakhstan', 'kazakhstan', 'buy', 'receiver!'],
    ['The purchase of jets by Kazakhstan', 'kazakhstan', 'buy', 'receiver!'],
    ['Jets sold after a purchase by Kazakhstan', 'kazakhstan', 'buy', 'giver!'],
    ['A purchase by Kazakhstan of jets sold', 'kazakhstan', 'buy', 'receiver!'],
    ['It halts jets by Kazakhstan', 'kazakhstan', 'halt', 'open?'],
    ['Jets by Kazakhstan', 'kazakhstan', null, 'open?'],
    ['The US sold jets with Kazakhstan', 'kazakhstan', 'sell', 'open?'],
    ['The US sold jets, unlike Kazakhstan', 'kazakhstan', 'sell', 'none!'],
    ['The US bought jets in Kazakhstan', 'kazakhstan', 'buy', 'giver?'],
    ['In Kazakhstan the US bought jets', 'kazakhstan', 'buy', 'open?'],
    ['The US sold jets in Kazakhstan', 'kazakhstan', 'sell', 'open?'],
    ['The purchase of jets in Kazakhstan', 'kazakhstan', 'buy', 'open?'],
    ["Kazakhstan's purchase of jets", 'kazakhstan', 'buy', 'receiver!'],
    ["Kazakhstan' purchase of jets", 'kazakhstan', 'buy', 'receiver!'],
    ["Kazakhstan's sale of jets", 'kazakhstan', 'sell', 'giver!'],
    ["Kazakhstan's jets were bought", 'kazakhstan', 'buy', 'open?'],
    ["Kazakhstan's old jets were bought", 'kazakhstan', 'buy', 'open?'],
    ["Kazakhstan's army bought jets", 'kazakhstan', 'buy', 'receiver!'],
    ["Kazakhstan's army", 'kazakhstan', null, 'open?'],
    ['The US bought Kazakh jets', 'kazakhstan', 'buy', 'open?'],
    ['The purchase of jets of Kazakhstan', 'kazakhstan', 'buy', 'open?'],
    ['The US purchase of jets', 'usa', 'buy', 'receiver!'],
    ['The US sale of jets', 'usa', 'sell', 'giver!'],
    ['The US jet purchase', 'usa', 'buy', 'open?'],
    ['The sale, Kazakhstan said', 'kazakhstan', 'sell', 'open?'],
    ['Kazakhstan', 'kazakhstan', null, 'open?'],
    ['Kazakhstan was sold jets', 'kazakhstan', 'sell', 'open?'],
    ['Jets were sold Kazakhstan', 'kazakhstan', 'sell', 'open?'],
    ['The US, Kazakhstan bought jets', 'usa', 'buy', 'open?'],
    ['The US, Kazakhstan bought jets', 'kazakhstan', 'buy', 'receiver!'],
    ['The US and Kazakhstan bought jets', 'usa', 'buy', 'receiver!'],
    ['They sold Kazakhstan jets', 'kazakhstan', 'sell', 'receiver!'],
    ['They sold it then Kazakhstan', 'kazakhstan', 'sell', 'receiver!'],
    ['They sold it to some then Kazakhstan', 'kazakhstan', 'sell', 'receiver!'],
    ['They sold all it had Kazakhstan', 'kazakhstan', 'sell', 'open?'],
    ['They bought Kazakhstan jets', 'kazakhstan', 'buy', 'open?'],
    ['It halts Kazakhstan', 'kazakhstan', 'halt', 'open?'],
    ['Kazakhstan halts jets', 'kazakhstan', 'halt', 'open?'],
  ])('%s: %s of %s is %s', (text, party, action, expected) => {
    expect(part(english, text, party, action)).toBe(expected);
  });
});

describe('in Russian, by case', () => {
  test.each([
    ['Казахстан купил самолеты', 'kazakhstan', 'buy', 'receiver!'],
    ['Купил Казахстан самолеты', 'kazakhstan', 'buy', 'receiver!'],
    ['Продал Казахстан самолеты', 'kazakhstan', 'sell', 'giver!'],
    ['Продал самолеты Казахстану', 'kazakhstan', 'sell', 'receiver!'],
    ['Самолеты проданы Казахстаном', 'kazakhstan', 'sell', 'giver!'],
    ['Самолеты проданы с Казахстаном', 'kazakhstan', 'sell', 'open?'],
    ['Покупка Казахстана', 'kazakhstan', 'buy', 'receiver!'],
    ['Казахстана покупка', 'kazakhstan', 'buy', 'receiver!'],
    ['Самолет Казахстана купили', 'kazakhstan', 'buy', 'open?'],
    ['Продал самолет в Казахстан', 'kazakhstan', 'sell', 'receiver!'],
    ['Купили самолет в Казахстан', 'kazakhstan', 'buy', 'giver?'],
    ['В Казахстан купили самолет', 'kazakhstan', 'buy', 'open?'],
    ['Самолет в Казахстан', 'kazakhstan', null, 'open?'],
    ['Продал министерству Казахстана', 'kazakhstan', 'sell', 'receiver!'],
    ['Министерства Казахстана купил', 'kazakhstan', 'buy', 'open?'],
    ['Купили в Минобороны Казахстана', 'kazakhstan', 'buy', 'open?'],
    ['Самолеты проданы Казахстан', 'kazakhstan', 'sell', 'open?'],
  ])('%s: %s of %s is %s', (text, party, action, expected) => {
    expect(part(russian, text, party, action)).toBe(expected);
  });
});

describe('where the verb stands second or last', () => {
  test.each([
    ['In April sold Kazakhstan jets', 'kazakhstan', 'sell', 'giver!'],
    ['Kazakhstan the US bought', 'kazakhstan', 'buy', 'receiver!'],
    ['Kazakhstan the US bought', 'usa', 'buy', 'open?'],
    ['The US sold then Kazakhstan', 'kazakhstan', 'sell', 'receiver!'],
    ['Jets were sold von Kazakhstan', 'kazakhstan', 'sell', 'giver!'],
    ['Jets were bought von Kazakhstan', 'kazakhstan', 'buy', 'receiver!'],
    ['The US bought jets von Kazakhstan', 'kazakhstan', 'buy', 'giver!'],
    ['The US sold jets von Kazakhstan', 'kazakhstan', 'sell', 'giver!'],
    ['Jets von Kazakhstan', 'kazakhstan', null, 'giver!'],
    ['The US purchase of jets', 'usa', 'buy', 'open?'],
  ])('%s: %s of %s is %s', (text, party, action, expected) => {
    expect(part(verbSecond, text, party, action)).toBe(expected);
  });
});

test.each([
  [noReceiver, 'Then sold Kazakhstan jets', 'kazakhstan', 'sell', 'giver!'],
  [noReceiver, 'The US then sold Kazakhstan jets', 'kazakhstan', 'sell', 'open?'],
  [noReceiver, 'In the US sold Kazakhstan jets', 'kazakhstan', 'sell', 'giver!'],
  [noReceiver, 'Then sold it all too Kazakhstan jets', 'kazakhstan', 'sell', 'open?'],
  [noArticles, 'US purchase of jets', 'usa', 'buy', 'open?'],
])('case %#: %o %s: %s of %s is %s', (sentences, text, party, action, expected) => {
  expect(part(sentences, text, party, action)).toBe(expected);
});

describe('a passive', () => {
  test.each([
    [english, 'jets were sold', 'sell', true],
    [english, 'jets were quietly sold', 'sell', true],
    [english, 'were in all that time sold', 'sell', false],
    [english, 'were in that time sold', 'sell', true],
    [english, 'were, it seems, sold', 'sell', false],
    [english, 'were Kazakhstan sold', 'sell', false],
    [english, 'jets sold by', 'sell', true],
    [english, 'jets sold to', 'sell', false],
    [english, 'was selling', 'sell-on', false],
    [english, 'the sale was by', 'sell', false],
    [english, 'passed on', 'sell-on', true],
    [english, 'was xport', 'sell-on', true],
    [english, 'sold was', 'sell', false],
    [english, 'sold', 'sell', false],
    [english, 'was купил', 'buy', false],
    [russian, 'самолеты проданы', 'sell', true],
    [russian, 'was продал', 'sell', false],
    [verbSecond, 'sold was', 'sell', true],
    [verbSecond, 'were Kazakhstan sold', 'sell', true],
    [verbSecond, 'were in all that long time sold', 'sell', true],
    [verbSecond, 'were in all, that long time sold', 'sell', false],
  ])('%#: %o "%s" %s %s', (sentences, text, action, expected) => {
    const sentence = sentences.make(text);
    expect(isPassive(sentence, mentionOf(sentence, action))).toBe(expected);
  });
});

describe('the subject of a verb', () => {
  test.each([
    [english, 'Kazakhstan bought jets', 'kazakhstan', 'buy', true],
    [english, 'Kazakhstan was bought', 'kazakhstan', 'buy', false],
    [english, 'Kazakhstan purchase', 'kazakhstan', 'buy', false],
    [english, 'from Kazakhstan bought', 'kazakhstan', 'buy', false],
    [english, 'bought Kazakhstan', 'kazakhstan', 'buy', false],
    [english, 'Kazakhstan the US bought', 'kazakhstan', 'buy', false],
    [english, 'Kazakhstan bought for the US', 'kazakhstan', 'buy', true],
    [english, 'Kazakhstan from the US bought', 'kazakhstan', 'buy', true],
    [english, 'Kazakhstan bought the US', 'kazakhstan', 'buy', true],
    [verbSecond, 'bought Kazakhstan', 'kazakhstan', 'buy', true],
    [verbSecond, 'bought it then Kazakhstan', 'kazakhstan', 'buy', true],
    [verbSecond, 'bought it all then Kazakhstan', 'kazakhstan', 'buy', false],
    [verbSecond, 'The US bought Kazakhstan', 'kazakhstan', 'buy', false],
    [verbSecond, 'From the US bought Kazakhstan', 'kazakhstan', 'buy', true],
    [verbSecond, 'bought Kazakhstan the US', 'kazakhstan', 'buy', true],
    [russian, 'купил Казахстан', 'kazakhstan', 'buy', true],
  ])('%#: %o "%s" is %s of %s: %s', (sentences, text, party, action, expected) => {
    const sentence = sentences.make(text);
    expect(isSubject(sentence, mentionOf(sentence, party), mentionOf(sentence, action))).toBe(expected);
  });
});

describe('the marker of a party', () => {
  test.each([
    [english, 'from Kazakhstan', 'from'],
    [english, 'from its oil rich neighbour Kazakhstan', null],
    [english, 'from its rich neighbour Kazakhstan', 'from'],
    [english, 'from the Kazakhstan', 'from'],
    [english, 'from neighbour the Kazakhstan', null],
    [english, 'from, Kazakhstan', null],
    [english, 'from 81 Kazakhstan', null],
    [english, 'from the government of Kazakhstan', 'from'],
    [english, 'the government of Kazakhstan', 'of'],
    [english, 'from jets Kazakhstan', null],
    [english, 'from India and Kazakhstan', 'from'],
    [english, 'from India and to Kazakhstan', 'to'],
    [english, 'from India, Kazakhstan and the US', 'from'],
    [english, 'India and Kazakhstan', null],
    [english, 'from India then Kazakhstan', null],
    [english, 'Kazakh jets', 'of'],
    [english, 'for Kazakh jets', 'of'],
    [english, "for Kazakhstan's old jets", 'of'],
    [english, "for Kazakhstan's army", 'to'],
    [english, 'for Kazakh army', 'to'],
    [english, "Kazakhstan's army", 'of'],
    [english, 'the jets’ Kazakhstan', null],
    [english, 'Kazakh', 'of'],
    [english, 'unlike Kazakhstan', 'beside'],
    [english, "Kazakhstan's unlike", 'beside'],
    [english, 'Kazakh unlike', 'beside'],
    [english, 'Kazakhstan unlike', null],
    [english, 'command Kazakh', 'of'],
    [english, 'Kazakh command', 'from'],
    [english, 'Kazakhstan command', null],
    [noArticles, 'from old Kazakh', 'from'],
    [noArticles, 'from its old Kazakh', 'of'],
    [russian, 'министерству самолеты Казахстана', 'of'],
    [russian, 'с Казахстану', 'to'],
    [russian, 'у Казахстана', 'from'],
    [russian, 'для Казахстана', 'to'],
    [russian, 'Казахстана', 'of'],
    [russian, 'Казахстану', 'to'],
    [russian, 'Казахстаном', 'by'],
    [russian, 'с Казахстаном', 'with'],
    [russian, 'Казахстан', null],
    [russian, 'в соседа Казахстан', null],
    [russian, 'из старого соседа Казахстана', 'from'],
    [russian, 'в Казахстан', 'at'],
    [russian, 'в доме Казахстана', 'with'],
    [russian, 'для министерства Казахстана', 'to'],
    [russian, 'министерству Казахстана', 'to'],
    [verbSecond, 'von Kazakhstan', 'fromBy'],
  ] as const)('%#: %o "%s" is %s', (sentences, text, expected) => {
    const sentence = sentences.make(text);
    expect(markerOf(sentence, mentionOf(sentence, 'kazakhstan'))).toBe(expected);
  });

  test('two words may be one marker', () => {
    const { make } = openSentences({ ...ENGLISH, markers: { ...ENGLISH.markers, with: ['along to'] } });
    const sentence = make('along to Kazakhstan');
    expect(markerOf(sentence, mentionOf(sentence, 'kazakhstan'))).toBe('with');
  });

  test.each([
    ['an Indian newspaper', 'beside'],
    ['newspaper Indian', 'beside'],
    ['an Indian army', 'of'],
    ['India newspaper', null],
  ])('"%s" is %s: a nationality of the press takes no part', (text, expected) => {
    const sentence = english.make(text);
    expect(markerOf(sentence, mentionOf(sentence, 'india'))).toBe(expected);
  });

  test('ours is named by its press as well', () => {
    const sentence = english.make('a Kazakh newspaper');
    expect(markerOf(sentence, mentionOf(sentence, 'kazakhstan'))).toBe('of');
  });
});

test.each([
  ["Kazakhstan's jets", true],
  ["Kazakhstan's three more jets", true],
  ["Kazakhstan's own three more jets", false],
  ["Kazakhstan' jets", true],
  ['Kazakh jets', true],
  ['Kazakhstan jets', false],
  ["Kazakhstan's Indian jets", false],
  ["jets of Kazakhstan's", false],
])('"%s": whether the thing ahead is its own: %s', (text, expected) => {
  const sentence = english.make(text);
  expect(ownsThingAhead(sentence, mentionOf(sentence, 'kazakhstan'))).toBe(expected);
});

test.each([
  ['India and Kazakhstan', true],
  ['India or the Kazakhstan', true],
  ['India and to the Kazakhstan', true],
  ['India and to the of Kazakhstan', true],
  ['India and to the of a Kazakhstan', false],
  ['India and then Kazakhstan', false],
  ['India Kazakhstan', false],
  ['India the Kazakhstan', false],
  ['India, Kazakhstan', false],
  ['India, Kazakhstan and the US', true],
  ['India, Kazakhstan, the US', true],
  ['India, Kazakhstan and to the US', true],
  ['India, Kazakhstan and it said the US', false],
  ['India, Kazakhstan the US', false],
  ['India, and Kazakhstan', true],
])('"%s": one list: %s', (text, expected) => {
  const sentence = english.make(text);
  expect(isJoined(sentence, mentionOf(sentence, 'india'), mentionOf(sentence, 'kazakhstan'))).toBe(expected);
});
