/**
 * Whether the page of a tab is read, so that the popup says of no other page that nothing was found there. The page is
 * asked when the popup wants to know: nothing is kept that could be out of date.
 */
import { browser } from 'wxt/browser';
import type { PageState } from '../messages/protocol';
import type { PageSender } from '../messages/sender';
import { isExpectedTabFault, withoutAddresses } from './tabs';

/** A page that does not answer within this time is busy. */
const ANSWER_MS = 300;
/** How long a script that a switch or a knock sends into a page may take on its way. */
const ARRIVAL_MS = 400;

/** Frames whose knock is being answered: neither script lives there now. A stop of the background ends that with them. */
const knocking = new Set<PageSender>();

export async function whileKnocking<T>(sender: PageSender, answer: () => Promise<T>): Promise<T> {
  knocking.add(sender);
  try {
    return await answer();
  } finally {
    knocking.delete(sender);
  }
}

const isKnocking = (tabId: number): boolean => [...knocking].some((sender) => sender.tabId === tabId);

const rest = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));

async function askOnce(tabId: number): Promise<PageState> {
  const target = { tabId, frameIds: [0] };
  try {
    const asked = browser.scripting.executeScript({ target, files: ['/page-state.js'], injectImmediately: true });
    const results = await Promise.race([asked, rest(ANSWER_MS)]);
    if (results === null) return 'waiting';
    // What our own script of that name returns; nothing where it could not run.
    const state = (results[0]?.result as PageState | null | undefined) ?? 'unread';
    return state === 'unread' && isKnocking(tabId) ? 'waiting' : state;
  } catch (reason) {
    if (!isExpectedTabFault(reason))
      console.warn('Dalel: the browser did not let the page be asked:', withoutAddresses(reason));
    return 'closed';
  }
}

/** Takes up to a second, for a page without a script of ours. */
export async function askPage(tabId: number): Promise<PageState> {
  const state = await askOnce(tabId);
  if (state !== 'unread') return state;
  await rest(ARRIVAL_MS);
  return askOnce(tabId);
}
