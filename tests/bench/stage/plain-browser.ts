/**
 * A browser to which nothing but puppeteer is attached, without any extension unless told: what is ours is told from
 * what the browser and its driver cost by themselves.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { BrowserKind } from '../../support/driven';
import { waitFor } from '../../support/wait';
import { pathOf } from './stage';

export interface PlainBrowser {
  /** In front, and empty. */
  readonly page: Page;
  /** Its profile goes with it. */
  close(): Promise<void>;
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
/** An extension may read every site as soon as it is there. */
const PREFS = { 'extensions.originControls.grantByDefault': true };

/** Which Dalel opens by itself at its first start, whenever it likes. */
async function closeWelcome(browser: Browser): Promise<void> {
  const welcome = await waitFor(
    'the welcome page',
    async () => {
      for (const page of await browser.pages()) {
        if ((await page.evaluate(() => location.pathname)) === '/welcome.html') return page;
      }
      return null;
    },
    (page) => page !== null,
  );
  await welcome?.close();
}

/** `extension` is the folder of a build of Dalel. */
export async function openPlain(kind: BrowserKind, extension: string | null = null): Promise<PlainBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  const browser = await launch({
    ...(kind === 'firefox'
      ? { browser: 'firefox' as const, args: ['--remote-allow-system-access'], extraPrefsFirefox: PREFS }
      : { pipe: true, args: FLAGS, enableExtensions: extension === null ? false : [extension] }),
    executablePath: pathOf[kind],
    userDataDir: profile,
    defaultViewport: { width: 1200, height: 900 },
  });
  if (extension !== null) {
    if (kind === 'firefox') await browser.installExtension(extension);
    await closeWelcome(browser);
  }
  return {
    page: await browser.newPage(),
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
