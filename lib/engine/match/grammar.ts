/** A language's grammar words, opened once for matching. */
import { openCurrencies, type Currencies } from '../figures/amounts';
import { openNumberWords, type NumberWords } from '../figures/numbers';
import type { Language } from '../pack/schema';
import { openEndings, openPhrases, type Phrases } from '../lexicon/phrases';
import { fold } from '../text/fold';

export type Marker = keyof Language['markers'];
export type Cue = keyof Language['cues'];

export interface Grammar {
  readonly language: Language;
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

export function openGrammar(language: Language): Grammar {
  const { cues } = language;
  const endings = openEndings(language.endings);
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
    negation: openPhrases(language.negation, endings),
    none: openPhrases(language.none, endings),
    affirming: openPhrases(language.affirming, endings),
    undoing: openPhrases(language.undoing, endings),
    instead: openPhrases(language.instead, endings),
    aside: openPhrases(language.aside, endings),
    pointing: openPhrases(language.pointing, endings),
    messages: openPhrases(language.messages, endings),
    relative: openPhrases(language.relative, endings),
    numbers: openNumberWords(language),
    currencies: openCurrencies(language),
    cues: {
      deny: openPhrases(cues.deny, endings),
      doubt: openPhrases(cues.doubt, endings),
      proof: openPhrases(cues.proof, endings),
      denying: openPhrases(cues.denying, endings),
      ask: openPhrases(cues.ask, endings),
      report: openPhrases(cues.report, endings),
      but: openPhrases(cues.but, endings),
    },
  };
}
