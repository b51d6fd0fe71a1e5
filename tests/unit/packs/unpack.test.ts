/** What of a file's bytes is text, packed or not, and what is refused before it costs more than its limit. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES, MAX_TEXT_BYTES, unpack } from '../../../lib/packs/unpack';
import { soundPack } from '../compile/sound';

describe('a file', () => {
  const packed = (text: string) => new Uint8Array(gzipSync(text));

  test('is read packed and unpacked', async () => {
    const text = JSON.stringify(soundPack());
    expect(await unpack(new TextEncoder().encode(text))).toEqual({ ok: true, text });
    expect(await unpack(packed(text))).toEqual({ ok: true, text });
  });

  test.each([
    ['a bomb of 200 MB', () => new Uint8Array(gzipSync(Buffer.alloc(200_000_000))), { kind: 'text-too-large' }],
    [
      'over 2 MB packed',
      () => Uint8Array.from([0x1f, 0x8b, ...new Uint8Array(MAX_FILE_BYTES)]),
      { kind: 'file-too-large' },
    ],
    [
      'exactly 2 MB that only begins as if it were packed',
      () => Uint8Array.from([0x1f, 0x8b, ...new Uint8Array(MAX_FILE_BYTES - 2)]),
      { kind: 'not-gzip' },
    ],
    ['the second byte of a packed file alone', () => Uint8Array.from([0x20, 0x8b]), { kind: 'not-text' }],
    ['over 16 MB of text', () => new Uint8Array(MAX_TEXT_BYTES + 1).fill(32), { kind: 'text-too-large' }],
    ['a gzip that is cut', () => packed('x'.repeat(5000)).slice(0, 20), { kind: 'not-gzip' }],
    [
      'a gzip with a wrong sum',
      () => packed('x'.repeat(5000)).map((byte, at, all) => (at === all.length - 8 ? byte ^ 1 : byte)),
      { kind: 'not-gzip' },
    ],
    ['bytes that are no UTF-8', () => Uint8Array.from([0x7b, 0xff, 0xfe]), { kind: 'not-text' }],
  ])('with %s is refused', async (_what, bytes, fault) => {
    expect(await unpack(bytes())).toMatchObject({ ok: false, fault });
  });

  test('with the first byte of a packed file alone is text', async () => {
    expect(await unpack(Uint8Array.from([0x1f, 0x20]))).toEqual({ ok: true, text: '\u001F ' });
  });

  test('may hold as much text as the limit, packed or not', async () => {
    const text = Buffer.alloc(MAX_TEXT_BYTES, ' ');
    for (const given of [new Uint8Array(text), new Uint8Array(gzipSync(text))]) {
      const unpacked = await unpack(given);
      expect(unpacked.ok ? unpacked.text.length : unpacked.fault).toBe(MAX_TEXT_BYTES);
    }
  });

  test('a bomb costs no more than its limit', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(200_000_000)));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    await unpack(bomb);
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
  });
});
