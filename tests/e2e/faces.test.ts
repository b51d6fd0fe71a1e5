/**
 * Every face of Dalel in its own origin, under its own policy: no serious fault of accessibility, and the pictures as
 * they were. Pictures are kept for each browser and major version; for one that is not known yet, or on a machine that
 * draws letters otherwise, they are written.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { View } from '../shots/gallery';
import { bundleGallery, readFonts } from '../shots/bundle';
import { comparePicture, folderOf, type Folder } from '../shots/compare';
import { seriousFaults } from '../support/axe';
import { marksOf, waitForMarks } from '../support/reading';
import { inBothBrowsers, type Use } from '../support/suite';
import { waitFor } from '../support/wait';

type Scheme = 'light' | 'dark';
type Lang = 'en' | 'ru' | 'kk';

interface Face {
  readonly view: View;
  /** The page of ours whose style sheets it has. */
  readonly on: string;
  readonly width: number;
  readonly narrow: number;
}

const FACES: readonly Face[] = [
  { view: 'card', on: 'report.html', width: 410, narrow: 320 },
  { view: 'card-several', on: 'report.html', width: 410, narrow: 320 },
  { view: 'popup', on: 'popup.html', width: 380, narrow: 300 },
  { view: 'options', on: 'options.html', width: 1000, narrow: 360 },
  { view: 'database', on: 'database.html', width: 1000, narrow: 360 },
  { view: 'welcome', on: 'welcome.html', width: 1000, narrow: 360 },
];

const LOOKS: readonly (readonly [Lang, Scheme, 'wide' | 'narrow'])[] = [
  ['en', 'light', 'wide'],
  ['en', 'dark', 'wide'],
  ['ru', 'light', 'wide'],
  ['kk', 'light', 'wide'],
  ['en', 'light', 'narrow'],
];

const OWN: readonly string[] = [
  'options.html',
  'database.html',
  'welcome.html',
  'report.html',
  'popup.html',
  'sidepanel.html',
];

const fonts = readFonts();

/** Runs in the page: faces from bytes, which no policy forbids, under a name that the sheet below asks for first. */
async function addFonts(files: typeof fonts): Promise<void> {
  for (const { weight, range, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const face = new FontFace('Shot', bytes, { weight, unicodeRange: range });
    document.fonts.add(await face.load());
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:root{--shot-font:Shot}*{font-family:Shot,sans-serif!important;animation:none!important;transition:none!important;caret-color:transparent!important}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

inBothBrowsers('faces', (use) => {
  let gallery = '';
  let folder: Folder;
  beforeAll(async () => {
    gallery = await bundleGallery();
    folder = folderOf(use.browser.version, await drawLetters(use));
  });

  test.each(OWN)('axe finds nothing serious on %s', async (path) => {
    const article = await use.open('two-claims/index.html');
    await waitForMarks(article);
    const tab = await use.browser.tabOf(article);
    const page = await use.browser.openOwn(/popup|sidepanel/u.test(path) ? `${path}?tab=${tab}` : path);
    await waitForWords(page);
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  test.each(FACES.flatMap((face) => LOOKS.map((look) => [face.view, ...look, face] as const)))(
    '%s in %s, %s, %s: as it was, and without a serious fault',
    async (view, lang, scheme, size, face) => {
      const page = await openFace(use, gallery, face, lang, scheme, size === 'narrow' ? face.narrow : face.width);
      expect(await seriousFaults(page)).toEqual([]);
      const picture = await page.screenshot({ fullPage: true });
      const outcome = comparePicture(folder, `${view}-${lang}-${scheme}-${size}`, Buffer.from(picture));
      await page.close();
      expect(outcome.isSame, outcome.words).toBe(true);
    },
  );
});

/** What a machine may draw otherwise than another: letters in both weights and several sizes, and lines under them. */
async function drawLetters({ browser }: Use): Promise<Buffer> {
  const page = await browser.openOwn('options.html');
  await page.setViewport({ width: 600, height: 400, deviceScaleFactor: 1 });
  await waitForWords(page);
  await page.evaluate(addFonts, fonts);
  await page.evaluate(() => {
    const lines = [12, 13, 15, 17, 24].flatMap((size) =>
      [400, 700].map((weight) => {
        const line = document.createElement('p');
        line.style.cssText = `font-size:${size}px;font-weight:${weight};text-decoration:underline wavy;margin:2px`;
        line.textContent = 'Hamburgefonstiv Съешь ещё этих булок Әңғүқөһ 0123';
        return line;
      }),
    );
    document.body.replaceChildren(...lines);
  });
  const picture = Buffer.from(await page.screenshot());
  await page.close();
  return picture;
}

async function openFace(
  use: Use,
  gallery: string,
  face: Face,
  lang: Lang,
  scheme: Scheme,
  width: number,
): Promise<Page> {
  const page = await use.browser.openOwn(face.on);
  await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
  await use.browser.setScheme(page, scheme);
  await waitForWords(page);
  await page.evaluate(addFonts, fonts);
  await page.evaluate(gallery);
  await page.evaluate(`dalelGallery.draw(${JSON.stringify(face.view)}, ${JSON.stringify(lang)})`);
  await waitFor(
    `the view ${face.view}`,
    () => page.evaluate(() => document.documentElement.dataset['drawn'] ?? ''),
    (drawn) => drawn === 'yes',
  );
  if (face.view === 'welcome') await waitForSample(page);
  return page;
}

/** As often must the same marks be seen in a row. */
const SAME_MARKS = 5;
/** One that is denied, one that denies, one that is confirmed. */
const LEAST_MARKS = 3;

/** The page's own annotator goes on, and marks the sample that was drawn over the one before: its marks are in the picture. */
async function waitForSample(page: Page): Promise<void> {
  let before = '';
  let times = 0;
  await waitFor(
    'the marks of the sample',
    () => marksOf(page),
    (marks) => {
      const now = JSON.stringify(marks);
      times = now === before ? times + 1 : 1;
      before = now;
      // Marks of what was drawn before have no place any more.
      return marks.length >= LEAST_MARKS && marks.every(({ x }) => x >= 0) && times >= SAME_MARKS;
    },
  );
}

/** Until the page's own part has come to its end: what it draws later would be drawn over. */
const waitForWords = (page: Page): Promise<string> =>
  waitFor(
    'the words of the page',
    () => page.evaluate(() => document.body.innerText),
    (text) => text.length > 60,
  );
