/**
 * Takes real pictures of what a person sees, with the built extension in Chromium: the card on a demo article, popup,
 * welcome, options, database and report page, in light and dark, narrow, English, Russian and Kazakh.
 * `npm run shots` puts them into .dalel/shots; the README's picture goes to tests/shots/readme.png.
 * `npm run shots -- stores` takes those that the stores show, into tests/shots/stores.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { STORE_PICTURES, STORE_SIZE } from './check-stores';
import { findBrowsers } from './find-browsers.mjs';
import { launchWithDalel } from './launch';
import { serveFolder } from './serve-folder';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';

const FOLDER = join(ROOT, '.dalel', 'shots');
const README = join(ROOT, 'tests', 'shots', 'readme.png');
const STORES = join(ROOT, 'tests', 'shots', 'stores');
const PATIENCE_MS = 15_000;
/** Longer than the rest that opens a card and the animation that shows it. */
const CARD_MS = 900;

type Scheme = 'light' | 'dark';
type Lang = 'en' | 'ru' | 'kk';

interface Look {
  readonly scheme: Scheme;
  readonly lang: Lang;
  readonly width: number;
}

const LOOKS: readonly Look[] = [
  { scheme: 'light', lang: 'en', width: 1100 },
  { scheme: 'dark', lang: 'en', width: 1100 },
  { scheme: 'light', lang: 'ru', width: 1100 },
  { scheme: 'light', lang: 'kk', width: 1100 },
  { scheme: 'light', lang: 'en', width: 360 },
];

const nameOf = (what: string, look: Look): string =>
  join(FOLDER, `${what}-${look.scheme}-${look.lang}${look.width < 600 ? '-narrow' : ''}.png`);

/** Text that runs in a page and gives the middle of the first line of the first mark that holds `words`, else null. */
const placeOf = (words: string): string => `(() => {
  for (const mark of [...CSS.highlights.values()].flatMap((highlight) => [...highlight])) {
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    if (!range.toString().includes(${JSON.stringify(words)})) continue;
    const [line] = range.getClientRects();
    return { x: line.left + Math.min(line.width / 2, 220), y: line.top + line.height / 2 };
  }
  return null;
})()`;

async function setLook(page: Page, look: Look, height: number): Promise<void> {
  await page.setViewport({ width: look.width, height, deviceScaleFactor: 1.5 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme }]);
}

/** Opens the card of the mark that holds `words`. */
async function openCard(page: Page, words: string): Promise<void> {
  await page.waitForFunction(placeOf(words), { timeout: PATIENCE_MS });
  const place = (await page.evaluate(placeOf(words))) as { readonly x: number; readonly y: number }; // Just waited for.
  await page.mouse.move(4, 4);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  await new Promise((resolve) => setTimeout(resolve, CARD_MS));
}

/** Sends one call as an extension page does. */
const callText = (call: string, request: unknown): string =>
  `chrome.runtime.sendMessage(${JSON.stringify({ call, request })})`;

async function openOwn(page: Page, address: string): Promise<Page> {
  await page.bringToFront();
  // Without a blank in between, an address that differs in its fragment alone loads nothing.
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForFunction(`document.body.innerText.trim().length > 60`, { timeout: PATIENCE_MS });
  await page.waitForNetworkIdle({ idleTime: 200 });
  return page;
}

async function shootOwn(page: Page, base: string, path: string, look: Look): Promise<void> {
  await setLook(page, look, 800);
  await openOwn(page, base + path);
  const view = /#\/([a-z?]+)/.exec(path)?.[1];
  const what = path.replace(/\.html.*/, view === undefined ? '' : `-${view === '?q' ? 'search' : view}`);
  await page.screenshot({ path: nameOf(what, look), fullPage: true });
}

async function shootAll(browser: Browser, site: string): Promise<void> {
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const base = new URL('/', worker.url()).href;
  const article = await browser.newPage();
  const own = await browser.newPage();
  await own.goto(`${base}options.html`);
  for (const look of LOOKS) {
    await own.evaluate(callText('settings/set', { settings: { language: look.lang } }));
    await setLook(article, look, 900);
    await article.bringToFront();
    await article.goto(`${site}purchase.html`);
    await openCard(article, 'bought 81');
    await article.screenshot({ path: nameOf('card', look) });
    const tab = (await own.evaluate(
      `chrome.tabs.query({}).then((all) => all.find((one) => one.url?.endsWith('purchase.html'))?.id)`,
    )) as number; // It was just opened.
    await own.bringToFront();
    await shootOwn(own, base, `popup.html?tab=${tab}`, { ...look, width: 360 });
    for (const path of [
      'welcome.html',
      'options.html',
      'database.html',
      'database.html#/claim/us-bought-81-soviet-aircraft',
      'database.html#/speakers',
      'database.html#/speaker/kazspetsexport',
      'database.html#/source/business-insider-india',
      'database.html#/?q=su-30&status=doubted',
      'report.html',
      'packs.html',
    ]) {
      await shootOwn(own, base, path, look);
    }
    say(`  ${look.scheme}, ${look.lang}, ${look.width} wide`);
  }
  const look: Look = { scheme: 'light', lang: 'en', width: 1000 };
  await own.evaluate(callText('settings/set', { settings: { language: 'auto' } }));
  await setLook(article, look, 700);
  await article.bringToFront();
  await article.goto(`${site}purchase.html`);
  await openCard(article, 'bought 81');
  mkdirSync(dirname(README), { recursive: true });
  await article.screenshot({ path: README });
}

async function shootForStores(browser: Browser, site: string): Promise<void> {
  mkdirSync(STORES, { recursive: true });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const base = new URL('/', worker.url()).href;
  const own = await browser.newPage();
  await own.setViewport(STORE_SIZE);
  await own.goto(`${base}options.html`);
  const article = await browser.newPage();
  await article.setViewport(STORE_SIZE);
  for (const lang of ['en', 'ru', 'kk'] as const) {
    await own.evaluate(callText('settings/set', { settings: { language: lang } }));
    const take: Record<(typeof STORE_PICTURES)[number], () => Promise<Page>> = {
      async card() {
        await article.bringToFront();
        await article.goto(`${site}purchase.html`);
        await openCard(article, 'bought 81');
        return article;
      },
      claim: () => openOwn(own, `${base}database.html#/claim/us-bought-81-soviet-aircraft`),
      database: () => openOwn(own, `${base}database.html`),
    };
    for (const name of STORE_PICTURES) {
      const page = await take[name]();
      await page.screenshot({ path: join(STORES, `${lang}-${name}.png`) });
    }
    say(`  ${lang}`);
  }
}

await runCommand(async () => {
  const forStores = process.argv.includes('stores');
  const { chromium } = await findBrowsers(['chromium']);
  if (chromium === undefined) throw new SetupError('The pictures are taken in Chromium, and there is none.');
  mkdirSync(FOLDER, { recursive: true });
  const site = await serveFolder(join(ROOT, 'tests', 'pages', 'demo'));
  const browser = await launchWithDalel('chromium', chromium, true);
  try {
    await (forStores ? shootForStores : shootAll)(browser, site.url);
  } finally {
    await browser.close();
    site.close();
  }
  say(`\nPictures: ${forStores ? STORES : `${FOLDER} and ${README}`}`);
  return 0;
});
