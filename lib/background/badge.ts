/** The toolbar button of a tab: the number of distinct mentions over all its frames, and the same in words as its title. */
import { browser } from 'wxt/browser';
import type { ClaimId } from '../engine/types';
import { isPaused } from '../settings/change';
import { toPageSettings } from '../settings/page-settings';
import type { Settings } from '../settings/settings';
import { makeCard } from '../store/cards';
import type { PackIndex } from '../store/live';
import { sayFound } from '../words/say-found';
import { wordsFor } from '../words/words';
import { openClaims } from './database';
import { sumFound, type TabFound } from './found';
import { tryTab } from './tabs';

/** Grey: the badge counts, it does not warn. White on it has a contrast of 5.9 to 1. */
const BACKGROUND = '#5b6470';
const MOST = 999;
const NAME = 'Dalel';

/** Claims that are marked: not muted, and with a statement that stands. */
export function isShownWith(index: PackIndex, settings: Settings): (id: ClaimId) => boolean {
  return (id) => {
    const claim = index.claims.get(id);
    return claim !== undefined && !settings.muted.includes(id) && makeCard(index, claim, settings, 'en') !== null;
  };
}

export function badgeText(mentions: number): string {
  if (mentions === 0) return '';
  return mentions > MOST ? `${MOST}+` : String(mentions);
}

/** The colours do not outlive the browser, so each start of the background sets them. */
export async function colourBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: BACKGROUND });
  await browser.action.setBadgeTextColor({ color: '#ffffff' });
}

async function showOn(tabId: number, text: string, title: string): Promise<void> {
  await tryTab(() => browser.action.setBadgeText({ tabId, text }));
  await tryTab(() => browser.action.setTitle({ tabId, title }));
}

export async function showBadge(tabId: number, found: TabFound, settings: Settings): Promise<void> {
  if (!settings.on || isPaused(settings)) return clearBadge(tabId);
  const index = await openClaims(sumFound(found).keys());
  const sums = [...sumFound(found, isShownWith(index, settings)).values()];
  const mentions = sums.reduce((sum, count) => sum + count, 0);
  if (mentions === 0) return clearBadge(tabId);
  const say = wordsFor(toPageSettings(settings, browser.i18n.getUILanguage()).language);
  return showOn(tabId, settings.badge ? badgeText(mentions) : '', sayFound(say, sums.length, mentions));
}

export async function clearBadge(tabId: number): Promise<void> {
  await showOn(tabId, '', NAME);
}
