/**
 * Loading twenty pages without Dalel, with it, and with the same extension whose script in pages is empty, in turns: the
 * browser's own navigation timing and long tasks. All sides are opened alike, and nothing but puppeteer is attached.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { OUT } from '../support/browser';
import { BROWSERS, type BrowserKind } from '../support/driven';
import { serve } from '../support/serve';
import { BUILDS } from './stage/extension';
import { plainPath, servePages, twentyPages } from './stage/pages';
import { openPlain, type PlainBrowser } from './stage/plain-browser';
import { median, ms, times, whole } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROUNDS = 3;
const AFTER_MS = 400;
const HEAD = ['browser', '', 'content loaded, ms', 'load event, ms', 'long tasks', 'their time, ms', 'bar'];

/** The second is what the browser takes for any script in every page. */
const SIDES = ['without Dalel', 'with an empty script', 'with Dalel'] as const;
type Side = (typeof SIDES)[number];

interface Loaded {
  readonly contentMs: number;
  readonly loadMs: number;
  readonly longTasks: number;
  readonly longMs: number;
}

function noteLongTasks(): void {
  const world = globalThis as unknown as { dalelBenchLong: number[] };
  world.dalelBenchLong = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) world.dalelBenchLong.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
}

async function loadOnce(page: Page, url: string): Promise<Loaded> {
  await page.goto(url, { timeout: 60_000 });
  await pause(AFTER_MS);
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const long = (globalThis as unknown as { dalelBenchLong?: number[] }).dalelBenchLong ?? [];
    return {
      contentMs: navigation?.domContentLoadedEventEnd ?? NaN,
      loadMs: navigation?.loadEventEnd ?? NaN,
      longTasks: long.length,
      longMs: long.reduce((sum, one) => sum + one, 0),
    };
  });
}

/** Null where the side has no extension. A copy is made in `folder`. */
async function extensionOf(side: Side, kind: BrowserKind, folder: string): Promise<string | null> {
  const built = join(OUT, BUILDS[kind]);
  switch (side) {
    case 'without Dalel':
      return null;
    case 'with Dalel':
      return built;
    case 'with an empty script': {
      await cp(built, folder, { recursive: true });
      await writeFile(join(folder, 'sentinel.js'), '');
      return folder;
    }
  }
}

const pages = twentyPages();
const site = await serve(servePages(pages));

async function measure(kind: BrowserKind): Promise<readonly (readonly string[])[]> {
  const took = new Map<Side, Loaded[]>(SIDES.map((side) => [side, []]));
  const opened: (readonly [Side, PlainBrowser])[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  try {
    for (const side of SIDES) {
      const browser = await openPlain(kind, await extensionOf(side, kind, folder));
      await browser.page.evaluateOnNewDocument(noteLongTasks);
      opened.push([side, browser]);
    }
    for (let round = 0; round <= ROUNDS; round++) {
      for (const page of pages) {
        for (const [side, { page: tab }] of opened) {
          const loaded = await loadOnce(tab, site.url(plainPath(page)));
          // The first round fills caches of all and is not counted.
          if (round > 0) took.get(side)?.push(loaded);
        }
        // None is always the first.
        opened.push(...opened.splice(0, 1));
      }
    }
  } finally {
    for (const [, { close }] of opened) await close();
    await rm(folder, { recursive: true, force: true });
  }
  const of = (side: Side, pick: (one: Loaded) => number): number => median((took.get(side) ?? []).map(pick));
  const sum = (side: Side, pick: (one: Loaded) => number): number =>
    (took.get(side) ?? []).reduce((all, one) => all + pick(one), 0) / ROUNDS;
  const bare = of('without Dalel', (one) => one.loadMs);
  return SIDES.map((side) => {
    const load = of(side, (one) => one.loadMs);
    const ratio = times(load, bare);
    return [
      kind,
      side,
      ms(of(side, (one) => one.contentMs)),
      ms(load),
      kind === 'firefox' ? '–' : whole(Math.round(sum(side, (one) => one.longTasks))),
      kind === 'firefox' ? '–' : ms(sum(side, (one) => one.longMs)),
      {
        'without Dalel': '',
        'with an empty script': `${ratio} of without`,
        'with Dalel': `${ratio} of without; ${barOf('loading', load, bare * 1.05, '≤ 1.05 ×:', `${ratio} in ${kind}`)}`,
      }[side],
    ];
  });
}

const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) rows.push(...(await rowsOf(kind, HEAD.length, () => measure(kind))));
await site.close();
hand('loading', {
  title: 'Loading twenty pages',
  about: `Three browsers of each kind side by side, opened alike: without an extension, with the built one, and with the built one whose script in pages is an empty file, which is what the browser takes for any such script. Every page in each, in turns, ${ROUNDS} rounds after one to warm up. Medians over all loads; long tasks as the sum of a round, until ${AFTER_MS} ms after the load event (Firefox tells none).`,
  tables: [{ head: HEAD, rows }],
});
