/** Packs of others: loaded by file and by drop, seen on pages that name nothing of ours, side by side, switched, undone, removed. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { otherPack } from '../support/other-pack';
import { asPopup, press, turn } from '../support/popup';
import { marksOf, pointAt, waitForCard, waitForMarks } from '../support/reading';
import { inBothBrowsers } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const ELSEWHERE = 'elsewhere/index.html';

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

function waitForText(page: Page, says: RegExp): Promise<string> {
  return waitFor(
    `a page that says ${says}`,
    () => textOf(page),
    (text) => says.test(text),
  );
}

/** Hands a file to the page: chosen in its field, or dropped on it. */
function give(page: Page, name: string, bytes: Uint8Array, by: 'choosing' | 'dropping'): Promise<void> {
  return page.evaluate(
    (file, base64, how) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], file));
      const field = document.querySelector<HTMLInputElement>('[data-field="pack-file"]');
      if (how === 'choosing' && field !== null) {
        field.files = transfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      } else {
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
        document.querySelector('main')?.dispatchEvent(event);
      }
    },
    name,
    Buffer.from(bytes).toString('base64'),
    by,
  );
}

const bytesOf = (pack: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(pack));

inBothBrowsers('packs', (use) => {
  test('a pack about another country marks a page that names no Kazakh body, at once and after a restart', async () => {
    const page = await use.open(ELSEWHERE);
    await settle();
    expect(await marksOf(page)).toEqual([]);
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /No other pack is loaded/);
    await give(packs, 'lake.json.gz', gzipSync(bytesOf(otherPack())), 'choosing');
    await waitForText(packs, /lake\.json\.gz is loaded/);
    await waitForText(packs, /precision 95 %, recall 80 % \(40 pages\)/);
    await page.bringToFront();
    expect((await waitForMarks(page))[0]?.text).toContain('bought six gunboats');
    await pointAt(page, 0);
    const card = await waitForCard(use.browser, page);
    expect(card.text).toContain('From the pack “Claims of the lake (lake-claims)”');
    await packs.close();

    await use.restart();
    const again = await use.open(ELSEWHERE);
    expect(await waitForMarks(again)).toHaveLength(1);
    // Our own claims are found as before.
    expect((await waitForMarks(await use.open('two-claims/index.html'))).length).toBe(3);
  });

  test('an update by drop says what changed, shows on the open page, and is undone', async () => {
    const page = await use.open(ELSEWHERE);
    await waitForMarks(page);
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /Claims of the lake/);
    await give(packs, 'lake-2.json', bytesOf(otherPack('lake-claims', 2)), 'dropping');
    await waitForText(packs, /1 claim changed with the last update/);
    expect(await packs.$eval('[data-change="status"]', (row) => row.textContent)).toMatch(/Reported.*→.*Denied/);
    await page.bringToFront();
    await waitForMarks(page);
    await pointAt(page, 0);
    await waitForCard(use.browser, page, ({ text }) => text.includes('Navy of Tukana'));
    await press(asPopup(packs), '[data-action="undo:lake-claims"]');
    await waitFor(
      'revision 1',
      () => packs.$eval('[data-pack="lake-claims"]', (card) => card.textContent),
      (text) => !text.includes('changed with the last update'),
    );
    // The older revision is newer than nothing: a file of it is refused, and what is held stays.
    await give(packs, 'same.json', bytesOf(otherPack()), 'dropping');
    await waitForText(packs, /same\.json was not loaded\. You have revision 1 of it already/);
    await give(packs, 'bad.json', bytesOf({ ...otherPack('bad'), script: 'alert(1)' }), 'dropping');
    await waitForText(packs, /bad\.json was not loaded\. At script/);
    await packs.close();
  });

  test('two packs on the same claim stand side by side; switched off or removed, one goes alone', async () => {
    const packs = await use.browser.openOwn('packs.html');
    await waitForText(packs, /Claims of the lake/);
    await give(packs, 'second.json', bytesOf(otherPack('second-desk', 2)), 'choosing');
    await waitForText(packs, /second\.json is loaded/);
    const page = await use.open(ELSEWHERE);
    await waitForMarks(page);
    await pointAt(page, 0);
    // One of them in full, the other one press away, each with its own status.
    const card = await waitForCard(use.browser, page, ({ buttons }) =>
      buttons.some(({ text }) => /six gunboats/.test(text)),
    );
    expect(card.text).toMatch(/From the pack “Claims of the lake \((?:lake-claims|second-desk)\)”/);
    const statuses = await packs.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<
        'browser' | 'chrome',
        { runtime: { sendMessage(m: unknown): Promise<unknown> } }
      >;
      const ask = (call: string, request: object) => (browser ?? chrome).runtime.sendMessage({ call, request });
      // The protocol's rows for these two calls.
      const { rows } = ((await ask('rows/list', { from: 0, count: 100 })) as { value: { rows: { id: string }[] } })
        .value;
      const reply = await ask('sample/cards', { ids: rows.map(({ id }) => id) });
      const { cards } = (reply as { value: { cards: readonly { pack?: string; status: string }[] } }).value;
      return cards.flatMap(({ pack, status }) => (pack === undefined ? [] : [`${pack}: ${status}`]));
    });
    expect(statuses.toSorted()).toEqual([
      'Claims of the lake (lake-claims): reported',
      'Claims of the lake (second-desk): denied',
    ]);
    await packs.bringToFront();
    await turn(asPopup(packs), 'pack:second-desk', false);
    await press(asPopup(packs), '[data-action="remove:lake-claims"]');
    await press(asPopup(packs), '[data-action="now:remove:lake-claims"]');
    await waitFor(
      'one pack less',
      () => textOf(packs),
      (text) => !text.includes('(lake-claims)'),
    );
    await waitFor(
      'no marks',
      () => marksOf(page),
      (marks) => marks.length === 0,
    );
    await turn(asPopup(packs), 'pack:second-desk', true);
    await page.bringToFront();
    await waitForMarks(page);
    await pointAt(page, 0);
    await waitForCard(
      use.browser,
      page,
      ({ text }) => text.includes('(second-desk)') && text.includes('Navy of Tukana'),
    );
    await packs.close();
  });
});
