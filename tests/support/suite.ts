/**
 * One browser of each kind for a whole file of tests: `inBothBrowsers('marks', (use) => { test(…) })`.
 * Tabs that a test opened close with it, and after every test no context of the extension may have thrown.
 */
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { openBrowser } from './browser';
import { BROWSERS, type DrivenBrowser } from './driven';
import { serve, type Site } from './serve';

export interface Use {
  /** The browser of this run; after a restart the new one. */
  readonly browser: DrivenBrowser;
  readonly site: Site;
  /** Opens a page of tests/pages in a tab. */
  open(path: string, host?: 'localhost' | '127.0.0.1'): Promise<Page>;
  /** Closes the browser and opens it with the same profile. */
  restart(): Promise<void>;
}

export function inBothBrowsers(
  about: string,
  write: (use: Use) => void,
  made: ReadonlyMap<string, string> = new Map(),
): void {
  describe.each(BROWSERS)(`${about}, in %s`, (kind) => {
    let browser: DrivenBrowser | undefined;
    let site: Site | undefined;
    const opened: Page[] = [];

    function ready<T>(thing: T | undefined): T {
      if (thing === undefined) throw new Error('The browser did not open');
      return thing;
    }

    const use: Use = {
      get browser() {
        return ready(browser);
      },
      get site() {
        return ready(site);
      },
      async open(path, host) {
        const page = await ready(browser).newPage(ready(site).url(path, host));
        opened.push(page);
        return page;
      },
      async restart() {
        opened.length = 0;
        const before = ready(browser);
        // Should the start fail, the old one must not be closed a second time.
        browser = undefined;
        browser = await before.restart();
      },
    };

    beforeAll(async () => {
      site = await serve(made);
      browser = await openBrowser(kind);
      process.stdout.write(`${about}: ${browser.version}\n`);
    });

    afterEach(async () => {
      for (const page of opened.splice(0)) if (!page.isClosed()) await page.close();
      const errors = await ready(browser).errors();
      expect(errors, 'exceptions of the extension').toEqual([]);
    });

    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    write(use);
  });
}
