/**
 * Opens an installed browser with the built extension: `openBrowser('firefox')`. Builds are taken from DALEL_OUT
 * (else .output), browsers from CHROME_PATH and FIREFOX_PATH (else Debian's places). Without a profile the browser
 * gets an empty one, which goes when it closes. With a proxy's port everything goes there, loopback too.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openChromium } from './chromium';
import { openFirefox, proxyPrefs } from './firefox';
import type { BrowserKind, DrivenBrowser } from './driven';

export const OUT = resolve(import.meta.dirname, '../..', process.env['DALEL_OUT'] || '.output');

const CHOICES = {
  chromium: {
    path: process.env['CHROME_PATH'] || '/usr/bin/chromium',
    variable: 'CHROME_PATH',
    build: join(OUT, 'chrome-mv3'),
    open: openChromium,
  },
  firefox: {
    path: process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr',
    variable: 'FIREFOX_PATH',
    build: join(OUT, 'firefox-mv3'),
    open: (path: string, build: string, profile: string, proxyPort?: number) =>
      openFirefox(path, build, profile, proxyPort === undefined ? {} : proxyPrefs(proxyPort)),
  },
} as const;

/** What a closed browser still holds open goes within moments; a profile that stays would pile up. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 } as const;

export async function openBrowser(
  kind: BrowserKind,
  options: { readonly profile?: string; readonly proxyPort?: number } = {},
): Promise<DrivenBrowser> {
  const { path, variable, build, open } = CHOICES[kind];
  if (!existsSync(path)) throw new Error(`No browser at ${path}: name one in ${variable}`);
  if (!existsSync(join(build, 'manifest.json'))) throw new Error(`No build at ${build}: run the build first`);
  if (options.profile !== undefined) return open(path, build, options.profile, options.proxyPort);
  const openNew = async (): Promise<DrivenBrowser> => {
    const profile = await mkdtemp(join(tmpdir(), `dalel-${kind}-`));
    return withOwnProfile(await open(path, build, profile, options.proxyPort), profile);
  };
  // A busy machine now and then lets a browser's start run out of time, before anything of ours is tried.
  const browser = await openNew().catch((reason: unknown) => {
    console.error(`${kind} did not start and is started once more:`, reason);
    return openNew();
  });
  await closeWelcome(browser);
  return browser;
}

/** The first start opens it by itself; a tab that comes to the front when it likes is in every test's way. */
export async function closeWelcome(browser: DrivenBrowser): Promise<void> {
  const welcome = await browser.findPage('the welcome page', (url) => url === `${browser.base}welcome.html`);
  await welcome.close();
}

/** The profile outlives restarts and goes with the last browser that used it. */
function withOwnProfile(browser: DrivenBrowser, profile: string): DrivenBrowser {
  return {
    ...browser,
    restart: async () => withOwnProfile(await browser.restart(), profile),
    async close() {
      await browser.close();
      await rm(profile, REMOVE);
    },
  };
}
