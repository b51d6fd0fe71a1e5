/** What popup and panel ask before they draw: which tab, the settings, and the tab's state. */
import { browser } from 'wxt/browser';
import { call, CallError } from '../../lib/messages/call';

/** `popup.html?tab=12` shows another tab's state in a tab of its own; such a popup stays open. */
const givenTab = new URLSearchParams(location.search).get('tab');

/** The panel beside the page stays, and follows the tab that is in front. */
export const isPanel = location.pathname.startsWith('/sidepanel');
export const isLasting = isPanel || givenTab !== null;

async function findTabId(): Promise<number> {
  if (givenTab !== null) return Number(givenTab);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new CallError('no-tab', 'No active tab');
  return tab.id;
}

export async function askAll() {
  const tabId = await findTabId();
  const [settings, state] = await Promise.all([call('settings/get', {}), call('tab/state', { tabId })]);
  return { tabId, settings, state };
}

/** Calls `again` whenever another answer may be due; gives what ends that. */
export function listenForNews(again: () => void): () => void {
  const onUpdated = (_tabId: number, change: { readonly status?: string | undefined }): void => {
    if (change.status === 'complete') again();
  };
  browser.storage.onChanged.addListener(again);
  if (isPanel) {
    browser.tabs.onActivated.addListener(again);
    browser.tabs.onUpdated.addListener(onUpdated);
  }
  return () => {
    browser.storage.onChanged.removeListener(again);
    browser.tabs.onActivated.removeListener(again);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
