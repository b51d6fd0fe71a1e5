/** Every way to a report: from a link, a page, the popup and a card; drafts as typed; and what leaves is what was previewed. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { factsOf, pressButton, typeInto, valueOf } from '../support/form';
import { press } from '../support/popup';
import { pointAt, pressInCard, waitForCard, waitForMarks } from '../support/reading';
import { inBothBrowsers, type Use } from '../support/suite';
import { waitFor } from '../support/wait';

const PAGE = 'report/index.html';
const KNOWN = 'us-bought-81-soviet-aircraft';

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

function waitForText(page: Page, says: RegExp): Promise<string> {
  return waitFor(
    `a page that says ${says}`,
    () => textOf(page),
    (text) => says.test(text),
  );
}

async function reportPage(use: Use): Promise<Page> {
  const page = await use.browser.findPage('the report page', (url) =>
    url.startsWith(`${use.browser.base}report.html#`),
  );
  await waitForText(page, /Your note/);
  return page;
}

/** Waits until what stands in the form is kept. */
function waitUntilKept(form: Page): Promise<unknown> {
  return waitFor(
    'the draft to be kept',
    () => form.evaluate(() => document.querySelector('[data-kept]')?.getAttribute('data-kept')),
    (kept) => kept === 'yes',
  );
}

const choose = (form: Page, name: string, value: string): Promise<unknown> =>
  form.select(`[data-field="${name}"]`, value);

inBothBrowsers('ways to a report', (use) => {
  test('a link gives its words, where it stands, and where it leads without its query', async () => {
    const page = await use.open(`${PAGE}?id=7`);
    await use.browser.reportFromContextMenu(page, '#link', 'link');
    const form = await reportPage(use);
    expect(await factsOf(form)).toMatchObject({
      exact: 'a piece on old jets',
      Address: use.site.url(PAGE),
      'Link leads to': use.site.url('two-claims/index.html'),
    });
    await form.close();
  });

  test('a page gives what it says of itself; its address is whole only on purpose', async () => {
    const page = await use.open(`${PAGE}?id=7`);
    await use.browser.reportFromContextMenu(page, '#opening', 'page');
    const form = await reportPage(use);
    expect(await factsOf(form)).toMatchObject({
      Address: use.site.url(PAGE),
      Title: 'What a forum says about the fleet',
      Author: 'Dana Example',
      Published: '2 May 2024',
      Language: 'en',
    });
    expect(await valueOf(form, 'Quoted text')).toBe('');
    await form.click('[data-field="keep-url"]');
    await waitFor(
      'the whole address',
      () => factsOf(form),
      ({ Address }) => Address === use.site.url(`${PAGE}?id=7`),
    );
    await form.close();
  });

  test('the popup begins a report with the page that is in front', async () => {
    const page = await use.open(PAGE);
    await waitForMarks(page);
    const popup = await use.browser.openPopup(page);
    await press(popup, '[data-action="report"]');
    const form = await reportPage(use);
    expect(await factsOf(form)).toMatchObject({ Address: use.site.url(PAGE), Author: 'Dana Example' });
    await form.close();
  });

  test('a card begins one about its mark, with the marked words', async () => {
    const page = await use.open(PAGE);
    await waitForMarks(page);
    const mark = await pointAt(page, 0);
    for (const words of ['Why this note?', 'Wrong mark?']) {
      await pressInCard(use.browser, page, (text) => text === words);
    }
    const form = await reportPage(use);
    await waitForText(form, /Wrong mark: The United States bought/);
    expect((await factsOf(form))['exact']).toBe(mark.text);
    await form.close();
  });

  test('the claim that is read in the words is offered first, and the report is attached to it', async () => {
    const page = await use.open(PAGE);
    await use.browser.reportFromContextMenu(page, '#known');
    const form = await reportPage(use);
    await waitForText(form, /found in these words/);
    const first = await form.$eval('[data-near]', (radio) => radio.getAttribute('data-near'));
    expect(first).toBe(KNOWN);
    await form.click(`[data-near="${KNOWN}"]`);
    await waitUntilKept(form);
    await pressButton(form, 'Save');
    await waitForText(form, /Saved in this browser/);
    await form.close();
  });

  test('a draft is kept as it is typed: it survives its tab, the background and the browser', async () => {
    const page = await use.open(PAGE);
    await use.browser.reportFromContextMenu(page, '#new');
    const form = await reportPage(use);
    await typeInto(form, 'The claim in one sentence', 'Kazakhstan got twelve patrol boats.');
    await waitUntilKept(form);
    const address = await form.evaluate(() => location.href);
    await form.close();
    await use.restart();
    const again = await use.browser.openOwn(address.slice(use.browser.base.length));
    await waitFor(
      'the sentence',
      () => valueOf(again, 'The claim in one sentence'),
      (sentence) => sentence === 'Kazakhstan got twelve patrol boats.',
    );
    expect((await factsOf(again))['exact']).toContain('twelve patrol boats');
    expect(await textOf(again)).toContain('Draft');
    await again.close();
  });

  test('what leaves is what the preview showed, and an annotation finds its words again after the page moved', async () => {
    const page = await use.open(PAGE);
    await use.browser.reportFromContextMenu(page, '#new');
    const form = await reportPage(use);
    await typeInto(form, 'The claim in one sentence', 'Kazakhstan got twelve patrol boats.');
    await pressButton(form, 'Share');
    await waitForText(form, /Exactly this leaves/);
    for (const kind of ['json', 'csv', 'markdown', 'annotation', 'text']) {
      await choose(form, 'share-kind', kind);
      const [written, shown] = await form.evaluate(async () => {
        const real = URL.createObjectURL.bind(URL);
        let blob: Blob | null = null;
        URL.createObjectURL = (given: Blob) => {
          blob = given;
          return real(given);
        };
        document.querySelector<HTMLElement>('[data-action="save-file"]')?.click();
        URL.createObjectURL = real;
        const preview = document.querySelector<HTMLTextAreaElement>('[data-field="preview"]');
        return [await (blob as Blob | null)?.text(), preview?.value];
      });
      // A text area shows every line end as one.
      expect(written?.replaceAll('\r\n', '\n')).toBe(shown);
      expect(shown).toContain('twelve patrol boats');
    }
    await choose(form, 'share-kind', 'annotation');
    const annotation = JSON.parse(await valueOf(form, 'Exactly this leaves')) as {
      target: { source: string; selector: readonly { exact: string; prefix: string; suffix: string }[] };
    };
    expect(annotation.target.source).toBe(use.site.url(PAGE));
    const [quote] = annotation.target.selector;
    if (quote === undefined) throw new Error('The annotation has no selector');
    const found = await page.evaluate(({ exact, prefix, suffix }) => {
      const opening = document.querySelector('#opening');
      opening?.before('A paragraph that was not there before. ');
      const text = document.body.innerText.replace(/\s+/g, ' ');
      return text.includes(`${prefix.trimStart()}${exact}${suffix.trimEnd()}`.replace(/\s+/g, ' '));
    }, quote);
    expect(found).toBe(true);
    await waitForText(form, /Shared/);
    await form.close();
  });

  test('a report that is made a claim of one’s own marks its page at once, and is shown as the reader’s', async () => {
    const page = await use.open(PAGE);
    const before = (await waitForMarks(page)).length;
    await use.browser.reportFromContextMenu(page, '#new');
    const form = await reportPage(use);
    await typeInto(form, 'The claim in one sentence', 'Kazakhstan got twelve patrol boats.');
    await form.click('[data-field="marking"]');
    await form.waitForSelector('[data-field="phrases"]');
    await form.$eval('[data-field="phrases"]', (field) => {
      (field as HTMLTextAreaElement).value = 'patrol boats\nhanded';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await waitForText(form, /On the open page\s+patrol boats were handed/);
    await waitUntilKept(form);
    await page.bringToFront();
    const marks = await waitForMarks(page, (all) => all.length > before);
    const at = marks.findIndex(({ text }) => text === 'patrol boats were handed');
    await pointAt(page, at);
    const card = await waitForCard(use.browser, page);
    expect(card.text).toContain('Your own claims');
    expect(card.text).toContain('Kazakhstan got twelve patrol boats.');
    await form.close();
  });

  test('an issue opens at the configured address with the previewed text', async () => {
    const form = await use.browser.openOwn('report.html');
    await typeInto(form, 'Quoted text', 'Twelve boats were handed over.');
    await pressButton(form, 'Share');
    await waitForText(form, /Exactly this leaves/);
    await choose(form, 'share-kind', 'issue');
    await typeInto(form, 'Address of the form', 'https://forge.example/claims/issues/new');
    await pressButton(form, 'Use this address');
    await waitForText(form, /Open forge\.example/);
    const [body, preview] = await form.evaluate(() => [
      new URL(document.querySelector<HTMLAnchorElement>('[data-action="open-address"]')?.href ?? '').searchParams.get(
        'body',
      ),
      document.querySelector<HTMLTextAreaElement>('[data-field="preview"]')?.value,
    ]);
    expect(body).toBe(preview);
    await form.close();
  });
});
