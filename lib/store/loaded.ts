/**
 * Packs that a person loaded, in the database: one row each, with the revision before it for one undo. Every change is
 * one transaction, so that what was held stays where anything goes wrong.
 */
import { guardStore, inTransaction } from './fault';
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
    const kept = new Set(after.map(({ id }) => id));
    await Promise.all([
      ...before.filter(({ id }) => !kept.has(id)).map(async ({ id }) => await store.delete(id)),
      ...after.map(async (row) => await store.put(row)),
    ]);
  });
  return after;
}

export type Loading = Pick<LoadedPack, 'pack' | 'index' | 'from' | 'loadedAt'>;

/** In place of the pack of that id, which is kept for one undo; a new one comes last and is on. */
export async function putLoaded(database: Database, { pack, index, from, loadedAt }: Loading): Promise<void> {
  const { id } = pack.header;
  await changeLoaded(database, (all) => {
    const before = all.find((row) => row.id === id);
    const row: LoadedPack = {
      id,
      pack,
      index,
      from,
      loadedAt,
      isOn: before?.isOn ?? true,
      order: before?.order ?? all.length,
      previous: before === undefined ? null : { pack: before.pack, index: before.index, loadedAt: before.loadedAt },
    };
    return before === undefined ? [...all, row] : all.map((one) => (one.id === id ? row : one));
  });
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

export const removeLoaded = (database: Database, id: string) =>
  changeLoaded(database, (all) => all.filter((row) => row.id !== id));

/** Back to the revision before the last update; once. */
export const undoLoaded = (database: Database, id: string) =>
  changeLoaded(database, (all) =>
    all.map((row) => (row.id === id && row.previous !== null ? { ...row, ...row.previous, previous: null } : row)),
  );
