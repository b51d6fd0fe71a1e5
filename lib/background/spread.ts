/**
 * A change of settings, carried out: stored, then told to every open tab at once, sentinels to those where Dalel just
 * came on, badges counted anew. The reply to whoever asked for the change does not wait for the tabs.
 */
import { browser } from 'wxt/browser';
import { isOnFor } from '../settings/change';
import { checkSettings } from '../settings/check';
import { toPageSettings } from '../settings/page-settings';
import type { Settings } from '../settings/settings';
import { changeSettings, type SettingsChange } from '../settings/store';
import { siteHost } from './address';
import { clearBadge, showBadge } from './badge';
import { dropFound, readFound } from './found';
import { injectSentinels } from './inject';
import { retitleMenu } from './menu';
import { scheduleResume } from './pause';
import { listReadableTabs, tellTab } from './tabs';

async function spreadToTab(tab: { readonly id: number; readonly url: string }, after: Settings): Promise<void> {
  const on = isOnFor(after, siteHost(tab.url));
  const reading = toPageSettings(after, browser.i18n.getUILanguage());
  // Not awaited before the badge: the annotators answer only once they have painted.
  const told = tellTab(tab.id, 'page/refresh', { on, reading });
  if (on) await showBadge(tab.id, await readFound(tab.id), after);
  else {
    await dropFound(tab.id);
    await clearBadge(tab.id);
  }
  await told;
}

/** The settings as they were last carried out to the end. */
const SPREAD_ITEM = 'spread';

export async function readSpread(): Promise<Settings> {
  return checkSettings((await browser.storage.local.get(SPREAD_ITEM))[SPREAD_ITEM]).settings;
}

export async function spreadChange({ before, after }: SettingsChange): Promise<void> {
  const tabs = await listReadableTabs();
  const results = await Promise.allSettled([
    ...tabs.map((tab) => spreadToTab(tab, after)),
    // A pause that has run out since was in force until this change.
    injectSentinels(after, (host) => before.pausedUntil !== null || !isOnFor(before, host)),
    before.pausedUntil === after.pausedUntil ? Promise.resolve() : scheduleResume(after),
    before.language === after.language ? Promise.resolve() : retitleMenu(after),
  ]);
  for (const result of results) {
    if (result.status === 'rejected') console.error('Dalel: a change of settings did not reach a tab', result.reason);
  }
  await browser.storage.local.set({ [SPREAD_ITEM]: after });
}

/** A change that leaves the very settings that it was given is none: no tab hears of it. */
export async function changeAndSpread(change: (settings: Settings) => Settings): Promise<Settings> {
  const changed = await changeSettings(change);
  if (changed.after === changed.before) return changed.after;
  spreadChange(changed).catch((reason: unknown) => console.error('Dalel: a change of settings was not spread', reason));
  return changed.after;
}
