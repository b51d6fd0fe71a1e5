/** Reads packs and claims from the database. */
import type { Claim, Pack } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import { guardStore } from './fault';
import type { Database } from './schema';

/** The pack that came with the extension, or null before it was seeded. */
export async function readBundledPack(database: Database): Promise<Pack | null> {
  const packs = await guardStore(() => database.getAll('packs'));
  return packs.find((stored) => stored.isBundled)?.pack ?? null;
}

export async function readClaim(database: Database, id: ClaimId): Promise<Claim | null> {
  const stored = await guardStore(() => database.getFromIndex('claims', 'by-id', id));
  return stored?.claim ?? null;
}
