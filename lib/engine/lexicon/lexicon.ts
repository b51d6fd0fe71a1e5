/**
 * Lexicon: finds the concepts that a run of tokens names. One table over all packs and languages: a word costs one
 * walk over its letters and a look-up for each of its beginnings that is a stem, however many forms there are.
 * Words are compared by hash: a word that is no form is taken for one about once in thirty-five thousand long pages.
 */
import { ownerOf } from '../index/owner';
import { openStrings, writeSlots, writeStrings } from '../index/strings';
import { openValues, writeValues } from '../index/values';
import type { Concept, Language } from '../pack/schema';
import type { Token } from '../text/tokens';
import { openConcepts, recordOf, type Concepts, type NamedConcept } from './concepts';
import { withoutCovered } from './covered';
import type { Tag } from './forms';
import { bucketShift, buildForms, TWO_BYTES, type FormKind, type FormSections } from './form-table';
import { hashExact, hasBit, joinA, joinB } from './hash';
import { ALL_LANGUAGES, openWords, type Piece } from './words';

export interface Mention {
  readonly concept: NamedConcept;
  /** The concept and all it stands for. */
  readonly means: ReadonlySet<string>;
  readonly tag: Tag | null;
  /** The language of the form, or `any`. */
  readonly lang: string;
  /** The plain form of a name that this language inflects: it can only be a subject, or the object of a getting. */
  readonly isPlainCase: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Lexicon {
  find(tokens: readonly Token[], text: string): Mention[];
  /** The concept and all it stands for; just itself where unknown. */
  means(concept: string): ReadonlySet<string>;
  /** Whether the concept is a country, or stands for one. */
  isCountry(concept: string): boolean;
}

/** A form that stands at a place of the text. `rank` is 0 for a whole first word, else the length of its stem. */
interface Hit {
  readonly rank: number;
  readonly sense: number;
  readonly to: number;
}

export function openLexiconOf(
  sections: FormSections,
  readKinds: () => readonly FormKind[],
  concepts: Concepts,
): Lexicon {
  const { buckets, keys, senses, sensesHigh, kinds, firstSenses, prefixBits, limits } = sections;
  const words = openWords(sections);
  const shift = bucketShift(buckets.length - 1);
  const [mostTokens = 0] = limits;
  let formKinds: readonly FormKind[] | null = null;
  const kindOf = (sense: number): FormKind | undefined => (formKinds ??= readKinds())[kinds[sense] ?? 0];

  /** Adds every form whose pieces hash to this run, in the languages that have the endings met on the way. */
  const lookUp = (a: number, b: number, mask: number, rank: number, to: number, hits: Hit[]): void => {
    const bucket = a >>> shift;
    const key = b >>> 0;
    const end = buckets[bucket + 1] ?? 0;
    for (let i = buckets[bucket] ?? 0; i < end; i++) {
      if (keys[i] !== key) continue;
      const sense = (senses[i] ?? 0) + (sensesHigh[i] ?? 0) * TWO_BYTES;
      if ((mask & (1 << (kindOf(sense)?.endings ?? 0))) !== 0) hits.push({ rank, sense, to });
    }
  };

  const piecesAt = (tokens: readonly Token[], at: number, text: string): readonly Piece[] => {
    const token = tokens[at];
    if (token === undefined) return [];
    const { pieces, hasExact } = words.read(token.key);
    if (!hasExact) return pieces;
    const { a, b } = hashExact(token.key, text.slice(token.start, token.end));
    return [...pieces, { a, b, rank: 0, mask: ALL_LANGUAGES }];
  };

  const findAt = (tokens: readonly Token[], from: number, text: string): Hit[] => {
    const hits: Hit[] = [];
    const extend = (at: number, a: number, b: number, mask: number, rank: number): void => {
      for (const piece of piecesAt(tokens, at, text)) {
        const nextMask = mask & piece.mask;
        if (nextMask === 0) continue;
        const nextA = joinA(a, piece.a);
        const nextB = joinB(b, piece.b);
        const nextRank = at === from ? piece.rank : rank;
        lookUp(nextA, nextB, nextMask, nextRank, at + 1, hits);
        if (at + 1 - from < mostTokens && hasBit(prefixBits, nextA)) extend(at + 1, nextA, nextB, nextMask, nextRank);
      }
    };
    extend(from, 0, 0, ALL_LANGUAGES, 0);
    return hits.length > 1 ? hits.sort((x, y) => x.rank - y.rank || x.sense - y.sense || x.to - y.to) : hits;
  };

  return {
    means: concepts.means,
    isCountry: concepts.isCountry,
    find(tokens, text) {
      const mentions: Mention[] = [];
      for (let from = 0; from < tokens.length; from++) {
        const token = tokens[from];
        if (token === undefined || token.kind === 'mark') continue;
        const word = words.read(token.key);
        if (word.pieces.length === 0 && !word.hasExact) continue;
        for (const { sense, to } of findAt(tokens, from, text)) {
          const concept = concepts.at(ownerOf(firstSenses, sense));
          const { tag = null, lang = '', isPlainCase = false } = kindOf(sense) ?? {};
          mentions.push({ concept, means: concepts.means(concept.id), tag, lang, isPlainCase, from, to });
        }
      }
      return withoutCovered(mentions);
    },
  };
}

/** For whoever has no index: builds the table and opens it. Throws where a form cannot be read. */
export function openLexicon(concepts: readonly Concept[], languages: readonly Language[]): Lexicon {
  const { sections, kinds } = buildForms(concepts, languages);
  const writer = writeStrings(new Uint16Array());
  const written = writeValues(writer);
  const records = concepts.map((concept) => written.add(recordOf(concept)));
  const named = concepts.map(({ id }) => id);
  const names = Uint32Array.from(named, writer.add);
  const values = written.finish();
  const strings = openStrings({ ...writer.finish(), names, slots: writeSlots(named) });
  const opened = openConcepts({ concepts: Uint32Array.from(records) }, openValues(values, strings), strings);
  return openLexiconOf(sections, () => kinds, opened);
}
