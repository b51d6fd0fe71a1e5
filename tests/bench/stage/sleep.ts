/** Chromium's background put to sleep, as the browser does after half a minute without work, and woken again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../support/driven';

/** Long enough for a worker that was told to end. */
const END_MS = 300;

interface Sign {
  dalelBenchAwake?: boolean;
}

/** `own` is one of the extension's pages. Leaves a sign in the worker, by which `hasSlept` tells it from the next one. */
export async function sleepWorker(browser: DrivenBrowser, own: Page): Promise<void> {
  await browser.inBackground((self) => void ((self as unknown as Sign).dalelBenchAwake = true));
  const isWorker = (type: string, url: string): boolean => type === 'service_worker' && url.startsWith(browser.base);
  const target = own
    .browser()
    .targets()
    .find((one) => isWorker(one.type(), one.url()));
  const worker = await target?.worker();
  try {
    await worker?.close();
  } catch (reason) {
    // It ended before the session that told it so was let go.
    if (!String(reason).includes('No session')) throw reason;
  }
  await pause(END_MS);
}

/** Whether the worker that is there now is another one than the one put to sleep. */
export function hasSlept(browser: DrivenBrowser): Promise<boolean> {
  return browser.inBackground((self) => (self as unknown as Sign).dalelBenchAwake === undefined);
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
