/** When a picture counts as another one: a word on a long page does, a stray pixel does not. And whose pictures count. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test, vi } from 'vitest';
import { findWorstSquare, folderOf } from '../shots/compare';

const [WIDTH, HEIGHT] = [400, 4_000];

/** White, with black runs of pixels. */
function picture(...runs: readonly { readonly x: number; readonly y: number; readonly length: number }[]): PNG {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  png.data.fill(255);
  for (const { x, y, length } of runs)
    for (let i = x; i < x + length; i++) png.data.set([0, 0, 0, 255], 4 * (y * WIDTH + i));
  return png;
}

const WORD = [0, 3, 6, 9].map((y) => ({ x: 100, y: 3_000 + y, length: 12 }));

test('the same picture has no square that differs', () => {
  expect(findWorstSquare(picture(...WORD), picture(...WORD))).toBeNull();
});

test('a word that came on a page of 1.6 million pixels is found where it stands', () => {
  const worst = findWorstSquare(picture(), picture(...WORD));
  expect(worst).toEqual({ x: 96, y: 3_000, differing: 48 });
});

test('stray pixels do not add up, however many squares have one', () => {
  const strays = Array.from({ length: 100 }, (_, i) => ({ x: (i * 24) % 384, y: 30 * i, length: 1 }));
  expect(findWorstSquare(picture(), picture(...strays))?.differing).toBeLessThanOrEqual(2);
});

test('a machine that draws letters otherwise keeps pictures of its own', () => {
  const base = mkdtempSync(join(tmpdir(), 'dalel-shots-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const here = PNG.sync.write(picture(...WORD));
  const elsewhere = PNG.sync.write(picture({ x: 1, y: 1, length: 3 }));
  try {
    const first = folderOf('Chrome/156.0.1', here, base);
    expect(first).toEqual({ path: join(base, 'chrome-156'), isNew: true });
    // The same letters, packed otherwise.
    expect(folderOf('HeadlessChrome/156.0.2', PNG.sync.write(picture(...WORD), { deflateLevel: 1 }), base)).toBe(first);
    const other = folderOf('Chrome/156.0.1', elsewhere, base);
    expect(other).toEqual({ path: expect.stringMatching(/chrome-156-[0-9a-f]{8}$/u) as string, isNew: true });
    expect(folderOf('Chrome/156.0.1', elsewhere, base)).toBe(other);
    expect(folderOf('Firefox/153.0', here, base).path).toBe(join(base, 'firefox-153'));
  } finally {
    rmSync(base, { recursive: true });
    vi.restoreAllMocks();
  }
});
