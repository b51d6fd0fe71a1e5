/** Pages against what is ours: they hide and cover the card, throw it out, clear the marks, and look for traces of us. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { OUT } from '../../support/browser';
import {
  boxOf,
  differenceOf,
  expectWorks,
  openCardAt,
  pictureOf,
  pixelsOf,
  waitForMarksSeen,
  waitForPopupToSay,
} from '../../support/hostile';
import { cardOf, pressInCard, waitForCard, waitForNoCard } from '../../support/reading';
import { keptOf } from '../../support/stored';
import { inBothBrowsers } from '../../support/suite';
import { settle, waitFor } from '../../support/wait';

const FOUGHT = 'keeps taking away what Dalel shows';
type Attack = 'root' | 'host' | 'gone' | 'inert' | 'cover' | 'fakes';

const attack = (page: Page, how: Attack): Promise<void> =>
  page.evaluate((name) => (window as unknown as { attack: Record<string, () => void> }).attack[name]?.(), how);

/** A number that the page counts. */
const counted = (page: Page, name: string): Promise<number> =>
  page.evaluate((of) => (window as unknown as Record<string, number>)[of] ?? -1, name);

inBothBrowsers('against what is ours', (use) => {
  test('clickjacking: no rule of the page’s reaches the card', async () => {
    const page = await use.open('clickjacking/index.html');
    const { box } = await openCardAt(use, page);
    await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    const picture = await pictureOf(page, box);
    expect(pixelsOf(picture, [0, 255, 0])).toBe(0);
    expect(pixelsOf(picture, [255, 255, 255]) / (picture.width * picture.height)).toBeGreaterThan(0.3);
  });

  test('clickjacking: what is hidden or covered comes back and is seen as before', async () => {
    const page = await use.open('clickjacking/index.html');
    const { box } = await openCardAt(use, page);
    await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    const before = await pictureOf(page, box);
    for (const how of ['root', 'host', 'inert', 'cover'] as const) {
      await attack(page, how);
      await waitFor(
        `the card as it was, after ${how}`,
        async () => differenceOf(before, await pictureOf(page, box)),
        (share) => share < 0.01,
      );
      await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    }
  });

  test('clickjacking: a page that hides it again and again has no card at all, and the popup says so', async () => {
    const page = await use.open('clickjacking/index.html');
    await openCardAt(use, page);
    await waitFor(
      'no card',
      async () => {
        await attack(page, 'gone');
        return cardOf(use.browser, page);
      },
      (card) => card === null,
    );
    await waitForPopupToSay(use, page, FOUGHT);
  });

  test('clickjacking: no click changes anything that is kept, made up or by a person who is led to it', async () => {
    const page = await use.open('clickjacking/index.html');
    await openCardAt(use, page);
    const before = await keptOf(use.browser);
    await attack(page, 'fakes');
    await attack(page, 'cover');
    const { buttons } = await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    await attack(page, 'root');
    expect(buttons.some(({ text }) => text === 'Full record')).toBe(true);
    await pressInCard(use.browser, page, (text) => text === 'Full record');
    const record = await use.browser.findPage('the record', (url) => url.includes('database.html#/claim/'));
    await record.close();
    expect(await keptOf(use.browser)).toBe(before);
  });

  test('clickjacking: a card that has just come takes no click', async () => {
    const page = await use.open('clickjacking/index.html');
    await openCardAt(use, page);
    await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    const isAwakeAtFirst = await use.browser.inFrames(page, () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const here = globalThis as unknown as {
        chrome?: { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } };
      };
      const mine = host as unknown as { openOrClosedShadowRoot?: ShadowRoot | null };
      const root = mine.openOrClosedShadowRoot ?? here.chrome?.dom?.openOrClosedShadowRoot(host);
      const card = root?.querySelector('.card') ?? document.body;
      document.documentElement.append(host);
      host.showPopover();
      return getComputedStyle(card).pointerEvents;
    });
    expect(isAwakeAtFirst).toEqual(['none']);
    await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
  });

  test('probe: not one packaged file answers a page', async () => {
    const page = await use.open('probe/index.html');
    await waitForMarksSeen(use, page);
    expect(await page.content()).not.toContain('-extension:');
    const folder = join(OUT, use.browser.kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(files).toContain('manifest.json');
    const probe = (urls: readonly string[]): Promise<(readonly [string, string[]])[]> =>
      page.evaluate(async (all) => {
        const ask = (window as unknown as { probe(url: string): Promise<string[]> }).probe;
        const answers: [string, string[]][] = [];
        for (const url of all) answers.push([url, await ask(url)]);
        return answers.filter(([, ways]) => ways.length > 0);
      }, urls);
    // The same questions about a file of the page's own are answered.
    const [own] = await probe([use.site.url('spy/spy.js')]);
    expect(own?.[1]).toEqual(expect.arrayContaining(['fetch', 'no-cors', 'script']));
    expect(await probe(files.map((file) => use.browser.base + file))).toEqual([]);
  });

  test('spy: names of highlights differ by site and by installation, and stay the same in one', async () => {
    const nameOn = async (host: 'localhost' | '127.0.0.1'): Promise<string | undefined> => {
      const page = await use.open('print/index.html', host);
      const [mark] = await waitForMarksSeen(use, page);
      await page.close();
      return mark?.name;
    };
    const here = await nameOn('localhost');
    expect(await nameOn('localhost')).toBe(here);
    expect(await nameOn('127.0.0.1')).not.toBe(here);
    // What another installation has is another secret.
    await use.browser.inExtension((api) => api.storage.local.remove('secret'));
    expect(await nameOn('localhost')).not.toBe(here);
  });

  test('remover: the card comes back three times, then never again, and the popup says so', async () => {
    const page = await use.open('remover/index.html');
    const [mark] = await waitForMarksSeen(use, page);
    if (mark === undefined) throw new Error('There is no mark');
    const rest = async (): Promise<void> => {
      await page.mouse.move(2, 2);
      await page.mouse.move(mark.x, mark.y, { steps: 3 });
    };
    await rest();
    await waitFor(
      'the last return',
      () => counted(page, 'removed'),
      (removed) => removed === 4,
    );
    await waitForPopupToSay(use, page, FOUGHT);
    await rest();
    await settle();
    expect(await counted(page, 'removed')).toBe(4);
    await waitForNoCard(use.browser, page);
    expect((await waitForMarksSeen(use, page)).length).toBe(1);
  });

  test('sheet-thief: marks that are cleared once come back, with their card', async () => {
    const page = await use.open('sheet-thief/index.html');
    await waitForMarksSeen(use, page);
    const box = await boxOf(page, '#claim');
    const painted = await pictureOf(page, box);
    await page.evaluate(() => (window as unknown as { take(): void }).take());
    await waitForMarksSeen(use, page);
    expect(differenceOf(painted, await pictureOf(page, box))).toBeLessThan(0.001);
    await expectWorks(use, page);
  });

  test('sheet-thief: a page that always clears them has its way, and keyboard and popup still lead to them', async () => {
    const page = await use.open('sheet-thief/index.html');
    await waitForMarksSeen(use, page);
    await page.evaluate(() => void (window as unknown as { takeAlways(): number }).takeAlways());
    await waitForPopupToSay(use, page, FOUGHT);
    const taken = await counted(page, 'taken');
    expect(taken).toBeLessThan(8);
    await settle();
    expect(await counted(page, 'taken')).toBe(taken);
    await use.browser.command(page, 'next-mention');
    expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
  });

  test('popovers: a card on a popover’s words lies above it, and closing either leaves the other', async () => {
    const page = await use.open('popovers/index.html');
    await page.click('#open');
    const { box } = await openCardAt(use, page);
    const front = await page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.parentElement?.localName,
      box.x + box.width / 2,
      box.y + box.height / 2,
    );
    expect(front).toBe('html');
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    expect(await page.evaluate(() => document.querySelector('#note')?.matches(':popover-open'))).toBe(true);
  });

  test('popovers: what opens elsewhere leaves the card alone; a dialog takes it along', async () => {
    const page = await use.open('popovers/index.html');
    await page.click('#open');
    await openCardAt(use, page);
    await page.evaluate(() => document.querySelector<HTMLElement>('#tip')?.showPopover());
    await settle();
    await waitForCard(use.browser, page);
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#ask')?.showModal());
    await waitFor(
      'the card in the dialog',
      () => page.evaluate(() => document.querySelector('#ask')?.children.length),
      (children) => children === 1,
    );
    await waitForCard(use.browser, page);
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#ask')?.close());
    await waitFor(
      'the dialog without it',
      () => page.evaluate(() => document.querySelector('#ask')?.children.length),
      (children) => children === 0,
    );
  });
});
