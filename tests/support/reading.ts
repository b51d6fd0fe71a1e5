/**
 * What a reader sees on a page, read by the tests: the marks (which any script of the page could list as well) and
 * the open card, whose closed shadow root opens only to the extension's own world.
 */
import type { Frame, Page } from 'puppeteer-core';
import type { DrivenBrowser } from './driven';
import { waitFor } from './wait';

export interface Mark {
  /** The highlight's name: `d`, 16 hex digits, and what tells the style. */
  readonly name: string;
  readonly text: string;
  /** Middle of the first line of the mark, in the viewport. */
  readonly x: number;
  readonly y: number;
}

export interface OpenCard {
  readonly text: string;
  readonly label: string;
  readonly links: readonly {
    readonly href: string;
    readonly rel: string;
    readonly target: string;
    readonly text: string;
  }[];
  /** What can be pressed in it, and where its middle is in the window. */
  readonly buttons: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** False in the moments after it came, in which it takes no click. */
  readonly isAwake: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly hasFocus: boolean;
  /** The words, or else the name, of what has the focus in it. */
  readonly focused: string;
}

/** Runs in a page, in its own world or in the extension's. */
export function listMarks(): Mark[] {
  const marks: { mark: Mark; range: Range }[] = [];
  // An extension's own world sees them in Firefox as they are for the page, and takes no iterator from it.
  const registry = CSS.highlights as HighlightRegistry & { readonly wrappedJSObject?: HighlightRegistry };
  for (const entry of registry.wrappedJSObject ?? registry) {
    const name = entry[0];
    for (const one of entry[1]) {
      const range = new Range();
      range.setStart(one.startContainer, one.startOffset);
      range.setEnd(one.endContainer, one.endOffset);
      const box = range.getClientRects()[0];
      const at = box === undefined ? { x: -1, y: -1 } : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      marks.push({ mark: { name, text: range.toString(), ...at }, range });
    }
  }
  marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  return marks.map(({ mark }) => mark);
}

/** Marks of one frame in document order. */
export function marksOf(page: Page | Frame): Promise<Mark[]> {
  return page.evaluate(listMarks);
}

/** As often must the same marks be seen in a row: the first are painted before the page is read to its end. */
const SAME_MARKS = 5;

/** The marks that `fits` asks for; without it all of the page, once no more come. */
export function waitForMarks(page: Page | Frame, fits?: (marks: readonly Mark[]) => boolean): Promise<Mark[]> {
  let seen = '';
  let times = 0;
  const areAll = (marks: readonly Mark[]): boolean => {
    const now = JSON.stringify(marks);
    times = now === seen ? times + 1 : 1;
    seen = now;
    return marks.length > 0 && times >= SAME_MARKS;
  };
  return waitFor('the marks', () => marksOf(page), fits ?? areAll);
}

function findCard(): OpenCard | null {
  const open = (element: Element): ShadowRoot | null => {
    // Chromium has it in its API, Firefox on the element; both only for an extension's own scripts.
    const here = globalThis as unknown as {
      chrome?: { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } };
    };
    const mine = element as unknown as { openOrClosedShadowRoot?: ShadowRoot | null };
    return mine.openOrClosedShadowRoot ?? here.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  };
  const hosts = [...document.documentElement.children, ...document.querySelectorAll(':modal > *')];
  for (const host of hosts) {
    if (!(host instanceof HTMLElement) || host.localName === 'head' || host.localName === 'body') continue;
    const root = open(host);
    const card = root?.querySelector('dialog');
    if (root === null || card === null || card === undefined) continue;
    const { x, y, width, height } = card.getBoundingClientRect();
    if (width === 0) continue;
    const named = card.getAttribute('aria-labelledby');
    const label =
      card.getAttribute('aria-label') ?? (named === null ? '' : (root.getElementById(named)?.textContent ?? ''));
    return {
      text: card.innerText,
      label,
      links: [...card.querySelectorAll('a')].map((a) => ({
        href: a.href,
        rel: a.rel,
        target: a.target,
        text: a.innerText,
      })),
      buttons: [...card.querySelectorAll('button')].map((button) => {
        const at = button.getBoundingClientRect();
        return { text: button.innerText.trim(), x: at.x + at.width / 2, y: at.y + at.height / 2 };
      }),
      isAwake: getComputedStyle(card).pointerEvents !== 'none',
      box: { x, y, width, height },
      hasFocus: root.activeElement !== null,
      focused:
        root.activeElement instanceof HTMLElement
          ? (root.activeElement.getAttribute('aria-label') ?? root.activeElement.innerText.trim())
          : '',
    };
  }
  return null;
}

/** The card of one of the extension's own pages, which runs the annotator itself. */
export function cardIn(page: Page): Promise<OpenCard | null> {
  return page.evaluate(findCard);
}

export interface Outline {
  /** The words of the live region, and its role. */
  readonly status: string;
  readonly live: string | null;
  /** The markers, by their words. */
  readonly markers: readonly string[];
}

function findOutline(): Outline | null {
  for (const host of document.documentElement.children) {
    // As in `findCard`: each browser opens closed roots to an extension's own scripts in its own way.
    const here = globalThis as unknown as {
      chrome?: { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } };
    };
    const mine = host as unknown as { openOrClosedShadowRoot?: ShadowRoot | null };
    if (!(host instanceof HTMLElement) || host.localName === 'head' || host.localName === 'body') continue;
    const root = mine.openOrClosedShadowRoot ?? here.chrome?.dom?.openOrClosedShadowRoot(host) ?? null;
    const region = root?.querySelector('.outline [role]');
    if (root === null || region === null || region === undefined) continue;
    const markers = [...root.querySelectorAll('.outline button')].map((button) => button.textContent ?? '');
    return { status: region.textContent ?? '', live: region.getAttribute('role'), markers };
  }
  return null;
}

/** What a screen reader is given before any card is open; null where nothing of ours stands in the page. */
export async function outlineOf(browser: DrivenBrowser, page: Page): Promise<Outline | null> {
  const found = await browser.inFrames(page, findOutline);
  return found.find((one) => one !== null) ?? null;
}

/** The open card of any frame of the tab, or null. */
export async function cardOf(browser: DrivenBrowser, page: Page): Promise<OpenCard | null> {
  const cards = await browser.inFrames(page, findCard);
  return cards.find((card) => card !== null) ?? null;
}

export async function waitForCard(
  browser: DrivenBrowser,
  page: Page,
  fits: (card: OpenCard) => boolean = () => true,
): Promise<OpenCard> {
  const card = await waitFor(
    'an open card',
    () => cardOf(browser, page),
    (found) => found !== null && fits(found),
  );
  if (card === null) throw new Error('No card is open');
  return card;
}

/** Presses the button of the open card whose words fit, once the card takes clicks. */
export async function pressInCard(browser: DrivenBrowser, page: Page, fits: (words: string) => boolean): Promise<void> {
  const { buttons } = await waitForCard(
    browser,
    page,
    (card) => card.isAwake && card.buttons.some(({ text }) => fits(text)),
  );
  const button = buttons.find(({ text }) => fits(text));
  if (button === undefined) throw new Error('The card has no such button');
  await page.mouse.click(button.x, button.y);
}

export async function waitForNoCard(browser: DrivenBrowser, page: Page): Promise<void> {
  await waitFor(
    'no card to be open',
    () => cardOf(browser, page),
    (card) => card === null,
  );
}

/** Scrolls a mark to the middle of the window and says where it is then. */
export async function bringIntoView(page: Page, index: number): Promise<Mark> {
  const before = (await marksOf(page))[index];
  if (before === undefined) throw new Error(`There is no mark number ${index}`);
  await page.evaluate((y) => scrollBy({ top: y - innerHeight / 2, behavior: 'instant' }), before.y);
  const mark = (await marksOf(page))[index];
  if (mark === undefined) throw new Error(`Mark number ${index} is gone`);
  return mark;
}

/** Rests the pointer on a mark, coming from outside as a hand does. */
export async function pointAt(page: Page, index: number): Promise<Mark> {
  const mark = await bringIntoView(page, index);
  await page.mouse.move(2, 2);
  await page.mouse.move(mark.x, mark.y, { steps: 3 });
  return mark;
}
