/** Whether the browser lets Dalel read a page: a person may have withheld it, for all sites or for this one. */
import { browser } from 'wxt/browser';

/** `url` is an http(s) address. Scheme by scheme, as the manifest asks for them. */
export async function hasAccess(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
