/** The verbs of the page of packs: what is held, and every change of it, spread to the open tabs at once. */
import type { PackRow } from '../messages/protocol';
import { Refusal, type Handlers } from '../messages/serve';
import { checkAgainst, checkPack } from '../packs/check';
import { diffPacks } from '../packs/diff';
import { checkKeys, fingerprintOf, openEnvelope } from '../packs/envelope';
import { fittingIndex } from '../store/index-text';
import { renamePack } from '../store/join';
import { moveLoaded, putLoaded, readLoaded, removeLoaded, setLoadedOn, undoLoaded } from '../store/loaded';
import { readBundledPack } from '../store/packs';
import type { LoadedPack } from '../store/schema';
import { openDatabase, openPack, packsChanged } from './database';
import { spreadPacks } from './spread-packs';

type PackHandlers = Pick<
  Handlers,
  'packs/list' | 'packs/load' | 'packs/set' | 'packs/move' | 'packs/undo' | 'packs/remove'
>;

const toRow = async ({ id, pack, from, loadedAt, isOn, previous }: LoadedPack): Promise<PackRow> => ({
  id,
  header: pack.header,
  isBundled: false,
  isOn,
  from,
  loadedAt,
  fingerprint: pack.header.key === undefined ? null : await fingerprintOf(pack.header.key),
  canUndo: previous !== null,
  changes: previous === null ? null : diffPacks(previous.pack, pack).slice(0, 200),
});

async function changed(): Promise<null> {
  packsChanged();
  await spreadPacks();
  return null;
}

export const packHandlers: PackHandlers = {
  async 'packs/list'() {
    await openPack();
    const database = await openDatabase();
    const bundled = await readBundledPack(database);
    const first: readonly PackRow[] =
      bundled === null
        ? []
        : [
            {
              id: bundled.header.id,
              header: bundled.header,
              isBundled: true,
              isOn: true,
              from: '',
              loadedAt: '',
              fingerprint: null,
              canUndo: false,
              changes: null,
            },
          ];
    return [...first, ...(await Promise.all((await readLoaded(database)).map(toRow)))];
  },

  async 'packs/load'({ text, from }) {
    const now = new Date().toISOString();
    const opened = await openEnvelope(text);
    if (!opened.ok) return opened;
    const checked = checkPack(opened.text, now.slice(0, 10));
    if (!checked.ok) return { ok: false, fault: checked.fault };
    const { pack } = checked;
    const database = await openDatabase();
    const [bundled, loaded] = [await readBundledPack(database), await readLoaded(database)];
    const held = loaded.find(({ id }) => id === pack.header.id);
    // The key that a held pack names signed it when it was taken: that is the one that is trusted.
    const trusted = held === undefined ? undefined : (held.pack.header.key ?? null);
    const fault =
      checkAgainst(pack, { bundledId: bundled?.header.id ?? '', revision: held?.pack.header.revision ?? null }) ??
      checkKeys(pack.header.key, opened.keys, trusted);
    if (fault !== null) return { ok: false, fault };
    await putLoaded(database, { pack, index: fittingIndex(renamePack(pack), null), from, loadedAt: now });
    await changed();
    return { ok: true, id: pack.header.id };
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
    if (row?.previous === null) throw new Refusal('not-allowed', 'There is no earlier revision of this pack');
    await undoLoaded(database, id);
    return changed();
  },

  async 'packs/remove'({ id }) {
    await removeLoaded(await openDatabase(), id);
    return changed();
  },
};
