/** A pack's index as text: what is stored beside the pack and handed to pages. Built anew wherever what is there does not fit. */
import { buildIndex, stampOf } from '../engine/index/build';
import { openIndex } from '../engine/index/open';
import { INDEX_FORMAT } from '../engine/index/sections';
import { readingData } from '../engine/pack/reading';
import type { Pack } from '../engine/pack/schema';
import type { ReadingData } from '../engine/types';
import type { StoredIndex } from './schema';

/** An index of which nobody has said yet whose it is. */
export type ShippedIndex = Omit<StoredIndex, 'pack'>;

/** Arguments that one call takes without trouble. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function isBuiltFrom({ format, base64 }: ShippedIndex, data: ReadingData): boolean {
  if (format !== INDEX_FORMAT) return false;
  try {
    return openIndex(fromBase64(base64)).stamp() === stampOf(data);
  } catch (reason) {
    console.warn('Dalel: a damaged index is built anew', reason);
    return false;
  }
}

/** The index given, where it is of today's format and was built from this very pack; else a new one. */
export function fittingIndex(pack: Pack, given: ShippedIndex | null): StoredIndex {
  const data = readingData(pack);
  if (given !== null && isBuiltFrom(given, data)) return { pack: pack.header.id, ...given };
  return { pack: pack.header.id, format: INDEX_FORMAT, base64: toBase64(buildIndex(data)) };
}
