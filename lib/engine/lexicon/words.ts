/**
 * Words: one word of a text to the pieces of forms that it may be: itself, its beginnings that are stems, with the
 * languages that have what is left as an ending. May give a piece that no form has; never keeps one back.
 */
import type { FormSections } from './form-table';
import { beginning, growA, hasBit, hashEnding, hashText, PIECE, pieceA, pieceB, START_A, type PieceKind } from './hash';

/** A mask that lets every language through. */
export const ALL_LANGUAGES = -1;

export interface Piece {
  readonly a: number;
  readonly b: number;
  /** 0 for a whole word, else the length of the stem. */
  readonly rank: number;
  readonly mask: number;
}

export interface Word {
  readonly pieces: readonly Piece[];
  /** Some form asks for this word in one spelling. */
  readonly hasExact: boolean;
}

const NOTHING: Word = { pieces: [], hasExact: false };
/** Words seen on pages are looked up again and again; the cache is emptied when it grows past this. */
const CACHE_LIMIT = 20_000;

export interface Words {
  read(key: string): Word;
}

type EndingSections = Pick<FormSections, 'limits' | 'endings' | 'endingKinds' | 'endingMasks'>;
type WordSections = EndingSections & Pick<FormSections, 'pieceBits' | 'stemLengths'>;

/** Which languages have what follows the first `from` letters of a word as an ending: a bit each, see `FormKind`. */
function openEndingMasks(sections: EndingSections): (word: string, from: number) => number {
  const { limits, endings, endingKinds, endingMasks } = sections;
  const [, , longest = 0] = limits;
  return (word, from) => {
    if (word.length - from > longest) return 0;
    const hash = hashEnding(word, from);
    for (let slot = hash; ; slot++) {
      const at = slot & (endings.length - 1);
      const kind = endingKinds[at] ?? 0;
      if (kind === 0 || endings[at] === hash >>> 0) return endingMasks[kind] ?? 0;
    }
  };
}

export function openWords(sections: WordSections): Words {
  const { pieceBits, stemLengths, limits } = sections;
  const [, longestWhole = 0] = limits;
  const longestStem = stemLengths.at(-1) ?? 0;
  const endingMask = openEndingMasks(sections);
  const cache = new Map<string, Word>();

  const readNew = (key: string): Word => {
    const pieces: Piece[] = [];
    let hasExact = false;
    const isWhole = key.length <= longestWhole;
    const end = isWhole ? key.length : Math.min(key.length, longestStem);
    let a = START_A;
    let next = 0;
    for (let i = 1; i <= end; i++) {
      a = growA(a, key.charCodeAt(i - 1));
      const isStem = stemLengths[next] === i;
      if (isStem) next++;
      // One bit says of nearly every beginning of a word that no form has it.
      if (!hasBit(pieceBits, beginning(a))) continue;
      const hasKind = (kind: PieceKind): boolean => hasBit(pieceBits, pieceA(a, kind));
      const take = (kind: PieceKind, rank: number, mask: number): void => {
        pieces.push({ a: pieceA(a, kind), b: pieceB(hashText(key.slice(0, i)).b, kind), rank, mask });
      };
      if (isStem && hasKind(PIECE.any)) take(PIECE.any, i, ALL_LANGUAGES);
      const mask = isStem && hasKind(PIECE.inflected) ? endingMask(key, i) : 0;
      if (mask !== 0) take(PIECE.inflected, i, mask);
      if (i < key.length || !isWhole) continue;
      if (hasKind(PIECE.whole)) take(PIECE.whole, 0, ALL_LANGUAGES);
      hasExact = hasKind(PIECE.exact);
    }
    return pieces.length === 0 && !hasExact ? NOTHING : { pieces, hasExact };
  };

  return {
    read(key) {
      const known = cache.get(key);
      if (known !== undefined) return known;
      const word = readNew(key);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(key, word);
      return word;
    },
  };
}
