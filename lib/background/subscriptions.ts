/**
 * Subscriptions at work: asked for by the reader in the dialog, tried by hand or by the alarm, taken or refused. Each
 * result is one transaction, judged once more against what is held at that moment.
 */
import type { Offered, UpdateOutcome } from '../messages/pack-rows';
import { readAddress } from '../packs/address';
import { checkKeys, fingerprintOf } from '../packs/envelope';
import {
  afterFailure,
  afterSuccess,
  afterTaking,
  countGone,
  judgeUpdate,
  startTry,
  type Asker,
  type Offer,
  type Subscription,
} from '../packs/subscription';
import type { UpdateFault } from '../packs/update-fault';
import { readSettings } from '../settings/store';
import { makeLoading, readLoaded, type Loading } from '../store/loaded';
import { readBundledPack } from '../store/packs';
import type { Database, LoadedPack } from '../store/schema';
import { changePack, dropUntaken, readSubscription, readSubscriptions, type PackChange } from '../store/subscriptions';
import { bringList, bringPack, type Brought, type ListBrought } from './bring-pack';
import { openDatabase } from './database';
import { spreadChangedPacks } from './spread-packs';

export type Added =
  | { readonly ok: true; readonly offer: Offered }
  | { readonly ok: false; readonly fault: UpdateFault };

const NOT_SUBSCRIBED: UpdateOutcome = { kind: 'refused', fault: { kind: 'not-subscribed' } };

const today = (): string => new Date().toISOString().slice(0, 10);

const toLoading = ({ pack }: Pick<Offer, 'pack'>, from: string): Loading =>
  makeLoading(pack, from, new Date().toISOString());

const heldOf = async (database: Database, id: string): Promise<LoadedPack | null> =>
  (await readLoaded(database)).find((row) => row.id === id) ?? null;

const withList = (subscription: Subscription, brought: ListBrought): Subscription => {
  if (brought.kind === 'list') return { ...subscription, retractions: brought.list };
  return brought.kind === 'failed' ? { ...subscription, fault: brought.fault } : subscription;
};

/** One after another for each pack, whoever asks. */
const alone = <T>(id: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`dalel-subscription-${id}`, work);

/** What can be told of a first offer before it is kept: null where nothing speaks against it. */
function judgeFirst(
  { pack, keys }: Extract<Brought, { kind: 'pack' }>,
  bundledId: string | undefined,
  held: LoadedPack | null,
): UpdateFault | null {
  const { id, key, revision } = pack.header;
  if (id === bundledId) return { kind: 'bundled' };
  if (key === undefined) return { kind: 'unsigned' };
  const heldRevision = held?.pack.header.revision ?? 0;
  if (revision < heldRevision) return { kind: 'older', held: heldRevision, given: revision };
  return checkKeys(key, keys, held === null ? undefined : (held.pack.header.key ?? null));
}

/** Asks the address once, and keeps what it offers until the reader takes it or leaves it. */
export async function addSubscription(typed: string): Promise<Added> {
  const refuse = (fault: UpdateFault): Added => ({ ok: false, fault });
  const read = readAddress(typed, (await readSettings()).developerSubscriptions);
  if (!read.ok) return refuse(read.fault);
  const { address } = read;
  const database = await openDatabase();
  await dropUntaken(database);
  const before = await readSubscriptions(database);
  if (before.some((one) => one.address === address)) return refuse({ kind: 'subscribed' });
  const brought = await bringPack({ address, etag: null, isAdding: true }, today());
  if (brought.kind === 'failed') return refuse(brought.fault);
  if (brought.kind === 'unchanged') return refuse({ kind: 'status', status: 304 });
  const { pack, etag } = brought;
  const { id, key = '' } = pack.header;
  if (before.some((one) => one.pack === id)) return refuse({ kind: 'subscribed' });
  const held = await heldOf(database, id);
  const fault = judgeFirst(brought, (await readBundledPack(database))?.header.id, held);
  if (fault !== null) return refuse(fault);
  const offer: Offer = { pack, etag, ...countGone(held?.pack ?? null, pack) };
  const now = Date.now();
  const first: Subscription = {
    pack: id,
    address,
    key,
    seen: 0,
    etag: null,
    triedAt: now,
    updatedAt: null,
    failures: 0,
    nextAt: now,
    notBefore: null,
    fault: null,
    retractions: null,
    offer,
  };
  const subscription = withList(first, await bringList(first, pack.header, true));
  await changePack(database, id, (taken) => (taken?.updatedAt ? null : { subscription }));
  return { ok: true, offer: { id, address, header: pack.header, fingerprint: await fingerprintOf(key) } };
}

/** The reader's yes to what is offered. */
export async function takeOffer(id: string): Promise<UpdateOutcome> {
  const told: { outcome: UpdateOutcome } = { outcome: NOT_SUBSCRIBED };
  await changePack(await openDatabase(), id, (subscription) => {
    const { offer = null, address = '', fault = null } = subscription ?? {};
    if (subscription === null || offer === null) return null;
    told.outcome = { kind: 'updated' };
    const taken = afterTaking(subscription, offer, Date.now(), Math.random());
    return { subscription: { ...taken, fault }, loading: toLoading(offer, address) };
  });
  await spreadChangedPacks();
  return told.outcome;
}

/** The reader's no: a first offer goes whole, a later one is not offered again. */
export async function leaveOffer(id: string): Promise<void> {
  await changePack(await openDatabase(), id, (subscription) => {
    const { offer = null } = subscription ?? {};
    if (subscription === null || offer === null) return null;
    if (subscription.updatedAt === null) return { subscription: null };
    const seen = Math.max(subscription.seen, offer.pack.header.revision);
    return { subscription: { ...subscription, seen, etag: offer.etag, offer: null } };
  });
}

/** What was brought, against what is held now; `made` is its index, where it was made before. */
function settle(
  subscription: Subscription,
  held: LoadedPack | null,
  brought: Brought,
  asker: Asker,
  made: Loading | null,
): PackChange & { readonly outcome: UpdateOutcome } {
  const [now, chance] = [Date.now(), Math.random()];
  const refuse = (fault: UpdateFault, wishMs = 0) => ({
    subscription: afterFailure(subscription, fault, now, chance, wishMs),
    outcome: { kind: 'refused', fault } as const,
  });
  // Being offline is nobody's failure: the next try stays where it was set.
  if (brought.kind === 'failed' && brought.fault.kind === 'offline')
    return {
      subscription: { ...subscription, fault: brought.fault },
      outcome: { kind: 'refused', fault: brought.fault },
    };
  if (brought.kind === 'failed') return refuse(brought.fault, brought.wishMs);
  const done = afterSuccess(subscription, now, chance);
  if (brought.kind === 'unchanged') return { subscription: done, outcome: { kind: 'unchanged' } };
  const verdict = judgeUpdate(subscription, held?.pack ?? null, brought, asker);
  switch (verdict.kind) {
    case 'refuse':
      return refuse(verdict.fault);
    case 'unchanged':
      return { subscription: { ...done, etag: brought.etag }, outcome: { kind: 'unchanged' } };
    case 'ask': {
      const { gone, of } = verdict;
      const offer = { pack: brought.pack, etag: brought.etag, gone, of };
      return { subscription: { ...done, offer }, outcome: { kind: 'asks' } };
    }
    case 'take':
      return {
        subscription: afterTaking(subscription, brought, now, chance),
        loading: made ?? toLoading(brought, subscription.address),
        outcome: { kind: 'updated' },
      };
  }
}

async function tryUpdate(id: string, asker: Asker): Promise<UpdateOutcome> {
  const database = await openDatabase();
  const row = await readSubscription(database, id);
  if (row === null || row.updatedAt === null) return NOT_SUBSCRIBED;
  const start = startTry(row, asker, Date.now(), Math.random());
  if (start.subscription !== row)
    await changePack(database, id, (now) => (now === null ? null : { subscription: start.subscription }));
  if (!start.ok) return { kind: 'wait', until: start.waitUntil };
  const held = await heldOf(database, id);
  // A revision that was undone is asked for whole, since the reader may want it back.
  const isUndone = (held?.pack.header.revision ?? 0) < row.seen && asker === 'person';
  const { address } = row;
  const brought = await bringPack({ address, etag: isUndone ? null : row.etag, isAdding: false }, today());
  const { subscription: next, loading, outcome: expected } = settle(start.subscription, held, brought, asker, null);
  const header = loading?.pack.header ?? held?.pack.header ?? null;
  const isHeard = brought.kind !== 'failed' && expected.kind !== 'refused' && next !== null;
  const list: ListBrought = isHeard ? await bringList(next, header, false) : { kind: 'none' };
  const told = { outcome: NOT_SUBSCRIBED };
  await changePack(database, id, (now, heldNow) => {
    // Removed while the server was asked: nothing of the answer is kept.
    if (now === null || now.updatedAt === null) return null;
    const settled = settle(now, heldNow, brought, asker, loading ?? null);
    told.outcome = settled.outcome;
    const isSame = settled.subscription?.key === next?.key;
    return settled.subscription === null || !isSame
      ? settled
      : { ...settled, subscription: withList(settled.subscription, list) };
  });
  if (told.outcome.kind === 'updated' || list.kind === 'list') await spreadChangedPacks();
  return told.outcome;
}

/** Asks the address again, where its time has come; `alarm` waits longer than `person`. */
export const updateSubscription = (id: string, asker: Asker): Promise<UpdateOutcome> =>
  alone(id, () => tryUpdate(id, asker));
