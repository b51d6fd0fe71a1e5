/** Work in slices: nothing of ours holds the page for long, and all of a pass together has a limit. */

/** A step may take a while longer, and together they must stay under eight. */
const SLICE_MS = 4;

interface YieldingScheduler {
  readonly scheduler?: { yield?(): Promise<void> };
}

export interface Slices {
  /** Whether this slice is used up. */
  isOver(): boolean;
  /** Lets the page go first. */
  breathe(): Promise<void>;
  /** Waits for something that is no work of this pass. */
  away(other: Promise<void>): Promise<void>;
  /** Milliseconds worked, pauses not counted. */
  workMs(): number;
}

export function startSlices(): Slices {
  let start = performance.now();
  let before = 0;
  return {
    workMs: () => before + performance.now() - start,
    async away(other) {
      before += performance.now() - start;
      await other;
      start = performance.now();
    },
    isOver: () => performance.now() - start >= SLICE_MS,
    async breathe() {
      before += performance.now() - start;
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
