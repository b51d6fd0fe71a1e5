/** Opens an installed browser with the built extension loaded for this run only, in a profile that is thrown away. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { ROOT, SetupError } from './setup.mjs';

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long the first start may take to open it. */
const WELCOME_MS = 10_000;
/** Chromium refuses its sandbox to root, and a machine without a display mostly has no GPU either. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export async function launchWithDalel(name: 'chromium' | 'firefox', path: string, headless: boolean): Promise<Browser> {
  const out = resolve(ROOT, process.env['DALEL_OUT'] ?? '.output');
  const extension = join(out, name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
  if (!existsSync(join(extension, 'manifest.json'))) throw new SetupError(`There is no build in ${extension}.`);
  const view = { headless, executablePath: path, defaultViewport: headless ? { width: 1100, height: 900 } : null };
  const browser = await (name === 'firefox' ? launchFirefox(view, extension) : launchChromium(view, extension));
  const welcome = await findWelcome(browser);
  // Without a window nobody reads it, and the page in front is the one that is to be seen.
  if (headless) await welcome?.close();
  return browser;
}

/** The welcome page that the first start opens; waited for, so that it does not come over another page later. */
async function findWelcome(browser: Browser): Promise<Page | null> {
  const end = performance.now() + WELCOME_MS;
  while (performance.now() < end) {
    for (const page of await browser.pages()) {
      // A tab that is just opening or closing has no address to tell.
      const address = String(await page.evaluate('location.href').catch(() => ''));
      if (address.endsWith('/welcome.html')) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

type View = Readonly<{
  headless: boolean;
  executablePath: string;
  defaultViewport: { width: number; height: number } | null;
}>;

async function launchFirefox(view: View, extension: string): Promise<Browser> {
  const browser = await launch({
    ...view,
    browser: 'firefox',
    // A person grants the site access when asked; nobody is asked in a profile of one run.
    extraPrefsFirefox: { 'extensions.originControls.grantByDefault': true },
  });
  await browser.installExtension(extension);
  return browser;
}

async function launchChromium(view: View, extension: string): Promise<Browser> {
  const args = [...QUIET, ...AS_ROOT, ...(view.headless ? ['--disable-gpu'] : [])];
  const browser = await launch({ ...view, pipe: true, enableExtensions: [extension], args });
  try {
    await browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: 20_000 });
  } catch (error) {
    await browser.close();
    throw new SetupError(
      `${view.executablePath} started, but did not load the extension (${error instanceof Error ? error.message : String(error)}).\n` +
        'Some branded browsers refuse unpacked extensions: install Chromium, or name it in CHROME_PATH.',
    );
  }
  return browser;
}
