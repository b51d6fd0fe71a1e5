/** What the popup says of pages in which nothing is marked: only one that was read holds no claim. */
import { afterEach, expect, test } from 'vitest';
import { asPopup, turn, waitForView } from '../support/popup';
import { setSettings } from '../support/settings';
import { inBothBrowsers, type Use } from '../support/suite';

const NOTHING = 'No claim of the database was found on this page.';
const UNREAD = /This page was not read\.|Dalel cannot read this page\./u;

/** The popup of the page, in a tab of its own. */
async function popupOf(use: Use, path: string) {
  const tab = await use.browser.tabOf(await use.open(path));
  return asPopup(await use.browser.openOwn(`popup.html?tab=${tab}`));
}

inBothBrowsers('a page without a mark', (use) => {
  afterEach(() => setSettings(use.browser, { on: true }));

  test.each(['demo/elsewhere.html', 'formats/empty.html'])('%s was read', async (path) => {
    const popup = await popupOf(use, path);
    await waitForView(popup, 'no claim', ({ text }) => text.includes(NOTHING));
    await popup.close();
  });

  test.each(['formats/sale.json', 'formats/chart.svg', 'formats/feed.xml'])('%s was not', async (path) => {
    const popup = await popupOf(use, path);
    const { text } = await waitForView(popup, 'a reason', (view) => UNREAD.test(view.text));
    expect(text).not.toContain(NOTHING);
    await popup.close();
  });

  test('where Dalel was off is read as soon as it is on, and never said to need a reload', async () => {
    await setSettings(use.browser, { on: false });
    const popup = await popupOf(use, 'demo/elsewhere.html');
    const said = popup.run(
      (doc) =>
        new Promise<string>((resolve) => {
          const texts: string[] = [];
          const note = (): void => {
            const text = doc.querySelector('[data-state]')?.textContent ?? '';
            if (texts.at(-1) !== text) texts.push(text);
            if (doc.querySelector('[data-state="nothing"]') !== null) resolve(texts.join('\n'));
          };
          new MutationObserver(note).observe(doc.body, { childList: true, subtree: true, characterData: true });
        }),
    );
    await turn(popup, 'power', true);
    expect(await said).not.toMatch(UNREAD);
    await popup.close();
  });
});
