/** What stays of Dalel in open tabs once it is removed: no card that a reader cannot be rid of. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { marksOf, pointAt, waitForCard, waitForMarks } from '../support/reading';
import { inBothBrowsers } from '../support/suite';
import { waitFor } from '../support/wait';

/** The size of what we have in the page, as the page itself sees it; null where there is nothing. */
const hostIn = (page: Page): Promise<{ readonly width: number; readonly height: number } | null> =>
  page.evaluate(() => {
    const host = [...document.documentElement.children].find(({ localName }) => !['head', 'body'].includes(localName));
    if (host === undefined) return null;
    const { width, height } = host.getBoundingClientRect();
    return { width, height };
  });

const waitForNothingShown = async (page: Page): Promise<unknown> =>
  waitFor(
    'no card in the page',
    () => hostIn(page),
    (host) => host === null || host.width * host.height === 0,
  );

inBothBrowsers('a browser that Dalel is removed from', (use) => {
  test('shows no card any more, at the latest when it is told to go, and marks only where no script is left', async () => {
    const open = async (): Promise<{ readonly page: Page; readonly x: number; readonly y: number }> => {
      const page = await use.open('two-claims/index.html');
      await waitForMarks(page);
      await pointAt(page, 0);
      const { buttons } = await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
      const [close] = buttons;
      if (close === undefined) throw new Error('The card has no button');
      return { page, x: close.x, y: close.y };
    };
    const [byKey, byButton] = [await open(), await open()];
    await use.browser.remove();
    for (const { page } of [byKey, byButton]) {
      await page.bringToFront();
      // Firefox ends our scripts without a word, see lib/README.md; in Chromium they live to see it.
      if (use.browser.kind === 'chromium') await waitForNothingShown(page);
      else expect((await hostIn(page))?.width).toBeGreaterThan(100);
    }
    await byKey.page.bringToFront();
    await byKey.page.keyboard.press('Escape');
    await waitForNothingShown(byKey.page);
    await byButton.page.bringToFront();
    await byButton.page.mouse.click(byButton.x, byButton.y);
    await waitForNothingShown(byButton.page);
    expect((await marksOf(byKey.page)).length > 0).toBe(use.browser.kind === 'firefox');
  });
});
