/** A grammar out of an index finds what one made of the notations finds. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../../lib/engine/index/build';
import { openIndex } from '../../../../lib/engine/index/open';
import { endingsOf, type Phrases } from '../../../../lib/engine/lexicon/phrases';
import { openGrammar, type Grammar } from '../../../../lib/engine/match/grammar';
import { listsOf } from '../../../../lib/engine/match/indexed-grammar';
import type { Language } from '../../../../lib/engine/pack/schema';
import { readingData } from '../../../../lib/engine/pack/reading';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { compiledClaims } from '../../../support/compiled-claims';
import { ENGLISH, RUSSIAN, SMALL } from '../../../support/small-pack';

const phrasesOf = (grammar: Grammar): readonly (readonly [string, Phrases])[] => [
  ...(['negation', 'none', 'affirming', 'undoing', 'instead', 'aside'] as const).map(
    (list) => [list, grammar[list]] as const,
  ),
  ...(['pointing', 'messages', 'relative'] as const).map((list) => [list, grammar[list]] as const),
  ...Object.entries(grammar.cues),
  ...grammar.numbers.bounds,
  ...grammar.currencies,
];
const WORDS = ['passive', 'pronouns', 'other', 'articles', 'and', 'or'] as const;

const { pack } = compiledClaims();
if (pack === null) throw new Error('The claims do not compile.');
const index = openIndex(buildIndex(readingData(pack)));
const texts = pack.claims.flatMap(({ fixtures }) => [...fixtures.positive, ...fixtures.negative]);

describe.each(pack.languages.map((language, number) => [language.id, language, number] as const))(
  'in %s',
  (id, language, number) => {
    const indexed = index.grammar(number);
    const plain = openGrammar(language, endingsOf(language));
    const sentences = texts.filter(({ lang }) => lang === id).map(({ text }) => tokenize(text));
    // Every phrase stands in a text of its own, too.
    const alone = [...listsOf(language).values()].flat().map((phrase) => tokenize(phrase.replaceAll(/[+*]/g, '')));

    test('every list finds the same phrases at the same places', () => {
      const inAll = (grammar: Grammar) =>
        phrasesOf(grammar).map(([name, phrases]) => ({
          name,
          hits: [...sentences, ...alone].map((tokens) => ({
            all: phrases.all(tokens, 0, tokens.length),
            at: phrases.at(tokens, 1),
            some: phrases.all(tokens, 1, 3),
          })),
        }));
      const found = inAll(indexed);
      const same = inAll(plain);
      // Compared as a whole, and told one by one only where that finds something: they are very many.
      if (!isDeepStrictEqual(found, same)) expect(found).toEqual(same);
      expect(found.flatMap(({ hits }) => hits.flatMap(({ all }) => all)).length).toBeGreaterThan(500);
    });

    test('every word stands for the same', () => {
      const keys = new Set([...sentences, ...alone].flatMap((tokens) => tokens.map(({ key }) => key)));
      const pairs = sentences.flatMap((tokens) => tokens.map(({ key }, i) => `${tokens[i - 1]?.key} ${key}`));
      const say = (grammar: Grammar) => (key: string) => [
        key,
        grammar.markers.get(key),
        grammar.markers.has(key),
        grammar.numbers.values.get(key),
        grammar.numbers.links.has(key),
        grammar.numbers.ranges.has(key),
        ...WORDS.map((list) => grammar[list].has(key)),
      ];
      const all = [...keys, ...pairs];
      expect(all.map(say(indexed))).toEqual(all.map(say(plain)));
      expect(WORDS.map((list) => indexed[list].isEmpty)).toEqual(WORDS.map((list) => plain[list].isEmpty));
    });
  },
);

test('an ending is of its own language alone', () => {
  const more = (language: Language, negation: string): Language => ({ ...language, negation: [negation] });
  const languages = [more(ENGLISH, 'jet+'), more(RUSSIAN, 'самолет+')];
  const opened = openIndex(buildIndex({ ...SMALL, languages }));
  const has = (number: number, text: string): boolean => opened.grammar(number).negation.at(tokenize(text), 0) > 0;
  expect([has(0, 'jets'), has(0, 'jet'), has(1, 'самолетов')]).toEqual([true, true, true]);
  expect([has(1, 'jets'), has(0, 'самолетов'), has(0, 'jetqq'), has(0, `jet${'s'.repeat(90)}`)]).not.toContain(true);
});

test('what is no word in a list of words is never met, and hinders nothing', () => {
  const odd = { ...ENGLISH, articles: ['-', 'the', 'so+', ''], ranges: ['@to'] };
  const { articles, numbers } = openIndex(buildIndex({ ...SMALL, languages: [odd, RUSSIAN] })).grammar(0);
  expect([articles.has('the'), articles.has('some'), articles.has('-'), numbers.ranges.has('–')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
