/**
 * What a browser test can do with a browser that has Dalel in it, the same in Chromium and Firefox.
 * chromium.ts and firefox.ts build it; browser.ts opens it. Functions that are handed over to run in the browser
 * must use nothing but their parameters: they travel as source text.
 */
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

export type BrowserKind = 'chromium' | 'firefox';
export const BROWSERS: readonly BrowserKind[] = ['chromium', 'firefox'];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The real popup, opened from the toolbar of the tab that is in front. */
export interface Popup {
  /** Runs in the popup's own document. */
  run<A extends Json[], R>(fn: (doc: Document, ...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  close(): Promise<void>;
}

export interface DrivenBrowser {
  readonly kind: BrowserKind;
  /** As the browser names itself, such as `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** The extension's address, with a slash at its end. */
  readonly base: string;
  /** A tab of its own, in front, at `url` once its load event fired. */
  newPage(url?: string): Promise<Page>;
  /** One of the extension's own pages in a tab. */
  openOwn(path: string): Promise<Page>;
  /** The newest tab whose address fits, once there is one. */
  findPage(what: string, fits: (url: string) => boolean): Promise<Page>;
  tabOf(page: Page): Promise<number>;
  /** Runs with the extension's whole API: in Chromium's worker, in one of the extension's pages in Firefox. */
  inExtension<A extends Json[], R>(fn: (api: ExtensionApi, ...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs in the background itself, with its global object: the worker's in Chromium, the event page's in Firefox. */
  inBackground<A extends Json[], R>(
    fn: (self: typeof globalThis, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  /** Runs in the isolated world of the extension's own scripts in the page, in all frames; one answer a frame. */
  inFrames<A extends Json[], R>(page: Page, fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R[]>;
  openPopup(page: Page): Promise<Popup>;
  /**
   * Chooses our item of the context menu on the first element that fits: on its text, all of it selected, unless told,
   * or with nothing selected on the link or the part of the page that it is.
   */
  reportFromContextMenu(page: Page, selector: string, on?: 'selection' | 'link' | 'page'): Promise<void>;
  /** One of the manifest's commands, for the page's tab. */
  command(page: Page, name: 'next-mention' | 'previous-mention' | 'toggle-site'): Promise<void>;
  badge(page: Page): Promise<string>;
  /** Light or dark, as the reader's system has it. */
  setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  /** What was written to the console of any context since the browser opened: pages, their worlds, the background. */
  logged(): readonly string[];
  /**
   * No longer hears what the page writes to its console: Chromium makes no page in advance while anything but
   * puppeteer itself is attached.
   */
  unhear(page: Page): Promise<void>;
  /** As on the screen, or as on paper. */
  setMedium(page: Page, medium: 'screen' | 'print'): Promise<void>;
  /** Uncaught exceptions and rejections of the extension in any context since the last call. */
  errors(): Promise<string[]>;
  /** Ends the background at once, as the browser does when it is short of memory, whatever it is doing. */
  killBackground(): Promise<void>;
  /** Installs the extension over itself while everything stays open; its own pages close. Resolves once it stands again. */
  update(): Promise<void>;
  /** Takes the extension out of the browser, as a reader can, while its tabs stay open. Nothing here runs in it after that. */
  remove(): Promise<void>;
  /** Lets the extension into private windows, as a reader can; it is installed over itself for that. */
  allowPrivate(): Promise<void>;
  /** Closes this browser and opens it again with the same profile. */
  restart(): Promise<DrivenBrowser>;
  close(): Promise<void>;
}

/** Source text of a call, for places where a function cannot be handed over as such. */
export function callText(
  fn: (...args: never[]) => unknown,
  args: readonly Json[],
  first: readonly string[] = [],
): string {
  return `(${fn.toString()})(${[...first, ...args.map((arg) => JSON.stringify(arg))].join(', ')})`;
}

/** Source text that runs `fn` in every frame of a tab through `scripting.executeScript` and gives one answer a frame. */
export function framesText(api: string, tab: number, fn: (...args: never[]) => unknown, args: readonly Json[]): string {
  const inner = `() => ${callText(fn, args)}`;
  return `${api}.scripting.executeScript({ target: { tabId: ${tab}, allFrames: true }, func: ${inner} })
    .then((answers) => answers.filter((answer) => 'result' in answer).map((answer) => answer.result))`;
}

/** Selects the text of the first element that fits, in the page itself. */
export function selectText(selector: string): void {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`Nothing fits ${selector}`);
  getSelection()?.selectAllChildren(element);
}
