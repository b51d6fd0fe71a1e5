/** What a reader waits for in the built extension as it stands: the first mark, the card, the popup, a background that slept. */
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { openBrowser, OUT } from '../support/browser';
import { BROWSERS, type DrivenBrowser } from '../support/driven';
import { openFirefox } from '../support/firefox';
import { pointAt, waitForMarks } from '../support/reading';
import { serve, type Site } from '../support/serve';
import { waitFor } from '../support/wait';
import { pathOf } from './stage/stage';
import { askBackground, openSleeper } from './stage/sleep';
import { bytes, median, ms } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROUNDS = 7;
const REST_MS = 300;
const IDLE_MS = 500;
const HEAD = ['what', 'browser', 'ms', 'worst of ' + String(ROUNDS), 'bar'];
const SALE = 'two-claims/index.html';

interface Notes {
  firstMarkMs?: number;
  lastMoveMs?: number;
  cardMs?: number;
}

/** Before the page's own scripts: notes when the first highlight is there, the pointer moved last, and our host came. */
function noteMarksAndCard(): void {
  const notes = globalThis as unknown as Notes;
  const look = setInterval(() => {
    if (CSS.highlights.size === 0) return;
    notes.firstMarkMs = performance.now();
    clearInterval(look);
  }, 2);
  document.addEventListener('pointermove', () => (notes.lastMoveMs = performance.now()), { capture: true });
  const watch = new MutationObserver((records) => {
    if (notes.lastMoveMs === undefined || !records.some((one) => one.addedNodes.length > 0)) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => (notes.cardMs = performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  });
  addEventListener('load', () => watch.observe(document.documentElement, { childList: true }));
}

function row(
  target: string,
  what: string,
  kind: string,
  took: readonly number[],
  most: number,
): readonly (readonly string[])[] {
  const judged = barOf(target, median(took), most, `≤ ${most} ms:`, `${ms(median(took))} ms in ${kind}`);
  return [[what, kind, ms(median(took)), ms(Math.max(...took)), judged]];
}

type Opens = Pick<DrivenBrowser, 'newPage'>;

async function openNoted(browser: Opens, site: Site): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(noteMarksAndCard);
  await page.goto(site.url(SALE));
  await waitForMarks(page);
  return page;
}

async function firstMarks(browser: DrivenBrowser, site: Site): Promise<readonly number[]> {
  const took: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await openNoted(browser, site);
    took.push(
      await waitFor(
        'the first mark',
        () =>
          page.evaluate(() => {
            const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
            const { firstMarkMs } = globalThis as unknown as { firstMarkMs?: number };
            return (firstMarkMs ?? NaN) - (navigation?.loadEventEnd ?? NaN);
          }),
        (at) => !Number.isNaN(at),
      ),
    );
    await page.close();
  }
  return took;
}

/** `sleep` is called once the page is marked, before the pointer comes. */
async function cards(browser: Opens, site: Site, sleep?: () => Promise<void>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const page = await openNoted(browser, site);
    await page.bringToFront();
    await sleep?.();
    await pointAt(page, 0);
    const shown = await waitFor(
      'the card',
      () =>
        page.evaluate(() => {
          const notes = globalThis as unknown as { cardMs?: number; lastMoveMs?: number };
          return (notes.cardMs ?? NaN) - (notes.lastMoveMs ?? NaN);
        }),
      (at) => !Number.isNaN(at),
    );
    took.push(shown - REST_MS);
    await page.close();
  }
  return took;
}

async function popups(browser: DrivenBrowser, site: Site): Promise<readonly number[]> {
  const took: number[] = [];
  const page = await openNoted(browser, site);
  for (let i = 0; i < ROUNDS; i++) {
    const popup = await browser.openPopup(page);
    took.push(
      await waitFor(
        'the popup to be painted',
        () =>
          popup.run((doc) => {
            const view = doc.defaultView;
            const [paint] = view?.performance.getEntriesByName('first-contentful-paint') ?? [];
            return paint?.startTime ?? NaN;
          }),
        (at) => !Number.isNaN(at),
      ),
    );
    await popup.close();
  }
  await page.close();
  return took;
}

/** From a page of ours to a background that sleeps and back. */
async function wakes(own: Page, api: 'browser' | 'chrome', sleep: () => Promise<void>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await sleep();
    took.push(await askBackground(own, api));
  }
  return took;
}

/** A Firefox whose background goes to sleep after half a second. */
async function firefoxWakes(): Promise<readonly number[]> {
  const profile = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  const prefs = { 'extensions.background.idle.timeout': IDLE_MS };
  const browser = await openFirefox(pathOf.firefox, join(OUT, 'firefox-mv3'), profile, prefs);
  try {
    const own = await browser.openOwn('options.html');
    return await wakes(own, 'browser', async () => {
      await pause(IDLE_MS * 4);
      await waitFor(
        'the background to sleep',
        () => own.evaluate('browser.extension.getBackgroundPage() === null'),
        (isAsleep) => isAsleep === true,
      );
    });
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function popupScriptBytes(): number {
  const folder = join(OUT, 'chrome-mv3');
  const html = readFileSync(join(folder, 'popup.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
}

const site = await serve();
const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  const browser = await openBrowser(kind);
  const put = async (
    target: string,
    what: string,
    most: number,
    measure: () => Promise<readonly number[]>,
  ): Promise<void> => {
    rows.push(
      ...(await rowsOf(`${what}, ${kind}`, HEAD.length, async () => row(target, what, kind, await measure(), most))),
    );
  };
  try {
    await put('first-mark', 'first mark after the load event', 100, () => firstMarks(browser, site));
    await put('card', 'card after its delay', 50, () => cards(browser, site));
    await put('popup-paint', 'first paint of the popup', 100, () => popups(browser, site));
    if (kind === 'chromium') {
      const sleeper = await openSleeper();
      try {
        await put('card-asleep', 'card, the background asleep', 50, () => cards(sleeper, site, () => sleeper.sleep()));
        const asleep = 'a sleeping background to its first answer';
        await put('wake', asleep, 100, () => wakes(sleeper.own, 'chrome', () => sleeper.sleep()));
      } finally {
        await sleeper.close();
      }
    } else await put('wake', 'a sleeping background to its first answer', 100, firefoxWakes);
  } finally {
    await browser.close();
  }
}
await site.close();
const size = popupScriptBytes();
rows.push([
  'script of the popup, gzip',
  'chromium',
  bytes(size),
  '',
  barOf('popup-size', size, 30_000, '≤ 30 kB:', bytes(size)),
]);
hand('use', {
  title: 'In use',
  about: `The built extension on the page of two claims in tests/pages, ${ROUNDS} times each. The first mark is counted from the end of the load event, when the page is idle; the card from the pointer's last move to the frame that shows it, less its ${REST_MS} ms of rest; the popup's paint from its own document's start. A card in Firefox with its background asleep is not measured: ending it takes longer than a pointer rests.`,
  tables: [{ head: HEAD, rows }],
});
