/** Reads packs and claims from the database. */
import { INDEX_FORMAT } from '../engine/index/sections';
import type { Claim, Pack } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import { guardStore, inTransaction } from './fault';
import type { Database, StoredIndex } from './schema';

/** The pack that came with the extension, or null before it was seeded. */
export async function readBundledPack(database: Database): Promise<Pack | null> {
  const packs = await guardStore(() => database.getAll('packs'));
  return packs.find((stored) => stored.isBundled)?.pack ?? null;
}

export async function readClaim(database: Database, id: ClaimId): Promise<Claim | null> {
  const stored = await guardStore(() => database.getFromIndex('claims', 'by-id', id));
  return stored?.claim ?? null;
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
