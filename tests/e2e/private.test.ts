/**
 * A private window: pages in it are read and marked where the reader lets Dalel in, and neither what stood on them nor
 * what was typed about them is kept. The same steps in a window of every day keep all of it.
 */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { typeInto } from '../support/form';
import { pointAt, pressInCard, waitForMarks } from '../support/reading';
import { keptOf } from '../support/stored';
import { inBothBrowsers, type Use } from '../support/suite';
import { settle, waitFor } from '../support/wait';

/** On the page alone, and typed alone; none of them is in any claim. */
const SEEN = 'quokkaharbour';
const TYPED = 'wombatletter';
const PATH = 'made/quokkapath.html';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${SEEN}</title>
<p>${SEEN} was quiet that morning, and the ferries left as they always do. ${'The clerk wrote to his sister. '.repeat(10)}</p>
<p>The United States bought 81 retired Soviet-era military aircraft from Kazakhstan, ${SEEN} said.</p></html>`;

/** A word of the page, one that was typed, and the address in its parts. */
const wordsOf = (use: Use): readonly string[] => [SEEN, TYPED, 'quokkapath', new URL(use.site.url('')).host];

/** Those of them that are kept. */
const wordsKept = async (use: Use): Promise<readonly string[]> => {
  const kept = await keptOf(use.browser);
  return wordsOf(use).filter((word) => kept.includes(word));
};

/** What is kept once Dalel is allowed in, and has all that it makes for itself at its first page. */
async function allow(use: Use): Promise<string> {
  await use.browser.allowPrivate();
  await waitForMarks(await use.open('two-claims/index.html'));
  return waitFor(
    'an installation that is complete',
    () => keptOf(use.browser),
    (kept) => kept.includes('"settled"'),
  );
}

/** In a window of its own. */
async function openIn(use: Use, window: 'private' | 'everyday'): Promise<Page> {
  const url = use.site.url(PATH);
  await use.browser.inExtension(
    (api, address, incognito) => api.windows.create({ incognito, url: address }),
    url,
    window === 'private',
  );
  return use.browser.findPage(`the ${window} page`, (at) => at === url);
}

/** The way that is the same in every window. */
async function reportFromCard(use: Use, page: Page): Promise<Page> {
  await pointAt(page, 0);
  for (const words of ['Why this note?', 'Wrong mark?']) {
    await pressInCard(use.browser, page, (text) => text === words);
  }
  const form = await use.browser.findPage('the report page', (url) =>
    url.startsWith(`${use.browser.base}report.html#`),
  );
  await waitFor(
    'the form',
    () => form.evaluate(() => `${document.visibilityState} ${location.href} ${document.body.innerText}`),
    (text) => text.includes('Your note'),
  );
  return form;
}

inBothBrowsers(
  'a private window',
  (use) => {
    test('is marked, counted and reported from, and nothing of it is kept', async () => {
      const before = await allow(use);
      const page = await openIn(use, 'private');
      const marks = await waitForMarks(page);
      await waitFor(
        'the badge',
        () => use.browser.badge(page),
        (badge) => badge === String(marks.length),
      );
      const form = await reportFromCard(use, page);
      await waitFor(
        'a form that says that it comes from a private window',
        () => form.evaluate(() => document.body.innerText),
        (text) => text.includes('This comes from a private window'),
      );
      await typeInto(form, 'Your note', TYPED);
      // What is typed elsewhere is kept within moments.
      await settle();
      expect(await form.$$('[data-action="save"], [data-kept]')).toEqual([]);
      expect(await wordsKept(use)).toEqual([]);
      const held = `found:${await use.browser.tabOf(page)}`;
      await form.close();
      await page.close();
      await waitFor(
        'what the tab held to be forgotten',
        () => use.browser.inExtension(async (api) => Object.keys(await api.storage.session.get(null))),
        (names) => !names.includes(held),
      );
      expect(await keptOf(use.browser)).toBe(before);
    });

    test('keeps nothing that the same steps in a window of every day would not keep', async () => {
      expect(await wordsKept(use)).toEqual([]);
      const page = await openIn(use, 'everyday');
      await waitForMarks(page);
      const form = await reportFromCard(use, page);
      await typeInto(form, 'Your note', TYPED);
      await waitFor(
        'all of it to be kept',
        () => wordsKept(use),
        (kept) => kept.length === wordsOf(use).length,
      );
      await form.close();
      await page.close();
    });
  },
  new Map([[`/${PATH}`, PAGE]]),
);
