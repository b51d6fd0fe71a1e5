/**
 * Sections: typed arrays laid one after another into bytes, and given back as views on those bytes, so that opening
 * costs the same however much they hold. The numbers stand as the machine keeps them, and every machine that runs a
 * browser today keeps them little-endian.
 */
const MAGIC = 0x4c4c4144; // "DALL"
/** Counts up whenever what the sections mean changes; bytes of another number are built anew from the pack. */
export const INDEX_FORMAT = 4;
const HEADER_WORDS = 2;
const ALIGNED = 4;

/** In the order in which they stand in the bytes; an index holds all of them, empty ones too. */
export const SECTIONS = {
  text: Uint8Array,
  alphabet: Uint16Array,
  names: Uint32Array,
  slots: Uint32Array,
  values: Uint8Array,
  shapes: Uint32Array,
  roots: Uint32Array,
  concepts: Uint32Array,
  anchors: Uint8Array,
  anchorBits: Uint8Array,
  anchorLengths: Uint8Array,
  firstSenses: Uint32Array,
  kinds: Uint8Array,
  buckets: Uint32Array,
  keys: Uint32Array,
  senses: Uint16Array,
  sensesHigh: Uint8Array,
  pieceBits: Uint8Array,
  prefixBits: Uint8Array,
  stemLengths: Uint8Array,
  limits: Uint32Array,
  endings: Uint32Array,
  endingKinds: Uint8Array,
  endingMasks: Uint32Array,
  phraseFirstSenses: Uint32Array,
  phraseKinds: Uint8Array,
  phraseBuckets: Uint32Array,
  phraseKeys: Uint32Array,
  phraseSenses: Uint16Array,
  phraseSensesHigh: Uint8Array,
  phrasePieceBits: Uint8Array,
  phrasePrefixBits: Uint8Array,
  phraseStemLengths: Uint8Array,
  phraseLimits: Uint32Array,
  languages: Uint32Array,
  claims: Uint32Array,
  firstFrames: Uint32Array,
  filed: Uint32Array,
  filedFrames: Uint32Array,
  needs: Uint32Array,
  needed: Uint32Array,
} as const;

export type Sections = { readonly [Name in keyof typeof SECTIONS]: InstanceType<(typeof SECTIONS)[Name]> };

const aligned = (length: number): number => Math.ceil(length / ALIGNED) * ALIGNED;
const NAMES = Object.keys(SECTIONS) as readonly (keyof Sections)[];

export function writeSections(sections: Sections): Uint8Array {
  const parts = NAMES.map((name) => sections[name]);
  const head = (HEADER_WORDS + parts.length) * ALIGNED;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.byteLength), head));
  const words = new Uint32Array(bytes.buffer, 0, head / ALIGNED);
  words.set([MAGIC, INDEX_FORMAT, ...parts.map((part) => part.byteLength)]);
  let at = head;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return bytes;
}

/** Throws where the bytes are no index, are cut off, or are of another format than this version reads. */
export function readSections(given: Uint8Array): Sections {
  // Views of numbers must begin at a multiple of four; bytes that were cut out of others may not.
  const bytes = given.byteOffset % ALIGNED === 0 ? given : given.slice();
  const head = (HEADER_WORDS + NAMES.length) * ALIGNED;
  const words = bytes.length < head ? null : new Uint32Array(bytes.buffer, bytes.byteOffset, head / ALIGNED);
  if (words === null || words[0] !== MAGIC) throw new Error('These bytes are no index of a pack. Build it anew.');
  if (words[1] !== INDEX_FORMAT) {
    throw new Error(`The index is of format ${words[1]}, this version reads ${INDEX_FORMAT}. Build it anew.`);
  }
  let at = head;
  const sections: Record<string, Sections[keyof Sections]> = {};
  NAMES.forEach((name, i) => {
    const length = words[HEADER_WORDS + i] ?? 0;
    const View = SECTIONS[name];
    if (at + length > bytes.length) throw new Error(`The index is cut off in "${name}". Build it anew.`);
    sections[name] = new View(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length / View.BYTES_PER_ELEMENT);
    at += aligned(length);
  });
  return sections as unknown as Sections; // Every name was filled by its own view just above.
}
