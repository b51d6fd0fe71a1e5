/**
 * Pages that a tab left and may bring back as they were. When sentinels are put into the open tabs (Dalel was updated,
 * switched on, or given other packs), those pages are not reached; in Firefox the scripts in them are dead after an
 * update. So it is noted which tabs were open then, for this session, and what such a tab brings back from before is
 * given its sentinel when it comes.
 */
import { browser } from 'wxt/browser';
import { tryTab } from './tabs';

const ITEM = 'older';

interface Older {
  /** As `Date.now()` gives it. */
  readonly at: number;
  readonly tabs: readonly number[];
}

async function readOlder(): Promise<Older> {
  // Only this file writes the item, and the session's storage does not outlive this version of it.
  return ((await browser.storage.session.get(ITEM))[ITEM] as Older | undefined) ?? { at: 0, tabs: [] };
}

export async function noteOlderPages(): Promise<void> {
  const open = (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
  const tabs = [...new Set([...(await readOlder()).tabs, ...open])];
  const older: Older = { at: Date.now(), tabs };
  await browser.storage.session.set({ [ITEM]: older });
}

/** Whether the tab shows a page that was made before the open tabs were last given their sentinels. */
export async function isOlderPage(tabId: number): Promise<boolean> {
  const { at, tabs } = await readOlder();
  if (!tabs.includes(tabId)) return false;
  const results = await tryTab(() =>
    browser.scripting.executeScript({ target: { tabId }, func: () => performance.timeOrigin }),
  );
  const made = results?.[0]?.result;
  return typeof made === 'number' && made < at;
}
