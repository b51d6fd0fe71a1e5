/** Pages that hold nothing for Dalel, that spy on it, or that are no pages at all: it stays unseen and nothing throws. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { marksOf } from '../../support/reading';
import { inBothBrowsers, type Use } from '../../support/suite';
import { settle, waitFor } from '../../support/wait';

const HUGE = 5_000_000;
const LINE = 'The council met again and spoke at length about the road that leads to the old harbour. ';

function paragraphs(length: number): string {
  const one = `<p>${LINE.repeat(8)}</p>\n`;
  return one.repeat(Math.ceil(length / one.length));
}

const head = (title: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>`;

const MADE: ReadonlyMap<string, string> = new Map([
  ['/made/huge.html', `${head('Minutes of the council')}${paragraphs(HUGE)}`],
  ['/made/one-node.html', `${head('Minutes of the council')}<pre>${LINE.repeat(HUGE / LINE.length)}</pre>`],
  ['/made/nothing.html', ''],
]);

/** Opens all of them, and gives them one time to do what they should not. */
async function expectSilence(use: Use, paths: readonly string[]): Promise<void> {
  const pages: Page[] = [];
  for (const path of paths) pages.push(await use.open(path));
  await settle();
  for (const [i, page] of pages.entries()) {
    expect(await marksOf(page), paths[i]).toEqual([]);
    expect(await use.browser.badge(page), paths[i]).toBe('');
  }
}

inBothBrowsers(
  'quiet',
  (use) => {
    for (const [path, why] of [
      ['spy/index.html', 'that names nothing that Dalel knows'],
      ['spy/near.html', 'that names Kazakhstan and its arms trader, and makes no known claim'],
    ] as const)
      test(`spy: learns nothing on a page ${why}`, async () => {
        const page = await use.open(path);
        await settle();
        const learned = await page.evaluate(() => (window as unknown as { learned: string[] }).learned);
        expect(learned).toEqual([]);
        expect(await use.browser.badge(page)).toBe('');
      });

    test('spy: does hear what Dalel must not do', async () => {
      const page = await use.open('spy/index.html');
      const learned = await page.evaluate(async () => {
        document.body.append('x');
        window.postMessage({ secret: 1 }, '*');
        document.dispatchEvent(new CustomEvent('wxt:content-script-started'));
        document.adoptedStyleSheets = [new CSSStyleSheet()];
        CSS.highlights.set('some', new Highlight());
        await new Promise((resolve) => setTimeout(resolve, 200));
        return (window as unknown as { learned: string[] }).learned;
      });
      for (const heard of [
        'mutation',
        'postMessage',
        'event message',
        'wxt:content-script',
        'adopted',
        'highlights some',
      ]) {
        expect(
          learned.some((line) => line.includes(heard)),
          heard,
        ).toBe(true);
      }
    });

    test('an exception in the background or in a page would be noticed', async () => {
      const page = await use.open('changing/index.html');
      await use.browser.inBackground(
        (self) => void self.setTimeout(() => Promise.reject(new Error('planted behind')), 0),
      );
      await use.browser.inFrames(
        page,
        () => void setTimeout(() => Promise.reject(new Error('planted in the page')), 0),
      );
      const noticed: string[] = [];
      await waitFor(
        'both exceptions',
        async () => {
          noticed.push(...(await use.browser.errors()));
          return noticed;
        },
        (all) => ['planted behind', 'planted in the page'].every((text) => all.some((line) => line.includes(text))),
      );
    });

    test('formats: XML, SVG, JSON and nothing at all are left alone', () =>
      expectSilence(use, [
        'formats/feed.xml',
        'formats/chart.svg',
        'formats/sale.json',
        'formats/empty.html',
        'made/nothing.html',
      ]));

    test('huge-node: 5 MB of text without a claim, in one node and in many, are left alone', () =>
      expectSilence(use, ['made/huge.html', 'made/one-node.html']));
  },
  MADE,
);
