/** The reader's side: marks where a known claim is told, a card by pointer, keyboard and tap, and an untouched page. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  bringIntoView,
  cardOf,
  marksOf,
  pointAt,
  pressInCard,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from '../support/reading';
import { inBothBrowsers } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const SALE = 'two-claims/index.html';
const HIGHLIGHT = /^d[0-9a-f]{16}/;

/** The whole document as text, and how many sheets were adopted: what a page can compare. */
function snapshot(page: Page): Promise<{ html: string; sheets: number; nodes: number }> {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.styleSheets.length,
    nodes: document.querySelectorAll('*').length,
  }));
}

/** The demo articles, what must be marked in each, and what must not. */
const DEMO: readonly (readonly [file: string, says: RegExp, silent: RegExp])[] = [
  ['purchase', /bought 81/, /historians|spare engine/],
  ['denial', /Kazakhstan sold 81/, /messaging channels|cut them up/],
  ['choice', /Су-30СМ|ANKA/, /Лётчики|ангары/],
];

inBothBrowsers('reading', (use) => {
  test.each(DEMO)('marks what the demo article %s says of a known claim', async (file, says, silent) => {
    const page = await use.open(`demo/${file}.html`);
    const marks = await waitForMarks(page, (all) => all.some((mark) => says.test(mark.text)));
    for (const mark of marks) expect(mark.text).not.toMatch(silent);
  });

  test('marks nothing in the demo article about other countries', async () => {
    const page = await use.open('demo/elsewhere.html');
    await settle();
    expect(await marksOf(page)).toEqual([]);
    expect(await use.browser.badge(page)).toBe('');
  });

  test('marks a passage that reports the denial in another style than one that tells the claim', async () => {
    const telling = await use.open('demo/purchase.html');
    const told = await waitForMarks(telling, (all) => all.some((mark) => /bought 81/.test(mark.text)));
    const denying = await use.open('demo/denial.html');
    const denied = await waitForMarks(denying, (all) => all.some((mark) => /sold 81/.test(mark.text)));
    const styleOf = (marks: typeof told, says: RegExp) => marks.find((mark) => says.test(mark.text))?.name;
    expect(styleOf(denied, /sold 81/)).not.toBe(styleOf(told, /bought 81/));
  });

  test('marks the words that carry a claim, and no more than their sentence', async () => {
    const page = await use.open(SALE);
    const marks = await waitForMarks(page, (all) => all.length >= 2);
    for (const mark of marks) {
      expect(mark.name).toMatch(HIGHLIGHT);
      expect(mark.text.length).toBeLessThan(160);
    }
    expect(marks.some((mark) => /bought 81/.test(mark.text))).toBe(true);
    expect(marks.every((mark) => !/airfields|harbour|lighthouse/.test(mark.text))).toBe(true);
  });

  test('opens a card where the pointer rests, with statements, speakers and links', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await pointAt(page, 0);
    const card = await waitForCard(use.browser, page);
    expect(card.label.length).toBeGreaterThan(10);
    expect(card.text).toContain('Kazspetsexport');
    expect(card.text).not.toMatch(/\bfalse\b|\bfake\b/i);
    const sources = card.links.filter((link) => link.href.startsWith('http'));
    expect(sources.length).toBeGreaterThan(0);
    for (const link of sources) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toContain('noopener');
      expect(link.rel).toContain('noreferrer');
    }
    const { box } = card;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1200);
    expect(box.y + box.height).toBeLessThanOrEqual(900);
  });

  test('opens the full record from the card, in a tab of its own', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await pointAt(page, 0);
    await pressInCard(use.browser, page, (text) => text === 'Full record');
    const record = await use.browser.findPage('the record', (url) =>
      url.startsWith(`${use.browser.base}database.html#/claim/`),
    );
    await waitFor(
      'the statements of the record',
      () => record.evaluate(() => document.body.innerText),
      (text) => text.includes('Kazspetsexport'),
    );
    await record.close();
  });

  test('keeps the card while the pointer is on it, and closes it after the pointer left', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await pointAt(page, 0);
    const { box } = await waitForCard(use.browser, page);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
    await settle();
    await waitForCard(use.browser, page);
    await page.mouse.move(2, 2);
    await waitForNoCard(use.browser, page);
  });

  test('closes the card on Escape and leaves the page byte for byte as it was', async () => {
    const page = await use.open('changing/index.html');
    const empty = await snapshot(page);
    await page.goto(use.site.url(SALE));
    await waitForMarks(page);
    const before = await snapshot(page);
    expect(before.html).not.toBe(empty.html);
    await pointAt(page, 0);
    await waitForCard(use.browser, page);
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    expect(await snapshot(page)).toEqual(before);
  });

  test('marks a page without adding, taking or changing one byte of its document', async () => {
    const source = await use.open(SALE);
    await waitForMarks(source);
    const marked = await snapshot(source);
    // The same bytes in a document that no extension's script reads.
    const text = await (await fetch(use.site.url(SALE))).text();
    const plain = await source.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      return parsed.documentElement.outerHTML;
    }, text);
    expect(marked.html).toBe(plain);
    expect(marked.sheets).toBe(0);
  });

  test('steps through the mentions by keyboard command, with focus in the card and back', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page, (all) => all.length >= 2);
    await use.browser.command(page, 'next-mention');
    const first = await waitForCard(use.browser, page, (card) => card.hasFocus);
    await use.browser.command(page, 'next-mention');
    const second = await waitForCard(
      use.browser,
      page,
      (card) => card.text !== first.text || card.box.y !== first.box.y,
    );
    expect(second.hasFocus).toBe(true);
    await use.browser.command(page, 'previous-mention');
    await waitForCard(use.browser, page, (card) => card.text === first.text);
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test('opens the card on a tap', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    const mark = await bringIntoView(page, 0);
    await page.touchscreen.tap(mark.x, mark.y);
    const card = await waitForCard(use.browser, page);
    expect(card.text).toContain('Kazspetsexport');
  });

  test('opens the card on a screen with two dots a pixel', async () => {
    const page = await use.open(SALE);
    await page.setViewport({ width: 1200, height: 900, deviceScaleFactor: 2 });
    await waitForMarks(page);
    await pointAt(page, 0);
    expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
  });

  test('opens the card through a link that is spread over the words, and not through what hides them', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    const spread = (background: string): Promise<void> =>
      page.evaluate((colour) => {
        const [highlight] = CSS.highlights.values();
        const [range] = highlight ?? [];
        const box = range?.startContainer.parentElement;
        if (box === null || box === undefined) throw new Error('Nothing is marked');
        box.style.position = 'relative';
        const link = box.querySelector('a.spread') ?? box.appendChild(document.createElement('a'));
        link.className = 'spread';
        link.setAttribute('style', `position: absolute; inset: 0; background: ${colour}`);
      }, background);
    await spread('white');
    await pointAt(page, 0);
    await settle();
    expect(await cardOf(use.browser, page)).toBeNull();
    await spread('none');
    await pointAt(page, 0);
    expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
  });

  test('counts the mentions on the toolbar button', async () => {
    const page = await use.open(SALE);
    const marks = await waitForMarks(page, (all) => all.length >= 2);
    await waitFor(
      'the badge',
      () => use.browser.badge(page),
      (badge) => badge === String(marks.length),
    );
    await page.goto(use.site.url('changing/index.html'));
    await waitFor(
      'an empty badge',
      () => use.browser.badge(page),
      (badge) => badge === '',
    );
  });

  test('notices text that is added and text that is changed after the page was loaded', async () => {
    const page = await use.open('changing/index.html');
    await settle();
    expect(await marksOf(page)).toEqual([]);
    const said = 'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year.';
    await page.evaluate((text) => {
      const added = document.createElement('p');
      added.textContent = text;
      document.querySelector('main')?.append(added);
    }, said);
    await waitForMarks(page, (all) => all.length === 1);
    await page.evaluate((text) => document.querySelector('#target')?.firstChild?.replaceWith(text), said);
    await waitForMarks(page, (all) => all.length === 2);
    await page.evaluate(() => document.querySelector('#target')?.replaceChildren('Nothing is said here any more.'));
    await waitForMarks(page, (all) => all.length === 1);
  });
});
