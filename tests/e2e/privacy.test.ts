/**
 * What PRIVACY.md promises, with every feature used once: no host is asked for anything but the test's own servers, and
 * neither a log nor anything that is kept holds a word or an address of the pages read, except what a person saved.
 */
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser';
import { BROWSERS, type BrowserKind, type DrivenBrowser } from '../support/driven';
import { pressButton, typeInto, valueOf } from '../support/form';
import { otherPack } from '../support/other-pack';
import { asJson, servePacks, type PackServer } from '../support/pack-server';
import { asPopup, press, turn, waitForView } from '../support/popup';
import { openProxy, type Proxy } from '../support/proxy';
import { pointAt, waitForCard, waitForMarks } from '../support/reading';
import { serve, type Site } from '../support/serve';
import { makeSigner, sealPack } from '../support/signer';
import { keptOf, storedOf } from '../support/stored';
import { waitFor } from '../support/wait';

/** One word a place of the page; none of them is in any claim, and each is looked for in everything that is kept. */
const SECRETS = {
  path: 'quokkapath',
  query: 'quokkaquery',
  fragment: 'quokkafragment',
  title: 'quokkatitle',
  far: 'quokkafar',
  near: 'quokkanear',
  field: 'quokkafield',
  editor: 'quokkaeditor',
  cookie: 'quokkacookie',
  stored: 'quokkastored',
} as const;

const filler = '<p>The harbour was quiet that morning, and the ferries left as they always do.</p>'.repeat(40);
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${SECRETS.title}</title>
<h1>Old jets find a buyer</h1><p>${SECRETS.far} was here.</p>${filler}
<p id="known">The United States bought 81 retired Soviet-era military aircraft from Kazakhstan, ${SECRETS.near} said.</p>
<p id="other">Nothing is known of the rest.</p>${filler}
<input value="${SECRETS.field}"><div contenteditable>${SECRETS.editor} sold 81 jets of Kazakhstan</div>
<script>document.cookie = 'a=${SECRETS.cookie}'; localStorage.setItem('a', '${SECRETS.stored}');</script></html>`;
const PATH = `made/${SECRETS.path}.html`;
const ADDRESS = `${PATH}?who=${SECRETS.query}#${SECRETS.fragment}`;

/**
 * What the browsers ask their own makers for, in spite of the settings under which they run here: updates, sign-in, lists.
 * Whole hosts, each written out; whatever else is asked for fails the test.
 */
const CHATTER: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'accounts.google.com:443',
    'clients2.google.com',
    'content-autofill.googleapis.com:443',
    'redirector.gvt1.com:443',
    'update.googleapis.com',
    'update.googleapis.com:443',
  ],
  firefox: ['firefox.settings.services.mozilla.com:443'],
};

const foundIn = (text: string): readonly string[] => Object.values(SECRETS).filter((secret) => text.includes(secret));

function waitForText(page: Page, says: RegExp): Promise<string> {
  return waitFor(
    `a page that says ${says}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => says.test(text),
  );
}

describe.each(BROWSERS)('privacy, in %s', (kind) => {
  let proxy: Proxy;
  let site: Site;
  let packServer: PackServer;
  let browser: DrivenBrowser;
  let page: Page;

  beforeAll(async () => {
    [proxy, site, packServer] = await Promise.all([openProxy(), serve(new Map([[`/${PATH}`, PAGE]])), servePacks()]);
    browser = await openBrowser(kind, { proxyPort: proxy.port });
    page = await browser.newPage(site.url(ADDRESS));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await packServer?.close();
    await proxy?.close();
  });

  async function reportPage(): Promise<Page> {
    const form = await browser.findPage('the report page', (url) => url.startsWith(`${browser.base}report.html#`));
    await waitForText(form, /Your note/);
    return form;
  }

  test('reading, cards, popup, panel, findings, database, options and packs keep nothing of a page', async () => {
    await waitForMarks(page);
    await pointAt(page, 0);
    const card = await waitForCard(browser, page);
    expect(card.links.length).toBeGreaterThan(0);
    await browser.command(page, 'next-mention');

    const popup = await browser.openPopup(page);
    const { switches } = await waitForView(popup, 'a claim', ({ claims }) => Object.keys(claims).length > 0);
    const source = Object.keys(switches).find((name) => name.startsWith('source:')) ?? '';
    await turn(popup, source, false);
    await turn(popup, source, true);
    await press(popup, '[data-action="recap"]');
    const findings = await popup.run(
      (doc) => doc.querySelector<HTMLAnchorElement>('[data-action="export"]')?.href ?? '',
    );
    await popup.close();

    const panel = await browser.openOwn(`sidepanel.html?tab=${await browser.tabOf(page)}`);
    await waitForText(panel, /The United States/);
    await panel.close();

    const taken = await browser.openOwn(findings.slice(browser.base.length));
    expect(await valueOf(taken, 'Exactly this leaves')).toContain(SECRETS.path);
    await taken.click('[data-action="save-file"]');
    await taken.close();

    const database = await browser.openOwn('database.html');
    await waitForText(database, /Claims in the database/);
    await database.focus('input[type="search"]');
    await database.keyboard.type('jets');
    await database.close();

    const options = await browser.openOwn('options.html');
    await waitForText(options, /Language/);
    await options.click('[data-action="export"]');
    await options.close();

    const packs = await browser.openOwn('packs.html');
    await waitForText(packs, /No other pack is loaded/);
    await packs.evaluate(
      (base64) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], 'lake.json.gz'));
        const field = document.querySelector<HTMLInputElement>('[data-field="pack-file"]');
        if (field !== null) field.files = transfer.files;
        field?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      gzipSync(JSON.stringify(otherPack())).toString('base64'),
    );
    await waitForText(packs, /lake\.json\.gz is loaded/);
    await packs.close();

    await browser.newPage(site.url('elsewhere/index.html'));
    await page.bringToFront();
    await page.reload();
    await waitForMarks(page);
    expect(foundIn(await storedOf(browser))).toEqual([]);
  });

  test('a report keeps the words and the page that were reported, and nothing else of it', async () => {
    await browser.reportFromContextMenu(page, '#known');
    const form = await reportPage();
    await typeInto(form, 'Your note', 'Seen on Monday.');
    await pressButton(form, 'Save');
    await waitForText(form, /Saved in this browser/);
    await pressButton(form, 'Share');
    await waitForText(form, /Exactly this leaves/);
    const ways = await form.$eval('[data-field="share-kind"]', (field) =>
      [...(field as HTMLSelectElement).options].map(({ value }) => value),
    );
    expect(ways).toEqual(expect.arrayContaining(['json', 'csv', 'markdown', 'annotation', 'text', 'issue', 'mail']));
    for (const way of ways) {
      await form.select('[data-field="share-kind"]', way);
      if (way === 'issue') {
        await typeInto(form, 'Address of the form', 'https://forge.example/issues/new');
        await pressButton(form, 'Use this address');
        await waitForText(form, /Open forge\.example/);
      }
      const shown = await valueOf(form, 'Exactly this leaves');
      expect(shown).toContain('Seen on Monday.');
      expect(foundIn(shown).filter((secret) => !REPORTED.includes(secret))).toEqual([]);
    }
    await form.close();
    expect(foundIn(await keptOf(browser))).toEqual(REPORTED);
  });

  test('a report that is deleted is gone, from the database and from its copy', async () => {
    const saved = await browser.openOwn('report.html');
    await waitForText(saved, /The United States bought 81 retired/);
    await pressButton(saved, 'Delete');
    await waitFor(
      'nothing of it',
      async () => foundIn(await keptOf(browser)),
      (found) => found.length === 0,
    );
    await saved.close();
  });

  test('the server of a pack is asked once the reader said yes, and not before', async () => {
    const address = packServer.url('/sea.json');
    const { host } = new URL(address);
    packServer.answers.set('/sea.json', asJson(await sealPack(otherPack('sea-claims'), [await makeSigner()])));
    const options = await browser.openOwn('options.html');
    await turn(asPopup(options), 'developer', true);
    await options.close();
    const packs = await browser.openOwn('packs.html');
    await typeInto(packs, 'Address of the pack', address);
    await press(asPopup(packs), '[data-action="continue"]');
    await waitForText(packs, /Ask 127\.0\.0\.1:\d+ for a pack\?/);
    expect(proxy.asked()).not.toContain(host);
    await press(asPopup(packs), '[data-action="ask"]');
    await waitForText(packs, /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/);
    expect(proxy.asked()).toContain(host);
    await press(asPopup(packs), '[data-action="subscribe"]');
    await waitForText(packs, /You are subscribed to/);
    await packs.close();
    expect(foundIn(packServer.asked.map(({ headers }) => JSON.stringify(headers)).join('\n'))).toEqual([]);
  });

  test('no log holds a word or an address of a page', () => {
    expect(foundIn(browser.logged().join('\n'))).toEqual([]);
  });

  test('what any of our contexts says is heard', async () => {
    await browser.inFrames(page, () => console.warn('heard from our script in the page'));
    await browser.inBackground((self) => self.console.warn('heard from the background'));
    const own = await browser.openOwn('options.html');
    await own.evaluate(() => console.warn('heard from a page of ours'));
    await own.close();
    await waitFor(
      'all three',
      () => browser.logged().join('\n'),
      (said) =>
        ['our script in the page', 'the background', 'a page of ours'].every((who) =>
          said.includes(`heard from ${who}`),
        ),
    );
  });

  test('no host was asked for anything but the test’s own server and the one that was subscribed to', () => {
    const own = new Set([site.url(''), packServer.url('/')].map((address) => new URL(address).host));
    expect(proxy.asked().filter((host) => !own.has(host) && !CHATTER[kind].includes(host))).toEqual([]);
  });

  test('what a page, our script in it or the background would ask for, the proxy sees', async () => {
    const askFor = async (address: string) => void (await fetch(address, { mode: 'no-cors' }).catch(() => null));
    await page.evaluate(askFor, 'http://page.example/');
    await browser.inFrames(page, askFor, 'http://script.example/');
    await browser.inBackground(async (self) => void (await self.fetch('https://behind.example/').catch(() => null)));
    expect(proxy.asked()).toEqual(expect.arrayContaining(['page.example', 'script.example', 'behind.example:443']));
  });
});

/** What a report holds of the page: its path, its title, the reported words. */
const REPORTED: readonly string[] = [SECRETS.path, SECRETS.title, SECRETS.near];
