/** The verbs of the page of packs: what is held, and every change of it, spread to the open tabs at once. */
import { Refusal, type Handlers } from '../messages/serve';
import { checkAgainst } from '../packs/check';
import { checkKeys } from '../packs/envelope';
import { openPackText } from '../packs/open';
import { makeLoading, moveLoaded, readLoaded, setLoadedOn, undoLoaded } from '../store/loaded';
import { readBundledPack } from '../store/packs';
import { changePack, followLoad, readTaken } from '../store/subscriptions';
import { openClaims, openDatabase } from './database';
import { toBundledRow, toRow } from './pack-rows';
import { spreadChangedPacks } from './spread-packs';
import { scheduleUpdates } from './update-alarm';

type PackHandlers = Pick<
  Handlers,
  'packs/list' | 'packs/load' | 'packs/set' | 'packs/move' | 'packs/undo' | 'packs/remove'
>;

async function changed(): Promise<null> {
  await spreadChangedPacks();
  return null;
}

export const packHandlers: PackHandlers = {
  async 'packs/list'() {
    await openClaims([]);
    const database = await openDatabase();
    const [bundled, loaded] = [await readBundledPack(database), await readLoaded(database)];
    const taken = await readTaken(database);
    const today = new Date().toISOString().slice(0, 10);
    const rows = loaded.map((row) => toRow(row, taken.find(({ pack }) => pack === row.id) ?? null, today));
    return [...(bundled === null ? [] : [toBundledRow(bundled)]), ...(await Promise.all(rows))];
  },

  async 'packs/load'({ text, from }) {
    const now = new Date().toISOString();
    const opened = await openPackText(text, now.slice(0, 10));
    if (!opened.ok) return opened;
    const { pack, keys } = opened;
    const { id } = pack.header;
    const database = await openDatabase();
    const [bundled, loaded] = [await readBundledPack(database), await readLoaded(database)];
    const held = loaded.find((row) => row.id === id);
    const pinned = (await readTaken(database)).find((one) => one.pack === id)?.key;
    // The key that a held pack names signed it when it was taken: that is the one that is trusted.
    const trusted = pinned ?? (held === undefined ? undefined : (held.pack.header.key ?? null));
    const fault =
      checkAgainst(pack, { bundledId: bundled?.header.id ?? '', revision: held?.pack.header.revision ?? null }) ??
      checkKeys(pack.header.key, keys, trusted);
    if (fault !== null) return { ok: false, fault };
    const loading = makeLoading(pack, from, now);
    await changePack(database, id, (subscription) => followLoad(subscription, loading));
    await changed();
    return { ok: true, id };
  },

  async 'packs/set'({ id, on }) {
    await setLoadedOn(await openDatabase(), id, on);
    return changed();
  },

  async 'packs/move'({ id, by }) {
    await moveLoaded(await openDatabase(), id, by);
    return changed();
  },

  async 'packs/undo'({ id }) {
    const database = await openDatabase();
    const row = (await readLoaded(database)).find((one) => one.id === id);
    if (row?.previous === null) throw new Refusal('no-earlier', 'There is no earlier revision of this pack');
    await undoLoaded(database, id);
    return changed();
  },

  async 'packs/remove'({ id }) {
    await changePack(await openDatabase(), id, () => ({ subscription: null, isRemoved: true }));
    await scheduleUpdates();
    return changed();
  },
};
