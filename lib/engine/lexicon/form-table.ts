/**
 * Form table: the forms of all concepts as hashes in sorted buckets, with the bits that say early that a word is in no
 * form. Built by the compiler, or where a pack is opened without an index; the same concepts give the same bytes.
 * What stands here of a form: 53 bits of its hash, its ordinal, and the number of its tag and language.
 */
import { powerAbove } from '../index/strings';
import type { Sections } from '../index/sections';
import type { Concept, Language } from '../pack/schema';
import { fold } from '../text/fold';
import { parseForm, type FormToken, type Tag } from './forms';
import { hashExact, hashPiece, hashText, joinA, joinB, PIECE, setBit, settle, type Pair } from './hash';

/** What forms share: what they say of grammar, and whose endings they take (a bit of the masks in `endings`). */
export interface FormKind {
  readonly tag: Tag | null;
  readonly lang: string;
  readonly isPlainCase: boolean;
  readonly endings: number;
}

export type FormSections = Pick<
  Sections,
  | ('firstForms' | 'buckets' | 'keys' | 'checks' | 'ordinals' | 'ordinalsHigh' | 'kinds')
  | ('pieceBits' | 'prefixBits' | 'stemLengths' | 'limits' | 'endings')
>;

const BITS_A_PIECE = 10;
const BITS_A_PREFIX = 4;
const FORMS_A_BUCKET = 8;
const MOST_KINDS = 256;
/** One bit a language and one for forms of any language. */
const MOST_LANGUAGES = 31;
/** Three words a slot: both hashes of an ending, and the languages that have it. */
export const ENDING_WORDS = 3;
export const TWO_BYTES = 0x10000;

interface Entry {
  readonly bucket: number;
  readonly key: number;
  readonly check: number;
  readonly ordinal: number;
  readonly kind: number;
}

export function buildForms(
  concepts: readonly Concept[],
  languages: readonly Language[],
): { readonly sections: FormSections; readonly kinds: readonly FormKind[] } {
  if (languages.length > MOST_LANGUAGES) throw new Error(`A pack may hold ${MOST_LANGUAGES} languages at most.`);
  const bits = new Map(languages.map(({ id }, i) => [id, i + 1]));
  const kinds = new Map<string, FormKind>();
  const numbers = new Map<string, number>();
  const pieces = new Map<string, Pair>();
  const prefixes = new Set<number>();
  const stems = new Set<number>();
  const hashed: { readonly run: Pair; readonly kind: number }[] = [];
  const firstForms: number[] = [];
  let mostTokens = 0;
  let longestWhole = 0;

  const kindOf = (kind: FormKind): number => {
    const key = JSON.stringify(kind);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    kinds.set(key, kind);
    return number;
  };
  const pieceOf = (token: FormToken): Pair => {
    const key = `${token.match} ${token.key} ${token.exact ?? ''}`;
    const pair = pieces.get(key) ?? hashToken(token);
    pieces.set(key, pair);
    // The key alone tells that some form may ask for its spelling.
    if (token.exact !== null) pieces.set(`exact ${token.key}`, hashPiece(token.key, PIECE.exact));
    if (token.match === 'whole') longestWhole = Math.max(longestWhole, token.key.length);
    else stems.add(token.key.length);
    return pair;
  };

  for (const concept of concepts) {
    firstForms.push(hashed.length);
    for (const [lang, forms] of Object.entries(concept.forms)) {
      const isInflected = concept.kind === 'party' && forms.some((notation) => notation.endsWith('@to'));
      for (const notation of forms) {
        const form = parseForm(notation);
        if (typeof form === 'string') throw new Error(`Concept ${concept.id} has ${form}.`);
        let run: Pair = { a: 0, b: 0 };
        form.tokens.forEach((token, i) => {
          if (i > 0) prefixes.add(run.a);
          const piece = pieceOf(token);
          run = { a: joinA(run.a, piece.a), b: joinB(run.b, piece.b) };
        });
        mostTokens = Math.max(mostTokens, form.tokens.length);
        const isPlainCase = isInflected && form.tag === null && form.tokens.at(-1)?.match === 'whole';
        hashed.push({ run, kind: kindOf({ tag: form.tag, lang, isPlainCase, endings: bits.get(lang) ?? 0 }) });
      }
    }
  }
  firstForms.push(hashed.length);
  if (numbers.size > MOST_KINDS) {
    throw new Error(`A pack may hold ${MOST_KINDS} pairs of tag and language at most, this one has ${numbers.size}.`);
  }
  const endings = writeEndings(languages);
  return {
    kinds: [...kinds.values()],
    sections: {
      firstForms: Uint32Array.from(firstForms),
      ...writeBuckets(hashed),
      pieceBits: writeBits(
        [...pieces.values()].flatMap(({ a, b }) => [a, b]),
        pieces.size * BITS_A_PIECE,
      ),
      prefixBits: writeBits([...prefixes], prefixes.size * BITS_A_PREFIX),
      stemLengths: Uint8Array.from([...stems].sort((a, b) => a - b)),
      limits: Uint32Array.from([mostTokens, longestWhole, endings.longest]),
      endings: endings.table,
    },
  };
}

function hashToken({ key, match, exact }: FormToken): Pair {
  return exact === null ? hashPiece(key, PIECE[match]) : hashExact(key, exact);
}

function writeBuckets(
  hashed: readonly { readonly run: Pair; readonly kind: number }[],
): Pick<FormSections, 'buckets' | 'keys' | 'checks' | 'ordinals' | 'ordinalsHigh' | 'kinds'> {
  const count = Math.max(2, powerAbove(hashed.length / FORMS_A_BUCKET));
  const entries = hashed
    .map(({ run, kind }, ordinal): Entry => ({
      bucket: run.a >>> bucketShift(count),
      key: run.b >>> 0,
      check: run.a & 0xff,
      ordinal,
      kind,
    }))
    .sort((a, b) => a.bucket - b.bucket || a.key - b.key || a.check - b.check || a.ordinal - b.ordinal);
  const buckets = new Uint32Array(count + 1);
  for (const { bucket } of entries) buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + 1;
  for (let i = 1; i <= count; i++) buckets[i] = (buckets[i] ?? 0) + (buckets[i - 1] ?? 0);
  const isLarge = entries.length > TWO_BYTES;
  return {
    buckets,
    keys: Uint32Array.from(entries, (entry) => entry.key),
    checks: Uint8Array.from(entries, (entry) => entry.check),
    ordinals: Uint16Array.from(entries, (entry) => entry.ordinal % TWO_BYTES),
    ordinalsHigh: Uint8Array.from(isLarge ? entries : [], (entry) => Math.floor(entry.ordinal / TWO_BYTES)),
    kinds: Uint8Array.from(entries, (entry) => entry.kind),
  };
}

/** By how much a hash is shifted to give one of `count` buckets, a power of two. */
export function bucketShift(count: number): number {
  return 32 - Math.log2(count);
}

function writeBits(hashes: readonly number[], least: number): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(powerAbove(least / 8));
  for (const hash of hashes) setBit(bits, hash);
  return bits;
}

/** Every ending with a mask of the languages that have it; bit 0 stands for all of them. */
function writeEndings(languages: readonly Language[]): { table: Uint32Array<ArrayBuffer>; longest: number } {
  const masks = new Map<string, number>();
  languages.forEach((language, i) => {
    for (const ending of language.endings.map(fold)) {
      masks.set(ending, (masks.get(ending) ?? 1) | (1 << (i + 1)));
    }
  });
  const slots = powerAbove(masks.size * 1.3);
  const table = new Uint32Array(slots * ENDING_WORDS);
  for (const [ending, mask] of masks) {
    const { a, b } = hashText(ending);
    let slot = settle(a) & (slots - 1);
    while (table[slot * ENDING_WORDS + 2] !== 0) slot = (slot + 1) & (slots - 1);
    table.set([a, b, mask], slot * ENDING_WORDS);
  }
  return { table, longest: Math.max(0, ...[...masks.keys()].map((ending) => ending.length)) };
}
