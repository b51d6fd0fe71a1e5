/**
 * Puts the bundled pack into the database: in one transaction, over an older revision, never over a newer one.
 * Reports are another store and are not touched.
 */
import type { Pack } from '../engine/pack/schema';
import { guardStore } from './fault';
import type { Database, StoredPack } from './schema';

export type Seeding = 'written' | 'kept';

/** The same revision with other bytes is taken: an editor who builds twice in a day means the second build. */
function isKept(stored: StoredPack | undefined, pack: Pack): boolean {
  if (stored === undefined) return false;
  if (stored.revision !== pack.header.revision) return stored.revision > pack.header.revision;
  return JSON.stringify(stored.pack) === JSON.stringify(pack);
}

export async function seedPack(database: Database, pack: Pack): Promise<Seeding> {
  return await guardStore(async () => {
    const transaction = database.transaction(['packs', 'claims'], 'readwrite');
    const packs = transaction.objectStore('packs');
    const claims = transaction.objectStore('claims');
    const bundled = (await packs.getAll()).filter((stored) => stored.isBundled);
    if (
      isKept(
        bundled.find((stored) => stored.id === pack.header.id),
        pack,
      )
    ) {
      await transaction.done;
      return 'kept';
    }
    for (const { id } of bundled) {
      void packs.delete(id);
      for (const key of await claims.index('by-pack').getAllKeys(id)) void claims.delete(key);
    }
    void packs.put({ id: pack.header.id, revision: pack.header.revision, isBundled: true, pack });
    for (const claim of pack.claims) void claims.put({ id: claim.id, pack: pack.header.id, claim });
    // A failure of any of the writes aborts the transaction, and shows here.
    await transaction.done;
    return 'written';
  });
}
