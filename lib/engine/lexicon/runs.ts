/**
 * Runs: the forms of a table that begin at a token of a text. One walk over the letters of a word, and a look-up for each
 * of its beginnings that is a stem, however many forms there are.
 */
import { bucketShift, TWO_BYTES, type FormKind, type FormSections } from './form-table';
import { hashExact, hasBit, joinA, joinB } from './hash';
import { ALL_LANGUAGES, openWords, type Piece } from './words';

/** A form that stands at a place of the text. `rank` is 0 for a whole first word, else the length of its stem. */
export interface Hit {
  readonly rank: number;
  readonly sense: number;
  readonly to: number;
}

/** A token, or the key of one where no form asks for a spelling. */
interface Keyed {
  readonly key: string;
  readonly start?: number;
  readonly end?: number;
}

export interface Runs {
  /** The forms that begin at this token, in the languages of the mask: those of the whole word first. */
  at(tokens: readonly Keyed[], from: number, text: string, mask?: number): Hit[];
  kindOf(sense: number): FormKind | undefined;
}

const NO_HITS: Hit[] = [];

export function openRuns(sections: FormSections, readKinds: () => readonly FormKind[]): Runs {
  const { buckets, keys, senses, sensesHigh, kinds, prefixBits, limits } = sections;
  const words = openWords(sections);
  const shift = bucketShift(buckets.length - 1);
  const [mostTokens = 0] = limits;
  let formKinds: readonly FormKind[] | null = null;
  const kindOf = (sense: number): FormKind | undefined => (formKinds ??= readKinds())[kinds[sense] ?? 0];

  /** Adds every form whose pieces hash to this run, in the languages that have the endings met on the way. */
  const lookUp = (a: number, b: number, mask: number, rank: number, to: number, hits: Hit[]): void => {
    const bucket = a >>> shift;
    const key = b >>> 0;
    // Keys stand in order within a bucket.
    let low = buckets[bucket] ?? 0;
    let end = buckets[bucket + 1] ?? 0;
    while (low < end) {
      const middle = (low + end) >>> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else end = middle;
    }
    for (let i = low; keys[i] === key && i < (buckets[bucket + 1] ?? 0); i++) {
      const sense = (senses[i] ?? 0) + (sensesHigh[i] ?? 0) * TWO_BYTES;
      if ((mask & (1 << (kindOf(sense)?.endings ?? 0))) !== 0) hits.push({ rank, sense, to });
    }
  };

  return {
    kindOf,
    at(tokens, from, text, allowed = ALL_LANGUAGES) {
      const first = words.read(tokens[from]?.key ?? '');
      if (first.pieces.length === 0 && !first.hasExact) return NO_HITS;
      const hits: Hit[] = [];
      const extend = (at: number, a: number, b: number, mask: number, rank: number): void => {
        const token = tokens[at];
        if (token === undefined) return;
        const { pieces, hasExact } = words.read(token.key);
        const take = (piece: Piece): void => {
          const nextMask = mask & piece.mask;
          if (nextMask === 0) return;
          const nextA = joinA(a, piece.a);
          const nextB = joinB(b, piece.b);
          const nextRank = at === from ? piece.rank : rank;
          lookUp(nextA, nextB, nextMask, nextRank, at + 1, hits);
          if (at + 1 - from < mostTokens && hasBit(prefixBits, nextA)) extend(at + 1, nextA, nextB, nextMask, nextRank);
        };
        for (const piece of pieces) take(piece);
        if (hasExact) {
          take({ ...hashExact(token.key, text.slice(token.start, token.end)), rank: 0, mask: ALL_LANGUAGES });
        }
      };
      extend(from, 0, 0, allowed, 0);
      return hits.length > 1 ? hits.sort((x, y) => x.rank - y.rank || x.sense - y.sense || x.to - y.to) : hits;
    },
  };
}
