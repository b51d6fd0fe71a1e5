/**
 * A file's bytes to its text, packed by gzip or not. Sizes are counted while it streams, so that a small file which
 * unpacks to gigabytes costs no more than the limit.
 */
import type { PackFault } from './fault';

export const MAX_FILE_BYTES = 2_000_000;
export const MAX_TEXT_BYTES = 16_000_000;

export type Unpacked = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: PackFault };

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** At most `most` bytes of a stream, or null where it holds more. Throws what the stream throws. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** `given` is what a file or an answer holds; never throws. */
export async function unpack(given: Uint8Array): Promise<Unpacked> {
  const refuse = (fault: PackFault): Unpacked => ({ ok: false, fault });
  if (given.byteLength > MAX_FILE_BYTES && isGzip(given))
    return refuse({ kind: 'file-too-large', most: MAX_FILE_BYTES });
  if (given.byteLength > MAX_TEXT_BYTES) return refuse({ kind: 'text-too-large', most: MAX_TEXT_BYTES });
  let bytes: Uint8Array | null = given;
  if (isGzip(given)) {
    try {
      // A copy in a buffer of its own: a view of shared memory is no part of a Blob.
      const stream = new Blob([given.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
      bytes = await collect(stream, MAX_TEXT_BYTES);
    } catch {
      return refuse({ kind: 'not-gzip' });
    }
  }
  if (bytes === null) return refuse({ kind: 'text-too-large', most: MAX_TEXT_BYTES });
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse({ kind: 'not-text' });
  }
}
