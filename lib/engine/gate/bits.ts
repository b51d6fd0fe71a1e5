/**
 * Anchors of packs that were loaded, as one small set of bits that the sentinel can test a text against, however many
 * there are. Every anchor is known by its first letters; a text passes where any run of letters in it is known. May let
 * too much through; never drops a text that holds an anchor.
 */
import { bare, type Gate } from './gate';
import { standingFor } from './look-alikes';

/** As it is stored: how long the known runs are, which of them count in exactly their case, and the bits, six a character. */
export interface AnchorBits {
  readonly lengths: readonly number[];
  readonly exactLengths: readonly number[];
  readonly bits: string;
}

const SIZE = 1 << 16;
/** Longer runs tell anchors better, and a shorter anchor is known by all of it. */
const MOST_LETTERS = 6;
const EXACT_SEED = 0x9e37;
/** `0` to `o`, all of which JSON writes as they are. */
const FIRST_LETTER = 48;
const BITS_A_LETTER = 6;

/** One spelling for all that look the same. The anchors and the text go through it alike. */
const plain = (text: string): string => standingFor(bare(text));

function hashOf(text: string, from: number, length: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed ^ length;
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & (SIZE - 1);
}

/** `literals` as `shortestAnchors` gives them: one that begins with `=` counts in exactly its case. */
export function makeAnchorBits(literals: readonly string[]): AnchorBits {
  const bits = new Uint8Array(Math.ceil(SIZE / BITS_A_LETTER));
  const lengths = new Set<number>();
  const exactLengths = new Set<number>();
  for (const literal of literals) {
    const isExact = literal.startsWith('=');
    // Of several words the longest, since what stands between them is not known.
    const word = literal.split(' ').reduce((best, one) => (one.length > best.length ? one : best));
    const text = isExact ? plain(word.slice(1)) : plain(word).toLowerCase();
    const length = Math.min(text.length, MOST_LETTERS);
    if (length === 0) continue;
    (isExact ? exactLengths : lengths).add(length);
    const hash = hashOf(text, 0, length, isExact ? EXACT_SEED : 0);
    const at = Math.floor(hash / BITS_A_LETTER);
    bits[at] = (bits[at] ?? 0) | (1 << (hash % BITS_A_LETTER));
  }
  const letters = Array.from(bits, (six) => String.fromCharCode(FIRST_LETTER + six));
  return { lengths: [...lengths], exactLengths: [...exactLengths], bits: letters.join('') };
}

/** Time is linear in the text. */
export function openAnchorBits({ lengths, exactLengths, bits }: AnchorBits): Gate {
  const known = (text: string, from: number, length: number, seed: number): boolean => {
    const hash = hashOf(text, from, length, seed);
    const six = bits.charCodeAt(Math.floor(hash / BITS_A_LETTER)) - FIRST_LETTER;
    return ((six >> (hash % BITS_A_LETTER)) & 1) === 1;
  };
  const passes = (text: string, all: readonly number[], seed: number): boolean => {
    for (let from = 0; from < text.length; from++)
      for (const length of all) if (from + length <= text.length && known(text, from, length, seed)) return true;
    return false;
  };
  return {
    test(given) {
      const text = plain(given);
      return passes(text.toLowerCase(), lengths, 0) || passes(text, exactLengths, EXACT_SEED);
    },
  };
}
