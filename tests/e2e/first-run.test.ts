/** The welcome page: a sample with working marks, in each language, and the choice of sites that the rest follows. */
import { afterEach, expect, test } from 'vitest';
import { MARK_KINDS, type MarkKind } from '../../lib/page/mark-styles';
import { cardIn, marksOf, waitForMarks, type Mark } from '../support/reading';
import { setSettings } from '../support/settings';
import { inBothBrowsers } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const SALE = 'two-claims/index.html';
const SAMPLE = (all: readonly unknown[]): boolean => all.length >= 3;
/** The kinds of the marks, told by the last digit of their highlights' names. */
const kindsOf = (marks: readonly Mark[]): readonly (MarkKind | undefined)[] =>
  marks.map(({ name }) => MARK_KINDS[Number.parseInt(name.slice(-1), 16)]);

inBothBrowsers('first run', (use) => {
  afterEach(() => setSettings(use.browser, { language: 'auto', sites: { mode: 'all-but', hosts: [] } }));

  test('marks the sample, in more than one style, and opens a real card on it', async () => {
    const page = await use.browser.openOwn('welcome.html');
    const marks = await waitForMarks(page, SAMPLE);
    expect(marks.some(({ text }) => text.includes('81'))).toBe(true);
    expect(new Set(marks.map(({ name }) => name)).size).toBeGreaterThanOrEqual(3);
    const mark = marks.findIndex(({ text }) => text.includes('81'));
    await page.evaluate((y) => scrollBy({ top: y - innerHeight / 3, behavior: 'instant' }), marks[mark]?.y ?? 0);
    const now = (await marksOf(page))[mark];
    await page.mouse.move(2, 2);
    await page.mouse.move(now?.x ?? 0, now?.y ?? 0, { steps: 3 });
    const card = await waitFor(
      'the card',
      () => cardIn(page),
      (found) => found !== null,
    );
    expect(card?.text).toContain('Kazspetsexport');
    await page.close();
  });

  test('goes through the notes by a button, for those who use no pointer', async () => {
    const page = await use.browser.openOwn('welcome.html');
    await waitForMarks(page, SAMPLE);
    await page.focus('[data-action="step"]');
    await page.keyboard.press('Enter');
    await waitFor(
      'a card with focus',
      () => cardIn(page),
      (found) => found?.hasFocus === true,
    );
    await page.close();
  });

  test.each([
    ['ru', 'Добро пожаловать', 'США'],
    ['kk', 'қош келдіңіз', 'АҚШ'],
    ['en', 'Welcome', 'United States'],
  ] as const)('speaks %s at a press, and its sample is marked in it', async (lang, title, words) => {
    const page = await use.browser.openOwn('welcome.html');
    await waitForMarks(page, SAMPLE);
    await page.click(`[data-language="${lang}"]`);
    await waitFor(
      'the title',
      () => page.title(),
      (found) => found.includes(title),
    );
    const isLoud = (mark: Mark): boolean => ['denied', 'denied-light'].includes(kindsOf([mark]).at(0) ?? '');
    await waitForMarks(
      page,
      (all) =>
        all.some((mark) => isLoud(mark) && mark.text.includes('81') && mark.text.includes(words)) &&
        (['denied', 'quiet', 'confirmed'] as const).every((kind) => kindsOf(all).includes(kind)),
    );
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
    await page.close();
  });

  test('the choice of sites is kept, and decides at the next page', async () => {
    const welcome = await use.browser.openOwn('welcome.html');
    await waitForMarks(welcome, SAMPLE);
    await welcome.click('[data-choice="sites:only"]');
    await waitFor(
      'what follows from the choice',
      () => welcome.evaluate(() => document.body.innerText),
      (text) => text.includes('Until then nothing is marked'),
    );
    const page = await use.open(SALE);
    await settle();
    expect(await marksOf(page)).toEqual([]);
    await use.browser.command(page, 'toggle-site');
    await waitForMarks(page);
    await welcome.close();
  });
});
