/**
 * The items of storage.local that what our pages show follows from, and word of their change. The rest of the storage
 * (what each tab holds, drafts, anchors, what was carried out) changes with every page that is read.
 */
import { browser } from 'wxt/browser';

export const SETTINGS_ITEM = 'settings';
/** Which packs are on, written once they are open to be asked. */
export const PACKS_ITEM = 'anchors-of';
/** The copies of the reports: some of these are claims of the reader's own. */
export const REPORTS_ITEM = 'reports';

const KEPT: readonly string[] = [SETTINGS_ITEM, PACKS_ITEM, REPORTS_ITEM];

/** Calls `heard` at each change of these items; gives what ends that. */
export function followKept(heard: () => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && KEPT.some((item) => item in changes)) heard();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
