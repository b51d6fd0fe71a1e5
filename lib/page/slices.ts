/** Work in slices: nothing of ours holds the page for long, and all of a pass together has a limit. */

const SLICE_MS = 8;

interface YieldingScheduler {
  readonly scheduler?: { yield?(): Promise<void> };
}

export interface Slices {
  /** Lets the page go first where this slice is used up. */
  breathe(): Promise<void>;
  /** Milliseconds worked, pauses not counted. */
  workMs(): number;
}

export function startSlices(): Slices {
  let start = performance.now();
  let before = 0;
  return {
    workMs: () => before + performance.now() - start,
    async breathe() {
      const spent = performance.now() - start;
      if (spent < SLICE_MS) return;
      before += spent;
      await yieldToPage();
      start = performance.now();
    },
  };
}

async function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as YieldingScheduler;
  if (scheduler?.yield !== undefined) await scheduler.yield();
  else await new Promise((resolve) => setTimeout(resolve, 0));
}
