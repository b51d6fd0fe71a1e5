/**
 * The database page with 10,000 claims in Chromium: from the start of its script to the first list on the screen (bar:
 * 200 ms), and from a keystroke to its results in the page, laid out (bar: 16 ms). Every count is compared with that of a
 * plain search over the same words, so that a fast wrong answer shows.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Pack } from '../../lib/engine/pack/schema';
import { searchWords } from '../../lib/records/search';
import { indexPack } from '../../lib/store/live';
import { makeRows, makeText } from '../../lib/store/rows';
import { closeWelcome, OUT } from '../support/browser';
import { openChromium } from '../support/chromium';
import { waitFor } from '../support/wait';
import { manyClaims } from './many-claims';
import { median, ms } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const CLAIMS = 10_000;
const OPENINGS = 9;
const ALL_ON = { sourcesOff: [], kindsOff: [] };
const QUERIES = ['kazakhstan aircraft su', 'казахстан самолёты', 'қазақстан ұшақ', 'rafale', '81', 'source denied'];
const PATIENCE_MS = 300_000;
/** Bars: to the first list, and from a key to its results. */
const OPEN_MS = 200;
const KEY_MS = 16;
const HEAD = ['what', 'ms', 'worst, ms', 'bar'];

const CHROMIUM = process.env['CHROME_PATH'] || '/usr/bin/chromium';

/** In every page, before its own scripts: notes when the first row is on the screen. */
function noteFirstList(): void {
  const notes = globalThis as unknown as { firstListMs?: number };
  const watch = new MutationObserver(() => {
    if (document.querySelector('[data-claim]') === null) return;
    watch.disconnect();
    // The frame is on the screen once a task runs after its animation callbacks.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        notes.firstListMs = performance.now();
      });
      port1.start();
      port2.postMessage(null);
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the moment when the page's script may start (the document is parsed) to the first list. */
async function openingMs(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  return waitFor(
    'the first list',
    () =>
      page.evaluate(() => {
        const { firstListMs } = globalThis as unknown as { firstListMs?: number };
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return firstListMs === undefined || navigation === undefined ? -1 : firstListMs - navigation.domInteractive;
      }),
    (ms) => ms >= 0,
    PATIENCE_MS,
  );
}

interface Keystroke {
  readonly ms: number;
  readonly count: string;
}

/** Puts `query` into the field as one more letter does, and waits for what follows from it. */
function pressKey(page: Page, query: string): Promise<Keystroke> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (field === null) throw new Error('There is no field');
    const { port1, port2 } = new MessageChannel();
    // The results are in the page when it changes; where they are the same as before, nothing does.
    const watch = new MutationObserver(() => port1.dispatchEvent(new Event('message')));
    const done = new Promise((resolve) => port1.addEventListener('message', resolve));
    port1.start();
    // A hand gives the browser time to draw between two letters.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    const started = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    port2.postMessage(null);
    await done;
    document.body.getBoundingClientRect();
    const ms = performance.now() - started;
    watch.disconnect();
    return { ms, count: document.querySelector('[role="status"]')?.textContent ?? '' };
  }, query);
}

/** How many claims hold, for every word of the query, one that begins with it. */
function countPlainly(words: readonly ReadonlySet<string>[], query: string): number {
  const wanted = [...searchWords(query)];
  return words.filter((row) => wanted.every((start) => [...row].some((word) => word.startsWith(start)))).length;
}

async function measureKeys(page: Page, words: readonly ReadonlySet<string>[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const query of QUERIES) {
    for (let end = 1; end <= query.length; end++) {
      const part = query.slice(0, end);
      const { ms: one, count } = await pressKey(page, part);
      took.push(one);
      const shown = Number(/^([\d,]+) claims?$/.exec(count)?.[1]?.replaceAll(',', '') ?? 0);
      const expected = countPlainly(words, part);
      if (shown !== expected) throw new Error(`“${part}” shows “${count}”; there are ${expected}`);
    }
  }
  return took;
}

async function wordsOf(pack: Pack): Promise<readonly ReadonlySet<string>[]> {
  const index = indexPack(pack);
  return makeRows(index, ALL_ON, 'en').map(({ id }) =>
    searchWords(Object.values(makeText(index, id, ALL_ON)).join('\n')),
  );
}

async function run(folder: string): Promise<readonly (readonly string[])[]> {
  const extension = join(folder, 'extension');
  await cp(join(OUT, 'chrome-mv3'), extension, { recursive: true });
  // The build checked it.
  const pack = manyClaims(JSON.parse(await readFile(join(extension, 'pack.json'), 'utf8')) as Pack, CLAIMS);
  const json = JSON.stringify(pack);
  await writeFile(join(extension, 'pack.json'), json);
  const words = await wordsOf(pack);
  const browser = await openChromium(CHROMIUM, extension, join(folder, 'profile'));
  try {
    // A page behind the welcome page gets no frames.
    await closeWelcome(browser);
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(noteFirstList);
    const address = `${browser.base}database.html`;
    const first = await openingMs(page, address);
    const openings: number[] = [];
    for (let i = 0; i < OPENINGS; i++) openings.push(await openingMs(page, address));
    const started = performance.now();
    await pressKey(page, 'zzzz');
    await waitFor(
      'the whole index',
      () => page.evaluate(() => document.querySelector('[role="status"]')?.textContent ?? ''),
      (text) => text.startsWith('No claim'),
      PATIENCE_MS,
    );
    const searchable = performance.now() - started;
    const took = await measureKeys(page, words);
    const within = `${took.filter((one) => one <= KEY_MS).length} of ${took.length} within it`;
    return [
      [
        'first list',
        ms(median(openings)),
        ms(Math.max(...openings)),
        barOf('database-list', median(openings), OPEN_MS, `≤ ${OPEN_MS} ms:`, `${ms(median(openings))} ms`),
      ],
      ['first list, just installed', ms(first), '', ''],
      ['until all claims can be searched', ms(searchable), '', ''],
      [
        'a keystroke to its results',
        ms(median(took)),
        ms(Math.max(...took)),
        `${barOf('database-key', median(took), KEY_MS, `≤ ${KEY_MS} ms:`, `${ms(median(took))} ms`)}; ${within}`,
      ],
    ];
  } finally {
    await browser.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
const rows = await rowsOf('database page', HEAD.length, () => run(folder));
await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
hand('database', {
  title: 'Database page with 10,000 claims',
  about: `In Chromium, ${OPENINGS} openings: from the moment when the page's script may start to its first list on the screen; then every beginning of ${QUERIES.length} queries, from the key to its results laid out. Every count shown is that of a plain search over the same words.`,
  tables: [{ head: HEAD, rows }],
});
