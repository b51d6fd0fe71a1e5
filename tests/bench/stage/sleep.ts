/** Chromium's background put to sleep, as the browser does after half a minute without work, and woken again. */
import type { Page, Target } from 'puppeteer-core';
import { waitFor } from '../../support/wait';

/** `own` is one of the extension's pages. */
export async function sleepWorker(own: Page): Promise<void> {
  const base = new URL('/', own.url()).href;
  const isWorker = (target: Target): boolean => target.type() === 'service_worker' && target.url().startsWith(base);
  const browser = own.browser();
  const worker = await browser.targets().find(isWorker)?.worker();
  await worker?.close();
  await waitFor(
    'the worker to end',
    () => browser.targets().some(isWorker),
    (isThere) => !isThere,
  );
}

/** Milliseconds from one of the extension's pages to the background and back. */
export async function askBackground(own: Page, api: 'browser' | 'chrome'): Promise<number> {
  const text = `(async () => {
    const start = performance.now();
    const reply = await ${api}.runtime.sendMessage({ call: 'pack/header', request: {} });
    if (reply?.ok !== true) throw new Error('No answer');
    return performance.now() - start;
  })()`;
  return (await own.evaluate(text)) as number;
}
