/** What popup and panel do beside calls to the background: things that the browser allows only right after a click. */
import { browser } from 'wxt/browser';

/** The browsers' own panels, of which each has one kind. Newer than the polyfill's types. */
interface Panels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Chromium wants the window's number within the click, so it is found beforehand. */
let windowId = -1;
browser.windows.getCurrent().then(
  (window) => {
    windowId = window.id ?? -1;
  },
  (reason: unknown) => console.error('Dalel: this window could not be told', reason),
);

export async function openPanel(): Promise<void> {
  // The cast names what either browser has; see Panels.
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  await (sidebarAction === undefined ? sidePanel?.open({ windowId }) : sidebarAction.open());
}

/** The browser asks the person. True where Dalel may read the site now. */
export async function requestAccess(host: string): Promise<boolean> {
  return await browser.permissions.request({ origins: [`https://${host}/*`, `http://${host}/*`] });
}
