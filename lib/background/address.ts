/** Addresses of pages: which of them Dalel can read, and the host that "off on this site" means. */

/** The host of an http(s) address in lower case, or null for every other page. */
export function siteHost(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? hostname : null;
}

/** Without query and fragment, which may name a person; empty where there is no address that another could open. */
export function plainAddress(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { protocol, origin, pathname, host } = new URL(url);
  if (protocol === 'http:' || protocol === 'https:') return `${origin}${pathname}`;
  return protocol === 'file:' ? `file://${host}${pathname}` : '';
}
