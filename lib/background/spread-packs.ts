/**
 * Packs changed: what the sentinels look for beside the bundled anchors is written anew, and every open tab reads
 * again with what is on now. Where only words of their records changed, pages get new cards and are not read again.
 */
import { browser } from 'wxt/browser';
import { shortestAnchors } from '../engine/gate/anchors';
import { makeAnchorBits } from '../engine/gate/bits';
import { MORE_ANCHORS } from '../messages/more-anchors';
import { isOnFor } from '../settings/change';
import { PACKS_ITEM } from '../settings/kept';
import { toPageSettings } from '../settings/page-settings';
import type { Settings } from '../settings/settings';
import { readSettings } from '../settings/store';
import type { LoadedPack } from '../store/schema';
import { siteHost } from './address';
import { packsChanged, readOnPacks } from './database';
import { injectSentinels, keepPackSentinel } from './inject';
import { listReadableTabs, tellTab } from './tabs';

/** Another text where other packs are on. The reader's own claims have no time of loading: their words are in it. */
const stampOf = (packs: readonly LoadedPack[]): string =>
  packs.map(({ id, loadedAt, pack }) => `${id} ${loadedAt || JSON.stringify(pack.concepts)}`).join('\n');

/** The item and the script that reads it are there only while a loaded pack is on. */
async function writeAnchors(): Promise<void> {
  const packs = await readOnPacks();
  const anchors = packs.flatMap(({ pack }) => shortestAnchors(pack.concepts));
  const written = { [PACKS_ITEM]: stampOf(packs) };
  await keepPackSentinel(anchors.length > 0);
  if (anchors.length > 0) {
    await browser.storage.local.set({ ...written, [MORE_ANCHORS]: makeAnchorBits(anchors) });
    return;
  }
  await browser.storage.local.remove(MORE_ANCHORS);
  await browser.storage.local.set(written);
}

/** True where a background was stopped between a change of packs and the anchors that follow from it. */
export async function areAnchorsDue(): Promise<boolean> {
  const written: unknown = (await browser.storage.local.get(PACKS_ITEM))[PACKS_ITEM];
  return (typeof written === 'string' ? written : '') !== stampOf(await readOnPacks());
}

/** After a change of what is loaded, or of what is on. */
export async function spreadChangedPacks(): Promise<void> {
  packsChanged();
  await spreadPacks();
}

/** After a change of what cards tell where the same words are found: pages ask for their cards again, none is read. */
export async function spreadChangedCards(): Promise<void> {
  packsChanged();
  await refreshPages(await readSettings());
}

export async function spreadPacks(): Promise<void> {
  await writeAnchors();
  const settings = await readSettings();
  // Cards of packs that went are given up at once; what came is read by an annotator that a new sentinel knocks for.
  logRefused(await Promise.allSettled([refreshPages(settings), injectSentinels(settings, () => true)]));
}

async function refreshPages(settings: Settings): Promise<void> {
  const reading = toPageSettings(settings, browser.i18n.getUILanguage());
  const tabs = await listReadableTabs();
  logRefused(
    await Promise.allSettled(
      tabs.map(({ id, url }) => tellTab(id, 'page/refresh', { on: isOnFor(settings, siteHost(url)), reading })),
    ),
  );
}

function logRefused(results: readonly PromiseSettledResult<unknown>[]): void {
  for (const result of results) {
    if (result.status === 'rejected') console.error('Dalel: a change of packs did not reach a tab', result.reason);
  }
}
