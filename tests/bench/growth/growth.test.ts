/**
 * Growth: what reading costs, counted and not timed, so that a regression in order shows on any machine. Tokens folded
 * and frames tried are those of the text, however many claims the pack holds.
 */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../lib/engine/index/build';
import { check, openIndexedReader } from '../../../lib/engine/read';
import { fillFrame } from '../../../lib/engine/match/fill';
import { tokenize } from '../../../lib/engine/text/tokens';
import type { Block, Reader } from '../../../lib/engine/types';
import { exponent } from '../table/figures';
import { makeClaims, makeText } from './made-claims';

vi.mock('../../../lib/engine/text/tokens', { spy: true });
vi.mock('../../../lib/engine/match/fill', { spy: true });

interface Counts {
  readonly blocks: number;
  readonly tokens: number;
  readonly frames: number;
  readonly findings: number;
}

function count(reader: Reader, blocks: readonly Block[]): Counts {
  vi.mocked(tokenize).mockClear();
  vi.mocked(fillFrame).mockClear();
  const read = vi.fn<Reader['read']>(reader.read);
  const readings = check({ read }, blocks);
  return {
    blocks: read.mock.calls.length,
    tokens: vi.mocked(tokenize).mock.results.reduce((sum, { value }) => sum + (value as unknown[]).length, 0),
    frames: vi.mocked(fillFrame).mock.calls.length,
    findings: readings.reduce((sum, { findings }) => sum + findings.length, 0),
  };
}

const CLAIMS = [100, 1_000, 10_000, 50_000];
const SENTENCES = 200;
const TOLD = 40;

describe('with more claims', () => {
  const counts: Counts[] = [];

  beforeAll(() => {
    for (const claims of CLAIMS) {
      const reader = openIndexedReader(buildIndex(makeClaims(claims)));
      counts.push(count(reader, makeText(SENTENCES, TOLD)));
    }
  }, 120_000);

  test('every pack finds what the text tells', () => {
    expect(counts.map(({ findings }) => findings)).toEqual(CLAIMS.map(() => TOLD));
  });

  test.each(['blocks', 'tokens', 'frames'] as const)('as many %s are worked on', (what) => {
    const [few] = counts;
    expect(few?.[what]).toBeGreaterThan(0);
    expect(counts.map((one) => one[what])).toEqual(CLAIMS.map(() => few?.[what]));
  });
});

describe('with more text', () => {
  const reader = openIndexedReader(buildIndex(makeClaims(100)));
  const lengths = [100, 400, 1_600];

  test.each([
    ['tokens', 0],
    ['tokens', 40],
    ['frames', 40],
  ] as const)('%s grow no faster than the text, %i claims in a hundred sentences', (what, share) => {
    const points = lengths.map((length) => {
      const counted = count(reader, makeText(length, (length * share) / 100));
      return [length, counted[what]] as const;
    });
    expect(exponent(points)).toBeLessThan(1.05);
    expect(exponent(points)).toBeGreaterThan(0.95);
  });

  test('a text without a claim tries no frame', () => {
    expect(count(reader, makeText(400, 0)).frames).toBe(0);
  });
});

test('frames tried grow with the findings and not with what surrounds them', () => {
  const reader = openIndexedReader(buildIndex(makeClaims(100)));
  const told = [10, 40, 160];
  const points = told.map((findings) => [findings, count(reader, makeText(400, findings)).frames] as const);
  expect(exponent(points)).toBeLessThan(1.05);
});

test('the exponent of a square is two', () => {
  expect(exponent([2, 4, 8, 16].map((x) => [x, x * x * 3]))).toBeCloseTo(2, 6);
});
