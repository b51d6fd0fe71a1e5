/**
 * The one way to the database: opened when first needed, seeded where it is empty, reports taken back from their
 * mirror where it has none. What is kept here is a cache; a background that wakes anew opens and asks again.
 */
import type { PackIndex } from '../store/live';
import { idIn, joinPacks, renamePack } from '../store/join';
import { readLoaded } from '../store/loaded';
import { fittingIndex } from '../store/index-text';
import { openStore } from '../store/open';
import { putIndex, readBundledIndex, readBundledPack } from '../store/packs';
import { countReports, putReports } from '../store/reports';
import { readSubscriptions } from '../store/subscriptions';
import type { Database, LoadedPack } from '../store/schema';
import { seedPack, type Seeding } from '../store/seed';
import { fetchBundledIndex, fetchBundledPack } from './fetch-pack';
import { readMirror } from './mirror';
import { readPersonal } from './personal';

let opening: Promise<Database> | null = null;
let indexed: Promise<PackIndex> | null = null;
let reading: Promise<string> | null = null;
let loaded: Promise<readonly LoadedPack[]> | null = null;

function forget(): void {
  opening = null;
  indexed = null;
  reading = null;
  loaded = null;
}

async function openReady(): Promise<Database> {
  const database = await openStore({ onGone: forget });
  if ((await countReports(database)) === 0) {
    const reports = await readMirror();
    if (reports.length > 0) await putReports(database, reports);
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

async function readPacks(): Promise<readonly LoadedPack[]> {
  const database = await openDatabase();
  const [bundled, all] = [await readBundledPack(database), await readLoaded(database)];
  const personal = bundled === null ? null : await readPersonal(database, bundled);
  return personal === null ? all : [personal, ...all];
}

/** Packs beside the bundled one that are switched on: the reader's own claims, then the loaded ones in their order. */
export async function readOnPacks(): Promise<readonly LoadedPack[]> {
  loaded ??= readPacks();
  try {
    return (await loaded).filter(({ isOn }) => isOn);
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

async function readIndex(): Promise<PackIndex> {
  const database = await openDatabase();
  let bundled = await readBundledPack(database);
  if (bundled === null) {
    await seedPack(database, await fetchBundledPack());
    bundled = await readBundledPack(database);
  }
  if (bundled === null) throw new Error('The database lost the pack that was just written to it');
  return joinPacks(
    bundled,
    (await readOnPacks()).map(({ pack }) => renamePack(pack)),
    (await readSubscriptions(database)).flatMap(({ pack, retractions }) =>
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

async function readReading(): Promise<string> {
  const database = await openDatabase();
  const stored = await readBundledIndex(database);
  if (stored !== null) return stored.base64;
  // The pack was just seeded, or by a version of Dalel with another format of index or none.
  await openPack();
  const pack = await readBundledPack(database);
  if (pack === null) throw new Error('The database lost the pack that was just written to it');
  const index = fittingIndex(pack, await fetchBundledIndex());
  await putIndex(database, index);
  return index.base64;
}

/** Its index, or one built anew where a later Dalel has another format of it. */
const readingOf = ({ pack, index }: LoadedPack): string => fittingIndex(renamePack(pack), index).base64;

/** What the engine reads pages with, in base64: the index of the bundled pack, then those of the loaded ones. */
export async function openReadings(): Promise<readonly string[]> {
  reading ??= readReading();
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
