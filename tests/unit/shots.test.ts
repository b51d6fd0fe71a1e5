/** When a picture counts as another one: a word on a long page does, a stray pixel does not. */
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { findWorstSquare } from '../shots/compare';

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
