/**
 * Asks once when a page opens and again on demand. The last answer stands until the next one is there, so that a
 * switch does not make the page blink. Asked while a question is open, it asks once more when that one is answered,
 * however often that was: one change in storage tells every listener, and often several times.
 */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reasonOf, type Reason } from './reason';

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: Reason };

/** `ask` must stay the same function while the question stays the same. */
export function useAnswer<T>(ask: () => Promise<T>): { readonly answer: Answer<T>; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'waiting' });
  /** The open question; another object once the page asks something else, so that a late answer is known as such. */
  const open = useRef<{ isStale: boolean } | null>(null);
  const again = useCallback(() => {
    if (open.current !== null) {
      open.current.isStale = true;
      return;
    }
    const question = { isStale: false };
    open.current = question;
    const take = (taken: Answer<T>) => {
      if (open.current !== question) return;
      open.current = null;
      setAnswer(taken);
      if (question.isStale) again();
    };
    ask().then(
      (value) => take({ state: 'ready', value }),
      (error: unknown) => take({ state: 'failed', reason: reasonOf(error) }),
    );
  }, [ask]);
  // Before the first frame, which what is asked need not wait for.
  useLayoutEffect(() => {
    again();
    return () => {
      open.current = null;
    };
  }, [again]);
  return { answer, again };
}
