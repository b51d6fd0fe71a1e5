/** Reads the pack that came with the extension. The only caller of fetch, and of no other address than our own. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { packSchema, type Pack } from '../engine/pack/schema';
import { StoreError } from '../store/fault';

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
