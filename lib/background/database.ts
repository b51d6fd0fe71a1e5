/**
 * The one way to the database: opened when first needed, seeded where it is empty, reports taken back from their
 * mirror where it has none. What is kept here is a cache; a background that wakes anew opens and asks again.
 */
import { indexPack, type PackIndex } from '../store/live';
import { fittingIndex } from '../store/index-text';
import { openStore } from '../store/open';
import { putIndex, readBundledIndex, readBundledPack } from '../store/packs';
import { countReports, putReports } from '../store/reports';
import type { Database } from '../store/schema';
import { seedPack, type Seeding } from '../store/seed';
import { fetchBundledIndex, fetchBundledPack } from './fetch-pack';
import { readMirror } from './mirror';

let opening: Promise<Database> | null = null;
let indexed: Promise<PackIndex> | null = null;
let reading: Promise<string> | null = null;

function forget(): void {
  opening = null;
  indexed = null;
  reading = null;
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

async function readIndex(): Promise<PackIndex> {
  const database = await openDatabase();
  const stored = await readBundledPack(database);
  if (stored !== null) return indexPack(stored);
  await seedPack(database, await fetchBundledPack());
  const seeded = await readBundledPack(database);
  if (seeded === null) throw new Error('The database lost the pack that was just written to it');
  return indexPack(seeded);
}

/** The pack in force, with its indexes. Seeds the database where it is empty. */
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
  const { pack } = await openPack();
  const index = fittingIndex(pack, await fetchBundledIndex());
  await putIndex(database, index);
  return index.base64;
}

/** What the engine reads pages with, in base64: the index of the pack in force. */
export async function openReading(): Promise<string> {
  reading ??= readReading();
  try {
    return await reading;
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
