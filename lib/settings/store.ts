/**
 * The settings in storage.local, one versioned item. Reading is tolerant of damage and says so in the log; every
 * change reads, changes and writes inside one lock, so that two pages never undo each other. Background only.
 */
import { browser } from 'wxt/browser';
import { checkSettings } from './check';
import { SETTINGS_ITEM } from './kept';
import type { Settings } from './settings';

const LOCK = 'dalel-settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_ITEM);
  const { settings, damaged } = checkSettings(stored[SETTINGS_ITEM]);
  const fields = damaged.join(', ');
  if (fields !== '') console.warn(`Dalel: damaged settings fell back to their first value: ${fields}`);
  return settings;
}

export interface SettingsChange {
  readonly before: Settings;
  readonly after: Settings;
}

export async function changeSettings(change: (settings: Settings) => Settings): Promise<SettingsChange> {
  return await navigator.locks.request(LOCK, async () => {
    const before = await readSettings();
    const after = change(before);
    await browser.storage.local.set({ [SETTINGS_ITEM]: after });
    return { before, after };
  });
}
