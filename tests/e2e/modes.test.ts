/** How a card opens and how loud the marks are: each choice of the options, in open pages at once. */
import { afterEach, expect, test } from 'vitest';
import { cardOf, marksOf, pointAt, waitForCard, waitForMarks, waitForNoCard } from '../support/reading';
import { inBothBrowsers, type Use } from '../support/suite';
import { pause, waitFor } from '../support/wait';
import { setSettings } from '../support/settings';

const SALE = 'two-claims/index.html';
/** Longer than the rest at first, which has to have passed without a card. */
const PAST_THE_REST_MS = 900;

const badgeIs = (use: Use, page: Parameters<Use['browser']['badge']>[0], wanted: number) =>
  waitFor(
    'the badge',
    () => use.browser.badge(page),
    (badge) => badge === String(wanted),
  );

inBothBrowsers('modes', (use) => {
  afterEach(() => setSettings(use.browser, { openBy: 'rest', restMs: 300, loudness: 'full', badge: true }));

  test('with a longer rest the card waits for it', async () => {
    await setSettings(use.browser, { restMs: 2000 });
    const page = await use.open(SALE);
    await waitForMarks(page);
    await pointAt(page, 0);
    await pause(PAST_THE_REST_MS);
    expect(await cardOf(use.browser, page)).toBeNull();
    await waitForCard(use.browser, page);
  });

  test('with the modifier a card opens only while Alt is held', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await setSettings(use.browser, { openBy: 'modifier' });
    await pointAt(page, 0);
    await pause(PAST_THE_REST_MS);
    expect(await cardOf(use.browser, page)).toBeNull();
    await page.keyboard.down('Alt');
    await waitForCard(use.browser, page);
    await page.keyboard.up('Alt');
  });

  test('by click alone neither rest nor focus opens a card', async () => {
    await setSettings(use.browser, { openBy: 'click' });
    const page = await use.open(SALE);
    await waitForMarks(page);
    const mark = await pointAt(page, 0);
    await pause(PAST_THE_REST_MS);
    expect(await cardOf(use.browser, page)).toBeNull();
    await page.mouse.click(mark.x, mark.y);
    await waitForCard(use.browser, page);
    await page.mouse.click(4, 4);
    await waitForNoCard(use.browser, page);
  });

  test('marks the first mention of each claim alone, then none, with the count unchanged', async () => {
    const page = await use.open(SALE);
    const full = await waitForMarks(page, (all) => all.length >= 3);
    await badgeIs(use, page, full.length);
    await setSettings(use.browser, { loudness: 'first' });
    const first = await waitForMarks(page, (all) => all.length < full.length);
    expect(first.length).toBeGreaterThan(0);
    await badgeIs(use, page, full.length);
    await setSettings(use.browser, { loudness: 'badge' });
    await waitForMarks(page, (all) => all.length === 0);
    await badgeIs(use, page, full.length);
    // Without a mark the keyboard still leads from mention to mention.
    await use.browser.command(page, 'next-mention');
    await waitForCard(use.browser, page);
    await setSettings(use.browser, { loudness: 'full' });
    await waitForMarks(page, (all) => all.length === full.length);
  });

  test('a badge that is switched off leaves the count in the button’s title', async () => {
    const page = await use.open(SALE);
    const marks = await waitForMarks(page, (all) => all.length >= 3);
    await badgeIs(use, page, marks.length);
    await setSettings(use.browser, { badge: false });
    await waitFor(
      'no badge',
      () => use.browser.badge(page),
      (badge) => badge === '',
    );
    const tab = await use.browser.tabOf(page);
    const title = await use.browser.inExtension((api, tabId) => api.action.getTitle({ tabId }), tab);
    expect(title).toMatch(new RegExp(`^Dalel: \\d known claims? here, ${marks.length} mentions$`, 'u'));
  });

  test('only the sites that were chosen are marked, and another one as soon as it is', async () => {
    await setSettings(use.browser, { sites: { mode: 'only', hosts: ['127.0.0.1'] } });
    const chosen = await use.open(SALE, '127.0.0.1');
    const other = await use.open(SALE, 'localhost');
    await waitForMarks(chosen);
    expect(await marksOf(other)).toEqual([]);
    await use.browser.command(other, 'toggle-site');
    await waitForMarks(other);
    await setSettings(use.browser, { sites: { mode: 'all-but', hosts: [] } });
  });

  test('a pause takes every mark away, and its end brings them back without a reload', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    await setSettings(use.browser, { pausedUntil: 'restart' });
    await waitForMarks(page, (all) => all.length === 0);
    await setSettings(use.browser, { pausedUntil: null });
    await waitForMarks(page);
  });
});
