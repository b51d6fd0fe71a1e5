/**
 * The address bar's keyword `dalel`: suggests claims whose words fit what is typed, and opens the chosen one, or the
 * database's search. Small and plain: the search with ranking is the database page's.
 */
import { browser } from 'wxt/browser';
import { toPageSettings } from '../settings/page-settings';
import { readSettings } from '../settings/store';
import { pickWords } from '../store/cards';
import type { PackIndex } from '../store/live';
import { openPack } from './database';

const MOST_SUGGESTIONS = 6;
/** What a chosen suggestion hands back; a person may also type it. */
const CLAIM_PREFIX = 'claim:';

export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Claims of which every typed word occurs in some language of the proposition or in the id, in the pack's order. */
export function findClaims({ pack }: PackIndex, typed: string, language: 'en' | 'ru' | 'kk'): Suggestion[] {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return pack.claims
    .filter(({ id, proposition }) => {
      const text = fold([id, ...Object.values(proposition)].join('\n'));
      return words.every((word) => text.includes(word));
    })
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id, proposition }) => ({ content: CLAIM_PREFIX + id, description: pickWords(proposition, language) }));
}

/** Chromium reads descriptions as XML. */
const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export async function suggest(typed: string): Promise<Suggestion[]> {
  const { language } = toPageSettings(await readSettings(), browser.i18n.getUILanguage());
  const found = findClaims(await openPack(), typed, language);
  return browser.runtime.getURL('').startsWith('moz-')
    ? found
    : found.map(({ content, description }) => ({ content, description: escapeXml(description) }));
}

/** The page of the database that fits what was entered. */
export function routeOf(entered: string): string {
  const text = entered.trim();
  if (text.startsWith(CLAIM_PREFIX)) return `#/claim/${encodeURIComponent(text.slice(CLAIM_PREFIX.length))}`;
  return text === '' ? '' : `#/?q=${encodeURIComponent(text)}`;
}

export async function openEntered(
  entered: string,
  disposition: 'currentTab' | 'newForegroundTab' | 'newBackgroundTab',
): Promise<void> {
  const url = browser.runtime.getURL(`/database.html${routeOf(entered)}`);
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}
