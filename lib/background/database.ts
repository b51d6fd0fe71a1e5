/**
 * The one way to the database: opened when first needed, seeded where it is empty, reports taken back from their
 * mirror where it lost them. Where it cannot be used, pages are read with the pack that came with Dalel.
 * What is kept here is a cache; a background that wakes anew opens and asks again. The bundled claims are not kept:
 * they are read when a card or a list needs them.
 */
import { browser } from 'wxt/browser';
import type { Claim, Pack } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import { StoreError } from '../store/fault';
import { withClaims, type PackIndex, type Records, type Withdrawal } from '../store/live';
import { idIn, joinPacks, renamePack } from '../store/join';
import { readLoaded } from '../store/loaded';
import { fittingIndex } from '../store/index-text';
import { openStore, removeStore } from '../store/open';
import { isReadable, putIndex, readBundledIndex, readBundledPack, readClaims, readOutline } from '../store/packs';
import { readSubscriptions } from '../store/subscriptions';
import { isNewer, type Database, type LoadedPack, type StoredIndex } from '../store/schema';
import { seedPack, type Seeding } from '../store/seed';
import { fetchBundledIndex, fetchBundledPack } from './fetch-pack';
import { agree } from './kept-reports';
import { readPersonal } from './personal';

let opening: Promise<Database> | null = null;
/** All but the bundled claims. */
let outlined: Promise<PackIndex> | null = null;
/** The whole, for as long as the browser has room for it: lists ask for it several times in a row. */
let whole: WeakRef<PackIndex<Pack>> | null = null;
let wholeInMaking: Promise<PackIndex<Pack>> | null = null;
let reading: Promise<StoredIndex> | null = null;
let loaded: Promise<readonly LoadedPack[]> | null = null;
/** Something above was made without the database. */
let isWithout = false;

/** The packs are others now, or in another order: whoever asks next gets them. */
export function packsChanged(): void {
  outlined = null;
  whole = null;
  wholeInMaking = null;
  loaded = null;
}

function forget(): void {
  opening = null;
  reading = null;
  packsChanged();
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
    reading = null;
    packsChanged();
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
      const [personal, all] = await Promise.all([readPersonal(database), readLoaded(database)]);
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

const readBundled = (): Promise<Pack> =>
  orWithout(async (database) => {
    const stored = await readBundledPack(database);
    if (stored !== null) return stored;
    const pack = await fetchBundledPack();
    await seedPack(database, pack);
    return pack;
  }, fetchBundledPack);

const readWithdrawn = async (): Promise<readonly Withdrawal[]> =>
  (await orWithout(readSubscriptions, () => [])).flatMap(({ pack, retractions }) =>
    (retractions?.claims ?? []).map((retraction) => ({ ...retraction, claim: idIn(pack, retraction.claim) })),
  );

async function joinOn<P extends Records>(bundled: P): Promise<PackIndex<P>> {
  const [on, withdrawn] = await Promise.all([readOnPacks(), readWithdrawn()]);
  return joinPacks(
    bundled,
    on.map(({ pack }) => renamePack(pack)),
    withdrawn,
  );
}

/** Without the database the bundled claims are in it all the same. */
async function readOutlined(): Promise<PackIndex> {
  const outline = await orWithout(
    async (database) => {
      const stored = await readOutline(database);
      if (stored !== null) return stored;
      await seedPack(database, await fetchBundledPack());
      return await readOutline(database);
    },
    () => null,
  );
  if (outline === null) return await joinOn(await fetchBundledPack());
  const joined = await joinOn({ ...outline.pack, claims: [] });
  return {
    ...joined,
    statementCounts: new Map([...Object.entries(outline.statementCounts), ...joined.statementCounts]),
  };
}

async function openOutlined(): Promise<PackIndex> {
  outlined ??= readOutlined();
  try {
    return await outlined;
  } catch (reason) {
    outlined = null;
    throw reason;
  }
}

const readStored = (ids: readonly ClaimId[]): Promise<readonly Claim[]> =>
  orWithout<readonly Claim[]>(
    (database) => readClaims(database, ids),
    async () => (await fetchBundledPack()).claims.filter(({ id }) => ids.includes(id)),
  );

/** The packs in force as one, with the claims of these ids alone. Seeds the database where it is empty. */
export async function openClaims(ids: Iterable<ClaimId>): Promise<PackIndex> {
  const outline = await openOutlined();
  const { claims } = whole?.deref() ?? outline;
  const wanted = [...new Set(ids)];
  const elsewhere = wanted.filter((id) => !claims.has(id));
  return withClaims(outline, [
    ...wanted.flatMap((id) => claims.get(id) ?? []),
    ...(elsewhere.length === 0 ? [] : await readStored(elsewhere)),
  ]);
}

/** The packs in force as one, with every claim: for lists, since it takes time and room. */
export async function openPack(): Promise<PackIndex<Pack>> {
  const kept = whole?.deref();
  if (kept !== undefined) return kept;
  const making = (wholeInMaking ??= readBundled().then(joinOn));
  try {
    const made = await making;
    // Packs may have changed meanwhile.
    if (wholeInMaking === making) whole = new WeakRef(made);
    return made;
  } finally {
    if (wholeInMaking === making) wholeInMaking = null;
  }
}

/** Whether the index is the one that this version of Dalel brought, which pages get from its own file. */
export const isShippedNow = ({ shippedWith }: StoredIndex): boolean =>
  shippedWith === browser.runtime.getManifest().version;

const makeReading = (): Promise<StoredIndex> =>
  orWithout(
    async (database) => {
      const stored = await readBundledIndex(database);
      if (stored !== null && (stored.shippedWith === undefined || isShippedNow(stored))) return stored;
      // The pack was just seeded, or by a version of Dalel with an index of its own or none.
      const index = fittingIndex(await readBundled(), await fetchBundledIndex());
      await putIndex(database, index);
      return index;
    },
    async () => fittingIndex(await fetchBundledPack(), await fetchBundledIndex()),
  );

/** Its index, or one built anew where a later Dalel has another format of it. */
const readingOf = ({ pack, index }: LoadedPack): string => fittingIndex(renamePack(pack), index).base64;

export interface Readings {
  readonly bundled: StoredIndex;
  /** Those of the loaded packs, in base64. */
  readonly others: readonly string[];
}

/** What the engine reads pages with. */
export async function openReadings(): Promise<Readings> {
  reading ??= makeReading();
  try {
    return { bundled: await reading, others: (await readOnPacks()).map(readingOf) };
  } catch (reason) {
    reading = null;
    throw reason;
  }
}

/** On install and update: the bundled pack over an older revision. */
export async function seedBundled(): Promise<Seeding> {
  const seeding = await seedPack(await openDatabase(), await fetchBundledPack());
  reading = null;
  packsChanged();
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
