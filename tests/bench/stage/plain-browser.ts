/** A browser without any extension, to tell what is ours from what the browser and its driver cost by themselves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import type { BrowserKind } from '../../support/driven';
import { pathOf } from './stage';

export interface PlainBrowser {
  /** In front, and empty. */
  readonly page: Page;
  /** Its profile goes with it. */
  close(): Promise<void>;
}

export async function openPlain(kind: BrowserKind): Promise<PlainBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  const browser = await launch({
    ...(kind === 'firefox'
      ? { browser: 'firefox' as const, args: ['--remote-allow-system-access'] }
      : { pipe: true, args: ['--no-sandbox', '--disable-gpu'] }),
    executablePath: pathOf[kind],
    userDataDir: profile,
    defaultViewport: { width: 1200, height: 900 },
  });
  return {
    page: await browser.newPage(),
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
