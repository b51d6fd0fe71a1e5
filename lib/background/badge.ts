/** The number on the toolbar button: distinct mentions over all frames of a tab, of claims that are shown. */
import { browser } from 'wxt/browser';
import type { ClaimId } from '../engine/types';
import type { Settings } from '../settings/settings';
import { makeCard } from '../store/cards';
import type { PackIndex } from '../store/live';
import { sumFound, type TabFound } from './found';
import { tryTab } from './tabs';

/** Grey: the badge counts, it does not warn. White on it has a contrast of 5.9 to 1. */
const BACKGROUND = '#5b6470';
const MOST = 999;

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

export async function showBadge(tabId: number, found: TabFound, index: PackIndex, settings: Settings): Promise<void> {
  const sums = settings.badge && settings.on ? [...sumFound(found, isShownWith(index, settings)).values()] : [];
  const text = badgeText(sums.reduce((sum, count) => sum + count, 0));
  await tryTab(() => browser.action.setBadgeText({ tabId, text }));
}

export async function clearBadge(tabId: number): Promise<void> {
  await tryTab(() => browser.action.setBadgeText({ tabId, text: '' }));
}
