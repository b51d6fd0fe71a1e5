/** What every job in the page shares: a task of its own, the browser's long tasks, the bare walk. */

export interface LongTasks {
  readonly count: number;
  readonly longestMs: number;
}

/** The world's own timer, kept before `watchWork` wraps it. */
const timer = globalThis.setTimeout.bind(globalThis);

export const wait = (delay: number): Promise<void> => new Promise((resolve) => void timer(resolve, delay));

/** A moment at which the page has nothing else to do. */
export async function idle(): Promise<void> {
  await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 3000 }));
  await wait(20);
}

/** Tasks of more than 50 ms while `run` is at work; null where the browser does not tell (Firefox). */
export async function withLongTasks<T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly long: LongTasks | null }> {
  const durations: number[] = [];
  const isTold = PerformanceObserver.supportedEntryTypes.includes('longtask');
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) durations.push(entry.duration);
  });
  if (isTold) observer.observe({ type: 'longtask' });
  const value = await run();
  await wait(100);
  observer.disconnect();
  return { value, long: isTold ? { count: durations.length, longestMs: Math.max(0, ...durations) } : null };
}

export interface Walked {
  readonly ms: number;
  readonly characters: number;
  readonly nodes: number;
}

/** W: the first pass over every text node of a fresh document that reads its length. */
export function bareWalk(): Walked {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  let characters = 0;
  let nodes = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    characters += (node as Text).data.length; // SHOW_TEXT gives nothing else.
    nodes++;
  }
  return { ms: performance.now() - start, characters, nodes };
}
