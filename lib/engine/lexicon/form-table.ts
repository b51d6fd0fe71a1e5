/**
 * Form table: the forms of all concepts as hashes in sorted buckets, with the bits that say early that a word is in no
 * form. Built by the compiler, or where a pack is opened without an index; the same concepts give the same bytes.
 * What stands here of a form: 45 bits of its hash (those that pick its bucket, and 32), and its sense, which is its
 * concept with its tag and language.
 */
import { powerAbove } from '../index/strings';
import type { Sections } from '../index/sections';
import type { Concept, Language } from '../pack/schema';
import { fold } from '../text/fold';
import { parseForm, type FormToken, type Tag } from './forms';
import {
  beginning,
  hashEnding,
  hashExact,
  hashPiece,
  hashText,
  joinA,
  joinB,
  PIECE,
  pieceA,
  setBit,
  type Pair,
} from './hash';

/** What forms share: what they say of grammar, and whose endings they take (a bit of the masks in `endings`). */
export interface FormKind {
  readonly tag: Tag | null;
  readonly lang: string;
  readonly isPlainCase: boolean;
  readonly endings: number;
}

export type FormSections = Pick<
  Sections,
  | ('firstSenses' | 'kinds' | 'buckets' | 'keys' | 'senses' | 'sensesHigh')
  | ('pieceBits' | 'prefixBits' | 'stemLengths' | 'limits' | 'endings' | 'endingKinds' | 'endingMasks')
>;

const BITS_A_PIECE = 10;
const BITS_A_PREFIX = 4;
const FORMS_A_BUCKET = 16;
const MOST_KINDS = 256;
/** One bit a language and one for forms of any language. */
const MOST_LANGUAGES = 31;
/** Sets of languages that have an ending in common. */
const MOST_MASKS = 255;
export const TWO_BYTES = 0x10000;

interface Entry {
  readonly bucket: number;
  readonly key: number;
  readonly sense: number;
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
  /** What a word is asked for before it is looked up: its beginnings, and how a form meets them. */
  const asked = new Set<number>();
  const prefixes = new Set<number>();
  const stems = new Set<number>();
  const hashed: { readonly run: Pair; readonly sense: number }[] = [];
  const firstSenses: number[] = [];
  /** By sense, its tag and language. */
  const kindsOfSenses: number[] = [];
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
    const { a } = hashText(token.key);
    asked.add(beginning(a));
    // The key alone tells that some form may ask for its spelling.
    asked.add(pieceA(a, token.exact === null ? PIECE[token.match] : PIECE.exact));
    if (token.match === 'whole') longestWhole = Math.max(longestWhole, token.key.length);
    else stems.add(token.key.length);
    return pair;
  };

  for (const concept of concepts) {
    firstSenses.push(kindsOfSenses.length);
    const own = new Map<number, number>();
    const senseOf = (kind: number): number => {
      const known = own.get(kind);
      if (known !== undefined) return known;
      own.set(kind, kindsOfSenses.length);
      return kindsOfSenses.push(kind) - 1;
    };
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
        const kind = kindOf({ tag: form.tag, lang, isPlainCase, endings: bits.get(lang) ?? 0 });
        hashed.push({ run, sense: senseOf(kind) });
      }
    }
  }
  firstSenses.push(kindsOfSenses.length);
  if (numbers.size > MOST_KINDS) {
    throw new Error(`A pack may hold ${MOST_KINDS} pairs of tag and language at most, this one has ${numbers.size}.`);
  }
  const endings = writeEndings(languages);
  return {
    kinds: [...kinds.values()],
    sections: {
      firstSenses: Uint32Array.from(firstSenses),
      kinds: Uint8Array.from(kindsOfSenses),
      ...writeBuckets(hashed),
      pieceBits: writeBits([...asked], pieces.size * BITS_A_PIECE),
      prefixBits: writeBits([...prefixes], prefixes.size * BITS_A_PREFIX),
      stemLengths: Uint8Array.from([...stems].sort((a, b) => a - b)),
      limits: Uint32Array.from([mostTokens, longestWhole, endings.longest]),
      ...endings.sections,
    },
  };
}

function hashToken({ key, match, exact }: FormToken): Pair {
  return exact === null ? hashPiece(key, PIECE[match]) : hashExact(key, exact);
}

function writeBuckets(
  hashed: readonly { readonly run: Pair; readonly sense: number }[],
): Pick<FormSections, 'buckets' | 'keys' | 'senses' | 'sensesHigh'> {
  const count = Math.max(2, powerAbove(hashed.length / FORMS_A_BUCKET));
  const entries = hashed
    .map(({ run, sense }): Entry => ({ bucket: run.a >>> bucketShift(count), key: run.b >>> 0, sense }))
    .sort((a, b) => a.bucket - b.bucket || a.key - b.key || a.sense - b.sense);
  const buckets = new Uint32Array(count + 1);
  for (const { bucket } of entries) buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + 1;
  for (let i = 1; i <= count; i++) buckets[i] = (buckets[i] ?? 0) + (buckets[i - 1] ?? 0);
  const isLarge = entries.some(({ sense }) => sense >= TWO_BYTES);
  return {
    buckets,
    keys: Uint32Array.from(entries, (entry) => entry.key),
    senses: Uint16Array.from(entries, ({ sense }) => sense % TWO_BYTES),
    sensesHigh: Uint8Array.from(isLarge ? entries : [], ({ sense }) => Math.floor(sense / TWO_BYTES)),
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

/** Every ending by its hash, with the languages that have it; bit 0 of a mask stands for all of them. */
function writeEndings(languages: readonly Language[]): {
  readonly sections: Pick<FormSections, 'endings' | 'endingKinds' | 'endingMasks'>;
  readonly longest: number;
} {
  const masks = new Map<string, number>();
  languages.forEach((language, i) => {
    for (const ending of language.endings.map(fold)) {
      masks.set(ending, (masks.get(ending) ?? 1) | (1 << (i + 1)));
    }
  });
  const kinds = [0, ...new Set(masks.values())];
  if (kinds.length > MOST_MASKS) throw new Error(`The endings of a pack may be shared in ${MOST_MASKS} ways at most.`);
  const slots = powerAbove(masks.size * 1.3);
  const endings = new Uint32Array(slots);
  const endingKinds = new Uint8Array(slots);
  for (const [ending, mask] of masks) {
    const hash = hashEnding(ending, 0);
    let slot = hash & (slots - 1);
    while (endingKinds[slot] !== 0) slot = (slot + 1) & (slots - 1);
    endings[slot] = hash;
    endingKinds[slot] = kinds.indexOf(mask);
  }
  return {
    sections: { endings, endingKinds, endingMasks: Uint32Array.from(kinds) },
    longest: Math.max(0, ...[...masks.keys()].map((ending) => ending.length)),
  };
}
