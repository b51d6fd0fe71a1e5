/** Pages that are too much: they change without end or hold more than can be read. Work is counted, not timed. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { expectWorks, openCardAt, waitForMarksSeen, waitForPopupToSay } from '../../support/hostile';
import { waitForNoCard } from '../../support/reading';
import { inBothBrowsers, type Use } from '../../support/suite';
import { settle } from '../../support/wait';

const SAID = 'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year.';

interface Work {
  readonly observers: number;
  readonly timers: number;
  readonly paints: number;
}

/** From now on counts what our scripts in the page make. The page's own world does not see it. */
function startCounting(): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const work = { observers: 0, timers: 0, paints: 0 };
  world['dalelWork'] = work;
  const count = (name: string, what: keyof typeof work): void => {
    world[name] = new Proxy(world[name] as new (...given: unknown[]) => object, {
      construct(made, given) {
        work[what]++;
        return new made(...given);
      },
    });
  };
  count('MutationObserver', 'observers');
  count('Highlight', 'paints');
  const wait = setTimeout;
  world['setTimeout'] = (run: () => void, delay?: number) => {
    work.timers++;
    return wait(run, delay);
  };
}

async function workOf({ browser }: Use, page: Page): Promise<Work> {
  const [work] = await browser.inFrames(page, () => (globalThis as unknown as { dalelWork: Work }).dalelWork);
  if (work === undefined) throw new Error('Nothing was counted');
  return work;
}

const storm = (page: Page, most: number): Promise<number> =>
  page.evaluate((until) => (window as unknown as { storm(most: number): Promise<number> }).storm(until), most);

const write = (page: Page, selector: string, words: string): Promise<void> =>
  page.evaluate((at, text) => document.querySelector(at)?.replaceChildren(text), selector, words);

/** The page answers, and we are not in its way. */
async function expectUsable(page: Page): Promise<void> {
  await page.click('#press');
  expect(await page.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(1);
}

inBothBrowsers('too much', (use) => {
  test('storm: thousands of changes cost dozens of looks, by one observer, and what they leave is marked', async () => {
    const page = await use.open('storm/index.html');
    await settle();
    await use.browser.inFrames(page, startCounting);
    const quiet = await storm(page, 2_000);
    const watched = await workOf(use, page);
    expect(watched.timers).toBeGreaterThan(0);
    expect(watched.timers).toBeLessThan(quiet / 20);
    expect(watched).toMatchObject({ observers: 0, paints: 0 });

    await write(page, '#late', SAID);
    await waitForMarksSeen(use, page);
    const before = await workOf(use, page);
    expect(before.observers).toBe(1);
    const made = await storm(page, 5_000);
    await expectWorks(use, page);
    const after = await workOf(use, page);
    expect(after.observers, 'the annotator’s and the card’s').toBe(2);
    expect(after.timers - before.timers).toBeLessThan((made - quiet) / 10);
    expect(after.paints - before.paints).toBeLessThan((made - quiet) / 10);

    await write(page, '#ticker', SAID.replace('retired', 'disused'));
    await waitForMarksSeen(use, page, (marks) => marks.length === 2);
  });

  test('many-nodes: the page stays usable, what was read has its card, and the popup says that not all was', async () => {
    const page = await use.open('many-nodes/index.html');
    const { text } = await openCardAt(use, page);
    expect(text).toContain('Kazspetsexport');
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    await expectUsable(page);
    await waitForPopupToSay(use, page, 'read only');
  });

  test('many-nodes: a million nodes without a word keep nobody from the words before them', async () => {
    const page = await use.open('many-nodes/empty.html');
    await expectWorks(use, page);
    await expectUsable(page);
  });

  test('huge-node: the page stays usable, what was read has its card, and the popup says that not all was', async () => {
    const page = await use.open('huge-node/index.html');
    await expectWorks(use, page);
    await expectUsable(page);
    await waitForPopupToSay(use, page, 'read only');
  });
});
