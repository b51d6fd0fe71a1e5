/**
 * Subscriptions in the database, one row a pack, and every change of a pack that its subscription must know of. Both are
 * written in one transaction: a background that is ended at any moment leaves all of a change or nothing of it.
 */
import type { Subscription } from '../packs/subscription';
import { guardStore, inTransaction } from './fault';
import { makeLoaded, type Loading } from './loaded';
import type { Database, LoadedPack } from './schema';

/** With those that wait for the reader's first word. */
export async function readSubscriptions(database: Database): Promise<readonly Subscription[]> {
  return await guardStore(() => database.getAll('subscriptions'));
}

/** Those that the reader said yes to. */
export async function readTaken(database: Database): Promise<readonly Subscription[]> {
  return (await readSubscriptions(database)).filter(({ updatedAt }) => updatedAt !== null);
}

export async function readSubscription(database: Database, pack: string): Promise<Subscription | null> {
  return (await guardStore(() => database.get('subscriptions', pack))) ?? null;
}

export interface PackChange {
  /** The row as it is from now on; null where there is none. */
  readonly subscription: Subscription | null;
  /** The revision that takes the place of the one held. */
  readonly loading?: Loading;
  readonly isRemoved?: true;
}

/** `decide` is shown what is held at this moment and says what is to be; null leaves everything as it is. */
export async function changePack(
  database: Database,
  pack: string,
  decide: (subscription: Subscription | null, held: LoadedPack | null) => PackChange | null,
): Promise<void> {
  const transaction = database.transaction(['loaded', 'subscriptions'], 'readwrite', { durability: 'strict' });
  await inTransaction(transaction, async () => {
    const [loaded, subscriptions] = [transaction.objectStore('loaded'), transaction.objectStore('subscriptions')];
    const [row, all] = await Promise.all([subscriptions.get(pack), loaded.getAll()]);
    const held = all.find(({ id }) => id === pack) ?? null;
    const last = all.reduce((most, { order }) => Math.max(most, order), -1);
    const change = decide(row ?? null, held);
    if (change === null) return;
    const { subscription, loading, isRemoved } = change;
    // Async each, so that a write that is refused at once rejects beside the others and does not cut them off.
    await Promise.all([
      (async () =>
        subscription === null ? await subscriptions.delete(pack) : await subscriptions.put(subscription))(),
      (async () => (loading === undefined ? null : await loaded.put(makeLoaded(loading, held, last + 1))))(),
      (async () => (isRemoved === true ? await loaded.delete(pack) : null))(),
    ]);
  });
}

/** The reader's own load of a pack: its subscription, if it has one, follows the revision and the key. */
export function followLoad(subscription: Subscription | null, loading: Loading): PackChange {
  if (subscription === null || subscription.updatedAt === null) return { subscription: null, loading };
  const { revision, key = subscription.key } = loading.pack.header;
  return { subscription: { ...subscription, key, seen: Math.max(subscription.seen, revision), offer: null }, loading };
}

/** Offers that the reader never took are given up where another address is asked. */
export async function dropUntaken(database: Database): Promise<void> {
  await inTransaction(database.transaction('subscriptions', 'readwrite'), async ({ store }) => {
    const untaken = (await store.getAll()).filter(({ updatedAt }) => updatedAt === null);
    await Promise.all(untaken.map(async ({ pack }) => await store.delete(pack)));
  });
}
