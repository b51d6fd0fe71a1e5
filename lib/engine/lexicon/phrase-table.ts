/**
 * Phrase table: the words and phrases of all grammars as one form table, in which the lists that they stand in are what
 * concepts are in the lexicon's. Nothing of it is decoded: a sentence is looked through once for all the lists of its
 * language. Law: what `openPhrases` finds.
 */
import { ownerOf } from '../index/owner';
import type { Sections } from '../index/sections';
import type { Language } from '../pack/schema';
import type { Token } from '../text/tokens';
import { buildForms, type FormKind, type FormSections } from './form-table';
import type { PhraseHit, Phrases, WordList } from './phrases';
import { openRuns } from './runs';

/** By the name of each list what stands in it, in the notation of forms. */
export type Lists = ReadonlyMap<string, readonly string[]>;
type EndingSections = 'endings' | 'endingKinds' | 'endingMasks';
export type PhraseSections = Pick<Sections, Extract<keyof Sections, `phrase${string}`> | EndingSections>;

/** `lists` says of each language what stands in its lists. Throws where a phrase cannot be read. */
export function buildPhrases(
  languages: readonly Language[],
  lists: readonly Lists[],
): {
  readonly sections: Omit<PhraseSections, EndingSections>;
  readonly kinds: readonly FormKind[];
  readonly names: readonly string[];
} {
  const names = [...new Set(lists.flatMap((one) => [...one.keys()]))];
  const concepts = names.map((id) => ({
    id,
    kind: 'cue' as const,
    forms: Object.fromEntries(
      languages.map((language, i) => [language.id, (lists[i]?.get(id) ?? []).map(inAnySpelling)]),
    ),
  }));
  const { sections, kinds } = buildForms(concepts, languages);
  return {
    names,
    kinds,
    sections: {
      phraseFirstSenses: sections.firstSenses,
      phraseKinds: sections.kinds,
      phraseBuckets: sections.buckets,
      phraseKeys: sections.keys,
      phraseSenses: sections.senses,
      phraseSensesHigh: sections.sensesHigh,
      phrasePieceBits: sections.pieceBits,
      phrasePrefixBits: sections.prefixBits,
      phraseStemLengths: sections.stemLengths,
      phraseLimits: sections.limits,
    },
  };
}

const inAnySpelling = (notation: string): string => notation.replace(/(^|\s)=/g, '$1');

/** The lists of one language. */
export interface ListsOfLanguage {
  phrases(list: string): Phrases;
  words(list: string): WordList;
  /** The rest of the name of the last list that begins so and holds just these words, or undefined. */
  nameOf(start: string, words: string): string | undefined;
}

export interface PhraseTable {
  of(language: number): ListsOfLanguage;
}

const NONE: readonly PhraseHit[] = [];
/** Words seen on pages are looked up again and again; what is kept of them is dropped when it grows past this. */
const MOST_KEPT = 20_000;

export function openPhraseTable(
  given: PhraseSections,
  readKinds: () => readonly FormKind[],
  readNames: () => readonly string[],
): PhraseTable {
  const sections: FormSections = {
    firstSenses: given.phraseFirstSenses,
    kinds: given.phraseKinds,
    buckets: given.phraseBuckets,
    keys: given.phraseKeys,
    senses: given.phraseSenses,
    sensesHigh: given.phraseSensesHigh,
    pieceBits: given.phrasePieceBits,
    prefixBits: given.phrasePrefixBits,
    stemLengths: given.phraseStemLengths,
    limits: given.phraseLimits,
    endings: given.endings,
    endingKinds: given.endingKinds,
    endingMasks: given.endingMasks,
  };
  const runs = openRuns(sections, readKinds);
  const { firstSenses, kinds } = sections;

  return {
    of(language) {
      const mask = 1 << (language + 1);
      const found = new WeakMap<readonly Token[], ReadonlyMap<string, readonly PhraseHit[]>>();
      const known = new Map<string, readonly string[]>();

      /** By list, the longest phrase at each place, in order. */
      const look = (tokens: readonly Token[]): ReadonlyMap<string, readonly PhraseHit[]> => {
        const lists = new Map<string, PhraseHit[]>();
        for (let from = 0; from < tokens.length; from++) {
          for (const { sense, to } of runs.at(tokens, from, '', mask)) {
            const name = readNames()[ownerOf(firstSenses, sense)] ?? '';
            const list = lists.get(name);
            const last = list?.at(-1);
            if (list === undefined) lists.set(name, [{ from, to }]);
            else if (last?.from !== from) list.push({ from, to });
            else if (to > last.to) list[list.length - 1] = { from, to };
          }
        }
        found.set(tokens, lists);
        return lists;
      };
      const hitsOf = (tokens: readonly Token[], list: string): readonly PhraseHit[] =>
        (found.get(tokens) ?? look(tokens)).get(list) ?? NONE;

      /** The lists that hold just these words, in their order. */
      const listsOf = (words: string): readonly string[] => {
        const kept = known.get(words);
        if (kept !== undefined) return kept;
        const tokens = words.split(' ').map((key) => ({ key }));
        const hits = runs.at(tokens, 0, '', mask).filter(({ to }) => to === tokens.length);
        const lists = hits.map(({ sense }) => readNames()[ownerOf(firstSenses, sense)] ?? '');
        if (known.size >= MOST_KEPT) known.clear();
        known.set(words, lists);
        return lists;
      };

      return {
        phrases: (list) => ({
          at: (tokens, place) => hitsOf(tokens, list).find(({ from }) => from === place)?.to ?? 0,
          all: (tokens, from, to) => hitsOf(tokens, list).filter((hit) => hit.from >= from && hit.from < to),
        }),
        words: (list) => {
          const number = readNames().indexOf(list);
          const own = kinds.slice(firstSenses[number], firstSenses[number + 1]);
          return {
            has: (word) => listsOf(word).includes(list),
            isEmpty: !own.some((kind) => (mask & (1 << (readKinds()[kind]?.endings ?? 0))) !== 0),
          };
        },
        nameOf: (start, words) =>
          listsOf(words)
            .findLast((list) => list.startsWith(start))
            ?.slice(start.length),
      };
    },
  };
}
