/**
 * The one way to the database: opened when first needed, seeded where it is empty, reports taken back from their
 * mirror where it lost them. Where it cannot be used, pages are read with the pack that came with Dalel.
 * What is kept here is a cache; a background that wakes anew opens and asks again.
 */
import type { Pack } from '../engine/pack/schema';
import { StoreError } from '../store/fault';
import type { PackIndex } from '../store/live';
import { idIn, joinPacks, renamePack } from '../store/join';
import { readLoaded } from '../store/loaded';
import { fittingIndex } from '../store/index-text';
import { openStore, removeStore } from '../store/open';
import { isReadable, putIndex, readBundledIndex, readBundledPack } from '../store/packs';
import { readSubscriptions } from '../store/subscriptions';
import { isNewer, type Database, type LoadedPack } from '../store/schema';
import { seedPack, type Seeding } from '../store/seed';
import { fetchBundledIndex, fetchBundledPack } from './fetch-pack';
import { agree } from './kept-reports';
import { readPersonal } from './personal';

let opening: Promise<Database> | null = null;
let indexed: Promise<PackIndex> | null = null;
let reading: Promise<string> | null = null;
let loaded: Promise<readonly LoadedPack[]> | null = null;
/** Something above was made without the database. */
let isWithout = false;

function forget(): void {
  opening = null;
  indexed = null;
  reading = null;
  loaded = null;
}

async function openReady(): Promise<Database> {
  const database = await openStore({ onGone: forget });
  try {
    await agree(database);
  } catch (reason) {
    database.close();
    throw reason;
  }
  if (isWithout) {
    indexed = null;
    reading = null;
    loaded = null;
    isWithout = false;
  }
  return database;
}

/** Throws a StoreError. A failure is not remembered: the next call tries again. */
export async function openDatabase(): Promise<Database> {
  opening ??= openReady();
  try {
    return await opening;
  } catch (reason) {
    forget();
    throw reason;
  }
}

/** A database that cannot be used costs what is in it; the pages are read all the same. */
async function orWithout<T>(work: (database: Database) => Promise<T>, without: () => T | Promise<T>): Promise<T> {
  try {
    const database = await openDatabase();
    return isNewer(database) ? await without() : await work(database);
  } catch (reason) {
    if (!(reason instanceof StoreError) || reason.fault.kind === 'damaged-pack') throw reason;
    console.error('Dalel: the database cannot be used; pages are read with what came with Dalel', reason);
    isWithout = true;
    return await without();
  }
}

const readPacks = (): Promise<readonly LoadedPack[]> =>
  orWithout<readonly LoadedPack[]>(
    async (database) => {
      const [bundled, all] = [await readBundledPack(database), await readLoaded(database)];
      const personal = bundled === null ? null : await readPersonal(database, bundled);
      return personal === null ? all : [personal, ...all];
    },
    () => [],
  );

/** Packs beside the bundled one that are switched on: the reader's own claims, then the loaded ones in their order. */
export async function readOnPacks(): Promise<readonly LoadedPack[]> {
  loaded ??= readPacks();
  try {
    // One of another format must not cost the others; it stands on its page until it is loaded anew.
    return (await loaded).filter(({ isOn, pack }) => isOn && isReadable(pack));
  } catch (reason) {
    loaded = null;
    throw reason;
  }
}

/** The loaded packs are others now, or in another order: whoever asks next gets them. */
export function packsChanged(): void {
  indexed = null;
  loaded = null;
}

const readBundled = (): Promise<Pack> =>
  orWithout(async (database) => {
    const stored = await readBundledPack(database);
    if (stored !== null) return stored;
    const pack = await fetchBundledPack();
    await seedPack(database, pack);
    return pack;
  }, fetchBundledPack);

async function readIndex(): Promise<PackIndex> {
  const bundled = await readBundled();
  return joinPacks(
    bundled,
    (await readOnPacks()).map(({ pack }) => renamePack(pack)),
    (await orWithout(readSubscriptions, () => [])).flatMap(({ pack, retractions }) =>
      (retractions?.claims ?? []).map((retraction) => ({ ...retraction, claim: idIn(pack, retraction.claim) })),
    ),
  );
}

/** The packs in force as one, with their indexes. Seeds the database where it is empty. */
export async function openPack(): Promise<PackIndex> {
  indexed ??= readIndex();
  try {
    return await indexed;
  } catch (reason) {
    indexed = null;
    throw reason;
  }
}

const makeReading = (): Promise<string> =>
  orWithout(
    async (database) => {
      const stored = await readBundledIndex(database);
      if (stored !== null) return stored.base64;
      // The pack was just seeded, or by a version of Dalel with another format of index or none.
      const index = fittingIndex(await readBundled(), await fetchBundledIndex());
      await putIndex(database, index);
      return index.base64;
    },
    async () => fittingIndex(await fetchBundledPack(), await fetchBundledIndex()).base64,
  );

/** Its index, or one built anew where a later Dalel has another format of it. */
const readingOf = ({ pack, index }: LoadedPack): string => fittingIndex(renamePack(pack), index).base64;

/** What the engine reads pages with, in base64: the index of the bundled pack, then those of the loaded ones. */
export async function openReadings(): Promise<readonly string[]> {
  reading ??= makeReading();
  try {
    return [await reading, ...(await readOnPacks()).map(readingOf)];
  } catch (reason) {
    reading = null;
    throw reason;
  }
}

/** On install and update: the bundled pack over an older revision. */
export async function seedBundled(): Promise<Seeding> {
  const seeding = await seedPack(await openDatabase(), await fetchBundledPack());
  indexed = null;
  reading = null;
  return seeding;
}

/** Removes the database and makes it anew, with the reports that have a copy. Loaded packs are gone with it. */
export async function renewDatabase(): Promise<void> {
  const held = opening;
  forget();
  (await held?.catch(() => null))?.close();
  await removeStore();
  await openDatabase();
}
