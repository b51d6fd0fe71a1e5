/** Pages that hold nothing for Dalel, that spy on it, or that are no pages at all: it stays unseen and nothing throws. */
import { expect, test } from 'vitest';
import { marksOf, waitForMarks } from '../support/reading';
import { inBothBrowsers } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const HUGE = 5_000_000;
const LINE = 'The council met again and spoke at length about the road that leads to the old harbour. ';

function paragraphs(length: number): string {
  const one = `<p>${LINE.repeat(8)}</p>\n`;
  return one.repeat(Math.ceil(length / one.length));
}

const SALE = '<p>The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year.</p>';
const head = (title: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>`;

const MADE: ReadonlyMap<string, string> = new Map([
  ['/made/huge.html', `${head('Minutes of the council')}${paragraphs(HUGE)}`],
  ['/made/huge-with-claim.html', `${head('Minutes of the council')}${SALE}${paragraphs(HUGE)}`],
  ['/made/one-node.html', `${head('Minutes of the council')}<pre>${LINE.repeat(HUGE / LINE.length)}</pre>`],
  ['/made/nothing.html', ''],
]);

/** What stays silent, with why. */
const SILENT: readonly (readonly [path: string, why: string])[] = [
  ['formats/feed.xml', 'XML'],
  ['formats/chart.svg', 'SVG'],
  ['formats/sale.json', 'JSON'],
  ['formats/empty.html', 'an empty file'],
  ['made/nothing.html', 'an empty answer'],
  ['made/huge.html', '5 MB of text without a claim'],
  ['made/one-node.html', '5 MB in one text node'],
];

/** What is read like any page. */
const READ: readonly (readonly [path: string, why: string])[] = [
  ['formats/note.txt', 'plain text'],
  ['formats/page.xhtml', 'XHTML'],
  ['sandbox/index.html', 'a page in a sandbox of its own origin'],
  ['made/huge-with-claim.html', '5 MB of text with a claim at its start'],
];

inBothBrowsers(
  'quiet',
  (use) => {
    test.each([
      ['spy/index.html', 'names nothing that Dalel knows'],
      ['spy/near.html', 'names Kazakhstan and its arms trader, and makes no known claim'],
    ])('a page that listens to everything learns nothing: %s %s', async (path) => {
      const page = await use.open(path);
      await settle();
      const learned = await page.evaluate(() => (window as unknown as { learned: string[] }).learned);
      expect(learned).toEqual([]);
      expect(await use.browser.badge(page)).toBe('');
    });

    test('the spy does hear what Dalel must not do', async () => {
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

    test.each(SILENT)('%s (%s) is left alone without an error', async (path) => {
      const page = await use.open(path);
      await settle();
      expect(await marksOf(page)).toEqual([]);
    });

    test.each(READ)('%s (%s) is read like any page', async (path) => {
      const page = await use.open(path);
      const marks = await waitForMarks(page);
      expect(marks[0]?.text).toContain('81');
    });
  },
  MADE,
);
