/**
 * Stage: a browser with the bench's copy of the extension and a server of pages. Each job runs in the extension's own
 * isolated world of a page that was just loaded, as our scripts and those of any other extension do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { closeWelcome } from '../../support/browser';
import { openChromium } from '../../support/chromium';
import type { BrowserKind, DrivenBrowser, Json } from '../../support/driven';
import { openFirefox } from '../../support/firefox';
import { serve } from '../../support/serve';
import { copyForStage, type StageFiles } from './extension';

const PATIENCE_MS = 60_000;

/** Clocks as fine as the browsers give them. */
const FINE_CLOCK = {
  headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  prefs: { 'privacy.reduceTimerPrecision': false },
} as const;

export interface StageOptions {
  /** Absolute path to HTML, as `serve` takes it. */
  readonly pages: ReadonlyMap<string, string>;
  /** Added to the extension under `bench/`. */
  readonly files: StageFiles;
}

export interface Stage {
  readonly kind: BrowserKind;
  /** The page that jobs run in. */
  readonly page: Page;
  /** Loads the page anew, puts scripts of `bench/` into its isolated world and runs one of their jobs there. */
  run<T>(path: string, scripts: readonly string[], job: string, ...args: Json[]): Promise<T>;
  /** The same without loading the page and the scripts again. */
  again<T>(job: string, ...args: Json[]): Promise<T>;
  /** The address of a file under `bench/`. */
  file(name: string): string;
  close(): Promise<void>;
}

export const pathOf = {
  chromium: process.env['CHROME_PATH'] || '/usr/bin/chromium',
  firefox: process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr',
} as const;

export async function openStage(kind: BrowserKind, { pages, files }: StageOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  const extension = join(folder, 'extension');
  await copyForStage(kind, extension, files);
  const site = await serve(pages, FINE_CLOCK.headers);
  let opened = 0;
  const openOnce = async (): Promise<{ browser: DrivenBrowser; page: Page; tab: number }> => {
    const profile = join(folder, `profile-${opened++}`);
    const browser =
      kind === 'chromium'
        ? await openChromium(pathOf.chromium, extension, profile)
        : await openFirefox(pathOf.firefox, extension, profile, FINE_CLOCK.prefs);
    // A page behind the welcome page gets no frames, and is neither laid out nor painted as one that is read.
    await closeWelcome(browser);
    const page = await browser.newPage(site.url('made/empty.html'));
    return { browser, page, tab: await browser.tabOf(page) };
  };
  /** A background that ends while a busy machine still starts the browser takes the start with it: once more then. */
  const open = (): ReturnType<typeof openOnce> =>
    openOnce().catch((reason: unknown) => {
      console.error(`  ${kind} did not start and is started once more:`, reason);
      return openOnce();
    });
  let now = await open();

  /** A page that hangs holds its whole process: a job that does not end costs the browser, and no more than that. */
  async function patiently<T>(what: string, work: Promise<T>): Promise<T> {
    const late = Symbol('late');
    const timer = new AbortController();
    const winner = await Promise.race([work, pause(PATIENCE_MS, late, { signal: timer.signal })]);
    if (winner !== late) {
      timer.abort();
      return winner as T; // Nothing else is left.
    }
    work.catch(() => undefined);
    await now.browser.close();
    now = await open();
    throw new Error(`${what} did not end within ${PATIENCE_MS / 1000} s`);
  }

  async function runJob<T>(job: string, ...args: Json[]): Promise<T> {
    const answer = await now.browser.inExtension(
      async (api, tabId, name, given) => {
        const [result] = await api.scripting.executeScript({
          target: { tabId },
          args: [name, given],
          func: async (which: string, values: unknown[]) => {
            const jobs = (globalThis as unknown as { dalelBench: Record<string, (...all: unknown[]) => unknown> })
              .dalelBench;
            try {
              return { value: await jobs[which]?.(...values) };
            } catch (reason) {
              return { error: String(reason) };
            }
          },
        });
        return (result?.result ?? { error: 'The job gave nothing' }) as { value?: unknown; error?: string };
      },
      now.tab,
      job,
      args,
    );
    if (answer.error !== undefined) throw new Error(`${kind}, ${job}: ${answer.error}`);
    return answer.value as T; // The caller names what its own job gives.
  }

  async function load(path: string, scripts: readonly string[]): Promise<void> {
    await now.page.goto(site.url(path), { timeout: PATIENCE_MS });
    await now.browser.inExtension(
      (api, tabId, list) => api.scripting.executeScript({ target: { tabId }, files: [...list] }).then(() => null),
      now.tab,
      scripts.map((script) => `/bench/${script}`),
    );
  }

  return {
    kind,
    get page() {
      return now.page;
    },
    again: (job, ...args) => patiently(job, runJob(job, ...args)),
    run: (path, scripts, job, ...args) =>
      patiently(
        job,
        load(path, scripts).then(() => runJob(job, ...args)),
      ),
    file: (name) => `${now.browser.base}bench/${name}`,
    async close() {
      await now.browser.close();
      await site.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
