/**
 * Keeps what is typed as it is typed, half a second after the last key; and guards the page against being left with
 * words that are kept nowhere; `onFault` hears of words that could not be kept. Law: what is handed to `keep` later never loses to what was handed to it before.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

const REST_MS = 500;

/** Asks before the page is left with words that are kept nowhere else. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [isUnsaved]);
}

export interface Keeping {
  readonly isUnsaved: boolean;
  /** Typed on: keep it once the typing rests. */
  readonly touch: () => void;
  /** Keep it now. Rejects where it could not be kept. */
  readonly keepNow: (run: () => Promise<void>) => Promise<void>;
}

/** `keep` keeps what stands in the form when it is called; null where nothing may be kept (a private window). */
export function useKept(keep: (() => Promise<void>) | null, onFault: (reason: unknown) => void): Keeping {
  const [isUnsaved, setUnsaved] = useState(false);
  const latest = useRef({ keep, onFault });
  latest.current = { keep, onFault };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Counts what was typed, so that a save that ends late does not call newer words kept. */
  const typed = useRef(0);
  const queue = useRef(Promise.resolve());
  useLeaveGuard(isUnsaved);
  useEffect(() => () => clearTimeout(timer.current), []);
  const keepNow = useCallback((run: () => Promise<void>) => {
    clearTimeout(timer.current);
    const at = typed.current;
    const done = queue.current.then(run).then(() => {
      if (at === typed.current) setUnsaved(false);
    });
    // The next one runs whatever became of this one; its caller hears of the fault.
    queue.current = done.catch(() => undefined);
    return done;
  }, []);
  const touch = useCallback(() => {
    typed.current += 1;
    setUnsaved(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (latest.current.keep === null) return;
      keepNow(latest.current.keep).catch((reason: unknown) => latest.current.onFault(reason));
    }, REST_MS);
  }, [keepNow]);
  return { isUnsaved, touch, keepNow };
}
