/**
 * Strings: every text of an index, once, as UTF-8 with a table of where each begins. A string is made when it is
 * first asked for. The first ones are names (of concepts and of what frames ask for), which are found by a hash table.
 */
import type { Sections } from './sections';

export interface StringWriter {
  /** The number of a string, given in the order of first use. */
  add(text: string): number;
  finish(): Pick<Sections, 'strings' | 'text'>;
}

export function writeStrings(): StringWriter {
  const numbers = new Map<string, number>();
  const starts = [0];
  const bytes: number[] = [];
  return {
    add(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      for (const letter of text) pushUtf8(bytes, letter.codePointAt(0) ?? 0);
      starts.push(bytes.length);
      return numbers.size - 1;
    },
    finish: () => ({ strings: Uint32Array.from(starts), text: Uint8Array.from(bytes) }),
  };
}

function pushUtf8(bytes: number[], code: number): void {
  const rest = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), rest(0));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), rest(6), rest(0));
  else bytes.push(0xf0 | (code >> 18), rest(12), rest(6), rest(0));
}

/** Slots for the first `count` strings, at most half full. */
export function writeSlots(names: readonly string[]): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(powerAbove(names.length * 2));
  names.forEach((name, number) => {
    let at = hashName(name) & (slots.length - 1);
    while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
    slots[at] = number + 1;
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
  return (hash ^ (hash >>> 15)) >>> 0;
}

export interface Strings {
  at(number: number): string;
  /** The number of a name, or -1 where the index has no such name. */
  numberOf(name: string): number;
}

export function openStrings({ strings, text, slots }: Pick<Sections, 'strings' | 'text' | 'slots'>): Strings {
  const made = new Map<number, string>();
  const at = (number: number): string => {
    const known = made.get(number);
    if (known !== undefined) return known;
    const string = readUtf8(text, strings[number] ?? 0, strings[number + 1] ?? 0);
    made.set(number, string);
    return string;
  };
  return {
    at,
    numberOf(name) {
      for (let slot = hashName(name); ; slot++) {
        const number = (slots[slot & (slots.length - 1)] ?? 0) - 1;
        if (number === -1 || at(number) === name) return number;
      }
    },
  };
}

function readUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to;) {
    const first = bytes[i++] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = first & (0x3f >> more);
    for (const end = i + more; i < end; i++) code = (code << 6) | ((bytes[i] ?? 0) & 0x3f);
    text += String.fromCodePoint(code);
  }
  return text;
}
