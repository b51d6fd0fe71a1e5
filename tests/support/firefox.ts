/**
 * Firefox with Dalel in it, over WebDriver BiDi with access to the browser's own window: the real context menu,
 * the real keyboard shortcuts and the error console are reached there. The extension's API is used from one of its
 * pages, kept open in a tab; from there `extension.getViews` also reaches the real popup.
 */
import { launch, type Browser, type Page } from 'puppeteer-core';
import { callText, framesText, selectText, type DrivenBrowser, type Json, type Popup } from './driven';
import { waitFor } from './wait';

const ADD_ON = 'dalel@dalel.example';
/** Fixed, so that the extension's address is known and the same after a restart. */
const UUID = '7c1d5e52-6c0f-4f7e-9a3b-2f8d1a6b9c40';
const BASE = `moz-extension://${UUID}/`;

const PREFS = {
  'extensions.originControls.grantByDefault': true,
  'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: UUID }),
  // The add-on is installed for one run only; what it stored must outlive that as it does for a lasting one.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'intl.accept_languages': 'en-US, en',
  // Menus that slide open are not clickable at once.
  'ui.prefersReducedMotion': 1,
};

/** Everything through the proxy, loopback too, and nothing past it where it refuses; every console to standard output. */
export const proxyPrefs = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.failover_direct': false,
  // The consoles of all processes, so that they can be read here.
  'devtools.console.stdout.content': true,
  'devtools.console.stdout.chrome': true,
});

/** The part of puppeteer's connection that reaches commands for which it has no API of its own. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface ChromeTree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

type ScriptAnswer =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** `text` runs in the browser's own window and must give text. */
export async function runInChrome(browser: Browser, text: string): Promise<string> {
  const connection = (browser as unknown as { connection: Connection }).connection; // Not in puppeteer's types.
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as ChromeTree;
  const window = tree.contexts.find((one) => one.url.endsWith('/browser.xhtml'));
  if (window === undefined) throw new Error('The browser window is not among the chrome contexts');
  const params = { expression: text, target: { context: window.context }, awaitPromise: true };
  const answer = (await connection.send('script.evaluate', params)).result as ScriptAnswer;
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.value ?? '';
}

/** `page.goto` waits in vain for the load event of an extension's page, so only the document is waited for. */
async function goToOwn(browser: Browser, page: Page, url: string): Promise<void> {
  const connection = (browser as unknown as { connection: Connection }).connection;
  const context = (page.mainFrame() as unknown as { _id: string })._id; // The BiDi context; not in puppeteer's types.
  await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
  await waitFor(
    `the page ${url}`,
    () => page.evaluate(() => (document.readyState === 'loading' ? '' : location.href)),
    (href) => href.split('#')[0] === url.split('#')[0],
  );
}

/** `prefs` are preferences beside those that every test has. */
export async function openFirefox(
  path: string,
  extension: string,
  profile: string,
  prefs: Readonly<Record<string, string | number | boolean>> = {},
): Promise<DrivenBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...PREFS, ...prefs },
    defaultViewport: { width: 1200, height: 900 },
  });
  const logged: string[] = [];
  browser
    .process()
    ?.stdout?.setEncoding('utf8')
    .on('data', (text: string) => logged.push(text));
  await browser.installExtension(extension);
  const openHelper = async (): Promise<Page> => {
    const page = await browser.newPage();
    await goToOwn(browser, page, `${BASE}options.html`);
    return page;
  };
  let helper = await openHelper();
  const tabs = new WeakMap<Page, number>();
  const run = async <R>(text: string): Promise<R> => (await helper.evaluate(text)) as R; // The caller names what its own text gives.

  const driven: DrivenBrowser = {
    kind: 'firefox',
    version: await browser.version(),
    base: BASE,
    async newPage(url) {
      const page = await browser.newPage();
      if (url !== undefined) await page.goto(url);
      await driven.tabOf(page);
      return page;
    },
    async openOwn(path) {
      const page = await browser.newPage();
      await goToOwn(browser, page, BASE + path);
      await driven.tabOf(page);
      return page;
    },
    async findPage(what, fits) {
      const found = await waitFor(
        what,
        async () => {
          for (const page of (await browser.pages()).toReversed()) {
            if (page !== helper && fits(await page.evaluate(() => location.href))) return page;
          }
          return undefined;
        },
        (page) => page !== undefined,
      );
      if (found === undefined) throw new Error(`No tab is ${what}`);
      return found;
    },
    async tabOf(page) {
      const known = tabs.get(page);
      if (known !== undefined) return known;
      await page.bringToFront();
      const id = await run<number>(
        'browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)',
      );
      tabs.set(page, id);
      return id;
    },
    inExtension: (fn, ...args) => run(callText(fn, args, ['browser'])),
    inBackground: (fn, ...args) =>
      run(`browser.runtime.getBackgroundPage().then((self) => ${callText(fn, args, ['self'])})`),
    inFrames: async (page, fn, ...args) => run(framesText('browser', await driven.tabOf(page), fn, args)),
    async openPopup(page) {
      await page.bringToFront();
      await run('browser.action.openPopup()');
      const view = "browser.extension.getViews({ type: 'popup' })[0]";
      await waitFor(
        'the popup',
        () => run<string>(`${view}?.document.readyState ?? 'none'`),
        (state) => state === 'complete',
      );
      return {
        run: <A extends Json[], R>(fn: (doc: Document, ...args: A) => R | Promise<R>, ...args: A) =>
          run<R>(callText(fn, args, [`${view}.document`])),
        close: () => run(`void ${view}?.close()`),
      } satisfies Popup;
    },
    async reportFromContextMenu(page, selector, on = 'selection') {
      await page.bringToFront();
      if (on === 'selection') await page.evaluate(selectText, selector);
      const at = await page.$eval(selector, (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const box = range.getClientRects()[0];
        if (box === undefined) throw new Error('The element has no place on the screen');
        return { x: box.left + 6, y: box.top + box.height / 2 };
      });
      await page.mouse.click(at.x, at.y, { button: 'right' });
      const item = `[...document.querySelectorAll('#contentAreaContextMenu menuitem')].find((one) => one.id.startsWith('dalel'))`;
      await waitFor(
        'our item in the menu',
        () => runInChrome(browser, `String(${item} !== undefined)`),
        (is) => is === 'true',
      );
      await runInChrome(browser, `document.getElementById('contentAreaContextMenu').activateItem(${item}), 'chosen'`);
    },
    async command(page, name) {
      await page.bringToFront();
      const shortcut = await run<string>(
        `browser.commands.getAll().then((all) => all.find((one) => one.name === ${JSON.stringify(name)})?.shortcut ?? '')`,
      );
      const key = shortcut.split('+').at(-1) ?? '';
      // Each shortcut is a <key> of the window; its command event is what the pressed keys would send.
      const found = await runInChrome(
        browser,
        `(() => { const key = [...document.querySelectorAll('keyset[id*="dalel"] key')].find((one) => one.getAttribute('key') === ${JSON.stringify(key)});
          key?.doCommand(); return String(key !== undefined); })()`,
      );
      if (found !== 'true') throw new Error(`The window has no key for ${name} (${shortcut})`);
    },
    async setScheme(_page, scheme) {
      // 0 is dark, 1 light; for all pages at once.
      const value = scheme === 'dark' ? 0 : 1;
      await runInChrome(
        browser,
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value}), 'set'`,
      );
    },
    async setMedium(page, medium) {
      await page.bringToFront();
      const value = medium === 'print' ? 'print' : '';
      await runInChrome(browser, `gBrowser.selectedBrowser.browsingContext.mediumOverride = '${value}', 'set'`);
    },
    badge: async (page) => run(`browser.action.getBadgeText({ tabId: ${await driven.tabOf(page)} })`),
    logged: () => logged,
    unhear: () => Promise.resolve(),
    async errors() {
      // What Firefox says of a message under way while its page was closed is no exception: no script is left to catch it.
      // A function that was injected as such has no file of its own. Errors have flag 0 or 2 (exception); warnings have bit 1, notes bit 8.
      const found = await runInChrome(
        browser,
        `(() => { const ours = (source) => source.startsWith(${JSON.stringify(BASE)}) || source === 'sandbox eval code';
          const errors = Services.console.getMessageArray()
          .filter((one) => one instanceof Ci.nsIScriptError && ours(one.sourceName) && (one.flags & 9) === 0
            && !/^Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/.test(one.errorMessage))
          .map((one) => one.sourceName + ':' + one.lineNumber + ' ' + one.errorMessage);
          Services.console.reset(); return JSON.stringify(errors); })()`,
      );
      return JSON.parse(found) as string[];
    },
    async killBackground() {
      await runInChrome(
        browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(ADD_ON)}).extension
          .terminateBackground({ disableResetIdleForTest: true }).then(() => 'ended')`,
      );
    },
    async update() {
      await browser.installExtension(extension);
      helper = await openHelper();
    },
    remove: () => browser.uninstallExtension(ADD_ON),
    async allowPrivate() {
      await runInChrome(
        browser,
        `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions
          .add('${ADD_ON}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] }).then(() => 'allowed')`,
      );
      await driven.update();
    },
    async restart() {
      await browser.close();
      return openFirefox(path, extension, profile, prefs);
    },
    close: () => browser.close(),
  };
  return driven;
}
