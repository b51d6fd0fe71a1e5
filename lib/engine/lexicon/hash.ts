/**
 * Hashes of words and of runs of words, two of 32 bits each, so that one pair stands for one text: some 45 bits of it
 * are kept for a form. They grow letter by letter, so all beginnings of a word are hashed by one walk over it.
 * The mixing steps are those of FNV-1a and of MurmurHash3's finalizer.
 */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

export const START_A = 0x811c9dc5 | 0;
export const START_B = 0x2545f491;

export const growA = (a: number, code: number): number => Math.imul(a ^ code, 0x01000193);

export function growB(b: number, code: number): number {
  const grown = Math.imul(b ^ code, 0x9e3779b1);
  return grown ^ (grown >>> 15);
}

export function settle(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** How a piece of a form meets a word of a text. */
export const PIECE = { whole: 1, inflected: 2, any: 3, exact: 4 } as const;
export type PieceKind = (typeof PIECE)[keyof typeof PIECE];

export const pieceA = (a: number, kind: PieceKind): number => settle(a ^ Math.imul(kind, 0x7feb352d));
export const pieceB = (b: number, kind: PieceKind): number => settle(b + Math.imul(kind, 0x68e31da4));

/** That of a word or of its first letters, however a form meets it: asked at each letter, so it is mixed little. */
export const beginning = (a: number): number => a ^ (a >>> 15);

/** The hash of a run of pieces, one piece longer. */
export const joinA = (run: number, piece: number): number => settle(Math.imul(run, 31) ^ piece);
export const joinB = (run: number, piece: number): number => settle(Math.imul(run, 33) + piece);

export function hashText(text: string): Pair {
  let a = START_A;
  let b = START_B;
  for (let i = 0; i < text.length; i++) {
    a = growA(a, text.charCodeAt(i));
    b = growB(b, text.charCodeAt(i));
  }
  return { a, b };
}

export function hashPiece(text: string, kind: PieceKind): Pair {
  const { a, b } = hashText(text);
  return { a: pieceA(a, kind), b: pieceB(b, kind) };
}

/** The hash of what follows a stem. */
export function hashEnding(word: string, from: number): number {
  let a = START_A;
  for (let i = from; i < word.length; i++) a = growA(a, word.charCodeAt(i));
  return settle(a);
}

/** A word that must be written so: its folded key and its own spelling together. */
export function hashExact(key: string, spelling: string): Pair {
  return hashPiece(`${key}\n${spelling}`, PIECE.exact);
}

/** A bit in a set of a power of two of bits. */
export const hasBit = (bits: Uint8Array, hash: number): boolean =>
  ((bits[(hash >>> 3) & (bits.length - 1)] ?? 0) & (1 << (hash & 7))) !== 0;

export function setBit(bits: Uint8Array, hash: number): void {
  const at = (hash >>> 3) & (bits.length - 1);
  bits[at] = (bits[at] ?? 0) | (1 << (hash & 7));
}
