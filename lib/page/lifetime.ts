/**
 * The one owner of everything that listens, waits or observes in a page. Its signal ends when a newer instance
 * takes over in the same isolated world, when the extension that injected us is gone, or when someone calls `end`.
 */
export interface Lifetime {
  /** Every listener, timer and observer takes it. */
  readonly signal: AbortSignal;
  /** False from the end on; asks whether the extension still stands, and ends where it does not. */
  isOn(): boolean;
  end(): void;
}

/**
 * `world` is the isolated world's global, which the page cannot see; `key` names the kind of instance in it.
 * `hasExtension` says whether the extension that injected us still stands.
 */
export function startLifetime(world: object, key: string, hasExtension: () => boolean): Lifetime {
  const slots = world as Record<string, unknown>;
  endOther(world, key);

  const controller = new AbortController();
  const end = (): void => {
    if (slots[key] === end) delete slots[key];
    controller.abort();
  };
  slots[key] = end;
  const isOn = (): boolean => {
    if (!hasExtension()) end();
    return !controller.signal.aborted;
  };
  return { signal: controller.signal, isOn, end };
}

/** The sentinel's key, by which what works beside it knows whether it still watches. */
export const SENTINEL = 'dalelSentinel';

/** Whether an instance of that kind lives in this world: its own property, and no element of the page with that id. */
export const isThere = (world: object, key: string): boolean => Object.hasOwn(world, key);

/** Ends the instance of that kind, where there is one. */
export function endOther(world: object, key: string): void {
  // Only lifetimes lie there.
  if (isThere(world, key)) (world as Record<string, () => void>)[key]?.();
}

/** A timer that dies with the lifetime. Returns what cancels it. */
export function after(delayMs: number, signal: AbortSignal, run: () => void): () => void {
  if (signal.aborted) return () => undefined;
  const timer = setTimeout(() => {
    signal.removeEventListener('abort', cancel);
    run();
  }, delayMs);
  const cancel = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  };
  signal.addEventListener('abort', cancel, { once: true });
  return cancel;
}
