/** Pages that fight: they replace their text, grow, fold, cover and turn it round; marks and cards stand all the same. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { bundleApp } from '../../support/bundle-app';
import { marksOf, pointAt, pressInCard, waitForCard, waitForMarks, waitForNoCard } from '../../support/reading';
import { inBothBrowsers } from '../../support/suite';
import { setSettings } from '../../support/settings';
import { settle, waitFor } from '../../support/wait';

const MADE = new Map([
  ['/made/react.html', await bundleApp('spa/react.js')],
  ['/made/preact.html', await bundleApp('spa/preact.js')],
]);
const SALE = 'two-claims/index.html';

const count =
  (wanted: number) =>
  (all: readonly unknown[]): boolean =>
    all.length === wanted;

/** Where everything in the page stands, to a tenth of a pixel. */
const placesOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify(
      [...document.body.querySelectorAll('*')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y + scrollY, width, height].map((one) => Math.round(one * 10) / 10);
      }),
    ),
  );

/** Adds up what the browser calls layout shift; one that does not measure it adds nothing, and the places above speak. */
function watchShifts(): void {
  const here = window as unknown as { shifts: number };
  here.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) here.shifts += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

inBothBrowsers(
  'pages that fight',
  (use) => {
    for (const app of ['react', 'preact'])
      test(`spa: an app in ${app} has marks and cards in whatever it shows`, async () => {
        const page = await use.open(`made/${app}.html`);
        for (const wanted of [1, 2, 0, 1, 2]) {
          await page.click('#next');
          const marks = await waitForMarks(page, count(wanted));
          for (const mark of marks) expect(mark.text).toContain('81');
        }
        // An app whose nodes were taken from it throws, and shows nothing any more.
        expect(await page.evaluate(() => document.querySelector('#app')?.textContent)).toContain('Seen: 5 times');
        await pointAt(page, 1);
        await waitForCard(use.browser, page);
        await page.evaluate(() => document.querySelector<HTMLElement>('#next')?.click());
        await waitForNoCard(use.browser, page);
      });

    test('growing: a feed without an end is read as it grows', async () => {
      const page = await use.open('growing/index.html');
      const marks = await waitFor(
        'a mark in the third batch',
        async () => {
          // By way of the top: the page hears of its end only when that comes into view anew.
          await page.evaluate(async () => {
            scrollTo({ top: 0, behavior: 'instant' });
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
          });
          return marksOf(page);
        },
        (all) => all.length > 0,
      );
      expect(marks[0]?.text).toContain('81');
    });

    test('shadow: open shadow roots are read and marked, closed ones are not', async () => {
      const page = await use.open('shadow/index.html');
      const [mark] = await waitForMarks(page, count(1));
      expect(mark?.text).toContain('bought 81 retired');
      await pointAt(page, 0);
      expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
    });

    test('folded: text behind a button or a summary has its card once it is unfolded', async () => {
      const page = await use.open('folded/index.html');
      await waitForMarks(page, count(2));
      await page.click('#more');
      await pointAt(page, 0);
      await waitForCard(use.browser, page);
      await page.keyboard.press('Escape');
      await waitForNoCard(use.browser, page);
      await page.click('summary');
      await pointAt(page, 1);
      expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
    });

    test('rtl: on a page from right to left the card stays in the window', async () => {
      const page = await use.open('rtl/index.html');
      await waitForMarks(page, count(1));
      await pointAt(page, 0);
      const { box } = await waitForCard(use.browser, page);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1200);
    });

    for (const [zoom, width, height] of [
      [0.5, 2400, 1800],
      [2, 600, 450],
      [3, 400, 300],
    ] as const)
      test(`zoomed: in a window at a zoom of ${zoom} the whole card can be reached`, async () => {
        const page = await use.open(SALE);
        await page.setViewport({ width, height, deviceScaleFactor: zoom });
        await waitForMarks(page);
        await pointAt(page, 0);
        const card = await waitForCard(use.browser, page, ({ box }) => box.y + box.height <= height + 1);
        expect(card.box.x).toBeGreaterThanOrEqual(-1);
        expect(card.box.y).toBeGreaterThanOrEqual(-1);
        expect(card.box.x + card.box.width).toBeLessThanOrEqual(width + 1);
        expect(card.text).toContain('Kazspetsexport');
      });

    test('modal: in a modal dialog the card is above it, and Escape closes the card alone', async () => {
      const page = await use.open('modal/index.html');
      await waitForMarks(page);
      await page.click('#open');
      const marks = await waitForMarks(page, (all) => all.some(({ text, y }) => text.includes('old Soviet') && y > 0));
      await pointAt(
        page,
        marks.findIndex(({ text }) => text.includes('old Soviet')),
      );
      const card = await waitForCard(use.browser, page);
      // What lies in front at the middle of the card is the host, and so not the dialog.
      const inFront = await page.evaluate(
        (x, y) => document.elementFromPoint(x, y)?.localName,
        card.box.x + card.box.width / 2,
        card.box.y + card.box.height / 2,
      );
      expect(inFront).toBe('div');
      await page.keyboard.press('Escape');
      await waitForNoCard(use.browser, page);
      expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    });

    test('modal: on a full screen the card opens as anywhere', async () => {
      const page = await use.open('modal/index.html');
      await waitForMarks(page);
      await page.click('#fill');
      await waitFor(
        'the full screen',
        () => page.evaluate(() => document.fullscreenElement?.id),
        (id) => id === 'stage',
      );
      const marks = await marksOf(page);
      await pointAt(
        page,
        marks.findIndex(({ text }) => text.includes('Soviet combat')),
      );
      const card = await waitForCard(use.browser, page);
      const inFront = await page.evaluate(
        (x, y) => document.elementFromPoint(x, y)?.localName,
        card.box.x + card.box.width / 2,
        card.box.y + card.box.height / 2,
      );
      // Seen and in reach: outside of what fills the screen everything is inert.
      expect(inFront).toBe('div');
      await page.evaluate(() => document.exitFullscreen());
      await page.keyboard.press('Escape');
      await waitForNoCard(use.browser, page);
      expect(await page.evaluate(() => document.querySelector('#stage')?.children.length)).toBe(1);
    });

    test('overlap: words of several claims list them all in one card, each a press away', async () => {
      const page = await use.open('overlap/index.html');
      await waitForMarks(page, (all) => all.length >= 2);
      await pointAt(page, 0);
      const card = await waitForCard(use.browser, page);
      expect(card.text).toContain('Also in these words');
      const other = card.buttons.find(({ text }) => text.endsWith('.'));
      if (other === undefined) throw new Error('The card names no other claim');
      await pressInCard(use.browser, page, (text) => text === other.text);
      const next = await waitForCard(use.browser, page, ({ label }) => label !== card.label);
      expect(next.label).toBe(other.text);
      expect(next.text).toContain(card.label);
    });

    test('what is copied from a marked page is the page’s own text', async () => {
      const page = await use.open(SALE);
      const copied = (): Promise<string> =>
        page.evaluate(() => {
          getSelection()?.selectAllChildren(document.documentElement);
          let text = '';
          addEventListener('copy', () => (text = String(getSelection())), { once: true });
          document.execCommand('copy');
          const selected = String(getSelection());
          getSelection()?.removeAllRanges();
          return `${text}\n${selected}`;
        });
      await waitForMarks(page);
      const before = await copied();
      await pointAt(page, 0);
      await waitForCard(use.browser, page);
      expect(await copied()).toBe(before);
      expect(before).toContain('The United States bought 81');
      expect(before).not.toMatch(/Kazspetsexport|Denied/u);
    });

    test('neither marks nor an open card move anything in the page', async () => {
      await setSettings(use.browser, { on: false });
      const page = await use.open(SALE);
      await settle();
      const before = await placesOf(page);
      await page.evaluate(watchShifts);
      await setSettings(use.browser, { on: true });
      await page.bringToFront();
      await waitForMarks(page);
      expect(await placesOf(page)).toBe(before);
      await pointAt(page, 0);
      await waitForCard(use.browser, page);
      expect(await placesOf(page)).toBe(before);
      expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
    });
  },
  MADE,
);
