/** The notation of forms and phrases, which mentions hide others, and the limits of a form table. */
import { describe, expect, test } from 'vitest';
import { ofLanguage, withoutCovered } from '../../../../lib/engine/lexicon/covered';
import { buildForms } from '../../../../lib/engine/lexicon/form-table';
import { parseForm } from '../../../../lib/engine/lexicon/forms';
import { openLexicon, type Mention } from '../../../../lib/engine/lexicon/lexicon';
import { endingsOf, openPhrases } from '../../../../lib/engine/lexicon/phrases';
import { openWords } from '../../../../lib/engine/lexicon/words';
import type { Concept } from '../../../../lib/engine/pack/schema';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const token = (key: string, match = 'whole', exact: string | null = null) => ({ key, match, exact });

describe('a form', () => {
  test.each([
    ['jet', [token('jet')], null],
    ['  Jet   Plane ', [token('jet'), token('plane')], null],
    ['jet+', [token('jet', 'inflected')], null],
    ['jet*', [token('jet', 'any')], null],
    ['=US', [token('us', 'whole', 'US')], null],
    [
      '=U.S.',
      [token('u', 'whole', 'U'), token('.', 'whole', '.'), token('s', 'whole', 'S'), token('.', 'whole', '.')],
      null,
    ],
    ['su-30+', [token('su'), token('30', 'inflected')], null],
    ['Ёлка', [token('елка')], null],
    ['kazakh @adj', [token('kazakh')], 'adj'],
    ['sold off @p', [token('sold'), token('off')], 'p'],
  ])('"%s" is %j, %s', (notation, tokens, tag) => {
    expect(parseForm(notation)).toEqual({ tokens, tag });
  });

  test.each([
    ['word @nothing', 'an unknown tag @nothing; known are @of @to @from @by @in @adj @p @n @not'],
    ['@of', 'a form without a word'],
    ['=US+', 'a word with both "=" and an open end in "=US+"'],
    ['=US*', 'a word with both "=" and an open end in "=US*"'],
    ['+', 'a form token without letters or digits in "+"'],
    ['jet +', 'a form token without letters or digits in "jet +"'],
    ['', 'a form token without letters or digits in ""'],
  ])('"%s" has %s', (notation, fault) => {
    expect(parseForm(notation)).toBe(fault);
  });
});

describe('phrases', () => {
  const find = (phrases: readonly string[], text: string, from = 0, to?: number) => {
    const tokens = tokenize(text);
    const opened = openPhrases(phrases, endingsOf(ENGLISH));
    return opened.all(tokens, from, to ?? tokens.length).map((hit) => [hit.from, hit.to]);
  };
  test.each([
    [
      ['not'],
      'not a not',
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [['not a'], 'not a not', [[0, 2]]],
    [
      ['not', 'not a'],
      'not a not',
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      ['not a', 'not'],
      'not a not',
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      ['den+'],
      'dens dened den denies',
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      ['den*'],
      'denies den de',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [['den* it'], 'denies it, denies us', [[0, 2]]],
    [['it den+'], 'it dens, it denies', [[0, 2]]],
    [['Éden'], 'eden', [[0, 1]]],
    [['$'], '5 $', [[1, 2]]],
    [['us $'], 'us $', [[0, 2]]],
    [['не'], 'не он', [[0, 1]]],
    [['den+', 'denies it'], 'denies it', [[0, 2]]],
    [[], 'not', []],
  ])('%j in "%s": %j', (phrases, text, hits) => {
    expect(find(phrases, text)).toEqual(hits);
  });

  test('stand from the first place asked for and begin before the last', () => {
    expect(find(['not'], 'not not not', 1, 2)).toEqual([[1, 2]]);
    expect(find(['not not'], 'not not not', 0, 1)).toEqual([[0, 2]]);
    expect(find(['not'], 'not', 0, 5)).toEqual([[0, 1]]);
  });

  test('at a place give their end, or nothing', () => {
    const phrases = openPhrases(['not a', 'not'], endingsOf(ENGLISH));
    const tokens = tokenize('so not a');
    expect([-1, 0, 1, 2, 3].map((at) => phrases.at(tokens, at))).toEqual([0, 0, 3, 0, 0]);
  });

  test('that cannot be read are refused when first asked for', () => {
    const phrases = openPhrases(['word @nothing', 'not'], endingsOf(ENGLISH));
    expect(() => phrases.at(tokenize('word'), 0)).toThrow(/^A phrase has an unknown tag @nothing/u);
  });

  test('endings are known folded, of what follows the stem', () => {
    const isEnding = endingsOf({ endings: ['', 'É'] });
    expect([isEnding('stem', 4), isEnding('steme', 4), isEnding('stemx', 4), isEnding('steme', 3)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('which mentions count', () => {
  const concepts = new Map<string, Mention['concept']>();
  const mention = (id: string, from: number, to: number, more: Partial<Mention> = {}): Mention => {
    const concept = concepts.get(id) ?? { id, kind: id.startsWith('p') ? ('party' as const) : ('object' as const) };
    concepts.set(id, concept);
    return { concept, means: new Set([id]), tag: null, lang: 'en', isPlainCase: false, from, to, ...more };
  };
  const kept = (...mentions: Mention[]) =>
    withoutCovered(mentions).map(({ concept, from, to }) => `${concept.id} ${from}-${to}`);

  test('the longer of two of one kind', () => {
    expect(kept(mention('a', 0, 1), mention('b', 0, 2))).toEqual(['b 0-2']);
    expect(kept(mention('b', 0, 2), mention('a', 0, 1))).toEqual(['b 0-2']);
    expect(kept(mention('b', 0, 2), mention('a', 1, 2))).toEqual(['b 0-2']);
    expect(kept(mention('b', 0, 3), mention('c', 0, 1), mention('a', 1, 2))).toEqual(['b 0-3']);
    expect(kept(mention('b', 0, 2), mention('a', 1, 3))).toEqual(['b 0-2', 'a 1-3']);
    expect(kept(mention('b', 0, 2), mention('p', 1, 2))).toEqual(['b 0-2', 'p 1-2']);
    expect(kept(mention('a', 0, 2), mention('b', 0, 2))).toEqual(['a 0-2', 'b 0-2']);
    expect(kept(mention('a', 0, 1), mention('b', 1, 3))).toEqual(['a 0-1', 'b 1-3']);
  });

  test('of one concept on the same words the first, unless tag or language differ', () => {
    expect(kept(mention('a', 0, 1), mention('a', 0, 1))).toEqual(['a 0-1']);
    expect(kept(mention('a', 0, 1), mention('a', 0, 1, { tag: 'n' }))).toHaveLength(2);
    expect(kept(mention('a', 0, 1), mention('a', 0, 1, { lang: 'ru' }))).toHaveLength(2);
    expect(kept(mention('a', 0, 1), mention('a', 1, 2))).toHaveLength(2);
  });

  const heard = (language: string, ...mentions: Mention[]) =>
    ofLanguage(mentions, language).map(({ concept, lang }) => `${concept.id} ${lang}`);
  test('what a word is in the language of the sentence, not what it is in another', () => {
    const [en, ru, any] = [mention('a', 0, 1), mention('b', 0, 1, { lang: 'ru' }), mention('c', 0, 1, { lang: 'any' })];
    expect(heard('en', en, ru, any)).toEqual(['a en', 'c any']);
    expect(heard('ru', en, ru, any)).toEqual(['b ru', 'c any']);
    expect(heard('de', en, ru, any)).toEqual(['a en', 'b ru', 'c any']);
    expect(heard('en', mention('a', 0, 2), mention('b', 1, 2, { lang: 'ru' }))).toEqual(['a en']);
    expect(heard('en', mention('a', 0, 1), mention('b', 0, 2, { lang: 'ru' }))).toEqual(['a en', 'b ru']);
    expect(heard('en', mention('a', 1, 2), mention('b', 0, 2, { lang: 'ru' }))).toEqual(['a en', 'b ru']);
  });

  test('a party is hidden by itself alone, and of one meaning the first counts', () => {
    expect(heard('en', mention('a', 0, 1), mention('p', 0, 1, { lang: 'ru' }))).toEqual(['a en', 'p ru']);
    expect(heard('en', mention('p', 0, 1, { lang: 'ru' }), mention('p', 0, 1))).toEqual(['p en']);
    expect(heard('en', mention('p', 0, 1), mention('p', 0, 1, { tag: 'of' }))).toEqual(['p en']);
  });
});

describe('a lexicon', () => {
  const find = (concepts: readonly Concept[], text: string) =>
    openLexicon(concepts, [ENGLISH, RUSSIAN])
      .find(tokenize(text), text)
      .map(({ concept, from, to, tag, lang, isPlainCase }) => [concept.id, from, to, tag, lang, isPlainCase]);

  test('gives each mention with its place, its tag and its language', () => {
    const concepts: readonly Concept[] = [
      {
        id: 'kz',
        kind: 'party',
        forms: { ru: ['казахстан', 'казахстан+', 'казахстану @to'], en: ['kazakhstan', 'kazakh @adj'] },
      },
      { id: 'sale', kind: 'action', forms: { en: ['sale @n'], any: ['deal'] } },
    ];
    expect(find(concepts, 'Kazakh deal, sale')).toEqual([
      ['kz', 0, 1, 'adj', 'en', false],
      ['sale', 1, 2, null, 'any', false],
      ['sale', 3, 4, 'n', 'en', false],
    ]);
    expect(find(concepts, 'Казахстан')).toEqual([['kz', 0, 1, null, 'ru', true]]);
    expect(find(concepts, 'Казахстану')).toEqual([
      ['kz', 0, 1, 'to', 'ru', false],
      ['kz', 0, 1, null, 'ru', false],
    ]);
    expect(find(concepts, 'kazakhstan')).toEqual([['kz', 0, 1, null, 'en', false]]);
  });

  test('an ending is of the language of its form; a form of any language takes all', () => {
    const concepts = (lang: string): Concept[] => [{ id: 'jet', kind: 'object', forms: { [lang]: ['jet+'] } }];
    expect(find(concepts('en'), 'jets')).toHaveLength(1);
    expect(find(concepts('en'), 'jetов')).toHaveLength(0);
    expect(find(concepts('any'), 'jets')).toHaveLength(1);
  });

  test('a long run of words is found, and one word less is not', () => {
    const concepts: readonly Concept[] = [
      { id: 'long', kind: 'object', forms: { en: ['a b c d e f g'] } },
      { id: 'short', kind: 'object', forms: { en: ['x y'] } },
    ];
    expect(find(concepts, 'x y a b c d e f g x').map(([id, from, to]) => [id, from, to])).toEqual([
      ['short', 0, 2],
      ['long', 2, 9],
    ]);
    expect(find(concepts, 'a b c d e f')).toEqual([]);
    expect(find(concepts, 'b c d e f g')).toEqual([]);
  });

  test('concepts stand for all that they are, in a circle too', () => {
    const lexicon = openLexicon(
      [
        { id: 'a', kind: 'party', is: ['b'], forms: { en: ['a'] } },
        { id: 'b', kind: 'party', is: ['c', 'a'], country: true, forms: { en: ['b'] } },
        { id: 'c', kind: 'party', forms: { en: ['c'] } },
      ],
      [ENGLISH],
    );
    expect([...lexicon.means('a')].toSorted()).toEqual(['a', 'b', 'c']);
    expect([...lexicon.means('c')]).toEqual(['c']);
    expect([...lexicon.means('nobody')]).toEqual(['nobody']);
    expect(lexicon.means('a')).toBe(lexicon.means('a'));
    expect(['a', 'b', 'c', 'nobody'].map((id) => lexicon.isCountry(id))).toEqual([true, true, false, false]);
  });
});

describe('the limits of a form table', () => {
  const languages = (count: number) => Array.from({ length: count }, (_, i) => ({ ...ENGLISH, id: `l${i}` }));
  test('thirty-one languages', () => {
    expect(() => buildForms([], languages(31))).not.toThrow();
    expect(() => buildForms([], languages(32))).toThrow('A pack may hold 31 languages at most.');
  });

  test('so many pairs of tag and language', () => {
    const forms = (count: number): Concept => ({
      id: 'many',
      kind: 'object',
      forms: Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, ['word']])),
    });
    expect(() => buildForms([forms(256)], [ENGLISH])).not.toThrow();
    expect(() => buildForms([forms(257)], [ENGLISH])).toThrow(
      '256 pairs of tag and language at most, this one has 257',
    );
  });

  test('what a form cannot say is told with its concept', () => {
    const bad: Concept = { id: 'bad', kind: 'object', forms: { en: ['=US+'] } };
    expect(() => buildForms([bad], [ENGLISH])).toThrow('Concept bad has a word with both "="');
  });

  test('lengths: of the longest run, of the longest whole word, of the longest ending, and of each stem', () => {
    const concepts: readonly Concept[] = [
      { id: 'a', kind: 'object', forms: { en: ['one two three', 'stem+', 'longeststem*', 'wholeword'] } },
    ];
    const { sections, kinds } = buildForms(concepts, [{ ...ENGLISH, endings: ['', 'ing', 's'] }]);
    expect([...sections.limits]).toEqual([3, 9, 3]);
    expect([...sections.stemLengths]).toEqual([4, 11]);
    expect(kinds).toEqual([{ tag: null, lang: 'en', isPlainCase: false, endings: 1 }]);
    expect(sections.sensesHigh.length).toBe(0);
    expect([...sections.firstSenses]).toEqual([0, 1]);
  });

  test('a word is kept once for all readings of it, and one that is in no form gives nothing', () => {
    const concepts: readonly Concept[] = [{ id: 'a', kind: 'object', forms: { en: ['jet+', 'jetfighter*', '=US'] } }];
    const words = openWords(buildForms(concepts, [ENGLISH]).sections);
    expect(words.read('jets')).toBe(words.read('jets'));
    expect(words.read('jets').pieces.map(({ rank }) => rank)).toEqual([3]);
    expect(words.read('jetfighters').pieces.map(({ rank }) => rank)).toEqual([10]);
    expect(words.read('us').hasExact).toBe(true);
    expect(words.read('qqq')).toEqual({ pieces: [], hasExact: false });
  });
});
