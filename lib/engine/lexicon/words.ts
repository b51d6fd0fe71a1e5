/**
 * Words: one word of a text to the pieces of forms that it may be: itself, its beginnings that are stems, with the
 * languages that have what is left as an ending. May give a piece that no form has; never keeps one back.
 */
import type { FormSections } from './form-table';
import { growA, growB, hasBit, hashEnding, PIECE, pieceA, pieceB, START_A, START_B, type PieceKind } from './hash';

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
export function openEndingMasks(sections: EndingSections): (word: string, from: number) => number {
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

  const pieceOf = (a: number, b: number, kind: PieceKind, rank: number, mask: number): Piece | null => {
    const piece = { a: pieceA(a, kind), b: pieceB(b, kind), rank, mask };
    return hasBit(pieceBits, piece.a) && hasBit(pieceBits, piece.b) ? piece : null;
  };

  const readNew = (key: string): Word => {
    const pieces: Piece[] = [];
    const take = (piece: Piece | null): void => {
      if (piece !== null) pieces.push(piece);
    };
    const isWhole = key.length <= longestWhole;
    const end = isWhole ? key.length : Math.min(key.length, longestStem);
    let a = START_A;
    let b = START_B;
    let next = 0;
    for (let i = 1; i <= end; i++) {
      a = growA(a, key.charCodeAt(i - 1));
      b = growB(b, key.charCodeAt(i - 1));
      if (stemLengths[next] !== i) continue;
      next++;
      take(pieceOf(a, b, PIECE.any, i, ALL_LANGUAGES));
      const inflected = pieceOf(a, b, PIECE.inflected, i, ALL_LANGUAGES);
      const mask = inflected === null ? 0 : endingMask(key, i);
      if (inflected !== null && mask !== 0) pieces.push({ ...inflected, mask });
    }
    if (isWhole) take(pieceOf(a, b, PIECE.whole, 0, ALL_LANGUAGES));
    const hasExact = isWhole && pieceOf(a, b, PIECE.exact, 0, ALL_LANGUAGES) !== null;
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
