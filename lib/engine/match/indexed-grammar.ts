/** A language's grammar out of the phrase table of an index: which lists it is written as, and read from them again. */
import { numberValues, RANGE_MARKS } from '../figures/numbers';
import { parseForm } from '../lexicon/forms';
import type { Lists, ListsOfLanguage } from '../lexicon/phrase-table';
import type { Phrases } from '../lexicon/phrases';
import type { Language } from '../pack/schema';
import { markersOf, traitsOf, type Grammar, type Marker, type SpokenTraits } from './grammar';

/** What an index holds of a language beside its lists. */
export interface WrittenLanguage extends SpokenTraits {
  /** In the order in which they are tried. */
  readonly currencies: readonly string[];
}

export const writtenLanguage = (language: Language): WrittenLanguage => ({
  ...traitsOf(language),
  currencies: Object.keys(language.currencies),
});

function isWhole(word: string): boolean {
  const form = parseForm(word);
  return typeof form !== 'string' && form.tag === null && form.tokens.every(({ match }) => match === 'whole');
}

/** The lists of a language by their names. What follows a point in a name is what a word of that list stands for. */
export function listsOf(language: Language): Lists {
  const lists = new Map<string, string[]>();
  const add = (list: string, phrases: readonly string[]): void => {
    lists.set(list, [...(lists.get(list) ?? []), ...phrases]);
  };
  /** Words stand for themselves alone: what is none is never met. */
  const addWords = (list: string, words: readonly string[]): void => add(list, words.filter(isWhole));
  for (const list of ['negation', 'none', 'affirming', 'undoing', 'instead', 'aside'] as const)
    add(list, language[list]);
  for (const list of ['pointing', 'messages', 'told', 'adverbs', 'relative'] as const) add(list, language[list]);
  for (const list of ['passive', 'pronouns', 'other', 'articles', 'and', 'or'] as const) addWords(list, language[list]);
  addWords('ranges', [...language.ranges, ...RANGE_MARKS]);
  for (const group of ['cues', 'bounds', 'currencies'] as const)
    for (const [name, words] of Object.entries(language[group])) add(`${group}.${name}`, words);
  for (const [word, marker] of markersOf(language)) addWords(`markers.${marker}`, [word]);
  for (const [word, value] of numberValues(language)) addWords(`numbers.${value}`, [word]);
  return lists;
}

export function openIndexedGrammar({ currencies, ...language }: WrittenLanguage, lists: ListsOfLanguage): Grammar {
  const { phrases, words, nameOf } = lists;
  const bound = <Name extends string>(name: Name): readonly [Name, Phrases] => [name, phrases(`bounds.${name}`)];
  return {
    language,
    markers: {
      // Its name is that of a list of markers, see `listsOf`.
      get: (key) => nameOf('markers.', key) as Marker | undefined,
      has: (key) => nameOf('markers.', key) !== undefined,
    },
    passive: words('passive'),
    pronouns: words('pronouns'),
    other: words('other'),
    articles: words('articles'),
    and: words('and'),
    or: words('or'),
    negation: phrases('negation'),
    none: phrases('none'),
    affirming: phrases('affirming'),
    undoing: phrases('undoing'),
    instead: phrases('instead'),
    aside: phrases('aside'),
    pointing: phrases('pointing'),
    messages: phrases('messages'),
    told: phrases('told'),
    adverbs: phrases('adverbs'),
    relative: phrases('relative'),
    numbers: {
      values: {
        get(key) {
          const value = nameOf('numbers.', key);
          return value === undefined ? undefined : Number(value);
        },
      },
      links: words('and'),
      ranges: words('ranges'),
      bounds: [bound('over'), bound('under'), bound('about')],
    },
    currencies: currencies.map((currency) => [currency, phrases(`currencies.${currency}`)]),
    cues: {
      deny: phrases('cues.deny'),
      doubt: phrases('cues.doubt'),
      proof: phrases('cues.proof'),
      denying: phrases('cues.denying'),
      untrue: phrases('cues.untrue'),
      refute: phrases('cues.refute'),
      unproven: phrases('cues.unproven'),
      condition: phrases('cues.condition'),
      ask: phrases('cues.ask'),
      report: phrases('cues.report'),
      but: phrases('cues.but'),
    },
  };
}
