/** Pages whose world is not what a script expects: broken objects, other documents, frames, editors, zoom and paper. */
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import {
  boxOf,
  differenceOf,
  expectWorks,
  marksSeen,
  openCardAt,
  pictureOf,
  waitForMarksSeen,
} from '../../support/hostile';
import { cardOf, waitForCard, waitForMarks, waitForNoCard } from '../../support/reading';
import { setSettings } from '../../support/settings';
import { storedOf } from '../../support/stored';
import { inBothBrowsers, type Use } from '../../support/suite';
import { settle, waitFor } from '../../support/wait';

const SALE = 'The US bought 81 old Soviet warplanes from Kazakhstan, a foreign news site wrote.';

/** What the page's own scripts noted. */
const noted = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((of) => (window as unknown as Record<string, unknown>)[of], name);

/** The document as text, and as it would be without us. */
async function documentOf(use: Use, page: Page, path: string): Promise<{ now: string; plain: string }> {
  const source = await (await fetch(use.site.url(path))).text();
  return page.evaluate((html) => {
    const plain = new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
    return { now: document.documentElement.outerHTML, plain };
  }, source);
}

/** The frames of a tab in which an annotator runs. */
const annotated = async (use: Use, page: Page): Promise<number> =>
  (await use.browser.inFrames(page, () => 'dalelAnnotator' in globalThis)).filter(Boolean).length;

const badgeIs = (use: Use, page: Page, wanted: number): Promise<string> =>
  waitFor(
    'the badge',
    () => use.browser.badge(page),
    (badge) => badge === String(wanted),
  );

inBothBrowsers('worlds', (use) => {
  afterEach(() => setSettings(use.browser, { loudness: 'full' }));

  test('polluted: marks and card stand, and nothing that the page broke was called', async () => {
    const page = await use.open('polluted/index.html');
    await waitForMarksSeen(use, page);
    const { text } = await openCardAt(use, page);
    expect(text).toContain('Kazspetsexport');
    expect(text).not.toContain('polluted');
    const called = await use.browser.inFrames(page, () => document.body.getAttribute('data-called'));
    expect(called).toEqual(['']);
  });

  test('clobbered: marks and card stand, in the form as beside it', async () => {
    const path = 'clobbered/index.html';
    const page = await use.open(path);
    await waitForMarksSeen(use, page, (marks) => marks.length === 2);
    await expectWorks(use, page, /retired/u);
    await page.evaluate(() => window.scrollTo(0, 0));
    const html = await use.browser.inFrames(page, () => new XMLSerializer().serializeToString(document).length);
    await expectWorks(use, page, /retired/u);
    expect(await use.browser.inFrames(page, () => new XMLSerializer().serializeToString(document).length)).toEqual(
      html,
    );
  });

  test('custom-elements: nothing is done to an element of the page’s own, and its words have their card', async () => {
    const path = 'custom-elements/index.html';
    const page = await use.open(path);
    await expectWorks(use, page);
    expect(await noted(page, 'heard')).toEqual(['connected']);
    const { now, plain } = await documentOf(use, page, path);
    expect(now).toBe(plain);
  });

  test('formats: XHTML and plain text have their card', async () => {
    for (const path of ['formats/page.xhtml', 'formats/note.txt']) await expectWorks(use, await use.open(path));
  });

  test('sandbox: a page without an origin has its card', async () => {
    await expectWorks(use, await use.open('sandbox/index.html'));
  });

  test('rewritten: the second text is found and has its card, and so is a third', async () => {
    const page = await use.open('rewritten/index.html');
    await settle();
    expect(await marksSeen(use, page)).toEqual([]);
    for (const said of [SALE, SALE.replace('old Soviet warplanes', 'retired Soviet-era aircraft')]) {
      await page.evaluate((text) => (window as unknown as { rewrite(text: string): void }).rewrite(text), said);
      const words = said.includes('warplanes') ? /warplanes/u : /Soviet-era/u;
      await waitForMarksSeen(use, page, (marks) => marks.length === 1 && words.test(marks[0]?.text ?? ''));
      await expectWorks(use, page, words);
    }
  });

  test('strict-csp: mark and card are painted', async () => {
    const page = await use.open('strict-csp/index.html');
    await waitForMarksSeen(use, page);
    const box = await boxOf(page, '#claim');
    const marked = await pictureOf(page, box);
    const { box: place, text } = await openCardAt(use, page);
    expect(text).toContain('Kazspetsexport');
    // A card without its style sheet would run over the whole window.
    expect(place.width).toBeLessThan(600);
    await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    const card = await pictureOf(page, place);
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    expect(differenceOf(card, await pictureOf(page, place))).toBeGreaterThan(0.05);
    await setSettings(use.browser, { loudness: 'badge' });
    await page.bringToFront();
    await waitForMarksSeen(use, page, (marks) => marks.length === 0);
    expect(differenceOf(marked, await pictureOf(page, box))).toBeGreaterThan(0.002);
  });

  test('frames: an article in a frame, and in one of another site, is read by itself and counted with its page', async () => {
    const page = await use.open('frames/index.html');
    const inner = (): Frame[] => page.frames().filter((frame) => frame.url().endsWith('two-claims/index.html'));
    await waitFor('the article', inner, ({ length }) => length === 1);
    const [frame] = inner();
    if (frame === undefined) throw new Error('The article is missing');
    const marks = await waitForMarks(frame);
    await badgeIs(use, page, marks.length);
    await page.evaluate(
      (url) => {
        const frame = document.querySelector<HTMLIFrameElement>('#harbour');
        if (frame !== null) frame.src = url;
      },
      use.site.url('two-claims/index.html', '127.0.0.1'),
    );
    await waitFor('both articles', inner, ({ length }) => length === 2);
    await badgeIs(use, page, 2 * marks.length);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  test('frames-deep: the article in the fifth frame is marked and counted, and the keyboard opens its card', async () => {
    const page = await use.open('frames-deep/index.html');
    await waitFor(
      'six documents',
      () => page.frames().length,
      (count) => count === 6,
    );
    const inner = page.frames().find((frame) => frame.url().endsWith('two-claims/index.html'));
    if (inner === undefined) throw new Error('The article is missing');
    const marks = await waitForMarks(inner);
    await badgeIs(use, page, marks.length);
    expect(await annotated(use, page)).toBe(1);
    await use.browser.command(page, 'next-mention');
    expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
  });

  test('frames-wide: of fifty frames only the one with an article costs more than a look', async () => {
    const page = await use.open('frames-wide/index.html');
    const inner = page.frames().find((frame) => frame.url().endsWith('two-claims/index.html'));
    if (inner === undefined) throw new Error('The article is missing');
    const marks = await waitForMarks(inner);
    await badgeIs(use, page, marks.length);
    expect(page.frames().length).toBe(51);
    expect(await annotated(use, page)).toBe(1);
    await use.browser.command(page, 'next-mention');
    expect((await waitForCard(use.browser, page)).text).toContain('Kazspetsexport');
  });

  test('editors: what is typed is never marked, changed or kept, and typing goes on beside an open card', async () => {
    const page = await use.open('editors/index.html');
    await waitForMarksSeen(use, page);
    const word = `q${Math.random().toString(36).slice(2, 12)}`;
    const design = page.frames().find((frame) => frame.url() === 'about:srcdoc');
    if (design === undefined) throw new Error('The frame to write in is missing');
    for (const id of ['rich', 'plain', 'box', 'line', 'search', 'secret', 'area']) {
      await page.click(`#${id}`);
      await page.keyboard.type(`${word}${id}`);
      if (id !== 'box') await page.evaluate((text) => document.execCommand('insertText', false, text), SALE);
    }
    await design.click('body');
    await page.keyboard.type(`${word}design`);
    const contents = (): Promise<string[]> =>
      page.evaluate(() => [
        ...['rich', 'plain', 'box'].map((id) => document.getElementById(id)?.innerHTML ?? ''),
        ...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
        document.querySelector('iframe')?.contentDocument?.body.innerHTML ?? '',
      ]);
    const typed = await contents();
    expect(typed.length).toBe(8);
    for (const text of typed) expect(text).toContain(word);
    for (const text of typed.slice(3, 7)) expect(text).toMatch(new RegExp(`^${word}\\w+ ?${SALE.slice(0, 20)}`, 'u'));
    await settle();
    expect(await contents()).toEqual(typed);
    const marks = await marksSeen(use, page);
    expect(marks.map(({ text }) => text.includes('retired'))).toEqual([true]);
    // The field keeps its focus while a card is read.
    await page.click('#line');
    await openCardAt(use, page);
    await page.keyboard.type('x');
    expect((await contents())[3]).toHaveLength((typed[3]?.length ?? 0) + 1);
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    const stored = await storedOf(use.browser);
    expect(stored).toContain('kazspetsexport');
    expect(stored).not.toContain(word);
  });

  test('editors: a page that is made editable as a whole has no marks and no card, and gets them back', async () => {
    const page = await use.open('editors/index.html');
    await waitForMarksSeen(use, page);
    await page.evaluate(() => (document.body.contentEditable = 'true'));
    await waitForMarksSeen(use, page, (marks) => marks.length === 0);
    await page.evaluate(() => (document.body.contentEditable = 'inherit'));
    await waitForMarksSeen(use, page, (marks) => marks.length === 1);
    await page.evaluate(() => {
      document.designMode = 'on';
      document.querySelector('#claim')?.append(' ');
    });
    await waitForMarksSeen(use, page, (marks) => marks.length === 0);
    expect(await cardOf(use.browser, page)).toBeNull();
  });

  test('zoomed: the card stands by its words, whatever the page’s own style enlarges or turns', async () => {
    const page = await use.open('zoomed/index.html');
    await waitForMarksSeen(use, page);
    for (const [name, on] of [
      ['zoomed', 'body'],
      ['shrunk', 'body'],
      ['turned', 'main'],
      ['zoomed', 'html'],
      ['shrunk', 'html'],
    ] as const) {
      const turn = (): Promise<unknown> =>
        page.evaluate((style, at) => document.querySelector(at)?.classList.toggle(style), name, on);
      await turn();
      const { box } = await openCardAt(use, page);
      const words = await boxOf(page, '#claim');
      const gap = Math.max(box.y - (words.y + words.height), words.y - (box.y + box.height));
      expect(gap, `${name} ${on}`).toBeLessThan(40);
      expect(box.x, `${name} ${on}`).toBeGreaterThanOrEqual(-1);
      expect(box.x + box.width, `${name} ${on}`).toBeLessThanOrEqual(1201);
      await page.keyboard.press('Escape');
      await waitForNoCard(use.browser, page);
      await turn();
    }
  });

  test('print: on paper there is neither mark nor card, and both are back on the screen', async () => {
    const page = await use.open('print/index.html');
    const { box } = await openCardAt(use, page);
    await waitForCard(use.browser, page, ({ isAwake }) => isAwake);
    const [words, whole] = [await boxOf(page, '#claim'), { x: 0, y: 0, width: 1200, height: 900 }];
    const seen = { card: await pictureOf(page, box), words: await pictureOf(page, words) };
    await use.browser.setMedium(page, 'print');
    const paper = await pictureOf(page, whole);
    expect(differenceOf(seen.card, await pictureOf(page, box))).toBeGreaterThan(0.05);
    expect(differenceOf(seen.words, await pictureOf(page, words))).toBeGreaterThan(0.002);
    await page.evaluate(() => CSS.highlights.clear());
    expect(differenceOf(paper, await pictureOf(page, whole))).toBe(0);
    await use.browser.setMedium(page, 'screen');
    await waitFor(
      'the mark and the card',
      async () =>
        differenceOf(seen.card, await pictureOf(page, box)) + differenceOf(seen.words, await pictureOf(page, words)),
      (share) => share < 0.01,
    );
  });
});
