/**
 * Packs that a person loaded, in the database: one row each, with the revision before it for one undo. Every change is
 * one transaction, so that what was held stays where anything goes wrong. Rows come and go by `changePack`.
 */
import type { Pack } from '../engine/pack/schema';
import { guardStore, inTransaction } from './fault';
import { fittingIndex } from './index-text';
import { renamePack } from './join';
import type { Database, LoadedPack } from './schema';

/** In the reader's order. */
export async function readLoaded(database: Database): Promise<readonly LoadedPack[]> {
  const all = await guardStore(() => database.getAll('loaded'));
  return all.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

async function changeLoaded(
  database: Database,
  change: (all: readonly LoadedPack[]) => readonly LoadedPack[],
): Promise<readonly LoadedPack[]> {
  let after: readonly LoadedPack[] = [];
  await inTransaction(database.transaction('loaded', 'readwrite', { durability: 'strict' }), async ({ store }) => {
    const before = (await store.getAll()).toSorted((a, b) => a.order - b.order);
    after = change(before).map((row, order) => ({ ...row, order }));
    await Promise.all(after.map(async (row) => await store.put(row)));
  });
  return after;
}

export type Loading = Pick<LoadedPack, 'pack' | 'index' | 'from' | 'loadedAt'>;

/** A checked pack as it is loaded from `from`, at an ISO moment. */
export const makeLoading = (pack: Pack, from: string, loadedAt: string): Loading => ({
  pack,
  index: fittingIndex(renamePack(pack), null),
  from,
  loadedAt,
});

/** The row of a pack in place of the one held, which is kept for one undo; a new one comes at `order` and is on. */
export function makeLoaded(loading: Loading, held: LoadedPack | null, order: number): LoadedPack {
  const { pack, index, from, loadedAt } = loading;
  return {
    id: pack.header.id,
    pack,
    index,
    from,
    loadedAt,
    isOn: held?.isOn ?? true,
    order: held?.order ?? order,
    // The same revision under its editor's signature is no update: what could be undone before still can.
    previous:
      held === null || held.pack.header.revision === pack.header.revision
        ? (held?.previous ?? null)
        : { pack: held.pack, index: held.index, loadedAt: held.loadedAt },
  };
}

export const setLoadedOn = (database: Database, id: string, isOn: boolean) =>
  changeLoaded(database, (all) => all.map((row) => (row.id === id ? { ...row, isOn } : row)));

/** One place up (-1) or down (1). */
export const moveLoaded = (database: Database, id: string, by: -1 | 1) =>
  changeLoaded(database, (all) => {
    const at = all.findIndex((row) => row.id === id);
    const row = all[at];
    const other = all[at + by];
    if (row === undefined || other === undefined) return all;
    return all.map((one) => (one === row ? other : one === other ? row : one));
  });

/** Back to the revision before the last update; once. */
export const undoLoaded = (database: Database, id: string) =>
  changeLoaded(database, (all) =>
    all.map((row) => (row.id === id && row.previous !== null ? { ...row, ...row.previous, previous: null } : row)),
  );
