/**
 * On install and update: the bundled claims into the database, the menu made anew, sentinels into the open tabs, and
 * once in the life of an installation the welcome page.
 */
import { browser } from 'wxt/browser';
import { readSettings } from '../settings/store';
import { seedBundled } from './database';
import { createMenu } from './menu';
import { spreadPacks } from './spread-packs';

const WELCOMED_ITEM = 'welcomed';
/** The version of Dalel that was settled in to the end. */
const SETTLED_ITEM = 'settled';
const LOCK = 'dalel-install';

/** Remembered before it opens: a welcome that fails is not worth a second one. */
async function welcomeOnce(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const stored = await browser.storage.local.get(WELCOMED_ITEM);
  if (stored[WELCOMED_ITEM] === true) return;
  await browser.storage.local.set({ [WELCOMED_ITEM]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** A cache: whoever settles in now is not to be taken for one that was cut off. */
let isSettling = false;

/** False where a background was stopped before the installation or update was complete. */
export async function hasSettled(): Promise<boolean> {
  const stored = await browser.storage.local.get(SETTLED_ITEM);
  return isSettling || stored[SETTLED_ITEM] === browser.runtime.getManifest().version;
}

/** `reason` is the browser's word for why Dalel starts: `install`, `update`, or that the browser itself was updated. */
export async function settleIn(reason: string): Promise<void> {
  isSettling = true;
  await navigator.locks.request(LOCK, () => settle(reason));
}

async function settle(reason: string): Promise<void> {
  const settings = await readSettings();
  // Each on its own: a database that refuses must not cost the menu, nor the menu the tabs.
  const results = await Promise.allSettled([
    welcomeOnce(reason),
    createMenu(settings),
    seedBundled().then(spreadPacks),
  ]);
  for (const result of results) {
    if (result.status === 'rejected') console.error('Dalel: the installation is not complete', result.reason);
  }
  await browser.storage.local.set({ [SETTLED_ITEM]: browser.runtime.getManifest().version });
}
