/** Opens an index: views on its bytes and what is read from them when first asked for. Throws where they are no index. */
import type { GateSources } from '../gate/gate';
import { openConcepts, type Concepts } from '../lexicon/concepts';
import type { FormKind } from '../lexicon/form-table';
import { openPhraseTable } from '../lexicon/phrase-table';
import type { Grammar } from '../match/grammar';
import { openIndexedGrammar, type WrittenLanguage } from '../match/indexed-grammar';
import type { Speech } from '../text/language';
import type { ClaimId, ReadingData } from '../types';
import { ROOTS } from './roots';
import { readSections, type Sections } from './sections';
import { openStrings, type Strings } from './strings';
import { openValues } from './values';

export interface Index {
  readonly sections: Sections;
  readonly strings: Strings;
  readonly concepts: Concepts;
  /** What tells the languages apart, in the pack's order. */
  speech(): readonly Speech[];
  /** Whether the concept opens the gate. */
  isAnchor(concept: string): boolean;
  /** What the gate searches for; null where the anchors are too many for it, and their words are known instead. */
  gate(): GateSources | null;
  kinds(): readonly FormKind[];
  /** Frames that any sentence might fill. */
  always(): readonly number[];
  /** That of the data that it was built from, see `stampOf`. */
  stamp(): string;
  /** That of a language by its number. */
  grammar(language: number): Grammar;
  claim(number: number): ReadingData['claims'][number];
  /** By id, or null where the index has no such claim. */
  claimOf(id: ClaimId): ReadingData['claims'][number] | null;
}

export function openIndex(bytes: Uint8Array): Index {
  const sections = readSections(bytes);
  const strings = openStrings(sections);
  const values = openValues(sections, strings);
  // What stands at a root or a number was written from that very type by `buildIndex`.
  const value = <T>(start: number | undefined): T => values.at(start ?? 0) as T;
  const root = <T>(name: (typeof ROOTS)[number]): T => value(sections.roots[ROOTS.indexOf(name)]);
  const once = <T>(make: () => T): (() => T) => {
    let made: { readonly it: T } | null = null;
    return () => (made ??= { it: make() }).it;
  };
  const phrases = openPhraseTable(
    sections,
    once(() => root('phraseKinds')),
    once(() => root('phraseLists')),
  );
  const grammars = new Map<number, Grammar>();
  const claims = new Map<number, ReadingData['claims'][number]>();
  const claim = (number: number): ReadingData['claims'][number] =>
    keep(claims, number, () => value(sections.claims[number]));
  return {
    sections,
    strings,
    concepts: openConcepts(sections, values, strings),
    speech: once(() => root('speech')),
    isAnchor(concept) {
      const number = strings.numberOf(concept);
      return number >= 0 && ((sections.anchors[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
    },
    gate: once(() => root('gate')),
    kinds: once(() => root('kinds')),
    always: once(() => root('always')),
    stamp: once(() => root('stamp')),
    grammar: (language) =>
      keep(grammars, language, () =>
        openIndexedGrammar(value<WrittenLanguage>(sections.languages[language]), phrases.of(language)),
      ),
    claim,
    claimOf(id) {
      for (const known of claims.values()) if (known.id === id) return known;
      const places = Array.from(sections.claims, (_, number) => number);
      const place = places.find((number) => claim(number).id === id);
      return place === undefined ? null : claim(place);
    },
  };
}

function keep<T>(kept: Map<number, T>, number: number, make: () => T): T {
  const known = kept.get(number);
  if (known !== undefined) return known;
  const made = make();
  kept.set(number, made);
  return made;
}
