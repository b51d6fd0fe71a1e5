/**
 * What becomes of open tabs: Dalel is updated under them, they are left and come back, thrown out of memory or made
 * before they are shown. Each time the marks stand once, the badge counts them, and the card opens.
 */
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { marksOf, pointAt, waitForCard, waitForMarks, waitForNoCard, type Mark } from '../support/reading';
import { setSettings } from '../support/settings';
import { storedOf } from '../support/stored';
import { inBothBrowsers, type Use } from '../support/suite';
import { settle, waitFor } from '../support/wait';

const ARTICLE = 'two-claims/index.html';
const ADDED = 'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan.';

/** What a page itself can see of us: elements beside its head and body, and style sheets. */
const tracesIn = (page: Page): Promise<{ hosts: number; sheets: number }> =>
  page.evaluate(() => ({
    hosts: [...document.documentElement.children].filter(({ localName }) => !['head', 'body'].includes(localName))
      .length,
    sheets: document.adoptedStyleSheets.length,
  }));

const wordsOf = (marks: readonly Mark[]): readonly string[] => marks.map(({ name, text }) => `${name} ${text}`);

const badgeIs = (use: Use, page: Page, wanted: string): Promise<string> =>
  waitFor(
    `the badge ${wanted}`,
    () => use.browser.badge(page),
    (badge) => badge === wanted,
  );

/** The page as a reader wants it: marked once, counted, and with a card that opens and closes. */
async function expectAlive(use: Use, page: Page, before: readonly Mark[]): Promise<void> {
  await page.bringToFront();
  await badgeIs(use, page, String(before.length));
  expect(wordsOf(await waitForMarks(page))).toEqual(wordsOf(before));
  await pointAt(page, 0);
  await waitForCard(use.browser, page);
  expect(await tracesIn(page)).toEqual({ hosts: 1, sheets: 1 });
  await page.keyboard.press('Escape');
  await waitForNoCard(use.browser, page);
}

interface Watched {
  painted: number;
}

/** Counts in the page how often somebody puts marks, or their sheet, in the place of others. */
function watchPainting(): void {
  const here = globalThis as unknown as Watched;
  here.painted = 0;
  const now = (): readonly unknown[] => [...document.adoptedStyleSheets, ...[...CSS.highlights].flat()];
  let last = now();
  setInterval(() => {
    const next = now();
    if (next.length !== last.length || next.some((one, i) => one !== last[i])) here.painted += 1;
    last = next;
  }, 20);
}

const paintedIn = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as Watched).painted);

inBothBrowsers('an update while tabs are open', (use) => {
  test('leaves the marks of a page once, its badge, and a card that opens', async () => {
    const page = await use.open(ARTICLE);
    const before = await waitForMarks(page);
    await badgeIs(use, page, String(before.length));
    for (let nth = 0; nth < 3; nth += 1) {
      await use.browser.update();
      await expectAlive(use, page, before);
    }
  });

  test('takes an open card with it, and the next one opens', async () => {
    const page = await use.open(ARTICLE);
    const before = await waitForMarks(page);
    await pointAt(page, 0);
    await waitForCard(use.browser, page);
    await use.browser.update();
    await page.bringToFront();
    await page.mouse.move(2, 2);
    await waitForNoCard(use.browser, page);
    await expectAlive(use, page, before);
  });

  test('leaves the page to the new instance: nobody paints in turns with it', async () => {
    const page = await use.open(ARTICLE);
    const before = await waitForMarks(page);
    await page.evaluate(watchPainting);
    for (let nth = 0; nth < 2; nth += 1) {
      const painted = await paintedIn(page);
      await use.browser.update();
      await page.bringToFront();
      await waitFor(
        'the new instance to paint',
        () => paintedIn(page),
        (times) => times > painted,
      );
      // Whoever keeps marks looks after them once a second: at the first look the older one learns that it is over.
      await settle();
      const settled = await paintedIn(page);
      for (let look = 0; look < 3; look += 1) await settle();
      expect(await paintedIn(page)).toBe(settled);
      await expectAlive(use, page, before);
    }
  });

  test('goes on watching a page without a claim, and marks what it adds later', async () => {
    const page = await use.open('elsewhere/index.html');
    await use.browser.update();
    await page.bringToFront();
    expect(await marksOf(page)).toEqual([]);
    await page.evaluate((text) => {
      const added = document.createElement('p');
      added.textContent = text;
      document.body.append(added);
    }, ADDED);
    const marks = await waitForMarks(page);
    await expectAlive(use, page, marks);
  });
});

const leave = (use: Use, page: Page): Promise<unknown> => page.goto(use.site.url('elsewhere/index.html'));

interface Kept {
  wasKept?: 'left' | 'kept';
}

/** Runs in the page. */
function noteReturn(): void {
  const noted = globalThis as Kept;
  noted.wasKept = 'left';
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) noted.wasKept = 'kept';
  });
}

/** Back to the article as the browser kept it: false where it loaded it anew. */
async function goBack(page: Page): Promise<boolean> {
  await page.evaluate(() => void setTimeout(() => history.back()));
  const { kept } = await waitFor(
    'the article to be back',
    () => page.evaluate(() => ({ at: location.pathname, kept: (globalThis as Kept).wasKept ?? 'not' })),
    ({ at, kept: how }) => at === `/${ARTICLE}` && how !== 'left',
  );
  return kept === 'kept';
}

async function openAndLeave(use: Use): Promise<{ readonly page: Page; readonly before: readonly Mark[] }> {
  const page = await use.open(ARTICLE);
  const before = await waitForMarks(page);
  await badgeIs(use, page, String(before.length));
  await page.evaluate(noteReturn);
  await leave(use, page);
  await badgeIs(use, page, '');
  return { page, before };
}

inBothBrowsers('a page that comes back as it was left', (use) => {
  afterEach(() => setSettings(use.browser, { pausedUntil: null }));

  test('has its marks, its badge and its card', async () => {
    const { page, before } = await openAndLeave(use);
    expect(await goBack(page)).toBe(true);
    await expectAlive(use, page, before);
  });

  test('has no marks where Dalel was switched off meanwhile, and has them again once it is on', async () => {
    const { page, before } = await openAndLeave(use);
    await setSettings(use.browser, { pausedUntil: 'restart' });
    expect(await goBack(page)).toBe(true);
    await waitForMarks(page, (all) => all.length === 0);
    expect(await use.browser.badge(page)).toBe('');
    await setSettings(use.browser, { pausedUntil: null });
    await expectAlive(use, page, before);
  });

  test('is marked where Dalel was off when it was left and is on since', async () => {
    await setSettings(use.browser, { pausedUntil: 'restart' });
    const page = await use.open(ARTICLE);
    await page.evaluate(noteReturn);
    await leave(use, page);
    await setSettings(use.browser, { pausedUntil: null });
    expect(await goBack(page)).toBe(true);
    await expectAlive(use, page, await waitForMarks(page));
  });

  test('lives on where Dalel was updated meanwhile', async () => {
    const { page, before } = await openAndLeave(use);
    await use.browser.update();
    await page.bringToFront();
    // Chromium keeps no page whose extension went; Firefox does, with scripts in it that are dead.
    expect(await goBack(page)).toBe(use.browser.kind === 'firefox');
    await expectAlive(use, page, before);
  });
});

inBothBrowsers('a tab that the browser threw out of memory', (use) => {
  test('has its marks, its badge and its card once it is shown again', async () => {
    const page = await use.open(ARTICLE);
    const before = await waitForMarks(page);
    await badgeIs(use, page, String(before.length));
    const [tab, url] = [await use.browser.tabOf(page), page.url()];
    await use.open('elsewhere/index.html');
    await use.browser.inExtension((api, id) => api.tabs.discard(id), tab);
    // Chromium gives a tab that it throws out another id.
    await use.browser.inExtension(async (api) => {
      const [thrown] = await api.tabs.query({ discarded: true });
      if (thrown?.id === undefined) throw new Error('No tab was thrown out');
      await api.tabs.update(thrown.id, { active: true });
    });
    const back = await use.browser.findPage('the article', (at) => at === url);
    await expectAlive(use, back, before);
    await back.close();
  });
});

/** Asks for the next page before anybody goes there, in browsers that do so. */
const FIRST = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A list</title>
<p>What happened on the lake.</p><a href="/made/next.html">Read on</a>
<script type="speculationrules">{"prerender":[{"urls":["/made/next.html"],"eagerness":"immediate"}]}</script></html>`;
const NEXT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Jets</title>
<p>${'The harbour was quiet that morning. '.repeat(10)}</p><p>${ADDED}</p>
<script>
  addEventListener('load', () => localStorage.setItem('next', 'loaded'));
  document.addEventListener('prerenderingchange', () => { globalThis.marksAtFirst = CSS.highlights.size; });
</script></html>`;

interface Activated {
  /** Null where it was not made before it was shown. */
  readonly marksAtFirst: number | null;
}

inBothBrowsers(
  'a page that is made before it is shown',
  (use) => {
    test('is not read until it is shown, and is marked then', async () => {
      const page = await use.browser.newPage();
      await use.browser.unhear(page);
      await page.goto(use.site.url('made/first.html'));
      const isMadeBefore = await page.evaluate(() => HTMLScriptElement.supports('speculationrules'));
      expect(isMadeBefore).toBe(use.browser.kind === 'chromium');
      if (isMadeBefore) {
        await waitFor(
          'the next page',
          () => page.evaluate(() => localStorage.getItem('next')),
          (next) => next === 'loaded',
        );
        await settle();
      }
      expect(await use.browser.badge(page)).toBe('');
      expect(await storedOf(use.browser)).not.toContain('found:');
      await page.click('a');
      await waitFor(
        'the next page',
        () => page.evaluate(() => location.pathname),
        (at) => at === '/made/next.html',
      );
      const marks = await waitForMarks(page);
      const { marksAtFirst } = await page.evaluate((): Activated => ({
        marksAtFirst: (globalThis as Partial<Activated>).marksAtFirst ?? null,
      }));
      expect(marksAtFirst).toBe(isMadeBefore ? 0 : null);
      await expectAlive(use, page, marks);
      await page.close();
    });
  },
  new Map([
    ['/made/first.html', FIRST],
    ['/made/next.html', NEXT],
  ]),
);
