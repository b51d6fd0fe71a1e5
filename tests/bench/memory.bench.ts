/** What stays in memory: of the sentinel in a frame, the annotator on a long page, the background with 10,000 claims. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../lib/engine/pack/schema';
import { readingData } from '../../lib/engine/pack/reading';
import { OUT } from '../support/browser';
import { openChromium } from '../support/chromium';
import { manyClaims } from './many-claims';
import { builtPack, bundleInPage, writeHandOver } from './stage/extension';
import { heapOf, heapOfSession } from './stage/heap';
import { benchPages, plantedPath, plainPath, servePages, type BenchPage } from './stage/pages';
import { askBackground } from './stage/sleep';
import { openStage, pathOf, type Stage } from './stage/stage';
import { bytes, median } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROUNDS = 3;
const CLAIMS = 10_000;
const HEAD = ['what', 'page', 'memory', 'bar'];

/** What one job leaves in the page's process beside what the bench's own script and the walk leave. */
async function leftBy(
  stage: Stage,
  path: string,
  scripts: readonly string[],
  job: string,
  ...args: string[]
): Promise<number> {
  const left: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await stage.run(path, ['in-page.js'], 'walk');
    const before = await heapOf(stage.page);
    await stage.run(path, ['in-page.js', ...scripts], job, ...args);
    const after = await heapOf(stage.page);
    left.push((after?.bytes ?? NaN) - (before?.bytes ?? NaN));
  }
  return median(left);
}

async function workerBytes(folder: string): Promise<number> {
  const extension = join(folder, 'extension');
  await cp(join(OUT, 'chrome-mv3'), extension, { recursive: true });
  // The build checked it.
  const pack = manyClaims(JSON.parse(await readFile(join(extension, 'pack.json'), 'utf8')) as Pack, CLAIMS);
  await writeFile(join(extension, 'pack.json'), JSON.stringify(pack));
  const browser = await openChromium(pathOf.chromium, extension, join(folder, 'profile'));
  try {
    const own = await browser.openOwn('options.html');
    // What the database page asks first; it needs every claim.
    await askBackground(own, 'chrome', 'rows/list', { from: 0, count: 50 });
    const target = await own.browser().waitForTarget((one) => one.type() === 'service_worker');
    const session = await target.createCDPSession();
    return (await heapOfSession(session)).bytes;
  } finally {
    await browser.close();
  }
}

const { ordinary, bySize } = benchPages();
const long: BenchPage = bySize.find(({ name }) => name === 'wikipedia-2') ?? bySize.at(-2) ?? ordinary;
const stage = await openStage('chromium', {
  pages: servePages([ordinary, long]),
  files: {
    'in-page.js': await bundleInPage('index'),
    'hand-over-bundled.json': writeHandOver(readingData(await builtPack())),
  },
});
const rows: (readonly string[])[] = [];
try {
  rows.push(
    ...(await rowsOf('sentinel', HEAD.length, async () => {
      const left = await leftBy(stage, plainPath(ordinary), ['sentinel.js'], 'look');
      return [
        ['sentinel', ordinary.name, bytes(left), barOf('memory-sentinel', left, 200_000, '≤ 200 kB:', bytes(left))],
      ];
    })),
    ...(await rowsOf('annotator', HEAD.length, async () => {
      const left = await leftBy(
        stage,
        plantedPath(long),
        ['annotator.js'],
        'scan',
        stage.file('hand-over-bundled.json'),
      );
      return [
        ['annotator', long.name, bytes(left), barOf('memory-annotator', left, 4_000_000, '≤ 4 MB:', bytes(left))],
      ];
    })),
  );
} finally {
  await stage.close();
}
const folder = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
rows.push(
  ...(await rowsOf('background', HEAD.length, async () => {
    const used = await workerBytes(folder);
    return [
      [
        'background with 10,000 claims',
        '',
        bytes(used),
        barOf('memory-worker', used, 30_000_000, '≤ 30 MB:', bytes(used)),
      ],
    ];
  })),
);
await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
hand('memory', {
  title: 'Memory',
  about: `Chromium's own count of a process's JavaScript heap and array memory after a collection, against the same page with the bare walk alone; medians of ${ROUNDS}. The sentinel's includes its source wrapped by the bench. The background has just given the first fifty of its 10,000 claims to the database page. Firefox does not tell.`,
  tables: [{ head: HEAD, rows }],
});
