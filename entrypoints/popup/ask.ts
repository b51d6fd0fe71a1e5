/** What popup and panel ask before they draw: which tab, the settings, and the tab's state. */
import { browser } from 'wxt/browser';
import type { Answer } from '../../components/shared/use-answer';
import { call, CallError } from '../../lib/messages/call';
import type { TabState } from '../../lib/messages/protocol';

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

/** Sooner than the sentence is seen that says what is waited for. */
const ASK_ON_MS = 300;

/** Calls `again` soon where the page is still being read: one in which nothing is found tells nobody when it has been. */
export function askOn(answer: Answer<{ readonly state: TabState }>, again: () => void): (() => void) | undefined {
  if (answer.state !== 'ready' || answer.value.state.page !== 'waiting') return undefined;
  const timer = setTimeout(again, ASK_ON_MS);
  return () => clearTimeout(timer);
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
