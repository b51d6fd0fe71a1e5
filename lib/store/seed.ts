/**
 * Puts the bundled pack into the database: in one transaction, over an older revision, never over a newer one.
 * What was indexed of the old one goes with it. Reports are another store and are not touched.
 */
import type { Pack } from '../engine/pack/schema';
import { inTransaction } from './fault';
import { countStatements } from './live';
import { isReadable } from './packs';
import type { Database, StoredOutline, StoredPack } from './schema';

export type Seeding = 'written' | 'kept';

/** The same revision with other bytes is taken: an editor who builds twice in a day means the second build. */
function isKept(stored: StoredPack, pack: Pack): boolean {
  if (stored.revision !== pack.header.revision) return stored.revision > pack.header.revision;
  return JSON.stringify(stored.pack) === JSON.stringify(pack);
}

function outlineOf(pack: Pack): StoredOutline {
  const { languages: _languages, concepts: _concepts, claims: _claims, ...rest } = pack;
  return { id: pack.header.id, pack: rest, statementCounts: Object.fromEntries(countStatements(pack)) };
}

export async function seedPack(database: Database, pack: Pack): Promise<Seeding> {
  let seeding: Seeding = 'kept';
  await inTransaction(
    database.transaction(['packs', 'claims', 'indexes', 'outlines'], 'readwrite'),
    async (transaction) => {
      const packs = transaction.objectStore('packs');
      const claims = transaction.objectStore('claims');
      const indexes = transaction.objectStore('indexes');
      const outlines = transaction.objectStore('outlines');
      const bundled = (await packs.getAll()).filter((stored) => stored.isBundled);
      const same = bundled.find((stored) => stored.id === pack.header.id);
      if (same !== undefined && isKept(same, pack)) {
        // Stored by a Dalel that made none, or lost.
        const isMissing = isReadable(same.pack) && (await outlines.getKey(same.id)) === undefined;
        if (isMissing) await outlines.put(outlineOf(same.pack));
        return;
      }
      const keys = await Promise.all(bundled.map(({ id }) => claims.index('by-pack').getAllKeys(id)));
      // Async each, so that what fails at once rejects beside the others and leaves none of them unheard.
      await Promise.all([
        ...bundled.map(async ({ id }) => await packs.delete(id)),
        ...[indexes, outlines].map(async (store) => await store.clear()),
        ...keys.flat().map(async (key) => await claims.delete(key)),
        ...[pack].map(async ({ header: { id, revision } }) => await packs.put({ id, revision, isBundled: true, pack })),
        ...[pack].map(async () => await outlines.put(outlineOf(pack))),
        ...pack.claims.map(async (claim) => await claims.put({ id: claim.id, pack: pack.header.id, claim })),
      ]);
      seeding = 'written';
    },
  );
  return seeding;
}
