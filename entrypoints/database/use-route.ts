/** The address as a route, followed and set: `replace` for what is typed, `push` for what back should undo. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addressOf, readRoute, WHOLE_LIST, type ListQuery, type Route } from '../../lib/records/route';

export interface Routing {
  readonly route: Route;
  readonly replace: (route: Route) => void;
  readonly push: (route: Route) => void;
  /** The list as it was last seen, for the way back. */
  readonly lastList: ListQuery;
  /** The record that was open before the list. */
  readonly lastClaim: string | null;
}

export function useRoute(): Routing {
  const [route, setRoute] = useState<Route>(() => readRoute(location.hash));
  const lastList = useRef(WHOLE_LIST);
  const lastClaim = useRef<string | null>(null);
  if (route.view === 'list') lastList.current = route.list;
  if (route.view === 'claim') lastClaim.current = route.id;
  /** Writes what was typed last. Later than the results, since a write takes a browser three milliseconds. */
  const write = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLayoutEffect(() => {
    const follow = () => {
      clearTimeout(write.current);
      setRoute(readRoute(location.hash));
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const replace = useCallback((next: Route) => {
    setRoute(next);
    // What is typed comes back to the whole list: nothing to take the focus there.
    lastClaim.current = null;
    clearTimeout(write.current);
    write.current = setTimeout(() => history.replaceState(null, '', addressOf(next)), 0);
  }, []);
  const push = useCallback((next: Route) => {
    setRoute(next);
    lastClaim.current = null;
    clearTimeout(write.current);
    history.pushState(null, '', addressOf(next));
  }, []);
  return { route, replace, push, lastList: lastList.current, lastClaim: lastClaim.current };
}
