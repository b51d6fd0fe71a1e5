/**
 * What becomes of open tabs: Dalel is updated under them, they are left and come back, thrown out of memory or made
 * before they are shown. Each time the marks stand once, the badge counts them, and the card opens.
 */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { marksOf, pointAt, waitForCard, waitForMarks, waitForNoCard, type Mark } from '../support/reading';
import { inBothBrowsers, type Use } from '../support/suite';
import { waitFor } from '../support/wait';

const ARTICLE = 'two-claims/index.html';
const ADDED = 'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan.';

/** What a page itself can see of us: elements beside its head and body, and style sheets. */
const tracesIn = (page: Page): Promise<{ hosts: number; sheets: number }> =>
  page.evaluate(() => ({
    hosts: [...document.documentElement.children].filter(({ localName }) => !['head', 'body'].includes(localName))
      .length,
    sheets: document.adoptedStyleSheets.length,
  }));

const wordsOf = (marks: readonly Mark[]): readonly string[] => marks.map(({ name, text }) => `${name} ${text}`);

const badgeIs = (use: Use, page: Page, wanted: string): Promise<string> =>
  waitFor(
    `the badge ${wanted}`,
    () => use.browser.badge(page),
    (badge) => badge === wanted,
  );

/** The page as a reader wants it: marked once, counted, and with a card that opens and closes. */
async function expectAlive(use: Use, page: Page, before: readonly Mark[]): Promise<void> {
  await page.bringToFront();
  await badgeIs(use, page, String(before.length));
  expect(wordsOf(await waitForMarks(page))).toEqual(wordsOf(before));
  await pointAt(page, 0);
  await waitForCard(use.browser, page);
  expect(await tracesIn(page)).toEqual({ hosts: 1, sheets: 1 });
  await page.keyboard.press('Escape');
  await waitForNoCard(use.browser, page);
}

inBothBrowsers('an update while tabs are open', (use) => {
  test('leaves the marks of a page once, its badge, and a card that opens', async () => {
    const page = await use.open(ARTICLE);
    const before = await waitForMarks(page);
    await badgeIs(use, page, String(before.length));
    for (let nth = 0; nth < 3; nth += 1) {
      await use.browser.update();
      await expectAlive(use, page, before);
    }
  });

  test('takes an open card with it, and the next one opens', async () => {
    const page = await use.open(ARTICLE);
    const before = await waitForMarks(page);
    await pointAt(page, 0);
    await waitForCard(use.browser, page);
    await use.browser.update();
    await page.bringToFront();
    await page.mouse.move(2, 2);
    await waitForNoCard(use.browser, page);
    await expectAlive(use, page, before);
  });

  test('goes on watching a page without a claim, and marks what it adds later', async () => {
    const page = await use.open('elsewhere/index.html');
    await use.browser.update();
    await page.bringToFront();
    expect(await marksOf(page)).toEqual([]);
    await page.evaluate((text) => {
      const added = document.createElement('p');
      added.textContent = text;
      document.body.append(added);
    }, ADDED);
    const marks = await waitForMarks(page);
    await expectAlive(use, page, marks);
  });
});
