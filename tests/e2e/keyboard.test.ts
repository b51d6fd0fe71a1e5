/** Without a mouse: from the page to a mention, its card, the full record and back; and what a screen reader is told. */
import { afterEach, expect, test } from 'vitest';
import { outlineOf, waitForCard, waitForMarks, waitForNoCard } from '../support/reading';
import { setSettings } from '../support/settings';
import { inBothBrowsers } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const SALE = 'two-claims/index.html';
/** More than the card has places to stop at. */
const MOST_TABS = 40;

inBothBrowsers('keyboard', (use) => {
  afterEach(() => setSettings(use.browser, { screenReader: false }));

  test('leads from the page to a mention, its card, the full record, and back to where it was', async () => {
    const page = await use.open('modal/index.html');
    await waitForMarks(page);
    await page.focus('#open');
    await use.browser.command(page, 'next-mention');
    await waitForCard(use.browser, page, (card) => card.hasFocus);
    let focused = '';
    for (let tabs = 0; tabs < MOST_TABS && focused !== 'Full record'; tabs += 1) {
      await page.keyboard.press('Tab');
      focused = (await waitForCard(use.browser, page)).focused;
    }
    expect(focused).toBe('Full record');
    await page.keyboard.press('Enter');
    const record = await use.browser.findPage('the record', (url) =>
      url.startsWith(`${use.browser.base}database.html#/claim/`),
    );
    await waitFor(
      'the record',
      () => record.evaluate(() => document.body.innerText),
      (text) => text.includes('Kazspetsexport'),
    );
    await record.close();
    await page.bringToFront();
    await waitForCard(use.browser, page);
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open');
  });

  test('unfolds, explains and closes the card with keys alone', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await use.browser.command(page, 'next-mention');
    const before = await waitForCard(use.browser, page, (card) => card.hasFocus);
    expect(before.text).not.toContain('Matched words');
    let focused = '';
    for (let tabs = 0; tabs < MOST_TABS && focused !== 'Why this note?'; tabs += 1) {
      await page.keyboard.press('Tab');
      focused = (await waitForCard(use.browser, page)).focused;
    }
    await page.keyboard.press(' ');
    await waitForCard(use.browser, page, ({ text }) => text.includes('Matched words'));
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
  });

  test('a page without the switch has nothing of ours in it until a card is open', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await settle();
    expect(await outlineOf(use.browser, page)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  test('with it the page is announced once and each mention as it is reached, and markers lead to the cards', async () => {
    await setSettings(use.browser, { screenReader: true });
    const page = await use.open(SALE);
    const marks = await waitForMarks(page, (all) => all.length >= 3);
    const outline = await waitFor(
      'the announcement',
      () => outlineOf(use.browser, page),
      (found) => found !== null && found.status !== '',
    );
    expect(outline?.status).toMatch(new RegExp(`^Dalel: \\d known claims? here, ${marks.length} mentions$`, 'u'));
    expect(outline?.live).toBe('status');
    expect(outline?.markers).toHaveLength(marks.length);
    expect(outline?.markers[0]).toContain(marks[0]?.text ?? 'nothing');
    await use.browser.command(page, 'next-mention');
    await waitFor(
      'the mention',
      () => outlineOf(use.browser, page),
      (found) => found?.status === `Mention 1 of ${marks.length}: “${marks[0]?.text ?? ''}”`,
    );
    await page.keyboard.press('Escape');
    await waitForNoCard(use.browser, page);
  });
});
