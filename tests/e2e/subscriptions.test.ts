/** Subscriptions from a server on this computer: asked only after the dialog, updated, undone, refused, removed; nobody else is asked. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pack } from '../../lib/engine/pack/schema';
import { isLabelled, typeInto } from '../support/form';
import { otherPack } from '../support/other-pack';
import { asJson, asStatus, servePacks, type PackServer } from '../support/pack-server';
import { asPopup, press, turn } from '../support/popup';
import { marksOf, pointAt, waitForCard, waitForMarks } from '../support/reading';
import { makeSigner, seal, sealPack, type Signer } from '../support/signer';
import { inBothBrowsers } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const ELSEWHERE = 'elsewhere/index.html';
const ID = 'lake-claims';
const CLAIM = 'orvelia-bought-gunboats';

let servers: PackServer[] = [];
let editor: Signer;

beforeAll(async () => {
  servers = [await servePacks(), await servePacks()];
  editor = await makeSigner();
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

function serverAt(n: 0 | 1): PackServer {
  const server = servers[n];
  if (server === undefined) throw new Error('The servers did not start');
  return server;
}

const withList = (pack: Pack): Pack => ({ ...pack, header: { ...pack.header, retractions: 'withdrawn.json' } });

/** Revision `revision` at `/lake.json`, and beside it a list that withdraws these claims. */
async function publish(revision: number, withdrawn: readonly string[] = []): Promise<void> {
  const { answers } = serverAt(0);
  answers.set('/lake.json', asJson(await sealPack(withList(otherPack(ID, revision)), [editor]), `"${revision}"`));
  const list = {
    format: 'dalel-retractions',
    version: 1,
    pack: ID,
    revision: withdrawn.length + 1,
    key: editor.key,
    claims: withdrawn.map((claim) => ({ claim, date: '2026-11-20', why: { en: 'The letter was forged.' } })),
  };
  answers.set('/withdrawn.json', asJson(await seal(JSON.stringify(list), [editor])));
}

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

function waitForText(page: Page, says: RegExp): Promise<string> {
  return waitFor(
    `a page that says ${says}`,
    () => textOf(page),
    (text) => says.test(text),
  );
}

/** Puts the last try a day back, in the database itself: the minute between two tries is not waited for. */
function ageLastTry(page: Page): Promise<void> {
  return page.evaluate(async (pack) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('dalel');
      opening.addEventListener('success', () => done(opening.result));
      opening.addEventListener('error', () => fail(opening.error));
    });
    await new Promise<void>((done, fail) => {
      const transaction = database.transaction('subscriptions', 'readwrite');
      const rows = transaction.objectStore('subscriptions');
      const reading = rows.get(pack);
      reading.addEventListener('success', () => {
        const row = reading.result as { readonly triedAt: number };
        rows.put({ ...row, triedAt: row.triedAt - 86_400_000 });
      });
      transaction.addEventListener('complete', () => done());
      transaction.addEventListener('error', () => fail(transaction.error));
    });
    database.close();
  }, ID);
}

async function update(page: Page, says: RegExp): Promise<void> {
  await ageLastTry(page);
  await press(asPopup(page), `[data-action="update:${ID}"]`);
  await waitForText(page, says);
}

async function offerAddress(page: Page, address: string): Promise<void> {
  await page.$eval('[data-field="pack-address"]', (field) => ((field as HTMLInputElement).value = ''));
  await typeInto(page, 'Address of the pack', address);
  await press(asPopup(page), '[data-action="continue"]');
}

inBothBrowsers('subscriptions', (use) => {
  test('an address of this computer is refused until developer subscriptions are switched on', async () => {
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /No other pack is loaded/);
    expect(await isLabelled(packs, 'Address of the pack')).toBe(true);
    await offerAddress(packs, serverAt(0).url('/lake.json'));
    await waitForText(packs, /switch on developer subscriptions/);
    await packs.close();
    const options = await use.browser.openOwn('options.html');
    await turn(asPopup(options), 'developer', true);
    await options.close();
  });

  test('the dialog names the host; only then it is asked, and what it offers marks the open page once it is taken', async () => {
    const server = serverAt(0);
    server.asked.length = 0;
    await publish(1);
    const page = await use.open(ELSEWHERE);
    await settle();
    expect(await marksOf(page)).toEqual([]);
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /No other pack is loaded/);
    await offerAddress(packs, server.url('/lake.json'));
    await waitForText(packs, /Ask 127\.0\.0\.1:\d+ for a pack\?/);
    await settle();
    expect(server.asked).toEqual([]);
    await press(asPopup(packs), '[data-action="ask"]');
    await waitForText(packs, /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/);
    expect(await marksOf(page)).toEqual([]);
    await press(asPopup(packs), '[data-action="subscribe"]');
    await waitForText(packs, /You are subscribed to Claims of the lake/);
    await page.bringToFront();
    expect((await waitForMarks(page))[0]?.text).toContain('bought six gunboats');
    // One request each for the pack and its list, with nothing in it that tells who asks.
    expect(server.asked.map(({ path }) => path)).toEqual(['/lake.json', '/withdrawn.json']);
    for (const { headers } of server.asked) {
      for (const name of ['cookie', 'referer', 'authorization'])
        expect([name, headers[name]]).toEqual([name, undefined]);
      expect(JSON.stringify(headers)).not.toMatch(/extension:/u);
    }
    await packs.close();
  });

  test('a new revision is taken by hand, says what changed, and is undone; an older one is refused', async () => {
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /Kept up to date from/);
    await update(packs, /There is nothing new/);
    await press(asPopup(packs), `[data-action="update:${ID}"]`);
    await waitForText(packs, /cannot be asked again before/);
    expect(serverAt(0).asked.at(-2)?.headers['if-none-match']).toBe('"1"');
    await publish(2);
    await update(packs, /1 claim changed with the last update/);
    expect(await packs.$eval('[data-change="status"]', (row) => row.textContent)).toMatch(/Reported.*→.*Denied/);
    const page = await use.open(ELSEWHERE);
    await waitForMarks(page);
    await pointAt(page, 0);
    await waitForCard(use.browser, page, ({ text }) => text.includes('Navy of Tukana'));
    await packs.bringToFront();
    await publish(1);
    await update(packs, /It is revision 1, and you have 2 already.*What you had stays as it was/s);
    await press(asPopup(packs), `[data-action="undo:${ID}"]`);
    await waitFor(
      'revision 1',
      () => textOf(packs),
      (text) => !text.includes('changed with the last update'),
    );
    await packs.close();
  });

  test('what is refused is told, and what was held still marks; the subscription survives a restart', async () => {
    const { answers, url } = serverAt(0);
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /Kept up to date from/);
    const refusals = [
      [asStatus(302, { location: serverAt(1).url('/lake.json') }), /does not answer, or it points to another address/],
      [asStatus(200, { 'content-type': 'text/html' }), /leads to a web page/],
      [asJson(await sealPack(otherPack(ID, 9), [await makeSigner()])), /signed with another key/],
      [asJson(await sealPack(otherPack('sea-claims', 9), [editor])), /It is the pack sea-claims/],
    ] as const;
    for (const [answer, says] of refusals) {
      answers.set('/lake.json', answer);
      await update(packs, says);
    }
    await waitForText(packs, /\d tries in a row failed/);
    await packs.close();
    await use.restart();
    await waitForMarks(await use.open(ELSEWHERE));
    const again = await use.browser.openOwn('packs.html');
    await waitForText(again, /\d tries in a row failed/);
    await publish(3);
    await update(again, /a new revision was taken/);
    expect(await textOf(again)).toContain(url('/lake.json'));
    await again.close();
  });

  test('a claim that its editor withdraws is shown as withdrawn, on the page of packs and on the card', async () => {
    await publish(3, [CLAIM]);
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /Kept up to date from/);
    await update(packs, /1 claim was withdrawn by its editor/);
    const page = await use.open(ELSEWHERE);
    await waitForMarks(page);
    await pointAt(page, 0);
    const card = await waitForCard(use.browser, page);
    expect(card.text).toMatch(/Withdrawn by its editor on 20 Nov 2026:\s*The letter was forged\./u);
    await packs.close();
  });

  test('removed, it is gone from pages and never asked again; who was never subscribed to was never asked', async () => {
    const page = await use.open(ELSEWHERE);
    await waitForMarks(page);
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /Kept up to date from/);
    await press(asPopup(packs), `[data-action="remove:${ID}"]`);
    await press(asPopup(packs), `[data-action="now:remove:${ID}"]`);
    await waitForText(packs, /No other pack is loaded/);
    await waitFor(
      'no marks',
      () => marksOf(page),
      (marks) => marks.length === 0,
    );
    const before = serverAt(0).asked.length;
    const left = await use.browser.inExtension(async (api) => (await api.alarms.getAll()).map(({ name }) => name));
    expect(left).not.toContain('updates');
    await settle();
    expect(serverAt(0).asked).toHaveLength(before);
    expect(serverAt(1).asked).toEqual([]);
    await packs.close();
  });
});
