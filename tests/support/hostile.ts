/**
 * What is asked of every hostile page: the marks stand, a pointer that rests on one opens the card, and the picture is
 * the reader's. Marks are read in the extension's own world, since a page may have broken everything in its own.
 */
import type { Page } from 'puppeteer-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { listMarks, waitForCard, waitForNoCard, type Mark, type OpenCard } from './reading';
import { waitForView } from './popup';
import type { Use } from './suite';
import { waitFor } from './wait';

/** Marks of all frames. */
export async function marksSeen({ browser }: Use, page: Page): Promise<Mark[]> {
  return (await browser.inFrames(page, listMarks)).flat();
}

export function waitForMarksSeen(
  use: Use,
  page: Page,
  fits: (marks: readonly Mark[]) => boolean = (marks) => marks.length > 0,
): Promise<Mark[]> {
  return waitFor('the marks', () => marksSeen(use, page), fits);
}

/** Rests the pointer on the first mark whose words fit, which must be in the window, and waits for its card. */
export async function openCardAt(use: Use, page: Page, words: RegExp = /81/u): Promise<OpenCard> {
  const marks = await waitForMarksSeen(use, page, (all) => all.some(({ text, y }) => words.test(text) && y > 0));
  const mark = marks.find(({ text, y }) => words.test(text) && y > 0);
  if (mark === undefined) throw new Error('The mark is gone');
  await page.mouse.move(2, 2);
  await page.mouse.move(mark.x, mark.y, { steps: 3 });
  return waitForCard(use.browser, page, ({ box }) => box.x > 0 || box.y > 0);
}

/** The whole of it: a mark, a card with what is known, and a page as before once the card is closed. */
export async function expectWorks(use: Use, page: Page, words: RegExp = /81/u): Promise<OpenCard> {
  const card = await openCardAt(use, page, words);
  expect(card.text).toContain('Kazspetsexport');
  await page.keyboard.press('Escape');
  await waitForNoCard(use.browser, page);
  return card;
}

/** The popup says a sentence about the page in front. */
export async function waitForPopupToSay(use: Use, page: Page, words: string): Promise<void> {
  // What a page tells may come after the popup asked.
  await waitFor(
    `“${words}” in the popup`,
    async () => {
      const popup = await use.browser.openPopup(page);
      const { text } = await waitForView(popup, 'words', (view) => view.text.length > 0 && !view.isWaiting);
      await popup.close();
      return text;
    },
    (text) => text.includes(words),
  );
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the window as it is painted. */
export async function pictureOf(page: Page, { x, y, width, height }: Box): Promise<PNG> {
  const clip = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  return PNG.sync.read(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: false })));
}

/** Of the pixels, 0 to 1. */
export function differenceOf(a: PNG, b: PNG): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 }) / (a.width * a.height);
}

/** How many pixels of a picture have exactly that colour. */
export function pixelsOf(picture: PNG, [red, green, blue]: readonly [number, number, number]): number {
  let count = 0;
  for (let at = 0; at < picture.data.length; at += 4) {
    if (picture.data[at] === red && picture.data[at + 1] === green && picture.data[at + 2] === blue) count++;
  }
  return count;
}

/** The place of the first element that fits, in the window. */
export async function boxOf(page: Page, selector: string): Promise<Box> {
  return page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
}
