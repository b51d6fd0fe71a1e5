/** Search: what it finds, in which order, and that it finds exactly what a library made for it finds. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { openSearch, searchWords, type SearchIndex } from '../../../lib/records/search';
import type { ClaimText } from '../../../lib/messages/protocol';
import { makeRows, makeText } from '../../../lib/store/rows';
import { ownPack } from './claims';

const ALL_ON = { sourcesOff: [], kindsOff: [] };
const NONE: ClaimText = { proposition: '', summaries: '', speakers: '', sources: '' };

function indexOf(texts: readonly ClaimText[]): SearchIndex {
  const index = openSearch();
  for (const text of texts) index.add(text);
  return index;
}

const inOrder = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
const found = (index: SearchIndex, query: string): readonly number[] => [...(index.find(query) ?? [])];

describe('on the claims of this repository', () => {
  const pack = ownPack();
  const rows = makeRows(pack, ALL_ON, 'en');
  const index = indexOf(rows.map(({ id }) => makeText(pack, id, ALL_ON)));

  test.each(['en', 'ru', 'kk'] as const)('every word of a proposition finds its claim in %s', (lang) => {
    for (const [number, { id }] of rows.entries()) {
      const proposition = pack.claims.get(id)?.proposition[lang] ?? '';
      const words = [...searchWords(proposition), proposition];
      expect([id, words.filter((word) => !found(index, word).includes(number))]).toEqual([id, []]);
    }
  });

  test('a whole proposition finds its own claim first', () => {
    for (const [number, { proposition }] of rows.entries()) expect(found(index, proposition)[0]).toBe(number);
  });
});

const TEXTS: readonly ClaimText[] = [
  { ...NONE, proposition: 'Kazakhstan bought the Su-30SM', speakers: 'Ministry of Defence' },
  { ...NONE, proposition: 'Казахстан купил самолёты', sources: 'Zonakz' },
  { ...NONE, proposition: 'Қазақстан ұшақ сатты', summaries: 'Says that the Su-30SM is not sold; café' },
];

test.each([
  ['su-30sm', [0, 2]],
  ['SU 30', [0, 2]],
  ['самолет', [1]],
  ['САМОЛЁТ', [1]],
  ['казах', [1]],
  ['қазақстан', [2]],
  // Typed without the Kazakh letters, and the first letters of another word with them.
  ['казакстан ушак', [2]],
  ['cafe', [2]],
  ['zona', [1]],
  ['ministry', [0]],
  ['kazakhstan india', []],
  ['stan', []],
  // A Latin "c" within a Cyrillic word.
  ['cамолет', [1]],
] as const)('%o finds rows %o', (query, numbers) => {
  expect(inOrder(found(indexOf(TEXTS), query))).toEqual(numbers);
});

test('a proposition weighs more than a summary, a whole word more than a beginning', () => {
  const index = indexOf([
    { ...NONE, summaries: 'tank' },
    { ...NONE, proposition: 'tankers' },
    { ...NONE, proposition: 'tank' },
  ]);
  expect(found(index, 'tank')).toEqual([2, 1, 0]);
});

test.each(['', '  ', '!?', '«»'])('%o searches for nothing', (query) => {
  expect(indexOf(TEXTS).find(query)).toBeNull();
});

const word = fc.stringMatching(/^[a-dа-гәқ1]{1,4}$/u);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const claimText = fc.record({ proposition: text, summaries: text, speakers: text, sources: text });

test('property: finds the rows that minisearch finds, for whatever words', () => {
  fc.assert(
    fc.property(
      fc.array(claimText, { maxLength: 8 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (texts, query) => {
        const oracle = new MiniSearch<ClaimText & { readonly id: number }>({
          fields: ['proposition', 'summaries', 'speakers', 'sources'],
          tokenize: (of) => [...searchWords(of)],
          processTerm: (term) => term,
        });
        oracle.addAll(texts.map((one, id) => ({ ...one, id })));
        const expected = oracle
          .search(query.join(' '), { prefix: true, combineWith: 'AND' })
          .map(({ id }) => Number(id));
        expect(inOrder(found(indexOf(texts), query.join(' ')))).toEqual(inOrder(expected));
      },
    ),
  );
});
