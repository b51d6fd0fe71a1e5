/** What stays in memory: of the sentinel in a frame, the annotator on a long page, the background with 10,000 claims. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pack } from '../../lib/engine/pack/schema';
import { readingData } from '../../lib/engine/pack/reading';
import { OUT } from '../support/browser';
import { openChromium } from '../support/chromium';
import { BROWSERS, type BrowserKind } from '../support/driven';
import { openFirefox } from '../support/firefox';
import { manyClaims } from './many-claims';
import { builtPack, bundleInPage, writeHandOver } from './stage/extension';
import { keptBy } from './stage/browser-memory';
import { heapOf, heapOfSession } from './stage/heap';
import { benchPages, plantedPath, plainPath, servePages, type BenchPage } from './stage/pages';
import { askBackground } from './stage/sleep';
import { openStage, pathOf, type Stage } from './stage/stage';
import { bytes, median } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROUNDS = 3;
const CLAIMS = 10_000;
const LOOK_EVERY_MS = 4_000;
const MOST_LOOKS = 15;
const ALIKE = 0.02;
const HEAD = ['what', 'browser', 'page', 'memory', 'bar'];

/** Of the page in front. */
async function pageBytes({ kind, page }: Stage): Promise<number> {
  return kind === 'firefox' ? (await keptBy(kind, page)).page : ((await heapOf(page))?.bytes ?? NaN);
}

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
    const before = await pageBytes(stage);
    await stage.run(path, ['in-page.js', ...scripts], job, ...args);
    const after = await pageBytes(stage);
    left.push(after - before);
  }
  return median(left);
}

/** Once two figures in a row are alike: a background that was just installed goes on seeding after its first answer. */
async function atRest(measure: () => Promise<number>): Promise<number> {
  let before = await measure();
  for (let i = 0; i < MOST_LOOKS; i++) {
    await pause(LOOK_EVERY_MS);
    const now = await measure();
    if (Math.abs(now - before) < before * ALIKE) return now;
    before = now;
  }
  return before;
}

async function backgroundBytes(kind: BrowserKind, folder: string): Promise<number> {
  const extension = join(folder, 'extension');
  await cp(join(OUT, kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'), extension, { recursive: true });
  // The build checked it.
  const pack = manyClaims(JSON.parse(await readFile(join(extension, 'pack.json'), 'utf8')) as Pack, CLAIMS);
  await writeFile(join(extension, 'pack.json'), JSON.stringify(pack));
  const open = kind === 'firefox' ? openFirefox : openChromium;
  const browser = await open(pathOf[kind], extension, join(folder, 'profile'));
  try {
    const own = await browser.openOwn('options.html');
    // What the database page asks first; it needs every claim.
    await askBackground(own, kind === 'firefox' ? 'browser' : 'chrome', 'rows/list', { from: 0, count: 50 });
    if (kind === 'firefox') return await atRest(async () => (await keptBy(kind, own)).background);
    const target = await own.browser().waitForTarget((one) => one.type() === 'service_worker');
    const session = await target.createCDPSession();
    return await atRest(async () => (await heapOfSession(session)).bytes);
  } finally {
    await browser.close();
  }
}

const { ordinary, bySize } = benchPages();
const long: BenchPage = bySize.find(({ name }) => name === 'wikipedia-2') ?? bySize.at(-2) ?? ordinary;
const files = {
  'in-page.js': await bundleInPage('index'),
  'hand-over-bundled.json': writeHandOver(readingData(await builtPack())),
};

async function pageRows(kind: BrowserKind): Promise<readonly (readonly string[])[]> {
  const stage = await openStage(kind, { pages: servePages([ordinary, long]), files });
  const row = (what: string, on: BenchPage, left: number, target: string, most: number): readonly string[] => [
    what,
    kind,
    on.name,
    bytes(left),
    barOf(target, left, most, `≤ ${bytes(most)}:`, `${bytes(left)} in ${kind}`),
  ];
  try {
    return [
      ...(await rowsOf(`sentinel, ${kind}`, HEAD.length, async () => {
        const left = await leftBy(stage, plainPath(ordinary), ['sentinel.js'], 'look');
        return [row('sentinel', ordinary, left, 'memory-sentinel', 200_000)];
      })),
      ...(await rowsOf(`annotator, ${kind}`, HEAD.length, async () => {
        const url = stage.file('hand-over-bundled.json');
        const left = await leftBy(stage, plantedPath(long), ['annotator.js'], 'scan', url);
        return [row('annotator', long, left, 'memory-annotator', 4_000_000)];
      })),
    ];
  } finally {
    await stage.close();
  }
}

const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  rows.push(...(await rowsOf(`pages, ${kind}`, HEAD.length, () => pageRows(kind))));
  const folder = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  rows.push(
    ...(await rowsOf(`background, ${kind}`, HEAD.length, async () => {
      const used = await backgroundBytes(kind, folder);
      const judged = barOf('memory-worker', used, 30_000_000, '≤ 30 MB:', `${bytes(used)} in ${kind}`);
      return [['background with 10,000 claims', kind, '', bytes(used), judged]];
    })),
  );
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
hand('memory', {
  title: 'Memory',
  about: `What JavaScript holds in a page's process after a collection, against the same page with the bare walk alone; medians of ${ROUNDS}: Chromium counts heap and arrays, Firefox what its engine keeps in all processes of pages, which other pages of the browser share. The sentinel's includes its source wrapped by the bench. The background gave the first fifty of its 10,000 claims to the database page and then came to rest; in Firefox its process holds two pages of ours as well.`,
  tables: [{ head: HEAD, rows }],
});
