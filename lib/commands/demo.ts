/**
 * Shows Dalel at work on the demo articles, in a window until it is closed, or without one: then it prints each
 * mark with the claim that it mentions, saves a picture, and fails where nothing was marked.
 * Started by start.mjs: `demo.ts <chromium|firefox> <browser's path> <window|headless>`.
 */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchWithDalel } from './launch';
import { scanFiles, type Scanned } from './scanned';
import { serveFolder } from './serve-folder';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';

const ARTICLES = ['purchase.html', 'denial.html', 'choice.html', 'elsewhere.html'] as const;
const FOLDER = join(ROOT, 'tests', 'pages', 'demo');
/** Marks come in slices; a page is read once their number has not changed for this long. */
const SETTLED_MS = 1500;
/** How long the first mark may take: at the very first the background still writes its database. */
const PATIENCE_MS = 15_000;
/** How long to look for a mark where none is expected. */
const QUIET_MS = 3000;

/** Runs in the page, as text because this side knows no DOM. A script of the page could read as much. */
const LIST_MARKS = `[...CSS.highlights].flatMap(([name, highlight]) => /^d[0-9a-f]{16}/.test(name) ? [...highlight] : [])
  .map((mark) => {
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    return range;
  })
  .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
  .map((range) => range.toString())`;

async function readMarks(page: Page, isExpected: boolean): Promise<readonly string[]> {
  const start = performance.now();
  const patience = isExpected ? PATIENCE_MS : QUIET_MS;
  let marks: readonly string[] = [];
  let changed = start;
  for (;;) {
    // The page's own words, as an array of texts: see LIST_MARKS.
    const found = (await page.evaluate(LIST_MARKS)) as readonly string[];
    const now = performance.now();
    if (found.length !== marks.length) changed = now;
    marks = found;
    const isDone = marks.length > 0 ? now - changed > SETTLED_MS : now - start > patience;
    if (isDone) return [...new Set(marks)];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Prints what is marked on one article; gives the number of marks. */
async function report(page: Page, url: string, scanned: readonly Scanned[]): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  const marks = await readMarks(page, scanned.length > 0);
  say(`\n${await page.title()}`);
  if (marks.length === 0) say('  nothing marked');
  for (const quote of marks) {
    const claims = scanned.filter((one) => one.quote === quote).map(({ claim, stance }) => `${claim} (${stance})`);
    say(`  ${claims.length === 0 ? 'a claim' : claims.join(', ')}`);
    say(`    "${quote.replaceAll(/\s+/g, ' ')}"`);
  }
  return marks.length;
}

async function showHeadless(browser: Browser, site: string, name: string): Promise<number> {
  const scanned = scanFiles(ARTICLES.map((file) => join(FOLDER, file)));
  const page = await browser.newPage();
  let marks = 0;
  for (const file of ARTICLES) {
    const expected = scanned.filter((one) => basename(one.file) === file);
    marks += await report(page, site + file, expected);
  }
  await page.goto(`${site}${ARTICLES[0]}`, { waitUntil: 'load' });
  await readMarks(page, marks > 0);
  const picture = join(ROOT, '.dalel', `demo-${name}.png`);
  mkdirSync(join(ROOT, '.dalel'), { recursive: true });
  await page.screenshot({ path: picture });
  say(`\nScreenshot: ${picture}`);
  if (marks > 0) return 0;
  throw new SetupError('Dalel marked nothing on the demo articles: the extension did not load, or did not read them.');
}

async function showWindow(browser: Browser, site: string): Promise<number> {
  const closed = new Promise((resolve) => browser.once('disconnected', resolve));
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  await page.goto(site);
  await page.bringToFront();
  say(`\nDalel is loaded. The demo articles are at ${site}`);
  say('Rest the pointer on an underlined passage. Close the browser to end.');
  // On macOS the browser lives on without a window.
  browser.on('targetdestroyed', () => {
    browser.pages().then(
      (pages) => (pages.length === 0 ? browser.close() : undefined),
      (error: unknown) => say(`The browser no longer answers: ${String(error)}`),
    );
  });
  await closed;
  return 0;
}

await runCommand(async () => {
  const [name, path, mode] = process.argv.slice(2);
  if ((name !== 'chromium' && name !== 'firefox') || path === undefined) {
    throw new SetupError('Usage: demo.ts <chromium|firefox> <path of the browser> <window|headless>');
  }
  const site = await serveFolder(FOLDER);
  const headless = mode === 'headless';
  const browser = await launchWithDalel(name, path, headless);
  try {
    return headless ? await showHeadless(browser, site.url, name) : await showWindow(browser, site.url);
  } finally {
    if (browser.connected) await browser.close();
    site.close();
  }
});
