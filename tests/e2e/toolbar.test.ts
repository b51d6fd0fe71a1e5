/** Recap, panel, address bar and options: what a reader does beside the page, in the real browsers. */
import { afterEach, expect, test } from 'vitest';
import { asPopup, press, turn, viewOf, waitForView } from '../support/popup';
import { marksOf, waitForMarks } from '../support/reading';
import { setSettings } from '../support/settings';
import { inBothBrowsers } from '../support/suite';
import { waitFor } from '../support/wait';

const SALE = 'two-claims/index.html';
const CLAIM = 'us-bought-81-soviet-aircraft';

inBothBrowsers('toolbar', (use) => {
  afterEach(() => setSettings(use.browser, { language: 'auto', pausedUntil: null, badge: true, on: true }));

  test('the popup tells the page’s claims in two lines each, in the order of reading', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page, (all) => all.length >= 3);
    const popup = await use.browser.openPopup(page);
    await press(popup, '[data-action="recap"]');
    const entries = await waitFor(
      'the recap',
      () =>
        popup.run((doc) =>
          [...doc.querySelectorAll<HTMLElement>('[data-recap]')].map((one) => [one.dataset['recap'], one.innerText]),
        ),
      (all) => all.length >= 2,
    );
    expect(entries[0]?.[0]).toBe(CLAIM);
    expect(entries[0]?.[1]).toMatch(/Denied by .+, \d{1,2} \w+ \d{4}/u);
    for (const [, text] of entries) expect(text?.trim().split('\n').length).toBeLessThanOrEqual(3);
    await popup.close();
  });

  test('the panel beside the page shows the same claims, and follows switches at once', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page, (all) => all.length >= 3);
    const tab = await use.browser.tabOf(page);
    const panel = asPopup(await use.browser.openOwn(`sidepanel.html?tab=${tab}`));
    const view = await waitForView(panel, 'the claim', ({ claims }) => claims[CLAIM] !== undefined);
    expect(view.claims[CLAIM]).toMatch(/Denied/u);
    expect(await panel.run((doc) => doc.querySelector('[data-action="panel"]') === null)).toBe(true);
    await turn(panel, 'power', false);
    await waitForMarks(page, (all) => all.length === 0);
    await turn(panel, 'power', true);
    await waitForMarks(page);
    await panel.close();
  });

  test('the panel does not open by itself, and the browser has a place for it', async () => {
    const manifest = await use.browser.inExtension(
      (api) => api.runtime.getManifest() as unknown as Readonly<Record<string, string>>,
    );
    const panel = JSON.stringify(manifest['side_panel'] ?? manifest['sidebar_action']);
    expect(panel).toContain('sidepanel.html');
    expect(manifest['sidebar_action'] === undefined || panel.includes('"open_at_install":false')).toBe(true);
    expect(JSON.stringify(manifest['omnibox'])).toBe('{"keyword":"dalel"}');
  });

  test('options speak another language at once, and so do the cards of open pages', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    const own = await use.browser.openOwn('options.html');
    const options = asPopup(own);
    await press(options, '[data-choice="language:kk"]');
    await waitForView(options, 'Kazakh words', ({ text }) => text.includes('Dalel баптаулары'));
    await waitFor(
      'the title of the toolbar button',
      async () => {
        const tab = await use.browser.tabOf(page);
        return use.browser.inExtension((api, tabId) => api.action.getTitle({ tabId }), tab);
      },
      (title) => title.includes('тұжырым'),
    );
    await press(options, '[data-choice="language:ru"]');
    await waitForView(options, 'Russian words', ({ text }) => text.includes('Настройки Dalel'));
    await options.close();
  });

  test('a pause from the options silences open pages until it is ended there', async () => {
    const page = await use.open(SALE);
    await waitForMarks(page);
    const options = asPopup(await use.browser.openOwn('options.html'));
    await press(options, '[data-pause="hour"]');
    await waitForMarks(page, (all) => all.length === 0);
    await waitForView(options, 'the end of the pause', ({ text }) => /Paused until \d\d:\d\d/u.test(text));
    await press(options, '[data-pause="end"]');
    await waitForMarks(page);
    await options.close();
  });

  test('everything goes into one file, and comes back from it after a reset', async () => {
    const own = await use.browser.openOwn('options.html');
    const options = asPopup(own);
    await turn(options, 'badge', false);
    await turn(options, 'source:avweb', false);
    const file = await own.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (blob) => {
            (blob as Blob).text().then(resolve, String);
            return make(blob);
          };
          document.querySelector<HTMLElement>('[data-action="export"]')?.click();
        }),
    );
    expect(JSON.parse(file)).toMatchObject({ settings: { badge: false, sourcesOff: ['avweb'] }, reports: [] });
    await press(options, '[data-action="reset"]');
    await press(options, '[data-action="now:reset"]');
    await waitForView(options, 'the settings of the first day', ({ switches }) => switches['badge'] === true);
    await own.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"][accept*="json"]');
      const files = new DataTransfer();
      files.items.add(new File([text], 'dalel.json', { type: 'application/json' }));
      if (input === null) throw new Error('There is nowhere to import a file');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, file);
    const view = await waitForView(options, 'the settings of the file', ({ switches }) => switches['badge'] === false);
    expect(view.switches['source:avweb']).toBe(false);
    await turn(options, 'source:avweb', true);
    expect((await viewOf(options)).switches['source:avweb']).toBe(true);
    await options.close();
  });

  test('finds a source among all of them', async () => {
    const own = await use.browser.openOwn('options.html');
    await waitForView(asPopup(own), 'its sources', ({ switches }) => switches['source:avweb'] !== undefined);
    await own.type('[data-search="sources"]', 'avw');
    const found = await waitForView(
      asPopup(own),
      'one source',
      ({ switches }) => Object.keys(switches).filter((name) => name.startsWith('source:')).length === 1,
    );
    expect(found.switches['source:avweb']).toBe(true);
    await own.close();
  });

  test('a page that is left alone has no words of its own on the toolbar', async () => {
    const page = await use.open('changing/index.html');
    expect(await marksOf(page)).toEqual([]);
    const tab = await use.browser.tabOf(page);
    expect(await use.browser.inExtension((api, tabId) => api.action.getTitle({ tabId }), tab)).toBe('Dalel');
  });
});
