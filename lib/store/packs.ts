/** Reads packs and claims from the database. */
import { INDEX_FORMAT } from '../engine/index/sections';
import { PACK_VERSION, type Claim, type Pack } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import { guardStore, inTransaction } from './fault';
import type { Database, StoredIndex, StoredOutline } from './schema';

/** Of the format that this Dalel reads; another version of it may have written the database. */
export const isReadable = ({ version }: { readonly version: number }): boolean => version === PACK_VERSION;

/** The pack that came with the extension, or null before it was seeded. */
export async function readBundledPack(database: Database): Promise<Pack | null> {
  const packs = await guardStore(() => database.getAll('packs'));
  return packs.find((stored) => stored.isBundled && isReadable(stored.pack))?.pack ?? null;
}

/** The same without its claims and without what pages are read with; null before it was seeded by this Dalel. */
export async function readOutline(database: Database): Promise<StoredOutline | null> {
  const [outline] = await guardStore(() => database.getAll('outlines'));
  return outline !== undefined && isReadable(outline.pack) ? outline : null;
}

/** Those of the bundled pack that are there, in the order asked for. */
export async function readClaims(database: Database, ids: readonly ClaimId[]): Promise<readonly Claim[]> {
  const found = await guardStore(async () => {
    const byId = database.transaction('claims').store.index('by-id');
    return await Promise.all(ids.map((id) => byId.get(id)));
  });
  return found.flatMap((stored) => (stored === undefined ? [] : [stored.claim]));
}

/** The index of the bundled pack as it was stored, or null where there is none of today's format. */
export async function readBundledIndex(database: Database): Promise<StoredIndex | null> {
  const [index] = await guardStore(() => database.getAll('indexes'));
  return index?.format === INDEX_FORMAT ? index : null;
}

/** Keeps an index beside its pack, in place of the one that was there. */
export async function putIndex(database: Database, index: StoredIndex): Promise<void> {
  await inTransaction(database.transaction('indexes', 'readwrite'), ({ store }) => store.put(index));
}
