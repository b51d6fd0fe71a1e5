/**
 * Asks once when a page opens and again on demand. The last answer stands until the next one is there,
 * so that a switch does not make the page blink; an answer that was overtaken by a later question is dropped.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: string };

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `ask` must stay the same function while the question stays the same. */
export function useAnswer<T>(ask: () => Promise<T>): { readonly answer: Answer<T>; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'waiting' });
  const latest = useRef(0);
  const again = useCallback(() => {
    const turn = ++latest.current;
    ask().then(
      (value) => {
        if (turn === latest.current) setAnswer({ state: 'ready', value });
      },
      (error: unknown) => {
        if (turn === latest.current) setAnswer({ state: 'failed', reason: reasonOf(error) });
      },
    );
  }, [ask]);
  useEffect(() => {
    again();
    return () => {
      latest.current += 1;
    };
  }, [again]);
  return { answer, again };
}
