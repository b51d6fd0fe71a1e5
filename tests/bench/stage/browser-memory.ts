/**
 * What a browser says that its processes keep, after collections: of the page in front and of the extension's background.
 * Chromium counts one JavaScript heap each; Firefox tells, to its own window, what its JavaScript engine holds in the
 * processes of pages and in that of extensions.
 */
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../support/driven';
import { runInChrome } from '../../support/firefox';
import { heapOf, heapOfSession } from './heap';

/** In bytes. */
export interface Kept {
  readonly page: number;
  readonly background: number;
}

const heapBytes = async (page: Page): Promise<number> => (await heapOf(page))?.bytes ?? NaN;

async function keptInChromium(page: Page): Promise<Kept> {
  const target = await page.browser().waitForTarget((one) => one.type() === 'service_worker', { timeout: 5_000 });
  const session = await target.createCDPSession();
  const background = await heapOfSession(session);
  await session.detach();
  return { page: await heapBytes(page), background: background.bytes };
}

/** Runs in Firefox's own window: collects in every process, then adds up its reporters' figures by kind of process. */
const FIREFOX_TEXT = `(async () => {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  Services.obs.notifyObservers(null, 'child-mmu-request');
  await new Promise((resolve) => manager.minimizeMemoryUsage(resolve));
  const sums = { page: 0, background: 0 };
  await new Promise((resolve) => manager.getReports((process, path, kind, units, amount) => {
    if (!path.startsWith('js-main-runtime/')) return;
    if (/^webIsolated|^web /i.test(process)) sums.page += amount;
    if (/^WebExtensions|^extension/i.test(process)) sums.background += amount;
  }, null, resolve, null, false));
  return JSON.stringify(sums);
})()`;

async function keptInFirefox(page: Page): Promise<Kept> {
  return JSON.parse(await runInChrome(page.browser(), FIREFOX_TEXT)) as Kept; // The text above wrote it.
}

/** The page's part alone, which is there without an extension too. */
export const keptByPage = async (kind: BrowserKind, page: Page): Promise<number> =>
  kind === 'chromium' ? heapBytes(page) : (await keptInFirefox(page)).page;

export const keptBy = (kind: BrowserKind, page: Page): Promise<Kept> =>
  kind === 'chromium' ? keptInChromium(page) : keptInFirefox(page);
