/**
 * Chromium with Dalel in it, over a pipe (the only way to load an unpacked extension and get its popup).
 * Commands and menu clicks are dispatched on the worker's own events, since headless Chromium has neither
 * a menu nor the browser's key handling.
 */
import { launch, type CDPSession, type Page, type Target } from 'puppeteer-core';
import { callText, framesText, selectText, type DrivenBrowser } from './driven';
import { asPopup } from './popup';
import { waitFor } from './wait';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-US',
];

/** The id that lib/background gives its context menu item. */
const MENU_ITEM = 'report-claim';

/** Without the bypass Chromium asks for loopback hosts itself. */
const proxyFlags = (port: number) => [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];

export async function openChromium(
  path: string,
  extension: string,
  profile: string,
  proxyPort?: number,
): Promise<DrivenBrowser> {
  const browser = await launch({
    executablePath: path,
    userDataDir: profile,
    pipe: true,
    enableExtensions: [extension],
    args: proxyPort === undefined ? FLAGS : [...FLAGS, ...proxyFlags(proxyPort)],
    // On Linux the interface language comes from here and not from the flag.
    env: { ...process.env, LANGUAGE: 'en_US' },
    defaultViewport: { width: 1200, height: 900 },
  });
  const errors: string[] = [];
  const logged: string[] = [];
  const isWorker = (target: Target): boolean =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
  /** What is attached to the worker. */
  const held = new Set<Promise<CDPSession>>();

  /** Consoles in every world of the target and a worker's exceptions; what came before the session is replayed. */
  async function listen(target: Target): Promise<CDPSession> {
    const attached = target.createCDPSession();
    if (isWorker(target)) held.add(attached);
    const session = await attached;
    session.on('Runtime.consoleAPICalled', ({ args }) => {
      logged.push(args.map((arg) => JSON.stringify([arg.value, arg.description, arg.preview])).join(' '));
    });
    if (isWorker(target)) {
      session.on('Runtime.exceptionThrown', ({ exceptionDetails: found }) => {
        errors.push(`worker: ${found.exception?.description ?? found.text}`);
      });
    }
    await session.send('Runtime.enable');
    return session;
  }
  const heard = new WeakMap<Target, Promise<CDPSession>>();
  /** Once a target: a worker that was stopped and started again is a new one. */
  function listenOnce(target: Target): Promise<CDPSession> {
    const listening = heard.get(target) ?? listen(target);
    heard.set(target, listening);
    return listening;
  }
  /** A target may be gone before it is listened to, and some take no session. */
  const tryToListen = (target: Target): void => void listenOnce(target).catch(() => undefined);
  browser.on('targetcreated', tryToListen);
  for (const target of browser.targets()) tryToListen(target);

  /** A worker that something is attached to would be held at its next start; what went with an earlier one is gone. */
  async function letGo(): Promise<void> {
    for (const session of held) await session.then((one) => one.detach()).catch(() => undefined);
    held.clear();
  }

  const workerTarget = await browser.waitForTarget(isWorker, { timeout: 20_000 });
  const base = new URL('/', workerTarget.url()).href;
  const tabs = new WeakMap<Page, number>();

  async function run<R>(text: string): Promise<R> {
    // The worker may have been stopped and started since: the target is asked for anew.
    const target = await browser.waitForTarget(isWorker);
    // Of two sessions asked for at once puppeteer takes the second for its own and drops it.
    await listenOnce(target);
    const worker = await target.worker();
    if (worker === null) throw new Error('The extension has no worker');
    held.add(Promise.resolve(worker.client));
    return (await worker.evaluate(text)) as R; // The caller names what its own text gives.
  }

  await listenOnce(workerTarget);

  const listening = new WeakSet<Page>();
  function listenToPage(page: Page): void {
    if (listening.has(page)) return;
    listening.add(page);
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${String(error)}`));
  }

  async function newPage(url?: string): Promise<Page> {
    const page = await browser.newPage();
    listenToPage(page);
    if (url !== undefined) await page.goto(url);
    await driven.tabOf(page);
    return page;
  }

  /** Over itself: resolves once the new one's worker runs. */
  async function install(enabledInIncognito: boolean): Promise<void> {
    await run('self.isOfBefore = true');
    await letGo();
    await browser.installExtension(extension, { enabledInIncognito });
    await waitFor(
      'the new worker',
      () => run<boolean>("'isOfBefore' in self"),
      (isOld) => !isOld,
    );
  }

  const driven: DrivenBrowser = {
    kind: 'chromium',
    version: await browser.version(),
    base,
    newPage,
    openOwn: (path) => newPage(base + path),
    async findPage(what, fits) {
      const found = await waitFor(
        what,
        async () => (await browser.pages()).findLast((page) => fits(page.url())),
        (page) => page !== undefined,
      );
      if (found === undefined) throw new Error(`No tab is ${what}`);
      listenToPage(found);
      return found;
    },
    async tabOf(page) {
      const known = tabs.get(page);
      if (known !== undefined) return known;
      await page.bringToFront();
      const id = await run<number>(
        'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)',
      );
      tabs.set(page, id);
      return id;
    },
    inExtension: (fn, ...args) => run(callText(fn, args, ['chrome'])),
    inBackground: (fn, ...args) => run(callText(fn, args, ['self'])),
    inFrames: async (page, fn, ...args) => run(framesText('chrome', await driven.tabOf(page), fn, args)),
    async openPopup(page) {
      await page.bringToFront();
      await run('chrome.action.openPopup()');
      const target = await browser.waitForTarget((one) => one.url().startsWith(`${base}popup.html`), {
        timeout: 10_000,
      });
      const popup = await target.asPage();
      listenToPage(popup);
      return asPopup(popup);
    },
    async reportFromContextMenu(page, selector, on = 'selection') {
      if (on === 'selection') await page.evaluate(selectText, selector);
      const selectionText = await page.evaluate(() => String(getSelection()));
      const linkUrl = await page.$eval(selector, (element) =>
        element instanceof HTMLAnchorElement ? element.href : '',
      );
      const what = { selection: { selectionText }, link: { linkUrl }, page: {} }[on];
      const info = { menuItemId: MENU_ITEM, ...what, pageUrl: page.url(), frameId: 0, editable: false };
      await run(
        `chrome.tabs.get(${await driven.tabOf(page)}).then((tab) => chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, tab))`,
      );
    },
    async command(page, name) {
      const tab = await driven.tabOf(page);
      await page.bringToFront();
      await run(
        `chrome.tabs.get(${tab}).then((tab) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`,
      );
    },
    setScheme: (page, scheme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
    setMedium: (page, medium) => page.emulateMediaType(medium),
    badge: async (page) => run(`chrome.action.getBadgeText({ tabId: ${await driven.tabOf(page)} })`),
    logged: () => logged,
    async unhear(page) {
      await (await heard.get(page.target()))?.detach();
    },
    errors: () => Promise.resolve(errors.splice(0)),
    async killBackground() {
      await letGo();
      const [page = await browser.newPage()] = await browser.pages();
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    update: () => install(false),
    async remove() {
      await letGo();
      await browser.uninstallExtension(new URL(base).host);
    },
    allowPrivate: () => install(true),
    async restart() {
      await browser.close();
      return openChromium(path, extension, profile, proxyPort);
    },
    close: () => browser.close(),
  };
  return driven;
}
