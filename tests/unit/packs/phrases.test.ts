/** Phrases of a reader or a feed become one frame that needs them all. */
import { expect, test } from 'vitest';
import { makePhraseFrame, readPhrase, suggestPhrases } from '../../../lib/packs/phrases';

test.each([
  ['jets', ['jets']],
  [' jets / fighters* ', ['jets', 'fighters*']],
  ['jets/fighters', ['jets', 'fighters']],
  ['=jets+  @of', ['jets of']],
  ['— / 81', ['81']],
  ['jets=fighters', ['jets fighters']],
  ['jets of * / jets', ['jets']],
  ['*', []],
  ['', []],
])('"%s" may be said as %j', (phrase, forms) => {
  expect(readPhrase(phrase)).toEqual(forms);
});

test('each phrase is a concept with a role of its own, and the longest opens the gate', () => {
  expect(makePhraseFrame('own', ['jets', 'patrol boats / ships', '—'])).toEqual({
    frame: { id: 'phrases', roles: { object: ['own-0'], topic: ['own-1'] }, within: 60 },
    concepts: [
      { id: 'own-0', kind: 'object', forms: { any: ['jets'] } },
      { id: 'own-1', kind: 'object', forms: { any: ['patrol boats', 'ships'] }, anchor: true },
    ],
  });
  const unlike = makePhraseFrame('own', ['jets / patrol boats', 'fighters']);
  expect(unlike?.concepts.map(({ anchor }) => anchor)).toEqual([true, undefined]);
  const even = makePhraseFrame('own', ['jets', 'guns']);
  expect(even?.concepts.map(({ anchor }) => anchor)).toEqual([true, undefined]);
});

test('six phrases count, and none is none', () => {
  const many = makePhraseFrame('own', ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1 is the longest']);
  expect(Object.values(many?.frame.roles ?? {})).toEqual([0, 1, 2, 3, 4, 5].map((at) => [`own-${at}`]));
  expect(Object.keys(many?.frame.roles ?? {})).toEqual(['object', 'topic', 'other', 'place', 'purpose', 'cue']);
  expect(many?.concepts.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'object'));
  expect(makePhraseFrame('own', ['—', ''])).toBeNull();
  expect(makePhraseFrame('own', [])).toBeNull();
});

test.each([
  ['Jets of Kazakhstan', ['Jets', 'Kazakhstan']],
  ['the old jets were sold in 2024 to the States', ['jets', 'were', '2024', 'States']],
  ['one two six ten', []],
  ['big machinery Oman bought equipment supplies ammunition', ['machinery', 'Oman', 'equipment', 'ammunition']],
  ['Some machinery bought equipment supplies ammunition', ['machinery', 'equipment', 'supplies', 'ammunition']],
  ['big machinery mIga bought equipment supplies ammunition', ['machinery', 'equipment', 'supplies', 'ammunition']],
  ['Казахстан продал самолеты', ['Казахст*', 'продал', 'самоле*']],
  ['jets Jets JETS', ['jets']],
  ['партия техники', ['партия', 'техни*']],
  ['Миг29УБМ и АК-12', ['Миг29УБМ', 'АК-12']],
  ['A-10 F16 81', ['A-10', 'F16', '81']],
  ['longest longer longish longed longs', ['longest', 'longer', 'longish', 'longed']],
])('of "%s" are suggested %j', (text, phrases) => {
  expect(suggestPhrases(text)).toEqual(phrases);
});
