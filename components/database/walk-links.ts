/** Keys within a list of links: Down and Up go to the next and the one before, Home and End to the ends. */
type ListKey = 'ArrowDown' | 'ArrowUp' | 'Home' | 'End';

const KEYS: Readonly<Record<ListKey, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

const isListKey = (key: string): key is ListKey => Object.hasOwn(KEYS, key);

export function walkLinks(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (!isListKey(event.key) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[href]')];
  const at = links.findIndex((link) => link === event.target);
  const next = at < 0 ? undefined : links[KEYS[event.key](at, links.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
