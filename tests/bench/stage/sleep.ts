/**
 * A Chromium whose background can be put to sleep, as the browser does after half a minute without work. Nothing is
 * attached to the worker here: one that is would be held at its next start.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { OUT } from '../../support/browser';
import type { Json } from '../../support/driven';
import { waitFor } from '../../support/wait';
import { pathOf } from './stage';

export interface Sleeper {
  /** One of the extension's pages, in a tab. */
  readonly own: Page;
  newPage(): Promise<Page>;
  /** Resolves once the background has stopped. */
  sleep(): Promise<void>;
  close(): Promise<void>;
}

export async function openSleeper(): Promise<Sleeper> {
  const profile = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  const browser = await launch({
    executablePath: pathOf.chromium,
    userDataDir: profile,
    pipe: true,
    enableExtensions: [join(OUT, 'chrome-mv3')],
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    defaultViewport: { width: 1200, height: 900 },
  });
  const isOurs = (type: string, url: string): boolean =>
    type === 'service_worker' && url.startsWith('chrome-extension://');
  const target = await browser.waitForTarget((one) => isOurs(one.type(), one.url()));
  const own = await browser.newPage();
  await own.goto(new URL('/options.html', target.url()).href);
  const session = await own.createCDPSession();
  let state: string = 'unknown';
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    state = versions.at(-1)?.runningStatus ?? state;
  });
  await session.send('ServiceWorker.enable');
  return {
    own,
    newPage: () => browser.newPage(),
    async sleep() {
      await waitFor(
        'the background to stop',
        async () => {
          // One that is just starting does not hear it.
          if (state !== 'stopped') await session.send('ServiceWorker.stopAllWorkers');
          return state;
        },
        (now) => now === 'stopped',
      );
    },
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** Milliseconds from one of the extension's pages to the background and back with an answer. */
export async function askBackground(
  own: Page,
  api: 'browser' | 'chrome',
  call = 'sources/list',
  request: Json = {},
): Promise<number> {
  const text = `(async () => {
    const start = performance.now();
    const reply = await ${api}.runtime.sendMessage(${JSON.stringify({ call, request })});
    if (reply?.ok !== true) throw new Error('No answer');
    return performance.now() - start;
  })()`;
  return (await own.evaluate(text)) as number;
}
