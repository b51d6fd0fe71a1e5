/** Reporting a claim from the context menu: what is captured, what is kept, and what a person sees when nothing can be kept. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { factsOf, isLabelled, pressButton, typeInto, valueOf } from '../support/form';
import { inBothBrowsers, type Use } from '../support/suite';
import { waitFor } from '../support/wait';
import type { Report } from '../../lib/reports/report';

const PAGE = 'two-claims/index.html';
const QUOTE = 'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year.';

async function reportPage(use: Use): Promise<Page> {
  return use.browser.findPage('the report page', (url) => url.startsWith(`${use.browser.base}report.html#`));
}

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

function waitForText(page: Page, says: RegExp): Promise<string> {
  return waitFor(
    `a page that says ${says}`,
    () => textOf(page),
    (text) => says.test(text),
  );
}

/** What the background keeps, asked as the report page itself asks. */
async function savedReports(page: Page): Promise<readonly Report[]> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      { runtime: { sendMessage(m: unknown): Promise<unknown> } }
    >;
    const reply = await (browser ?? chrome).runtime.sendMessage({ call: 'reports/list', request: {} });
    return (reply as { value: readonly Report[] }).value; // The protocol's row for `reports/list`.
  });
}

/** From now on every use of the database in the background fails, as on a full or damaged disk. */
function breakStorage(use: Use): Promise<void> {
  return use.browser.inBackground((self) => {
    const refuse = (): never => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    const real: unknown = Reflect.get(self.IDBDatabase.prototype, 'transaction');
    Object.assign(self, { mend: () => void Object.assign(self.IDBDatabase.prototype, { transaction: real }) });
    Object.assign(self.IDBDatabase.prototype, { transaction: refuse });
  });
}

function mendStorage(use: Use): Promise<void> {
  return use.browser.inBackground((self) => (self as unknown as { mend(): void }).mend());
}

inBothBrowsers('reporting', (use) => {
  test('fills in quote, surroundings, address, title and language, and keeps what was saved over a restart', async () => {
    const page = await use.open(`${PAGE}?reader=42#place`);
    await use.browser.reportFromContextMenu(page, '#claim');
    const form = await reportPage(use);
    await waitFor(
      'the quote',
      () => factsOf(form),
      ({ exact = '' }) => exact.includes(QUOTE),
    );
    // The address of the report page tells nothing of what was read.
    expect(await form.evaluate(() => location.href)).toMatch(/report\.html#[\w-]{8,}$/);
    const facts = await factsOf(form);
    expect(facts).toMatchObject({ Address: use.site.url(PAGE), Title: 'Old jets find a buyer', Language: 'en' });
    expect(facts['quote']).toContain('The fighters and bombers');

    await typeInto(form, 'Your note', 'Heard on the radio as well.');
    await pressButton(form, 'Save');
    await waitForText(form, /Saved in this browser/);
    // Saving twice keeps one.
    await pressButton(form, 'Save');
    await waitFor(
      'one report',
      () => savedReports(form),
      (all) => all.length === 1,
    );

    await use.restart();
    const after = await use.browser.openOwn('report.html');
    const [kept, ...more] = await waitFor(
      'the saved report',
      () => savedReports(after),
      (all) => all.length > 0,
    );
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      version: 1,
      note: 'Heard on the radio as well.',
      url: use.site.url(PAGE),
      title: 'Old jets find a buyer',
      lang: 'en',
      limited: false,
    });
    expect(kept?.quote.exact).toContain(QUOTE);
    expect(kept?.quote.suffix).toContain('The fighters and bombers');
    await waitForText(after, /The United States bought 81 retired/);
    await after.close();
  });

  test('a page that the browser keeps to itself gives the selection alone, and the report says so', async () => {
    const page = await use.browser.openOwn('database.html');
    await waitForText(page, /Claims in the database/);
    await use.browser.reportFromContextMenu(page, 'h1');
    const form = await reportPage(use);
    await waitForText(form, /only the selected text/);
    expect((await factsOf(form))['exact']).toContain('Claims in the database');
    await form.close();
    await page.close();
  });

  test('a draft that is gone is said to be gone, and the form can still be filled in', async () => {
    const form = await use.browser.openOwn('report.html#no-such-draft');
    await waitForText(form, /The draft is gone/);
    await waitFor(
      'the form',
      () => isLabelled(form, 'Quoted text'),
      (is) => is,
    );
    await form.close();
  });

  test('a storage that refuses is said to, and the text stays on the screen', async () => {
    const page = await use.open(PAGE);
    await use.browser.reportFromContextMenu(page, '#claim');
    const form = await reportPage(use);
    await waitFor(
      'the quote',
      () => factsOf(form),
      ({ exact = '' }) => exact.includes(QUOTE),
    );
    await typeInto(form, 'Your note', 'Do not lose this.');
    const before = (await savedReports(form)).length;
    await breakStorage(use);
    await pressButton(form, 'Save');
    await waitForText(form, /could not be saved/);
    expect((await factsOf(form))['exact']).toContain(QUOTE);
    expect(await valueOf(form, 'Your note')).toBe('Do not lose this.');

    // The storage works again: the same form saves what it held.
    await mendStorage(use);
    await pressButton(form, 'Save');
    await waitForText(form, /Saved in this browser/);
    await waitFor(
      'one report more',
      () => savedReports(form),
      (all) => all.length === before + 1,
    );
    await form.close();
  });
});
