/**
 * Lexicon: finds the concepts that a run of tokens names. One table over all packs and languages: a word costs one
 * walk over its letters and a look-up for each of its beginnings that is a stem, however many forms there are.
 * Words are compared by hash; two texts in a pair of which one is no form are taken for each other about once in
 * ten million pages.
 */
import type { Sections } from '../index/sections';
import { openStrings, writeSlots, writeStrings, type Strings } from '../index/strings';
import { writeValues } from '../index/values';
import type { Concept, Language } from '../pack/schema';
import type { Token } from '../text/tokens';
import { openConcepts, type Concepts, type NamedConcept } from './concepts';
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
  readonly ordinal: number;
  readonly kind: number;
  readonly to: number;
}

export function openLexiconOf(
  sections: FormSections,
  readKinds: () => readonly FormKind[],
  concepts: Concepts,
): Lexicon {
  const { buckets, keys, checks, ordinals, ordinalsHigh, kinds, firstForms, prefixBits, limits } = sections;
  const words = openWords(sections);
  const shift = bucketShift(buckets.length - 1);
  const [mostTokens = 0] = limits;
  let formKinds: readonly FormKind[] | null = null;

  /** Adds every form whose pieces hash to this run, in the languages that have the endings met on the way. */
  const lookUp = (a: number, b: number, mask: number, rank: number, to: number, hits: Hit[]): void => {
    const bucket = a >>> shift;
    const key = b >>> 0;
    const end = buckets[bucket + 1] ?? 0;
    for (let i = buckets[bucket] ?? 0; i < end; i++) {
      if (keys[i] !== key || checks[i] !== (a & 0xff)) continue;
      const kind = kinds[i] ?? 0;
      formKinds ??= readKinds();
      if ((mask & (1 << (formKinds[kind]?.endings ?? 0))) === 0) continue;
      hits.push({ rank, ordinal: (ordinals[i] ?? 0) + (ordinalsHigh[i] ?? 0) * TWO_BYTES, kind, to });
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
    return hits.length > 1 ? hits.sort((x, y) => x.rank - y.rank || x.ordinal - y.ordinal) : hits;
  };

  /** The concept whose forms begin at or before this one: the last such, by halving. */
  const conceptOf = (ordinal: number): NamedConcept => {
    let low = 0;
    let high = concepts.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firstForms[middle] ?? 0) <= ordinal) low = middle;
      else high = middle - 1;
    }
    return concepts.at(low);
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
        for (const { ordinal, kind, to } of findAt(tokens, from, text)) {
          const concept = conceptOf(ordinal);
          const { tag = null, lang = '', isPlainCase = false } = formKinds?.[kind] ?? {};
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
  const writer = writeStrings();
  const values = writeValues(writer);
  for (const { id } of concepts) writer.add(id);
  const starts = concepts.map(({ forms: _forms, ...concept }) => values.add(concept));
  const slots = writeSlots(concepts.map(({ id }) => id));
  const strings: Strings = openStrings({ ...writer.finish(), slots });
  const named: Pick<Sections, 'concepts' | 'values'> = { concepts: Uint32Array.from(starts), values: values.finish() };
  return openLexiconOf(sections, () => kinds, openConcepts(named, strings));
}
