/**
 * The background stopped as browsers stop it, at any time: what was answered is there afterwards, what was typed too,
 * and of two pages that write at once neither undoes what the other wrote.
 */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { ask, shortReport, type OwnRuntime } from '../support/ask';
import { pressButton, typeInto, valueOf } from '../support/form';
import { inBothBrowsers, type Use } from '../support/suite';
import { waitFor } from '../support/wait';

const SENTENCE = 'The claim in one sentence';

/** How many saves are under way at once, and how often the background is stopped among them. */
const LANES = 20;
const STOPS = 5;

/** Reports, and as many settings, that each of two pages writes. */
const EACH = 50;

/** What stands on the form is kept. */
const waitUntilKept = (form: Page): Promise<unknown> =>
  waitFor(
    'the draft to be kept',
    () => form.$eval('[data-kept]', (one) => one.getAttribute('data-kept')),
    (kept) => kept === 'yes',
  );

async function reopen(use: Use, address: string, sentence: string): Promise<Page> {
  const form = await use.browser.openOwn(address.slice(use.browser.base.length));
  await waitFor(
    `a draft that says “${sentence}”`,
    () => valueOf(form, SENTENCE),
    (said) => said === sentence,
  );
  return form;
}

interface Saving {
  readonly tried: string[];
  readonly answered: string[];
  isOver: boolean;
}

/** Runs in a page: saves one report after another in each lane until one of it is not answered. */
function keepSaving(report: object, lanes: number, round: number): void {
  const here = globalThis as unknown as { browser?: OwnRuntime; chrome: OwnRuntime; saving: Saving };
  const { runtime } = here.browser ?? here.chrome;
  const saving: Saving = { tried: [], answered: [], isOver: false };
  here.saving = saving;
  const lane = async (nth: number): Promise<void> => {
    for (let one = 0; !saving.isOver; one += 1) {
      const id = `stop-${round}-${nth}-${one}`;
      saving.tried.push(id);
      const reply = await runtime.sendMessage({ call: 'reports/save', request: { report: { ...report, id } } });
      if (reply?.ok !== true) return;
      saving.answered.push(id);
    }
  };
  // A lane ends with the stop that cuts its save off; the browser says so in its own words.
  for (let nth = 0; nth < lanes; nth += 1) void lane(nth).catch(() => undefined);
}

/** Runs in a page: reports and switched-off sites, all of them under way at once; gives what was answered. */
async function writeMany(report: object, each: number, nth: number): Promise<{ ids: string[]; hosts: string[] }> {
  const here = globalThis as unknown as { browser?: OwnRuntime; chrome: OwnRuntime };
  const { runtime } = here.browser ?? here.chrome;
  const ids: string[] = [];
  const hosts: string[] = [];
  const numbers = Array.from({ length: each }, (_, at) => at);
  await Promise.all(
    numbers.flatMap((at) => [
      (async () => {
        const id = `two-${nth}-number-${at}`;
        const reply = await runtime.sendMessage({ call: 'reports/save', request: { report: { ...report, id } } });
        if (reply?.ok === true) ids.push(id);
      })(),
      (async () => {
        const host = `site-${nth}-${at}.example`;
        const reply = await runtime.sendMessage({ call: 'site/set', request: { host, on: false } });
        if (reply?.ok === true) hosts.push(host);
      })(),
    ]),
  );
  return { ids, hosts };
}

const savingOf = (page: Page): Promise<Saving> =>
  page.evaluate(() => (globalThis as unknown as { saving: Saving }).saving);

async function idsOf(page: Page): Promise<ReadonlySet<string>> {
  return new Set((await ask(page, 'reports/list', {})).map(({ id }) => id));
}

inBothBrowsers('a background that is stopped', (use) => {
  test('leaves a draft as it was typed, whether its tab, the background or the browser is closed', async () => {
    const page = await use.open('report/index.html');
    await use.browser.reportFromContextMenu(page, '#new');
    const first = await use.browser.findPage('the report page', (url) =>
      url.startsWith(`${use.browser.base}report.html#`),
    );
    await typeInto(first, SENTENCE, 'Kazakhstan got twelve patrol boats');
    await waitUntilKept(first);
    const address = await first.evaluate(() => location.href);
    await use.browser.killBackground();
    // The form that stands wakes it with the next words.
    await typeInto(first, SENTENCE, ' last year.');
    await waitUntilKept(first);
    const whole = 'Kazakhstan got twelve patrol boats last year.';
    const other = await use.browser.openOwn('options.html');
    await first.close();
    await use.browser.killBackground();
    await ask(other, 'settings/get', {});
    await other.close();
    await (await reopen(use, address, whole)).close();

    await use.browser.killBackground();
    await use.restart();
    const again = await reopen(use, address, whole);
    await pressButton(again, 'Save');
    await waitFor(
      'the saved report',
      async () => (await ask(again, 'reports/list', {})).map(({ sentence }) => sentence),
      (all) => all.includes(whole),
    );
    await again.close();
  });

  test('has what it answered: settings changed right before each stop', async () => {
    const page = await use.browser.openOwn('options.html');
    const lost: number[] = [];
    const tried = [400, 500, 600, 700, 800, 900, 1000, 300];
    for (const restMs of tried) {
      await ask(page, 'settings/set', { settings: { restMs } });
      await use.browser.killBackground();
      const kept = await ask(page, 'settings/get', {});
      if (kept.restMs !== restMs) lost.push(restMs);
    }
    process.stdout.write(`settings answered before a stop: tried ${tried.length}, lost ${lost.length}\n`);
    expect(lost).toEqual([]);
    await page.close();
  });

  test('has every report that it said was saved, stopped in the midst of twenty', async () => {
    const page = await use.browser.openOwn('options.html');
    const sum = { tried: 0, answered: 0, lost: 0 };
    for (let round = 0; round < STOPS; round += 1) {
      await page.evaluate(keepSaving, shortReport('stop'), LANES, round);
      await waitFor(
        'saves under way',
        () => savingOf(page),
        ({ answered }) => answered.length >= LANES,
      );
      await use.browser.killBackground();
      await page.evaluate(() => {
        (globalThis as unknown as { saving: Saving }).saving.isOver = true;
      });
      // Read before what is kept: a lane that began after the stop may still be answered.
      const { tried, answered } = await savingOf(page);
      const kept = await idsOf(page);
      sum.tried += tried.length;
      sum.answered += answered.length;
      sum.lost += answered.filter((id) => !kept.has(id)).length;
    }
    const { tried, answered, lost } = sum;
    process.stdout.write(`saves over ${STOPS} stops: tried ${tried}, answered ${answered}, lost ${lost}\n`);
    expect(answered).toBeLessThan(tried);
    expect(lost).toBe(0);
    await page.close();
  });

  test('writes for two pages at once, and keeps what both wrote', async () => {
    const pages = [await use.browser.openOwn('options.html'), await use.browser.openOwn('database.html')];
    const wanted = await Promise.all(pages.map((page, nth) => page.evaluate(writeMany, shortReport('two'), EACH, nth)));
    const { ids, hosts } = {
      ids: wanted.flatMap((one) => one.ids),
      hosts: wanted.flatMap((one) => one.hosts),
    };
    const [page] = pages;
    if (page === undefined) throw new Error('No page');
    const reports = await idsOf(page);
    const { sites } = await ask(page, 'settings/get', {});
    const lost = [...ids.filter((id) => !reports.has(id)), ...hosts.filter((host) => !sites.hosts.includes(host))];
    process.stdout.write(`two pages at once: tried ${ids.length + hosts.length}, lost ${lost.length}\n`);
    expect(lost).toEqual([]);
    expect(ids.length + hosts.length).toBe(4 * EACH);
    for (const one of pages) await one.close();
  });
});
