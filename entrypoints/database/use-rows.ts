/** The rows of the list once a list is shown, loaded anew with every edition; what stood before stands until then. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../components/shared/reason';
import { type Answer } from '../../components/shared/use-answer';
import { loadRows, type Rows } from './load-rows';

export function useRows(
  isWanted: boolean,
  edition: number,
): { readonly rows: Answer<Rows>; readonly retry: () => void } {
  const [rows, setRows] = useState<Answer<Rows>>({ state: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  const isWhole = useRef(false);
  const [wasWanted, setWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWanted(true);
  useEffect(() => {
    if (!wasWanted) return undefined;
    const stop = new AbortController();
    const tell = (value: Rows) => {
      isWhole.current = value.searchable >= value.total;
      setRows({ state: 'ready', value });
    };
    loadRows({ tell, signal: stop.signal, isRenewal: isWhole.current }).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      isWhole.current = false;
      setRows({ state: 'failed', reason: reasonOf(error) });
    });
    return () => stop.abort();
  }, [wasWanted, edition, attempt]);
  return { rows, retry: useCallback(() => setAttempt((before) => before + 1), []) };
}
