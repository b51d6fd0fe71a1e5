/** Memory of a page's process, after a collection. Chromium tells it; Firefox does not, so null there. */
import type { CDPSession, Page } from 'puppeteer-core';

export interface Heap {
  /** JavaScript objects and what arrays keep outside the heap. */
  readonly bytes: number;
  /** JavaScript objects alone, compiled code among them. */
  readonly objects: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Of any session: a page's or a worker's. */
export async function heapOfSession(session: Pick<CDPSession, 'send'>): Promise<Heap> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as HeapUsage; // Newer than puppeteer's types.
  await session.send('HeapProfiler.disable');
  return { bytes: usage.usedSize + (usage.backingStorageSize ?? 0), objects: usage.usedSize };
}

export async function heapOf(page: Page): Promise<Heap | null> {
  let session: CDPSession;
  try {
    session = await page.createCDPSession();
  } catch {
    return null;
  }
  try {
    return await heapOfSession(session);
  } finally {
    await session.detach();
  }
}
