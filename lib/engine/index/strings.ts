/**
 * Strings: every text of an index, once, known by the place where it begins. A letter takes one byte: the plain ones
 * their own, the most frequent others one of the index's alphabet, the rest three. A string is made when it is first
 * asked for. Some are names (of concepts and of what frames ask for), which have a number and are found by a hash table.
 */
import type { Sections } from './sections';

/** Bytes from here on stand for letters of the alphabet, the last of them for a letter that is written out. */
const FIRST_OTHER = 0x80;
const WRITTEN_OUT = 0xff;

/** The letters beyond ASCII that one byte stands for: the most frequent of `text`, the lesser first among equals. */
export function alphabetOf(text: string): Uint16Array<ArrayBuffer> {
  const counts = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FIRST_OTHER) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b);
  return Uint16Array.from(byCount.slice(0, WRITTEN_OUT - FIRST_OTHER), ([code]) => code);
}

export interface StringWriter {
  /** Where the string begins, the same for the same string. */
  add(text: string): number;
  finish(): Pick<Sections, 'text' | 'alphabet'>;
}

export function writeStrings(alphabet: Uint16Array<ArrayBuffer>): StringWriter {
  const starts = new Map<string, number>();
  const bytes: number[] = [];
  const places = new Map(Array.from(alphabet, (code, i) => [code, FIRST_OTHER + i] as const));
  return {
    add(text) {
      const known = starts.get(text);
      if (known !== undefined) return known;
      const start = bytes.length;
      starts.set(text, start);
      pushCount(bytes, text.length);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const place = code < FIRST_OTHER ? code : places.get(code);
        if (place === undefined) bytes.push(WRITTEN_OUT, code >> 8, code & 0xff);
        else bytes.push(place);
      }
      return start;
    },
    finish: () => ({ text: Uint8Array.from(bytes), alphabet }),
  };
}

/** A number of any size, seven bits a byte, the lowest first. */
export function pushCount(bytes: number[], number: number): void {
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
}

/** A slot holds the number of a name and, above it, so much of the name's hash that others are seldom read. */
const NUMBER_BITS = 20;
const NUMBER_MASK = 2 ** NUMBER_BITS - 1;

/** Slots for these names by number, at most four fifths full. Throws where there are more than a million. */
export function writeSlots(names: readonly string[]): Uint32Array<ArrayBuffer> {
  if (names.length >= NUMBER_MASK) throw new Error(`A pack may name ${NUMBER_MASK - 1} things at most.`);
  const slots = new Uint32Array(powerAbove(names.length * 1.25));
  names.forEach((name, number) => {
    const hash = hashName(name);
    let at = hash & (slots.length - 1);
    while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
    slots[at] = ((hash & ~NUMBER_MASK) | (number + 1)) >>> 0;
  });
  return slots;
}

/** The least power of two that is greater than `count`. */
export function powerAbove(count: number): number {
  return 2 ** Math.ceil(Math.log2(count + 1));
}

function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

export interface Strings {
  /** The string that begins there. */
  at(start: number): string;
  /** The name of that number. */
  nameOf(number: number): string;
  /** The number of a name, or -1 where the index has no such name. */
  numberOf(name: string): number;
}

export function openStrings({
  text,
  alphabet,
  names,
  slots,
}: Pick<Sections, 'text' | 'alphabet' | 'names' | 'slots'>): Strings {
  const made = new Map<number, string>();
  const at = (start: number): string => {
    const known = made.get(start);
    if (known !== undefined) return known;
    const string = readString(text, start, alphabet);
    made.set(start, string);
    return string;
  };
  const nameOf = (number: number): string => at(names[number] ?? 0);
  return {
    at,
    nameOf,
    numberOf(name) {
      const hash = hashName(name);
      for (let slot = hash; ; slot++) {
        const held = slots[slot & (slots.length - 1)] ?? 0;
        if (held === 0) return -1;
        const number = (held & NUMBER_MASK) - 1;
        if (((held ^ hash) & ~NUMBER_MASK) === 0 && nameOf(number) === name) return number;
      }
    },
  };
}

/** Letters that one native call takes without trouble. */
const CHUNK = 0x2000;

function readString(bytes: Uint8Array, start: number, alphabet: Uint16Array): string {
  let at = start;
  let length = 0;
  for (let unit = 1; ; unit *= 0x80) {
    const byte = bytes[at++] ?? 0;
    length += (byte & 0x7f) * unit;
    if (byte < 0x80) break;
  }
  const codes: number[] = [];
  let string = '';
  for (let i = 0; i < length; i++) {
    const byte = bytes[at++] ?? 0;
    if (byte < FIRST_OTHER) codes.push(byte);
    else if (byte < WRITTEN_OUT) codes.push(alphabet[byte - FIRST_OTHER] ?? 0);
    else codes.push(((bytes[at++] ?? 0) << 8) | (bytes[at++] ?? 0));
    if (codes.length < CHUNK) continue;
    string += String.fromCharCode(...codes);
    codes.length = 0;
  }
  return string + String.fromCharCode(...codes);
}
