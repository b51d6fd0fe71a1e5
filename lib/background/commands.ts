/** The keyboard commands: step through the mentions of the active tab, and Dalel on or off on its site. */
import { browser } from 'wxt/browser';
import { isSiteOn, setSite } from '../settings/change';
import { readSettings } from '../settings/store';
import { siteHost } from './address';
import { isShownWith } from './badge';
import { openClaims } from './database';
import { changeFound, moveCursor, readFound, sumFound } from './found';
import { changeAndSpread } from './spread';
import { tellTab } from './tabs';

interface CommandTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

async function step(tabId: number, by: 1 | -1): Promise<void> {
  const index = await openClaims(sumFound(await readFound(tabId)).keys());
  const isShown = isShownWith(index, await readSettings());
  const { cursor } = await changeFound(tabId, (found) => ({ ...found, cursor: moveCursor(found, by, isShown) }));
  if (cursor !== null) await tellTab(tabId, 'page/step', { by }, cursor.frameId);
}

async function toggleSite(url: string | undefined): Promise<void> {
  const host = siteHost(url);
  if (host === null) return;
  await changeAndSpread((settings) => setSite(settings, host, !isSiteOn(settings, host)));
}

export async function runCommand(command: string, given: CommandTab | undefined): Promise<void> {
  const [tab] = given === undefined ? await browser.tabs.query({ active: true, lastFocusedWindow: true }) : [given];
  if (tab?.id === undefined) return;
  if (command === 'next-mention') await step(tab.id, 1);
  else if (command === 'previous-mention') await step(tab.id, -1);
  else if (command === 'toggle-site') await toggleSite(tab.url);
}
