/** Reads the pack that came with the extension, and its index: files of our own, never an address of the web. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { packSchema, type Pack } from '../engine/pack/schema';
import { StoreError } from '../store/fault';
import { INDEX_FORMAT } from '../engine/index/sections';
import { readShipped, SHIPPED_FILE } from '../messages/shipped-reading';
import type { ShippedIndex } from '../store/index-text';

export async function fetchBundledPack(): Promise<Pack> {
  let data: unknown;
  try {
    const response = await fetch(browser.runtime.getURL('/pack.json'));
    data = await response.json();
  } catch (reason) {
    throw new StoreError({ kind: 'damaged-pack', reason: String(reason) });
  }
  const checked = v.safeParse(packSchema, data);
  if (checked.success) return checked.output;
  const issue = checked.issues[0];
  throw new StoreError({ kind: 'damaged-pack', reason: `${v.getDotPath(issue) ?? 'pack'}: ${issue.message}` });
}

/** Whoever takes it checks that it is the pack's; null where it cannot be read, since it can be built anew. */
export async function fetchBundledIndex(): Promise<ShippedIndex | null> {
  try {
    const response = await fetch(browser.runtime.getURL(`/${SHIPPED_FILE}`));
    const base64 = readShipped(await response.text());
    return { format: INDEX_FORMAT, base64, shippedWith: browser.runtime.getManifest().version };
  } catch (reason) {
    console.warn('Dalel: the index that came with it could not be read and is built anew', reason);
    return null;
  }
}
