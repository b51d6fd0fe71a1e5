/** Loading twenty pages with the built extension and without it, in turns: the browser's own navigation timing and long tasks. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser';
import { BROWSERS, type BrowserKind } from '../support/driven';
import { serve } from '../support/serve';
import { plainPath, servePages, twentyPages } from './stage/pages';
import { openPlain } from './stage/plain-browser';
import { median, ms, times, whole } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROUNDS = 3;
const AFTER_MS = 400;
const HEAD = ['browser', '', 'content loaded, ms', 'load event, ms', 'long tasks', 'their time, ms', 'bar'];

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

const pages = twentyPages();
const site = await serve(servePages(pages));

async function measure(kind: BrowserKind): Promise<readonly (readonly string[])[]> {
  const plain = await openPlain(kind);
  const dalel = await openBrowser(kind);
  const took: Record<'with' | 'without', Loaded[]> = { with: [], without: [] };
  try {
    const own = await dalel.newPage();
    for (const page of [plain.page, own]) await page.evaluateOnNewDocument(noteLongTasks);
    for (let round = 0; round <= ROUNDS; round++) {
      for (const page of pages) {
        const url = site.url(plainPath(page));
        const without = await loadOnce(plain.page, url);
        const withIt = await loadOnce(own, url);
        // The first round fills caches of both and is not counted.
        if (round === 0) continue;
        took.without.push(without);
        took.with.push(withIt);
      }
    }
  } finally {
    await plain.close();
    await dalel.close();
  }
  const of = (side: 'with' | 'without', pick: (one: Loaded) => number): number => median(took[side].map(pick));
  const sum = (side: 'with' | 'without', pick: (one: Loaded) => number): number =>
    took[side].reduce((all, one) => all + pick(one), 0) / ROUNDS;
  const load = (side: 'with' | 'without'): number => of(side, (one) => one.loadMs);
  const row = (side: 'with' | 'without', name: string, judged: string): readonly string[] => [
    kind,
    name,
    ms(of(side, (one) => one.contentMs)),
    ms(load(side)),
    kind === 'firefox' ? '–' : whole(Math.round(sum(side, (one) => one.longTasks))),
    kind === 'firefox' ? '–' : ms(sum(side, (one) => one.longMs)),
    judged,
  ];
  return [
    row('without', 'without Dalel', ''),
    row(
      'with',
      'with Dalel',
      `${times(load('with'), load('without'))} of without; ${barOf('loading', load('with'), load('without') * 1.05, '≤ 1.05 ×:', `${times(load('with'), load('without'))} in ${kind}`)}`,
    ),
  ];
}

const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) rows.push(...(await rowsOf(kind, HEAD.length, () => measure(kind))));
await site.close();
hand('loading', {
  title: 'Loading twenty pages',
  about: `Two browsers of each kind side by side, one with the built extension, one without any; every page in both, in turns, ${ROUNDS} rounds after one to warm up. Medians over all loads; long tasks as the sum of a round, until ${AFTER_MS} ms after the load event (Firefox tells none).`,
  tables: [{ head: HEAD, rows }],
});
