/** Puts our two scripts into frames: the annotator where a sentinel knocked, sentinels into tabs that were open before. */
import { browser } from 'wxt/browser';
import { HAND_OVER, layDown, type HandOver } from '../messages/hand-over';
import { SHIPPED_FILE } from '../messages/shipped-reading';
import type { PageSender } from '../messages/sender';
import type { Settings } from '../settings/settings';
import { toPageSettings } from '../settings/page-settings';
import { isOnFor } from '../settings/change';
import { entriesFor } from '../words/words';
import { siteHost } from './address';
import { isShippedNow, type Readings } from './database';
import { nameHighlights } from './highlight-name';
import { isOlderPage, noteOlderPages } from './older-pages';
import { listReadableTabs, tryTab } from './tabs';

/** Frames without an address of their own (about:blank, srcdoc) take their tab's origin. */
function originOf(sender: PageSender): string {
  const url = siteHost(sender.url) === null ? sender.topUrl : sender.url;
  return sender.origin ?? (URL.canParse(url) ? new URL(url).origin : 'null');
}

/** What an annotator is handed for pages of one origin. */
export async function makeHandOver(
  readings: HandOver['readings'],
  settings: Settings,
  origin: string,
): Promise<HandOver> {
  const pageSettings = toPageSettings(settings, browser.i18n.getUILanguage());
  return {
    highlight: await nameHighlights(origin),
    readings,
    settings: pageSettings,
    words: entriesFor(pageSettings.language, 'card.', 'rung.'),
  };
}

/** False where the frame went away meanwhile. */
export async function injectAnnotator(
  sender: PageSender,
  { bundled, others }: Readings,
  settings: Settings,
): Promise<boolean> {
  const isShipped = isShippedNow(bundled);
  const readings = [isShipped ? null : bundled.base64, ...others];
  // By document where the browser names it, so that a page that navigated meanwhile is not handed the other's name.
  const target =
    sender.documentId === null
      ? { tabId: sender.tabId, frameIds: [sender.frameId] }
      : { tabId: sender.tabId, documentIds: [sender.documentId] };
  const files = [...(isShipped ? [`/${SHIPPED_FILE}`] : []), '/annotator.js'];
  const handOver = await makeHandOver(readings, settings, originOf(sender));
  // Both at once: to wait for the first would cost a way there and back.
  const injected = await tryTab(() =>
    Promise.all([
      browser.scripting.executeScript({ target, func: layDown, args: [HAND_OVER, handOver] }),
      browser.scripting.executeScript({ target, files }),
    ]),
  );
  return injected !== null;
}

/** Into every frame of a tab that was open before Dalel was there, or on. The second ends where no pack is loaded. */
export async function injectSentinel(tabId: number): Promise<void> {
  const files = ['/sentinel.js', `/${PACK_SENTINEL}`];
  await tryTab(() => browser.scripting.executeScript({ target: { tabId, allFrames: true }, files }));
}

const PACK_SENTINEL = 'pack-sentinel.js';
const SCRIPT_ID = 'pack-sentinel';

/**
 * Whether pages get the loaded packs' sentinel beside the bundled one, from their next load on. The browser remembers
 * it until Dalel is updated. One after another, since what is there is asked first.
 */
export function keepPackSentinel(isWanted: boolean): Promise<void> {
  keeping = keeping.catch(() => undefined).then(() => setPackSentinel(isWanted));
  return keeping;
}

let keeping: Promise<void> = Promise.resolve();

async function setPackSentinel(isWanted: boolean): Promise<void> {
  const ids = [SCRIPT_ID];
  const isThere = (await browser.scripting.getRegisteredContentScripts({ ids })).length > 0;
  if (isThere === isWanted) return;
  if (!isWanted) {
    await browser.scripting.unregisterContentScripts({ ids });
    return;
  }
  const [own] = browser.runtime.getManifest().content_scripts ?? [];
  const script = { id: SCRIPT_ID, js: [PACK_SENTINEL], matches: [...(own?.matches ?? [])], allFrames: true };
  await browser.scripting.registerContentScripts([{ ...script, matchOriginAsFallback: true, runAt: 'document_idle' }]);
}

/** Into the open tabs where Dalel is on and `isWanted`. One tab that fails does not keep the others from it. */
export async function injectSentinels(settings: Settings, isWanted: (host: string) => boolean): Promise<void> {
  await noteOlderPages();
  const tabs = (await listReadableTabs()).filter(({ url }) => {
    const host = siteHost(url);
    return host !== null && isOnFor(settings, host) && isWanted(host);
  });
  const results = await Promise.allSettled(tabs.map(({ id }) => injectSentinel(id)));
  for (const result of results) {
    if (result.status === 'rejected') console.error('Dalel: a tab could not be given its sentinel', result.reason);
  }
}

/** A tab's page is complete: one that the tab kept from before it was given its sentinel gets it now. */
export async function reviveOlderPage(tabId: number): Promise<void> {
  if (await isOlderPage(tabId)) await injectSentinel(tabId);
}
