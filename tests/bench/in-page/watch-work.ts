/**
 * Counts the work that a script does in the tasks that it asked for: timers, idle moments, observers and yields of
 * this world are wrapped, so that each task of ours is known from its start to its end, what it left to promises included.
 */

interface Yielding {
  yield?: () => Promise<void>;
}

export interface Work {
  /** Milliseconds of every task so far, in order. */
  readonly tasks: readonly number[];
  /** Runs `start` as a task of its own. */
  run(start: () => void): void;
}

export function watchWork(): Work {
  const tasks: number[] = [];
  const world = globalThis as unknown as {
    setTimeout: (run: () => void, ms?: number) => number;
    requestIdleCallback: typeof requestIdleCallback;
    MutationObserver: typeof MutationObserver;
    scheduler?: Yielding;
  };
  const nativeTimeout = world.setTimeout.bind(globalThis);
  const nativeIdle = world.requestIdleCallback.bind(globalThis);
  const NativeObserver = world.MutationObserver;
  const scheduler = world.scheduler;
  const nativeYield = scheduler?.yield?.bind(scheduler);

  let since = NaN;
  const end = (): void => {
    if (!Number.isNaN(since)) tasks.push(performance.now() - since);
    since = NaN;
  };
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', end);
  port1.start();
  /** From now to the next task of the page, unless `end` is told before. */
  const begin = (): void => {
    since = performance.now();
    port2.postMessage(null);
  };

  world.setTimeout = (run, delay) =>
    nativeTimeout(() => {
      begin();
      run();
    }, delay);
  world.requestIdleCallback = (run, options) =>
    nativeIdle((deadline) => {
      begin();
      run(deadline);
    }, options);
  // A function and no subclass: Firefox lets no script of an extension inherit from what is the page's.
  world.MutationObserver = function (callback: MutationCallback): MutationObserver {
    return new NativeObserver((records, observer) => {
      const start = performance.now();
      callback(records, observer);
      if (Number.isNaN(since)) tasks.push(performance.now() - start);
    });
  } as unknown as typeof MutationObserver;
  if (scheduler !== undefined && nativeYield !== undefined) {
    scheduler.yield = async () => {
      end();
      await nativeYield();
      begin();
    };
  }
  return {
    tasks,
    run(start) {
      begin();
      start();
    },
  };
}

export const sumOf = (tasks: readonly number[]): number => tasks.reduce((sum, one) => sum + one, 0);
export const longestOf = (tasks: readonly number[]): number => Math.max(0, ...tasks);
