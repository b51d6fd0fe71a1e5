/** A language's grammar words, opened once for matching. */
import { openCurrencies, type Currencies } from '../figures/amounts';
import { openNumberWords, type NumberWords } from '../figures/numbers';
import type { Language } from '../pack/schema';
import { parseForm } from '../lexicon/forms';
import { openPhrases, type IsEnding, type Phrases, type Spoken } from '../lexicon/phrases';
import { fold } from '../text/fold';

export type Marker = keyof Language['markers'];
export type Cue = keyof Language['cues'];

export interface Grammar {
  readonly language: Spoken;
  readonly markers: ReadonlyMap<string, Marker>;
  readonly passive: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  readonly negation: Phrases;
  readonly none: Phrases;
  readonly affirming: Phrases;
  readonly undoing: Phrases;
  readonly instead: Phrases;
  readonly aside: Phrases;
  readonly pointing: Phrases;
  readonly messages: Phrases;
  readonly numbers: NumberWords;
  readonly currencies: Currencies;
  /** Words that open a relative clause. */
  readonly relative: Phrases;
  readonly cues: Readonly<Record<Cue, Phrases>>;
}

const foldAll = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

export function openGrammar(language: Spoken, isEnding: IsEnding): Grammar {
  const { cues } = language;
  const markers = Object.entries(language.markers) as [Marker, string[]][];
  return {
    language,
    markers: new Map(markers.flatMap(([marker, words]) => words.map((word) => [fold(word), marker] as const))),
    passive: foldAll(language.passive),
    pronouns: foldAll(language.pronouns),
    other: foldAll(language.other),
    articles: foldAll(language.articles),
    and: foldAll(language.and),
    or: foldAll(language.or),
    negation: openPhrases(language.negation, isEnding),
    none: openPhrases(language.none, isEnding),
    affirming: openPhrases(language.affirming, isEnding),
    undoing: openPhrases(language.undoing, isEnding),
    instead: openPhrases(language.instead, isEnding),
    aside: openPhrases(language.aside, isEnding),
    pointing: openPhrases(language.pointing, isEnding),
    messages: openPhrases(language.messages, isEnding),
    relative: openPhrases(language.relative, isEnding),
    numbers: openNumberWords(language, isEnding),
    currencies: openCurrencies(language, isEnding),
    cues: {
      deny: openPhrases(cues.deny, isEnding),
      doubt: openPhrases(cues.doubt, isEnding),
      proof: openPhrases(cues.proof, isEnding),
      denying: openPhrases(cues.denying, isEnding),
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
