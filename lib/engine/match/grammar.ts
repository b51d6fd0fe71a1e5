/** A language's grammar words, opened once for matching. */
import { openCurrencies, type Currencies } from '../figures/amounts';
import { openNumberWords, type NumberWords } from '../figures/numbers';
import type { Language } from '../pack/schema';
import { parseForm } from '../lexicon/forms';
import { openPhrases, type IsEnding, type Phrases, type Spoken, type WordList } from '../lexicon/phrases';
import { fold } from '../text/fold';

export type Marker = keyof Language['markers'];
export type Cue = keyof Language['cues'];

export interface Grammar {
  readonly language: SpokenTraits;
  /** By key, or by two keys with a space between. */
  readonly markers: Pick<ReadonlyMap<string, Marker>, 'get' | 'has'>;
  readonly passive: WordList;
  readonly pronouns: WordList;
  readonly other: WordList;
  readonly articles: WordList;
  readonly and: WordList;
  readonly or: WordList;
  readonly negation: Phrases;
  readonly none: Phrases;
  readonly affirming: Phrases;
  readonly undoing: Phrases;
  readonly instead: Phrases;
  readonly aside: Phrases;
  readonly pointing: Phrases;
  readonly messages: Phrases;
  readonly told: Phrases;
  readonly adverbs: Phrases;
  readonly numbers: NumberWords;
  readonly currencies: Currencies;
  /** Words that open a relative clause. */
  readonly relative: Phrases;
  readonly cues: Readonly<Record<Cue, Phrases>>;
}

/** What a language is, beside its words. */
export type SpokenTraits = Pick<
  Language,
  'id' | 'order' | 'bareReceiver' | 'suffixNegation' | 'negativeEndings' | 'infinitives' | 'abbreviations'
>;

export function traitsOf(language: Language): SpokenTraits {
  const { id, order, bareReceiver, suffixNegation, negativeEndings, infinitives, abbreviations } = language;
  return { id, order, bareReceiver, suffixNegation, negativeEndings, infinitives, abbreviations };
}

function wordsOf(words: readonly string[]): WordList {
  const folded = new Set(words.map(fold));
  return { has: (key) => folded.has(key), isEmpty: folded.size === 0 };
}

export const markersOf = (language: Pick<Language, 'markers'>): ReadonlyMap<string, Marker> =>
  new Map(
    (Object.entries(language.markers) as [Marker, string[]][]).flatMap(([marker, words]) =>
      words.map((word) => [fold(word), marker] as const),
    ),
  );

/** For whoever has no index. */
export function openGrammar(language: Spoken, isEnding: IsEnding): Grammar {
  const { cues } = language;
  return {
    language,
    markers: markersOf(language),
    passive: wordsOf(language.passive),
    pronouns: wordsOf(language.pronouns),
    other: wordsOf(language.other),
    articles: wordsOf(language.articles),
    and: wordsOf(language.and),
    or: wordsOf(language.or),
    negation: openPhrases(language.negation, isEnding),
    none: openPhrases(language.none, isEnding),
    affirming: openPhrases(language.affirming, isEnding),
    undoing: openPhrases(language.undoing, isEnding),
    instead: openPhrases(language.instead, isEnding),
    aside: openPhrases(language.aside, isEnding),
    pointing: openPhrases(language.pointing, isEnding),
    messages: openPhrases(language.messages, isEnding),
    told: openPhrases(language.told, isEnding),
    adverbs: openPhrases(language.adverbs, isEnding),
    relative: openPhrases(language.relative, isEnding),
    numbers: openNumberWords(language, isEnding),
    currencies: openCurrencies(language, isEnding),
    cues: {
      deny: openPhrases(cues.deny, isEnding),
      doubt: openPhrases(cues.doubt, isEnding),
      proof: openPhrases(cues.proof, isEnding),
      denying: openPhrases(cues.denying, isEnding),
      untrue: openPhrases(cues.untrue, isEnding),
      refute: openPhrases(cues.refute, isEnding),
      unproven: openPhrases(cues.unproven, isEnding),
      condition: openPhrases(cues.condition, isEnding),
      ask: openPhrases(cues.ask, isEnding),
      report: openPhrases(cues.report, isEnding),
      but: openPhrases(cues.but, isEnding),
    },
  };
}

/** Everything in a language that is read as a phrase, and only when a sentence asks for it. */
const phrasesOf = (language: Language): readonly string[] => [
  ...language.negation,
  ...language.none,
  ...language.affirming,
  ...language.undoing,
  ...language.instead,
  ...language.aside,
  ...language.pointing,
  ...language.messages,
  ...language.told,
  ...language.adverbs,
  ...language.relative,
  ...[language.cues, language.bounds, language.currencies].flatMap((lists) => Object.values(lists).flat()),
];

/** What cannot be read in a grammar, said before any text is read with it; null where all of it can. */
export function findGrammarFault(language: Language): string | null {
  for (const phrase of phrasesOf(language)) {
    const form = parseForm(phrase);
    if (typeof form === 'string') return `A phrase of the language ${language.id} has ${form}.`;
  }
  return null;
}
