/**
 * What loaded packs look for beside the bundled anchors: an item of storage.local that is there only while such a pack
 * is on. The background writes it, the packs' sentinel reads it; without the polyfill, as all that runs in pages.
 */
import type { AnchorBits } from '../engine/gate/bits';

export const MORE_ANCHORS = 'anchors';

interface StorageGlobals {
  readonly storage?: { readonly local?: { get(name: string): Promise<Record<string, unknown>> } };
}

/** Null where no loaded pack is on, or the extension is gone. */
export async function readMoreAnchors(): Promise<AnchorBits | null> {
  // Two globals that only an extension's own contexts have; both give promises in Manifest V3.
  const globals = globalThis as { readonly browser?: StorageGlobals; readonly chrome?: StorageGlobals };
  try {
    const stored = await (globals.browser ?? globals.chrome)?.storage?.local?.get(MORE_ANCHORS);
    // Only the background writes the item.
    return (stored?.[MORE_ANCHORS] as AnchorBits | undefined) ?? null;
  } catch (reason) {
    console.warn('Dalel: what loaded packs look for could not be read', reason);
    return null;
  }
}
