/** How reading grows, by the clock: against claims, text and findings, as exponents. The counts are held by growth/growth.test.ts. */
import { buildIndex } from '../../lib/engine/index/build';
import { check, openIndexedReader } from '../../lib/engine/read';
import type { Block } from '../../lib/engine/types';
import { makeClaims, makeText } from './growth/made-claims';
import { exponent, median, ms, whole } from './table/figures';
import type { Line } from './table/plot';
import { hand, rowsOf } from './table/section';
import { judge } from './table/targets';

const ROUNDS = 7;
const CLAIMS = [100, 1_000, 10_000, 50_000];
const HEAD = ['against', 'from', 'to', 'first, ms', 'last, ms', 'exponent'];
const SENTENCES = 4_000;
const TOLD = 100;

function timeOf(run: () => void): number {
  const took: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    run();
    took.push(performance.now() - start);
  }
  return median(took);
}

const indexes = new Map<number, Uint8Array>();
function indexOf(claims: number): Uint8Array {
  const known = indexes.get(claims);
  if (known !== undefined) return known;
  const made = buildIndex(makeClaims(claims));
  indexes.set(claims, made);
  return made;
}

/** A reader opened anew, as each page opens its own. */
const readAnew = (claims: number, text: readonly Block[]): number =>
  timeOf(() => void check(openIndexedReader(indexOf(claims)), text));

/** Exponents that must not be exceeded, and the targets that they are of. */
const BARS: Readonly<Record<string, readonly [target: string, most: number]>> = {
  'claims, opening and reading': ['growth-claims', 0.1],
  sentences: ['growth-text', 1.1],
  findings: ['growth-findings', 1.1],
};

const SERIES: readonly (readonly [string, readonly number[], (value: number) => number])[] = [
  ['claims, opening and reading', CLAIMS, (claims) => readAnew(claims, makeText(SENTENCES, TOLD))],
  ['claims, opening alone', CLAIMS, (claims) => timeOf(() => void openIndexedReader(indexOf(claims)))],
  [
    'claims, building the index',
    CLAIMS,
    (claims) => {
      const data = makeClaims(claims);
      const start = performance.now();
      buildIndex(data);
      return performance.now() - start;
    },
  ],
  ['sentences', [1_000, 4_000, 16_000, 64_000], (sentences) => readAnew(1_000, makeText(sentences, TOLD))],
  ['findings', [100, 400, 1_600, 6_400], (findings) => readAnew(1_000, makeText(findings, findings))],
];

const lines: Line[] = [];
const rows: (readonly string[])[] = [];
for (const [name, values, measure] of SERIES) {
  const measured = await rowsOf(name, HEAD.length, async () => {
    const points = values.map((value) => [value, measure(value)] as const);
    lines.push({ name, points });
    const at = (place: number): readonly [number, number] => points.at(place) ?? [NaN, NaN];
    const [first, last] = [at(0), at(-1)];
    const grows = exponent(points);
    const judged = BARS[name];
    if (judged !== undefined) judge(judged[0], Math.max(0.001, grows), judged[1], grows.toFixed(2));
    return [[name, whole(first[0]), whole(last[0]), ms(first[1]), ms(last[1]), grows.toFixed(2)]];
  });
  rows.push(...measured);
}
hand('growth', {
  title: 'Growth',
  about: `In Node, medians of ${ROUNDS} (building once): made claims that share their parties and verbs, each about a thing of its own; ${whole(SENTENCES)} sentences with ${TOLD} of the claims told, unless they are what grows. An exponent of 0 is flat, of 1 linear.`,
  tables: [{ head: HEAD, rows }],
  plots: [
    { name: 'growth', plot: { title: 'Reading and building', x: 'claims, sentences or findings', y: 'ms', lines } },
  ],
});
