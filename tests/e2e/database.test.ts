/** The database page as a reader uses it: search in three languages, filters, links into it, drawings, and what axe says. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { inBothBrowsers, type Use } from '../support/suite';
import { waitFor } from '../support/wait';

const CLAIM = 'us-bought-81-soviet-aircraft';

interface Listed {
  readonly ids: readonly string[];
  readonly count: string;
  readonly hash: string;
  readonly focus: string | null;
}

function listOf(page: Page): Promise<Listed> {
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll<HTMLElement>('[data-claim]')].map((link) => link.dataset['claim'] ?? ''),
    count: document.querySelector('[role="status"]')?.textContent ?? '',
    hash: location.hash,
    focus: document.activeElement?.getAttribute('data-claim') ?? null,
  }));
}

function waitForList(page: Page, what: string, fits: (list: Listed) => boolean): Promise<Listed> {
  return waitFor(`a list ${what}`, () => listOf(page), fits);
}

/** What a person sees on the page, once it holds `words`. */
function waitForText(page: Page, words: string): Promise<string> {
  return waitFor(
    `a page that says ${words}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => text.includes(words),
  );
}

async function speak(page: Page, language: 'en' | 'ru' | 'kk' | 'auto'): Promise<void> {
  await page.evaluate(async (to) => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      { runtime: { sendMessage(message: unknown): Promise<unknown> } }
    >;
    await (browser ?? chrome).runtime.sendMessage({ call: 'settings/set', request: { settings: { language: to } } });
  }, language);
}

async function typeQuery(page: Page, query: string): Promise<void> {
  await page.bringToFront();
  await page.focus('input[type="search"]');
  await page.keyboard.type(query);
}

/** Faults that axe calls serious or critical, contrast among them; forgets nothing that it could not decide. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

async function open(use: Use, hash = ''): Promise<Page> {
  return use.browser.openOwn(`database.html${hash}`);
}

inBothBrowsers('the database page', (use) => {
  afterAll(async () => {
    const page = await open(use);
    await speak(page, 'auto');
    await page.close();
  });

  test.each([
    ['en', 'soviet OFFSHORE', 'Claims in the database'],
    ['ru', 'сша офшор самолет', 'Утверждения в базе данных'],
    ['kk', 'АҚШ офшор ұшақ', 'Дерекқордағы тұжырымдар'],
  ] as const)('in %s, the search for “%s” finds the claim', async (lang, query, title) => {
    const page = await open(use);
    await speak(page, lang);
    await waitForText(page, title);
    const all = await waitForList(page, 'with all claims', ({ ids }) => ids.length > 10);
    await typeQuery(page, query);
    // The address is written after the list, so it tells that the whole query has been read; until all claims can be
    // searched, better ones may still come.
    const found = await waitForList(
      page,
      'for the whole query, with the claim first',
      ({ ids, hash }) => new URLSearchParams(hash.slice(3)).get('q') === query && ids[0] === CLAIM,
    );
    expect(found.ids.length).toBeLessThan(all.ids.length);
    await page.close();
  });

  test('a filter narrows the list and is undone by the way back; both stand in the address', async () => {
    const page = await open(use);
    await speak(page, 'en');
    const all = await waitForList(page, 'with all claims', ({ ids }) => ids.length > 10);
    await page.select('[data-filter="topic"]', 'drones');
    const drones = await waitForList(page, 'of drones', ({ ids }) => ids.length < all.ids.length);
    expect(drones.hash).toBe('#/?topic=drones');
    expect(drones.ids).toContain('anka-production-in-kazakhstan');
    await page.select('[data-filter="status"]', 'superseded');
    await waitForList(page, 'of nothing', ({ ids, count }) => ids.length === 0 && count.includes('filters'));
    await page.evaluate(() => history.back());
    expect((await waitForList(page, 'as before', ({ ids }) => ids.length > 0)).ids).toEqual(drones.ids);
    await page.evaluate(() => history.back());
    await waitForList(page, 'of all', ({ ids }) => ids.length === all.ids.length);
    await page.close();
  });

  test.each(['speaker', 'source', 'year'] as const)('the filter by %s offers what the claims hold', async (filter) => {
    const page = await open(use);
    const value = await waitFor(
      `something to choose under ${filter}`,
      () =>
        page.evaluate(
          (name) =>
            document.querySelector<HTMLOptionElement>(`[data-filter="${name}"] option:nth-child(2)`)?.value ?? '',
          filter,
        ),
      (found) => found !== '',
    );
    await page.select(`[data-filter="${filter}"]`, value);
    const list = await waitForList(page, `by ${filter}`, ({ hash }) => hash === `#/?${filter}=${value}`);
    expect(list.count).toMatch(/^\d+ claims?$/);
    await page.close();
  });

  test('by keyboard alone: slash, words, down, enter, and back to where one was', async () => {
    const page = await open(use);
    await waitForList(page, 'with all claims', ({ ids }) => ids.length > 10);
    await page.bringToFront();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.keyboard.type('rafale');
    // While not all claims can be searched, the count says so, and Down would end at what has been found by then.
    await waitForList(
      page,
      'of the Rafale',
      ({ ids, count, hash }) => hash.endsWith('q=rafale') && ids.length < 10 && /^\d+ claims$/.test(count),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const { focus } = await waitForList(page, 'with the focus', (list) => list.focus === list.ids[1]);
    await page.keyboard.press('Enter');
    await waitForText(page, 'Statements');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.evaluate(() => history.back());
    const list = await waitForList(page, 'again', (now) => now.ids.length > 0 && now.focus === focus);
    expect(list.hash).toBe('#/?q=rafale');
    await page.close();
  });

  test('a link to a claim opens it, with timeline, echo tree and ladder told in words as well', async () => {
    const page = await open(use, `#/claim/${CLAIM}`);
    await waitForText(page, 'Kazspetsexport');
    const drawings = await page.evaluate(() =>
      [...document.querySelectorAll('[data-drawing]')].map((drawing) => ({
        of: drawing.getAttribute('data-drawing'),
        role: drawing.getAttribute('role'),
        title: document.getElementById(drawing.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
        desc: document.getElementById(drawing.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
        height: drawing.getBoundingClientRect().height,
      })),
    );
    expect(drawings.map(({ of, role }) => [of, role])).toEqual([
      ['timeline', 'img'],
      ['echo', 'img'],
      ['ladder', 'img'],
    ]);
    for (const { title, desc, height } of drawings) {
      expect(title.length).toBeGreaterThan(3);
      expect(desc.length).toBeGreaterThan(10);
      expect(height).toBeGreaterThan(50);
    }
    const lists = await page.evaluate(() => [
      document.querySelectorAll('.events [data-event]').length,
      document.querySelectorAll('[data-teller]').length,
      document.querySelectorAll('[aria-current="step"]').length,
    ]);
    expect(lists.every((length) => length > 0)).toBe(true);
    await page.close();
  });

  test('a link to a speaker shows what they said, and a claim that is not there is said not to be', async () => {
    const page = await open(use, '#/speaker/kazspetsexport');
    await waitForText(page, 'Kazspetsexport');
    await waitFor(
      'statements',
      () => page.evaluate(() => document.querySelectorAll('[data-said]').length),
      (n) => n > 0,
    );
    await page.evaluate(() => {
      location.hash = '#/claim/no-such-claim';
    });
    await waitForText(page, 'no-such-claim');
    await page.close();
  });

  test.each([
    '',
    '#/?q=su-30',
    `#/claim/${CLAIM}`,
    '#/speakers',
    '#/speaker/kazspetsexport',
    '#/sources',
    '#/source/rt',
  ])('axe finds nothing serious at %o, and nothing scrolls sideways at 320 pixels', async (hash) => {
    const page = await open(use, hash);
    await waitFor(
      'the page',
      () => page.evaluate(() => document.querySelectorAll('main a').length),
      (n) => n > 4,
    );
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewport({ width: 320, height: 640 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
    await page.close();
  });
});
