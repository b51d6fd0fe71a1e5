/** What the popup asks before it draws: which tab, the settings, and the tab's state. */
import { browser } from 'wxt/browser';
import { call } from '../../lib/messages/call';

/** `popup.html?tab=12` shows another tab's state in a tab of its own; such a popup stays open. */
export const givenTab = new URLSearchParams(location.search).get('tab');

async function findTabId(): Promise<number> {
  if (givenTab !== null) return Number(givenTab);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('No active tab');
  return tab.id;
}

export async function askAll() {
  const tabId = await findTabId();
  const [settings, state] = await Promise.all([call('settings/get', {}), call('tab/state', { tabId })]);
  return { tabId, settings, state };
}
