/** The full scan alone, the reader being open: against the size of the page, for few phrases and many, and throttled. */
import { readingData } from '../../lib/engine/pack/reading';
import { BROWSERS } from '../support/driven';
import type { Walked } from './in-page/measure';
import type { Phases } from './in-page/phases';
import { builtPack, bundleInPage, writeHandOver } from './stage/extension';
import { benchPages, plantedPath, servePages, type BenchPage } from './stage/pages';
import { makePhrases, readPhrases } from './stage/phrases';
import { openStage, type Stage } from './stage/stage';
import { median, ms, times, whole } from './table/figures';
import type { Line } from './table/plot';
import { hand, rowsOf } from './table/section';
import { barOf, judge } from './table/targets';

const ROUNDS = 5;
const LONG_ROUNDS = 3;
const LONG_BYTES = 900_000;
const LONG_PAGE = 400_000;
const THROTTLE = 4;
const PACKS = [
  ['bundled', 'the bundled claims'],
  ['100', '100 phrases'],
  ['100000', '100,000 phrases'],
] as const;
const HEAD = [
  'page',
  'browser',
  'characters',
  'pack',
  'bare walk, ms',
  'scan, ms',
  'to the walk',
  'longest slice, ms',
  'findings',
  'long tasks',
  'bar',
];

const pages = benchPages();
const points = new Map<string, [number, number][]>();

async function pageRows(stage: Stage, page: BenchPage): Promise<readonly (readonly string[])[]> {
  const walks: Walked[] = [];
  const runs = new Map<string, Phases[]>(PACKS.map(([pack]) => [pack, []]));
  const rounds = page.html.length > LONG_BYTES ? LONG_ROUNDS : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    walks.push(await stage.run<Walked>(plantedPath(page), ['in-page.js'], 'walk'));
    for (const [pack] of PACKS) {
      const url = stage.file(`hand-over-${pack}.json`);
      runs.get(pack)?.push(await stage.run<Phases>(plantedPath(page), ['in-page.js'], 'phases', url));
    }
  }
  const walk = median(walks.map((one) => one.ms));
  const characters = walks[0]?.characters ?? 0;
  const took = (pack: string): number => median((runs.get(pack) ?? []).map((run) => run.readMs));
  const few = took('100');
  return PACKS.map(([pack, name]) => {
    const done = runs.get(pack) ?? [];
    const scan = took(pack);
    const line = `${name}, ${stage.kind}`;
    points.set(line, [...(points.get(line) ?? []), [characters, scan]]);
    const isCapped = done.some((run) => run.isCapped);
    const most = characters >= LONG_PAGE ? 3 * walk : Math.max(8, 3 * walk);
    const target = characters >= LONG_PAGE ? 'scan-long' : 'scan-article';
    const growth = `${times(scan, few)} of 100's`;
    const slice = median(done.map((run) => run.longestSliceMs));
    const where = `on ${page.name} in ${stage.kind}, ${name}`;
    judge('slice', slice, 8, `${ms(slice)} ms ${where}`);
    if (pack === '100000')
      judge('scan-growth', scan / few, 1.3, `${times(scan, few)} on ${page.name} in ${stage.kind}`);
    const longest = median(done.map((run) => run.long?.longestMs ?? NaN));
    judge('long-tasks', longest, 50, longest === 0 ? 'none' : `${ms(longest)} ms ${where}`);
    return [
      page.name,
      stage.kind,
      whole(characters),
      name,
      ms(walk),
      isCapped ? `${ms(scan)} (capped)` : ms(scan),
      times(scan, walk),
      ms(slice),
      whole(done[0]?.findings ?? 0),
      done[0]?.long === null ? '–' : whole(median(done.map((run) => run.long?.count ?? 0))),
      `${barOf(target, scan, most, `≤ ${ms(most)} ms:`, `${ms(scan)} ms of ${ms(most)} ${where}`)}${pack === '100000' ? `; ${growth}` : ''}`,
    ];
  });
}

/** Chromium alone can be slowed down. */
async function throttledRow(stage: Stage): Promise<readonly (readonly string[])[]> {
  const session = await stage.page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  try {
    const done: Phases[] = [];
    for (let i = 0; i < LONG_ROUNDS; i++) {
      const url = stage.file('hand-over-bundled.json');
      done.push(await stage.run<Phases>(plantedPath(pages.large), ['in-page.js'], 'phases', url));
    }
    const longest = median(done.map((run) => run.longestSliceMs));
    return [
      [
        pages.large.name,
        `${stage.kind}, ${THROTTLE} times slower`,
        '',
        PACKS[0][1],
        '',
        ms(median(done.map((run) => run.readMs))),
        '',
        ms(longest),
        whole(done[0]?.findings ?? 0),
        whole(median(done.map((run) => run.long?.count ?? 0))),
        barOf('slice-slow', longest, 16, 'slice ≤ 16 ms:', `${ms(longest)} ms on ${pages.large.name}`),
      ],
    ];
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  }
}

const pack = await builtPack();
const files: Record<string, string> = {
  'in-page.js': await bundleInPage('index'),
  'hand-over-bundled.json': writeHandOver(readingData(pack)),
};
for (const count of [100, 100_000]) {
  files[`hand-over-${count}.json`] = writeHandOver(readPhrases(makePhrases(count), pack.languages));
}
const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  const stage = await openStage(kind, { pages: servePages(pages.bySize), files });
  try {
    for (const page of pages.bySize) {
      rows.push(...(await rowsOf(`${kind}, ${page.name}`, HEAD.length, () => pageRows(stage, page))));
    }
    if (kind === 'chromium') rows.push(...(await rowsOf(`${kind}, slowed`, HEAD.length, () => throttledRow(stage))));
  } finally {
    await stage.close();
  }
}
const lines: Line[] = [...points].map(([name, list]) => ({ name, points: list.toSorted((a, b) => a[0] - b[0]) }));
const title = 'Full scan by size of the page';
hand('scan', {
  title: 'Full scan',
  about: `Blocks, tokens, lexicon, frames and stance of the whole page with the reader open, all slices together; medians of ${ROUNDS} fresh loads (${LONG_ROUNDS} of long pages). Twenty phrases and one bundled claim are planted in each page. Bars: 8 ms, three times the walk where that is more; a slice 8 ms, or 16 ms on a processor ${THROTTLE} times slower; from 100 to 100,000 phrases 1.3 times. Capped: reading stopped at its 500 ms.`,
  tables: [{ head: HEAD, rows }],
  plots: lines.length === 0 ? [] : [{ name: 'page-size', plot: { title, x: 'characters', y: 'ms', lines } }],
});
